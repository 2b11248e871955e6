"""A list with its detail: beside each other where both fit, else in turns, with a way back to the list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.ui.widgets.look.basics import (
    button,
    column,
    label,
    row,
    set_text,
    short_label,
    shortcut,
    text_scale,
)
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.flow import flow
from digisos_wizard.ui.widgets.look.icons import Icon, as_icon
from digisos_wizard.ui.widgets.look.scroller import MOST, Scroller
from digisos_wizard.ui.widgets.look.theme import Look

from .grid import Grid
from .rows import Row

BETWEEN = 22
"""Pixels from the line to the detail."""


class Room(Enum):
    """How list and detail share the width: beside each other from a width on, or always in turns."""

    BESIDE = "beside"
    TURNS = "turns"


@dataclass(frozen=True, slots=True)
class Empty:
    """What an empty list says, and the first useful act that it offers.

    `lines` tell what the act gives or how it goes on: what, and a few words to the right; `others` are further acts.
    """

    words: str
    act: str = ""
    on_act: Callable[[], object] = lambda: None
    title: str = ""
    lines: Sequence[tuple[str, str]] = ()
    others: Sequence[tuple[str, Callable[[], object]]] = ()


class EmptyView(QWidget):
    """What stands where a list would be: why it is empty, and the first useful act."""

    def __init__(self, empty: Empty) -> None:
        super().__init__()
        framed = bool(empty.title)
        self.words = label(empty.words, Look.HELP)
        self.act: QPushButton = button(
            empty.act, Look.PRIMARY, empty.on_act, name=empty.act or empty.title or _("Begynn")
        )
        others = [button(words, Look.QUIET, on_act) for words, on_act in empty.others if empty.act]
        frame = QFrame()
        if framed:
            frame.setProperty("look", Look.CARD.value)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(*((26, 20, 26, 22) if framed else (0, 16, 0, 0)))
        inside.setSpacing(12)
        if framed:
            heading = column(2)
            heading.addWidget(label(empty.title, Look.HEADING))
            heading.addWidget(self.words)
            inside.addLayout(heading)
        else:
            inside.addWidget(self.words)
        for what, beside in empty.lines:
            inside.addLayout(row(label(what), short_label(beside, Look.HELP)))
            line = QFrame()
            line.setObjectName("apart")
            line.setFixedHeight(1)
            inside.addWidget(line)
        inside.addSpacing(4)
        inside.addLayout(flow(self.act, *others, spacing=8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        layout.addStretch(1)
        self.act.setVisible(bool(empty.act))


class ListDetail(QWidget):
    """The list to the left, the row that is open to the right or in its place.

    `detail` is the widget that shows the row; `show_detail` is called with the row when another one is open.
    `head` stands above the list, so that the detail has the whole height. They stand beside each other from where the
    detail has `least` pixels. `walked` tells that another row was opened, so that the bar below can walk the rows.
    """

    walked = Signal()

    def __init__(
        self,
        grid: Grid,
        detail: QWidget,
        show_detail: Callable[[Row], object],
        *,
        empty: Empty,
        room: Room = Room.BESIDE,
        list_width: int = 346,
        head: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.grid, self.detail = grid, detail
        self._show_detail = show_detail
        self._room, self._list_width = room, list_width
        self.least = 460
        self._open = ""
        self._opened = False
        self._turns = room is Room.TURNS
        self.back = button(_("Tilbake til listen"), Look.QUIET, self.close_row)
        self.back.setIcon(as_icon(Icon.BACK, QColor(worn().accent.text)))
        self.empty = EmptyView(empty)
        self._left, self._side, self._line = QWidget(), QWidget(), QFrame()
        self._below: QWidget | None = None
        self._lay_out(head)
        grid.opened.connect(self.open_row)
        grid.chosen.connect(self._chosen)
        shortcut(QKeySequence("Escape"), self._side, self.close_row, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._share()

    def _lay_out(self, head: QWidget | None) -> None:
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        if head is not None:
            left.addWidget(head)
        left.addWidget(self.grid, 1000)
        left.addWidget(self.empty, 1000)
        self.detail.setObjectName("column")
        self._scroller = Scroller(self.detail)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(4)
        side.addLayout(row(self.back, None))
        side.addWidget(self._scroller, 1)
        self._line.setObjectName("apart")
        self._line.setFixedWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._left, 1)
        layout.addWidget(self._line)
        layout.addWidget(self._side, 1)

    def put_below(self, below: QWidget) -> None:
        """Let something follow the last row, which is seen as long as the list is."""
        self._below = below
        layout = self._left.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(below)
            layout.addStretch(1)
        self._share()

    # -------------------------------------------------------------------------------------------------------- showing

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows; the one that is open stays open, and beside each other there is always one."""
        self.grid.show_rows(rows)
        if self._open and self.open_found is None:
            self._open = ""
            self.walked.emit()
        if not self._open and not self._turns:
            self._open = next((one.row_id for one in rows if one.chosen and one.opens), "")
            self.grid.go_to(self._open)
        self._share()
        if (found := self.open_found) is not None:
            self._show_detail(found)

    @property
    def open_found(self) -> Row | None:
        """The row that is open."""
        return next((one for one in self.grid.rows_model.rows if one.row_id == self._open), None)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to list, so that the first useful act is offered."""
        return not self.grid.rows_model.rows

    @property
    def in_place(self) -> bool:
        """Whether a row is open in the list's place, so that the bar below walks the rows."""
        return self._turns and bool(self._open) and not self.is_empty

    @property
    def walkable(self) -> Sequence[Row]:
        """The rows that can be opened, in order."""
        return [one for one in self.grid.rows_model.rows if one.chosen and one.opens]

    def open_row(self, row_id: str) -> None:
        """Open a row, and come to its first field where it takes the list's place."""
        self._open = row_id
        self._opened = True
        self.grid.go_to(row_id)
        self._share()
        if (found := self.open_found) is not None:
            self._show_detail(found)
        if self._turns:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.walked.emit()

    def close_row(self) -> None:
        """Go back to the list, to the row that was open."""
        if not self._turns:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        before, self._open = self._open, ""
        self._opened = False
        self._share()
        self.grid.go_to(before)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.walked.emit()

    def walk(self, by: int) -> bool:
        """Open the row so many further on; tell whether there was one."""
        ids = [one.row_id for one in self.walkable]
        position = ids.index(self._open) + by if self._open in ids else -1
        if not 0 <= position < len(ids):
            return False
        self.open_row(ids[position])
        return True

    def _chosen(self, row_id: str) -> None:
        opens = any(one.row_id == row_id for one in self.walkable)
        if not self._turns and row_id != self._open and opens:
            self._open = row_id
            self._opened = self._opened or self.grid.hasFocus()
            if (found := self.open_found) is not None:
                self._show_detail(found)
            self.walked.emit()

    # --------------------------------------------------------------------------------------------------------- layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside each other where there is room for both."""
        super().resizeEvent(event)
        scale = text_scale(self)
        turns = self._room is Room.TURNS or self.width() < (self._list_width + self.least) * scale
        if turns is not self._turns:
            self._turns = turns
            if turns and not self._opened:
                self._open = ""  # nobody asked for the row that stood beside the list
            if not turns and not self._open:
                self._open = self.walkable[0].row_id if self.walkable else ""
                self.grid.go_to(self._open)
                if (found := self.open_found) is not None:
                    self._show_detail(found)
            self.walked.emit()
        self._share()

    def _share(self) -> None:
        rows = not self.is_empty
        self.grid.setVisible(rows)
        if self._below is not None:
            self._below.setVisible(rows)
            self.grid.setMaximumHeight(self.grid.whole_height())
        self.empty.setVisible(not rows)
        self._left.setVisible(not self.in_place)
        self._side.setVisible(bool(self._open) and rows)
        self._line.setVisible(bool(self._open) and rows and not self._turns)
        self.back.setVisible(self._turns)
        side = self._side.layout()
        if side is not None:
            side.setContentsMargins(0 if self._turns else BETWEEN, 0, 0, 0)
        if self._turns or self.is_empty:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(MOST)
        else:
            self._left.setFixedWidth(round(self._list_width * text_scale(self)))

    def say_empty(self, words: str) -> None:
        """Change what the empty list says."""
        set_text(self.empty.words, words)

    def show_focused(self) -> None:
        """Scroll the list to its row, and the detail to where the cursor is."""
        self.grid.scrollTo(self.grid.currentIndex())
        self._scroller.show_focused(below=60)

    def minimumSizeHint(self) -> QSize:
        """Let it become as narrow as the detail needs."""
        return QSize(320, 200)
