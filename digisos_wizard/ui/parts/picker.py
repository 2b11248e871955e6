"""A choice from a catalogue with a button beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.model.kinds.kind import Offered
from digisos_wizard.ui.form.choices import DropDownControl
from digisos_wizard.ui.widgets.look.basics import button, label, row
from digisos_wizard.ui.widgets.look.theme import Look


class Picker(QWidget):
    """Choose one of the catalogue's entries and add it to the plan."""

    def __init__(self, caption: str, words: str, on_pick: Callable[[str], object]) -> None:
        super().__init__()
        self.choice = DropDownControl()
        self.choice.box.setAccessibleName(caption)
        self.choice.box.setMinimumWidth(360)
        self._on_pick = on_pick
        self.button = button(words, Look.SECONDARY, self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        caption_label = label(caption, Look.LABEL)
        caption_label.setBuddy(self.choice.box)
        layout.addWidget(caption_label)
        layout.addLayout(row(self.choice.widget, self.button, None, spacing=12))

    def offer(self, choices: Sequence[Offered]) -> None:
        """Offer the catalogue's entries."""
        self.choice.set_choices(choices)
        self.setVisible(bool(choices))

    def _pick(self) -> None:
        if chosen := self.choice.text():
            self.choice.set_text("")
            self._on_pick(chosen)
