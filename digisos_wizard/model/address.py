"""Addresses: the one way to point at a value in a plan, spoken by edits, findings, jumps, drafts and differences."""

import typing
from collections.abc import Iterator
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Union, cast

from pydantic import BaseModel

from .base import Item, PerMunicipality, Record, Same, SparseItem

Address = tuple[str, ...]
"""Field names and row ids from the plan inwards, such as `("decision", "municipalities", "k7f2", "population")`."""

FEW = 12
"""Rows that are found faster by looking at each than by an index."""
TABLES = 64
"""Tables whose index is kept."""


class UnknownAddressError(LookupError):
    """An address that leads nowhere in this plan."""


def written(address: Address) -> str:
    """Return the address as text, as drafts, findings and the command line write it."""
    return "/".join(address)


def read(text: str) -> Address:
    """Return the address that `written` wrote."""
    return tuple(text.split("/"))


def resolve(plan: Record, address: Address) -> object:
    """Return what stands at the address; a sparse row that is not there is an empty one.

    Raises UnknownAddressError where a name or an id leads nowhere.
    """
    here: object = plan
    path: Address = ()
    for segment in address:
        path = (*path, segment)
        if isinstance(here, tuple):
            here = _row(here, segment, row_type(type(plan), path[:-1]), path)
        elif isinstance(here, Record) and segment in type(here).model_fields:
            here = getattr(here, segment)
        else:
            raise UnknownAddressError(written(path))
    return here


def exists(plan: Record, address: Address) -> bool:
    """Tell whether the address leads somewhere in this plan."""
    try:
        resolve(plan, address)
    except UnknownAddressError:
        return False
    return True


def _row(rows: tuple[object, ...], row_id: str, kind: type[Item] | None, path: Address) -> Item:
    found = _by_id(Same(rows)).get(row_id) if len(rows) > FEW else _first(rows, row_id)
    if found is not None:
        return found
    if kind is not None and issubclass(kind, SparseItem):
        return kind.empty(row_id)
    raise UnknownAddressError(written(path))


def _first(rows: tuple[object, ...], row_id: str) -> Item | None:
    return next((row for row in rows if isinstance(row, Item) and row.id == row_id), None)


@lru_cache(maxsize=TABLES)
def _by_id(table: Same[tuple[object, ...]]) -> dict[str, Item]:
    # Of rows with the same id the first counts, as in a search from the top.
    return {row.id: row for row in reversed(table.part) if isinstance(row, Item)}


def row_type(root: type[Record], address: Address) -> type[Item] | None:
    """Return the type of the rows in the table at the address, None if no table of rows stands there."""
    annotation = _strip(annotation_at(root, address))
    arguments = typing.get_args(annotation)
    if (
        typing.get_origin(annotation) is tuple
        and arguments
        and isinstance(arguments[0], type)
        and issubclass(arguments[0], Item)
    ):
        return arguments[0]
    return None


def annotation_at(root: type[Record], address: Address) -> object:
    """Return the type that the plan declares for the value at the address; ids may be anything.

    Raises UnknownAddressError where no field has such a name.
    """
    return _annotation_at(root, tuple(address))


@cache
def _annotation_at(root: type[Record], address: Address) -> object:
    here: object = root
    for position, segment in enumerate(address):
        here = _strip(here)
        arguments = typing.get_args(here)
        if typing.get_origin(here) is tuple and arguments:
            here = arguments[0]
        elif isinstance(here, type) and issubclass(here, BaseModel) and segment in here.model_fields:
            here = here.model_fields[segment].annotation
        else:
            raise UnknownAddressError(written(address[: position + 1]))
    return here


def _strip(annotation: object) -> object:
    """Return the type behind `Annotated` and `| None`."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _strip(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in typing.get_args(annotation) if kind is not NoneType]
        return _strip(kinds[0]) if len(kinds) == 1 else annotation
    return annotation


def value_type(root: type[Record], address: Address) -> object:
    """Return the plain type at the address, without `Annotated` and `| None`."""
    return _strip(annotation_at(root, address))


def is_optional(root: type[Record], address: Address) -> bool:
    """Tell whether the value at the address may be None."""
    annotation = annotation_at(root, address)
    return typing.get_origin(annotation) in (Union, UnionType) and NoneType in typing.get_args(annotation)


def pattern(root: type[Record], address: Address) -> str:
    """Return the key of the field catalogue: dots between, `*` for every row id, shared and own answers as one.

    `("vendor", "own", "k7f2", "value", "version")` and `("vendor", "shared", "version")` are both `vendor.version`.
    """
    return _pattern(root, tuple(address))


@cache
def _pattern(root: type[Record], address: Address) -> str:
    parts: list[str] = []
    position = 0
    while position < len(address):
        container = _strip(annotation_at(root, address[:position]))
        if isinstance(container, type) and issubclass(container, PerMunicipality):
            position += 1 if address[position] == "shared" else 3
            continue
        parts.append("*" if typing.get_origin(container) is tuple else address[position])
        position += 1
    return ".".join(parts)


def leaves(record: Record, prefix: Address = ()) -> Iterator[tuple[Address, object]]:
    """Yield the address and value of everything in the record that is no record or table itself."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        yield from _leaves_of(value, (*prefix, name))


def _leaves_of(value: object, address: Address) -> Iterator[tuple[Address, object]]:
    if isinstance(value, Record):
        yield from leaves(value, address)
    elif isinstance(value, tuple) and any(isinstance(row, Item) for row in value):
        for row in cast("tuple[Item, ...]", value):
            yield from leaves(row, (*address, row.id))
    else:
        yield address, value
