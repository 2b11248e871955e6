"""Answers as dots on a scale of their own: the middle half as a band, the median as a stroke, what stands out apart."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from digisos_wizard.ui.widgets.look.dress import worn

DOT, DIAMOND, STACKED = 2.6, 5.5, 3.4
EDGE = 8


@dataclass(frozen=True, slots=True)
class Dots:
    """The answers from 0 to 1 on the scale; `words` say them in numbers.

    `band` is None where the answers are too few for a middle half; `odd` are those that stand out, with their number.
    """

    words: str
    values: tuple[float, ...] = ()
    band: tuple[float, float] | None = None
    median: float | None = None
    odd: tuple[tuple[float, str], ...] = ()

    def paint(self, painter: QPainter, room: QRectF, font: QFont) -> None:
        """Paint scale, band, dots, median and what stands out."""
        middle = room.center().y()
        left, width = room.left() + EDGE, max(room.width() - 2 * EDGE, 1.0)
        painter.setPen(QPen(QColor(worn().border), 1))
        painter.drawLine(QPointF(room.left(), middle), QPointF(room.right(), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        if self.band is not None:
            low, high = (left + width * share for share in self.band)
            painter.setBrush(QColor(worn().accent.moderate))
            painter.drawRoundedRect(QRectF(low - 4, middle - 8, high - low + 8, 16), 3, 3)
        painter.setBrush(QColor(worn().neutral.strong))
        for share, count in Counter(self.values).items():
            for place in range(count):
                up = (place - (count - 1) / 2) * STACKED
                painter.drawEllipse(QPointF(left + width * share, middle + up), DOT, DOT)
        if self.median is not None:
            painter.setPen(QPen(QColor(worn().accent.text), 2))
            at = left + width * self.median
            painter.drawLine(QPointF(at, middle - 10), QPointF(at, middle + 10))
        self._paint_odd(painter, room, font)

    def _paint_odd(self, painter: QPainter, room: QRectF, font: QFont) -> None:
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        metrics = painter.fontMetrics()
        for share, number in self.odd:
            at = QPointF(room.left() + EDGE + (room.width() - 2 * EDGE) * share, room.center().y())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn().neutral.dark))
            corners = ((0.0, -DIAMOND), (DIAMOND, 0.0), (0.0, DIAMOND), (-DIAMOND, 0.0))
            painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in corners]))
            width = metrics.horizontalAdvance(number)
            before = at.x() - DIAMOND - 6 - width
            place = before if before >= room.left() else at.x() + DIAMOND + 6
            painter.setPen(QColor(worn().neutral.dark))
            painter.drawText(QRectF(place, room.top(), width + 2, room.height()), Qt.AlignmentFlag.AlignVCenter, number)
