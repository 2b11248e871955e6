"""A row of sums that stands below a grid and is always seen, in the grid's own columns."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOptionViewItem, QWidget

from digisos_wizard.ui.widgets.look.basics import text_scale

from .grid import Grid
from .grid_model import GridModel
from .rows import Row

HEIGHT = 40


class SumRow(QWidget):
    """Paints one row with the widths of the grid above it; without a row it takes no room."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self._grid = grid
        self._model = GridModel(grid.rows_model.columns, lambda _address, _text: None, lambda _words: None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid.viewport().installEventFilter(self)
        self.hide()

    def show_row(self, row: Row | None) -> None:
        """Show other sums."""
        rows = (row,) if row is not None else ()
        if rows != self._model.rows:
            self._model.put(rows)
            self.setVisible(row is not None)
            self.setAccessibleName(self._words(row) if row is not None else "")
            self.update()

    def _words(self, row: Row) -> str:
        named = zip(self._model.columns[1:], row.cells[1:], strict=False)
        parts = [f"{column.title} {cell.text}" for column, cell in named if cell.text]
        return f"{row.title}: {', '.join(parts)}"

    def sizeHint(self) -> QSize:
        """Return the height of a line with some air."""
        return QSize(320, round(HEIGHT * text_scale(self)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widths of the grid."""
        if event.type() == QEvent.Type.Resize:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every cell where its column stands."""
        if not self._model.rows:
            return
        painter = QPainter(self)
        for column in range(self._model.columnCount()):
            if not self._grid.isColumnHidden(column):
                option = QStyleOptionViewItem()
                option.initFrom(self)
                option.font = self.font()
                left, width = self._grid.columnViewportPosition(column), self._grid.columnWidth(column)
                option.rect = QRect(left, 0, width, self.height())
                self._grid.painter_of_rows.paint(painter, option, self._model.index(0, column))
