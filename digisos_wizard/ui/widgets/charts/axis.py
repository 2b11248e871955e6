"""The upright axis that charts share: thousand kroner with round steps, and the lines across."""

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from digisos_wizard.model import formatting
from digisos_wizard.ui.widgets.look.dress import worn

LEFT, RIGHT, TOP, BOTTOM = 44, 8, 48, 28
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000)


class Axis:
    """Where values stand in a plot of a widget's size; room is left for a legend above and years below."""

    def __init__(self, values: Iterable[Decimal], width: int, height: int, top: int = TOP) -> None:
        found = [float(value) for value in values]
        highest, lowest = max([0.0, *found]), min([0.0, *found])
        self._step = _nice_step((highest - lowest) / 4)
        self._ceiling = max(self._step, -(-highest // self._step) * self._step)
        self._floor = -(-lowest // -self._step) * -self._step if lowest < 0 else 0.0
        self.plot = QRectF(LEFT, top, width - LEFT - RIGHT, height - top - BOTTOM)

    def y(self, value: Decimal | float) -> float:
        """Return how far down a value stands."""
        part = (float(value) - self._floor) / (self._ceiling - self._floor)
        return self.plot.bottom() - part * self.plot.height()

    def draw(self, painter: QPainter) -> None:
        """Draw the lines across and their figures in thousand kroner."""
        value = self._floor
        while value <= self._ceiling + self._step / 2:
            painter.setPen(QPen(QColor(worn().neutral.strong if value == 0 else worn().border), 1))
            painter.drawLine(QPointF(self.plot.left(), self.y(value)), QPointF(self.plot.right(), self.y(value)))
            painter.setPen(QColor(worn().neutral.text))
            painter.drawText(
                QRectF(0, self.y(value) - 12, LEFT - 8, 24),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                formatting.number(Decimal(round(value / 1000))),
            )
            value += self._step

    def slot(self, position: int, count: int) -> QRectF:
        """Return the room of one of so many years, as high as the plot."""
        width = self.plot.width() / count
        return QRectF(self.plot.left() + width * position, self.plot.top(), width, self.plot.height())

    def label(self, painter: QPainter, position: int, count: int, text: str) -> None:
        """Write a year under its room."""
        room = self.slot(position, count)
        painter.setPen(QColor(worn().neutral.dark))
        painter.drawText(QRectF(room.left(), room.bottom() + 4, room.width(), 24), Qt.AlignmentFlag.AlignCenter, text)


def _nice_step(rough: float) -> float:
    return next((factor * 1000.0 for factor in STEPS if factor * 1000.0 >= rough), STEPS[-1] * 1000.0)
