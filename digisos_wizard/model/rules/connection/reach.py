"""What the work that is left allows: soonest and latest dates, slack, and how soon each municipality can connect.

Hard limits alone count here: what must be finished before what, the days an activity takes (own), and the notice that
Digisos needs (FAQ 5). The handbook's windows and the office's own deadlines say when it is wise, not what is too late.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from digisos_wizard.model.base import SHARED
from digisos_wizard.model.content import ActivitySpec
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.connection.network import Node, Solution, Times, solve
from digisos_wizard.model.rules.connection.result import PlannedActivity, Reach, Schedule, Timing
from digisos_wizard.model.rules.connection.workdays import DAY, Workdays, around, working_day_after
from digisos_wizard.model.rules.days import connection_date, in_range

CONNECT = "connect"
"""The content's activity that is the connection itself."""
LONGEST = 3_650
WORKING, WEEK = 5, 7


@dataclass(frozen=True, slots=True)
class _Basis:
    plan: Plan
    days: Workdays
    schedule: Schedule
    begin: int
    own: Mapping[str, int | None]
    lasting: Mapping[str, int | None]

    def day_of(self, place: str) -> date | None:
        """Return the connection day that an activity's limits count from."""
        own = connection_date(self.plan, place) if place else self.schedule.day
        return own if own is not None and in_range(own) else None


def reckon(plan: Plan, schedule: Schedule, today: date) -> Schedule:
    """Return the schedule with what can be reached from today, working day by working day."""
    dates = [schedule.day, *(item.deadline for item in schedule.activities)]
    days = around(today, [day for day in dates if day is not None and in_range(day)])
    begin = days.count(today - DAY)
    basis = _Basis(
        plan,
        days,
        schedule,
        begin,
        {own.id: own.duration_days for own in plan.connection.own_activities},
        {status.id: status.duration_days for status in plan.connection.activities},
    )
    solution = solve([_node(basis, item) for item in schedule.activities], begin)
    reaches = _reaches(basis, solution, begin)
    critical = {row for reach in reaches if not reach.connected for row in reach.chain}
    activities = tuple(
        item if item.finished else replace(item, timing=_dated(days, solution.times[item.row_id], item, critical))
        for item in schedule.activities
    )
    return replace(schedule, activities=activities, reaches=reaches, circles=solution.circles)


def _node(basis: _Basis, item: PlannedActivity) -> Node:
    day = basis.day_of(item.municipality)
    return Node(
        item.row_id,
        _takes(basis, item),
        item.after,
        item.finished,
        _not_before(basis.days, item, day),
        _due(basis, item, day),
        item.spec is not None and not is_after(item),
    )


def _takes(basis: _Basis, item: PlannedActivity) -> int:
    """Return the working days that an activity takes, the office's own figure first."""
    if item.ends is not None:
        return max(basis.days.count(item.ends) - basis.begin, 0)
    if item.spec is not None:
        own = basis.lasting.get(item.row_id)
        return min(own if own is not None and own >= 0 else item.spec.days, LONGEST)
    if item.start is not None and item.deadline is not None:
        return max(basis.days.count(item.deadline) - basis.days.count(item.start), 1)
    return max(ceil(min(max(basis.own.get(item.row_id) or 1, 1), LONGEST) * WORKING / WEEK), 1)


def _not_before(days: Workdays, item: PlannedActivity, day: date | None) -> int:
    """Return the time before which an activity makes no sense: what belongs to the day waits for it."""
    if item.begins is not None:
        return days.count(item.begins - DAY)
    if day is None or item.spec is None or item.spec.earliest is None or item.spec.earliest < 0:
        return 0
    return days.count(day + timedelta(days=item.spec.earliest) - DAY)


def _due(basis: _Basis, item: PlannedActivity, day: date | None) -> int | None:
    """Return when an activity must be finished: for the connection day, or an own one for its deadline."""
    if item.spec is None:
        return basis.days.count(item.deadline) if item.deadline is not None else None
    return _latest(basis.days, item, day) if day is not None else None


def _latest(days: Workdays, item: PlannedActivity, day: date) -> int:
    spec = item.spec
    if spec is None or spec.id == CONNECT:
        return days.count(day)
    if is_after(item):
        return days.count(item.deadline) if item.deadline is not None else days.count(day) + spec.days
    if spec.lead is not None:
        return days.count(day - timedelta(days=spec.lead))
    return days.count(day - DAY)


def is_after(item: PlannedActivity) -> bool:
    """Tell whether an activity belongs to the time after the connection."""
    return item.spec is not None and item.spec.id != CONNECT and item.spec.latest is not None and item.spec.latest > 0


def _reaches(basis: _Basis, solution: Solution, begin: int) -> tuple[Reach, ...]:
    """Return how soon each municipality can connect; one answer where all have the same day."""
    days = {place.id: connection_date(basis.plan, place.id) for place in basis.plan.decision.municipalities}
    each = len(set(days.values())) > 1
    return tuple(_reach(basis, solution, place, begin) for place in (days if each else [SHARED]))


def _reach(basis: _Basis, solution: Solution, place: str, begin: int) -> Reach:
    first = next(iter(basis.plan.decision.municipalities), None)
    whose = place or (first.id if first is not None else SHARED)
    answer = basis.plan.connection.day.of(whose)
    soonest, last = basis.days.day(begin + 1), ""
    for item in basis.schedule.activities:
        if item.spec is None or item.finished or item.spec.id == CONNECT or is_after(item):
            continue
        if place and item.municipality not in (SHARED, place):
            continue
        possible = _day_after(basis.days, item.spec, solution.times[item.row_id].soonest_finish)
        if possible > soonest or not last:
            soonest, last = max(possible, soonest), item.row_id
    chain = solution.path_to(last) if last else ()
    return Reach(place, basis.day_of(whose), soonest, chain, answer.connected_on is not None)


def _day_after(days: Workdays, spec: ActivitySpec, finish: int) -> date:
    """Return the first day that they can connect when an activity is finished at that time."""
    day = days.day(finish + 1)
    if spec.lead is None:
        return day
    return max(day, working_day_after(days.day(finish) + timedelta(days=spec.lead)))


def _dated(days: Workdays, times: Times, item: PlannedActivity, critical: set[str]) -> Timing:
    takes = times.soonest_finish - times.soonest_start

    def begins(count: int | None) -> date | None:
        return None if count is None else days.day(count + 1 if takes else count)

    def ends(count: int | None) -> date | None:
        return None if count is None else days.day(count)

    return Timing(
        days=takes,
        soonest_start=days.day(times.soonest_start + 1),
        soonest_finish=days.day(max(times.soonest_finish, times.soonest_start + 1)),
        latest_start=begins(times.latest_start),
        latest_finish=ends(times.latest_finish),
        slack=times.slack,
        critical=item.row_id in critical,
    )
