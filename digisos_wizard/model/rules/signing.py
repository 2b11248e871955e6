"""Sign-off records: bound to what was signed, chained, and honest about what changed since."""

import hashlib
import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from digisos_wizard.i18n import _
from digisos_wizard.model.content import Content
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.checklist import phase_of
from digisos_wizard.model.rules.results import ChecklistRow, SignOffStatus
from digisos_wizard.model.signoff import SignedLine, SignOff
from digisos_wizard.model.terms import SignOffPhase, TaskState

if TYPE_CHECKING:
    from digisos_wizard.model.figures import Figures

CANONICAL = 1
"""Version of the canonical form that fingerprints are made over."""
FINISHED = (TaskState.DONE.value, TaskState.NOT_RELEVANT.value)
COVERED = (
    "phase", "section", "canonical", "name_digest", "title", "role", "place", "signed_at", "statement", "open_items",
    "external_reference", "lines", "previous",
)  # fmt: skip
COVERED_OF_LINE = ("key", "section", "text", "state", "details")


def lines_for(
    plan: Plan, content: Content, rows: tuple[ChecklistRow, ...], phase: SignOffPhase
) -> tuple[SignedLine, ...]:
    """Return what a sign-off of the phase covers, line by line; CONNECT leaves out what is due after the day."""
    return tuple(
        _line(plan, content, row) for row in rows if phase is SignOffPhase.FINAL or phase_of(plan, row) is phase
    )


def _line(plan: Plan, content: Content, row: ChecklistRow) -> SignedLine:
    text = f"{row.text} ({municipality_name(plan, row.municipality)})" if row.municipality else row.text
    answer = row.answer
    parts = [
        row.evidence.text if row.evidence is not None else "",
        _("Begrunnelse: {text}").format(text=answer.reason) if answer.reason else "",
        _("Merknad: {text}").format(text=answer.comment) if answer.comment else "",
        _("Frist: {day}").format(day=day_words(answer.deadline)) if answer.deadline else "",
    ]
    section = next(
        (found.title for found in content.checklist(plan.checklist.catalogue).sections if found.id == row.section),
        row.section,
    )
    return SignedLine(
        key=row.row_id, section=section, text=text, state=row.state.value, details=" ".join(filter(None, parts))
    )


def open_lines(figures: "Figures", phase: SignOffPhase) -> tuple[str, ...]:
    """Return the texts of what is still open for a phase, as they will stand in the statement."""
    lines = lines_for(figures.plan, figures.content, figures.checklist, phase)
    return tuple(line.text for line in lines if line.state not in FINISHED)


def sign(  # noqa: PLR0913 - all that a record says
    figures: "Figures",
    *,
    phase: SignOffPhase,
    signer: str,
    title: str,
    role: str,
    place: str,
    external_reference: str,
    signed_at: datetime,
    salt: str,
    record_id: str,
) -> SignOff:
    """Return the record of a sign-off; pure: time, salt and id come from outside."""
    plan = figures.plan
    opened = open_lines(figures, phase)
    words = figures.content.option_label("SignOffPhase", phase.value)
    statement = _("{phase}: alle punkter er ferdige eller ikke aktuelle.").format(phase=words)
    if opened:
        statement = _("{phase}: signert med forbehold. {count} punkter er åpne.").format(phase=words, count=len(opened))
    records = plan.signoffs.records
    record = SignOff(
        id=record_id,
        phase=phase,
        canonical=CANONICAL,
        signer=signer,
        salt=salt,
        name_digest=name_digest(salt, person_name(plan, signer)),
        title=title,
        role=role,
        place=place,
        signed_at=signed_at,
        statement=statement,
        open_items=opened,
        external_reference=external_reference,
        lines=lines_for(plan, figures.content, figures.checklist, phase),
        previous=records[-1].fingerprint if records else "",
    )
    fields = {name: getattr(record, name) for name in type(record).model_fields} | {"fingerprint": fingerprint(record)}
    return SignOff.model_validate(fields)


def name_digest(salt: str, name: str) -> str:
    """Return the salted digest that stands for a name, so that the person can be removed and the chain still holds."""
    return hashlib.sha256(f"{salt}\n{name}".encode()).hexdigest()


def canonical(record: SignOff) -> bytes:
    """Return the signed content as canonical JSON: sorted keys, UTF-8, no spaces."""
    covered: dict[str, Any] = dict.fromkeys(COVERED, True)
    covered["lines"] = {"__all__": set(COVERED_OF_LINE)}
    data = record.model_dump(mode="json", include=covered)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(record: SignOff) -> str:
    """Return the SHA-256 of the signed content, in hexadecimal."""
    return hashlib.sha256(canonical(record)).hexdigest()


def verify_chain(records: tuple[SignOff, ...]) -> bool:
    """Tell whether every record is as it was signed, and follows on the one before."""
    before = ""
    for record in records:
        if record.previous != before or record.fingerprint != fingerprint(record):
            return False
        before = record.fingerprint
    return True


def statuses(plan: Plan, content: Content, rows: tuple[ChecklistRow, ...]) -> tuple[SignOffStatus, ...]:
    """Return for every sign-off whether what it covers still is as signed, and what changed.

    Only states and details count: a new wording in the content invalidates nothing.
    """
    found = []
    for record in plan.signoffs.records:
        now = {line.key: line for line in lines_for(plan, content, rows, record.phase)}
        changes = list(_changes(content, record, now))
        if record.fingerprint != fingerprint(record):
            changes.insert(0, _("Selve signeringen er endret i filen."))
        found.append(SignOffStatus(record, not changes, tuple(changes)))
    return tuple(found)


def _changes(content: Content, record: SignOff, now: dict[str, SignedLine]) -> list[str]:
    lines: list[str] = []

    def words(state: str) -> str:
        return content.option_label("TaskState", state).lower()

    for signed in record.lines:
        current = now.get(signed.key)
        if current is None:
            lines.append(_("{text}: punktet er borte").format(text=signed.text))
        elif current.state != signed.state:
            lines.append(f"{signed.text}: {words(signed.state)} → {words(current.state)}")
        elif current.details != signed.details:
            lines.append(f"{signed.text}: «{signed.details}» → «{current.details}»")
    known = {signed.key for signed in record.lines}
    lines += [_("{text}: nytt punkt").format(text=line.text) for key, line in now.items() if key not in known]
    return lines
