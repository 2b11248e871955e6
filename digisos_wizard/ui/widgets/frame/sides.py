"""Two things beside each other, or below each other where there is too little width."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from digisos_wizard.ui.widgets.look.basics import text_scale

LEAST = 400
"""Pixels that what is to the left needs."""


class Sides(QWidget):
    """Something to the left, and what has a width of its own to the right of it, or below where the width is short."""

    def __init__(self, left: QWidget, right: QWidget, width: int) -> None:
        super().__init__()
        self._right, self._width = right, width
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(28)
        self._layout.addWidget(left, 1)
        self._layout.addWidget(right)

    def event(self, event: QEvent) -> bool:
        """Keep room for all lines of what wraps: a scroller would else press it together."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            wanted = self._layout.heightForWidth(self.width())
            if wanted != self.minimumHeight():
                self.setMinimumHeight(wanted)
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below each other where there is no room beside."""
        super().resizeEvent(event)
        ways, scale = QBoxLayout.Direction, text_scale(self)
        beside = self.width() >= (self._width + LEAST) * scale
        self._layout.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._right.setFixedWidth(round(self._width * scale) if beside else self.width())
