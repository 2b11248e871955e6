"""A grid to type many numbers fast: Enter goes down, Tab across, what can't be read stays as typed and is marked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.ui.widgets.look.dress import worn

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 36


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its name, and for each column where its number stands and the text shown for it."""

    name: str
    places: tuple[Address, ...]
    texts: tuple[str, ...]
    wrong: tuple[bool, ...]


class GridModel(QAbstractTableModel):
    """Names that stand fast, and cells that hand what is typed on to `enter`."""

    def __init__(self, titles: Sequence[str], enter: Callable[[Address, str], None]) -> None:
        super().__init__()
        self._titles = titles
        self._enter = enter
        self.rows: Sequence[GridRow] = ()
        self.refused = ""

    def put(self, rows: Sequence[GridRow]) -> None:
        """Take in rows; the shape stays where only texts change."""
        if [row.places for row in rows] != [row.places for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))

    def rowCount(self, _parent: Index = QModelIndex()) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:
        """Return how many columns there are."""
        return len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return name or number, marked where it can't be read."""
        row, column = self.rows[index.row()], index.column() - 1
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.name if column < 0 else row.texts[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.name if column < 0 else f"{row.name}, {self._titles[column + 1]}: {row.texts[column]}"
        if column >= 0 and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if column >= 0 and row.wrong[column]:
            if role == Qt.ItemDataRole.BackgroundRole:
                return QColor(worn().danger.soft)
            if role == Qt.ItemDataRole.ToolTipRole:
                return _("Skriv et tall, for eksempel 12,5.")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed; what is refused stays out, and is told."""
        if role != Qt.ItemDataRole.EditRole or index.column() == 0:
            return False
        try:
            self._enter(self.rows[index.row()].places[index.column() - 1], str(value))
        except UserError as error:
            self.refused = f"{error.message} {error.next_step}".strip()
            return False
        self.refused = ""
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let numbers be edited, and names be read."""
        here = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return here | Qt.ItemFlag.ItemIsEditable if index.column() else here

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return titles across, and the forms' row numbers down."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section] if orientation is Qt.Orientation.Horizontal else str(section + 1)
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class EntryGrid(QTableView):
    """The grid itself; typing begins at once, and Enter takes the cell below."""

    def __init__(self, name: str, model: GridModel) -> None:
        super().__init__()
        self.setModel(model)
        self._model = model
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        for column in range(1, model.columnCount()):
            self.setColumnWidth(column, 140)

    def fit(self) -> None:
        """Take the height of the rows, up to what a screen has room for."""
        rows = min(self._model.rowCount(), 14)
        wanted = self.horizontalHeader().sizeHint().height() + rows * ROW_HEIGHT + 2
        if self.height() != wanted:
            self.setFixedHeight(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down with Enter; everything else is the table's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # From an open cell the key comes here as well, before the cell is closed, which goes down by itself.
            if self.state() is not QAbstractItemView.State.EditingState:
                self._go_down()
            return
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go down as well when Enter ends the typing in a cell."""
        entered = hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint if entered else hint)
        if entered:
            self._go_down()

    def _go_down(self) -> None:
        here = self.currentIndex()
        if here.row() + 1 < self._model.rowCount():
            below = self._model.index(here.row() + 1, max(here.column(), 1))
            self.setCurrentIndex(below)
