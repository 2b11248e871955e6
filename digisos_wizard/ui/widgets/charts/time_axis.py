"""Time drawn across a list: a bar in each row, months above, and lines for today and the day through all of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.told.timeline import Axis
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.tables.grid import Grid
from digisos_wizard.ui.widgets.tables.painting import PAD, scaled

THICK, SHORTEST = 14, 7
"""Pixels: how thick a bar is, and how short one of a single day."""
BETWEEN, DAYS = 6, 30
"""Pixels between a bar and its words, and about how many days a month has."""


class BarLook(Enum):
    """What a bar says besides its time: filled where it decides, framed where it can wait, green when done."""

    DECIDES = "decides"
    WAITS = "waits"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class TimeBar:
    """When something is done, as a picture in a cell; `beside` stands at the bar, `words` says all of it."""

    axis: Axis
    begin: date
    end: date
    look: BarLook
    beside: str
    words: str

    def paint(self, painter: QPainter, room: QRectF, font: QFont) -> None:
        """Draw quiet times, months, then the bar with its words on the side where there is room."""
        theme, axis = worn(), self.axis
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.neutral.soft))
        for begin, end, _name in axis.quiet:
            left, right = _across(axis, begin, room), _across(axis, end + timedelta(days=1), room)
            painter.drawRect(QRectF(left, room.top(), right - left, room.height() - 1))
        painter.setPen(QPen(QColor(theme.border), 1))
        for month, _name in axis.months:
            x = _across(axis, month, room)
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
        left = _across(axis, self.begin, room)
        width = max(_across(axis, self.end + timedelta(days=1), room) - left, SHORTEST)
        left = min(left, room.right() - width)
        bar = QRectF(left, room.center().y() - THICK / 2, width, THICK)
        fill, frame = {
            BarLook.DECIDES: (theme.accent.strong, theme.accent.strong),
            BarLook.WAITS: (theme.accent.soft, theme.accent.strong),
            BarLook.DONE: (theme.success.soft, theme.success.strong),
        }[self.look]
        painter.setPen(QPen(QColor(frame), 1.4))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(bar, 4, 4)
        painter.setFont(scaled(font, 14 / 15))
        painter.setPen(QColor(theme.neutral.dark))
        taken = painter.fontMetrics().horizontalAdvance(self.beside)
        after = bar.right() + BETWEEN
        edge = room.right()
        if axis.day is not None and (day := _across(axis, axis.day, room)) > bar.right():
            edge = day
        before = bar.left() - BETWEEN - taken
        x = before if after + taken > edge and before >= room.left() else after
        place = QRectF(max(x, room.left()), room.top(), taken + 2, room.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.beside)


def _across(axis: Axis, day: date, room: QRectF) -> float:
    return room.left() + room.width() * axis.at(day)


class AxisHead(QWidget):
    """What stands above the bars, in the width of their column: months, and the words for today and the day."""

    def __init__(self, grid: Grid, column: int) -> None:
        super().__init__()
        self.grid, self.column = grid, column
        self.axis: Axis | None = None
        self.marks = AxisMarks(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid.viewport().installEventFilter(self)

    def show_axis(self, axis: Axis) -> None:
        """Draw another time."""
        if axis != self.axis:
            self.axis = axis
            names = [name for _month, name in axis.months]
            self.setAccessibleName(_("Fra {first} til {last}").format(first=names[0], last=names[-1]) if names else "")
            self.update()
            self.marks.update()

    def sizeHint(self) -> QSize:
        """Return two lines of words."""
        return QSize(200, 2 * QFontMetrics(self._font(strong=True)).lineSpacing() + 4)

    def room(self) -> QRectF:
        """Return where the time stands across, in the grid's own pixels."""
        left = self.grid.columnViewportPosition(self.column) + PAD
        return QRectF(left, 0, self.grid.columnWidth(self.column) - 2 * PAD, self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the lines over all rows as the list changes its size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.marks.setGeometry(self.grid.viewport().rect())
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw months below, today and the day above."""
        if self.axis is None:
            return
        painter, room, theme = QPainter(self), self.room(), worn()
        painter.setFont(self._font(strong=False))
        line = painter.fontMetrics().lineSpacing()
        painter.setPen(QColor(theme.neutral.text))
        end = room.left()
        month_room = room.width() * DAYS / ((self.axis.last - self.axis.first).days + 1)
        widest = max((painter.fontMetrics().horizontalAdvance(name) for _month, name in self.axis.months), default=0)
        for month, name in self.axis.months:
            x = _across(self.axis, month, room) + 3
            shown = name if widest + 8 <= month_room else name[:3]
            width = painter.fontMetrics().horizontalAdvance(shown)
            if x >= end and x + width <= room.right():
                painter.drawText(QPointF(x, self.height() - 6), shown)
                end = x + width + 8
        painter.setFont(self._font(strong=True))
        taken = room.left()
        for day, words, tone in self._marked():
            width = painter.fontMetrics().horizontalAdvance(words)
            x = min(max(_across(self.axis, day, room) - width / 2, taken), room.right() - width)
            painter.setPen(QColor(tone))
            painter.drawText(QPointF(x, line - 4), words)
            taken = x + width + 8

    def _marked(self) -> list[tuple[date, str, str]]:
        axis, theme = self.axis, worn()
        if axis is None:
            return []
        found = [(axis.today, _("i dag"), theme.neutral.dark)]
        if axis.day is not None:
            words = _("påkobling {day}").format(day=formatting.short_day(axis.day))
            found.append((axis.day, words, theme.accent.text))
        return sorted(found)

    def _font(self, *, strong: bool) -> QFont:
        return scaled(self.font(), 14 / 16, strong=strong) if QFontInfo(self.font()).pixelSize() else self.font()


class AxisMarks(QWidget):
    """The lines for today and the day, over all rows; the mouse goes through it."""

    def __init__(self, head: AxisHead) -> None:
        super().__init__(head.grid.viewport())
        self._head = head
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a dashed line for today and a whole one for the day."""
        axis, grid = self._head.axis, self._head.grid
        if axis is None or grid.isColumnHidden(self._head.column):
            return
        painter, room, theme = QPainter(self), self._head.room(), worn()
        bottom = min(self.height(), grid.verticalHeader().length() - grid.verticalScrollBar().value())
        for day, tone, style in (
            (axis.today, theme.neutral.dark, Qt.PenStyle.DashLine),
            (axis.day, theme.accent.text, Qt.PenStyle.SolidLine),
        ):
            if day is not None:
                x = _across(axis, day, room)
                painter.setPen(QPen(QColor(tone), 1.6, style))
                painter.drawLine(QPointF(x, 0), QPointF(x, bottom))


def deciding(painter: QPainter, room: QRectF) -> None:
    """Paint the bar of what decides, for a legend."""
    _swatch(painter, room, worn().accent.strong)


def waiting(painter: QPainter, room: QRectF) -> None:
    """Paint the bar of what can wait, for a legend."""
    _swatch(painter, room, worn().accent.soft)


def _swatch(painter: QPainter, room: QRectF, fill: str) -> None:
    painter.setPen(QPen(QColor(worn().accent.strong), 1.4))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 4, 4)
