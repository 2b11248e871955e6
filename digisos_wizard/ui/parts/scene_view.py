"""A scene on the screen: painted as wide as there is room, with boxes that lead somewhere when clicked."""

from collections.abc import Callable, Sequence
from math import inf

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from digisos_wizard.export.drawing.scene import Arrow, Box, Line, Pen, Scene, Side, Tone, Words
from digisos_wizard.ui.widgets.look.dress import worn

Draw = Callable[[float, Pen], Scene]
SMALLEST = 320
MOST_WIDTHS = 20_000
"""Measured texts that are remembered."""


class SceneView(QWidget):
    """Paints what `draw` returns for the width there is; `chosen` tells the key of the box clicked."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._draw: Draw | None = None
        self._scene: Scene | None = None
        self._widths: dict[tuple[str, bool], float] = {}
        self._size = 0
        self.setAccessibleName(name)
        self.setMinimumWidth(SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    @property
    def scene(self) -> Scene | None:
        """What is painted now."""
        return self._scene

    def show_scene(self, draw: Draw) -> None:
        """Paint another picture, where it differs."""
        self._draw = draw
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the picture out anew for another width."""
        super().resizeEvent(event)
        self._lay()

    def sizeHint(self) -> QSize:
        """Return the size of the picture."""
        return QSize(SMALLEST, round(self._scene.height) if self._scene else 40)

    def _lay(self) -> None:
        if self._draw is None:
            return
        plain, strong = self._fonts()
        metrics = {False: QFontMetricsF(plain), True: QFontMetricsF(strong)}
        if self._size != plain.pixelSize() or len(self._widths) > MOST_WIDTHS:
            self._size = plain.pixelSize()
            self._widths.clear()

        def measure(text: str, _size: float, bold: bool) -> float:
            width = self._widths.get((text, bold))
            if width is None:
                width = self._widths[text, bold] = metrics[bold].horizontalAdvance(text)
            return width

        pen = Pen(plain.pixelSize(), measure)
        scene = self._draw(float(max(self.width(), SMALLEST)), pen)
        if scene != self._scene:
            self._scene = scene
            self.setAccessibleDescription(scene.told)
            self.setFixedHeight(round(scene.height) + 2)
            self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        plain = QFont(self.font())
        plain.setPixelSize(max(round(self.fontInfo().pixelSize() * 0.88), 10))
        strong = QFont(plain)
        strong.setWeight(QFont.Weight.DemiBold)
        return plain, strong

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, the boxes over them, and the words; only what can be seen."""
        if self._scene is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_scene(painter, self._scene, self._fonts(), (event.rect().top() - 60, event.rect().bottom() + 60))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the cursor what can be clicked."""
        over = self._scene is not None and self._scene.at(event.position().x(), event.position().y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which box was clicked."""
        box = self._scene.at(event.position().x(), event.position().y()) if self._scene is not None else None
        if box is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(box.key)


def paint_scene(
    painter: QPainter, scene: Scene, fonts: tuple[QFont, QFont], between: tuple[float, float] = (-inf, inf)
) -> None:
    """Paint a scene in fonts of its size, plain and strong; only what stands between two heights."""
    top, bottom = between
    _lines(painter, [line for line in scene.lines if not line.strong])
    for arrow in scene.arrows:
        if min(arrow.start[1], arrow.end[1]) <= bottom and max(arrow.start[1], arrow.end[1]) >= top:
            _arrow(painter, arrow)
    for box in scene.boxes:
        if box.y <= bottom and box.y + box.height >= top:
            _box(painter, box, fonts, scene.size)
    _lines(painter, [line for line in scene.lines if line.strong])
    for words in scene.words:
        if top <= words.y <= bottom:
            _words(painter, words, fonts)


def _lines(painter: QPainter, lines: Sequence[Line]) -> None:
    for line in lines:
        pen = QPen(QColor(worn().neutral.dark if line.strong else worn().border), 1.6 if line.strong else 1.0)
        if line.dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(*line.start), QPointF(*line.end))


def _arrow(painter: QPainter, arrow: Arrow) -> None:
    colour = QColor(worn().neutral.strong)
    painter.setPen(QPen(colour, 1.2 * arrow.weight))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(QPointF(*arrow.start))
    first, second = arrow.bends
    path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*arrow.end))
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in arrow.tip]))


def _tone(tone: Tone) -> tuple[str, str, float, str]:
    """Return ground, frame and its weight, and ink."""
    theme = worn()
    return {
        Tone.PLAIN: (theme.neutral.soft, theme.neutral.strong, 1.0, theme.neutral.dark),
        Tone.ACCENT: (theme.accent.soft, theme.accent.strong, 1.2, theme.neutral.dark),
        Tone.GOOD: (theme.success.soft, theme.success.strong, 1.4, theme.neutral.dark),
        Tone.STRONG: (theme.accent.dark, theme.accent.dark, 1.4, theme.page),
        Tone.GONE: (theme.page, theme.neutral.strong, 1.2, theme.neutral.text),
    }[tone]


def _box(painter: QPainter, box: Box, fonts: tuple[QFont, QFont], size: float) -> None:
    fill, frame, weight, ink = _tone(box.tone)
    pen = QPen(QColor(frame), weight)
    if box.tone is Tone.GONE:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(QRectF(box.x + 1, box.y + 1, box.width - 2, box.height - 2), 6, 6)
    painter.setPen(QColor(ink))
    line = size * 1.3
    y = box.y + (box.height - line * len(box.lines)) / 2 + size
    for position, text in enumerate(box.lines):
        font = fonts[position < box.strong]
        painter.setFont(font)
        left = (box.width - QFontMetricsF(font).horizontalAdvance(text)) / 2 if box.middle else size * 0.7
        painter.drawText(QPointF(box.x + left, y + position * line), text)


def _words(painter: QPainter, words: Words, fonts: tuple[QFont, QFont]) -> None:
    painter.setFont(fonts[words.strong])
    painter.setPen(QColor(worn().neutral.text if words.muted else worn().neutral.dark))
    metrics = QFontMetricsF(fonts[words.strong])
    width = metrics.horizontalAdvance(words.text)
    shift = {Side.LEFT: 0.0, Side.MIDDLE: width / 2, Side.RIGHT: width}[words.side]
    if words.plate:
        plate = QRectF(words.x - shift - 2, words.y - metrics.ascent(), width + 4, metrics.height())
        painter.fillRect(plate, QColor(worn().page))
    painter.drawText(QPointF(words.x - shift, words.y), words.text)
