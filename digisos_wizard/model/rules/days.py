"""The days that every area reckons from: when a municipality connects or has connected, and how soon it can be."""

from collections.abc import Iterator
from datetime import date, timedelta

from digisos_wizard.model.content import Content
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import PlanKind

IN_USE = (PlanKind.NEW_VENDOR, PlanKind.FOLLOW_UP)
"""Kinds of plan that are made by who is connected already."""
MOST_WEEKS = 521
FIRST_YEAR, LAST_YEAR = 1950, 2150


def in_range(day: date) -> bool:
    """Tell whether a day is one that can be reckoned with."""
    return FIRST_YEAR < day.year < LAST_YEAR


def connection_date(plan: Plan, municipality_id: str) -> date | None:
    """Return when a municipality connected, or wishes to."""
    day = plan.connection.day.of(municipality_id)
    return day.connected_on or day.wished


def connected_before(plan: Plan, municipality_id: str) -> bool:
    """Tell whether a municipality had the solution in use when this plan was begun, and has paid for connecting."""
    if plan.decision.kind in IN_USE:
        return True
    day, begun = plan.connection.day.of(municipality_id).connected_on, plan.about.created_on
    if day is None:
        return False
    return plan.decision.kind is PlanKind.MERGER or (begun is not None and day < begun)


def assumption(plan: Plan, content: Content, assumption_id: str) -> int:
    """Return a schedule assumption, the office's own where given."""
    own = next((row.value for row in plan.connection.assumptions if row.id == assumption_id), None)
    return own if own is not None else int(content.assumption_index[assumption_id].value)


def soonest(plan: Plan, content: Content, today: date) -> date:
    """Return the first day that the shortest preparation allows, from when it began or else from today."""
    weeks = min(max(assumption(plan, content, "shortest-weeks"), 0), MOST_WEEKS)
    begun = min([today, *_begun(plan)])
    return max(begun + timedelta(weeks=weeks), today)


def _begun(plan: Plan) -> Iterator[date]:
    """Yield the days on which the preparation can be said to have begun: the plan's first, and the decision."""
    approvals = (plan.decision.approval.shared, *(own.value for own in plan.decision.approval.own))
    for day in (plan.about.created_on, *(approval.decided_on for approval in approvals)):
        if day is not None and in_range(day):
            yield day
