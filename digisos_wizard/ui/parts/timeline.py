"""A line with the milestones from today to the connection day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from digisos_wizard.model import formatting
from digisos_wizard.ui.widgets.look.dress import worn

SLOT = 118
RADIUS = 8


@dataclass(frozen=True, slots=True)
class Milestone:
    """A point on the line."""

    title: str
    day: date
    done: bool


class Timeline(QWidget):
    """Milestones with even room between them, in order of date; first and last are filled."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._milestones: tuple[Milestone, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_milestones(self, milestones: Sequence[Milestone]) -> None:
        """Draw other milestones; none takes no room."""
        self.setVisible(bool(milestones))
        if tuple(milestones) != self._milestones:
            self._milestones = tuple(milestones)
            self.setAccessibleDescription(
                "; ".join(f"{point.title} {formatting.day(point.day)}" for point in milestones)
            )
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the line with three lines of text."""
        return QSize(480, 32 + self.fontMetrics().lineSpacing() * 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw line, points, titles and dates."""
        shown = self._fitting()
        if not shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        slot = self.width() / len(shown)
        middle = 14.0
        painter.setPen(QPen(QColor(worn().border), 4, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(slot / 2, middle), QPointF(self.width() - slot / 2, middle))
        for position, point in enumerate(shown):
            center = QPointF(slot * (position + 0.5), middle)
            filled = position in (0, len(shown) - 1)
            painter.setPen(QPen(QColor(worn().accent.strong), 3))
            painter.setBrush(QColor(worn().accent.strong if filled else worn().page))
            painter.drawEllipse(center, RADIUS, RADIUS)
            self._draw_words(painter, point, QRectF(slot * position + 4, middle + 14, slot - 8, 0))

    def _fitting(self) -> tuple[Milestone, ...]:
        room = max(2, self.width() // SLOT)
        if len(self._milestones) <= room:
            return self._milestones
        return (*self._milestones[: room - 1], self._milestones[-1])

    def _draw_words(self, painter: QPainter, point: Milestone, place: QRectF) -> None:
        line = self.fontMetrics().lineSpacing()
        font = QFont(self.font())
        font.setPixelSize(max(10, round(font.pixelSize() * 0.88)))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(worn().neutral.dark))
        words = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        area = QRectF(place.left(), place.top(), place.width(), line * 2)
        title = _shortened(point.title, painter.fontMetrics(), area)
        drawn = painter.boundingRect(area, int(words), title)
        painter.drawText(area, int(words), title)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(worn().neutral.text))
        below = QRectF(place.left(), drawn.bottom(), place.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, formatting.short_day(point.day))


def _shortened(text: str, metrics: QFontMetrics, area: QRectF) -> str:
    """Return as many whole words as the area holds, with an ellipsis where something is left out."""
    room = area.toRect()
    words = [metrics.elidedText(word, Qt.TextElideMode.ElideRight, room.width()) for word in text.split()]
    flags = int(Qt.TextFlag.TextWordWrap)
    for count in range(len(words), 0, -1):
        title = " ".join(words[:count]) + ("" if count == len(words) else " …")
        if metrics.boundingRect(room, flags, title).height() <= room.height():
            return title
    return words[0] if words else ""
