"""A draft cover mail for an agreement: recipients, subject and text, from the content's words and the plan's facts."""

from dataclasses import dataclass

from digisos_wizard.i18n import _
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.rules.cooperation.result import RequiredAgreement
from digisos_wizard.model.rules.days import connection_date
from digisos_wizard.model.rules.people.holders import PROJECT_OWNER, SIGNATORY, holder

FACTS = (
    "agreement",
    "municipality",
    "org_number",
    "office",
    "signatory",
    "authority",
    "day",
    "reference",
    "system",
    "sender",
)
"""What a mail's text in the content may ask for."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that the office reads through and sends itself; `to` empty where nobody's address is known."""

    to: str
    subject: str
    body: str


def draft(figures: Figures, cell: RequiredAgreement) -> Mail | None:
    """Return the mail for an agreement of a municipality, None where the agreement has none."""
    place = next((one for one in figures.plan.decision.municipalities if one.id == cell.municipality), None)
    if place is None or not cell.spec.mail:
        return None
    facts = _facts(figures, cell, place)
    subject = _("{agreement}: {municipality}").format(agreement=cell.spec.title, municipality=facts["municipality"])
    if cell.spec.mail_reference:
        subject += _(", referanse {reference}").format(reference=cell.spec.mail_reference)
    lines = [_("Hei"), "", cell.spec.mail.format_map(facts), "", _details(facts), "", _("Hilsen"), facts["sender"]]
    return Mail(cell.spec.mail_to, subject, "\n".join(lines).strip() + "\n")


def _facts(figures: Figures, cell: RequiredAgreement, place: Municipality) -> dict[str, str]:
    plan = figures.plan
    signatory = plan.agreements.signatory.of(place.id)
    signs = holder(plan, SIGNATORY, place.id).person
    person = next((one for one in plan.people.persons if one.id == signs), None)
    day = connection_date(plan, place.id)
    unknown = _("ikke avklart")
    values = (
        cell.spec.title,
        place.name or _("Kommunen"),
        place.org_number or unknown,
        plan.decision.office or _("NAV-kontoret"),
        ", ".join(filter(None, (person.name, person.title, person.email))) if person else unknown,
        signatory.authority_reference,
        day_words(day) if day is not None else unknown,
        cell.spec.mail_reference,
        plan.vendor.of(place.id).system or unknown,
        person_name(plan, holder(plan, PROJECT_OWNER).person) or plan.decision.office,
    )
    return dict(zip(FACTS, values, strict=True))


def _details(facts: dict[str, str]) -> str:
    """Return the facts that the receiver needs, one to a line."""
    lines = [
        _("Kommune: {municipality}, organisasjonsnummer {org_number}"),
        _("NAV-kontor: {office}"),
        _("Signerer for kommunen: {signatory}"),
        *([_("Fullmakt: {authority}")] if facts["authority"] else []),
        _("Ønsket påkoblingsdag: {day}"),
    ]
    return "\n".join(line.format_map(facts) for line in lines)
