"""Signing: the record of who vouches for what, bound to the content and to the record before."""

from dataclasses import dataclass
from datetime import datetime

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.display import person_name
from digisos_wizard.model.edits import Edit, Insert, Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.rules.checklist.fingerprints import CANONICAL, fingerprint, name_digest
from digisos_wizard.model.rules.checklist.signed_content import (
    facts_for,
    lines_for,
    open_lines,
    rows_for,
    section_title,
)
from digisos_wizard.model.signing.signers import outside
from digisos_wizard.model.signoff import SignOff
from digisos_wizard.model.terms import SignOffPhase


@dataclass(frozen=True, slots=True)
class Signature:
    """What somebody who signs says: who they are, what they sign, where; `section` empty is the whole checklist."""

    phase: SignOffPhase
    signer: str
    section: str = ""
    title: str = ""
    role: str = ""
    place: str = ""
    external_reference: str = ""


def declared_open(figures: Figures, phase: SignOffPhase, section: str = "") -> tuple[str, ...]:
    """Return what a signature must name: what is open, and for the whole list what stops the connection."""
    stopping = () if section else (found.message for found in figures.findings if found.severity is Severity.BLOCKER)
    return tuple(dict.fromkeys((*open_lines(figures.plan, figures.checklist, phase, section), *stopping)))


def too_early(figures: Figures, phase: SignOffPhase) -> str:
    """Return why a phase can't be signed yet, empty where it can: that all is in place is signed from the day on."""
    day = figures.schedule.day
    if phase is SignOffPhase.CONNECT or figures.schedule.connected or (day is not None and day <= figures.today):
        return ""
    return _("Kan signeres fra påkoblingsdagen.")


def statement(figures: Figures, signature: Signature) -> str:
    """Return what is declared; what is open follows it, item by item."""
    scope = scope_of(figures, signature)
    count = len(rows_for(figures.checklist, signature.phase, signature.section))
    opened = len(open_lines(figures.plan, figures.checklist, signature.phase, signature.section))
    stopping = len(declared_open(figures, signature.phase, signature.section)) - opened
    if not opened and stopping:
        words = _("{scope}: signert med forbehold.").format(scope=scope)
    elif opened:
        words = ngettext(
            "{scope}: signert med forbehold. {count} punkt er åpent.",
            "{scope}: signert med forbehold. {count} punkter er åpne.",
            opened,
        ).format(scope=scope, count=opened)
    else:
        words = ngettext(
            "{scope}: punktet er ferdig eller ikke aktuelt.",
            "{scope}: alle {count} punkter er ferdige eller ikke aktuelle.",
            count,
        ).format(scope=scope, count=count)
    stops = ngettext("{count} ting stopper dere.", "{count} ting stopper dere.", stopping).format(count=stopping)
    return " ".join(
        filter(None, (words, stops if stopping else "", outside(figures, signature.section, signature.signer)))
    )


def scope_of(figures: Figures, signature: Signature) -> str:
    """Return what a signature is for: a phase, and a section where it is one alone."""
    words = figures.content.option_label("SignOffPhase", signature.phase.value)
    if not signature.section:
        return words
    section = section_title(figures.plan, figures.content, signature.section)
    return _("{phase}, {section}").format(phase=words, section=section)


def revision(figures: Figures, phase: SignOffPhase, section: str) -> int:
    """Return the number that the next sign-off of a phase and section gets."""
    records = figures.plan.signoffs.records
    return 1 + sum(record.phase is phase and record.section == section for record in records)


def sign(figures: Figures, signature: Signature, *, signed_at: datetime, salt: str, record_id: str) -> SignOff:
    """Return the record of a sign-off; pure: time, salt and id come from outside."""
    plan, content = figures.plan, figures.content
    phase, section = signature.phase, signature.section
    records = plan.signoffs.records
    record = SignOff(
        id=record_id,
        phase=phase,
        section=section,
        canonical=CANONICAL,
        signer=signature.signer,
        salt=salt,
        name_digest=name_digest(salt, person_name(plan, signature.signer)),
        title=signature.title,
        role=signature.role,
        place=signature.place,
        signed_at=signed_at,
        statement=statement(figures, signature),
        open_items=declared_open(figures, phase, section),
        external_reference=signature.external_reference,
        lines=lines_for(plan, content, figures.checklist, phase, section, salt=salt),
        previous=records[-1].fingerprint if records else "",
        revision=revision(figures, phase, section),
        facts=facts_for(plan, content, phase, section),
    )
    fields = {name: getattr(record, name) for name in type(record).model_fields} | {"fingerprint": fingerprint(record)}
    return SignOff.model_validate(fields)


def edits(figures: Figures, record: SignOff) -> tuple[Edit, ...]:
    """Return what puts a record into the plan; the plan then names the checklist that was signed."""
    adding = Insert(("signoffs", "records"), record)
    named = figures.plan.checklist.catalogue
    used = figures.content.checklist(named).id
    return (adding,) if named == used else (Set(("checklist", "catalogue"), used), adding)
