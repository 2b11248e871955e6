"""The connection plan: windows backwards from the day, moved to working days, per municipality, proven by the plan."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.model.base import Own, PerMunicipality
from digisos_wizard.model.connection import ActivityStatus, ConnectionDay, Fiks, OwnActivity, ScheduleAssumption
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.people import RoleAssignment
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.rules.connection.schedule import window
from digisos_wizard.model.rules.connection.workdays import is_working_day
from digisos_wizard.model.terms import CooperationForm, FinancingState, TaskState
from tests.model.given import TODAY, content, figures_of, found, plan_of, severity_of

WISHED = "connection/day/shared/wished"


def planned(plan: Plan, row_id: str, today: date = TODAY) -> PlannedActivity:
    """Return one activity of a plan."""
    return next(item for item in figures_of(plan, today).schedule.activities if item.row_id == row_id)


@pytest.mark.parametrize(
    ("day", "activity", "start", "deadline"),
    [
        # 3–5 weeks before an ordinary Thursday.
        (date(2027, 3, 4), "cooperation", date(2027, 1, 28), date(2027, 2, 11)),
        # Three weeks before 15 April is Maundy Thursday 2027: the Wednesday before.
        (date(2027, 4, 15), "cooperation", date(2027, 3, 11), date(2027, 3, 24)),
        # One week before 24 May is 17 May, a Monday: the Friday before.
        (date(2027, 5, 24), "training", date(2027, 5, 10), date(2027, 5, 14)),
        # Two weeks before 8 April is Maundy Thursday; the deadline a week later is an ordinary Thursday.
        (date(2027, 4, 8), "training", date(2027, 3, 24), date(2027, 4, 1)),
        # The day itself stays where it is.
        (date(2027, 5, 17), "connect", date(2027, 5, 17), date(2027, 5, 17)),
    ],
)
def test_windows(day: date, activity: str, start: date, deadline: date) -> None:
    item = planned(plan_of(5_000, answers={WISHED: day}), activity)
    assert (item.start, item.deadline) == (start, deadline)


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)))
def test_no_window_begins_or_ends_on_a_day_off_and_none_ends_before_it_begins(day: date) -> None:
    for spec in content().activities:
        start, deadline = window(spec, day)
        for edge, offset in ((start, spec.earliest), (deadline, spec.latest)):
            if edge is None or offset is None or offset == 0:
                continue
            assert is_working_day(edge)
            wanted = day + timedelta(days=offset)
            assert (edge <= wanted) if offset < 0 else (edge >= wanted)
        assert start is None or deadline is None or start <= deadline


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)), st.integers(0, 400))
def test_a_later_day_never_gives_an_earlier_deadline(day: date, later: int) -> None:
    for spec in content().activities:
        _start, first = window(spec, day)
        _start, second = window(spec, day + timedelta(days=later))
        assert first is None or second is None or first <= second


def test_without_a_day_the_activities_stand_there_without_dates() -> None:
    schedule = figures_of(plan_of(5_000)).schedule
    assert schedule.day is None
    assert {(item.start, item.deadline, item.late) for item in schedule.activities} == {(None, None, False)}
    assert found(plan_of(5_000), "day-missing")


def test_activities_stand_in_the_order_of_their_deadlines() -> None:
    deadlines = [
        item.deadline for item in figures_of(plan_of(5_000, answers={WISHED: date(2027, 9, 2)})).schedule.activities
    ]
    assert deadlines == sorted(deadlines, key=lambda day: day or date.max)


def test_the_earliest_day_is_the_shortest_preparation_from_today_and_can_be_changed() -> None:
    assert figures_of(plan_of(5_000)).schedule.earliest_day == date(2027, 1, 18)
    own = (ScheduleAssumption(id="shortest-weeks", value=4),)
    plan = plan_of(5_000, answers={"connection/assumptions": own})
    assert figures_of(plan).schedule.earliest_day == date(2026, 12, 21)


def test_testing_is_left_out_unless_switched_on() -> None:
    def ids(with_test: bool | None) -> set[str]:
        plan = plan_of(5_000, answers={"connection/with_test": with_test})
        return {item.row_id for item in figures_of(plan).schedule.activities}

    assert ids(with_test=True) - ids(with_test=None) == {"test"}
    assert ids(with_test=False) == ids(with_test=None)


def test_a_deadline_is_late_only_when_it_is_passed_and_not_done() -> None:
    day = date(2027, 3, 4)
    plan = plan_of(5_000, answers={WISHED: day})
    deadline = date(2027, 2, 11)
    assert not planned(plan, "fiks", deadline).late
    assert planned(plan, "fiks", deadline + timedelta(days=1)).late
    for state in (TaskState.DONE, TaskState.NOT_RELEVANT):
        done = plan_of(5_000, answers={WISHED: day, "connection/activities/fiks/state": state})
        assert not planned(done, "fiks", date(2027, 3, 1)).late
    assert severity_of(plan, "activity-late", date(2027, 2, 12)) is Severity.WARNING


def test_what_the_plan_proves_is_done_however_far_it_was_said_to_be_and_a_no_wins() -> None:
    answers: dict[str, object] = {"connection/fiks/shared/configured_on": date(2027, 1, 5)}
    assert planned(plan_of(5_000, answers=answers), "fiks").state is TaskState.DONE
    answers["connection/activities/fiks/state"] = TaskState.IN_PROGRESS
    assert planned(plan_of(5_000, answers=answers), "fiks").state is TaskState.DONE
    answers["connection/activities/fiks/state"] = TaskState.OPEN
    assert planned(plan_of(5_000, answers=answers), "fiks").state is TaskState.OPEN


def test_what_the_plan_shows_is_begun_is_in_progress() -> None:
    answers: dict[str, object] = {"costs/answers/shared/connection_fee/state": FinancingState.FINANCED}
    item = planned(plan_of(5_000, answers=answers), "finance")
    assert item.state is TaskState.IN_PROGRESS
    assert not item.finished


def test_the_day_of_proof_is_the_day_it_was_done_unless_another_was_given() -> None:
    proof = date(2027, 1, 5)
    answers: dict[str, object] = {"connection/fiks/shared/configured_on": proof}
    item = planned(plan_of(5_000, answers=answers), "fiks")
    assert (item.done_on, item.shown) == (proof, "Gjort 5. januar 2027.")
    answers["connection/activities/fiks/done_on"] = date(2027, 1, 4)
    assert planned(plan_of(5_000, answers=answers), "fiks").done_on == date(2027, 1, 4)
    answers["connection/activities/fiks/state"] = TaskState.DONE
    assert planned(plan_of(5_000, answers=answers), "fiks").shown == "Gjort 5. januar 2027."
    decided = {"decision/approval/shared/decided_on": proof, "decision/approval/shared/decider": "Kommunestyret"}
    assert planned(plan_of(5_000, answers=decided), "decide").done_on == proof


def test_each_municipality_has_its_own_row_and_its_own_day() -> None:
    days = PerMunicipality[ConnectionDay](
        shared=ConnectionDay(wished=date(2027, 3, 4)),
        own=(Own(id="b", value=ConnectionDay(wished=date(2027, 9, 2))),),
    )
    plan = plan_of(5_000, 6_000, answers={"connection/day": days})
    assert planned(plan, "fiks@a").deadline == date(2027, 2, 11)
    assert planned(plan, "fiks@b").deadline == date(2027, 8, 12)
    assert figures_of(plan).schedule.day == date(2027, 3, 4), "the first of them"


def test_the_holder_of_the_role_owns_the_activity_until_another_is_named() -> None:
    it = {"people/roles": (RoleAssignment(id="it", person="p1"),)}
    assert planned(plan_of(5_000, answers=it), "firewall").owner == "p1"
    named = it | {"connection/activities/firewall": ActivityStatus(id="firewall", owner="p2")}
    assert planned(plan_of(5_000, answers=named), "firewall").owner == "p2"


@pytest.mark.parametrize(
    ("offset", "duration", "start", "deadline"),
    [
        (-10, 5, date(2027, 2, 17), date(2027, 2, 22)),
        (2, None, None, date(2027, 3, 8)),
        (None, 5, None, None),
        (-(10**9), None, None, date(2017, 3, 6)),
    ],
)
def test_own_activities_count_their_days_from_the_connection(
    offset: int | None, duration: int | None, start: date | None, deadline: date | None
) -> None:
    own = (OwnActivity(id="own1", title="Kake", offset_days=offset, duration_days=duration),)
    item = planned(plan_of(5_000, answers={WISHED: date(2027, 3, 4), "connection/own_activities": own}), "own1")
    assert (item.start, item.deadline) == (start, deadline)


@pytest.mark.parametrize(
    ("day", "rule", "severity", "words"),
    [
        (date(2026, 11, 20), "day-past", Severity.BLOCKER, "passert"),
        (date(2027, 3, 6), "day-off", Severity.BLOCKER, "lørdag"),
        (date(2027, 3, 7), "day-off", Severity.BLOCKER, "søndag"),
        (date(2027, 5, 6), "day-off", Severity.BLOCKER, "Kristi himmelfart"),
        (date(2027, 3, 5), "day-before-off", Severity.WARNING, "dagen før fri"),
        (date(2027, 3, 24), "day-before-off", Severity.WARNING, "dagen før fri"),
        (date(2026, 12, 8), "day-too-soon", Severity.WARNING, "18. januar 2027"),
    ],
)
def test_a_day_that_will_not_do_says_why(day: date, rule: str, severity: Severity, words: str) -> None:
    (finding,) = found(plan_of(5_000, answers={WISHED: day}), rule)
    assert finding.severity is severity
    assert words in finding.message


def test_an_ordinary_thursday_gets_no_remarks() -> None:
    plan = plan_of(5_000, answers={WISHED: date(2027, 3, 4)})
    for rule in ("day-past", "day-off", "day-before-off", "day-too-soon", "day-missing"):
        assert not found(plan, rule)


def test_a_municipality_can_not_have_connected_in_the_future() -> None:
    plan = plan_of(5_000, answers={"connection/day/shared/connected_on": date(2026, 11, 24)})
    assert severity_of(plan, "connected-future") is Severity.ERROR
    assert not found(plan, "connected-future", date(2026, 11, 24))


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        ({"warning_email": "fiks@ask.kommune.no"}, "warning-email"),
        ({"configured_on": date(2026, 11, 1)}, "fiks-open"),
        ({"firewall_open": True}, "firewall-closed"),
        ({"org_number_confirmed": True}, "org-number-unconfirmed"),
    ],
)
def test_production_readiness_asks_for_what_the_municipality_must_do_itself(
    answers: dict[str, object], gone: str
) -> None:
    rules = ("warning-email", "fiks-open", "firewall-closed", "org-number-unconfirmed")
    plan = plan_of(5_000, answers={f"connection/fiks/shared/{name}": value for name, value in answers.items()})
    assert [rule for rule in rules if not found(plan, rule)] == [gone]


def test_every_own_answer_about_fiks_is_asked_for_by_name() -> None:
    own = PerMunicipality[Fiks](shared=Fiks(), own=(Own(id="b", value=Fiks()),))
    messages = [one.message for one in found(plan_of(5_000, 6_000, answers={"connection/fiks": own}), "fiks-open")]
    assert messages == ["Fiks Digisos er ikke satt opp.", "Bjerk: Fiks Digisos er ikke satt opp."]


@pytest.mark.parametrize(
    ("activity", "address", "value"),
    [
        ("firewall", "connection/fiks/shared/firewall_open", True),
        ("warning-mail", "connection/fiks/shared/warning_email", "fiks@ask.kommune.no"),
        ("altinn", "connection/fiks/shared/altinn_role_holder", "p1"),
        ("connect", "connection/day/shared/connected_on", date(2026, 11, 2)),
        ("mail-digisos", "connection/digisos_mailed_on", date(2026, 11, 3)),
        ("norg", "connection/norg_checked_on", date(2026, 11, 3)),
    ],
)
def test_what_is_answered_elsewhere_need_not_be_ticked(activity: str, address: str, value: object) -> None:
    assert planned(plan_of(5_000), activity).state is TaskState.OPEN
    assert planned(plan_of(5_000, answers={address: value}), activity).state is TaskState.DONE


def test_the_vendors_dates_are_agreed_when_both_are_there() -> None:
    one: dict[str, object] = {"vendor/shared/installation_date": date(2027, 2, 16)}
    assert planned(plan_of(5_000, answers=one), "vendor-dates").state is TaskState.OPEN
    both = one | {"vendor/shared/training_date": date(2027, 2, 23)}
    assert planned(plan_of(5_000, answers=both), "vendor-dates").state is TaskState.DONE


def test_a_prior_consultation_takes_its_eight_weeks_before_the_day() -> None:
    """GDPR art. 36: the authority has eight weeks; until then nothing may begin."""
    answers: dict[str, object] = {WISHED: date(2027, 9, 2)}
    assert "consultation" not in figures_of(plan_of(5_000, answers=answers)).schedule.by_id
    answers["privacy/dpia/shared/prior_consultation"] = True
    item = planned(plan_of(5_000, answers=answers), "consultation")
    assert item.timing is not None
    assert item.timing.days == 40
    assert item.after == ("dpia",)
    assert item.timing.latest_finish == date(2027, 9, 1)


def test_the_agreement_between_municipalities_is_there_where_they_have_one() -> None:
    assert "between-municipalities" not in figures_of(plan_of(5_000)).schedule.by_id
    hosted: dict[str, object] = {
        "cooperation/form": CooperationForm.HOST,
        "cooperation/host": "a",
        "cooperation/controller_transferred": True,
        "cooperation/transfer_stated": False,
    }
    assert "between-municipalities" in figures_of(plan_of(5_000, 6_000, answers=hosted)).schedule.by_id


def test_with_the_host_as_controller_the_partners_sign_nothing_with_the_directorate() -> None:
    """H22: with the transfer stated in the agreement, the host signs with AVdir; all sign with KS."""
    answers: dict[str, object] = {
        "cooperation/form": CooperationForm.HOST,
        "cooperation/host": "a",
        "cooperation/controller_transferred": True,
        "cooperation/transfer_stated": True,
    }
    found = figures_of(plan_of(5_000, 6_000, answers=answers)).schedule.by_id
    assert found["cooperation@a"].state is TaskState.OPEN
    assert found["cooperation@b"].state is TaskState.NOT_RELEVANT
    assert found["ks-terms@b"].state is TaskState.OPEN
