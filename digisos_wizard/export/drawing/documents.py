"""The pictures as documents to print: the work process on A4, the benefit map on paper as large as it needs."""

from collections.abc import Iterator

from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

from digisos_wizard.export.document.model import Block, Column, Heading, NewPage, Table
from digisos_wizard.export.document.paper import Painter
from digisos_wizard.export.drawing import benefit_map, process
from digisos_wizard.export.drawing.paper import Picture, pen
from digisos_wizard.export.drawing.process import fitting
from digisos_wizard.export.drawing.scene import Scene
from digisos_wizard.export.paper.pages import BOTTOM, COLUMN, MARGIN, TOP
from digisos_wizard.export.paper.raster import Raster, raster
from digisos_wizard.export.paper.sheet import Sheet, printed, top
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures

SIZE, SMALLER = 9.0, 8.0
"""Size of text in the pictures, in points."""
HEADING = 24 * mm
"""Room that title and lead take."""


def build_process(figures: Figures) -> bytes:
    """Return the work process today and tomorrow, side by side."""
    sheet = Sheet()
    steps = figures.plan.mapping.steps
    title = _("Arbeidsprosessen før og etter")
    lead = _("Minutter hver gang et steg gjøres. Tallet i midten er det dere sparer digitalt.")
    story = top(sheet, title, lead)
    if not steps:
        story.append(sheet.paragraph(_("Ingen steg er lagt inn ennå."), sheet.styles.body))
    room = A4[1] - TOP - BOTTOM
    for first, last in _parts(len(steps), fitting(room - HEADING, pen(SIZE)), fitting(room, pen(SIZE))):
        if first:
            story.append(PageBreak())
        drawn = process.scene(figures, COLUMN, pen(SIZE), steps[first:last], first=first + 1)
        story.append(Picture(drawn, sheet.typesetter))
    return printed(sheet, figures, title, story)


def _parts(count: int, room: int, after: int) -> Iterator[tuple[int, int]]:
    """Yield first and one past the last step of every page; the first page and those after it have different room."""
    first = 0
    while first < count:
        yield first, min(first + room, count)
        first, room = first + room, after


def build_benefit_map(figures: Figures) -> bytes:
    """Return the benefit map on one page, and its links as a table after it."""
    sheet = Sheet()
    title = _("Gevinstkart")
    lead = _("Fra venstre mot høyre: hva som må være på plass, hva det fører til, og hva gevinstene er til for.")
    story = top(sheet, title, lead)
    if not figures.benefit_map.boxes:
        words = _("Kartet er tomt. Legg inn gevinster og bokser under Gevinster.")
        return printed(sheet, figures, title, [*story, sheet.paragraph(words, sheet.styles.body)])
    size, drawn = _fitted(figures)
    story.append(Picture(drawn, sheet.typesetter))
    if figures.benefit_map.links:
        links: list[Block] = [NewPage(), Heading(_("Koblingene i kartet")), _links(figures)]
        story += Painter(sheet, size[0] - 2 * MARGIN).story(links)
    return printed(sheet, figures, title, story, size)


def _fitted(figures: Figures) -> tuple[tuple[float, float], Scene]:
    """Return paper that the map fits on: A4, if need be with smaller text, A3, or A3 as long as it must be."""
    for size, text in ((landscape(A4), SIZE), (landscape(A4), SMALLER), (landscape(A3), SIZE)):
        drawn = benefit_map.scene(figures, size[0] - 2 * MARGIN, pen(text))
        if drawn.height <= size[1] - TOP - BOTTOM - HEADING:
            return size, drawn
    width = landscape(A3)[0]
    drawn = benefit_map.scene(figures, width - 2 * MARGIN, pen(SIZE))
    return (width, drawn.height + TOP + BOTTOM + HEADING), drawn


MAP_WIDTH = 960.0
"""Width of the picture alone, in points."""


def map_picture(figures: Figures, dots: int) -> Raster:
    """Return the benefit map alone as a picture with so many dots per inch."""
    # The pen measures with fonts that a typesetter loads.
    typesetter = Sheet().typesetter
    drawn = benefit_map.scene(figures, MAP_WIDTH, pen(SIZE))
    return raster(Picture(drawn, typesetter), drawn.width, drawn.height, dots)


def _links(figures: Figures) -> Table:
    known = {box.key: box.title for box in figures.benefit_map.boxes}
    rows = [
        (
            figures.content.option_label("MapLayer", box.layer.value),
            box.title,
            "; ".join(known[key] for key in box.leads_to),
        )
        for box in figures.benefit_map.boxes
        if box.leads_to
    ]
    return Table((Column(_("Lag"), 14), Column(_("Boks"), 36), Column(_("Leder til"), 50)), rows)
