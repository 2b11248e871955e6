"""Notes, decisions and parked questions, written as they come: a row is made by its first letter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QBoxLayout, QListWidget, QListWidgetItem, QWidget

from digisos_wizard.model.address import Address, exists, resolve, written
from digisos_wizard.model.base import Item
from digisos_wizard.model.edits import Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms.layout import Lines
from digisos_wizard.model.rules.meetings.course import within
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text, shortcut
from digisos_wizard.ui.widgets.look.theme import Look

from .conductor import Conductor


class Entry(Protocol):
    """What notes, decisions and parked questions have in common."""

    @property
    def id(self) -> str:
        """The row's id."""

    @property
    def text(self) -> str:
        """What was written."""

    @property
    def taken_at(self) -> datetime | None:
        """When it was begun."""


@dataclass(frozen=True, slots=True)
class EntryParts:
    """What a panel of entries is declared from; `new` makes a row from its id, the question's key and the time."""

    table: Address
    new: Callable[[str, str, datetime], Item]
    filed: Callable[[Item], str]
    lines: Lines
    another: str
    listed: str
    remove: str


class EntryPanel(QWidget):
    """The form for one entry, and the entries of the question below or beside it."""

    def __init__(self, desk: Desk, conductor: Conductor, parts: EntryParts) -> None:
        super().__init__()
        self.desk = desk
        self.conductor = conductor
        self._parts = parts
        self._key = conductor.key
        self._row = desk.session.new_row_id()
        self._made = False
        self.form = Form(desk, self.address, parts.lines)
        for field in self.form.fields.values():
            field.prepare = self.make
        self.list = QListWidget()
        self.list.setAccessibleName(parts.listed)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumSize(160, 60)
        self.list.itemClicked.connect(lambda item: self.choose(str(item.data(Qt.ItemDataRole.UserRole))))
        self.list.itemActivated.connect(lambda item: self.choose(str(item.data(Qt.ItemDataRole.UserRole))))
        self.caption = label(parts.listed, Look.LABEL)
        self.another = button(parts.another, Look.SECONDARY, self.begin_another)
        self.another.setToolTip(_keys_words(parts.another))
        self.remove = button(parts.remove, Look.QUIET, self._remove)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut(QKeySequence("Ctrl+Return"), self, self.begin_another, within)
        self.extra = row(spacing=8)
        self._left, self._right = column(10), column(6)
        self._left.addWidget(self.form)
        self._left.addLayout(self.extra)
        self._right.addLayout(row(self.another, self.remove, None, spacing=8))
        self._right.addWidget(self.caption)
        self._right.addWidget(self.list)
        self._right.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.addLayout(self._left)
        self._box.addLayout(self._right)

    def lie_down(self) -> None:
        """Lay form and list side by side, where there is little height."""
        self._box.setDirection(QBoxLayout.Direction.LeftToRight)
        self._box.setStretch(0, 3)
        self._box.setStretch(1, 2)
        self._left.addStretch(1)

    @property
    def address(self) -> Address:
        """Where the entry stands that is written now."""
        return (*self._parts.table, self._row)

    def make(self) -> None:
        """Make the row that is written, where it isn't there yet."""
        session = self.desk.session
        if not exists(session.plan, self.address):
            first = next(iter(self.form.fields.values())).address
            new = self._parts.new(self._row, self.conductor.key, session.now())
            self.conductor.make_row(self._parts.table, new, written(first))
        self._made = True

    def begin_another(self) -> None:
        """Leave the entry as it stands, and begin an empty one."""
        self._fresh()
        self.show_plan(self.desk.figures)
        next(iter(self.form.fields.values())).take_focus()

    def choose(self, row_id: str) -> None:
        """Go on with an entry of the list."""
        self._row, self._made = row_id, True
        self.form.point_at(self.address)
        for field in self.form.fields.values():
            field.begin_anew()
        self.show_plan(self.desk.figures)
        next(iter(self.form.fields.values())).take_focus()

    def show_plan(self, figures: Figures) -> None:
        """Show the question's entries; an entry that was undone leaves an empty form."""
        if self._key != self.conductor.key:
            self._key = self.conductor.key
            self._fresh()
        elif self._made and not exists(figures.plan, self.address):
            self._fresh()
        self.form.show_plan(figures)
        entries = self.entries(figures)
        self._show_list([entry for entry in reversed(entries) if entry.text.strip()])
        self.remove.setVisible(self._made)

    def entries(self, figures: Figures) -> list[Entry]:
        """Return what was written at this question in this meeting."""
        rows = cast("tuple[Item, ...]", resolve(figures.plan, self._parts.table))
        key, meeting = self.conductor.key, self.conductor.meeting
        found = [row for row in rows if self._parts.filed(row) == key]
        return [entry for entry in cast("list[Entry]", found) if meeting and within(meeting, entry.taken_at)]

    def _show_list(self, entries: Sequence[Entry]) -> None:
        wanted = [(entry.id, " ".join(entry.text.split())) for entry in entries]
        items = [self.list.item(position) for position in range(self.list.count())]
        shown = [(str(item.data(Qt.ItemDataRole.UserRole)), item.text()) for item in items]
        if wanted != shown:
            self.list.clear()
            for row_id, words in wanted:
                item = QListWidgetItem(words)
                item.setData(Qt.ItemDataRole.UserRole, row_id)
                self.list.addItem(item)
        for position, (row_id, _words) in enumerate(wanted):
            self.list.item(position).setSelected(row_id == self._row)
        self.list.setVisible(bool(wanted))
        self.caption.setVisible(bool(wanted))
        set_text(self.caption, f"{self._parts.listed} ({len(wanted)})")

    def _fresh(self) -> None:
        self._row, self._made = self.desk.session.new_row_id(), False
        self.form.point_at(self.address)
        for field in self.form.fields.values():
            field.begin_anew()

    def _remove(self) -> None:
        if exists(self.desk.session.plan, self.address):
            self.conductor.write(Remove(self.address))


def _keys_words(words: str) -> str:
    return f"{words} (Ctrl+Enter)"
