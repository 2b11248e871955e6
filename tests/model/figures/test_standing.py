"""Why they can't connect yet: one reason for each thing, with evidence, owner and a place to go."""

from datetime import date, timedelta

from digisos_wizard.model.address import exists
from digisos_wizard.model.connection import ActivityStatus, OwnActivity
from digisos_wizard.model.figures.standing import ReadyState, Reason
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.steps import STEPS
from digisos_wizard.model.terms import SignOffPhase, TaskState
from tests.model.given import figures_of, plan_of

WISHED = "connection/day/shared/wished"
AUTUMN = date(2027, 9, 2)


def reasons(plan: Plan, today: date | None = None, phase: SignOffPhase = SignOffPhase.CONNECT) -> dict[str, Reason]:
    """Return the reasons of a plan by rule."""
    figures = figures_of(plan, today) if today is not None else figures_of(plan)
    answer = figures.ready_to_connect if phase is SignOffPhase.CONNECT else figures.introduced
    return {reason.rule: reason for reason in answer.reasons}


def test_with_time_enough_everything_is_on_track() -> None:
    found = reasons(plan_of(5_000, answers={WISHED: AUTUMN}))
    assert {reason.state for reason in found.values()} == {ReadyState.ON_TRACK, ReadyState.AT_RISK}
    risky = {rule for rule, reason in found.items() if reason.state is ReadyState.AT_RISK}
    assert risky == {"signing-unclear"}


def test_little_slack_is_at_risk_and_none_is_blocked() -> None:
    fiks = "item-connect.fiks"
    plan = plan_of(5_000, answers={WISHED: date(2027, 3, 4)})
    assert reasons(plan)[fiks].state is ReadyState.ON_TRACK
    assert reasons(plan, date(2027, 2, 19))[fiks].state is ReadyState.AT_RISK
    assert reasons(plan, date(2027, 3, 2))[fiks].state is ReadyState.BLOCKED


def test_a_reason_has_what_the_plan_shows_who_does_it_and_where() -> None:
    plan = plan_of(5_000, answers={WISHED: AUTUMN})
    found = reasons(plan)["item-connect.fiks"]
    assert found.evidence == "Fiks Digisos er ikke satt opp."
    assert found.owner == "Dokumentforvaltning og arkiv"
    assert found.address == ("connection", "fiks", "shared", "configured_on")
    assert found.deadline is not None
    assert found.slack is not None
    assert all(exists(plan, reason.address) for reason in reasons(plan).values())


def test_ready_to_connect_asks_for_nothing_after_the_day() -> None:
    plan = plan_of(5_000, answers={WISHED: AUTUMN})
    rules = set(reasons(plan))
    assert not rules & {"item-connect.person-card", "activity-citizens", "activity-publish", "activity-connect"}
    assert {"item-connect.person-card", "activity-citizens"} <= set(reasons(plan, phase=SignOffPhase.FINAL))


def test_an_activity_that_a_checklist_item_asks_for_is_one_reason() -> None:
    rules = set(reasons(plan_of(5_000, answers={WISHED: AUTUMN})))
    assert "item-privacy.dpia" in rules
    assert "activity-dpia" not in rules
    assert "activity-video-meeting" in rules, "no item asks for it"


def test_what_is_done_gives_no_reason() -> None:
    done = (ActivityStatus(id="video-meeting", state=TaskState.DONE),)
    assert "activity-video-meeting" not in reasons(
        plan_of(5_000, answers={WISHED: AUTUMN, "connection/activities": done})
    )


def test_own_activities_never_stop_the_connection() -> None:
    own = (OwnActivity(id="cake", title="Kake", offset_days=-200, duration_days=90, after=("dpia",)),)
    plan = plan_of(5_000, answers={WISHED: date(2027, 6, 3), "connection/own_activities": own})
    assert all(reason.state is not ReadyState.BLOCKED for reason in reasons(plan).values())


def test_the_worst_comes_first_and_then_what_lies_on_the_critical_path() -> None:
    figures = figures_of(plan_of(5_000, answers={WISHED: AUTUMN}))
    kept = [(reason.state, reason.critical) for reason in figures.ready_to_connect.reasons]
    assert kept == sorted(kept, key=lambda pair: (pair[0] is ReadyState.ON_TRACK, not pair[1]))


def test_rail_overview_and_readiness_say_the_same() -> None:
    figures = figures_of(plan_of(5_000, answers={WISHED: date(2026, 12, 18)}))
    stopping = {reason.step for reason in figures.ready_to_connect.reasons if reason.state is ReadyState.BLOCKED}
    shown = {step.step for step in figures.progress if step.urgency == "stopper"}
    begun = {step.step for step in figures.progress if step.state is TaskState.IN_PROGRESS}
    assert shown == stopping & begun
    assert shown


def test_slack_is_short_below_the_limit_and_not_at_it() -> None:
    """Five working days are enough, as the content says; the routine has no earlier deadline of its own."""
    plan = plan_of(5_000, answers={WISHED: date(2027, 3, 4)})
    days = [date(2027, 2, 1) + timedelta(days=count) for count in range(25)]
    states = {reason.slack: reason.state for day in days for reason in [reasons(plan, day)["item-connect.contingency"]]}
    assert (states[5], states[4]) == (ReadyState.ON_TRACK, ReadyState.AT_RISK)


def test_the_work_of_every_step_falls_to_whom_the_handbook_says() -> None:
    assert {step.key: step.role for step in STEPS if step.role} == {
        StepKey.DECISION: "management",
        StepKey.COSTS: "purchasing",
        StepKey.ROLES: "management",
        StepKey.AGREEMENTS: "legal",
        StepKey.PRIVACY: "legal",
        StepKey.MAPPING: "social-work",
        StepKey.BENEFITS: "management",
        StepKey.CONNECTION: "it",
        StepKey.CHECKLIST: "management",
    }
