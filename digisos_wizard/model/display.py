"""What stands at an address, in words a reader understands: names instead of ids, labels instead of states."""

from enum import Enum
from typing import cast

from digisos_wizard.i18n import _

from .address import Address, pattern, resolve
from .base import split_instance
from .content import Content, FieldKind
from .plan import Plan
from .reading import shown


def display(plan: Plan, content: Content, address: Address) -> str:
    """Return the value at the address as text; nothing answered is an empty text."""
    return words_for(plan, content, address, resolve(plan, address))


def words_for(plan: Plan, content: Content, address: Address, value: object) -> str:
    """Return a value as it would read at the address."""
    spec = content.field_index[pattern(Plan, address)]
    if value is None or value == "":
        return ""
    match spec.kind:
        case FieldKind.YES_NO | FieldKind.TICK:
            return _("Ja") if value else _("Nei")
        case FieldKind.CHOICES:
            return ", ".join(
                content.option_label(spec.options, str(part.value)) for part in cast("tuple[Enum, ...]", value)
            )
        case FieldKind.CHOICE:
            return content.option_label(spec.options, str(value.value) if isinstance(value, Enum) else str(value))
        case _:
            pointed = _pointed_at(plan, content, spec.kind, value)
            return pointed if pointed is not None else shown(spec, value)


def _pointed_at(plan: Plan, content: Content, kind: FieldKind, value: object) -> str | None:
    """Return the names of what a value points at, None where it points at nothing."""
    match kind:
        case FieldKind.PERSON | FieldKind.MUNICIPALITY:
            return (person_name if kind is FieldKind.PERSON else municipality_name)(plan, str(value))
        case FieldKind.CATALOGUE | FieldKind.SECTION:
            return _of_content(plan, content, kind, str(value))
        case FieldKind.STEPS | FieldKind.LINKS:
            return ", ".join(row_names(plan, cast("tuple[str, ...]", value)))
        case FieldKind.ACTIVITIES:
            return ", ".join(activity_names(plan, content, cast("tuple[str, ...]", value)))
        case _:
            return None


def _of_content(plan: Plan, content: Content, kind: FieldKind, value: str) -> str:
    if kind is FieldKind.CATALOGUE:
        return content.catalogue(value).label
    sections = content.checklist(plan.checklist.catalogue).sections
    return next((section.title for section in sections if section.id == value), value)


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
