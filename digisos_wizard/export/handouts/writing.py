"""Room to write in by hand: ruled lines, and boxes to tick with their words."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from digisos_wizard.export import palette
from digisos_wizard.export.fonts import REGULAR
from digisos_wizard.export.paper.shapes import GAP, SIZE, draw_mark
from digisos_wizard.model.terms import TaskState

LINE = 8 * mm
"""Between two lines written by hand."""


class WritingSpace(Flowable):
    """Ruled lines to write on, as wide as there is room."""

    def __init__(self, lines: int = 1) -> None:
        super().__init__()
        self._lines = lines

    def wrap(self, aW: float, _aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Return the room taken."""
        self.width = aW
        return aW, self._lines * LINE

    def draw(self) -> None:
        """Draw the lines."""
        canvas = self.canv
        canvas.setLineWidth(0.5)
        canvas.setStrokeColor(HexColor(palette.STRONG_LINE))
        for line in range(self._lines):
            canvas.line(0, line * LINE + 2, self.width, line * LINE + 2)


class Ticks(Flowable):
    """Boxes with words beside them, those chosen ticked; on as many lines as it takes. The words fit the typeface."""

    TEXT, LEADING = 9.0, 14.0

    def __init__(self, options: Sequence[tuple[str, bool]], between: float = 14.0) -> None:
        super().__init__()
        self._between = between
        self._options = options
        self._placed: list[tuple[float, int, str, bool]] = []
        self._lines = 1

    def wrap(self, aW: float, _aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Return the room taken."""
        x, line = 0.0, 0
        self._placed = []
        for words, ticked in self._options:
            width = SIZE + GAP + stringWidth(words, REGULAR, self.TEXT)
            if x and x + width > aW:
                x, line = 0.0, line + 1
            self._placed.append((x, line, words, ticked))
            x += width + self._between
        self._lines = line + 1
        return aW, self._lines * self.LEADING + 1

    def draw(self) -> None:
        """Draw boxes and words."""
        canvas = self.canv
        for x, line, words, ticked in self._placed:
            y = (self._lines - 1 - line) * self.LEADING + 3
            draw_mark(canvas, TaskState.DONE if ticked else TaskState.OPEN, x + 0.5, y - 1)
            canvas.setFont(REGULAR, self.TEXT)
            canvas.setFillColor(HexColor(palette.INK))
            canvas.drawString(x + SIZE + GAP, y, words)


class IfRoom(Flowable):
    """Something that is left out where a page has no room for it, rather than begin a page alone."""

    def __init__(self, part: Flowable, above: float = 8) -> None:
        super().__init__()
        self._part = part
        self._above = above
        self._shown = False

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Return the room taken, none where there is too little."""
        width, height = self._part.wrap(aW, aH)
        self._shown = height + self._above <= aH
        return (width, height + self._above) if self._shown else (0, 0)

    def draw(self) -> None:
        """Draw the part, if it has room."""
        if self._shown:
            self._part.drawOn(self.canv, 0, 0)
