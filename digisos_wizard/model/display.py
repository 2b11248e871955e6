"""What people, municipalities and rows of the plan are called, and fields of the catalogue."""

from digisos_wizard.i18n import _, ngettext

from . import formatting
from .address import Address, pattern
from .base import split_instance
from .content import Content
from .plan import Plan


def from_the_day(days: int) -> str:
    """Return how far a day is from the connection day, in words."""
    if days == 0:
        return _("på påkoblingsdagen")
    if days < 0:
        words = ngettext("{days} dag før påkobling", "{days} dager før påkobling", -days)
    else:
        words = ngettext("{days} dag etter påkobling", "{days} dager etter påkobling", days)
    return words.format(days=formatting.number(abs(days)))


def benefit_letters() -> str:
    """Return what the letter in a benefit's number stands for."""
    return _("Ø er prissatte gevinster hos dere, V er gevinster hos andre, og K er ikke prissatt.")


def row_names(plan: Plan, ids: tuple[str, ...]) -> list[str]:
    """Return the names of steps, benefits and boxes of the benefit map; what is gone is left out."""
    names = {step.id: step.name or _("Steg uten navn") for step in plan.mapping.steps}
    names |= {item.id: f"{item.number} {item.title}".strip() for item in plan.benefits.items}
    names |= {node.id: node.title or _("Boks uten tekst") for node in plan.benefits.map_nodes}
    return [names[row_id] for row_id in ids if row_id in names]


def activity_names(plan: Plan, content: Content, ids: tuple[str, ...]) -> list[str]:
    """Return the titles of activities of content and office by row id; what is gone is left out."""
    names = {own.id: own.title or _("Uten tekst") for own in plan.connection.own_activities}
    found = []
    for row_id in ids:
        content_id, place = split_instance(row_id)
        title = next((spec.title for spec in content.activities if spec.id == content_id), names.get(row_id, ""))
        if title:
            found.append(f"{title} ({municipality_name(plan, place)})" if place else title)
    return found


def office_name(plan: Plan) -> str:
    """Return the name of the office, or that it has none yet."""
    return plan.decision.office or _("NAV-kontoret har ikke fått navn ennå")


def person_name(plan: Plan, person_id: str | None) -> str:
    """Return a person's name; a person who has been removed is said to be so."""
    if not person_id:
        return ""
    found = next((person for person in plan.people.persons if person.id == person_id), None)
    if found is None:
        return _("Fjernet person")
    return found.name or found.title or _("Person uten navn")


def municipality_name(plan: Plan, municipality_id: str) -> str:
    """Return a municipality's name."""
    found = next((place for place in plan.decision.municipalities if place.id == municipality_id), None)
    if found is None:
        return _("Fjernet kommune")
    return found.name or _("Kommune uten navn")


def label_of(content: Content, address: Address) -> str:
    """Return the label of the field at an address."""
    return content.field_index[pattern(Plan, address)].label
