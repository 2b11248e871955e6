"""The register: everything promised stands in it once, with one owner, deadline, state and place, and follows edits."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from digisos_wizard.content.locate import resources
from digisos_wizard.model.address import Address, exists, leaves
from digisos_wizard.model.agreements import Responsibility, Signatory
from digisos_wizard.model.base import Own, PerMunicipality
from digisos_wizard.model.benefits import Benefit, Measurement
from digisos_wizard.model.connection import ActivityStatus, ConnectionDay
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.people import Person, RoleAssignment
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.commitments.result import Commitment, Kind
from digisos_wizard.model.rules.proof.owed import Origin
from digisos_wizard.model.signoff import ChecklistAnswer
from digisos_wizard.model.terms import CaseSystemModel, CooperationForm, TaskState
from digisos_wizard.storage import planfile
from tests.model.given import TODAY, figures_of, found, plan_of

WISHED = "connection/day/shared/wished"
MARCH = date(2027, 3, 4)
EXAMPLES = ("hamar", "vertskommune")
OWED = ("state", "done", "owner", "responsible", "party", "deadline", "measured_by", "planned_on")
"""Names of the fields that say how far, who and by when."""
ELSEWHERE = ("agreements", "costs", "decision", "people", "privacy/parts", "mapping/reflections")
"""States of other kinds, and owners of what has neither state nor deadline."""


def example(name: str) -> Plan:
    """Return an example plan."""
    return planfile.read(resources() / "examples" / f"{name}.digisos").document.plan


def one(plan: Plan, key: str) -> Commitment:
    """Return a commitment by its key."""
    return figures_of(plan).register.by_key[key]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_commitment_has_one_place_that_exists_and_no_row_stands_twice(name: str) -> None:
    plan = example(name)
    items = figures_of(plan).register.items
    assert len({item.key for item in items}) == len(items)
    assert all(exists(plan, item.place) for item in items if item.kind is not Kind.MEASUREMENT)
    rows = Counter(row for item in items for row in item.rows)
    assert [row for row, count in rows.items() if count > 1] == []
    known = {item.key for item in items} | {""}
    assert {item.part_of for item in items} <= known
    assert all(item.title.strip() for item in items)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_row_that_promises_something_is_in_the_register(name: str) -> None:
    plan = example(name)
    register = figures_of(plan).register
    for address, value in leaves(plan):
        if address[-1] not in OWED or value in (None, "", ()) or "/".join(address).startswith(ELSEWHERE):
            continue
        if address[:2] == ("benefits", "items") and len(address) == 4:
            continue
        assert register.at(address) is not None or address == ("benefits", "responsible"), address


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_edit_of_state_owner_or_deadline_changes_the_register(name: str) -> None:
    plan = example(name)
    before = figures_of(plan).register
    person = plan.people.persons[-1].id
    changes: dict[str, Callable[[object], object]] = {
        "state": lambda value: TaskState.OPEN if value is not TaskState.OPEN else TaskState.DONE,
        "done": lambda value: not value,
        "owner": lambda value: person if value != person else None,
        "responsible": lambda value: person if value != person else None,
        "deadline": lambda value: value + timedelta(days=9) if isinstance(value, date) else MARCH,
    }
    tried = 0
    for item in before.items:
        for row in item.rows:
            for field, change in changes.items():
                at: Address = (*row, field)
                if row[0] == "agreements" or not exists(plan, at):
                    continue
                value = next((value for address, value in leaves(plan) if address == at), None)
                after = figures_of(apply(plan, Set(at, change(value)))).register
                here, there = before.by_row[row], after.by_row[row]
                assert (here.owner, here.due, here.standing, here.said) != (
                    there.owner,
                    there.due,
                    there.standing,
                    there.said,
                ), at
                tried += 1
    assert tried > 100


def test_a_checklist_item_its_activity_and_its_agreement_are_one() -> None:
    found_one = one(plan_of(5_000, answers={WISHED: MARCH}), "processing")
    assert {row[:2] for row in found_one.rows} == {
        ("connection", "activities"),
        ("checklist", "answers"),
        ("agreements", "statuses"),
    }


def test_a_deadline_set_on_the_checklist_is_the_activitys_as_well() -> None:
    early = date(2026, 12, 18)
    answer = ChecklistAnswer(id="org.benefits-plan", deadline=early, responsible="p")
    plan = plan_of(5_000, answers={WISHED: MARCH, "checklist/answers": (answer,)})
    figures = figures_of(plan)
    assert figures.schedule.by_id["benefits-plan"].due == early
    assert figures.schedule.by_id["benefits-plan"].owner == "p"
    row = next(row for row in figures.checklist if row.row_id == "org.benefits-plan")
    assert (row.due.day, row.owner.person) == (early, "p")
    assert one(plan, "benefits-plan").due.origin is Origin.SET


def test_a_task_gives_its_owner_and_deadline_to_the_item_of_the_checklist() -> None:
    answers: dict[str, object] = {
        "mapping/tasks/portfolio/owner": "p",
        "mapping/tasks/portfolio/deadline": date(2027, 1, 29),
    }
    row = next(row for row in figures_of(plan_of(5_000, answers=answers)).checklist if row.row_id == "org.portfolio")
    assert (row.owner.person, row.due.day) == ("p", date(2027, 1, 29))


def test_a_part_has_the_owner_and_deadline_of_its_whole() -> None:
    plan = plan_of(5_000, answers={WISHED: MARCH, "people/roles": (RoleAssignment(id="purchasing", person="p"),)})
    part, whole = one(plan, "item.decision.operation"), one(plan, "finance")
    assert part.part_of == "finance"
    assert (part.owner.person, part.due.day) == (whole.owner.person, whole.due.day) == ("p", date(2026, 12, 31))
    assert part.due.origin is Origin.WHOLE


def test_work_under_way_is_under_way_everywhere() -> None:
    status = (ActivityStatus(id="dpia", state=TaskState.IN_PROGRESS),)
    figures = figures_of(plan_of(5_000, answers={"connection/activities": status}))
    assert next(row for row in figures.checklist if row.row_id == "privacy.dpia").state is TaskState.IN_PROGRESS


def test_signatories_are_those_of_the_agreements_for_each_municipality() -> None:
    own = (Own[Signatory](id="b", value=Signatory(person="q")),)
    signing = PerMunicipality[Signatory](shared=Signatory(person="p"), own=own)
    plan = plan_of(5_000, 6_000, answers={WISHED: MARCH, "agreements/signatory": signing})
    assert one(plan, "ks-terms@a").owner.person == "p"
    assert one(plan, "ks-terms@b").owner.person == "q"


def test_several_vendor_agreements_are_parts_of_one_activity() -> None:
    answers: dict[str, object] = {
        "cooperation/form": CooperationForm.NONE,
        "cooperation/case_systems": CaseSystemModel.SEPARATE,
    }
    register = figures_of(plan_of(5_000, 6_000, answers=answers)).register
    parts = [item for item in register.items if item.kind is Kind.AGREEMENT]
    assert [item.part_of for item in parts] == ["vendor-agreement"] * 2


def test_days_of_their_own_give_each_its_measurements_once() -> None:
    day = PerMunicipality[ConnectionDay](
        shared=ConnectionDay(wished=MARCH),
        own=(Own[ConnectionDay](id="b", value=ConnectionDay(wished=date(2027, 5, 4))),),
    )
    benefit = (Benefit(id="g", number="Ø1", title="Tid", indicator="Minutter"),)
    register = figures_of(plan_of(5_000, 6_000, answers={"connection/day": day, "benefits/items": benefit})).register
    assert [item.key for item in register.items if item.key.startswith("measuring-")] == ["measuring-6", "measuring-12"]


def test_a_measurement_says_what_is_left() -> None:
    measured = Benefit(
        id="g", number="Ø1", title="Tid", indicator="Minutter", owner="p",
        measurements=(Measurement(id="m", point="3", measured_on=MARCH, value=Decimal(7)),),
    )  # fmt: skip
    other = Benefit(id="h", number="Ø2", title="Papir", indicator="Antall", owner="q")
    plan = plan_of(5_000, answers={WISHED: MARCH, "benefits/items": (measured, other)})
    whole = one(plan, "first-measure")
    assert whole.standing.state is TaskState.IN_PROGRESS
    assert whole.standing.proof is not None
    assert whole.standing.proof.text == "1 av 2 er målt. Gjenstår: Ø2."
    assert one(plan, "measure.g.3").finished
    assert one(plan, "measure.h.3").owner.person == "q"
    assert one(plan, "measure.h.3").due.day == whole.due.day == date(2027, 6, 4)


def test_what_the_vendor_does_is_owed_by_whoever_is_named() -> None:
    duty = (Responsibility(id="r", task="Oppgradere", party="Leverandøren", deadline=MARCH),)
    item = one(plan_of(5_000, answers={"vendor/shared/responsibilities": duty}), "duty.r")
    assert (item.owner.others, item.due.day, item.finished) == ("Leverandøren", MARCH, False)


def test_two_hands_that_differ_are_told_with_both_sides() -> None:
    answers: dict[str, object] = {
        WISHED: MARCH,
        "people/persons": (Person(id="p", name="Kari"), Person(id="q", name="Liv")),
        "mapping/tasks/training/owner": "p",
        "checklist/answers": (ChecklistAnswer(id="org.training", responsible="q"),),
    }
    (finding,) = found(plan_of(5_000, answers=answers), "hands-differ")
    assert "Kari" in finding.message
    assert "Liv" in finding.message
    assert finding.severity is Severity.WARNING


def test_a_state_against_the_plan_is_told_once_with_both_sides() -> None:
    answers: dict[str, object] = {"connection/activities": (ActivityStatus(id="fiks", state=TaskState.DONE),)}
    (finding,) = found(plan_of(5_000, answers=answers), "answer-unexplained")
    assert finding.message == (
        "«Sett opp Fiks Digisos» er satt til «Ferdig», men planen viser noe annet: "
        "Fiks Digisos er ikke satt opp. Skriv hvorfor."
    )
    assert finding.address == ("connection", "activities", "fiks", "note")


def test_a_deadline_after_the_day_and_an_owner_who_is_gone_are_told() -> None:
    status = (ActivityStatus(id="fiks", deadline=date(2027, 3, 10), owner="gone"),)
    plan = plan_of(5_000, answers={WISHED: MARCH, "connection/activities": status})
    (late,) = found(plan, "deadline-after-day")
    assert late.message == "«Sett opp Fiks Digisos» har frist 10. mars 2027, men dere kobler på 4. mars 2027."
    (gone,) = found(plan, "owner-gone")
    assert gone.address == ("connection", "activities", "fiks", "owner")


def test_digisos_told_two_weeks_before_is_too_late() -> None:
    told = (ActivityStatus(id="notify-digisos", state=TaskState.DONE, done_on=date(2027, 2, 18)),)
    (finding,) = found(plan_of(5_000, answers={WISHED: MARCH, "connection/activities": told}), "told-too-late")
    assert "14 dager før" in finding.message
    early = (ActivityStatus(id="notify-digisos", state=TaskState.DONE, done_on=date(2027, 2, 11)),)
    assert not found(plan_of(5_000, answers={WISHED: MARCH, "connection/activities": early}), "told-too-late")


def test_what_was_for_a_connection_that_has_been_made_is_not_late() -> None:
    plan = plan_of(5_000, answers={"connection/day/shared/connected_on": date(2026, 11, 2)})
    assert not one(plan, "fiks").late(TODAY)


def test_what_others_wait_for_is_late_when_they_can_wait_no_longer() -> None:
    item = one(plan_of(5_000, answers={WISHED: date(2026, 12, 18)}), "dpia")
    assert item.due.day is not None
    assert item.late(item.due.day + timedelta(days=1))
    assert not item.late(item.due.day)
