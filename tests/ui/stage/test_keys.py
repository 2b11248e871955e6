"""The keys of whoever leads: what each asks for, and which screen the room sees."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from digisos_wizard.ui.stage.keys import Asked, Command, Hands, asked_by
from digisos_wizard.ui.stage.screens import audience_screen

NONE = Qt.KeyboardModifier.NoModifier
KEYPAD, ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.mark.parametrize(
    ("pressed", "modifiers", "asked"),
    [
        (Qt.Key.Key_PageDown, NONE, Command.NEXT),
        (Qt.Key.Key_PageDown, KEYPAD, Command.NEXT),
        (Qt.Key.Key_PageDown, CTRL, None),
        (Qt.Key.Key_B, NONE, Command.BLANK),
        (Qt.Key.Key_B, CTRL, None),
        (Qt.Key.Key_Period, NONE, Command.BLANK),
        (Qt.Key.Key_Escape, NONE, Command.END),
        (Qt.Key.Key_5, NONE, Hands(5, 1)),
        (Qt.Key.Key_5, KEYPAD, Hands(5, 1)),
        (Qt.Key.Key_5, ALT, Hands(5, -1)),
        (Qt.Key.Key_5, CTRL, None),
        (Qt.Key.Key_5, SHIFT, None),
        (Qt.Key.Key_0, NONE, None),
        (Qt.Key.Key_X, NONE, None),
    ],
)
def test_what_a_key_asks_for(pressed: Qt.Key, modifiers: Qt.KeyboardModifier, asked: Asked | None) -> None:
    assert asked_by(QKeyEvent(QEvent.Type.KeyPress, pressed, modifiers)) == asked


@pytest.mark.parametrize(
    ("names", "wish", "screen"),
    [
        (["laptop"], "", None),
        (["laptop", "projector"], "", "projector"),
        (["projector", "laptop"], "", "projector"),
        (["laptop", "projector", "wall"], "wall", "wall"),
        (["laptop", "projector", "wall"], "gone", "projector"),
        (["laptop", "projector"], "laptop", "projector"),
        (["laptop", "projector"], "together", None),
        ([], "", None),
    ],
)
def test_the_room_sees_another_screen_than_the_leaders(names: list[str], wish: str, screen: str | None) -> None:
    assert audience_screen(names, "laptop", wish) == screen
