"""What matters most: a bar for each assumption, from the present value when it is lower to when it is higher."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.rules.benefits.what_if import Cause, Effect
from digisos_wizard.ui.widgets.look.dress import worn

ROW = 38
TOP = 30


class Tornado(QWidget):
    """Bars around the planned present value, the widest on top; plain is lower, hatched is higher."""

    def __init__(self, title: str, names: Mapping[Cause, str]) -> None:
        super().__init__()
        self._names = names
        self._effects: Sequence[Effect] = ()
        self._planned = Decimal(0)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_effects(self, effects: Sequence[Effect], planned: Decimal) -> None:
        """Draw other effects; none takes no room."""
        if (tuple(effects), planned) == (tuple(self._effects), self._planned):
            return
        self._effects, self._planned = effects, planned
        self.setFixedHeight(TOP + ROW * len(effects) + 8 if effects else 0)
        self.setAccessibleDescription("; ".join(self._words(effect) for effect in effects))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of all bars."""
        return QSize(640, TOP + ROW * len(self._effects) + 8)

    def _words(self, effect: Effect) -> str:
        text = _("{name}: {lower} hvis lavere, {higher} hvis høyere")
        return text.format(
            name=self._names[effect.cause],
            lower=formatting.money(effect.lower),
            higher=formatting.money(effect.higher),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw names, bars and figures at their ends."""
        if not self._effects:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = self.width() * 0.32
        ends = 92.0
        low = min(min(effect.lower, effect.higher) for effect in self._effects)
        high = max(max(effect.lower, effect.higher) for effect in self._effects)
        span = float(max(high, self._planned) - min(low, self._planned)) or 1.0
        left, right = names + ends, self.width() - ends

        def x(value: Decimal) -> float:
            return left + float(value - min(low, self._planned)) / span * (right - left)

        middle = x(self._planned)
        painter.setPen(QColor(worn().neutral.text))
        title = _("Planlagt nåverdi: {amount}").format(amount=formatting.money(self._planned))
        painter.drawText(QRectF(0, 0, self.width(), TOP - 6), Qt.AlignmentFlag.AlignLeft, title)
        for position, effect in enumerate(self._effects):
            y = TOP + ROW * position
            painter.setPen(QColor(worn().neutral.dark))
            name = painter.fontMetrics().elidedText(
                self._names[effect.cause], Qt.TextElideMode.ElideRight, round(names - 8)
            )
            painter.drawText(
                QRectF(0, y, names, ROW - 8), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name
            )
            for value, pattern in (
                (effect.lower, Qt.BrushStyle.SolidPattern),
                (effect.higher, Qt.BrushStyle.BDiagPattern),
            ):
                self._bar(painter, (middle, x(value)), y, formatting.money(value), pattern)
        painter.setPen(QPen(QColor(worn().neutral.dark), 1.5))
        painter.drawLine(QPointF(middle, TOP - 2), QPointF(middle, TOP + ROW * len(self._effects) - 4))

    @staticmethod
    def _bar(painter: QPainter, ends: tuple[float, float], y: float, text: str, pattern: Qt.BrushStyle) -> None:
        start, end = ends
        place = QRectF(min(start, end), y + 2, abs(end - start), ROW - 14)
        painter.fillRect(place, QBrush(QColor(worn().accent.strong), pattern))
        painter.setPen(QPen(QColor(worn().accent.strong), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        painter.setPen(QColor(worn().neutral.text))
        rightwards = end > start
        room = QRectF(end + 4 if rightwards else end - 94, y, 90, ROW - 8)
        side = Qt.AlignmentFlag.AlignLeft if rightwards else Qt.AlignmentFlag.AlignRight
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, text)
