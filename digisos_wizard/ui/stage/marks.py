"""The marks on the canvas: bars of hands, the clock's shape, and how far the meeting has come."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from digisos_wizard.ui.widgets.look.dress import worn

from .fit import font_of
from .showing import Bar, Clock

FULL_CIRCLE = 5760
MOST_BAR_HEIGHT = 11.0


def draw_progress(painter: QPainter, area: QRectF, share: float) -> None:
    """Draw a line along the bottom that fills up."""
    painter.fillRect(area, QColor(worn().neutral.moderate))
    painter.fillRect(QRectF(area.left(), area.top(), area.width() * share, area.height()), QColor(worn().accent.strong))


def draw_clock(painter: QPainter, area: QRectF, clock: Clock) -> float:
    """Draw the clock's shape and words from the left; return how wide they are.

    A disc fills up while there is time, a triangle stands there when it is over, two strokes while it is paused.
    """
    size = area.height() * 0.72
    shape = QRectF(area.left(), area.center().y() - size / 2, size, size)
    strong = clock.over and not clock.paused
    colour = QColor(worn().danger.strong if strong else worn().neutral.text)
    painter.setPen(QPen(colour, size / 12))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if clock.paused:
        for part in (0.18, 0.6):
            painter.fillRect(
                QRectF(shape.left() + part * size, shape.top() + size * 0.1, size * 0.22, size * 0.8), colour
            )
    elif clock.over:
        painter.setBrush(colour)
        corners = ((0.5, 0.05), (1.0, 0.95), (0.0, 0.95))
        painter.drawPolygon(QPolygonF([QPointF(shape.left() + x * size, shape.top() + y * size) for x, y in corners]))
    else:
        painter.drawEllipse(shape)
        painter.setBrush(colour)
        painter.drawPie(shape, 90 * 16, -round(FULL_CIRCLE * clock.share))
    font = font_of(area.height() * 0.68, strong=strong)
    painter.setFont(font)
    painter.setPen(QColor(worn().danger.text if strong else worn().neutral.dark))
    left = size * 1.5
    painter.drawText(
        area.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, clock.words
    )
    return left + QFontMetricsF(font).horizontalAdvance(clock.words)


def draw_bars(painter: QPainter, area: QRectF, bars: Sequence[Bar], unit: float) -> None:
    """Draw a bar for every answer, with its digit, its words and how many hands, all counted against the most."""
    height = min(area.height() / len(bars), MOST_BAR_HEIGHT * unit)
    most = max(1, *(bar.count for bar in bars))
    font, strong = font_of(height * 0.4), font_of(height * 0.46, strong=True)
    metrics = QFontMetricsF(font)
    key = metrics.horizontalAdvance("9") + height * 0.5
    widest = max(metrics.horizontalAdvance(bar.text) for bar in bars)
    words = min(widest + height * 0.3, area.width() * 0.45)
    figure = QFontMetricsF(strong).horizontalAdvance("0000")
    room = area.width() - key - words - figure - height * 0.4
    for position, bar in enumerate(bars):
        line = QRectF(area.left(), area.top() + position * height, area.width(), height)
        painter.setFont(font)
        box = QRectF(line.left(), line.center().y() - height * 0.29, key - height * 0.2, height * 0.58)
        painter.setPen(QPen(QColor(worn().neutral.strong), max(1.0, unit / 6)))
        painter.setBrush(QColor(worn().neutral.soft))
        painter.drawRoundedRect(box, unit / 2, unit / 2)
        painter.setPen(QColor(worn().neutral.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, bar.key)
        painter.setPen(QColor(worn().neutral.dark))
        text = metrics.elidedText(bar.text, Qt.TextElideMode.ElideRight, words - height * 0.2)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(line.left() + key, line.top(), words, height), side, text)
        start = line.left() + key + words
        back = QRectF(start, line.top() + height * 0.18, room, height * 0.64)
        painter.fillRect(back, QColor(worn().neutral.soft))
        share = bar.count / most
        painter.fillRect(
            QRectF(back.left(), back.top(), back.width() * share, back.height()), QColor(worn().accent.strong)
        )
        painter.setFont(strong)
        painter.drawText(QRectF(back.right() + height * 0.2, line.top(), figure, height), side, str(bar.count))
