"""What the risk matrix shows: its cells as a table, so that keys and screen readers walk them."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.rules.privacy.risks import Cell, level_words

SIDE = 5
Index = QModelIndex | QPersistentModelIndex
Place = tuple[int, int]
"""Likelihood and consequence."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """What is shown: the cells with the other risks, the words of the scales, and where the risk stands."""

    cells: tuple[Cell, ...] = ()
    likelihoods: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()
    now: Place | None = None
    after: Place | None = None

    def said(self, cell: Cell) -> str:
        """Return place, level, count and marks of a cell in words."""
        count = len(cell.risks)
        place = (cell.likelihood, cell.consequence)
        marks = [words for words, at in ((_("nå"), self.now), (_("etter"), self.after)) if at == place]
        others = ngettext("{count} annen risiko", "{count} andre risikoer", count).format(count=count)
        words = (self.likelihoods[cell.likelihood - 1], self.consequences[cell.consequence - 1])
        return ", ".join((*words, level_words(cell.level), others, *marks))


class MatrixModel(QAbstractTableModel):
    """The cells as a table, so that keys and screen readers walk them."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix()

    def put(self, matrix: Matrix) -> None:
        """Take in what is shown, and tell where it differs."""
        if matrix != self.matrix:
            self.matrix = matrix
            self.dataChanged.emit(self.index(0, 0), self.index(SIDE - 1, SIDE - 1))

    def cell(self, index: Index) -> Cell | None:
        """Return a cell; None before anything is shown."""
        position = index.row() * SIDE + index.column()
        return self.matrix.cells[position] if position < len(self.matrix.cells) else None

    def rowCount(self, _parent: Index = QModelIndex()) -> int:
        """Return the steps of likelihood."""
        return SIDE

    def columnCount(self, _parent: Index = QModelIndex()) -> int:
        """Return the steps of consequence."""
        return SIDE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the count, and what the cell is in words."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(len(cell.risks)) if cell.risks else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.matrix.said(cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of the scales."""
        if role != Qt.ItemDataRole.DisplayRole or not self.matrix.cells:
            return None
        across = orientation is Qt.Orientation.Horizontal
        return self.matrix.consequences[section] if across else self.matrix.likelihoods[SIDE - 1 - section]
