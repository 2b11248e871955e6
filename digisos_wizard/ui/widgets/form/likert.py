"""A scale with words: one of five is chosen, each with its word below, and what the word means beside the question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from digisos_wizard.ui.form.controls import Control, watch
from digisos_wizard.ui.widgets.look.basics import label, set_text
from digisos_wizard.ui.widgets.look.theme import Look


class LikertControl(Control):
    """Radio buttons on a line; the text is the number of the one chosen, empty where none is."""

    def __init__(self, words: Sequence[str]) -> None:
        holder = QWidget()
        super().__init__(holder)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        self._group = QButtonGroup(holder)
        self._buttons: dict[str, QRadioButton] = {}
        self._words = []
        for position, word in enumerate(words):
            radio = QRadioButton()
            radio.setAccessibleName(word)
            radio.setProperty("bare", "true")
            below = label(word, Look.SMALL)
            below.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            below.setBuddy(radio)
            grid.addWidget(radio, 0, position, Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(below, 1, position)
            grid.setColumnStretch(position, 1)
            self._group.addButton(radio)
            self._buttons[str(position + 1)] = radio
            self._words.append(below)
            radio.clicked.connect(lambda _checked=False, chosen=str(position + 1): self.edited.emit(chosen))
            watch(self, radio)

    def text(self) -> str:
        """Return the number chosen."""
        return next((key for key, radio in self._buttons.items() if radio.isChecked()), "")

    def set_text(self, text: str) -> None:
        """Choose a number without telling anybody."""
        chosen = self._buttons.get(text)
        if chosen is not None:
            if not chosen.isChecked():
                chosen.setChecked(True)
            return
        self._group.setExclusive(False)
        for radio in self._buttons.values():
            radio.setChecked(False)
        self._group.setExclusive(True)

    def set_words(self, words: Sequence[str]) -> None:
        """Change the words, as the office may."""
        for below, radio, word in zip(self._words, self._buttons.values(), words, strict=False):
            set_text(below, word)
            radio.setAccessibleName(word)

    def targets(self) -> Sequence[QWidget]:
        """Return the radio buttons, the chosen one first."""
        return sorted(self._buttons.values(), key=lambda radio: not radio.isChecked())
