"""Sign-off: what is covered, what it is bound to, what invalidates it, and the chain."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from digisos_wizard.content.locate import resources
from digisos_wizard.model.edits import Insert, Remove, Set, apply
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.people import Person
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.fingerprints import fingerprint, name_digest, verify_chain
from digisos_wizard.model.rules.signed_content import lines_for, open_lines
from digisos_wizard.model.rules.signing import Signature, sign
from digisos_wizard.model.signoff import OwnChecklistItem, SignOff
from digisos_wizard.model.terms import SignOffPhase, TaskState
from digisos_wizard.storage import planfile
from tests.model.given import figures_of, found, plan_of, severity_of

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
RECORDS = ("signoffs", "records")
HAMAR: Path = resources() / "examples" / "hamar.digisos"


def start() -> Plan:
    """Return a plan with somebody who can sign."""
    return plan_of(5_000, answers={"people/persons": (Person(id="p", name="Kari Prøve", title="Direktør"),)})


def signed(plan: Plan, phase: SignOffPhase = SignOffPhase.CONNECT, record_id: str = "r1") -> Plan:
    """Return the plan with a sign-off more."""
    record = sign(
        figures_of(plan),
        Signature(
            phase=phase, signer="p", title="Direktør", role="Prosjekteier", place="Ask", external_reference="26/123"
        ),
        signed_at=AT,
        salt="salt",
        record_id=record_id,
    )
    return apply(plan, Insert(RECORDS, record))


def test_ready_to_connect_leaves_out_what_is_due_after_the_day() -> None:
    figures = figures_of(start())
    connect = {line.key for line in lines_for(figures.plan, figures.content, figures.checklist, SignOffPhase.CONNECT)}
    final = {line.key for line in lines_for(figures.plan, figures.content, figures.checklist, SignOffPhase.FINAL)}
    assert final - connect == {"connect.person-card"}


def test_an_own_item_belongs_to_the_phase_that_the_office_says() -> None:
    own = (
        OwnChecklistItem(id="o1", text="Før", phase=SignOffPhase.CONNECT),
        OwnChecklistItem(id="o2", text="Etter", phase=SignOffPhase.FINAL),
    )
    figures = figures_of(apply(start(), Set(("checklist", "own"), own)))
    assert "Før" in open_lines(figures, SignOffPhase.CONNECT)
    assert "Etter" not in open_lines(figures, SignOffPhase.CONNECT)
    assert "Etter" in open_lines(figures, SignOffPhase.FINAL)


def test_signing_with_open_items_is_stated_in_the_record() -> None:
    (record,) = signed(start()).signoffs.records
    opened = open_lines(figures_of(start()), SignOffPhase.CONNECT)
    assert record.open_items == opened
    assert opened
    assert "forbehold" in record.statement
    assert str(len(opened)) in record.statement


def test_a_record_holds_the_lines_as_they_stood_and_no_name() -> None:
    (record,) = signed(start()).signoffs.records
    assert record.signed_at == AT
    assert record.name_digest == name_digest("salt", "Kari Prøve")
    assert "Kari" not in record.model_dump_json(exclude={"signer"})
    assert len(record.fingerprint) == 64


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (Set(("privacy", "dpia", "shared", "decided_on"), date(2026, 11, 20)), "ikke begynt → ferdig"),
        (Set(("checklist", "answers", "privacy.dpia", "comment"), "Se sak 26/9"), "Se sak 26/9"),
        (Set(("checklist", "answers", "privacy.dpia", "state"), TaskState.IN_PROGRESS), "i arbeid"),
        (Insert(("checklist", "own"), OwnChecklistItem(id="o", text="Kake")), "Kake: nytt punkt"),
    ],
)
def test_a_change_of_what_is_covered_invalidates_and_says_what(edit: Set | Insert, words: str) -> None:
    plan = signed(start())
    assert figures_of(plan).signoffs[0].valid
    changed = apply(plan, edit)
    status = figures_of(changed).signoffs[0]
    assert not status.valid
    assert any(words in line for line in status.changes), status.changes
    assert severity_of(changed, "signoff-changed") is Severity.WARNING


def test_a_change_of_something_else_keeps_it_valid() -> None:
    plan = apply(signed(start()), Set(("decision", "scope"), "Hele kontoret"))
    assert figures_of(plan).signoffs[0].valid


def test_an_item_that_is_gone_is_named() -> None:
    own = Insert(("checklist", "own"), OwnChecklistItem(id="o", text="Kake"))
    plan = apply(signed(apply(start(), own)), Remove(("checklist", "own", "o")))
    assert figures_of(plan).signoffs[0].changes == ("Kake: punktet er borte",)


def test_removing_the_person_leaves_the_chain_whole() -> None:
    plan = apply(signed(start()), Remove(("people", "persons", "p")))
    assert verify_chain(plan.signoffs.records)
    assert figures_of(plan).signoffs[0].valid


def test_records_hang_together_and_tampering_shows() -> None:
    plan = signed(signed(start()), SignOffPhase.FINAL, "r2")
    first, second = plan.signoffs.records
    assert second.previous == first.fingerprint
    assert verify_chain(plan.signoffs.records)
    for broken in (
        (second,),
        (second, first),
        (_changed(first, place="Et annet sted"), second),
        (first, _changed(second, statement="Alt er bra")),
        (_changed(first, lines=first.lines[1:]), second),
    ):
        assert not verify_chain(broken)
        tampered = apply(plan, Set(RECORDS, broken))
        assert severity_of(tampered, "signoff-chain") is Severity.BLOCKER


def test_a_record_that_was_changed_and_given_a_new_fingerprint_breaks_the_next_one() -> None:
    plan = signed(signed(start()), SignOffPhase.FINAL, "r2")
    first, second = plan.signoffs.records
    forged = _changed(first, title="Ordfører")
    forged = _changed(forged, fingerprint=fingerprint(forged))
    assert not verify_chain((forged, second))
    assert figures_of(apply(plan, Set(RECORDS, (_changed(first, title="Ordfører"), second)))).signoffs[0].changes[
        0
    ] == ("Selve signeringen er endret i filen.")


def _changed(record: SignOff, **fields: object) -> SignOff:
    return record.model_copy(update=fields)


def test_every_item_of_a_real_plan_is_covered() -> None:
    """Turning any line of the example's checklist invalidates a final sign-off and names the line."""
    plan = planfile.read(HAMAR).document.plan
    person = plan.people.persons[0].id
    figures = figures_of(plan)
    record = sign(
        figures,
        Signature(phase=SignOffPhase.FINAL, signer=person, title="", role="", place="", external_reference=""),
        signed_at=AT, salt="s", record_id="new",
    )  # fmt: skip
    plan = apply(plan, Insert(RECORDS, record))
    assert figures_of(plan).signoffs[-1].valid
    for row in figures.checklist:
        table = "own" if row.item is None else "answers"
        other = TaskState.OPEN if row.state is TaskState.DONE else TaskState.DONE
        turned = apply(plan, Set(("checklist", table, row.row_id, "state"), other))
        (line,) = figures_of(turned).signoffs[-1].changes
        assert row.text in line


def test_without_signatures_the_chain_is_whole() -> None:
    assert verify_chain(())
    assert not found(start(), "signoff-chain")
