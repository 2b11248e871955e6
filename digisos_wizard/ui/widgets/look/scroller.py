"""What scrolls: one column that keeps its width when the bar comes or goes, so that nothing in it moves."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScrollArea, QWidget

MOST = 16_777_215
"""Qt's word for no limit to a width."""


class Scroller(QScrollArea):
    """Scrolls a widget up and down, at most so many pixels wide; the room of the bar is never given away."""

    def __init__(self, inside: QWidget, most: int = MOST) -> None:
        super().__init__()
        self._most = most
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of the bar free, also where there is none."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        inside = self.widget()
        if inside is not None and inside.maximumWidth() != min(self._most, room):
            inside.setMaximumWidth(min(self._most, room))
        super().resizeEvent(event)

    def show_focused(self, below: int = 120) -> None:
        """Scroll to where the cursor is: the control that has it, in a list or a grid its cell."""
        inside = self.widget()
        focused = inside.focusWidget() if inside is not None else None
        if inside is None or focused is None or not focused.isVisible():
            return
        area = focused.rect()
        if isinstance(focused, QAbstractItemView) and focused.currentIndex().isValid():
            area = focused.visualRect(focused.currentIndex())
            focused = focused.viewport()
        where = QRect(focused.mapTo(inside, area.topLeft()), area.size())
        centre = where.center()
        self.ensureVisible(centre.x(), centre.y(), 40 + where.width() // 2, below + where.height() // 2)
