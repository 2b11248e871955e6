"""The slides as PDF, 16:9, with title, points and sketches as on the screen of the meeting."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from digisos_wizard.export import fonts, palette
from digisos_wizard.export.drawing.paper import Picture, pen
from digisos_wizard.export.fonts import REGULAR, SEMIBOLD, Typesetter
from digisos_wizard.export.paper.canvas import TaggedCanvas
from digisos_wizard.export.paper.extras import Furnishing
from digisos_wizard.export.paper.tags import Element, Role, artifact, content_of
from digisos_wizard.export.slides import layout as at
from digisos_wizard.export.slides.layout import Laid
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _, current
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures

FOOT = 13.0
BAR = 8.0
"""Height of the bar on top of a slide."""


def build(figures: Figures, title: str) -> bytes:
    """Return the leader package as PDF: the same bytes for the same plan on the same day."""
    fonts.register()
    return painted(at.lay_out(figures), figures, title)


def painted(slides: Sequence[Laid], figures: Figures, title: str, *, stamp: str = "") -> bytes:
    """Return slides as PDF; `stamp` stands in a frame on every one of them."""
    target = BytesIO()
    office = Typesetter().text(one_line(figures.plan.decision.office))
    size, tongue = (at.WIDTH, at.HEIGHT), current().tag
    canvas = TaggedCanvas(target, pagesize=size, invariant=1, lang=tongue, initialFontName=REGULAR)
    stamped, day = f"D:{figures.today:%Y%m%d}000000Z", formatting.day(figures.today)
    named = f"{title} – {office}" if office else title
    canvas.setTitle(named)
    canvas.setAuthor(office)
    canvas.setSubject(day)
    canvas.setCreator(_("Digisos-veiviser"))
    canvas.setProducer(_("Digisos-veiviser"))
    canvas.setDateFormatter(lambda *_moment: stamped)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    canvas.furnishing = Furnishing(named, office, day, tongue, stamped)
    foot = " · ".join(filter(None, (office, day)))
    for number, slide in enumerate(slides, start=1):
        canvas.bookmarkPage(f"s{number}")
        canvas.addOutlineEntry(slide.title, f"s{number}", 0)
        _paint(canvas, slide, Role.TITLE if number == 1 else Role.HEADING)
        _furnish(canvas, foot, number, stamp)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _up(y: float) -> float:
    return at.HEIGHT - y


def _paint(canvas: TaggedCanvas, slide: Laid, role: Role) -> None:
    canvas.setFillColor(HexColor(palette.INK))
    leading = pen(slide.title_size).line
    with content_of(canvas, Element(role)):
        for position, line in enumerate(slide.title_lines):
            canvas.setFont(SEMIBOLD, slide.title_size)
            canvas.drawString(at.MARGIN, _up(at.TITLE_TOP + slide.title_size + position * leading), line)
    if slide.drawing is not None:
        picture = Picture(slide.drawing, Typesetter())
        picture.drawOn(canvas, at.MARGIN, _up(at.BODY_TOP + slide.drawing.height))
    y = slide.top
    canvas.setFillColor(HexColor(palette.INK))
    for point in slide.points:
        with content_of(canvas, Element(Role.POINT_BODY, Element(Role.POINT))):
            canvas.setFont(REGULAR, slide.size)
            canvas.drawString(at.MARGIN, _up(y + slide.size), "•")
            for line in point.lines:
                canvas.drawString(at.MARGIN + at.INDENT, _up(y + slide.size), line)
                y += pen(slide.size).line
        y += at.GAP * slide.size


def _furnish(canvas: TaggedCanvas, foot: str, number: int, stamp: str) -> None:
    with artifact(canvas):
        canvas.setFillColor(HexColor(palette.ACCENT_DARK))
        canvas.rect(0, at.HEIGHT - BAR, at.WIDTH, BAR, stroke=0, fill=1)
        canvas.setFillColor(HexColor(palette.MUTED))
        canvas.setFont(REGULAR, FOOT)
        canvas.drawString(at.MARGIN, 22, pen(FOOT).wrapped(foot, at.ROOM - 200, most=1)[0])
        canvas.drawRightString(at.WIDTH - at.MARGIN, 22, str(number))
    if stamp:
        with content_of(canvas, Element(Role.TEXT)):
            _stamp(canvas, stamp)


def _stamp(canvas: TaggedCanvas, stamp: str) -> None:
    width = stringWidth(stamp, SEMIBOLD, 18) + 24
    canvas.setStrokeColor(HexColor(palette.INK))
    canvas.setFillColor(HexColor(palette.INK))
    canvas.setLineWidth(1.6)
    canvas.rect(at.WIDTH - at.MARGIN - width - 40, 14, width, 28, stroke=1, fill=0)
    canvas.setFont(SEMIBOLD, 18)
    canvas.drawString(at.WIDTH - at.MARGIN - width - 28, 22, stamp)
