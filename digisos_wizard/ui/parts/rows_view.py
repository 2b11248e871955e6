"""Rows of a table as Qt sees them: text cells with a state, heights that fit, nothing rebuilt on change."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from digisos_wizard.model.address import Address
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.widgets.look.basics import shortcut
from digisos_wizard.ui.widgets.look.dress import worn

from .shapes import state_pixmap

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 40
ROWS_SEEN = 9
CELL_PADDING, ICON_ROOM = 24, 28


@dataclass(frozen=True, slots=True)
class RowView:
    """One row: its id, where it stands in the plan, its cells as text, and its state where it has one."""

    row_id: str
    address: Address
    cells: tuple[str, ...]
    state: TaskState | None = None
    tip: str = ""
    heading: bool = False
    """Whether the row is a heading over those that follow: its first cell spans all, and it can't be chosen."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and how much of the width the column takes beside the others."""

    title: str
    weight: int = 1
    numeric: bool = False


class RowsModel(QAbstractTableModel):
    """The rows as Qt sees them; a change of cells keeps the rows, a change of ids resets."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns
        self.rows: Sequence[RowView] = ()

    def put(self, rows: Sequence[RowView]) -> bool:
        """Take in rows; returns True when rows came, went or moved."""
        moved = [view.row_id for view in rows] != [view.row_id for view in self.rows]
        if moved:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows and rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._columns) - 1))
        return moved

    def rowCount(self, _parent: Index = QModelIndex()) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:
        """Return how many columns there are."""
        return len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text, state shape, alignment and what a screen reader says."""
        view = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return view.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return view.tip or view.cells[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and view.state is not None:
            return state_pixmap(view.state)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._columns[index.column()].numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if view.heading and role == Qt.ItemDataRole.FontRole:
            font = QApplication.font()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if view.heading and role == Qt.ItemDataRole.BackgroundRole:
            return QBrush(QColor(worn().neutral.soft))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be seen only."""
        if index.isValid() and self.rows[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the columns' titles."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if self._columns[section].numeric else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None


def shared(width: int, weights: Sequence[int], least: Sequence[int]) -> list[int]:
    """Share a width by weights, in whole pixels; none gets less than its least where all of those have room."""
    if sum(least) > width:
        least = [0] * len(weights)
    short: set[int] = set()
    while True:
        rest = width - sum(least[one] for one in short)
        whole = sum(weight for one, weight in enumerate(weights) if one not in short) or 1
        parts = [least[one] if one in short else rest * weight // whole for one, weight in enumerate(weights)]
        more = {one for one, part in enumerate(parts) if part < least[one]}
        if not more:
            break
        short |= more
    widest = max((one for one in range(len(parts)) if one not in short), default=len(parts) - 1)
    parts[widest] += width - sum(parts)
    return parts


class RowsView(QTableView):
    """The table itself: whole rows are chosen, columns share the width by weight, Ctrl+C copies."""

    def __init__(self, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns
        self._heights: dict[RowView, int] = {}
        self._measured_for: list[int] = []
        self._spanned: list[int] = []
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        shortcut(QKeySequence.StandardKey.Copy, self, self._copy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width by the columns' weights, and let long first cells take two lines."""
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Give every column its part of the width."""
        parts = shared(self.viewport().width(), [part.weight for part in self._columns], self._title_widths())
        for position, part in enumerate(parts):
            if self.columnWidth(position) != part:
                self.setColumnWidth(position, part)
        self.fit_rows()

    def _title_widths(self) -> list[int]:
        """Return how wide the columns' titles are, with the air around them."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        return [metrics.horizontalAdvance(part.title) + CELL_PADDING for part in self._columns]

    def fit_rows(self) -> None:
        """Give every row the height of its longest cell, and the table the height of its rows, up to a limit."""
        header = self.verticalHeader()
        model = self.model()
        rows = model.rows if isinstance(model, RowsModel) else ()
        widths = [self.columnWidth(column) for column in range(len(self._columns))]
        if widths != self._measured_for:
            self._measured_for = widths
            self._heights.clear()
        self._span_headings(rows)
        heights = [self._row_height(view, widths) for view in rows]
        for position, height in enumerate(heights):
            if header.sectionSize(position) != height:
                header.resizeSection(position, height)
        wanted = self.horizontalHeader().sizeHint().height() + sum(heights[:ROWS_SEEN]) + 4
        if self.height() != wanted:
            self.setFixedHeight(wanted)

    def _span_headings(self, rows: Sequence[RowView]) -> None:
        wanted = [position for position, view in enumerate(rows) if view.heading]
        if wanted != self._spanned:
            self._spanned = wanted
            self.clearSpans()
            for position in wanted:
                self.setSpan(position, 0, 1, len(self._columns))

    def _row_height(self, view: RowView, widths: Sequence[int]) -> int:
        """Return the height of a row's longest cell; Qt's own answer knows nothing of the padding."""
        height = self._heights.get(view)
        if height is None:
            room = [width - CELL_PADDING for width in widths]
            if view.state is not None:
                room[0] -= ICON_ROOM
            if view.heading:
                room[0] = sum(widths) - CELL_PADDING
            tallest = max(self._text_height(text, width) for text, width in zip(view.cells, room, strict=True))
            height = max(ROW_HEIGHT, tallest + 12)
            self._heights[view] = height
        return height

    def _text_height(self, text: str, width: int) -> int:
        room = QRect(0, 0, max(width, 1), 10_000)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()

    def _copy(self) -> None:
        model = self.model()
        if isinstance(model, RowsModel):
            lines = ["\t".join(part.title for part in self._columns)]
            lines += ["\t".join(view.cells) for view in model.rows]
            QApplication.clipboard().setText("\n".join(lines))
