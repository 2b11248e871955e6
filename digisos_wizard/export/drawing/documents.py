"""The pictures as documents to print: the work process on A4, the benefit map on paper as large as it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Spacer

from digisos_wizard.export import fonts
from digisos_wizard.export.drawing import benefit_map, process
from digisos_wizard.export.drawing.paper import Picture, pen
from digisos_wizard.export.drawing.process import fitting
from digisos_wizard.export.drawing.scene import Scene
from digisos_wizard.export.paper.blocks import Composer, Row, table
from digisos_wizard.export.paper.letter import LetterStyles
from digisos_wizard.export.paper.pages import BOTTOM, COLUMN, MARGIN, TOP, Heading, Imprint, print_pages
from digisos_wizard.export.pdfium import POINTS, opened
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures

SIZE, SMALLER = 9.0, 8.0
"""Size of text in the pictures, in points."""
HEADING = 24 * mm
"""Room that title and lead take."""


def build_process(figures: Figures) -> bytes:
    """Return the work process today and tomorrow, side by side."""
    composer = _composer()
    steps = figures.plan.mapping.steps
    title = _("Arbeidsprosessen før og etter")
    lead = _("Minutter hver gang et steg gjøres. Tallet i midten er det dere sparer digitalt.")
    story: list[Flowable] = _top(composer, title, lead)
    if not steps:
        story.append(composer.paragraph(_("Ingen steg er lagt inn ennå."), composer.styles.body))
    room = A4[1] - TOP - BOTTOM
    for first, last in _parts(len(steps), fitting(room - HEADING, pen(SIZE)), fitting(room, pen(SIZE))):
        if first:
            story.append(PageBreak())
        drawn = process.scene(figures, COLUMN, pen(SIZE), steps[first:last], first=first + 1)
        story.append(Picture(drawn, composer.typesetter))
    return _printed(composer, figures, title, story, A4)


def _parts(count: int, room: int, after: int) -> Iterator[tuple[int, int]]:
    """Yield first and one past the last step of every page; the first page and those after it have different room."""
    first = 0
    while first < count:
        yield first, min(first + room, count)
        first, room = first + room, after


def build_benefit_map(figures: Figures) -> bytes:
    """Return the benefit map on one page, and its links as a table after it."""
    composer = _composer()
    title = _("Gevinstkart")
    lead = _("Fra venstre mot høyre: hva som må være på plass, hva det fører til, og hva gevinstene er til for.")
    story: list[Flowable] = _top(composer, title, lead)
    if not figures.benefit_map.boxes:
        words = _("Kartet er tomt. Legg inn gevinster og bokser under Gevinster.")
        return _printed(composer, figures, title, [*story, composer.paragraph(words, composer.styles.body)], A4)
    size, drawn = _fitted(figures)
    story.append(Picture(drawn, composer.typesetter))
    if figures.benefit_map.links:
        story += [PageBreak(), *composer.heading(_("Koblingene i kartet")), _links(composer, figures, size[0])]
    return _printed(composer, figures, title, story, size)


def _fitted(figures: Figures) -> tuple[tuple[float, float], Scene]:
    """Return paper that the map fits on: A4, if need be with smaller text, A3, or A3 as long as it must be."""
    for size, text in ((landscape(A4), SIZE), (landscape(A4), SMALLER), (landscape(A3), SIZE)):
        drawn = benefit_map.scene(figures, size[0] - 2 * MARGIN, pen(text))
        if drawn.height <= size[1] - TOP - BOTTOM - HEADING:
            return size, drawn
    width = landscape(A3)[0]
    drawn = benefit_map.scene(figures, width - 2 * MARGIN, pen(SIZE))
    return (width, drawn.height + TOP + BOTTOM + HEADING), drawn


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as PNG, its size on paper in points, and its width in dots."""

    data: bytes
    width: float
    height: float
    dots: int


MAP_WIDTH = 960.0
"""Width of the picture alone, in points."""
LARGEST = 3_000_000
"""Dots in a picture; larger maps are drawn coarser."""
FAST = 1
"""How hard to pack the picture: drawings of flat colours get small anyway."""


def map_picture(figures: Figures, dots: int) -> Raster:
    """Return the benefit map alone as a picture with so many dots per inch."""
    composer = _composer()
    drawn = benefit_map.scene(figures, MAP_WIDTH, pen(SIZE))
    page = BytesIO()
    canvas = Canvas(page, pagesize=(drawn.width, drawn.height), invariant=1)
    Picture(drawn, composer.typesetter).drawOn(canvas, 0, 0)
    canvas.save()
    with opened(page.getvalue()) as document:
        scale = min(dots / POINTS, (LARGEST / (drawn.width * drawn.height)) ** 0.5)
        image = document[0].render(scale=scale).to_pil()
    png = BytesIO()
    image.save(png, "PNG", compress_level=FAST)
    return Raster(png.getvalue(), drawn.width, drawn.height, image.width)


def _links(composer: Composer, figures: Figures, width: float) -> Flowable:
    styles = composer.styles
    labels = figures.content
    rows = [Row([[composer.paragraph(text, styles.head)] for text in (_("Lag"), _("Boks"), _("Leder til"))])]
    known = {box.key: box.title for box in figures.benefit_map.boxes}
    for box in figures.benefit_map.boxes:
        if box.leads_to:
            cells = (
                labels.option_label("MapLayer", box.layer.value),
                box.title,
                "; ".join(known[key] for key in box.leads_to),
            )
            rows.append(Row([[composer.paragraph(cell, styles.cell)] for cell in cells]))
    room = width - 2 * MARGIN
    return table(rows, (room * 0.14, room * 0.36, room * 0.5), head=True, tight=True)


def _composer() -> Composer:
    fonts.register()
    return Composer(LetterStyles())


def _top(composer: Composer, title: str, lead: str) -> list[Flowable]:
    styles = composer.styles
    return [
        Heading(composer.markup(title), styles.title, key="top", outline=title),
        composer.paragraph(lead, styles.body),
        Spacer(0, 6),
    ]


def _printed(
    composer: Composer, figures: Figures, title: str, story: Sequence[Flowable], size: tuple[float, float]
) -> bytes:
    imprint = Imprint(
        title=title,
        office=composer.plain(one_line(figures.plan.decision.office)),
        day=formatting.day(figures.today),
        today=figures.today,
    )
    return print_pages(list(story), imprint, size)
