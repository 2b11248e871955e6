"""Value, net and cumulated net per year, with the month in which it has paid back, beside what the plan says."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.rules.benefits.result import BenefitResult, YearRow
from digisos_wizard.model.rules.benefits.time_saved import MONTHS
from digisos_wizard.ui.widgets.look.dress import worn

from .axis import Axis

HEIGHT = 280


class OutlookChart(QWidget):
    """Bars for value and net, a line for the cumulated net, a mark where it turns; dashed is the plan as it is."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._tried: BenefitResult | None = None
        self._planned: BenefitResult | None = None
        self._months = MONTHS
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def show_results(self, tried: BenefitResult, planned: BenefitResult, months_first_year: int) -> None:
        """Draw other results."""
        if (tried, planned) != (self._tried, self._planned):
            self._tried, self._planned, self._months = tried, planned, months_first_year
            self.setAccessibleDescription(_told(tried))
            self.update()

    def sizeHint(self) -> QSize:
        """Return a wide and not too high chart."""
        return QSize(640, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axis, bars, lines and the mark."""
        if self._tried is None or self._planned is None or not self._tried.rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows, planned = self._tried.rows, self._planned.rows
        every = [*(value for row in (*rows, *planned) for value in (row.gross_benefit, row.net, row.cumulative))]
        axis = Axis(every, self.width(), self.height())
        axis.draw(painter)
        for position, row in enumerate(rows):
            room = axis.slot(position, len(rows))
            bars = ((row.gross_benefit, Qt.BrushStyle.SolidPattern, 0.2), (row.net, Qt.BrushStyle.BDiagPattern, 0.5))
            for value, pattern, left in bars:
                top, bottom = sorted((axis.y(value), axis.y(0)))
                place = QRectF(room.left() + room.width() * left, top, room.width() * 0.28, bottom - top)
                painter.fillRect(place, QBrush(QColor(worn().accent.strong), pattern))
            axis.label(painter, position, len(rows), str(row.year))
        if planned != rows:
            _line(painter, axis, planned, Qt.PenStyle.DashLine)
        _line(painter, axis, rows, Qt.PenStyle.SolidLine)
        self._mark(painter, axis, self._tried.payback_month, len(rows))
        self._legend(painter)

    def _mark(self, painter: QPainter, axis: Axis, month: int | None, years: int) -> None:
        """Draw where the cumulated net turns, with the month in words."""
        if month is None:
            return
        passed = month - 1 < self._months
        year = 0 if passed else 1 + (month - 1 - self._months) // MONTHS
        part = (month - 1) / self._months if passed else ((month - 1 - self._months) % MONTHS) / MONTHS
        room = axis.slot(min(year, years - 1), years)
        x = room.left() + room.width() * part
        painter.setPen(QPen(QColor(worn().success.strong), 2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
        painter.setPen(QColor(worn().success.text))
        text = _("Tjent inn i måned {month}").format(month=month)
        width = painter.fontMetrics().horizontalAdvance(text)
        left = x + 6 if x + 12 + width < axis.plot.right() else x - width - 6
        painter.drawText(QPointF(left, room.top() + 14), text)

    def _legend(self, painter: QPainter) -> None:
        left = 64.0
        for name, pattern in (
            (_("Verdi"), Qt.BrushStyle.SolidPattern),
            (_("Netto"), Qt.BrushStyle.BDiagPattern),
            (_("Samlet netto"), None),
            (_("Samlet i planen"), None),
        ):
            if pattern is not None:
                painter.fillRect(QRectF(left, 8, 14, 14), QBrush(QColor(worn().accent.strong), pattern))
            else:
                dashed = name == _("Samlet i planen")
                style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
                painter.setPen(QPen(QColor(worn().accent.dark), 2, style))
                painter.drawLine(QPointF(left, 15), QPointF(left + 16, 15))
            painter.setPen(QColor(worn().neutral.dark))
            painter.drawText(QPointF(left + 22, 20), name)
            left += painter.fontMetrics().horizontalAdvance(name) + 44


def _line(painter: QPainter, axis: Axis, rows: Sequence[YearRow], style: Qt.PenStyle) -> None:
    points = []
    for position, row in enumerate(rows):
        room = axis.slot(position, len(rows))
        points.append(QPointF(room.center().x(), axis.y(row.cumulative)))
    painter.setPen(QPen(QColor(worn().accent.dark), 2, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    if style is Qt.PenStyle.SolidLine:
        painter.setBrush(QColor(worn().accent.dark))
        for point in points:
            painter.drawEllipse(point, 3, 3)


def _told(result: BenefitResult) -> str:
    lines = [
        _("{year}: verdi {value}, netto {net}, samlet {sum}").format(
            year=row.year,
            value=formatting.money(row.gross_benefit),
            net=formatting.money(row.net),
            sum=formatting.money(row.cumulative),
        )
        for row in result.rows
    ]
    return "; ".join(lines)
