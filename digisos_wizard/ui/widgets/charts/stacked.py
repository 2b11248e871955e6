"""Stacked bars per year, drawn here; the table beside a chart says the same in words and can be copied."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.ui.widgets.look.basics import text_scale
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.tables.painting import scaled

from .axis import LEFT, Axis

PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense5Pattern,
)
HEIGHT, NARROWEST = 250, 300
THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of the chart: its name, and a value for every year."""

    name: str
    values: tuple[Decimal, ...]


class StackedBars(QWidget):
    """Bars that stack the series, with their sum above in thousand kroner; values below zero hang under the line.

    A sum that is `unfinished` has a plus behind it.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._labels: tuple[str, ...] = ()
        self._series: tuple[Series, ...] = ()
        self._unfinished: tuple[bool, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def show_series(self, labels: Sequence[str], series: Sequence[Series], unfinished: Sequence[bool] = ()) -> None:
        """Draw other values."""
        shown = (tuple(labels), tuple(series), tuple(unfinished))
        if shown != (self._labels, self._series, self._unfinished):
            self._labels, self._series, self._unfinished = shown
            self.setAccessibleDescription(self._words())
            self.update()

    def _words(self) -> str:
        lines = [
            _("{year}: {amount}").format(
                year=year, amount=formatting.money(sum((part.values[position] for part in self._series), Decimal(0)))
            )
            for position, year in enumerate(self._labels)
        ]
        return f"{self._title}. {'; '.join(lines)}"

    def sizeHint(self) -> QSize:
        """Return a chart that leaves room for a table beside it."""
        return QSize(400, round(HEIGHT * text_scale(self)))

    def minimumSizeHint(self) -> QSize:
        """Let it become as narrow as five years need."""
        return QSize(NARROWEST, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw legend, lines and bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), 14 / 16))
        self._draw_legend(painter)
        if not self._labels:
            return
        columns = [[part.values[year] for part in self._series] for year in range(len(self._labels))]
        tops = [sum((max(value, Decimal(0)) for value in column), Decimal(0)) for column in columns]
        lows = [sum((min(value, Decimal(0)) for value in column), Decimal(0)) for column in columns]
        axis = Axis((*tops, *lows), self.width(), self.height())
        axis.draw(painter)
        for position, year in enumerate(self._labels):
            room = axis.slot(position, len(self._labels))
            place = QRectF(room.left() + room.width() * 0.22, 0, room.width() * 0.56, 0)
            self._draw_bar(painter, position, place, axis.y)
            axis.label(painter, position, len(self._labels), year)
            self._draw_sum(painter, position, QRectF(room.left(), axis.y(float(tops[position])) - 20, room.width(), 18))

    def _draw_bar(self, painter: QPainter, position: int, place: QRectF, y: Callable[[float], float]) -> None:
        up = down = 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        for index, part in enumerate(self._series):
            value = float(part.values[position])
            if value == 0:
                continue
            start = up if value > 0 else down
            top, bottom = sorted((y(start), y(start + value)))
            painter.fillRect(QRectF(place.left(), top, place.width(), bottom - top), QColor(worn().page))
            painter.fillRect(QRectF(place.left(), top, place.width(), bottom - top), _brush(index))
            if value > 0:
                up += value
            else:
                down += value

    def _draw_sum(self, painter: QPainter, position: int, room: QRectF) -> None:
        total = sum((part.values[position] for part in self._series), Decimal(0))
        words = formatting.number((total / THOUSAND).quantize(Decimal(1)))
        if position < len(self._unfinished) and self._unfinished[position]:
            words = f"{words} +"
        painter.setFont(scaled(self.font(), 14 / 16, strong=True))
        painter.setPen(QColor(worn().neutral.dark))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        painter.setFont(scaled(self.font(), 14 / 16))

    def _draw_legend(self, painter: QPainter) -> None:
        left = float(LEFT)
        for index, part in enumerate(self._series):
            painter.fillRect(QRectF(left, 8, 14, 14), _brush(index))
            painter.setPen(QColor(worn().neutral.dark))
            width = painter.fontMetrics().horizontalAdvance(part.name)
            painter.drawText(QPointF(left + 22, 20), part.name)
            left += width + 48


def _brush(index: int) -> QBrush:
    theme = worn()
    colours = (theme.accent.strong, theme.accent.dark, theme.info.strong, theme.neutral.strong)
    return QBrush(QColor(colours[index % len(colours)]), PATTERNS[index % len(PATTERNS)])
