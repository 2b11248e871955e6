"""What stands in the connection plan without being the handbook's: own activities, and measures against risks."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from digisos_wizard.model.base import SHARED
from digisos_wizard.model.connection import OwnActivity
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.rules.connection.workdays import working_day_after, working_day_before
from digisos_wizard.model.rules.privacy.risks import Action, owner_of
from digisos_wizard.model.rules.proof.owed import Due, Origin, Owner, named, set_on
from digisos_wizard.model.rules.proof.standing import FINISHED
from digisos_wizard.model.terms import TaskState

OWN_COLUMN = "own"
MEASURES_COLUMN = "measures"
"""Measures against risks stand in the plan by their own deadlines."""
FARTHEST = 3_650
"""Days from the connection that an own activity can be."""


def late(deadline: date | None, state: TaskState, today: date) -> bool:
    """Tell whether a deadline has passed before it was done."""
    return deadline is not None and deadline < today and state not in FINISHED


def measure(action: Action) -> PlannedActivity:
    """Return a measure against a risk as an activity."""
    found = action.measure
    owner, at = owner_of(action.risk, found)
    origin = Origin.NONE if owner is None else Origin.SET if owner == found.owner else Origin.WHOLE
    return PlannedActivity(
        row_id=f"{action.risk.id}/{found.id}",
        title=found.text,
        municipality=SHARED,
        spec=None,
        column=MEASURES_COLUMN,
        start=None,
        deadline=found.deadline,
        owner=owner,
        state=found.state,
        done_on=None,
        late=action.late,
        address=action.address,
        owed_by=Owner(owner, "", origin, at),
        owed=set_on(found.deadline, (*action.address, "deadline")),
    )


def of_office(plan: Plan, days: Mapping[str, date], day: date | None, today: date) -> Iterator[PlannedActivity]:
    """Yield the office's own activities."""
    known = {place.id for place in plan.decision.municipalities}
    for own in plan.connection.own_activities:
        place = own.municipality if own.municipality in known else SHARED
        start, deadline = _own_window(own, days.get(place, day) if place else day)
        at = ("connection", "own_activities", own.id)
        yield PlannedActivity(
            row_id=own.id,
            title=own.title,
            municipality=place or SHARED,
            spec=None,
            column=OWN_COLUMN,
            start=start,
            deadline=deadline,
            owner=own.owner,
            state=own.state,
            done_on=own.done_on,
            late=late(deadline, own.state, today),
            address=at,
            owed_by=named(own.owner, (*at, "owner")),
            owed=Due(deadline, Origin.DAY if deadline is not None else Origin.NONE, (*at, "offset_days")),
        )


def _own_window(own: OwnActivity, day: date | None) -> tuple[date | None, date | None]:
    if day is None or own.offset_days is None:
        return None, None
    wanted = day + timedelta(days=max(min(own.offset_days, FARTHEST), -FARTHEST))
    deadline = working_day_after(wanted) if own.offset_days > 0 else working_day_before(wanted)
    if not own.duration_days:
        return None, deadline
    return working_day_before(deadline - timedelta(days=max(min(own.duration_days, FARTHEST), 0))), deadline
