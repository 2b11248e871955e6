"""Where the answer to a question lands: the addresses in this plan that a question's fields stand for."""

from collections.abc import Iterator

from digisos_wizard.model.address import Address, UnknownAddressError, resolve, row_type, value_type
from digisos_wizard.model.base import Item, PerMunicipality, SparseItem
from digisos_wizard.model.content import Content
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.cooperation.in_use import in_use

EVERY = "*"


def template(field: str) -> Address:
    """Return a question's field as an address, ids and `*` as written and shared answers where any may differ.

    Raises UnknownAddressError where no field has such a name.
    """
    address: Address = ()
    for part in field.split("."):
        if _may_differ(address):
            address = (*address, "shared")
        address = (*address, part)
    value_type(Plan, address)
    return address


def unknown_row(content: Content, field: str) -> str:
    """Return the first id in a question's field that the content has no row for, empty where all are known."""
    address = template(field)
    for position, part in enumerate(address):
        kind = row_type(Plan, address[:position])
        known = _content_ids(content, address[:position])
        if kind is not None and part != EVERY and part not in known:
            return part
    return ""


def landing(plan: Plan, content: Content, fields: tuple[str, ...]) -> tuple[Address, ...]:
    """Return the addresses in the plan, in order: every row for `*`, shared and own where they may differ.

    A field that is no longer known is left out.
    """
    found: list[Address] = []
    for field in fields:
        try:
            found += _expanded(plan, content, (), tuple(field.split(".")))
        except UnknownAddressError:
            continue
    return tuple(dict.fromkeys(found))


def _expanded(plan: Plan, content: Content, done: Address, rest: Address) -> Iterator[Address]:
    if not rest:
        resolve(plan, done)
        yield done
        return
    if _may_differ(done):
        area = resolve(plan, done)
        if isinstance(area, PerMunicipality):
            for used in in_use(plan, area, done):
                yield from _expanded(plan, content, used.at, rest)
        return
    kind = row_type(Plan, done)
    if kind is None or rest[0] != EVERY:
        yield from _expanded(plan, content, (*done, rest[0]), rest[1:])
        return
    rows = resolve(plan, done)
    here = [row.id for row in rows if isinstance(row, Item)] if isinstance(rows, tuple) else []
    for row_id in _content_ids(content, done) if issubclass(kind, SparseItem) else here:
        yield from _expanded(plan, content, (*done, row_id), rest[1:])


def _may_differ(address: Address) -> bool:
    kind = value_type(Plan, address)
    return isinstance(kind, type) and issubclass(kind, PerMunicipality)


def _content_ids(content: Content, table: Address) -> tuple[str, ...]:
    """Return the ids of the rows that the content gives a table of the plan."""
    match table:
        case ("people", "roles"):
            return tuple(role.id for role in content.roles)
        case ("privacy", "parts"):
            return tuple(part.id for part in content.dpia_parts)
        case ("mapping", "groups"):
            return tuple(group.id for group in content.groups)
        case ("mapping", "tasks"):
            return tuple(task.id for task in content.tasks)
        case ("mapping", "reflections"):
            return tuple(reflection.id for reflection in content.reflections)
        case ("mapping", "materials"):
            return tuple(material.id for material in content.materials)
        case _:
            return ()
