"""Can we connect: the answer in a sentence, what to do first, and how far every step has come."""

from datetime import UTC, date, datetime

import pytest

from digisos_wizard.model.edits import Insert, Set, apply
from digisos_wizard.model.figures.readiness import ReadyState, ready
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.people import Person, RoleAssignment
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.signing.signature import Signature, sign
from digisos_wizard.model.signoff import ChecklistAnswer
from digisos_wizard.model.terms import AgreementState, SignOffPhase, TaskState
from tests.model.given import TODAY, content, figures_of, plan_of

EARLY = date(2027, 9, 2)


def all_answered(*, but: tuple[str, ...] = ()) -> Plan:
    """Return a plan where the office has answered every item as done, with a reason, but for some."""
    answers = tuple(
        ChecklistAnswer(id=row.row_id, state=TaskState.DONE, reason="Bekreftet")
        for row in figures_of(plan_of(5_000)).checklist
        if row.row_id not in but
    )
    return plan_of(
        5_000,
        answers={
            "checklist/answers": answers,
            "connection/day/shared/wished": EARLY,
            "agreements/signatory/shared/person": "p",
        },
    )


def test_a_new_plan_is_not_ready_and_says_how_much_is_open() -> None:
    answer = ready(figures_of(plan_of(5_000)), SignOffPhase.CONNECT)
    assert answer.state is ReadyState.AT_RISK
    assert "på sjekklisten gjenstår før påkobling" in answer.headline


def test_a_blocker_is_a_no() -> None:
    plan = plan_of(5_000, answers={"connection/day/shared/wished": date(2026, 11, 2)})
    answer = ready(figures_of(plan), SignOffPhase.CONNECT)
    assert answer.state is ReadyState.BLOCKED
    assert answer.headline.startswith("Nei")
    assert answer.actions[0].finding.severity is Severity.BLOCKER


def test_ready_to_connect_does_not_wait_for_what_comes_after_the_day() -> None:
    plan = all_answered(but=("connect.person-card",))
    assert ready(figures_of(plan), SignOffPhase.CONNECT).state is ReadyState.READY
    assert ready(figures_of(plan), SignOffPhase.FINAL).state is ReadyState.AT_RISK


def test_introduced_is_said_of_those_who_are_connected() -> None:
    assert ready(figures_of(all_answered()), SignOffPhase.FINAL).state is ReadyState.AT_RISK
    connected = Set(("connection", "day", "shared", "connected_on"), date(2026, 11, 2))
    signed = [
        Set(("agreements", "statuses", cell.row_id, "state"), AgreementState.SIGNED)
        for cell in figures_of(all_answered()).agreements
        if cell.required
    ]
    after = [
        Set(("connection", "activities", spec.id, "state"), TaskState.DONE)
        for spec in content().activities
        if spec.latest is not None and spec.latest > 0
    ]
    noted = [Set((*edit.address[:3], "note"), "Sett på skjermen") for edit in after]
    final = ready(figures_of(apply(all_answered(), connected, *signed, *after, *noted)), SignOffPhase.FINAL)
    assert final.state is ReadyState.READY


def test_a_yes_needs_a_day_to_connect_on() -> None:
    without = apply(all_answered(), Set(("connection", "day", "shared", "wished"), None))
    assert ready(figures_of(without), SignOffPhase.CONNECT).state is ReadyState.AT_RISK


def test_answers_against_the_plan_without_a_reason_are_open() -> None:
    answers = tuple(
        ChecklistAnswer(id=row.row_id, state=TaskState.DONE) for row in figures_of(plan_of(5_000)).checklist
    )
    answer = ready(figures_of(apply(all_answered(), Set(("checklist", "answers"), answers))), SignOffPhase.CONNECT)
    assert answer.state is ReadyState.AT_RISK
    assert "gjenstår" in answer.headline


def test_after_the_connection_it_is_asked_whether_all_is_in_place() -> None:
    connected = plan_of(5_000, answers={"connection/day/shared/connected_on": date(2026, 11, 2)})
    figures = figures_of(connected)
    assert figures.current is figures.introduced
    assert not any(reason.rule == "day-infeasible" for reason in figures.current.reasons)


def test_actions_come_worst_first_then_the_critical_path_then_least_slack_one_for_each_rule() -> None:
    actions = ready(
        figures_of(plan_of(5_000, answers={"connection/day/shared/wished": EARLY})), SignOffPhase.CONNECT
    ).actions
    keys = [
        (
            action.finding.severity < Severity.ERROR,
            not action.critical,
            10_000 if action.slack is None else action.slack,
            action.deadline or date.max,
        )
        for action in actions
    ]
    assert keys == sorted(keys)
    assert any(action.critical for action in actions)
    assert any(action.slack is not None for action in actions)
    rules = [action.finding.rule for action in actions]
    assert len(rules) == len(set(rules))


def test_an_action_has_the_deadline_of_its_agreement_and_the_holder_of_the_role() -> None:
    answers: dict[str, object] = {"connection/day/shared/wished": EARLY}
    plan = plan_of(5_000, answers=answers)
    unsigned = next(
        action for action in ready(figures_of(plan), SignOffPhase.CONNECT).actions
        if action.finding.rule == "agreement-unsigned"
    )  # fmt: skip
    assert unsigned.deadline is not None
    assert unsigned.deadline < EARLY
    assert unsigned.owner == next(role.title for role in content().roles if role.id == "purchasing")
    answers |= {
        "people/persons": (Person(id="p", name="Kari Prøve"),),
        "people/roles": tuple(RoleAssignment(id=role, person="p") for role in ("purchasing", "legal", "signatory")),
    }
    owners = {
        action.owner
        for action in ready(figures_of(plan_of(5_000, answers=answers)), SignOffPhase.CONNECT).actions
        if action.finding.step is StepKey.AGREEMENTS
    }
    assert owners == {"Kari Prøve"}


def words(plan: Plan, step: StepKey) -> tuple[TaskState, str]:
    """Return how far a step has come."""
    found = next(one for one in figures_of(plan).progress if one.step is step)
    return found.state, found.words


@pytest.mark.parametrize(
    "step", [StepKey.COSTS, StepKey.ROLES, StepKey.AGREEMENTS, StepKey.PRIVACY, StepKey.MAPPING, StepKey.BENEFITS,
             StepKey.CONNECTION]
)  # fmt: skip
def test_what_nobody_has_touched_is_not_begun(step: StepKey) -> None:
    assert words(plan_of(5_000), step) == (TaskState.OPEN, "Ikke startet")


def test_the_choices_that_a_plan_is_born_with_are_no_beginning() -> None:
    assert words(apply(Plan(), Set(("costs", "catalogue"), "2022")), StepKey.COSTS)[0] is TaskState.OPEN


def test_a_step_under_way_says_how_much_is_missing_in_its_own_words() -> None:
    assert words(plan_of(5_000), StepKey.DECISION) == (TaskState.IN_PROGRESS, "4 mangler")
    signed = {"agreements/statuses/ks-terms@a/state": AgreementState.SIGNED}
    assert words(plan_of(5_000, answers=signed), StepKey.AGREEMENTS) == (TaskState.IN_PROGRESS, "1 av 6 signert")
    day = plan_of(5_000, answers={"connection/day/shared/wished": EARLY})
    state, text = words(day, StepKey.CONNECTION)
    assert state is TaskState.IN_PROGRESS
    assert text.startswith("2. september 2027, ")


def test_the_checklist_is_done_when_all_is_done_and_finally_signed() -> None:
    plan = apply(all_answered(), Set(("people", "persons"), (Person(id="p", name="Kari"),)))
    state, text = words(plan, StepKey.CHECKLIST)
    assert state is TaskState.IN_PROGRESS
    done, every = text.split(" av ")
    assert done == every
    figures = figures_of(plan)
    record = sign(
        figures,
        Signature(phase=SignOffPhase.FINAL, signer="p"),
        signed_at=datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC),
        salt="s",
        record_id="r",
    )
    assert words(apply(plan, Insert(("signoffs", "records"), record)), StepKey.CHECKLIST) == (
        TaskState.DONE,
        "Signert",
    )
