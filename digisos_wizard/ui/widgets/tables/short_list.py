"""A short list among other things in a part that scrolls: as high as its rows, and the open row right below them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from digisos_wizard.model.address import Address
from digisos_wizard.ui.widgets.look.basics import column, set_property
from digisos_wizard.ui.widgets.look.theme import Look

from .grid import Grid
from .rows import Row


class ShortList(QWidget):
    """A grid without a scroller of its own; `detail` shows the row that is open, and is away while none is."""

    def __init__(self, grid: Grid, detail: QWidget | None = None, show_detail: Callable[[Row], object] = id) -> None:
        super().__init__()
        self.grid, self._show_detail = grid, show_detail
        self._open = ""
        grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grid.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(grid)
        self._side = QFrame()
        set_property(self._side, "look", Look.OPENED.value)
        self._side.hide()
        layout.addWidget(self._side)
        if detail is not None:
            inside = column(8, (16, 12, 16, 12))
            inside.addWidget(detail)
            self._side.setLayout(inside)
            grid.opened.connect(self.open_or_close)

    @property
    def open_found(self) -> Row | None:
        """The row that is open."""
        return next((one for one in self.grid.rows_model.rows if one.row_id == self._open), None)

    @property
    def walkable(self) -> Sequence[Row]:
        """The rows that can be opened, in order."""
        return [one for one in self.grid.rows_model.rows if one.chosen and one.opens]

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows; the one that is open stays open."""
        self.grid.show_rows(rows)
        self.grid.setFixedHeight(self.grid.whole_height())
        self._show()

    def open_row(self, row_id: str) -> None:
        """Open a row."""
        self._open = row_id
        self.grid.go_to(row_id)
        self._show()

    def close_row(self) -> None:
        """Close the row that is open."""
        self._open = ""
        self._show()

    def open_or_close(self, row_id: str) -> None:
        """Open a row, or close the one that is open already."""
        if row_id == self._open:
            self.close_row()
        else:
            self.open_row(row_id)

    def reach(self, address: Address) -> bool:
        """Open the row that an address leads into, and come to its cell; tells whether it is here."""
        found = self.grid.row_at(address)
        if found is None:
            return False
        typed = any(cell.place == address for cell in found.cells)
        if not typed and found.opens:
            self.open_row(found.row_id)
        return self.grid.focus(address)

    def _show(self) -> None:
        found = self.open_found
        self._side.setVisible(found is not None)
        if found is not None:
            self._show_detail(found)
