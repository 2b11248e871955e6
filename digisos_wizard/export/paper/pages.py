"""The paper of printed documents: page, margins, styles, header and footer; the same bytes for the same content."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from digisos_wizard.export import palette
from digisos_wizard.export.fonts import REGULAR, SEMIBOLD
from digisos_wizard.export.paper.canvas import TaggedCanvas
from digisos_wizard.export.paper.extras import Attachment
from digisos_wizard.export.paper.tags import Element, Role, artifact, content_of
from digisos_wizard.i18n import _, current

WIDTH, HEIGHT = A4
MARGIN = 18 * mm
TOP = 26 * mm
BOTTOM = 22 * mm
COLUMN = WIDTH - 2 * MARGIN
"""The width that text and tables fill, in points."""
TALLEST = 50 * mm
"""No cell gets taller, so that every row fits on what is left of a page without great gaps."""

FOOT = 12 * mm
"""Where office, day and page number stand, from the lower edge."""
NUMBER = 34 * mm
"""Room for the page number."""


@dataclass(frozen=True, slots=True)
class Face:
    """Typeface, colour and side of a style of text."""

    font: str = REGULAR
    colour: str = palette.INK
    right: bool = False


_SEMIBOLD = Face(font=SEMIBOLD)
_MUTED = Face(colour=palette.MUTED)


def _style(
    name: str, size: float, leading: float, face: Face, *, before: float = 0, after: float = 0
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=face.font,
        fontSize=size,
        leading=leading,
        textColor=HexColor(face.colour),
        alignment=2 if face.right else 0,
        spaceBefore=before,
        spaceAfter=after,
        splitLongWords=1,
    )


class Styles:
    """Every style of text in the document."""

    def __init__(self) -> None:
        self.title = _style("title", 26, 31, _SEMIBOLD, after=4)
        self.subtitle = _style("subtitle", 16, 21, Face(), after=10)
        self.heading = _style("heading", 16, 21, _SEMIBOLD, before=14, after=6)
        self.subheading = _style("subheading", 12, 16, _SEMIBOLD, before=8, after=4)
        self.status = _style("status", 13, 17, _SEMIBOLD)
        self.body = _style("body", 10, 13.5, Face(), after=4)
        self.cell = _style("cell", 9.5, 12.5, Face())
        self.strong = _style("strong", 9.5, 12.5, _SEMIBOLD)
        self.label = _style("label", 9.5, 12.5, _MUTED)
        self.figure = _style("figure", 9.5, 12.5, Face(right=True))
        self.detail = _style("detail", 9, 12, Face(), before=1)
        self.head = _style("head", 9, 12, _SEMIBOLD)
        self.figure_head = _style("figure_head", 9, 12, Face(font=SEMIBOLD, right=True))
        self.figure_strong = _style("figure_strong", 9.5, 12.5, Face(font=SEMIBOLD, right=True))
        self.small = _style("small", 8.5, 11, _MUTED)
        self.tiny = _style("tiny", 7.5, 9, _MUTED, after=1)
        self.reading = _style("reading", 11, 15, Face(), after=4)
        self.point = _style("point", 10, 13.5, Face(), after=1)
        self.point.leftIndent, self.point.bulletIndent, self.point.bulletFontName = 6 * mm, 1 * mm, REGULAR


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the document says of itself: on every page, and in its properties. All text is fit for the typeface."""

    title: str
    office: str
    day: str
    today: date
    attachments: tuple[Attachment, ...] = ()
    keywords: tuple[str, ...] = ()


class Text(Paragraph):
    """A paragraph that says what it is; its parts on several pages are one element."""

    element: Element | None = None
    """Made when first asked for; the parts of a split paragraph share it."""

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """Return the parts that fit, all of the same element."""
        parts: list[Flowable] = super().split(availWidth, availHeight)
        for position, part in enumerate(parts):
            if isinstance(part, Text):
                part.element = self.element
                if position and _begins_with_break(part) and not _ends_empty(parts[0]):
                    # The line that the break ended is the last one of the part before.
                    del part.frags[0]
        return parts

    def draw(self) -> None:
        """Draw the text as the content of its element."""
        with content_of(self.canv, self.element):
            super().draw()


def _begins_with_break(part: Text) -> bool:
    first: Any = part.frags[0] if part.frags else None
    return isinstance(first, list) and len(first) > 1 and bool(getattr(first[1][0], "lineBreak", False))


def _ends_empty(part: Any) -> bool:  # noqa: ANN401 - reportlab's types tell nothing of its lines
    """Tell whether the last line is empty: it is lost when the part is laid out anew, and the break stands for it."""
    words = getattr(part.blPara.lines[-1], "words", ())
    return not any(word.text for word in words)


def text(markup: str, style: ParagraphStyle, role: Role = Role.TEXT) -> Text:
    """Return a paragraph of marked-up text with a role."""
    made = Text(markup, style)
    made.element = Element(role)
    return made


_LEVELS = (Role.HEADING, Role.SUBHEADING)


class Heading(Text):
    """A heading with a place in the outline of the document; that in the style of a title is the document's own."""

    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle,
        *,
        key: str = "",
        outline: str = "",
        level: int = 0,
        **named: Any,  # noqa: ANN401 - reportlab's own
    ) -> None:
        super().__init__(text, style, **named)  # type: ignore[arg-type] # parts have no text, whatever the stubs say
        self.element = Element(Role.TITLE if style.name == "title" else _LEVELS[level])
        self._place = (key, outline, level)

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """Return the parts of a heading that is longer than the page; the outline points at the first."""
        parts = super().split(availWidth, availHeight)
        if parts and isinstance(parts[0], Heading):
            parts[0]._place = self._place  # noqa: SLF001 - a part of this one
        return parts

    def draw(self) -> None:
        """Draw the heading, and let the outline point at it."""
        key, outline, level = self._place
        if key:
            canvas = self.canv
            canvas.bookmarkHorizontal(key, 0, self.height + 12)
            canvas.addOutlineEntry(outline, key, level)
        super().draw()


class _Document(BaseDocTemplate):
    """Pages with header and footer; the number of pages is filled in when the last one has been laid."""

    def __init__(self, target: BytesIO, imprint: Imprint, size: tuple[float, float]) -> None:
        width, height = self._size = size
        super().__init__(
            target,
            pagesize=size,
            leftMargin=MARGIN,
            rightMargin=MARGIN,
            topMargin=TOP,
            bottomMargin=BOTTOM,
            title=f"{imprint.title} – {imprint.office}" if imprint.office else imprint.title,
            author=imprint.office,
            subject=imprint.day,
            keywords=list(imprint.keywords),
            creator=_("Digisos-veiviser"),
            producer=_("Digisos-veiviser"),
            lang=current().tag,
            invariant=1,
            initialFontName=REGULAR,
            displayDocTitle=True,
        )
        self._imprint = imprint
        frame = Frame(
            MARGIN,
            BOTTOM,
            width - 2 * MARGIN,
            height - TOP - BOTTOM,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._furnish))

    def _furnish(self, canvas: Canvas, _doc: BaseDocTemplate) -> None:
        """Draw header and footer."""
        if canvas.getPageNumber() == 1:
            self._tell(canvas)
        with artifact(canvas):
            self._head_and_foot(canvas)

    def _tell(self, canvas: Canvas) -> None:
        """Say on the first page what holds for the whole document."""
        canvas.showOutline()
        stamp = f"D:{self._imprint.today:%Y%m%d}000000Z"
        canvas.setDateFormatter(lambda *_moment: stamp)
        if isinstance(canvas, TaggedCanvas):
            told = canvas.furnishing
            told.title, told.author, told.subject = str(self.title), self._imprint.office, self._imprint.day
            told.language, told.stamp, told.attachments = current().tag, stamp, self._imprint.attachments

    def _head_and_foot(self, canvas: Canvas) -> None:
        imprint = self._imprint
        canvas.saveState()
        canvas.setFont(REGULAR, 8.5)
        canvas.setFillColor(HexColor(palette.MUTED))
        canvas.setStrokeColor(HexColor(palette.LINE))
        canvas.setLineWidth(0.5)
        width, height = self._size
        top = height - 15 * mm
        room = width - 2 * MARGIN
        canvas.drawString(MARGIN, top, fitted(f"{imprint.title} · {imprint.office}".strip(" ·"), room))
        canvas.line(MARGIN, top - 2.5 * mm, width - MARGIN, top - 2.5 * mm)
        foot = _(" · {day}").format(day=imprint.day) if imprint.office else imprint.day
        office = fitted(imprint.office, room - stringWidth(foot, REGULAR, 8.5) - NUMBER)
        canvas.drawString(MARGIN, FOOT, f"{office}{foot}")
        self._number(canvas, FOOT, width)
        canvas.restoreState()

    @staticmethod
    def _number(canvas: Canvas, height: float, width: float) -> None:
        before = _("Side {page} av ").format(page=canvas.getPageNumber())
        start = width - MARGIN - stringWidth(f"{before}000", REGULAR, 8.5)
        canvas.drawString(start, height, before)
        canvas.translate(start + stringWidth(before, REGULAR, 8.5), height)
        if isinstance(canvas, TaggedCanvas):
            canvas.draw_total()


def fitted(text: str, room: float, size: float = 8.5) -> str:
    """Return the text, ended with an ellipsis where it is wider than the room."""
    if stringWidth(text, REGULAR, size) <= room:
        return text
    while text and stringWidth(f"{text} …", REGULAR, size) > room:
        text = text[:-1]
    return f"{text.rstrip()} …"


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF and how many pages it has."""

    data: bytes
    pages: int


def print_counted(story: Sequence[Flowable], imprint: Imprint, size: tuple[float, float] = A4) -> Printed:
    """Lay the story out on pages and return the PDF with its number of pages."""
    target = BytesIO()
    document = _Document(target, imprint, size)
    document.build(list(story), canvasmaker=TaggedCanvas)
    return Printed(target.getvalue(), document.page)


def print_pages(story: Sequence[Flowable], imprint: Imprint, size: tuple[float, float] = A4) -> bytes:
    """Lay the story out on pages and return the PDF."""
    return print_counted(story, imprint, size).data
