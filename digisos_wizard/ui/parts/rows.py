"""Rows of the plan's own tables, as a table of records shows them."""

from collections.abc import Callable, Sequence
from typing import cast

from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.base import Item
from digisos_wizard.model.edits import Edit, Insert
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.kinds import words_at
from digisos_wizard.session import Session

from .rows_view import RowView


def cells(figures: Figures, address: Address, *paths: str) -> tuple[str, ...]:
    """Return the values at dotted paths below an address, in words."""
    return tuple(words_at(figures.plan, figures.content, (*address, *path.split("."))) for path in paths)


def table_rows(table: Address, *paths: str) -> Callable[[Figures], Sequence[RowView]]:
    """Return the rows of a table of the plan, with the fields at the paths as cells."""

    def rows(figures: Figures) -> Sequence[RowView]:
        found = cast("tuple[Item, ...]", resolve(figures.plan, table))
        return [RowView(item.id, (*table, item.id), cells(figures, (*table, item.id), *paths)) for item in found]

    return rows


def new_row(
    session: Session, table: Callable[[], Address], kind: type[Item]
) -> Callable[[], tuple[str, Sequence[Edit]]]:
    """Return how an empty row of a kind is added to the table that `table` names when asked."""

    def edits() -> tuple[str, Sequence[Edit]]:
        row_id = session.new_row_id()
        return row_id, [Insert(table(), kind(id=row_id))]

    return edits
