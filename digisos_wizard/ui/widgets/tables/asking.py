"""A line in a grid that asks something about the row above: a few words, and a button for each act."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from digisos_wizard.ui.widgets.look.basics import OneLine, button
from digisos_wizard.ui.widgets.look.theme import Look

from .rows import Row


class AskingLine(QWidget):
    """The words to the left, the buttons to the right; `acted` gets the row's id and the act's key."""

    def __init__(self, row: Row, acted: Callable[[str, str], object]) -> None:
        super().__init__()
        self.setAccessibleName(row.title)
        words = OneLine(Look.BODY)
        words.setText(row.title)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 6, 0)
        layout.setSpacing(8)
        layout.addWidget(words)
        for key, text in row.acts:
            made = button(text, Look.SECONDARY, partial(acted, row.row_id, key), name=f"{text}: {row.title}")
            made.setObjectName("small")
            layout.addWidget(made)
