"""Filters as chips on a line: one is on, each says how many it finds."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from digisos_wizard.ui.widgets.look.basics import button, set_text
from digisos_wizard.ui.widgets.look.theme import Look


class Chips(QWidget):
    """Chips that stand for a choice of rows; the first is on at first."""

    def __init__(self, name: str, keys: Sequence[str], on_choose: Callable[[str], object]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.chosen = keys[0]
        self._on_choose = on_choose
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for key in keys:
            made = button("", Look.QUIET, partial(self._choose, key))
            made.setObjectName("chip")
            made.setCheckable(True)
            made.setChecked(key == self.chosen)
            self._group.addButton(made)
            self.buttons[key] = made
            layout.addWidget(made)
        layout.addStretch(1)

    def show_words(self, words: Sequence[str]) -> None:
        """Show the words of every chip, with its count."""
        for made, text in zip(self.buttons.values(), words, strict=True):
            set_text(made, text)

    def choose(self, key: str) -> None:
        """Turn one on without telling anybody."""
        self.chosen = key
        self.buttons[key].setChecked(True)

    def _choose(self, key: str) -> None:
        self.chosen = key
        self._on_choose(key)
