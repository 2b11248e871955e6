"""How soon they can connect: by hand for the handbook's activities, and as properties of any plan."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digisos_wizard.model.base import Own, PerMunicipality
from digisos_wizard.model.connection import ActivityStatus, ConnectionDay, OwnActivity, ScheduleAssumption
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.connection.result import PlannedActivity, Schedule
from digisos_wizard.model.rules.connection.workdays import around, is_working_day, working_day_before
from digisos_wizard.model.terms import TaskState
from tests.model.given import TODAY, content, figures_of, plan_of

WISHED = "connection/day/shared/wished"
DAYS = around(TODAY, [date(2029, 1, 1)])
BEFORE = [spec.id for spec in content().activities if spec.latest is None or spec.latest < 0]
"""Activities that belong to the time before the connection."""


def all_done(*but: str) -> tuple[ActivityStatus, ...]:
    """Return every activity before the day as done, but for some."""
    return tuple(ActivityStatus(id=one, state=TaskState.DONE) for one in BEFORE if one not in but)


def schedule(plan: Plan, today: date = TODAY) -> Schedule:
    """Return a plan's schedule."""
    return figures_of(plan, today).schedule


def item(plan: Plan, row_id: str, today: date = TODAY) -> PlannedActivity:
    """Return one activity."""
    return schedule(plan, today).by_id[row_id]


def test_when_all_is_done_they_can_connect_today() -> None:
    (reach,) = schedule(plan_of(5_000, answers={"connection/activities": all_done()})).reaches
    assert reach.soonest == TODAY, "a Monday"
    assert reach.chain == ()


def test_digisos_needs_three_weeks_notice() -> None:
    """FAQ 5: the dates must be known at least three weeks before. Notice takes a day: 23 November, 14 December."""
    plan = plan_of(5_000, answers={"connection/activities": all_done("notify-digisos")})
    (reach,) = schedule(plan).reaches
    assert reach.soonest == date(2026, 12, 14)
    assert reach.chain == ("notify-digisos",)


def test_the_chain_from_decision_to_notice_decides_for_a_new_plan() -> None:
    """5 + 10 + 5 + 3 + 1 working days from 23 November are over on 24 December; three weeks later is 14 January."""
    (reach,) = schedule(plan_of(5_000)).reaches
    assert reach.chain == ("decide", "vendor-contact", "vendor-agreement", "vendor-dates", "notify-digisos")
    assert reach.soonest == date(2027, 1, 14)


def test_an_own_duration_takes_the_place_of_ours() -> None:
    statuses = (*all_done("training"), ActivityStatus(id="training", duration_days=8))
    plan = plan_of(5_000, answers={"connection/activities": statuses, WISHED: date(2027, 3, 4)})
    found = item(plan, "training").timing
    assert found is not None
    assert (found.days, found.soonest_finish) == (8, date(2026, 12, 2))
    assert schedule(plan).reaches[0].soonest == date(2026, 12, 3)


def test_the_latest_days_run_backwards_from_the_day() -> None:
    plan = plan_of(
        5_000, answers={"connection/activities": all_done("installation", "training"), WISHED: date(2027, 3, 4)}
    )
    training, installation = (item(plan, one).timing for one in ("training", "installation"))
    assert training is not None
    assert installation is not None
    # Training (3 days) is over the day before: 1–3 March. Installation (2 days) before that: 25–26 February.
    assert (training.latest_start, training.latest_finish) == (date(2027, 3, 1), date(2027, 3, 3))
    assert (installation.latest_start, installation.latest_finish) == (date(2027, 2, 25), date(2027, 2, 26))
    assert installation.slack == training.slack
    assert installation.critical
    assert training.critical


def test_each_municipality_reaches_its_own_day() -> None:
    days = PerMunicipality[ConnectionDay](
        shared=ConnectionDay(wished=date(2026, 12, 1)),
        own=(Own(id="b", value=ConnectionDay(wished=date(2027, 9, 2))),),
    )
    first, second = schedule(plan_of(5_000, 6_000, answers={"connection/day": days})).reaches
    assert (first.municipality, first.in_time) == ("a", False)
    assert (second.municipality, second.in_time) == ("b", True)


def test_what_belongs_to_the_day_is_done_once_for_each_day() -> None:
    days = PerMunicipality[ConnectionDay](
        shared=ConnectionDay(wished=date(2027, 3, 4)),
        own=(Own(id="b", value=ConnectionDay(wished=date(2027, 9, 2))),),
    )
    one = schedule(plan_of(5_000, 6_000, answers={WISHED: date(2027, 3, 4)})).by_id
    two = schedule(plan_of(5_000, 6_000, answers={"connection/day": days})).by_id
    assert "connect" in one
    assert {"connect@a", "connect@b", "training@a", "training@b"} <= set(two)
    assert two["connect@b"].deadline == date(2027, 9, 2)
    assert "mapping" in two, "what the office does once stays one"


def test_an_answer_from_before_the_days_parted_still_holds() -> None:
    days = PerMunicipality[ConnectionDay](
        shared=ConnectionDay(wished=date(2027, 3, 4)),
        own=(Own(id="b", value=ConnectionDay(wished=date(2027, 9, 2))),),
    )
    statuses = (
        ActivityStatus(id="training", state=TaskState.DONE),
        ActivityStatus(id="training@b", state=TaskState.IN_PROGRESS),
    )
    found = schedule(plan_of(5_000, 6_000, answers={"connection/day": days, "connection/activities": statuses})).by_id
    assert found["training@a"].state is TaskState.DONE
    assert found["training@b"].state is TaskState.IN_PROGRESS


def test_a_connected_municipality_has_nothing_left_to_reach() -> None:
    plan = plan_of(5_000, answers={"connection/day/shared/connected_on": date(2026, 11, 2)})
    (reach,) = schedule(plan).reaches
    assert reach.connected
    assert reach.in_time


def test_own_activities_wait_for_those_they_name_in_every_municipality() -> None:
    own = (OwnActivity(id="cake", title="Kake", after=("fiks", "x"), duration_days=1), OwnActivity(id="x", title="X"))
    plan = plan_of(5_000, 6_000, answers={WISHED: date(2027, 3, 4), "connection/own_activities": own})
    cake = item(plan, "cake")
    assert set(cake.after) == {"fiks@a", "fiks@b", "x"}
    fiks = item(plan, "fiks@b").timing
    assert cake.timing is not None
    assert fiks is not None
    assert cake.timing.soonest_start > fiks.soonest_finish


def two_days(first: date, second: date, **more: object) -> Plan:
    """Return a plan of two municipalities that connect on different days."""
    days = PerMunicipality[ConnectionDay](
        shared=ConnectionDay(wished=first), own=(Own(id="b", value=ConnectionDay(wished=second)),)
    )
    return plan_of(5_000, 6_000, answers={"connection/day": days, **more})


def test_what_comes_after_one_connection_sets_no_limit_for_the_other() -> None:
    found = schedule(two_days(date(2027, 3, 10), date(2027, 8, 18)), date(2027, 5, 3))
    assert {"norg@a", "norg@b"} <= set(found.by_id)
    other = [item for item in found.activities if item.municipality == "b" and item.timing is not None]
    assert other
    assert all(item.timing.slack is None or item.timing.slack >= 0 for item in other if item.timing)


def test_an_agreed_installation_stands_on_its_day_and_decides() -> None:
    answers: dict[str, object] = {
        "vendor/shared/installation_date": date(2027, 6, 1),
        "vendor/shared/training_date": date(2027, 6, 3),
    }
    plan = plan_of(5_000, answers=answers)
    assert item(plan, "installation").deadline == date(2027, 6, 1)
    assert schedule(plan).reaches[0].soonest > date(2027, 6, 3)


def test_a_consultation_that_is_sent_is_over_eight_weeks_later() -> None:
    answers: dict[str, object] = {
        "privacy/dpia/shared/prior_consultation": True,
        "privacy/dpia/shared/consultation_sent_on": date(2026, 10, 5),
        "connection/activities": all_done("consultation"),
    }
    (reach,) = schedule(plan_of(5_000, answers=answers)).reaches
    assert reach.soonest == date(2026, 12, 1), "30 November, and a day"


def test_the_shortest_preparation_counts_from_when_it_began() -> None:
    begun: dict[str, object] = {"about/created_on": date(2026, 9, 1), WISHED: date(2026, 12, 16)}
    plan = plan_of(5_000, answers={**begun, "connection/activities": all_done()})
    assert schedule(plan).earliest_day == TODAY
    assert not [one for one in figures_of(plan).findings if one.rule == "day-too-soon"]


def test_the_advised_day_is_one_that_nothing_speaks_against() -> None:
    found = schedule(
        plan_of(5_000, answers={"connection/activities": all_done(), "about/created_on": date(2026, 9, 1)})
    )
    assert found.soonest == TODAY
    assert found.advised == TODAY
    wednesday = {"connection/assumptions": (ScheduleAssumption(id="slot-weekday", value=3),)}
    advised = schedule(plan_of(5_000, answers=wednesday)).advised
    assert advised is not None
    assert advised.weekday() == 2


# ------------------------------------------------------------------------------------------------------- any plan


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Return plans with states, own durations, own days and own activities that wait for each other."""
    statuses = tuple(
        ActivityStatus(
            id=one,
            state=draw(st.sampled_from(list(TaskState))),
            duration_days=draw(st.none() | st.integers(0, 30)),
        )
        for one in draw(st.sets(st.sampled_from(BEFORE), max_size=12))
    )
    rows = [f"own{place}" for place in range(draw(st.integers(0, 4)))]
    own = tuple(
        OwnActivity(
            id=row,
            title=row,
            offset_days=draw(st.none() | st.integers(-200, 100)),
            duration_days=draw(st.none() | st.integers(0, 40)),
            after=tuple(draw(st.sets(st.sampled_from([*rows, *BEFORE[:6]]), max_size=3))),
        )
        for row in rows
    )
    day = draw(st.dates(date(2026, 11, 24), date(2028, 12, 31)).filter(is_working_day))
    people = (5_000, 6_000)[: draw(st.integers(1, 2))]
    answers: dict[str, object] = {WISHED: day, "connection/activities": statuses, "connection/own_activities": own}
    return plan_of(*people, answers=answers)


def no_activity_comes_before_those_it_waits_for(plan: Plan) -> None:
    found = schedule(plan)
    cut = {row for circle in found.circles for row in circle}
    for later in found.activities:
        for row in later.after:
            earlier = found.by_id[row]
            if later.timing is None or earlier.timing is None or {later.row_id, row} <= cut:
                continue
            assert later.timing.soonest_start >= earlier.timing.soonest_finish
            if later.spec is not None:  # what the office adds takes the time that is left
                last, begin = earlier.timing.latest_finish, later.timing.latest_start
                assert last is None or begin is None or last <= begin


def slack_is_the_working_days_between(plan: Plan) -> None:
    for one in schedule(plan).activities:
        if one.timing is not None and one.timing.slack is not None and one.timing.latest_finish is not None:
            between = DAYS.count(one.timing.latest_finish) - DAYS.count(one.timing.soonest_finish)
            assert one.timing.slack == between or one.timing.days == 0


def the_day_can_be_reached_when_nothing_before_it_is_short(plan: Plan) -> None:
    """Forwards and backwards give the same answer to whether there is time."""
    found = schedule(plan)
    short = [
        one
        for one in found.activities
        if one.spec is not None
        and one.spec.id in BEFORE
        and one.timing is not None
        and one.timing.slack is not None
        and one.timing.slack < 0
    ]
    assert all(reach.in_time for reach in found.reaches) is not bool(short)


def free_activities_move_with_the_day(plan: Plan, weeks: int) -> None:
    day = plan.connection.day.shared.wished
    assert day is not None
    for spec in content().activities:
        for offset in (spec.earliest, spec.latest):
            if offset is not None and offset < 0:
                here, there = (first + timedelta(days=offset) for first in (day, day + timedelta(weeks=weeks)))
                assert there - here == timedelta(weeks=weeks)
                before, after = schedule(plan), schedule(plan_with(plan, day + timedelta(weeks=weeks)))
                for row_id, one in before.by_id.items():
                    if one.spec is spec and one.deadline is not None and spec.latest is not None:
                        moved = after.by_id[row_id].deadline
                        assert one.deadline == working_day_before(day + timedelta(days=spec.latest))
                        assert moved == working_day_before(day + timedelta(weeks=weeks, days=spec.latest))
                return


def plan_with(plan: Plan, day: date) -> Plan:
    """Return the plan with another day."""
    from digisos_wizard.model.edits import Set, apply

    return apply(plan, Set(("connection", "day", "shared", "wished"), day))


CHECKS = (
    no_activity_comes_before_those_it_waits_for,
    slack_is_the_working_days_between,
    the_day_can_be_reached_when_nothing_before_it_is_short,
)
DAILY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@DAILY
@given(plans(), st.integers(1, 30))
def test_what_holds_of_every_plan(plan: Plan, weeks: int) -> None:
    for check in CHECKS:
        check(plan)
    free_activities_move_with_the_day(plan, weeks)


@pytest.mark.long
@LONG
@given(plans(), st.integers(1, 30))
def test_what_holds_of_ten_thousand_plans(plan: Plan, weeks: int) -> None:
    for check in CHECKS:
        check(plan)
    free_activities_move_with_the_day(plan, weeks)


@DAILY
@given(plans())
def test_connecting_on_the_soonest_day_leaves_nobody_short_and_a_day_earlier_somebody(plan: Plan) -> None:
    (reach,) = schedule(plan).reaches
    if not reach.chain or reach.soonest.year > 2029:
        return
    assert schedule(plan_with(plan, reach.soonest)).reaches[0].in_time
    earlier = working_day_before(reach.soonest - timedelta(days=1))
    if earlier >= TODAY:
        assert not schedule(plan_with(plan, earlier)).reaches[0].in_time
