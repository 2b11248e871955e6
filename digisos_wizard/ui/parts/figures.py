"""Key figures: a row of captions, values and notes that can be copied."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from digisos_wizard.ui.widgets.look.basics import label, set_text
from digisos_wizard.ui.widgets.look.theme import Look


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A caption, a value and a note under it."""

    caption: str
    value: str
    note: str = ""


class KeyFigures(QFrame):
    """A soft band with up to four key figures side by side; the number of figures stays as built."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.setProperty("look", Look.KEY_FIGURES.value)
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(0)
        self._labels: list[tuple[QLabel, QLabel, QLabel]] = []
        for position in range(count):
            parts = (label("", Look.HELP), label("", Look.FIGURE), label("", Look.SMALL))
            for line, part in enumerate(parts):
                part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                part.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(part, line, position)
            grid.setColumnStretch(position, 1)
            self._labels.append(parts)

    def show_figures(self, figures: Sequence[KeyFigure]) -> None:
        """Show the figures, in order."""
        for (caption, value, note), figure in zip(self._labels, figures, strict=True):
            set_text(caption, figure.caption)
            set_text(value, figure.value)
            set_text(note, figure.note)
            value.setAccessibleName(f"{figure.caption}: {figure.value}. {figure.note}")
