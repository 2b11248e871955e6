"""The model behind a list or a grid: rows in, and what is typed or chosen handed on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.kinds.picked import YES

from .rows import Cell, Column, Row, Way

Index = QModelIndex | QPersistentModelIndex
Enter = Callable[[Address, str], object]
Tick = Callable[[str, bool], object]


def no_tick(_row_id: str, _on: bool) -> None:
    """Tick nothing."""


class GridModel(QAbstractTableModel):
    """Rows of cells; editing goes to `enter`, and what it refuses is told instead of kept."""

    def __init__(self, columns: Sequence[Column], enter: Enter, refused: Callable[[str], object]) -> None:
        super().__init__()
        self.tick: Tick = no_tick
        self.columns = columns
        self.rows: Sequence[Row] = ()
        self._enter = enter
        self._refused = refused

    def put(self, rows: Sequence[Row]) -> bool:
        """Take in rows; tell whether rows came, went or moved, and repaint only what differs."""
        if [row.row_id for row in rows] != [row.row_id for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return True
        before, self.rows = self.rows, rows
        for position, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(position, 0), self.index(position, len(self.columns) - 1))
        return False

    def put_columns(self, columns: Sequence[Column]) -> None:
        """Take in other columns; the rows that fit them come next."""
        self.beginResetModel()
        self.columns, self.rows = columns, ()
        self.endResetModel()

    def cell(self, index: Index) -> Cell:
        """Return a cell; a row may have fewer than there are columns."""
        cells = self.rows[index.row()].cells
        return cells[index.column()] if index.column() < len(cells) else Cell()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:
        """Return how many columns there are."""
        return len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text, what a screen reader says, and the tip."""
        row, cell = self.rows[index.row()], self.cell(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row, cell, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.wrong or row.tip or None
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and row.ticked is not None:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.CheckStateRole and cell.way is Way.TICKED:
            return Qt.CheckState.Checked if cell.text else Qt.CheckState.Unchecked
        return None

    def _said(self, row: Row, cell: Cell, column: int) -> str:
        parts = [cell.text, cell.below, row.state_words]
        if column:
            shown = cell.drawn.words if cell.drawn is not None else cell.text
            parts = [self.columns[column].title.replace("\n", " "), shown or _("tom"), cell.below, cell.wrong]
        return ", ".join(part for part in parts if part)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed, chosen or ticked, by whoever did; what is refused stays out, and is told."""
        cell = self.cell(index)
        if role == Qt.ItemDataRole.CheckStateRole and cell.way is Way.TICKED:
            return self.setData(index, YES if Qt.CheckState(value) == Qt.CheckState.Checked else "")
        if role == Qt.ItemDataRole.CheckStateRole:
            self.tick(self.rows[index.row()].row_id, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role != Qt.ItemDataRole.EditRole or cell.way is Way.READ:
            return False
        try:
            self._enter(cell.place, str(value))
        except UserError as error:
            self._refused(f"{error.message} {error.next_step}".strip())
            return False
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be seen only, and cells that are typed in be edited."""
        row = self.rows[index.row()]
        if row.heading:
            return Qt.ItemFlag.ItemIsEnabled
        here = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if row.ticked is not None and index.column() == 0:
            here |= Qt.ItemFlag.ItemIsUserCheckable
        more = {Way.TYPED: Qt.ItemFlag.ItemIsEditable, Way.TICKED: Qt.ItemFlag.ItemIsUserCheckable}
        return here | more.get(self.cell(index).way, Qt.ItemFlag.NoItemFlags)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the columns' titles, and the rows' for a screen reader."""
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title if across else self.rows[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole and across:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
