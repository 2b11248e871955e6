"""The keys of whoever leads, on a keyboard or on a clicker for presentations."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class Command(Enum):
    """What a key asks for."""

    NEXT = "next"
    BACK = "back"
    FIRST = "first"
    LAST = "last"
    BLANK = "blank"
    PAUSE = "pause"
    NOTES = "notes"
    END = "end"


@dataclass(frozen=True, slots=True)
class Hands:
    """A digit: one hand more for that answer, or one less."""

    number: int
    by: int


Asked = Command | Hands

COMMANDS = {
    Qt.Key.Key_PageDown: Command.NEXT,
    Qt.Key.Key_Right: Command.NEXT,
    Qt.Key.Key_Down: Command.NEXT,
    Qt.Key.Key_Space: Command.NEXT,
    Qt.Key.Key_PageUp: Command.BACK,
    Qt.Key.Key_Left: Command.BACK,
    Qt.Key.Key_Up: Command.BACK,
    Qt.Key.Key_Home: Command.FIRST,
    Qt.Key.Key_End: Command.LAST,
    Qt.Key.Key_B: Command.BLANK,
    Qt.Key.Key_Period: Command.BLANK,
    Qt.Key.Key_P: Command.PAUSE,
    Qt.Key.Key_N: Command.NOTES,
    Qt.Key.Key_Escape: Command.END,
}
"""B and the full stop are what clickers send to make the screen black."""
ALWAYS = {Qt.Key.Key_PageDown: Command.NEXT, Qt.Key.Key_PageUp: Command.BACK}
"""Keys of a clicker, which lead on even while somebody types."""
FREE = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


def asked_by(event: QKeyEvent) -> Asked | None:
    """Return what a key asks for, None where it is no key of ours; with Alt a digit takes a hand away."""
    key = Qt.Key(event.key())
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier):
            return Hands(key - Qt.Key.Key_0, -1 if modifiers else 1)
        return None
    return COMMANDS.get(key) if event.modifiers() in FREE else None


def is_typing(widget: QWidget | None) -> bool:
    """Tell whether keys belong to a widget that is written in."""
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QComboBox)
