"""The connection plan backwards from the day: windows moved to working days (H22)."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

from digisos_wizard.model.address import Address
from digisos_wizard.model.base import SHARED, instance_id
from digisos_wizard.model.connection import ActivityStatus
from digisos_wizard.model.content import ActivitySpec, Content
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules import evidence
from digisos_wizard.model.rules.cost_basis import connection_date
from digisos_wizard.model.rules.results import PlannedActivity, RequiredAgreement, Schedule
from digisos_wizard.model.rules.risks import Action, actions
from digisos_wizard.model.terms import TaskState

DAY = timedelta(days=1)
SATURDAY = 5
OWN_COLUMN = "own"
MEASURES_COLUMN = "measures"
"""Measures against risks stand in the plan by their own deadlines."""
FINISHED = (TaskState.DONE, TaskState.NOT_RELEVANT)


@cache
def _holidays(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("NO", years=year, language="no"))


def holiday_name(day: date) -> str | None:
    """Return the name of the public holiday on a day, None where it is none."""
    return _holidays(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Tell whether a day is Monday to Friday and no public holiday."""
    return day.weekday() < SATURDAY and holiday_name(day) is None


def working_day_before(day: date) -> date:
    """Return the day itself, or the nearest earlier working day."""
    while not is_working_day(day):
        day -= DAY
    return day


def working_day_after(day: date) -> date:
    """Return the day itself, or the nearest later working day."""
    while not is_working_day(day):
        day += DAY
    return day


def assumption(plan: Plan, content: Content, assumption_id: str) -> int:
    """Return a schedule assumption, the office's own where given."""
    own = next((row.value for row in plan.connection.assumptions if row.id == assumption_id), None)
    return own if own is not None else int(content.assumption_index[assumption_id].value)


def earliest_day(plan: Plan, content: Content, today: date) -> date:
    """Return the first working day that the shortest preparation allows from today."""
    return working_day_after(today + timedelta(weeks=assumption(plan, content, "shortest-weeks")))


def compute(plan: Plan, content: Content, today: date, agreements: tuple[RequiredAgreement, ...]) -> Schedule:
    """Return all activities with their windows, in order of deadline."""
    days = [day for place in plan.decision.municipalities if (day := connection_date(plan, place.id)) is not None]
    shared = connection_date(plan, SHARED)
    day = min(days, default=shared)
    statuses = {status.id: status for status in plan.connection.activities}
    planned: list[PlannedActivity] = []
    for spec in content.activities:
        if _left_out(plan, spec):
            continue
        for place, its_day in _instances(plan, spec, day):
            row_id = instance_id(spec.id, place)
            status = statuses.get(row_id, ActivityStatus(id=row_id))
            places = (place,) if place else tuple(every.id for every in plan.decision.municipalities)
            basis = evidence.Basis(plan, content, agreements, places)
            planned.append(_planned(basis, _Place(spec, row_id, place, its_day), status, today))
    planned += [_own(plan, row_id, day, today) for row_id in (row.id for row in plan.connection.own_activities)]
    planned += [_measure(action) for action in actions(plan, today)]
    planned.sort(key=lambda item: (item.deadline or date.max, item.start or date.max))
    return Schedule(day, earliest_day(plan, content, today), tuple(planned))


@dataclass(frozen=True, slots=True)
class _Place:
    spec: ActivitySpec
    row_id: str
    municipality: str
    day: date | None


def _left_out(plan: Plan, spec: ActivitySpec) -> bool:
    return (spec.only_with_test or spec.superseded) and not plan.connection.with_test


def _instances(plan: Plan, spec: ActivitySpec, day: date | None) -> list[tuple[str, date | None]]:
    """Return municipality and connection day for every row of an activity: one each where they do it each."""
    places = plan.decision.municipalities
    if spec.per_municipality and len(places) > 1:
        return [(place.id, connection_date(plan, place.id)) for place in places]
    return [(SHARED, day)]


def window(spec: ActivitySpec, day: date) -> tuple[date | None, date | None]:
    """Return recommended start and deadline around a connection day, on working days."""

    def moved(offset: int | None) -> date | None:
        if offset is None:
            return None
        wanted = day + timedelta(days=offset)
        return working_day_after(wanted) if offset > 0 else day if offset == 0 else working_day_before(wanted)

    return moved(spec.earliest), moved(spec.latest)


def _planned(basis: evidence.Basis, at: _Place, status: ActivityStatus, today: date) -> PlannedActivity:
    start, deadline = window(at.spec, at.day) if at.day is not None else (None, None)
    deadline = status.deadline or deadline
    state = status.state
    if state is TaskState.OPEN and at.spec.evidence:
        proven = evidence.find(basis, at.spec.evidence).state
        state = proven if proven is TaskState.DONE else state
    late = deadline is not None and deadline < today and state not in FINISHED
    owner = status.owner or _role_holder(basis.plan, at.spec.role)
    address: Address = ("connection", "activities", at.row_id)
    return PlannedActivity(
        at.row_id,
        at.spec.title,
        at.municipality,
        at.spec,
        at.spec.column,
        start,
        deadline,
        owner,
        state,
        status.done_on,
        late,
        address,
    )


def _role_holder(plan: Plan, role: str) -> str | None:
    return next((held.person for held in plan.people.roles if held.id == role), None)


def _measure(action: Action) -> PlannedActivity:
    measure = action.measure
    return PlannedActivity(
        f"{action.risk.id}/{measure.id}",
        measure.text,
        SHARED,
        None,
        MEASURES_COLUMN,
        None,
        measure.deadline,
        measure.owner,
        measure.state,
        None,
        action.late,
        action.address,
    )


def _own(plan: Plan, row_id: str, day: date | None, today: date) -> PlannedActivity:
    own = next(row for row in plan.connection.own_activities if row.id == row_id)
    deadline = None
    if day is not None and own.offset_days is not None:
        wanted = day + timedelta(days=max(min(own.offset_days, 3650), -3650))
        deadline = working_day_after(wanted) if own.offset_days > 0 else working_day_before(wanted)
    start = None
    if deadline is not None and own.duration_days:
        start = working_day_before(deadline - timedelta(days=max(min(own.duration_days, 3650), 0)))
    late = deadline is not None and deadline < today and own.state not in FINISHED
    address = ("connection", "own_activities", row_id)
    return PlannedActivity(
        row_id, own.title, SHARED, None, OWN_COLUMN, start, deadline, own.owner, own.state, own.done_on, late, address
    )
