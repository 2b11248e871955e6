"""The canvas that a room sees: one showing, painted as large as the screen allows, or black."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digisos_wizard.export.drawing.scene import Pen, Scene
from digisos_wizard.ui.widgets.charts.scene_view import Draw, paint_scene
from digisos_wizard.ui.widgets.look.dress import worn

from .fit import WRAPPED, fitted, font_of
from .marks import draw_bars, draw_clock, draw_progress
from .showing import Showing

BESIDE_POINTS = 0.66
"""How much of the height a drawing may take where points stand below it."""
ACROSS, DOWN = 16, 9
"""A screen's shape: sizes are in tenths of a sixteenth of its width or of a ninth of its height."""
SCENE_TEXT = 16
SCENE_WIDTHS = (560, 640, 720, 820, 940, 1080, 1240, 1420, 1640)
"""Widths that a drawing is tried at, in pixels before it is magnified; the narrowest that fits is the largest."""


class Canvas(QWidget):
    """Paints a showing; takes the focus, so that keys lead on."""

    def __init__(self) -> None:
        super().__init__()
        self.showing = Showing("")
        self.blank = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 90)

    def sizeHint(self) -> QSize:
        """Return the shape of a screen."""
        return QSize(ACROSS * 20, DOWN * 20)

    def show_now(self, showing: Showing, *, blank: bool = False) -> None:
        """Paint another showing, where it differs; black while blank."""
        if showing != self.showing or blank is not self.blank:
            self.showing, self.blank = showing, blank
            self.setAccessibleName(showing.text)
            self.setAccessibleDescription(showing.told())
            self.update()

    @property
    def unit(self) -> float:
        """The measure that all sizes follow, in pixels."""
        return min(self.width() / ACROSS, self.height() / DOWN) / 10

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint heading, text, what is below it, and the footer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("#000000" if self.blank else worn().page))
        if not self.blank:
            self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        unit, showing = self.unit, self.showing
        left, width = 7 * unit, self.width() - 14 * unit
        self._head(painter, QRectF(left, 5 * unit, width, 5 * unit))
        self._foot(painter, QRectF(left, self.height() - 8 * unit, width, 4 * unit))
        draw_progress(painter, QRectF(0, self.height() - 1.2 * unit, self.width(), 1.2 * unit), showing.done)
        body = QRectF(left, 12 * unit, width, self.height() - 22 * unit)
        below = bool(showing.points or showing.bars or showing.draw)
        share = 0.36 if below else 1.0
        text = fitted(
            showing.text,
            (body.width(), body.height() * share),
            (2.6 * unit, _largest(showing) * unit),
            strong=True,
        )
        painter.setPen(QColor(worn().neutral.dark))
        painter.setFont(text.font)
        top = body.top() if below else body.top() + max(0.0, (body.height() - text.height) * 0.42)
        painter.drawText(QRectF(left, top, body.width(), text.height + unit), WRAPPED, text.text)
        if below:
            rest = body.adjusted(0, text.height + 3 * unit, 0, 0)
            self._below(painter, rest)

    def _head(self, painter: QPainter, area: QRectF) -> None:
        unit, showing = self.unit, self.showing
        painter.fillRect(QRectF(0, 0, self.width(), 1.6 * unit), QColor(worn().accent.strong))
        font = font_of(3.4 * unit, strong=True)
        painter.setFont(font)
        taken = QFontMetricsF(font).horizontalAdvance(showing.place)
        painter.setPen(QColor(worn().neutral.text))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, showing.place)
        painter.setPen(QColor(worn().accent.text))
        room = area.width() - taken - 4 * unit
        words = QFontMetricsF(font).elidedText(showing.heading, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _foot(self, painter: QPainter, area: QRectF) -> None:
        unit, showing = self.unit, self.showing
        taken = 0.0
        if showing.clock is not None and showing.clock.words:
            taken = draw_clock(painter, area, showing.clock)
        font = font_of(2.4 * unit)
        painter.setFont(font)
        painter.setPen(QColor(worn().neutral.text))
        words = QFontMetricsF(font).elidedText(
            showing.footer, Qt.TextElideMode.ElideRight, area.width() - taken - 4 * unit
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _below(self, painter: QPainter, area: QRectF) -> None:
        showing = self.showing
        if showing.draw is not None:
            share = BESIDE_POINTS if showing.points else 1.0
            room = QRectF(area.topLeft(), QSizeF(area.width(), area.height() * share))
            high = self._scene(painter, room, showing.draw)
            if showing.points:
                self._points(painter, area.adjusted(0, high + 3 * self.unit, 0, 0))
        elif showing.bars:
            draw_bars(painter, area, showing.bars, self.unit)
        else:
            self._points(painter, area)

    def _points(self, painter: QPainter, area: QRectF) -> None:
        """Write the points below each other, in the same size, as large as they all fit."""
        unit = self.unit
        bullet = 3.5 * unit
        room = (area.width() - bullet, area.height())
        spaced = "\n".join(self.showing.points)
        gap = 1.0 * unit
        high = area.height() - gap * len(self.showing.points)
        whole = fitted(spaced, (room[0], high), (1.8 * unit, 5.2 * unit))
        metrics = QFontMetricsF(whole.font)
        painter.setFont(whole.font)
        top = area.top()
        for point in whole.text.split("\n"):
            rect = metrics.boundingRect(QRectF(0, 0, room[0], area.height() * 4), WRAPPED, point)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn().accent.strong))
            size = metrics.height() * 0.28
            painter.drawRect(QRectF(area.left(), top + metrics.height() * 0.38, size, size))
            painter.setPen(QColor(worn().neutral.dark))
            painter.drawText(QRectF(area.left() + bullet, top, room[0], rect.height() + unit), WRAPPED, point)
            top += rect.height() + gap

    def _scene(self, painter: QPainter, area: QRectF, draw: Draw) -> float:
        """Paint a drawing as large as the area allows; return how high it is."""
        fonts = font_of(SCENE_TEXT), font_of(SCENE_TEXT, strong=True)
        metrics = QFontMetricsF(fonts[0]), QFontMetricsF(fonts[1])
        pen = Pen(SCENE_TEXT, lambda text, _size, strong: metrics[strong].horizontalAdvance(text))
        scene: Scene = draw(float(SCENE_WIDTHS[-1]), pen)
        for width in SCENE_WIDTHS:
            tried = draw(float(width), pen)
            if tried.height * area.width() / max(tried.width, 1) <= area.height():
                scene = tried
                break
        scale = min(area.width() / max(scene.width, 1), area.height() / max(scene.height, 1))
        painter.save()
        painter.translate(area.left() + (area.width() - scene.width * scale) / 2, area.top())
        painter.scale(scale, scale)
        if scene.size != SCENE_TEXT:
            fonts = font_of(scene.size), font_of(scene.size, strong=True)
        paint_scene(painter, scene, fonts)
        painter.restore()
        return scene.height * scale


def _largest(showing: Showing) -> float:
    """Return the largest size of the big text, in units: smaller with something below it, and beside a drawing."""
    if showing.draw is not None:
        return 6.4
    return 8 if showing.points or showing.bars else 17
