"""A track from 0 to 1 with how far one has come on it, a notch where one should be, and words beside."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, draw_icon

LONGEST, HEIGHT, GAP, SIGN = 104, 10, 12, 15


@dataclass(frozen=True, slots=True)
class Track:
    """How far: `share` None draws an empty track, more than 1 goes past its end; the words say the same.

    `warns` gives the words a sign. A `limit` is a notch where the good ends: what is past it is in the warning colour.
    """

    words: str
    share: float | None = None
    notch: float | None = None
    limit: float | None = None
    warns: bool = False
    told: bool = True

    def paint(self, painter: QPainter, room: QRectF, font: QFont) -> None:
        """Paint track, bar, notch and words."""
        length = min(room.width(), LONGEST) if self.told else room.width()
        track = QRectF(room.left(), room.center().y() - HEIGHT / 2, length, HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn().neutral.moderate))
        painter.drawRoundedRect(track, 3, 3)
        self._bar(painter, track)
        notch = self.limit if self.limit is not None else self.notch
        if notch is not None:
            at = track.left() + length * min(max(notch, 0.0), 1.0)
            painter.setPen(QPen(QColor(worn().neutral.dark), 2))
            painter.drawLine(QPointF(at, track.top() - 4), QPointF(at, track.bottom() + 4))
        if self.told:
            self._words(painter, room.adjusted(length + GAP, 0, 0, 0), font)

    def _bar(self, painter: QPainter, track: QRectF) -> None:
        share = min(max(self.share or 0.0, 0.0), 1.0)
        if not share:
            return
        over = self.limit is not None and share > self.limit
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor((worn().neutral if self.limit is not None else worn().accent).strong))
        bar = QRectF(track)
        bar.setWidth(track.width() * (self.limit or 0.0 if over else share))
        painter.drawRoundedRect(bar, 3, 3)
        if over:
            painter.setBrush(QColor(worn().warning.strong))
            past = QRectF(bar.right(), track.top(), track.width() * share - bar.width(), track.height())
            painter.drawRoundedRect(past, 3, 3)

    def _words(self, painter: QPainter, room: QRectF, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(QColor(worn().warning.text if self.warns else worn().neutral.dark))
        if self.warns:
            square = QRectF(room.left(), room.center().y() - SIGN / 2, SIGN, SIGN)
            painter.setBackground(QColor(worn().page))
            draw_icon(painter, square, Icon.STOP, QColor(worn().warning.text))
            room = room.adjusted(SIGN + 5, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
