"""A list of documents to tick: arrows move, Space ticks, Enter looks at the one chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from .rows_view import Column, Index, RowsModel, RowsView, RowView


class DocumentsModel(RowsModel):
    """Rows with a box to tick in the first column."""

    ticked_changed = Signal()

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(columns)
        self._ticked: set[str] = set()

    @property
    def ticked(self) -> frozenset[str]:
        """The ids of the rows that are ticked, seen or not."""
        return frozenset(self._ticked)

    def tick(self, row_ids: Sequence[str], *, on: bool) -> None:
        """Tick rows, or take their ticks away."""
        before = set(self._ticked)
        self._ticked = before | set(row_ids) if on else before - set(row_ids)
        if self._ticked != before:
            if self.rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
            self.ticked_changed.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return whether a row is ticked, besides what all rows tell."""
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            on = self.rows[index.row()].row_id in self._ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row as the user clicks its box."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([self.rows[index.row()].row_id], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first column be ticked."""
        here = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return here | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else here


class DocumentList(RowsView):
    """The list itself; `looked_at` tells the row that Enter or a double click asks for."""

    looked_at = Signal(str)

    def __init__(self, name: str, columns: Sequence[Column]) -> None:
        super().__init__(name, columns)
        self.documents = DocumentsModel(columns)
        self.setModel(self.documents)
        self.doubleClicked.connect(lambda index: self.looked_at.emit(self.documents.rows[index.row()].row_id))

    @property
    def current(self) -> RowView | None:
        """The row that the cursor is on."""
        row = self.currentIndex().row()
        return self.documents.rows[row] if 0 <= row < len(self.documents.rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space in any column, and look with Enter."""
        found = self.current
        if found is not None and event.key() == Qt.Key.Key_Space:
            self.documents.tick([found.row_id], on=found.row_id not in self.documents.ticked)
        elif found is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.looked_at.emit(found.row_id)
        else:
            super().keyPressEvent(event)
