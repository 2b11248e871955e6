"""The slides as PDF, 16:9, with title, points and sketches as on the screen of the meeting."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from digisos_wizard.export import fonts, palette
from digisos_wizard.export.drawing.paper import Picture, pen
from digisos_wizard.export.fonts import REGULAR, SEMIBOLD, Typesetter
from digisos_wizard.export.slides import layout as at
from digisos_wizard.export.slides.layout import Laid
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _
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
    canvas = Canvas(
        target,
        pagesize=(at.WIDTH, at.HEIGHT),
        invariant=1,
        lang="nb-NO",
        initialFontName=REGULAR,  # type: ignore[arg-type] # a name, whatever the stubs say
    )
    canvas.setTitle(f"{title} – {office}" if office else title)
    canvas.setAuthor(office)
    canvas.setCreator(_("Digisos-veiviser"))
    canvas.setDateFormatter(lambda *_moment: f"D:{figures.today:%Y%m%d}000000Z")
    canvas.showOutline()
    foot = " · ".join(filter(None, (office, formatting.day(figures.today))))
    for number, slide in enumerate(slides, start=1):
        canvas.bookmarkPage(f"s{number}")
        canvas.addOutlineEntry(slide.title, f"s{number}", 0)
        _paint(canvas, slide)
        _furnish(canvas, foot, number, stamp)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _up(y: float) -> float:
    return at.HEIGHT - y


def _paint(canvas: Canvas, slide: Laid) -> None:
    canvas.setFillColor(HexColor(palette.INK))
    leading = pen(slide.title_size).line
    for position, line in enumerate(slide.title_lines):
        canvas.setFont(SEMIBOLD, slide.title_size)
        canvas.drawString(at.MARGIN, _up(at.TITLE_TOP + slide.title_size + position * leading), line)
    if slide.drawing is not None:
        picture = Picture(slide.drawing, Typesetter())
        picture.drawOn(canvas, at.MARGIN, _up(at.BODY_TOP + slide.drawing.height))
    y = slide.top
    canvas.setFillColor(HexColor(palette.INK))
    for point in slide.points:
        canvas.setFont(REGULAR, slide.size)
        canvas.drawString(at.MARGIN, _up(y + slide.size), "•")
        for line in point.lines:
            canvas.drawString(at.MARGIN + at.INDENT, _up(y + slide.size), line)
            y += pen(slide.size).line
        y += at.GAP * slide.size


def _furnish(canvas: Canvas, foot: str, number: int, stamp: str) -> None:
    canvas.setFillColor(HexColor(palette.ACCENT_DARK))
    canvas.rect(0, at.HEIGHT - BAR, at.WIDTH, BAR, stroke=0, fill=1)
    canvas.setFillColor(HexColor(palette.MUTED))
    canvas.setFont(REGULAR, FOOT)
    canvas.drawString(at.MARGIN, 22, pen(FOOT).wrapped(foot, at.ROOM - 200, most=1)[0])
    canvas.drawRightString(at.WIDTH - at.MARGIN, 22, str(number))
    if stamp:
        width = stringWidth(stamp, SEMIBOLD, 18) + 24
        canvas.setStrokeColor(HexColor(palette.INK))
        canvas.setFillColor(HexColor(palette.INK))
        canvas.setLineWidth(1.6)
        canvas.rect(at.WIDTH - at.MARGIN - width - 40, 14, width, 28, stroke=1, fill=0)
        canvas.setFont(SEMIBOLD, 18)
        canvas.drawString(at.WIDTH - at.MARGIN - width - 28, 22, stamp)
