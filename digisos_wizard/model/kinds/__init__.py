"""The kinds of fields, one class each: how a value is read, shown, told of and chosen."""

from collections.abc import Mapping

from digisos_wizard.model.address import Address, pattern, resolve
from digisos_wizard.model.content import Content, FieldKind
from digisos_wizard.model.plan import Plan

from . import picked, typed
from .kind import Kind

KINDS: Mapping[FieldKind, type[Kind]] = {kind.name: kind for kind in (*typed.KINDS, *picked.KINDS)}
"""Every kind but that of internal values, which nobody reads or writes."""


def kind_at(content: Content, address: Address) -> Kind:
    """Return the kind of the field at an address; raises KeyError where nobody reads or writes it."""
    spec = content.field_index[pattern(Plan, address)]
    return KINDS[spec.kind](spec, content, address)


def words_at(plan: Plan, content: Content, address: Address) -> str:
    """Return the value at the address in words a reader understands; nothing answered is an empty text."""
    value = resolve(plan, address)
    return "" if value is None or value == "" else kind_at(content, address).words(plan, value)
