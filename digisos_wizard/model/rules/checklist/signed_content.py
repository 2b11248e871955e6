"""What a sign-off covers: the lines of a phase and section with their texts as they stand, and facts beside them."""

from collections.abc import Iterable

from digisos_wizard.i18n import _
from digisos_wizard.model.base import SHARED
from digisos_wizard.model.content import Content
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.checklist.fingerprints import CANONICAL, person_digest
from digisos_wizard.model.rules.checklist.result import ChecklistRow, Moment
from digisos_wizard.model.rules.checklist.then import judged_then
from digisos_wizard.model.signoff import SignedFact, SignedLine
from digisos_wizard.model.terms import SignOffPhase, TaskState

OLDER = 2
"""The last canonical form that knows the checklist's rows alone."""
FINISHED = (TaskState.DONE.value, TaskState.NOT_RELEVANT.value)
CATALOGUE = "catalogue"
SECTION = "section:"
"""Keys of facts that a record holds to be readable by itself; a change of them alone changes nothing signed."""


def rows_for(rows: Iterable[ChecklistRow], phase: SignOffPhase, section: str = "") -> tuple[ChecklistRow, ...]:
    """Return the rows that a sign-off covers; CONNECT leaves out what is due later, a section all the others."""
    return tuple(
        row
        for row in rows
        if (phase is SignOffPhase.FINAL or row.moment is Moment.BEFORE) and section in ("", row.section)
    )


def lines_for(
    plan: Plan,
    content: Content,
    rows: Iterable[ChecklistRow],
    phase: SignOffPhase,
    section: str = "",
    *,
    salt: str = "",
    form: int = CANONICAL,
) -> tuple[SignedLine, ...]:
    """Return what a sign-off covers, line by line."""
    return tuple(line_of(plan, content, row, salt, form) for row in rows_for(rows, phase, section))


def line_of(plan: Plan, content: Content, row: ChecklistRow, salt: str, form: int = CANONICAL) -> SignedLine:
    """Return a line as it would be signed now, in a canonical form: the older ones know the checklist's row alone."""
    older = form <= OLDER
    answer, said = row.answer, row.said
    alone = older or row.item is None
    responsible = answer.responsible if alone else said.owner
    deadline = answer.deadline if alone else said.deadline
    state, token = judged_then(plan, row) if older else (row.state, row.evidence.token if row.evidence else "")
    owner = row.owner
    shown = person_digest(salt, owner.person, person_name(plan, owner.person)) if owner.person else owner.role
    return SignedLine(
        key=row.row_id,
        section=section_title(plan, content, row.section),
        text=line_text(plan, row),
        state=state.value,
        details=token,
        evidence=row.evidence.text if row.evidence is not None else "",
        reason=answer.reason,
        comment=answer.comment,
        responsible=person_digest(salt, responsible or "", person_name(plan, responsible)),
        deadline=deadline.isoformat() if deadline else "",
        source="" if older or row.standing is None else row.standing.source.value,
        owner="" if older else shown,
        due="" if older or row.due.day is None else row.due.day.isoformat(),
    )


def line_text(plan: Plan, row: ChecklistRow) -> str:
    """Return what a line asks for, with its municipality."""
    return f"{row.text} ({municipality_name(plan, row.municipality)})" if row.municipality else row.text


def first_details(row: ChecklistRow) -> str:
    """Return what canonical form 1 says of a row beside text and state."""
    answer = row.answer
    parts = [
        row.evidence.text if row.evidence is not None else "",
        _("Begrunnelse: {text}").format(text=answer.reason) if answer.reason else "",
        _("Merknad: {text}").format(text=answer.comment) if answer.comment else "",
        _("Frist: {day}").format(day=day_words(answer.deadline)) if answer.deadline else "",
    ]
    return " ".join(filter(None, parts))


def section_title(plan: Plan, content: Content, section: str) -> str:
    """Return the heading of a section; items of the office's own may stand outside all of them."""
    sections = content.checklist(plan.checklist.catalogue).sections
    return next((found.title for found in sections if found.id == section), section or _("Andre punkter"))


def facts_for(plan: Plan, content: Content, phase: SignOffPhase, section: str = "") -> tuple[SignedFact, ...]:
    """Return what is signed beside the checklist: office, municipalities, the days, and the checklist's version."""
    catalogue = content.checklist(plan.checklist.catalogue)
    places = plan.decision.municipalities
    facts = [SignedFact(key="office", label=_("NAV-kontor"), value=plan.decision.office)]
    facts += [
        SignedFact(key=f"municipality:{place.id}", label=_("Kommune"), value=municipality_name(plan, place.id))
        for place in places
    ]
    if not section:
        facts += _days(plan, phase)
    facts.append(SignedFact(key=CATALOGUE, label=_("Sjekklisteversjon"), value=catalogue.id))
    facts += [
        SignedFact(key=f"{SECTION}{part.id}", label=_("Del av sjekklisten"), value=part.title)
        for part in catalogue.sections
        if section in ("", part.id)
    ]
    return tuple(facts)


def _days(plan: Plan, phase: SignOffPhase) -> list[SignedFact]:
    """Return the wished days, and for the final sign-off the days on which it came to be."""
    found: list[SignedFact] = []
    places = plan.decision.municipalities
    for place in [one.id for one in places] or [SHARED]:
        answer = plan.connection.day.of(place)
        whose = _(" for {name}").format(name=municipality_name(plan, place)) if len(places) > 1 else ""
        days = [("day", _("Ønsket påkoblingsdag"), answer.wished)]
        if phase is SignOffPhase.FINAL:
            days.append(("connected", _("Koblet på"), answer.connected_on))
        found += [
            SignedFact(key=f"{key}:{place}", label=f"{label}{whose}", value=day_words(day) if day else "")
            for key, label, day in days
        ]
    return found


def open_lines(plan: Plan, rows: Iterable[ChecklistRow], phase: SignOffPhase, section: str = "") -> tuple[str, ...]:
    """Return the texts of what is still open, as they will stand in the statement."""
    covered = rows_for(rows, phase, section)
    opened = [line_text(plan, row) for row in covered if row.state.value not in FINISHED]
    unexplained = _("{item} (uten begrunnelse)")
    opened += [unexplained.format(item=line_text(plan, row)) for row in covered if row.contradicts]
    return tuple(dict.fromkeys(opened))
