"""The checklist of the handbook: which items there are, what in the plan proves each, and the office's own word."""

from datetime import date
from decimal import Decimal

import pytest

from digisos_wizard.model.agreements import AgreementStatus
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.content import Document
from digisos_wizard.model.costs import Financing
from digisos_wizard.model.mapping import MappingTask, ProcessStep
from digisos_wizard.model.people import RoleAssignment
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.checklist.result import ChecklistRow
from digisos_wizard.model.signoff import ChecklistAnswer, OwnChecklistItem
from digisos_wizard.model.terms import AgreementState, CooperationForm, FinancingState, SignOffPhase, TaskState
from tests.model.given import content, figures_of, found, plan_of

DAY = date(2026, 10, 1)
FINANCED = Financing(state=FinancingState.FINANCED)
SIGNED = AgreementState.SIGNED
DONE = TaskState.DONE
ITEMS_OF_THE_HANDBOOK = (
    "decision.start", "decision.digifin", "decision.connection-fee", "decision.operation",
    "decision.case-system", "decision.benefits", "decision.resources", "vendor.agreement", "vendor.svarut",
    "vendor.technical", "privacy.dpia", "privacy.ros", "org.informed", "org.mapping", "org.impact",
    "org.portfolio", "org.reception", "org.form", "org.material", "org.benefits-plan", "org.training",
    "connect.processing", "connect.cooperation", "connect.ks-terms", "connect.ks-annex", "connect.fiks",
    "connect.contingency", "connect.person-card", "connect.nks", "ks.supplement",
)  # fmt: skip
ONLY_2019 = {"org.form", "ks.supplement"}


def row(plan: Plan, row_id: str) -> ChecklistRow:
    """Return one line of the checklist."""
    return next(row for row in figures_of(plan).checklist if row.row_id == row_id)


def signed(*agreements: str) -> tuple[AgreementStatus, ...]:
    """Return signed agreements of municipality `a`."""
    return tuple(AgreementStatus(id=f"{one}@a", state=SIGNED, signed_on=DAY) for one in agreements)


def test_every_item_of_the_handbook_is_there_and_no_other() -> None:
    (checklist,) = content().checklists
    assert [item.id for item in checklist.items] == list(ITEMS_OF_THE_HANDBOOK)
    for item in checklist.items:
        documents = {source.document for source in item.sources}
        assert item.superseded is (item.id in ONLY_2019)
        assert (documents == {Document.H19}) is (item.id in ONLY_2019), item.id


def test_only_the_person_card_waits_until_after_the_day() -> None:
    (checklist,) = content().checklists
    assert [item.id for item in checklist.items if item.phase is SignOffPhase.FINAL] == ["connect.person-card"]


def test_an_empty_plan_proves_nothing() -> None:
    states = {row.row_id: row.state for row in figures_of(plan_of(5_000)).checklist}
    assert {item for item, state in states.items() if state is TaskState.NOT_RELEVANT} == ONLY_2019
    assert {item for item, state in states.items() if state is not TaskState.OPEN} == ONLY_2019


PROOFS: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "decision.start",
        {"decision/approval/shared/decided_on": DAY, "decision/approval/shared/decider": "Kommunestyret"},
    ),
    ("decision.digifin", {"costs/answers/shared/digifin_member": True}),
    ("decision.connection-fee", {"costs/answers/shared/connection_fee": FINANCED}),
    (
        "decision.operation",
        {"costs/answers/shared/ks_operation": FINANCED, "costs/answers/shared/nav_operation": FINANCED},
    ),
    ("decision.case-system", {"costs/answers/shared/case_system": FINANCED}),
    ("decision.benefits", {"benefits/items": (Benefit(id="g"),)}),
    (
        "decision.resources",
        {
            "people/roles": tuple(
                RoleAssignment(id=role, person="p")
                for role in ("it", "archive", "legal", "purchasing", "management", "social-work", "coordinator")
            )
        },
    ),
    ("vendor.agreement", {"agreements/statuses": signed("vendor")}),
    ("vendor.svarut", {"vendor/shared/has_archive": True, "vendor/shared/can_receive": True}),
    ("vendor.technical", {"vendor/shared/technical_done_on": DAY}),
    ("privacy.dpia", {"privacy/dpia/shared/decided_on": DAY}),
    ("privacy.ros", {"privacy/ros/shared/decided_on": DAY}),
    ("org.informed", {"mapping/tasks": (MappingTask(id="informed", state=DONE),)}),
    (
        "org.mapping",
        {
            "mapping/cases_per_month": Decimal(40),
            "mapping/steps": (ProcessStep(id="s", paper_minutes=Decimal(9), digital_minutes=Decimal(0)),),
        },
    ),
    ("org.impact", {"mapping/tasks": (MappingTask(id="impact", state=DONE),)}),
    ("org.portfolio", {"mapping/tasks": (MappingTask(id="portfolio", state=DONE),)}),
    ("org.reception", {"mapping/tasks": (MappingTask(id="reception", state=DONE),)}),
    ("org.material", {"mapping/tasks": (MappingTask(id="material", state=DONE),)}),
    ("org.benefits-plan", {"benefits/anchored_on": DAY}),
    ("org.training", {"mapping/tasks": (MappingTask(id="training", state=DONE),)}),
    ("connect.processing", {"agreements/statuses": signed("processing")}),
    ("connect.cooperation", {"agreements/statuses": signed("cooperation")}),
    ("connect.ks-terms", {"agreements/statuses": signed("ks-terms")}),
    ("connect.ks-annex", {"agreements/statuses": signed("ks-annex")}),
    ("connect.fiks", {"connection/fiks/shared/configured_on": DAY}),
    ("connect.contingency", {"connection/contingency/established_on": DAY}),
    ("connect.person-card", {"connection/person_card_checked_on": DAY}),
    ("connect.nks", {"connection/contact_centre_informed_on": DAY}),
)


def test_every_item_that_is_in_force_has_a_proof() -> None:
    assert {item for item, _answers in PROOFS} == set(ITEMS_OF_THE_HANDBOOK) - ONLY_2019


@pytest.mark.parametrize(("item", "answers"), PROOFS)
def test_what_the_plan_proves_is_answered_beforehand_with_words(item: str, answers: dict[str, object]) -> None:
    shown = row(plan_of(5_000, answers=answers), item)
    assert shown.state is DONE
    assert shown.evidence is not None
    assert shown.evidence.text.strip()
    others = [one for one in figures_of(plan_of(5_000, answers=answers)).checklist if one.state is DONE]
    assert [one.row_id for one in others] == [item]


@pytest.mark.parametrize(
    ("item", "answers"),
    [
        ("decision.operation", {"costs/answers/shared/nav_operation": FINANCED}),
        ("decision.resources", {"people/roles": (RoleAssignment(id="it", person="p"),)}),
        ("vendor.svarut", {"vendor/shared/has_archive": True}),
        ("org.benefits-plan", {"benefits/items": (Benefit(id="g"),)}),
        ("org.mapping", {"mapping/cases_per_month": Decimal(40), "mapping/steps": (ProcessStep(id="s"),)}),
        ("connect.processing", {"agreements/statuses/processing@a/state": AgreementState.SENT}),
        ("org.impact", {"mapping/tasks/impact/state": TaskState.IN_PROGRESS}),
    ],
)  # fmt: skip
def test_half_a_proof_is_work_under_way(item: str, answers: dict[str, object]) -> None:
    assert row(plan_of(5_000, answers=answers), item).state is TaskState.IN_PROGRESS


def test_the_decision_needs_both_a_day_and_somebody_who_decides() -> None:
    assert row(plan_of(5_000, answers={"decision/approval/shared/decided_on": DAY}), "decision.start").state is (
        TaskState.OPEN
    )


def test_agreements_and_fiks_have_a_line_for_each_municipality() -> None:
    plan = plan_of(
        5_000,
        6_000,
        answers={
            "cooperation/form": CooperationForm.HOST,
            "cooperation/host": "a",
            "cooperation/controller_transferred": True,
            "cooperation/transfer_stated": True,
            "agreements/statuses": signed("processing", "ks-terms"),
        },
    )
    assert row(plan, "connect.processing@a").state is DONE
    guest = row(plan, "connect.processing@b")
    assert guest.state is TaskState.NOT_RELEVANT
    assert guest.evidence is not None
    assert "Ask" in guest.evidence.text
    assert row(plan, "connect.ks-terms@b").state is TaskState.OPEN
    assert row(plan, "connect.fiks@b").municipality == "b"


@pytest.mark.parametrize(
    ("state", "reason", "contradicts"),
    [
        (DONE, "", True),
        (DONE, "Bekreftet på telefon.", False),
        (DONE, "   ", True),
        (TaskState.NOT_RELEVANT, "", True),
        (TaskState.NOT_RELEVANT, "Vi har ikke arkiv.", False),
        (TaskState.IN_PROGRESS, "", False),
        (None, "", False),
    ],
)
def test_the_office_has_the_last_word_but_must_explain_it(
    state: TaskState | None, reason: str, contradicts: bool
) -> None:
    answer = (ChecklistAnswer(id="privacy.dpia", state=state, reason=reason),)
    plan = plan_of(5_000, answers={"checklist/answers": answer})
    shown = row(plan, "privacy.dpia")
    assert shown.contradicts is contradicts
    assert shown.state is (state or TaskState.OPEN)
    assert bool(found(plan, "answer-unexplained")) is contradicts


def test_an_answer_that_the_plan_bears_out_needs_no_reason() -> None:
    plan = plan_of(
        5_000,
        answers={"privacy/dpia/shared/decided_on": DAY, "checklist/answers/privacy.dpia/state": DONE},
    )
    assert not row(plan, "privacy.dpia").contradicts


def test_own_items_stand_last_with_their_own_state() -> None:
    own = (OwnChecklistItem(id="o", section="decision", text="Kake bestilt", state=TaskState.NOT_RELEVANT),)
    plan = plan_of(5_000, answers={"checklist/own": own})
    last = figures_of(plan).checklist[-1]
    assert (last.text, last.state, last.contradicts) == ("Kake bestilt", TaskState.NOT_RELEVANT, True)
    (finding,) = found(plan, "answer-unexplained")
    assert finding.address == ("checklist", "own", "o", "reason")
