"""A scale with words: one of five is chosen, each with its word below; what it means is told beside the question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QSizePolicy, QWidget

from digisos_wizard.model.rules.privacy.risks import STEPS
from digisos_wizard.ui.widgets.look.basics import set_property, set_text
from digisos_wizard.ui.widgets.look.theme import Look

from .controls import Control, watch

Step = tuple[str, str]
"""The word of a step, and what it means."""


class _Word(QLabel):
    """The word below a radio button, which chooses like the button does."""

    def __init__(self, radio: QRadioButton) -> None:
        super().__init__()
        self._radio = radio
        self.setProperty("look", Look.SMALL.value)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self._radio.click()


class LikertControl(Control):
    """Radio buttons on a line; the text is the number of the one chosen, empty where none is."""

    beside = True

    def __init__(self) -> None:
        holder = QWidget()
        super().__init__(holder)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2)
        grid.setVerticalSpacing(0)
        self._group = QButtonGroup(holder)
        self._buttons: dict[str, QRadioButton] = {}
        self._words: list[_Word] = []
        self._steps: Sequence[Step] = ()
        self._called = ""
        for position, step in enumerate(STEPS):
            radio = QRadioButton()
            radio.setCursor(Qt.CursorShape.PointingHandCursor)
            radio.setProperty("bare", "true")
            word = _Word(radio)
            grid.addWidget(radio, 0, position, Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(word, 1, position)
            grid.setColumnStretch(position, 1)
            grid.setColumnMinimumWidth(position, 1)
            self._group.addButton(radio)
            self._buttons[str(step)] = radio
            self._words.append(word)
            radio.toggled.connect(self._mark)
            radio.clicked.connect(lambda _checked=False, chosen=str(step): self.edited.emit(chosen))
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

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show the words of the scale, where they differ: the office may have its own."""
        if steps == self._steps:
            return
        self._steps = steps
        for shown, (word, meaning) in zip(self._words, steps, strict=True):
            set_text(shown, word)
            shown.setToolTip(meaning)
        self.be_called(self._called)

    def be_called(self, name: str) -> None:
        """Give every button the name with its word."""
        self._called = name
        self.widget.setAccessibleName(name)
        for radio, (word, _meaning) in zip(self._buttons.values(), self._steps, strict=False):
            radio.setAccessibleName(f"{name}: {word}")

    def meaning(self) -> str:
        """Return what the chosen step means."""
        chosen = self.text()
        return self._steps[int(chosen) - 1][1] if chosen and self._steps else ""

    def targets(self) -> Sequence[QWidget]:
        """Return the radio buttons, the chosen one first."""
        return sorted(self._buttons.values(), key=lambda radio: not radio.isChecked())

    def _mark(self) -> None:
        for word, radio in zip(self._words, self._buttons.values(), strict=True):
            set_property(word, "picked", "true" if radio.isChecked() else "false")
