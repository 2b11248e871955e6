"""Where in a plan an entry stands, so that a hit can lead there."""

import typing
from collections.abc import Iterable

from digisos_wizard.model.address import Address, resolve, value_type
from digisos_wizard.model.base import Item, PerMunicipality
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Plan

from .entries import Entry, Kind


def place(figures: Figures, entry: Entry) -> Address:
    """Return the address that an entry leads to; () where it stands nowhere but on the page of its step."""
    match entry.kind:
        case Kind.FIELD:
            return address_of(figures, entry.target)
        case Kind.ITEM:
            rows = (row.row_id for row in figures.checklist if row.item is not None and row.item.id == entry.target)
            return _row(("checklist", "answers"), rows)
        case Kind.ACTIVITY:
            found = (item for item in figures.schedule.activities if item.spec and item.spec.id == entry.target)
            return next((item.address for item in found), ())
        case Kind.AGREEMENT:
            cells = (cell.row_id for cell in figures.agreements if cell.spec.id == entry.target)
            return _row(("agreements", "statuses"), cells)
        case Kind.ROLE:
            return ("people", "roles", entry.target)
        case Kind.TASK:
            return ("mapping", "tasks", entry.target)
        case Kind.MATERIAL:
            return ("mapping", "materials", entry.target)
        case _:
            return ()


def address_of(figures: Figures, pattern: str) -> Address:
    """Return the address of the first value with this pattern of the field catalogue; its table if it has no rows."""
    address: Address = ()
    for part in pattern.split("."):
        kind = value_type(Plan, address) if address else Plan
        if isinstance(kind, type) and issubclass(kind, PerMunicipality):
            address = (*address, "shared")
        if part != "*":
            address = (*address, part)
            continue
        first = _first_row(figures, address)
        if not first:
            return address
        address = (*address, first)
    return address


def _row(table: Address, rows: Iterable[str]) -> Address:
    first = next(iter(rows), "")
    return (*table, first) if first else ()


def _first_row(figures: Figures, table: Address) -> str:
    """Return the id of the first row as the pages show it: rows that nobody has touched are not in the plan."""
    match table:
        case ("checklist", "answers"):
            return next((row.row_id for row in figures.checklist if row.item is not None), "")
        case ("connection", "activities"):
            return next((item.row_id for item in figures.schedule.activities if item.spec is not None), "")
        case ("agreements", "statuses"):
            return next((cell.row_id for cell in figures.agreements), "")
        case ("people", "roles"):
            return figures.content.roles[0].id
        case ("mapping", "tasks"):
            return figures.content.tasks[0].id
        case _:
            rows = typing.cast("tuple[Item, ...]", resolve(figures.plan, table))
            return rows[0].id if rows else ""
