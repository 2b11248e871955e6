"""Where things stand on a slide: sizes that fit, and text that has no room on slides of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digisos_wizard.export.drawing.paper import pen
from digisos_wizard.export.drawing.principles import Sheet, sketch
from digisos_wizard.export.drawing.scene import Scene
from digisos_wizard.export.fonts import Typesetter
from digisos_wizard.export.text import one_line, printable
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.told.slides import Slide, slides

WIDTH, HEIGHT = 960.0, 540.0
"""A slide in points, 16:9, as PowerPoint measures it."""
MARGIN = 54.0
ROOM = WIDTH - 2 * MARGIN
TITLE_TOP, BODY_TOP, BODY_END = 36.0, 136.0, 488.0
TITLES, SIZES = (38.0, 32.0, 26.0), (30.0, 26.0, 22.0)
"""Sizes of text, the largest that fits is taken."""
DRAWN, SMALLEST, LARGEST = 22.0, 190.0, 290.0
"""Size of text in sketches, and how high they are at least and at most."""
BETWEEN = 20.0
"""Between a sketch and the points below it."""
BESIDE = (24.0, 20.0)
"""Sizes of the points below a sketch."""
INDENT, GAP = 26.0, 0.5
"""Room for the mark of a point in points, and between points in sizes of the text."""
MOST = 2_000


@dataclass(frozen=True, slots=True)
class Point:
    """A point as text, and in the lines that it takes."""

    text: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A slide laid out, in points from the top left corner; the sketch's own coordinates begin at its corner."""

    title: str
    title_lines: tuple[str, ...]
    title_size: float
    points: tuple[Point, ...]
    size: float
    top: float
    drawing: Scene | None
    notes: str
    slide: Slide


def lay_out(figures: Figures) -> tuple[Laid, ...]:
    """Return every slide of the leader package, with more where own text is long."""
    return tuple(laid for slide in slides(figures) for laid in _slide(figures, slide))


def _slide(figures: Figures, slide: Slide) -> Iterator[Laid]:
    fit = Typesetter().text
    title = one_line(fit(slide.title)) or _("Uten tittel")
    title_size, title_lines = _fitting(title)
    texts = [text for point in slide.points if (text := one_line(fit(point)))]
    high = _drawn(texts) if slide.drawing else 0.0
    drawing = sketch(slide.drawing, figures, Sheet(ROOM, high, pen(DRAWN))) if slide.drawing else None
    top = BODY_TOP + (high + BETWEEN if drawing is not None else 0)
    size, pages = _pages(texts, BESIDE if drawing is not None else SIZES, BODY_END - top)
    for position, points in enumerate(pages):
        first = position == 0
        yield Laid(
            title if first else _("{title} (mer)").format(title=title),
            title_lines,
            title_size,
            points,
            size,
            top if first else BODY_TOP,
            drawing if first else None,
            fit(printable(slide.notes)) if first else "",
            slide,
        )


def _drawn(texts: Sequence[str]) -> float:
    """Return how high a sketch may be beside the points, in the largest size in which both have room."""
    for size in BESIDE:
        needed = sum(_height(Point(text, _lines(text, size)), size) for text in texts)
        high = BODY_END - BODY_TOP - BETWEEN - needed
        if high >= SMALLEST:
            return min(high, LARGEST)
    return SMALLEST


def _fitting(title: str) -> tuple[float, tuple[str, ...]]:
    for size in TITLES:
        lines = pen(size).wrapped(title, ROOM, strong=True, most=MOST)
        if len(lines) * pen(size).line <= BODY_TOP - TITLE_TOP - 4:
            return size, lines
    return TITLES[-1], pen(TITLES[-1]).wrapped(title, ROOM, strong=True, most=2)


def _pages(texts: Sequence[str], sizes: Sequence[float], room: float) -> tuple[float, list[tuple[Point, ...]]]:
    """Return the largest size in which all points fit, else the smallest on as many slides as it takes."""
    for size in sizes:
        points = tuple(Point(text, _lines(text, size)) for text in texts)
        if sum(_height(point, size) for point in points) <= room:
            return size, [points]
    size = sizes[-1]
    return size, list(_spread([Point(text, _lines(text, size)) for text in texts], size, room))


def _lines(text: str, size: float) -> tuple[str, ...]:
    return pen(size).wrapped(text, ROOM - INDENT, most=MOST)


def _height(point: Point, size: float) -> float:
    return len(point.lines) * pen(size).line + GAP * size


def _spread(points: Sequence[Point], size: float, room: float) -> Iterator[tuple[Point, ...]]:
    """Yield what fits on each slide; a point longer than a slide goes on on the next one."""
    page: list[Point] = []
    left = room
    waiting = list(points)
    while waiting:
        point = waiting.pop(0)
        if _height(point, size) <= left:
            page.append(point)
            left -= _height(point, size)
            continue
        fitting = int((left - GAP * size) / pen(size).line)
        if fitting >= 2 and len(point.lines) > fitting:
            page.append(Point(" ".join(point.lines[:fitting]), point.lines[:fitting]))
            waiting.insert(0, Point(" ".join(point.lines[fitting:]), point.lines[fitting:]))
        else:
            waiting.insert(0, point)
        yield tuple(page)
        page, left = [], BODY_END - BODY_TOP
    if page:
        yield tuple(page)
