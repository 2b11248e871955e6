"""Scenes on paper: a flowable that paints one, and the pages that they stand on."""

from collections.abc import Mapping

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from digisos_wizard.export import palette
from digisos_wizard.export.drawing.scene import Arrow, Box, Line, Pen, Scene, Side, Tone, Words
from digisos_wizard.export.fonts import REGULAR, SEMIBOLD, Typesetter, register
from digisos_wizard.export.paper.tags import Element, Role, content_of

FILLS: Mapping[Tone, tuple[str, str, float, str]] = {
    Tone.PLAIN: (palette.SUNKEN, palette.STRONG_LINE, 0.6, palette.INK),
    Tone.ACCENT: (palette.ACCENT_SOFT, palette.ACCENT, 0.8, palette.INK),
    Tone.GOOD: (palette.SUCCESS_MODERATE, palette.SUCCESS_TEXT, 1.0, palette.INK),
    Tone.STRONG: (palette.ACCENT_DARK, palette.ACCENT_DARK, 1.0, palette.PAPER),
    Tone.GONE: (palette.PAPER, palette.STRONG_LINE, 0.8, palette.MUTED),
}
"""Fill, frame, weight of the frame, text; what falls away has a dashed frame."""


def pen(size: float) -> Pen:
    """Return a pen that measures as paper sets."""
    register()
    return Pen(size, lambda text, points, strong: stringWidth(text, SEMIBOLD if strong else REGULAR, points))


class Picture(Flowable):
    """A scene as a block of a document."""

    def __init__(self, scene: Scene, typesetter: Typesetter) -> None:
        super().__init__()
        self._scene = scene
        self.element = Element(Role.FIGURE, alt=scene.told)
        self._set = typesetter.text

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size of the scene."""
        return self._scene.width, self._scene.height

    def draw(self) -> None:
        """Paint lines first, then boxes over them, then marks and words."""
        x, y = self.canv.absolutePosition(0, 0)
        self.element.box = (x, y, x + self._scene.width, y + self._scene.height)
        with content_of(self.canv, self.element):
            self._paint()

    def _paint(self) -> None:
        for line in self._scene.lines:
            if not line.strong:
                self._line(line)
        for arrow in self._scene.arrows:
            self._arrow(arrow)
        for box in self._scene.boxes:
            self._box(box)
        for line in self._scene.lines:
            if line.strong:
                self._line(line)
        for words in self._scene.words:
            self._words(words)

    def _up(self, y: float) -> float:
        return self._scene.height - y

    def _line(self, line: Line) -> None:
        canvas = self.canv
        canvas.setStrokeColor(HexColor(palette.INK if line.strong else palette.LINE))
        canvas.setLineWidth(1.1 if line.strong else 0.5)
        canvas.setDash(*((3, 2) if line.dashed else ()))
        canvas.line(line.start[0], self._up(line.start[1]), line.end[0], self._up(line.end[1]))
        canvas.setDash()

    def _arrow(self, arrow: Arrow) -> None:
        canvas = self.canv
        canvas.setStrokeColor(HexColor(palette.STRONG_LINE))
        canvas.setFillColor(HexColor(palette.STRONG_LINE))
        canvas.setLineWidth(0.7 * arrow.weight)
        (x1, y1), (x2, y2) = arrow.start, arrow.end
        (bx, by), (cx, cy) = arrow.bends
        canvas.bezier(x1, self._up(y1), bx, self._up(by), cx, self._up(cy), x2, self._up(y2))
        path = canvas.beginPath()
        for position, (x, y) in enumerate(arrow.tip):
            (path.moveTo if position == 0 else path.lineTo)(x, self._up(y))
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)

    def _box(self, box: Box) -> None:
        canvas = self.canv
        fill, frame, weight, ink = FILLS[box.tone]
        canvas.setFillColor(HexColor(fill))
        canvas.setStrokeColor(HexColor(frame))
        canvas.setLineWidth(weight)
        canvas.setDash(*((3, 2) if box.tone is Tone.GONE else ()))
        canvas.roundRect(box.x, self._up(box.y + box.height), box.width, box.height, 3, stroke=1, fill=1)
        canvas.setDash()
        canvas.setFillColor(HexColor(ink))
        size = self._scene.size
        line = size * 1.3
        y = box.y + (box.height - line * len(box.lines)) / 2 + size
        for position, text in enumerate(box.lines):
            canvas.setFont(SEMIBOLD if position < box.strong else REGULAR, size)
            at = self._up(y + position * line)
            if box.middle:
                canvas.drawCentredString(box.x + box.width / 2, at, self._set(text))
            else:
                canvas.drawString(box.x + size * 0.7, at, self._set(text))

    def _words(self, words: Words) -> None:
        canvas = self.canv
        font, size = SEMIBOLD if words.strong else REGULAR, self._scene.size
        if words.plate:
            self._plate(words, stringWidth(self._set(words.text), font, size))
        canvas.setFont(font, size)
        canvas.setFillColor(HexColor(palette.MUTED if words.muted else palette.INK))
        draw = {
            Side.LEFT: canvas.drawString,
            Side.MIDDLE: canvas.drawCentredString,
            Side.RIGHT: canvas.drawRightString,
        }[words.side]
        draw(words.x, self._up(words.y), self._set(words.text))

    def _plate(self, words: Words, width: float) -> None:
        canvas, size = self.canv, self._scene.size
        shift = {Side.LEFT: 0.0, Side.MIDDLE: width / 2, Side.RIGHT: width}[words.side]
        canvas.setFillColor(HexColor(palette.PAPER))
        canvas.rect(words.x - shift - 1, self._up(words.y + size * 0.3), width + 2, size * 1.2, stroke=0, fill=1)
