"""The Qt that is installed is one that the program can live with."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 2_000


def test_calls_that_return_nothing_leave_the_count_of_none_alone(qtbot: QtBot) -> None:
    """Some releases drop a reference to None at every such call, and abort the program after some thousands."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for width in range(CALLS):
        widget.resize(width, 10)
        widget.setToolTip("")
    assert sys.getrefcount(None) > before - CALLS / 10
