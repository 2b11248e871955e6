"""A list or a grid in one: rows are opened, numbers are typed where they stand, choices are made in the row.

Tab goes to the next cell that takes something and out at the end, Enter to the next row, Escape takes back what was
typed in the cell; rows from a spreadsheet can be pasted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QMenu, QTableView

from digisos_wizard.model.address import Address
from digisos_wizard.model.kinds.picked import YES
from digisos_wizard.ui.widgets.look.basics import shortcut, text_scale

from .asking import AskingLine
from .grid_model import GridModel, Tick, no_tick
from .painting import CHEVRON_ROOM, RowPainter, box_in
from .rows import Column, Row, Way, found_at

Choices = Callable[[Address], Sequence[tuple[str, str]]]
Suggestions = Callable[[Address], Sequence[str]]
PasteInto = Callable[[Sequence[tuple[Address, str]]], object]
NARROW = 640
"""Pixels of width, at 100 % text, below which columns that fold become part of the second line."""
CELL_PADDING = 14


def no_choices(_address: Address) -> Sequence[tuple[str, str]]:
    """Offer nothing."""
    return ()


def no_suggestions(_address: Address) -> Sequence[str]:
    """Suggest nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class GridParts:
    """What a grid is declared from: its name, its columns, and what it hands on.

    `enter` takes what is typed or chosen at an address, `choices` says what can be chosen there, `suggestions`
    what is offered while one types, `paste` takes what came from a spreadsheet as one step of undo, `tick` a row's
    box as it is ticked or not. One that is `whole` is as high as its rows, `dense` rows are lower, and where it is
    `flat` the boxes are only seen in the row where one is. From one that is `row_by_row` Tab leads out at the end of
    the row, because what stands below is about it.
    """

    name: str
    columns: Sequence[Column]
    enter: Callable[[Address, str], object] = lambda _address, _text: None
    choices: Choices = no_choices
    suggestions: Suggestions = no_suggestions
    paste: PasteInto | None = None
    signs: bool = True
    chevrons: bool = True
    header: bool = True
    dense: bool = False
    whole: bool = False
    row_by_row: bool = False
    flat: bool = False
    tick: Tick = no_tick
    refused: Callable[[str], object] = field(default=lambda _words: None)


class Grid(QTableView):
    """The view; `opened` tells that a row shall be shown whole, `chosen` that the cursor came to it.

    `unfolded` tells that the rows shall be shown that a line stands for, `acted` that one of a row's acts was pressed.
    """

    opened = Signal(str)
    unfolded = Signal(str)
    chosen = Signal(str)
    acted = Signal(str, str)

    def __init__(self, parts: GridParts) -> None:
        super().__init__()
        self._parts = parts
        self.rows_model = GridModel(parts.columns, parts.enter, parts.refused)
        self.rows_model.tick = parts.tick
        self.painter_of_rows = RowPainter(self, signs=parts.signs, chevrons=parts.chevrons)
        self.painter_of_rows.dense, self.painter_of_rows.flat = parts.dense, parts.flat
        self.painter_of_rows.suggestions = parts.suggestions
        self.setModel(self.rows_model)
        self.setItemDelegate(self.painter_of_rows)
        self.setAccessibleName(parts.name)
        self.setObjectName("grid")
        self.setShowGrid(False)
        self.setMouseTracking(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setVisible(parts.header)
        self._spans: list[int] = []
        self._asking: dict[str, Row] = {}
        self.selectionModel().currentRowChanged.connect(self._came_to)
        shortcut(QKeySequence.StandardKey.Copy, self, self._copy)
        shortcut(QKeySequence.StandardKey.Paste, self, self._paste)

    # -------------------------------------------------------------------------------------------------------- showing

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows; the place where one is stays with its row."""
        here = self.currentIndex()
        row_id = self.current_row.row_id if self.current_row is not None else ""
        if self.rows_model.put(rows):
            self._asking.clear()
            if row_id:
                self.go_to(row_id, max(here.column(), 0))
        self._span_lines()
        self.lay_out()
        self._ask()

    def _ask(self) -> None:
        """Put words and buttons where rows ask something, anew only where they ask otherwise."""
        for position, row in enumerate(self.rows_model.rows):
            if row.acts and self._asking.get(row.row_id) != row:
                self._asking[row.row_id] = row
                self.setIndexWidget(self.rows_model.index(position, 0), AskingLine(row, self.acted.emit))

    def _span_lines(self) -> None:
        """Let lines that ask, and headings that say nothing at the right, have the whole width."""
        spans = [at for at, row in enumerate(self.rows_model.rows) if row.acts or (row.heading and len(row.cells) == 1)]
        if spans != self._spans and len(self._parts.columns) > 1:
            self._spans = spans
            self.clearSpans()
            for at in spans:
                self.setSpan(at, 0, 1, len(self._parts.columns))

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Have other columns, where they differ; rows are shown anew after it."""
        if tuple(columns) != tuple(self._parts.columns):
            self._parts = replace(self._parts, columns=tuple(columns))
            self.rows_model.put_columns(self._parts.columns)
            self._spans = []
            self.clearSpans()

    @property
    def current_row(self) -> Row | None:
        """The row where one is."""
        position = self.currentIndex().row()
        return self.rows_model.rows[position] if 0 <= position < len(self.rows_model.rows) else None

    def go_to(self, row_id: str, column: int = 0) -> bool:
        """Come to a row by its id."""
        position = found_at(self.rows_model.rows, row_id)
        if position < 0:
            return False
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.rows_model.index(position, column), flags.ClearAndSelect | flags.Rows
        )
        return True

    def row_at(self, address: Address) -> Row | None:
        """Return the row that an address leads into: the one that has the longest beginning of it."""
        fits = [
            (len(beginning), -position, row)
            for position, row in enumerate(self.rows_model.rows)
            for beginning in (row.address, *row.also)
            if beginning and address[: len(beginning)] == beginning
        ]
        return max(fits)[2] if fits else None

    def focus(self, address: Address) -> bool:
        """Come to the cell where an address is typed, or to its row."""
        row = self.row_at(address)
        if row is None:
            return False
        column = next((at for at, cell in enumerate(row.cells) if cell.place == address), 0)
        self.go_to(row.row_id, column)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # --------------------------------------------------------------------------------------------------------- layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Give every column its share of the width, fold those without room, and every row its height."""
        columns, scale = self.rows_model.columns, text_scale(self)
        room = self.viewport().width()
        folded = tuple(at for at, column in enumerate(columns) if column.folds and room < NARROW * scale)
        self.painter_of_rows.folded = folded
        shown = [at for at in range(len(columns)) if at not in folded]
        metrics = QFontMetrics(self.horizontalHeader().font())
        least = {
            at: max(columns[at].least * scale, self._title_width(metrics, columns[at]) + CELL_PADDING) for at in shown
        }
        last = shown[-1]
        least[last] += CHEVRON_ROOM if self._parts.chevrons else 0
        rest = max(room - sum(least.values()), 0)
        whole = sum(columns[at].weight for at in shown) or 1
        widths = {at: int(least[at] + rest * columns[at].weight / whole) for at in shown}
        widths[shown[0]] += room - sum(widths.values())
        for at in range(len(columns)):
            if self.isColumnHidden(at) is not (at in folded):
                self.setColumnHidden(at, at in folded)
            if at in widths and self.columnWidth(at) != widths[at]:
                self.setColumnWidth(at, widths[at])
        chevron = CHEVRON_ROOM if self._parts.chevrons and len(shown) == 1 else 0
        self._fit_heights({**widths, shown[0]: widths[shown[0]] - chevron}, shown[0])

    @staticmethod
    def _title_width(metrics: QFontMetrics, column: Column) -> int:
        return max(metrics.horizontalAdvance(line) for line in column.title.split("\n"))

    def _fit_heights(self, widths: Mapping[int, int], first: int) -> None:
        header = self.verticalHeader()
        for position, row in enumerate(self.rows_model.rows):
            height = self.painter_of_rows.height(row, self.font(), widths, first)
            if header.sectionSize(position) != height:
                header.resizeSection(position, height)
        if self._parts.whole and self.maximumHeight() != self.whole_height():
            self.setFixedHeight(self.whole_height())

    def whole_height(self) -> int:
        """Return the height at which no row has to scroll."""
        head = self.horizontalHeader().sizeHint().height() if self._parts.header else 0
        return head + self.verticalHeader().length() + 2

    # ----------------------------------------------------------------------------------------------- keys and pointer

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Let Tab walk the cells that take something, and leave at either end."""
        if self._step(1 if next_one else -1):
            return True
        return super().focusNextPrevChild(next_one)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go past headings and sums, where nobody can be."""
        index = super().moveCursor(action, modifiers)
        by = {QAbstractItemView.CursorAction.MoveUp: -1, QAbstractItemView.CursorAction.MoveDown: 1}.get(action, 0)
        at, rows = index.row(), self.rows_model.rows
        while by and 0 <= at < len(rows) and not rows[at].chosen:
            at += by
        return self.rows_model.index(at, index.column()) if 0 <= at < len(rows) else self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens or goes down, Space and F4 choose, Space ticks, the rest is the view's own."""
        key, index = event.key(), self.currentIndex()
        row = self.current_row
        cell = self.rows_model.cell(index) if index.isValid() else None
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if cell is not None and cell.way is Way.CHOSEN and (enter or key in (Qt.Key.Key_Space, Qt.Key.Key_F4)):
            self._choose(index)
        elif row is not None and row.ticked is not None and key == Qt.Key.Key_Space:
            self._toggle(index)
        elif cell is not None and cell.way is Way.TYPED and enter:
            self.edit(index)
        elif cell is not None and cell.way is Way.TICKED and (enter or key == Qt.Key.Key_Space):
            self._tick(index)
        elif enter or key == Qt.Key.Key_Space:
            self._open(index)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Type or choose where a box is clicked, and open the row elsewhere."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        way, row = self.rows_model.cell(index).way, self.rows_model.rows[index.row()]
        before = self.painter_of_rows.before(row, self.font())
        if row.ticked is not None and index.column() == 0 and event.position().x() < before:
            self._toggle(index)
        elif way is Way.TYPED:
            self.edit(index)
        elif way is Way.CHOSEN:
            self._choose(index)
        elif way is Way.TICKED:
            self._tick(index)
        else:
            self._open(index)

    def closeEditor(self, editor: QLineEdit, hint: object) -> None:  # type: ignore[override] # Qt says QWidget
        """Go down after Enter, on after Tab; Escape puts back what stood there."""
        hints = self.painter_of_rows.EndEditHint
        index = self.currentIndex()
        if hint is hints.RevertModelCache and index.isValid():
            self.rows_model.setData(index, editor.property("begun") or "")
        super().closeEditor(editor, hints.NoHint)
        if hint is hints.SubmitModelCache:
            self._down()
        elif hint in (hints.EditNextItem, hints.EditPreviousItem) and not self._step(
            1 if hint is hints.EditNextItem else -1
        ):
            self.focusNextPrevChild(hint is hints.EditNextItem)

    def _step(self, by: int) -> bool:
        """Go to the next cell that takes something; tell whether there was one."""
        columns = len(self._parts.columns)
        start = self.currentIndex()
        at = start.row() * columns + start.column() + by if start.isValid() else (0 if by > 0 else -1)
        while 0 <= at < len(self.rows_model.rows) * columns:
            index = self.rows_model.index(at // columns, at % columns)
            if self._parts.row_by_row and start.isValid() and index.row() != start.row():
                return False
            way = self.rows_model.cell(index).way
            if way is not Way.READ and not self.isColumnHidden(index.column()):
                self._take(index)
                return True
            at += by
        return False

    def _down(self) -> None:
        here = self.currentIndex()
        for position in range(here.row() + 1, len(self.rows_model.rows)):
            index = self.rows_model.index(position, here.column())
            if self.rows_model.cell(index).way is Way.TYPED:
                self._take(index)
                return

    def _take(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.rows_model.cell(index).way is Way.TYPED:
            self.edit(index)

    def _toggle(self, index: QModelIndex) -> None:
        on = self.rows_model.rows[index.row()].ticked
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self.rows_model.setData(self.rows_model.index(index.row(), 0), state, Qt.ItemDataRole.CheckStateRole)

    def _tick(self, index: QModelIndex) -> None:
        self.rows_model.setData(index, "" if self.rows_model.cell(index).text else YES)

    def _open(self, index: QModelIndex) -> None:
        row = self.rows_model.rows[index.row()] if index.isValid() else None
        if row is not None and row.fold:
            self.unfolded.emit(row.row_id)
        elif row is not None and row.chosen and row.opens:
            self.opened.emit(row.row_id)

    def _came_to(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and self.rows_model.rows[current.row()].chosen:
            self.chosen.emit(self.rows_model.rows[current.row()].row_id)

    # -------------------------------------------------------------------------------------------- choosing, clipboard

    def _choose(self, index: QModelIndex) -> None:
        """Let one of the choices be picked from a menu below the box; nothing changes by passing."""
        cell = self.rows_model.cell(index)
        menu = QMenu(self)
        menu.setAccessibleName(
            f"{self.rows_model.rows[index.row()].title}, {self.rows_model.columns[index.column()].title}"
        )
        for key, words in self._parts.choices(cell.place):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(words == cell.text)
            action.triggered.connect(lambda _checked=False, chosen=key: self.rows_model.setData(index, chosen))
            if action.isChecked():
                menu.setActiveAction(action)
        box: QRect = box_in(self.visualRect(index), self.font())
        menu.setMinimumWidth(box.width())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(box.bottomLeft() + QPoint(0, 2)))

    def _copy(self) -> None:
        lines = ["\t".join(column.title for column in self._parts.columns)]
        lines += ["\t".join(cell.text for cell in row.cells) for row in self.rows_model.rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _paste(self) -> None:
        """Put what comes from a spreadsheet into the cells from here on, as one step of undo."""
        start = self.currentIndex()
        if self._parts.paste is None or not start.isValid():
            return
        lines = QGuiApplication.clipboard().text().rstrip("\n").split("\n")
        columns = range(start.column(), len(self._parts.columns))
        rows = [at for at in range(start.row(), len(self.rows_model.rows)) if self.rows_model.rows[at].chosen]
        found = []
        for position, line in zip(rows, lines, strict=False):
            for column, text in zip(columns, line.split("\t"), strict=False):
                cell = self.rows_model.cell(self.rows_model.index(position, column))
                if cell.way is Way.TYPED:
                    found.append((cell.place, text.strip()))
        if found:
            self._parts.paste(found)
