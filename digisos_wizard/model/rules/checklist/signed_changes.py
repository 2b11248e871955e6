"""What is otherwise than it was signed: of what, which field, before and after.

New texts of the content change nothing: what is compared is what the office says and what its plan rests on.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from digisos_wizard.i18n import _
from digisos_wizard.model.content import Content
from digisos_wizard.model.display import person_name
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.checklist.fingerprints import fingerprint, lettered_digest, name_digest, person_digest
from digisos_wizard.model.rules.checklist.result import ChangeKind, ChecklistRow, Difference, SignOffStatus
from digisos_wizard.model.rules.checklist.signed_content import (
    CATALOGUE,
    SECTION,
    facts_for,
    first_details,
    line_of,
    line_text,
    rows_for,
)
from digisos_wizard.model.rules.checklist.then import judged_then
from digisos_wizard.model.signoff import SignedLine, SignOff
from digisos_wizard.model.terms import SignOffPhase

FIRST = 1
"""The canonical form that has no fields of its own for reason, comment and deadline."""


def statuses(plan: Plan, content: Content, rows: tuple[ChecklistRow, ...]) -> tuple[SignOffStatus, ...]:
    """Return for every sign-off whether what it covers still is as signed, and what changed."""
    records = plan.signoffs.records
    newest = {(record.phase, record.section): record.id for record in records}
    found = []
    for record in records:
        differences = tuple(differences_of(plan, content, rows, record))
        words = tuple(sentence(difference) for difference in differences)
        found.append(SignOffStatus(record, differences, words, newest[record.phase, record.section] == record.id))
    return tuple(found)


def differences_of(
    plan: Plan, content: Content, rows: tuple[ChecklistRow, ...], record: SignOff
) -> Iterator[Difference]:
    """Yield what is otherwise than a record says."""
    if record.fingerprint != fingerprint(record):
        yield Difference(ChangeKind.RECORD, "", _("Selve signeringen er endret i filen."))
    yield from signer_differences(plan, record)
    yield from _facts(plan, content, record)
    facts = {fact.key: fact.value for fact in record.facts}
    used = content.checklist(plan.checklist.catalogue).id
    same_list = facts.get(CATALOGUE, used) == used
    now = {row.row_id: row for row in rows_for(rows, record.phase, record.section)}
    places = {place.id for place in plan.decision.municipalities}
    held = _Comparison(plan, content, record, facts)
    for line in record.lines:
        row = now.get(line.key)
        if row is not None:
            yield from _line(held, line, row)
        elif same_list or not _of_content(line.key, places, facts):
            yield Difference(ChangeKind.GONE, line.key, line.text)
    known = {line.key for line in record.lines}
    for key, row in now.items():
        if key not in known and (same_list or row.item is None):
            yield Difference(ChangeKind.NEW, key, line_text(plan, row))


def signer_differences(plan: Plan, record: SignOff) -> Iterator[Difference]:
    """Yield that who signed has another name than then; a person who was removed has none to compare."""
    if not any(person.id == record.signer for person in plan.people.persons):
        return
    name = person_name(plan, record.signer)
    if name_digest(record.salt, name) != record.name_digest:
        field, before = _("navnet på den som signerte"), _("et annet navn")
        yield Difference(ChangeKind.FIELD, "signer", _("Signeringen"), field, before, name)


def _of_content(key: str, places: set[str], facts: Mapping[str, str]) -> bool:
    """Tell whether a signed line came from the checklist's content, and so may be missing from another version."""
    item, _at, place = key.partition("@")
    return "." in item and (not place or place in places or f"municipality:{place}" not in facts)


def sentence(difference: Difference) -> str:
    """Return a difference as a sentence to be read in a list."""
    match difference.kind:
        case ChangeKind.NEW:
            return _("{what}: nytt punkt").format(what=difference.what)
        case ChangeKind.GONE:
            return _("{what}: punktet er borte").format(what=difference.what)
        case ChangeKind.RECORD:
            return difference.what
        case ChangeKind.FIELD:
            return _("{what} – {field}: {before} → {after}").format(
                what=difference.what,
                field=difference.field,
                before=difference.before or _("tomt"),
                after=difference.after or _("tomt"),
            )


def _facts(plan: Plan, content: Content, record: SignOff) -> Iterator[Difference]:
    if record.canonical == FIRST:
        return
    now = {fact.key: fact for fact in facts_for(plan, content, record.phase, record.section)}
    then = {fact.key: fact for fact in record.facts}
    for key in (*then, *(key for key in now if key not in then)):
        if key == CATALOGUE or key.startswith(SECTION):
            continue
        before, after = then.get(key), now.get(key)
        label = (before or now[key]).label
        if (before.value if before else "") != (after.value if after else ""):
            yield Difference(
                ChangeKind.FIELD, key, _("Planen"), label, before.value if before else "", after.value if after else ""
            )


class _Comparison:
    """A record, and the plan that it is held against."""

    def __init__(self, plan: Plan, content: Content, record: SignOff, facts: Mapping[str, str]) -> None:
        self.plan = plan
        self.content = content
        self.record = record
        self.facts = facts
        self.names_sections = any(key.startswith(SECTION) for key in facts)

    def state(self, state: str) -> str:
        """Return the word for a state."""
        return self.content.option_label("TaskState", state).lower()

    def person(self, digest: str) -> str:
        """Return the name behind a digest, where the person still stands in the plan under that name."""
        for person in self.plan.people.persons:
            if digest == person_digest(self.record.salt, person.id, person_name(self.plan, person.id)):
                return person_name(self.plan, person.id)
        return _("en annen person, eller et annet navn")

    def removed(self, digest: str) -> bool:
        """Tell whether the person behind a digest has been taken out of the plan."""
        who = digest.partition(":")[2]
        return bool(who) and all(lettered_digest(self.record.salt, one.id) != who for one in self.plan.people.persons)


def _line(held: _Comparison, line: SignedLine, row: ChecklistRow) -> Iterator[Difference]:
    fields = _first_fields if held.record.canonical == FIRST else _fields
    for field, before, after in fields(held, line, row):
        yield Difference(ChangeKind.FIELD, line.key, line.text, field, before, after)


def _first_fields(held: _Comparison, line: SignedLine, row: ChecklistRow) -> Iterator[tuple[str, str, str]]:
    state, _token = judged_then(held.plan, row)
    if state.value != line.state:
        yield _("tilstand"), held.state(line.state), held.state(state.value)
    elif first_details(row) != line.details:
        yield _("opplysninger"), line.details, first_details(row)


def _fields(held: _Comparison, line: SignedLine, row: ChecklistRow) -> Iterator[tuple[str, str, str]]:
    """Yield field, before and after for everything that differs; what was only shown beside it is not compared."""
    now = line_of(held.plan, held.content, row, held.record.salt, held.record.canonical)
    if row.item is None and row.text != line.text:
        yield _("tekst"), line.text, row.text
    if row.item is None and (was := _section_as_signed(held, row.section)) is not None and was != line.section:
        yield _("del av sjekklisten"), line.section, was
    if now.state != line.state:
        yield _("tilstand"), held.state(line.state), held.state(now.state)
    if now.details != line.details:
        yield _("det planen viser"), line.evidence, now.evidence
    if now.reason != line.reason:
        yield _("begrunnelse"), line.reason, now.reason
    if now.comment != line.comment:
        yield _("merknad"), line.comment, now.comment
    if now.deadline != line.deadline:
        yield _("frist"), day_in_words(line.deadline), day_in_words(now.deadline)
    if now.responsible != line.responsible and not (not now.responsible and held.removed(line.responsible)):
        before = held.person(line.responsible) if line.responsible else ""
        yield _("ansvarlig"), before, held.person(now.responsible) if now.responsible else ""


def _section_as_signed(held: _Comparison, section: str) -> str | None:
    """Return what the section of today was called when it was signed; None where the record can't tell."""
    if not held.names_sections:
        return None
    return held.facts.get(f"{SECTION}{section}", section or _("Andre punkter"))


def day_in_words(text: str) -> str:
    """Return a day as it is written for people."""
    return day_words(date.fromisoformat(text)) if text else ""


def is_signed(found: tuple[SignOffStatus, ...], rows: tuple[ChecklistRow, ...], phase: SignOffPhase) -> bool:
    """Tell whether a phase is signed and as signed: as a whole, or section by section."""
    standing = [status.record for status in found if status.valid and status.current]
    sections = {record.section for record in standing if record.phase is phase}
    asked = {row.section for row in rows_for(rows, phase)}
    return "" in sections or (bool(asked) and asked <= sections)
