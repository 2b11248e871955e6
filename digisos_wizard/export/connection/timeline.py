"""The connection plan as a timeline on paper: A4 or A3, as many pages as it takes."""

from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

from digisos_wizard.export.drawing import gantt
from digisos_wizard.export.drawing.paper import Picture, pen
from digisos_wizard.export.paper.pages import BOTTOM, MARGIN, TOP
from digisos_wizard.export.paper.sheet import Sheet, printed, top
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures

SMALL = (8.0,)
LARGE = (11.0, 10.0, 9.0, 8.0, 7.0)
"""Sizes of text in points: on A4, and on a poster the largest that shows everything on one page."""
HEADING = 19 * mm
"""Room that title and lead take on the first page."""


def build(figures: Figures) -> bytes:
    """Return the timeline on A4 in landscape."""
    return _built(figures, landscape(A4), SMALL)


def build_poster(figures: Figures) -> bytes:
    """Return the timeline on A3 in landscape, to hang on a wall."""
    return _built(figures, landscape(A3), LARGE)


def _built(figures: Figures, size: tuple[float, float], texts: tuple[float, ...]) -> bytes:
    sheet = Sheet()
    title = _("Tidslinje mot påkobling")
    story = top(sheet, title, *_lead(figures))
    items = gantt.dated(figures)
    if not items:
        words = _("Ingen aktiviteter har dato ennå. Velg en påkoblingsdag under Påkoblingsplan.")
        return printed(sheet, figures, title, [*story, sheet.paragraph(words, sheet.styles.body)], size)
    room = size[1] - TOP - BOTTOM
    text = next((one for one in texts if gantt.fitting(room - HEADING, pen(one)) >= len(items)), texts[-1])
    count = gantt.fitting(room - HEADING, pen(text))
    shown, rest = items[:count], items[count:]
    while shown:
        drawn = gantt.scene(figures, size[0] - 2 * MARGIN, pen(text), shown)
        story += [Picture(drawn, sheet.typesetter), *([PageBreak()] if rest else [])]
        count = gantt.fitting(room, pen(text))
        shown, rest = rest[:count], rest[count:]
    return printed(sheet, figures, title, story, size)


def _lead(figures: Figures) -> list[str]:
    day = figures.schedule.day
    rest = [text] if (text := gantt.undated(figures)) else []
    if day is None:
        return rest
    words = _(
        "Påkobling {day}. Søylen går fra anbefalt start til frist. Kritisk er det som avgjør hvor tidlig dere kan."
    )
    return [words.format(day=formatting.day(day)), *rest]
