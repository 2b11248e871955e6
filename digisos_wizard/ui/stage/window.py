"""A window that is led by keys: the room's, full of the canvas, or the leader's own."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .canvas import Canvas
from .keys import ALWAYS, Command, asked_by, is_typing


class LedWindow(QWidget):
    """Tells what keys ask for; closing it asks for the end."""

    asked = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self._leaving = False
        for key, command in ALWAYS.items():
            QShortcut(QKeySequence(key), self, lambda asked=command: self.asked.emit(asked))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._escape)

    def home(self) -> QWidget:
        """Return the widget that takes the focus when nobody types."""
        return self

    def _escape(self) -> None:
        """Leave the field that is written in; from anywhere else ask for the end."""
        if is_typing(self.focusWidget()):
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.asked.emit(Command.END)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what a key asks for that no part of the window had use for."""
        asked = None if is_typing(self.focusWidget()) else asked_by(event)
        if asked is None:
            super().keyPressEvent(event)
        else:
            self.asked.emit(asked)

    def leave(self) -> None:
        """Close without asking for anything."""
        self._leaving = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask for the end, where it isn't already there."""
        event.accept()
        if not self._leaving:
            self._leaving = True
            self.asked.emit(Command.END)


class AudienceWindow(LedWindow):
    """What the room sees; with one screen alone, the leader's strip lies below the canvas."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.canvas = Canvas()
        self.strip: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.canvas, 1)
        self._stack = layout
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, strip: QWidget) -> None:
        """Lay a strip below the canvas, in place of the one before."""
        if self.strip is not None:
            self.strip.hide()
            self._stack.removeWidget(self.strip)
            self.strip.deleteLater()
        self.strip = strip
        self._stack.addWidget(strip)

    def sizeHint(self) -> QSize:
        """Return the size of a small screen."""
        return QSize(1024, 640)

    def home(self) -> QWidget:
        """Return the canvas."""
        return self.canvas
