"""A map of risks, five by five: colour, word and count in every cell, walked with the arrows, opened with a click."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.rules.privacy.risks import Cell, RiskLevel
from digisos_wizard.ui.widgets.look.basics import label, set_property, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look

SIDE = 5
STEP = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -SIDE,
    Qt.Key.Key_Down: SIDE,
}


def level_word(level: RiskLevel) -> str:
    """Return the word for how high a risk is."""
    return {RiskLevel.LOW: _("lav"), RiskLevel.ABOVE_LIMIT: _("over grensen"), RiskLevel.HIGH: _("høy")}[level]


class CellButton(QPushButton):
    """One cell; the arrows lead to its neighbours."""

    def __init__(self, position: int, walk: Callable[[int, int], object]) -> None:
        super().__init__()
        self._position = position
        self._walk = walk
        self.setMinimumSize(56, 48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; all other keys do what they do on a button."""
        by = STEP.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self._walk(self._position, by)


class RiskMap(QWidget):
    """Shows where the risks are; `chosen` is told the ids of the risks in a cell that is opened."""

    def __init__(self, title: str, chosen: Callable[[Sequence[str]], object]) -> None:
        super().__init__()
        self._title = title
        self._chosen = chosen
        self._cells: Sequence[Cell] = ()
        self.buttons = [CellButton(position, self._walk) for position in range(SIDE * SIDE)]
        group = QButtonGroup(self)
        group.setExclusive(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label(title, Look.LABEL))
        grid = QGridLayout()
        grid.setSpacing(3)
        self._rows = [short_label(str(SIDE - row), Look.SMALL) for row in range(SIDE)]
        self._columns = [short_label(str(column + 1), Look.SMALL) for column in range(SIDE)]
        for row, words in enumerate(self._rows):
            grid.addWidget(words, row, 0)
        for position, cell in enumerate(self.buttons):
            grid.addWidget(cell, position // SIDE, position % SIDE + 1)
            group.addButton(cell)
            cell.clicked.connect(partial(self._open, position))
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if position == 0 else Qt.FocusPolicy.ClickFocus)
        for column, words in enumerate(self._columns):
            grid.addWidget(words, SIDE, column + 1, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(grid)
        layout.addWidget(label(_("Opp: sannsynlighet. Bortover: konsekvens."), Look.SMALL))

    def show_cells(self, cells: Sequence[Cell], likelihoods: Sequence[str], consequences: Sequence[str]) -> None:
        """Show counts and levels; the words for the steps stand in the tips."""
        if cells == self._cells:
            return
        self._cells = cells
        for step, tip in zip((*self._rows, *self._columns), (*reversed(likelihoods), *consequences), strict=True):
            step.setToolTip(tip)
        for shown, cell in zip(self.buttons, cells, strict=True):
            count = len(cell.risks)
            set_text(shown, str(count) if count else "")
            set_property(shown, "level", cell.level.value)
            risks = ngettext("{count} risiko", "{count} risikoer", count).format(count=count)
            place = f"{likelihoods[cell.likelihood - 1]}, {consequences[cell.consequence - 1]}"
            words = f"{self._title}: {place}, {level_word(cell.level)}, {risks}"
            shown.setAccessibleName(words)
            shown.setToolTip(words)

    def _open(self, position: int) -> None:
        if self._cells:
            self._chosen(self._cells[position].risks)

    def _walk(self, position: int, by: int) -> None:
        wanted = position + by
        beside = abs(by) == 1 and wanted // SIDE != position // SIDE
        if 0 <= wanted < len(self.buttons) and not beside:
            self.buttons[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
