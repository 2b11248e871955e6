"""The text for the screen in the reception, as slides; marked as a draft until the office is connected."""

from digisos_wizard.export import fonts
from digisos_wizard.export.drawing.paper import pen
from digisos_wizard.export.fonts import Typesetter
from digisos_wizard.export.handouts.leaflets import leaflet
from digisos_wizard.export.slides import layout as at
from digisos_wizard.export.slides.layout import Laid, Point
from digisos_wizard.export.slides.paper import painted
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.told.facts import connected_on, facts, filled
from digisos_wizard.model.told.slides import Slide

TITLE, TEXT = 46.0, 34.0
"""Sizes that are read from across the room."""


def build(figures: Figures, title: str) -> bytes:
    """Return the slides for the screen."""
    fonts.register()
    known = facts(figures)
    places = [place.id for place in figures.plan.decision.municipalities] or [""]
    ready = all(connected_on(figures, place) is not None for place in places)
    slides = [_laid(part.heading, filled(part.text, known)) for part in leaflet(figures, "info-screen").parts]
    stamp = "" if ready else _("UTKAST – ikke i produksjon")
    return painted(slides or [_laid(title, "")], figures, title, stamp=stamp)


def _laid(heading: str, text: str) -> Laid:
    fit = Typesetter().text
    title = one_line(fit(heading))
    points = []
    for line in filter(None, map(str.strip, text.splitlines())):
        plain = one_line(fit(line))
        points.append(Point(plain, pen(TEXT).wrapped(plain, at.ROOM - at.INDENT)))
    lines = pen(TITLE).wrapped(title, at.ROOM, strong=True, most=2)
    nothing = Slide("", title, (), "", "", ())
    return Laid(title, lines, TITLE, tuple(points), TEXT, at.BODY_TOP + 40, None, "", nothing)
