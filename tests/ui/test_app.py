"""How the window comes up: on a screen with room, on one without, and as it was."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.content.locate import resources
from digisos_wizard.ui.app import FRAME, show_fitting


@pytest.mark.parametrize(
    ("beyond", "first", "maximised"), [(-2 * FRAME, True, False), (1, True, True), (1, False, False)]
)
def test_the_first_window_fills_a_screen_without_room(qtbot: QtBot, beyond: int, first: bool, maximised: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(window.screen().availableSize() + QSize(beyond, beyond))
    show_fitting(window, first=first)
    assert window.isVisible()
    assert window.isMaximized() == maximised


def test_the_icon_is_drawn(qapp: QApplication) -> None:
    drawn = QIcon(str(resources() / "look" / "icon.svg")).pixmap(32, 32).toImage()
    assert not drawn.isNull()
    assert drawn.pixelColor(drawn.width() // 2, drawn.height() // 8).name() == "#005bb6"
