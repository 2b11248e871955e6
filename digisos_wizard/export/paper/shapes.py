"""Marks of state, drawn so that they say the same in black and white: each state has a shape and a word."""

from collections.abc import Callable

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from digisos_wizard.export import palette
from digisos_wizard.export.paper.canvas import TaggedCanvas
from digisos_wizard.export.paper.tags import Element, Role, Tagged, artifact, content_of
from digisos_wizard.model.terms import TaskState

SIZE = 9.0
"""Width and height of a mark, in points."""
GAP = 6.0


def draw_mark(canvas: Canvas, state: TaskState, x: float, y: float) -> None:
    """Draw the shape of a state with its lower left corner at (x, y): box, half box, ticked box or dashed box."""
    canvas.saveState()
    canvas.setStrokeColor(HexColor(palette.INK))
    canvas.setFillColor(HexColor(palette.INK))
    canvas.setLineWidth(1)
    canvas.setLineCap(1)
    canvas.rect(x, y, SIZE, SIZE, stroke=1, fill=0)
    _INSIDE[state](canvas, x, y)
    canvas.restoreState()


def _nothing(_canvas: Canvas, _x: float, _y: float) -> None:
    return


def _half(canvas: Canvas, x: float, y: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x, y)
    path.lineTo(x + SIZE, y)
    path.lineTo(x + SIZE, y + SIZE)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _tick(canvas: Canvas, x: float, y: float) -> None:
    canvas.setLineWidth(1.6)
    path = canvas.beginPath()
    path.moveTo(x + 1.9, y + 4.6)
    path.lineTo(x + 3.9, y + 2.3)
    path.lineTo(x + 7.4, y + 7)
    canvas.drawPath(path, stroke=1, fill=0)


def _dash(canvas: Canvas, x: float, y: float) -> None:
    canvas.setLineWidth(1.4)
    canvas.line(x + 2.2, y + SIZE / 2, x + SIZE - 2.2, y + SIZE / 2)


_INSIDE: dict[TaskState, Callable[[Canvas, float, float], None]] = {
    TaskState.OPEN: _nothing,
    TaskState.IN_PROGRESS: _half,
    TaskState.DONE: _tick,
    TaskState.NOT_RELEVANT: _dash,
}


class StateWords(Flowable):
    """The mark of a state with its words beside it, as wide as there is room."""

    def __init__(self, state: TaskState, words: Paragraph) -> None:
        super().__init__()
        self._state = state
        self._words = words
        self._height = 0.0

    @property
    def element(self) -> Element | None:
        """What the words are."""
        return self._words.element if isinstance(self._words, Tagged) else None

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Return the room taken: the words' height, at least the mark's."""
        _width, height = self._words.wrap(aW - SIZE - GAP, aH)
        self._height = max(height, SIZE + 2)
        return aW, self._height

    def draw(self) -> None:
        """Draw mark and words."""
        canvas = self.canv
        line = self._words.style.leading
        with artifact(canvas):
            draw_mark(canvas, self._state, 0.5, self._height - (line + SIZE) / 2)
        self._words.drawOn(canvas, SIZE + GAP, self._height - self._words.height)


class ShareBar(Flowable):
    """A bar for how much of all there is, with a frame so that it reads in black and white; its number stands by it."""

    def __init__(self, share: float, length: float, height: float, *, framed: bool, warns: bool = False) -> None:
        super().__init__()
        self._share = min(max(share, 0.0), 1.0)
        self._framed = framed
        full = palette.SUCCESS_TEXT if framed and self._share >= 1 else palette.ACCENT
        self._colour = palette.WARNING_TEXT if warns else full
        self.width, self.height = length, height

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """Return the size of the bar."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the frame of all, and what is reached within it."""
        canvas = self.canv
        with artifact(canvas):
            canvas.setLineWidth(0.5)
            canvas.setStrokeColor(HexColor(palette.STRONG_LINE))
            canvas.setFillColor(HexColor(palette.HEAD))
            if self._framed:
                canvas.rect(0, 1, self.width, self.height - 2, fill=1)
            if self._share:
                canvas.setFillColor(HexColor(self._colour))
                canvas.rect(0, 1, self.width * self._share, self.height - 2, stroke=int(not self._framed), fill=1)


class WritingLine(Flowable):
    """An empty line to write on with a pen, its caption below."""

    def __init__(self, caption: Paragraph, height: float = 34) -> None:
        super().__init__()
        self._caption = caption
        self._line = height
        self._below = 0.0

    @property
    def element(self) -> Element | None:
        """What the caption is."""
        return self._caption.element if isinstance(self._caption, Tagged) else None

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Return the room taken: air to write in, and the caption."""
        _width, self._below = self._caption.wrap(aW, aH)
        self.width = aW
        return aW, self._line + self._below + 2

    def draw(self) -> None:
        """Draw the line and its caption."""
        canvas = self.canv
        with artifact(canvas):
            canvas.setLineWidth(0.7)
            canvas.setStrokeColor(HexColor(palette.INK))
            canvas.line(0, self._below + 2, self.width - 10, self._below + 2)
        self._caption.drawOn(canvas, 0, 0)


class Drawn(Flowable):
    """A picture made by others, with what it says for who can't see it; one that says nothing new is for the eye."""

    def __init__(self, picture: Flowable, told: str) -> None:
        super().__init__()
        self._picture = picture
        self.element = Element(Role.FIGURE, alt=told) if told else None

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Return the size of the picture."""
        self.width, self.height = self._picture.wrap(aW, aH)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture."""
        if self.element is not None:
            x, y = self.canv.absolutePosition(0, 0)
            self.element.box = (x, y, x + self.width, y + self.height)
        with content_of(self.canv, self.element):
            self._picture.drawOn(self.canv, 0, 0)


class SignatureField(Flowable):
    """A frame with an empty field for a digital signature, and words that say so; other canvases show the frame."""

    def __init__(self, name: str, told: str, caption: Paragraph, height: float = 46) -> None:
        super().__init__()
        self._name = name
        self._told = told
        self._caption = caption
        self._height = height

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Return the room taken: the field, and its caption below."""
        _width, self._below = self._caption.wrap(aW, aH)
        self.width, self.height = aW, self._height + self._below + 3
        return self.width, self.height

    def draw(self) -> None:
        """Draw the frame, and put the field in it."""
        canvas = self.canv
        bottom = self._below + 3
        with artifact(canvas):
            canvas.setLineWidth(0.7)
            canvas.setStrokeColor(HexColor(palette.STRONG_LINE))
            canvas.setDash(2, 2)
            canvas.rect(0.5, bottom, self.width - 1, self._height - 1)
            canvas.setDash()
        if isinstance(canvas, TaggedCanvas):
            x, y = canvas.absolutePosition(0, bottom)
            canvas.signature_field(self._name, self._told, (x, y, x + self.width, y + self._height))
        self._caption.drawOn(canvas, 0, 0)
