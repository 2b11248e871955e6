"""A scene: boxes, lines and words in points from the top left corner, known to neither paper nor screen."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

Measure = Callable[[str, float, bool], float]
"""How wide a text is at a size, plain or strong."""

LEADING = 1.3
"""Height of a line of text, times its size."""
NARROWEST = 0.2
"""Width of the narrowest letters, times the size of the text; longer text than fits is not measured."""


class Tone(StrEnum):
    """What a box means; each is told apart without colour as well, by frame or weight."""

    PLAIN = "plain"
    ACCENT = "accent"
    STRONG = "strong"
    GOOD = "good"
    GONE = "gone"


class Side(StrEnum):
    """Where words stand at their place."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Box:
    """A rounded box with lines of text, the first `strong` of them in a strong face; `key` is what it stands for.

    The lines stand at the left, or in the `middle`.
    """

    key: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    tone: Tone
    strong: int = 0
    middle: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line with a tip from one place to another, bent so that it leaves and arrives straight.

    `weight` makes line and tip so many times as large, for pictures that are seen from afar. `joins` are the keys of
    the boxes at its ends, where it is told from others.
    """

    start: tuple[float, float]
    end: tuple[float, float]
    upright: bool = False
    weight: float = 1.0
    joins: tuple[str, str] = ("", "")

    @property
    def bends(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The control points of the curve."""
        (x1, y1), (x2, y2) = self.start, self.end
        if self.upright:
            middle = (y1 + y2) / 2
            return (x1, middle), (x2, middle)
        middle = (x1 + x2) / 2
        return (middle, y1), (middle, y2)

    @property
    def tip(self) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
        """The corners of the tip."""
        (x1, y1), (x, y) = self.start, self.end
        wide = 3 * self.weight
        if self.upright:
            back = 2 * wide if y >= y1 else -2 * wide
            return (x, y), (x - wide, y - back), (x + wide, y - back)
        back = 2 * wide if x >= x1 else -2 * wide
        return (x, y), (x - back, y - wide), (x - back, y + wide)


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line: of a grid, strong for a mark, dashed where another mark is to be told from it."""

    start: tuple[float, float]
    end: tuple[float, float]
    strong: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text on the ground; one on a plate hides the lines behind it."""

    x: float
    y: float
    text: str
    side: Side = Side.LEFT
    strong: bool = False
    muted: bool = False
    plate: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture with its size, the size of its text, and what it says in words for who can't see it."""

    width: float
    height: float
    size: float
    arrows: tuple[Arrow, ...]
    boxes: tuple[Box, ...]
    words: tuple[Words, ...]
    told: str
    lines: tuple[Line, ...] = ()

    def at(self, x: float, y: float) -> Box | None:
        """Return the box at a place."""
        return next(
            (box for box in self.boxes if box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height), None
        )


@dataclass(frozen=True, slots=True)
class Pen:
    """The size of text and how it is measured."""

    size: float
    measure: Measure

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * LEADING

    def wrapped(self, text: str, room: float, *, strong: bool = False, most: int = 4) -> tuple[str, ...]:
        """Return the text in lines that fit the room; what is more than `most` lines ends with an ellipsis."""
        lines: list[str] = []
        line = ""
        longest = int(most * room / (self.size * NARROWEST)) + 1
        for word in self._words(" ".join(text.split())[:longest], room, strong=strong):
            longer = f"{line} {word}" if line else word
            if line and self.measure(longer, self.size, strong) > room:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
        if len(lines) <= most:
            return tuple(lines)
        last = lines[most - 1]
        while last and self.measure(f"{last} …", self.size, strong) > room:
            last = last[:-1]
        return (*lines[: most - 1], f"{last.rstrip()} …")

    def _words(self, text: str, room: float, *, strong: bool) -> list[str]:
        """Return the words, those wider than the room in pieces."""
        pieces: list[str] = []
        for whole in text.split():
            word = whole
            while self.measure(word, self.size, strong) > room and len(word) > 1:
                wide = range(2, len(word) + 1)
                fitting = 1 + bisect_right(wide, room, key=lambda end: self.measure(word[:end], self.size, strong))
                pieces.append(word[:fitting])
                word = word[fitting:]
            pieces.append(word)
        return pieces
