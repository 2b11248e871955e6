"""Sign-off: what is covered, what it is bound to, what invalidates it, and the chain."""

import hashlib
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from digisos_wizard.content.locate import resources
from digisos_wizard.model.edits import Insert, Remove, Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.people import Person
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.rules.checklist.fingerprints import fingerprint, name_digest, person_digest, verify_chain
from digisos_wizard.model.rules.checklist.result import Moment
from digisos_wizard.model.rules.checklist.signed_changes import is_signed
from digisos_wizard.model.rules.checklist.signed_content import first_details, lines_for, open_lines
from digisos_wizard.model.rules.editing.erasure import erasing
from digisos_wizard.model.signing.signature import Signature, edits, sign
from digisos_wizard.model.signing.signers import expected, role_of, who_signs
from digisos_wizard.model.signoff import OwnChecklistItem, SignedFact, SignedLine, SignOff
from digisos_wizard.model.terms import AgreementState, SignOffPhase, TaskState
from digisos_wizard.storage import planfile
from tests.model.given import TODAY, content, figures_of, found, plan_of, severity_of

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
RECORDS = ("signoffs", "records")
DATA = Path(__file__).parents[2] / "data"
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
    assert "Før" in open_lines(figures.plan, figures.checklist, SignOffPhase.CONNECT)
    assert "Etter" not in open_lines(figures.plan, figures.checklist, SignOffPhase.CONNECT)
    assert "Etter" in open_lines(figures.plan, figures.checklist, SignOffPhase.FINAL)


def test_signing_with_open_items_is_stated_in_the_record() -> None:
    (record,) = signed(start()).signoffs.records
    figures = figures_of(start())
    opened = open_lines(figures.plan, figures.checklist, SignOffPhase.CONNECT)
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


# ------------------------------------------------------------------------------------------ form, revisions, sections


def test_every_field_of_a_record_and_a_line_is_covered_except_who_it_was() -> None:
    (record,) = signed(start()).signoffs.records
    other = {
        "phase": SignOffPhase.FINAL, "section": "privacy", "canonical": 1, "name_digest": "x", "title": "x",
        "role": "x", "place": "x", "signed_at": datetime(2026, 1, 1, tzinfo=UTC), "statement": "x", "open_items": (),
        "external_reference": "x", "lines": (), "previous": "x", "revision": 9, "facts": (),
    }  # fmt: skip
    assert set(other) == set(SignOff.model_fields) - {"id", "signer", "salt", "fingerprint"}
    for name, value in other.items():
        assert fingerprint(_changed(record, **{name: value})) != record.fingerprint, name
    for name in SignedLine.model_fields:
        line = record.lines[0].model_copy(update={name: "annet"})
        assert fingerprint(_changed(record, lines=(line, *record.lines[1:]))) != record.fingerprint, name
    for name in SignedFact.model_fields:
        fact = record.facts[0].model_copy(update={name: "annet"})
        assert fingerprint(_changed(record, facts=(fact, *record.facts[1:]))) != record.fingerprint, name


def test_the_first_form_keeps_verifying_and_telling_what_changed() -> None:
    plan = start()
    (new,) = signed(plan).signoffs.records
    details = {row.row_id: first_details(row) for row in figures_of(plan).checklist}
    lines = tuple(
        SignedLine(key=line.key, section=line.section, text=line.text, state=line.state, details=details[line.key])
        for line in new.lines
    )
    old = _changed(new, canonical=1, lines=lines, facts=(), revision=1)
    covered = {
        "phase": "connect", "section": "", "canonical": 1, "name_digest": new.name_digest, "title": new.title,
        "role": new.role, "place": new.place, "signed_at": "2026-11-23T12:00:00Z", "statement": new.statement,
        "open_items": list(new.open_items), "external_reference": "26/123", "previous": "",
        "lines": [
            {"key": one.key, "section": one.section, "text": one.text, "state": one.state, "details": one.details}
            for one in lines
        ],
    }  # fmt: skip
    text = json.dumps(covered, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    old = _changed(old, fingerprint=hashlib.sha256(text.encode()).hexdigest())
    assert verify_chain((old,))
    before = apply(plan, Insert(RECORDS, old))
    assert figures_of(before).signoffs[0].valid
    after = apply(before, Set(("checklist", "answers", "privacy.dpia", "comment"), "Se sak 26/9"))
    assert any("Se sak 26/9" in line for line in figures_of(after).signoffs[0].changes)


def test_new_texts_of_the_content_invalidate_nothing() -> None:
    plan = planfile.read(HAMAR).document.plan
    plan = signed(apply(plan, Insert(("people", "persons"), Person(id="p", name="Kari"))), SignOffPhase.FINAL)
    (checklist,) = content().checklists
    items = tuple(
        item.model_copy(update={"text": f"Ny tekst {item.id}", "note": "Ny", "sources": ()}) for item in checklist.items
    )
    sections = tuple(section.model_copy(update={"title": f"Ny {section.id}"}) for section in checklist.sections)
    options = tuple(
        one.model_copy(update={"options": tuple(o.model_copy(update={"label": o.label.upper()}) for o in one.options)})
        for one in content().options
    )
    worded = checklist.model_copy(update={"items": items, "sections": sections, "label": "Ny"})
    more = worded.model_copy(
        update={"id": "2027", "items": (*items[:-1], items[0].model_copy(update={"id": "decision.new"}))}
    )
    for versions in ((worded,), (worded, more)):
        newer = content().model_copy(update={"checklists": versions, "options": options})
        (status,) = Figures(Document(plan=plan), newer, TODAY).signoffs
        assert status.valid, status.changes
    moved = apply(plan, Set(("checklist", "catalogue"), "2027"))
    newer = content().model_copy(update={"checklists": (worded, more)})
    (status,) = Figures(Document(plan=moved), newer, TODAY).signoffs
    assert status.valid, "an item more in a new version is nothing that was signed"


def test_signing_names_the_checklist_that_a_plan_left_open() -> None:
    plan = apply(start(), Set(("checklist", "catalogue"), ""))
    figures = figures_of(plan)
    record = sign(figures, Signature(phase=SignOffPhase.CONNECT, signer="p"), signed_at=AT, salt="s", record_id="r")
    assert apply(plan, *edits(figures, record)).checklist.catalogue == content().checklists[-1].id


def test_a_section_covers_its_own_items_alone() -> None:
    plan = signed_section(start(), "privacy")
    (record,) = plan.signoffs.records
    assert [line.key for line in record.lines] == ["privacy.dpia", "privacy.ros"]
    assert record.statement.startswith("Klar for påkobling, Personvern og sikkerhet: signert med forbehold. 2 punkter")
    elsewhere = apply(plan, Set(("checklist", "answers", "org.mapping", "comment"), "Nytt"))
    assert figures_of(elsewhere).signoffs[0].valid
    moved = apply(plan, Set(("connection", "day", "shared", "wished"), date(2027, 3, 4)))
    assert figures_of(moved).signoffs[0].valid, "the day is signed with the whole"
    within = apply(plan, Insert(("checklist", "own"), OwnChecklistItem(id="o", text="Kake", section="privacy")))
    assert figures_of(within).signoffs[0].changes == ("Kake: nytt punkt",)


def signed_section(plan: Plan, section: str) -> Plan:
    """Return the plan with a section signed."""
    figures = figures_of(plan)
    number = len(plan.signoffs.records)
    signature = Signature(phase=SignOffPhase.CONNECT, section=section, signer="p", place="Ask")
    return apply(plan, *edits(figures, sign(figures, signature, signed_at=AT, salt="s", record_id=f"n{number}")))


def test_an_own_item_that_moves_to_another_section_is_a_change() -> None:
    own = Insert(("checklist", "own"), OwnChecklistItem(id="o", text="Kake", section="privacy"))
    plan = signed(apply(start(), own))
    moved = apply(plan, Set(("checklist", "own", "o", "section"), "vendor"))
    (change,) = figures_of(moved).signoffs[0].differences
    assert (change.field, change.before, change.after) == (
        "del av sjekklisten",
        "Personvern og sikkerhet",
        "Fagsystem og leverandør",
    )
    assert figures_of(apply(moved, Set(("checklist", "own", "o", "section"), "privacy"))).signoffs[0].valid


def test_changes_say_field_before_and_after() -> None:
    plan = signed(apply(start(), Set(("checklist", "answers", "privacy.dpia", "deadline"), date(2026, 12, 1))))
    plan = apply(
        plan,
        Set(("checklist", "answers", "privacy.dpia", "deadline"), date(2026, 12, 24)),
        Set(("checklist", "answers", "privacy.dpia", "responsible"), "p"),
        Set(("decision", "office"), "NAV Ask"),
    )
    found = {(one.field, one.before, one.after) for one in figures_of(plan).signoffs[0].differences}
    assert found == {
        ("NAV-kontor", "", "NAV Ask"),
        ("frist", "1. desember 2026", "24. desember 2026"),
        ("ansvarlig", "", "Kari Prøve"),
    }


def test_who_is_responsible_is_held_as_digests_and_a_person_can_be_removed() -> None:
    plan = apply(
        start(),
        Insert(("people", "persons"), Person(id="q", name="Ola Test")),
        Set(("checklist", "answers", "privacy.dpia", "responsible"), "q"),
    )
    plan = signed(plan)
    assert "Ola" not in plan.signoffs.model_dump_json()
    assert '"q"' not in plan.signoffs.model_dump_json()
    erased = apply(plan, *erasing(plan, content(), "q"))
    assert figures_of(erased).signoffs[0].valid
    cleared = apply(plan, Set(("checklist", "answers", "privacy.dpia", "responsible"), None))
    assert figures_of(cleared).signoffs[0].changes == (
        "Personvernkonsekvensene er vurdert (DPIA) – ansvarlig: Ola Test → tomt",
    )
    renamed = apply(plan, Set(("people", "persons", "q", "name"), "Ola Annen"))
    assert not figures_of(renamed).signoffs[0].valid


def test_signing_again_is_a_new_revision_and_the_old_one_stays() -> None:
    changed = apply(signed(start()), Set(("checklist", "answers", "privacy.dpia", "comment"), "Nytt"))
    plan = signed(changed, record_id="r2")
    old, new = figures_of(plan).signoffs
    assert (old.record.revision, new.record.revision) == (1, 2)
    assert (old.current, new.current) == (False, True)
    assert not old.valid
    assert new.valid
    assert not found(plan, "signoff-changed"), "only the newest is asked for"
    assert verify_chain(plan.signoffs.records)


def test_a_phase_is_signed_as_a_whole_or_section_by_section() -> None:
    plan = start()
    for section in content().checklists[-1].sections:
        figures = figures_of(plan)
        assert not is_signed(figures.signoffs, figures.checklist, SignOffPhase.CONNECT)
        plan = signed_section(plan, section.id)
    figures = figures_of(plan)
    assert is_signed(figures.signoffs, figures.checklist, SignOffPhase.CONNECT)
    assert not is_signed(figures.signoffs, figures.checklist, SignOffPhase.FINAL)


# ---------------------------------------------------------------------------------------------------------- who signs


def test_who_usually_signs_comes_from_the_roles() -> None:
    plan = apply(
        start(),
        Insert(("people", "persons"), Person(id="q", name="Ola Ombud")),
        Set(("people", "roles", "privacy-officer", "person"), "q"),
        Set(("decision", "project_owner"), "p"),
    )
    figures = figures_of(plan)
    assert [role.persons for role in expected(figures, "privacy")] == [("p",), (), ("q",)]
    assert who_signs(figures, "privacy") == (
        "Signeres vanligvis av: Prosjekteier (Kari Prøve); Ledelsen ved NAV-kontoret (ingen valgt); "
        "Personvernombud (Ola Ombud)."
    )
    assert role_of(figures, "privacy", "q") == "Personvernombud"
    assert role_of(figures, "", "q") == "Personvernombud", "a role that doesn't usually sign is still theirs"
    assert role_of(figures, "", "x") == ""


def test_somebody_else_may_sign_and_then_it_is_said_without_a_name() -> None:
    plan = signed(start())
    (record,) = plan.signoffs.records
    assert "står ikke i planen som prosjekteier, ledelsen ved NAV-kontoret eller signatar" in record.statement
    owner = signed(apply(start(), Set(("decision", "project_owner"), "p")))
    assert "står ikke" not in owner.signoffs.records[0].statement


def test_signatories_and_officers_named_elsewhere_in_the_plan_count() -> None:
    plan = apply(
        start(),
        Set(("agreements", "signatory", "shared", "person"), "p"),
        Set(("privacy", "dpia", "shared", "officer"), "p"),
    )
    assert role_of(figures_of(plan), "connection", "p") == "Signatar"
    assert role_of(figures_of(plan), "privacy", "p") == "Personvernombud"


# ------------------------------------------------------------------------------------------------------------ moments


def test_items_are_for_before_the_day_on_it_or_after_it() -> None:
    day = date(2027, 3, 4)
    own = (
        OwnChecklistItem(id="a", text="Før", phase=SignOffPhase.CONNECT, deadline=day),
        OwnChecklistItem(id="b", text="På", phase=SignOffPhase.FINAL, deadline=day),
        OwnChecklistItem(id="c", text="Etter", phase=SignOffPhase.FINAL),
    )
    plan = apply(start(), Set(("checklist", "own"), own), Set(("connection", "day", "shared", "wished"), day))
    moments = {row.row_id: row.moment for row in figures_of(plan).checklist}
    assert (moments["a"], moments["b"], moments["c"]) == (Moment.BEFORE, Moment.ON, Moment.AFTER)
    assert moments["connect.person-card"] is Moment.AFTER


# -------------------------------------------------------------------------------------------------------- older forms


def test_a_plan_signed_in_the_second_form_never_reads_as_changed_through_an_update_alone() -> None:
    """Signed by the program as it was: one of two vendors' agreements, states and owners on activities and tasks."""
    plan = planfile.read(DATA / "signed-form-2.digisos").document.plan
    found = figures_of(plan).signoffs
    assert [status.record.canonical for status in found] == [2, 2, 2]
    assert [status.changes for status in found] == [(), (), ()]
    assert verify_chain(plan.signoffs.records)
    row = next(row for row in figures_of(plan).checklist if row.row_id == "vendor.agreement")
    assert row.state is TaskState.IN_PROGRESS, "today both municipalities must sign"


@pytest.mark.parametrize(
    "edit",
    [
        Set(("agreements", "statuses", "vendor@9d6df9", "state"), AgreementState.SENT),
        Set(("checklist", "answers", "org.impact", "state"), None),
        Set(("checklist", "answers", "org.reception", "deadline"), date(2027, 2, 2)),
        Set(("checklist", "answers", "org.reception", "responsible"), None),
        Set(("mapping", "tasks", "material", "state"), TaskState.DONE),
    ],
)
def test_what_changes_in_it_is_told_by_the_rules_of_then(edit: Set) -> None:
    plan = apply(planfile.read(DATA / "signed-form-2.digisos").document.plan, edit)
    assert len({change.partition(" – ")[0] for change in figures_of(plan).signoffs[0].changes}) == 1


def test_the_third_form_holds_who_and_when_as_they_were_shown() -> None:
    answers: dict[str, object] = {
        "connection/day/shared/wished": date(2027, 3, 4),
        "people/persons": (Person(id="p", name="Kari"),),
        "mapping/tasks/portfolio/owner": "p",
    }
    plan = plan_of(5_000, answers=answers)
    signature = Signature(phase=SignOffPhase.CONNECT, signer="p")
    record = sign(figures_of(plan), signature, signed_at=AT, salt="s", record_id="r")
    lines = {line.key: line for line in record.lines}
    assert record.canonical == 3
    assert lines["org.portfolio"].responsible == lines["org.portfolio"].owner == person_digest("s", "p", "Kari")
    assert lines["connect.fiks"].owner == "archive"
    assert lines["connect.fiks"].due == "2027-02-11"
    assert lines["connect.fiks"].source == "plan"
    signed = apply(plan, Insert(RECORDS, record))
    moved = apply(signed, Set(("mapping", "tasks", "portfolio", "owner"), None))
    assert len(figures_of(moved).signoffs[0].changes) == 1
