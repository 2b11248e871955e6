"""A scene on the screen: painted as wide as there is room, with boxes that lead somewhere, by pointer and by keys."""

from collections.abc import Callable, Collection, Mapping, Sequence
from math import inf

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
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
WAYS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Where the arrow keys lead, across and down."""


class SceneView(QWidget):
    """Paints what `draw` returns for the width there is; `chosen` tells the key of the box clicked or entered.

    Arrow keys go from box to box. What is `lit` stands out from the rest, the one `marked` most of all.
    """

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._draw: Draw | None = None
        self._scene: Scene | None = None
        self._widths: dict[tuple[str, bool], float] = {}
        self._size = 0
        self._here = ""
        self._lit: Collection[str] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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

    def light(self, marked: str, keys: Collection[str]) -> None:
        """Let boxes and what joins them stand out, and the keys go on from the one that is marked."""
        if (marked, keys) != (self._here, self._lit):
            self._here, self._lit = marked, keys
            self.update()

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
        between = (event.rect().top() - 60, event.rect().bottom() + 60)
        paint_scene(painter, self._scene, self._fonts(), between, self._lit)
        box = self._box(self._here)
        if box is not None and (self.hasFocus() or self._lit):
            width = 3.0 if self.hasFocus() else 2.4
            painter.setPen(QPen(QColor(worn().focus if self.hasFocus() else worn().accent.strong), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box.x + 1, box.y + 1, box.width - 2, box.height - 2), 6, 6)

    def _box(self, key: str) -> Box | None:
        return next((box for box in self._scene.boxes if box.key == key), None) if self._scene is not None else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first box where none is marked."""
        super().focusInEvent(event)
        if self._scene is not None and self._scene.boxes and self._box(self._here) is None:
            self._here = self._scene.boxes[0].key
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the nearest box that way, or choose the one where one is."""
        here, key = self._box(self._here), event.key()
        if here is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(here.key)
        elif here is not None and key in WAYS:
            found = self._nearest(here, WAYS[key])
            if found is not None:
                self._here = found.key
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, " ".join(found.lines)))
                self.update()
        else:
            super().keyPressEvent(event)

    def _nearest(self, here: Box, way: tuple[int, int]) -> Box | None:
        """Return the box that is nearest in a direction; one right ahead before one aside."""

        def distance(box: Box) -> float:
            ahead = (_middle(box)[0] - _middle(here)[0]) * way[0] + (_middle(box)[1] - _middle(here)[1]) * way[1]
            aside = (_middle(box)[0] - _middle(here)[0]) * way[1] + (_middle(box)[1] - _middle(here)[1]) * way[0]
            return ahead + 3 * abs(aside) if ahead > 1 else inf

        boxes = self._scene.boxes if self._scene is not None else ()
        found = min(boxes, key=distance, default=None)
        return found if found is not None and distance(found) < inf else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the cursor what can be clicked."""
        over = self._scene is not None and self._scene.at(event.position().x(), event.position().y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which box was clicked."""
        box = self._scene.at(event.position().x(), event.position().y()) if self._scene is not None else None
        if box is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(box.key)


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def paint_scene(
    painter: QPainter,
    scene: Scene,
    fonts: tuple[QFont, QFont],
    between: tuple[float, float] = (-inf, inf),
    lit: Collection[str] = (),
) -> None:
    """Paint a scene in fonts of its size, plain and strong; only what stands between two heights, `lit` in blue."""
    top, bottom = between
    _lines(painter, [line for line in scene.lines if not line.strong])
    for arrow in sorted(scene.arrows, key=lambda one: _is_lit(one, lit)):
        if min(arrow.start[1], arrow.end[1]) <= bottom and max(arrow.start[1], arrow.end[1]) >= top:
            _arrow(painter, arrow, lit=_is_lit(arrow, lit))
    for box in scene.boxes:
        if box.y <= bottom and box.y + box.height >= top:
            _box(painter, box, fonts, scene.size, lit=box.key in lit)
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


def _is_lit(arrow: Arrow, lit: Collection[str]) -> bool:
    return bool(lit) and all(key in lit for key in arrow.joins)


def _arrow(painter: QPainter, arrow: Arrow, *, lit: bool = False) -> None:
    colour = QColor(worn().accent.strong if lit else worn().neutral.strong)
    painter.setPen(QPen(colour, 1.2 * arrow.weight * (2 if lit else 1)))
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


def _box(painter: QPainter, box: Box, fonts: tuple[QFont, QFont], size: float, *, lit: bool = False) -> None:
    fill, frame, weight, ink = _tone(box.tone)
    pen = QPen(QColor(frame), weight)
    if box.tone is Tone.GONE:
        pen.setStyle(Qt.PenStyle.DashLine)
    if lit and box.tone is not Tone.STRONG:
        pen, fill = QPen(QColor(worn().accent.strong), 1.6), worn().accent.moderate
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
