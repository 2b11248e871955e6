"""Edits as data, and their application by path copying: only the touched record and its ancestors are rebuilt."""

from dataclasses import dataclass
from typing import TypeVar, cast

from .address import Address, UnknownAddressError, row_type, written
from .base import Item, Record, SparseItem

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Set:
    """Put a value at an address; a sparse row that is not there yet is made."""

    address: Address
    value: object


@dataclass(frozen=True, slots=True)
class Insert:
    """Put a new row into the table at an address, last or at a position."""

    address: Address
    row: Item
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away the row at an address."""

    address: Address


@dataclass(frozen=True, slots=True)
class Move:
    """Put the row at an address at another position in its table."""

    address: Address
    position: int


Edit = Set | Insert | Remove | Move


class RefusedEditError(ValueError):
    """An edit that would make a plan of the wrong shape; nothing of its batch is applied."""


def apply(plan: R, *edits: Edit) -> R:
    """Return the plan with all edits made, in order; raises RefusedEditError or UnknownAddressError."""
    for edit in edits:
        plan = cast("R", _rebuilt(plan, type(plan), edit, 0))
    return plan


def _rebuilt(here: object, root: type[Record], edit: Edit, depth: int) -> object:
    """Return `here`, found `depth` segments into the edit's address, with the edit made."""
    path = edit.address
    if depth == len(path):
        return _at_end(here, edit)
    segment = path[depth]
    last = depth == len(path) - 1
    if isinstance(here, tuple):
        if last and isinstance(edit, Remove | Move):
            return _without_or_moved(cast("tuple[Item, ...]", here), segment, edit)
        return _with_row(cast("tuple[Item, ...]", here), root, edit, depth)
    if isinstance(here, Record) and segment in type(here).model_fields:
        return with_field(here, segment, _rebuilt(getattr(here, segment), root, edit, depth + 1))
    raise UnknownAddressError(written(path[: depth + 1]))


def _at_end(here: object, edit: Edit) -> object:
    if isinstance(edit, Set):
        return edit.value
    if isinstance(edit, Insert) and isinstance(here, tuple):
        if any(isinstance(row, Item) and row.id == edit.row.id for row in here):
            message = f"row exists already: {written((*edit.address, edit.row.id))}"
            raise RefusedEditError(message)
        position = len(here) if edit.position is None else edit.position
        return (*here[:position], edit.row, *here[position:])
    message = f"no table here: {written(edit.address)}"
    raise RefusedEditError(message)


def _with_row(rows: tuple[Item, ...], root: type[Record], edit: Edit, depth: int) -> tuple[Item, ...]:
    row_id = edit.address[depth]
    for position, row in enumerate(rows):
        if row.id == row_id:
            changed = cast("Item", _rebuilt(row, root, edit, depth + 1))
            return (*rows[:position], changed, *rows[position + 1 :])
    kind = row_type(root, edit.address[:depth])
    if kind is None or not issubclass(kind, SparseItem):
        raise UnknownAddressError(written(edit.address[: depth + 1]))
    return (*rows, cast("Item", _rebuilt(kind.empty(row_id), root, edit, depth + 1)))


def _without_or_moved(rows: tuple[Item, ...], row_id: str, edit: Remove | Move) -> tuple[Item, ...]:
    found = [row for row in rows if row.id == row_id]
    if not found:
        raise UnknownAddressError(written(edit.address))
    rest = tuple(row for row in rows if row.id != row_id)
    if isinstance(edit, Remove):
        return rest
    return (*rest[: edit.position], found[0], *rest[edit.position :])


def with_field(record: R, name: str, value: object) -> R:
    """Return the record with one field changed, validated as the record's type; raises RefusedEditError."""
    if getattr(record, name) is value:
        return record
    fields = {field: getattr(record, field) for field in type(record).model_fields}
    fields[name] = value
    try:
        made = type(record).model_validate(fields)
    except ValueError as error:
        message = f"{type(record).__name__}.{name}: wrong type"
        raise RefusedEditError(message) from error
    # Validation copies every table; those that did not change are shared by all versions that undo remembers.
    made.__dict__.update({field: old for field, old in fields.items() if field != name})
    return made
