"""Net per year as bars and cumulated as a line, and beside the plan what is being tried, dashed."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.rules.benefits.result import BenefitResult, YearRow
from digisos_wizard.ui.widgets.look.basics import text_scale
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.tables.painting import scaled

from .axis import Axis

HEIGHT, NARROWEST, AT_THE_END, BAR, ABOVE = 230, 420, 120, 44, 14
THOUSAND = Decimal(1000)


class OutlookChart(QWidget):
    """Bars for net, a line for the plan, a dashed one for what is tried; the figures stand below and at the ends."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._tried: BenefitResult | None = None
        self._planned: BenefitResult | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def show_results(self, tried: BenefitResult, planned: BenefitResult) -> None:
        """Draw other results."""
        if (tried, planned) != (self._tried, self._planned):
            self._tried, self._planned = tried, planned
            self.setAccessibleDescription(_told(tried))
            self.update()

    def sizeHint(self) -> QSize:
        """Return a wide and not too high chart."""
        return QSize(640, round(HEIGHT * text_scale(self)))

    def minimumSizeHint(self) -> QSize:
        """Let it become as narrow as five years need."""
        return QSize(NARROWEST, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axis, bars, lines and figures."""
        if self._tried is None or self._planned is None or not self._tried.rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), 14 / 16))
        rows, planned = self._tried.rows, self._planned.rows
        every = [value for row in (*rows, *planned) for value in (row.net, row.cumulative)]
        end = AT_THE_END * text_scale(self)
        axis = Axis(every, round(self.width() - end), self.height() - 20, ABOVE)
        axis.draw(painter)
        for position, row in enumerate(rows):
            self._bar(painter, axis, position, row)
        if planned != rows:
            _line(painter, axis, rows, worn().accent.text, Qt.PenStyle.DashLine)
            self._ended(painter, axis, rows[-1], _("{amount} prøven"), worn().accent.text)
        _line(painter, axis, planned, worn().neutral.dark, Qt.PenStyle.SolidLine)
        words = _("{amount} planen") if planned != rows else _("{amount} samlet")
        self._ended(painter, axis, planned[-1], words, worn().neutral.dark)

    def _bar(self, painter: QPainter, axis: Axis, position: int, row: YearRow) -> None:
        slot = axis.slot(position, len(self._tried.rows) if self._tried else 1)
        top, bottom = sorted((axis.y(row.net), axis.y(0)))
        width = min(BAR * text_scale(self), slot.width() * 0.6)
        tone = worn().accent if row.net >= 0 else worn().neutral
        painter.setPen(QPen(QColor(tone.strong), 1))
        painter.setBrush(QColor(tone.moderate))
        painter.drawRect(QRectF(slot.center().x() - width / 2, top, width, bottom - top))
        axis.label(painter, position, len(self._tried.rows) if self._tried else 1, str(row.year))
        painter.setFont(scaled(self.font(), 14 / 16, strong=True))
        below = QRectF(slot.left(), slot.bottom() + 24, slot.width(), 22)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, signed(row.net))
        painter.setFont(scaled(self.font(), 14 / 16))

    def _ended(self, painter: QPainter, axis: Axis, last: YearRow, words: str, colour: str) -> None:
        """Write what the line comes to, to the right of its end; two that would touch stand apart."""
        at = axis.y(last.cumulative)
        if self._planned is not None and self._tried is not None and last is not self._planned.rows[-1]:
            other = axis.y(self._planned.rows[-1].cumulative)
            apart = painter.fontMetrics().height()
            if abs(at - other) < apart:
                at = other - apart if at <= other else other + apart
        painter.setPen(QColor(colour))
        room = QRectF(axis.plot.right() + 8, at - 12, self.width() - axis.plot.right() - 8, 24)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words.format(amount=signed(last.cumulative)))


def signed(value: Decimal) -> str:
    """Return thousand kroner with their sign: "+62", "−174"."""
    words = formatting.number((value / THOUSAND).quantize(Decimal(1)))
    return f"+{words}" if value > 0 and words != "0" else words


def _line(painter: QPainter, axis: Axis, rows: Sequence[YearRow], colour: str, style: Qt.PenStyle) -> None:
    points = [QPointF(axis.slot(at, len(rows)).center().x(), axis.y(row.cumulative)) for at, row in enumerate(rows)]
    painter.setPen(QPen(QColor(colour), 2.5, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))


def _told(result: BenefitResult) -> str:
    lines = [
        _("{year}: netto {net}, samlet {sum}").format(
            year=row.year, net=formatting.money(row.net), sum=formatting.money(row.cumulative)
        )
        for row in result.rows
    ]
    return "; ".join(lines)
