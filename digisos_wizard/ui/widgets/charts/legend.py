"""What the marks of a picture mean, on one line: each mark with its words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, draw_icon
from digisos_wizard.ui.widgets.tables.painting import scaled

Mark = Callable[[QPainter, QRectF], None]
"""Paints a mark in the room there is."""
MARK, GAP, BETWEEN = 18, 6, 16


def before(painter: QPainter, room: QRectF) -> None:
    """Paint the grey of what is today."""
    _swatch(painter, room, worn().neutral.strong)


def after(painter: QPainter, room: QRectF) -> None:
    """Paint the blue of what will be."""
    _swatch(painter, room, worn().accent.strong)


def clip(painter: QPainter, room: QRectF) -> None:
    """Paint the paper clip of what needs attachments."""
    square = QRectF(0, 0, 16, 16)
    square.moveCenter(room.center())
    draw_icon(painter, square, Icon.CLIP, QColor(worn().neutral.text))


def spread(painter: QPainter, room: QRectF) -> None:
    """Paint an answer, the middle half of all and their median."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn().accent.moderate))
    painter.drawRoundedRect(room.adjusted(0, 2, 0, -2), 3, 3)
    painter.setBrush(QColor(worn().neutral.hover))
    painter.drawEllipse(QPointF(room.left() + 5, room.center().y()), 2.6, 2.6)
    painter.setPen(QPen(QColor(worn().accent.text), 2))
    painter.drawLine(QPointF(room.right() - 4, room.top()), QPointF(room.right() - 4, room.bottom()))


def diamond(painter: QPainter, room: QRectF) -> None:
    """Paint what stands out."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn().neutral.dark))
    middle, size = room.center(), 5.5
    corners = ((0.0, -size), (size, 0.0), (0.0, size), (-size, 0.0))
    painter.drawPolygon(QPolygonF([QPointF(middle.x() + x, middle.y() + y) for x, y in corners]))


class Legend(QWidget):
    """Marks and words from the left; as wide as they need."""

    def __init__(self, entries: Sequence[tuple[Mark, str]]) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self.setAccessibleName("; ".join(words for _mark, words in entries))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of all marks and words."""
        self.ensurePolished()
        metrics = QFontMetrics(scaled(self.font(), 14 / 16))
        words = sum(metrics.horizontalAdvance(text) for _mark, text in self._entries)
        return QSize(words + len(self._entries) * (MARK + GAP + BETWEEN) - BETWEEN + 4, metrics.lineSpacing() + 4)

    def minimumSizeHint(self) -> QSize:
        """Let the legend be cut where the width is short: the marks stand beside words in the grid as well."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the marks and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), 14 / 16))
        metrics = painter.fontMetrics()
        left = 0.0
        for mark, words in self._entries:
            mark(painter, QRectF(left, (self.height() - 14) / 2, MARK, 14))
            left += MARK + GAP
            painter.setPen(QColor(worn().neutral.text))
            width = metrics.horizontalAdvance(words)
            painter.drawText(QRectF(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            left += width + BETWEEN


def _swatch(painter: QPainter, room: QRectF, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    area = QRectF(0, 0, 14, 9)
    area.moveCenter(room.center())
    painter.drawRoundedRect(area, 2, 2)
