"""The connection plan: windows around the day (H22), and what the work that is left allows, backwards and forwards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from digisos_wizard.i18n import _
from digisos_wizard.model.base import SHARED, instance_id, split_instance
from digisos_wizard.model.content import ActivitySpec, Content, MeasuringPointSpec
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.connection import reach
from digisos_wizard.model.rules.connection.measuring_days import measuring_day
from digisos_wizard.model.rules.connection.own_work import FARTHEST, late, measure, of_office
from digisos_wizard.model.rules.connection.result import PlannedActivity, Schedule
from digisos_wizard.model.rules.connection.workdays import (
    is_before_time_off,
    is_working_day,
    quiet_period,
    working_day_after,
    working_day_before,
)
from digisos_wizard.model.rules.cooperation.result import RequiredAgreement
from digisos_wizard.model.rules.days import assumption, connection_date, in_range, soonest
from digisos_wizard.model.rules.people.holders import holder
from digisos_wizard.model.rules.privacy.risks import actions, consultation_weeks
from digisos_wizard.model.rules.proof import evidence
from digisos_wizard.model.rules.proof.basis import Basis
from digisos_wizard.model.rules.proof.hands import Hands, Known, about, proven_by
from digisos_wizard.model.rules.proof.owed import Due, Origin, Owner
from digisos_wizard.model.rules.proof.standing import Source, standing
from digisos_wizard.model.terms import TaskState

WORKING_WEEK = 5


def earliest_day(plan: Plan, content: Content, today: date) -> date:
    """Return the first working day that the shortest preparation allows, from when it began or else from today."""
    return working_day_after(soonest(plan, content, today))


def connection_days(plan: Plan) -> Mapping[str, date]:
    """Return the day of every municipality that has one that can be reckoned with."""
    days = {place.id: connection_date(plan, place.id) for place in plan.decision.municipalities}
    return {place: day for place, day in days.items() if day is not None and in_range(day)}


def compute(
    plan: Plan, content: Content, today: date, agreements: tuple[RequiredAgreement, ...], known: Known
) -> Schedule:
    """Return all activities with their windows and what can be reached, in order of deadline."""
    days = connection_days(plan)
    shared = connection_date(plan, SHARED)
    day = min(days.values(), default=shared if shared is not None and in_range(shared) else None)
    planned = [
        *_of_content(plan, content, (agreements, known), day, today),
        *of_office(plan, days, day, today),
        *(measure(action) for action in actions(plan, today)),
    ]
    row_ids = {item.row_id for item in planned}
    waits = {own.id: own.after for own in plan.connection.own_activities}
    planned = [_waiting(item, waits.get(item.row_id, ()), row_ids, plan) for item in planned]
    planned.sort(key=lambda item: (item.deadline or date.max, item.start or date.max))
    found = reach.reckon(plan, Schedule(day, earliest_day(plan, content, today), tuple(planned)), today)
    return replace(found, advised=advised(plan, content, found.soonest))


def advised(plan: Plan, content: Content, soonest: date) -> date:
    """Return the first day from one on that nothing speaks against: the fixed weekday, no time off or quiet time."""
    slot = assumption(plan, content, "slot-weekday")
    for days in range(FARTHEST // 10):
        day = soonest + timedelta(days=days)
        fits = not 1 <= slot <= WORKING_WEEK or day.weekday() == slot - 1
        if fits and is_working_day(day) and not is_before_time_off(day) and quiet_period(content, day) is None:
            return day
    return soonest


def _of_content(
    plan: Plan,
    content: Content,
    shown: tuple[tuple[RequiredAgreement, ...], Known],
    day: date | None,
    today: date,
) -> Iterator[PlannedActivity]:
    agreements, known = shown
    every = tuple(place.id for place in plan.decision.municipalities)
    for spec in content.activities:
        if _left_out(plan, spec):
            continue
        for place, its_day in _instances(plan, spec, day):
            if spec.only_with_consultation and not _consulted(plan, (place,) if place else every):
                continue
            basis = Basis(plan, content, agreements, (place,) if place else every, known)
            at = _Place(spec, instance_id(spec.id, place), place, its_day)
            found = _planned(basis, at, about(known, proven_by(spec), place), today)
            if not (spec.only_where_relevant and found.state is TaskState.NOT_RELEVANT):
                yield found


@dataclass(frozen=True, slots=True)
class _Place:
    spec: ActivitySpec
    row_id: str
    municipality: str
    day: date | None


def _left_out(plan: Plan, spec: ActivitySpec) -> bool:
    return (spec.only_with_test or spec.superseded) and not plan.connection.with_test


def _consulted(plan: Plan, places: tuple[str, ...]) -> bool:
    return any(plan.privacy.dpia.of(place).prior_consultation for place in places or (SHARED,))


def _agreed(plan: Plan, spec: ActivitySpec, place: str) -> date | None:
    """Return the day that the vendor has agreed to for an activity."""
    if not spec.agreed:
        return None
    first = plan.decision.municipalities[0].id if plan.decision.municipalities else SHARED
    agreed = getattr(plan.vendor.of(place or first), spec.agreed)
    return agreed if isinstance(agreed, date) and in_range(agreed) else None


def _answered_by(plan: Plan, content: Content, spec: ActivitySpec, place: str) -> date | None:
    """Return when the authority must have answered a prior consultation that has been sent."""
    if not spec.only_with_consultation:
        return None
    first = plan.decision.municipalities[0].id if plan.decision.municipalities else SHARED
    sent = plan.privacy.dpia.of(place or first).consultation_sent_on
    weeks = consultation_weeks(content)[0]
    return sent + timedelta(weeks=weeks) if sent is not None and in_range(sent) else None


def _instances(plan: Plan, spec: ActivitySpec, day: date | None) -> list[tuple[str, date | None]]:
    """Return municipality and connection day for every row of an activity: one each where they do it each."""
    places = plan.decision.municipalities
    days = connection_days(plan)
    each = spec.per_municipality or (spec.by_day and len({days.get(place.id) for place in places}) > 1)
    if each and len(places) > 1:
        return [(place.id, days.get(place.id)) for place in places]
    return [(SHARED, day)]


def window(spec: ActivitySpec, day: date) -> tuple[date | None, date | None]:
    """Return recommended start and deadline around a connection day, on working days."""

    def moved(offset: int | None) -> date | None:
        if offset is None:
            return None
        wanted = day + timedelta(days=offset)
        return working_day_after(wanted) if offset > 0 else day if offset == 0 else working_day_before(wanted)

    return moved(spec.earliest), moved(spec.latest)


def _planned(basis: Basis, at: _Place, said: Hands, today: date) -> PlannedActivity:
    start, counted = window(at.spec, at.day) if at.day is not None else (None, None)
    begins = _agreed(basis.plan, at.spec, at.municipality)
    if begins is not None:
        start = counted = begins
    if (point := _point(basis, at.spec)) is not None:
        counted = measuring_day(basis.plan, point, at.day)
    deadline = said.deadline or counted
    proof = evidence.find(basis, at.spec.evidence) if at.spec.evidence else None
    found = standing(said, proof)
    by_plan = proof is not None and found.source is Source.PLAN and found.finished
    usual_owner, usual_due = _holder(basis.plan, at), _counted(at, counted, agreed=begins is not None)
    owner = _named(at, said) or usual_owner
    return PlannedActivity(
        row_id=at.row_id,
        title=at.spec.title,
        municipality=at.municipality,
        spec=at.spec,
        column=at.spec.column,
        start=start,
        deadline=deadline,
        owner=owner.person,
        state=found.state,
        done_on=found.done_on,
        shown=proof.text if proof is not None and by_plan else "",
        late=late(deadline, found.state, today) and not _overtaken(basis.plan, at),
        address=("connection", "activities", at.row_id),
        begins=begins,
        ends=_answered_by(basis.plan, basis.content, at.spec, at.municipality),
        standing=found,
        said=said,
        owed_by=owner,
        owed=_set(said) or usual_due,
        usual_owner=usual_owner,
        usual_due=usual_due,
    )


def _named(at: _Place, said: Hands) -> Owner | None:
    """Return whoever is named on any of its rows."""
    named = next(iter(said.owners), None)
    return Owner(named.value, at.spec.role, Origin.SET, named.at) if named is not None else None


def _holder(plan: Plan, at: _Place) -> Owner:
    held = holder(plan, at.spec.role, at.municipality)
    return Owner(held.person, at.spec.role, Origin.ROLE, held.at)


def _set(said: Hands) -> Due | None:
    by_hand = next(iter(said.deadlines), None)
    return Due(by_hand.value, Origin.SET, by_hand.at) if by_hand is not None else None


def _counted(at: _Place, counted: date | None, *, agreed: bool) -> Due:
    here = ("connection", "activities", at.row_id, "deadline")
    origin = Origin.NONE if counted is None else Origin.AGREED if agreed else Origin.DAY
    return Due(counted, origin, here)


def _point(basis: Basis, spec: ActivitySpec) -> MeasuringPointSpec | None:
    """Return the measuring point that an activity is for."""
    kind, _colon, point = spec.evidence.partition(":")
    return next((one for one in basis.content.measuring_points if kind == "measured" and one.id == point), None)


def _overtaken(plan: Plan, at: _Place) -> bool:
    """Tell whether an activity was for the time before a connection that has been made: nothing is late there now."""
    places = (at.municipality,) if at.municipality else tuple(place.id for place in plan.decision.municipalities)
    before = at.spec.latest is None or at.spec.latest <= 0
    return before and bool(places) and all(plan.connection.day.of(place).connected_on for place in places)


def _waiting(item: PlannedActivity, own: tuple[str, ...], known: set[str], plan: Plan) -> PlannedActivity:
    """Return an activity with the rows that it waits for: the municipality's own, the shared one, or those of all."""
    after = _resolved(item.spec.after if item.spec is not None else own, item.municipality, known, plan)
    return replace(item, after=after) if after else item


def _resolved(after: tuple[str, ...], place: str, known: set[str], plan: Plan) -> tuple[str, ...]:
    found: list[str] = []
    for one in after:
        content_id, _own_place = split_instance(one)
        choices = (one, instance_id(content_id, place), content_id)
        row = next((choice for choice in choices if choice in known), None)
        if row is not None:
            found.append(row)
        else:
            each = (instance_id(content_id, every.id) for every in plan.decision.municipalities)
            found += [choice for choice in each if choice in known]
    return tuple(dict.fromkeys(found))


def titled(plan: Plan, item: PlannedActivity) -> str:
    """Return an activity's title with the municipality that it is for."""
    title = item.title or _("Uten tekst")
    return f"{title} ({municipality_name(plan, item.municipality)})" if item.municipality else title
