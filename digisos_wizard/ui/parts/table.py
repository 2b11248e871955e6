"""A table of records with the chosen one's fields below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Edit, Move, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms.layout import Fields, Table, Talk
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.widgets.look.basics import Card, button, label, row, set_text, shortcut
from digisos_wizard.ui.widgets.look.theme import Look

from .rows_view import Column, RowsModel, RowsView, RowView

MANY = 3
"""Buttons to add with that don't share a line with the tools on a narrow screen."""


@dataclass(frozen=True, slots=True)
class Adding:
    """How a row is added: the words on the button, and the edits with the id of the new row."""

    words: str
    edits: Callable[[], tuple[str, Sequence[Edit]]]


@dataclass(frozen=True, slots=True)
class TableParts:
    """What a table of records is declared from."""

    name: str
    columns: Sequence[Column]
    rows: Callable[[Figures], Sequence[RowView]]
    empty: str = ""
    adding: Sequence[Adding] = field(default_factory=tuple)
    removable: bool = False
    movable: bool = False


class RecordTable(QWidget):
    """Table, buttons to add, remove and move, and a form for the row chosen."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parts: TableParts, fields: Fields | Table | Talk | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._parts = parts
        self._chosen = ""
        self.model = RowsModel(parts.columns)
        self.view = RowsView(parts.name, parts.columns)
        self.view.setModel(self.model)
        self.view.selectionModel().currentRowChanged.connect(self._row_changed)
        self._empty = label(parts.empty, Look.HELP)
        self.detail = Card(_("Valgt rad"))
        self.form: Form | None = Form(desk, fields.base, fields.lines) if fields is not None else None
        if self.form is not None:
            self.detail.add(self.form)
        self._remove = button(
            _("Fjern"), Look.QUIET, self._remove_row, name=_("Fjern valgt rad: {name}").format(name=parts.name)
        )
        self._up = button(_("Flytt opp"), Look.QUIET, lambda: self._move(-1))
        self._down = button(_("Flytt ned"), Look.QUIET, lambda: self._move(1))
        if parts.movable:
            for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
                shortcut(QKeySequence(keys), self.view, partial(self._move, by))
            self._up.setToolTip(_("Alt+pil opp"))
            self._down.setToolTip(_("Alt+pil ned"))
        self.add_buttons = [button(adding.words, Look.SECONDARY, partial(self._add, adding)) for adding in parts.adding]
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._empty)
        layout.addWidget(self.view)
        tools = (self._up, self._down, self._remove)
        if len(self.add_buttons) < MANY:
            layout.addLayout(row(*self.add_buttons, None, *tools, spacing=8))
        else:
            layout.addLayout(row(*self.add_buttons, None, spacing=8))
            layout.addLayout(row(None, *tools, spacing=8))
        if self.form is not None:
            layout.addWidget(self.detail)
        self._remove.setVisible(self._parts.removable)
        self._up.setVisible(self._parts.movable)
        self._down.setVisible(self._parts.movable)

    @property
    def chosen_row(self) -> RowView | None:
        """The row chosen, None if there is none."""
        return next((view for view in self.model.rows if view.row_id == self._chosen), None)

    def show_plan(self, figures: Figures) -> None:
        """Show the rows; the choice stays with its id."""
        parts = self._parts
        rows = list(parts.rows(figures))
        before = self.model.rows
        if self.model.put(rows) or (rows and self.chosen_row is None):
            ids = [view.row_id for view in rows if not view.heading]
            self.choose(self._chosen if self._chosen in ids else ids[0] if ids else "")
        self.view.setVisible(bool(rows))
        if rows != before:
            self.view.share_width()
        self._empty.setVisible(not rows and bool(self._parts.empty))
        for tool, wanted in ((self._remove, parts.removable), (self._up, parts.movable), (self._down, parts.movable)):
            tool.setVisible(wanted and bool(rows))
        self._show_detail(figures)

    def choose(self, row_id: str) -> None:
        """Choose a row by id and show its fields."""
        self._chosen = row_id
        position = next((index for index, view in enumerate(self.model.rows) if view.row_id == row_id), -1)
        if position >= 0 and self.view.currentIndex().row() != position:
            self.view.selectionModel().setCurrentIndex(
                self.model.index(position, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )
        self.view.selectRow(position) if position >= 0 else None

    def focus(self, address: Address) -> bool:
        """Choose the row that an address leads into and put the cursor at its field; tells whether it has one."""
        return self.form is not None and self._choose_at(address) and self.form.focus(address)

    def focus_row(self, address: Address) -> bool:
        """Choose the row that an address leads into and put the cursor in the table."""
        found = self._choose_at(address)
        if found:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return found

    def _choose_at(self, address: Address) -> bool:
        for view in self.model.rows:
            if not view.heading and address[: len(view.address)] == view.address:
                self.choose(view.row_id)
                self._show_detail(self._desk.figures)
                return True
        return False

    def commit(self) -> None:
        """Show at the row's fields what is wrong with them."""
        if self.form is not None:
            self.form.commit()

    def _show_detail(self, figures: Figures) -> None:
        found = self.chosen_row
        self.detail.setVisible(found is not None and self.form is not None)
        if found is None or self.form is None:
            return
        set_text(self.detail.heading, found.cells[0] or _("Uten navn"))
        self.form.point_at(found.address)
        self.form.show_plan(figures)

    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and current.row() < len(self.model.rows) and not self.model.rows[current.row()].heading:
            self._chosen = self.model.rows[current.row()].row_id
            self._show_detail(self._desk.figures)
            self.chosen.emit(self._chosen)

    def _add(self, adding: Adding) -> None:
        row_id, edits = adding.edits()
        self._chosen = row_id
        self._desk.session.edit(*edits)
        self.show_plan(self._desk.figures)
        self.choose(row_id)
        if self.form is not None:
            next(iter(self.form.fields.values())).take_focus()

    def _remove_row(self) -> None:
        found = self.chosen_row
        if found is None:
            return
        position = self.model.rows.index(found)
        rest = [view.row_id for view in self.model.rows if view.row_id != found.row_id]
        self._chosen = rest[min(position, len(rest) - 1)] if rest else ""
        self._desk.session.edit(Remove(found.address))

    def _move(self, by: int) -> None:
        found = self.chosen_row
        if found is None:
            return
        position = self.model.rows.index(found) + by
        if 0 <= position < len(self.model.rows):
            self._desk.session.edit(Move(found.address, position))
            self.show_plan(self._desk.figures)  # a key that is held down moves on from there
