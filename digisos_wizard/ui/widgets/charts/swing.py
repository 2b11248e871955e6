"""What a value becomes when something turns out otherwise: a bar from lower over planned to higher, with figures."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from digisos_wizard.ui.widgets.look.dress import worn

HEIGHT, GAP = 12, 6


@dataclass(frozen=True, slots=True)
class Swing:
    """Where the planned value stands from 0 to 1, and the two ends with their figures; grey is lower, blue is higher.

    `lower` is what comes of a lower assumption, and may well stand to the right of `higher`.
    """

    words: str
    planned: float
    lower: tuple[float, str]
    higher: tuple[float, str]

    def paint(self, painter: QPainter, room: QRectF, font: QFont) -> None:
        """Paint the two halves, the line of the plan, and the figures at the ends."""
        painter.setFont(font)
        figures = max(painter.fontMetrics().horizontalAdvance(text) for _at, text in (self.lower, self.higher))
        left, width = room.left() + figures + GAP, max(room.width() - 2 * (figures + GAP), 1.0)
        middle = left + width * self.planned
        top = room.center().y() - HEIGHT / 2
        for (share, text), colour in (
            (self.lower, worn().neutral.strong),
            (self.higher, worn().accent.strong),
        ):
            end = left + width * share
            bar = QRectF(min(middle, end), top, abs(end - middle), HEIGHT)
            painter.fillRect(bar, QColor(colour))
            painter.setPen(QColor(worn().neutral.text))
            rightwards = end > middle or (end == middle and share == self.higher[0])
            place = QRectF(end + GAP if rightwards else end - GAP - figures, room.top(), figures, room.height())
            side = Qt.AlignmentFlag.AlignLeft if rightwards else Qt.AlignmentFlag.AlignRight
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QPen(QColor(worn().neutral.dark), 2))
        painter.drawLine(QPointF(middle, top - 4), QPointF(middle, top + HEIGHT + 4))
