"""Removing a person from a plan: every reference at once, and where the name still stands in free text.

Sign-offs hold a salted digest instead of the name, so that the chain can still be verified.
"""

from digisos_wizard.model.address import Address, leaves, pattern
from digisos_wizard.model.content import Content, FieldKind
from digisos_wizard.model.edits import Edit, Remove, Set
from digisos_wizard.model.plan import Plan

SHORTEST_NAME = 3


def erasing(plan: Plan, content: Content, person_id: str) -> tuple[Edit, ...]:
    """Return the edits that take a person out of the plan."""
    return (
        *(Set(address, None) for address in references(plan, content, person_id)),
        Remove(("people", "persons", person_id)),
    )


def references(plan: Plan, content: Content, person_id: str) -> tuple[Address, ...]:
    """Return where the plan points at a person."""
    return tuple(
        address
        for address, value in leaves(plan)
        if value == person_id
        and (spec := content.field_index.get(pattern(Plan, address))) is not None
        and (spec.kind is FieldKind.PERSON or address[-1] == "signer")
    )


def mentions(plan: Plan, person_id: str) -> tuple[Address, ...]:
    """Return where the name stands in free text, which only a person can judge."""
    person = next((one for one in plan.people.persons if one.id == person_id), None)
    name = person.name.strip().casefold() if person is not None else ""
    if len(name) < SHORTEST_NAME:
        return ()
    own = ("people", "persons", person_id)
    return tuple(
        address
        for address, value in leaves(plan)
        if isinstance(value, str) and name in value.casefold() and address[:3] != own
    )
