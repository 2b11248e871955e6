"""A button that offers a few acts in a menu below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton

from .theme import Look


def menu_button(words: str, look: Look, acts: Sequence[tuple[str, Callable[[], object]]]) -> QPushButton:
    """Return a button whose menu has the acts, in order."""
    made = QPushButton(words)
    made.setProperty("look", look.value)
    made.setAccessibleName(words)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    menu = QMenu(made)
    for text, on_act in acts:
        menu.addAction(text).triggered.connect(lambda _checked=False, act=on_act: act())
    made.setMenu(menu)
    return made
