"""The slides as PowerPoint: titles and points are text to edit, sketches are shapes, notes are notes."""

from datetime import datetime
from io import BytesIO

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide as Page
from pptx.text.text import TextFrame
from pptx.util import Pt

from digisos_wizard.export import fonts, palette
from digisos_wizard.export.drawing.paper import FILLS
from digisos_wizard.export.drawing.scene import Arrow, Box, Scene, Side, Tone, Words
from digisos_wizard.export.slides import layout as at
from digisos_wizard.export.slides.layout import Laid
from digisos_wizard.export.text import one_line, printable
from digisos_wizard.export.zipped import repeatable
from digisos_wizard.i18n import _, current
from digisos_wizard.model import formatting
from digisos_wizard.model.content import Document
from digisos_wizard.model.figures import Figures

LONGEST_PROPERTY = 255
FOOT = 13.0


def build(figures: Figures, title: str) -> bytes:
    """Return the presentation: the same bytes for the same plan on the same day."""
    fonts.register()
    deck = pptx.Presentation()
    _prepare(deck)
    office = one_line(figures.plan.decision.office)
    _properties(deck, figures, title, office)
    foot = " · ".join(filter(None, (office, formatting.day(figures.today))))
    for number, laid in enumerate(at.lay_out(figures), start=1):
        _slide(deck, figures, laid, foot, number)
    target = BytesIO()
    deck.save(target)
    return repeatable(target.getvalue())


def _prepare(deck: Presentation) -> None:
    """Make the slides 16:9 with Norwegian words, and what new slides begin with as well."""
    ratio = Pt(at.WIDTH) / int(deck.slide_width or Pt(at.WIDTH))
    deck.slide_width, deck.slide_height = Pt(at.WIDTH), Pt(at.HEIGHT)
    names = {"Title and Content": _("Tittel og innhold"), "Title Only": _("Bare tittel"), "Blank": _("Tomt")}
    for layout in list(deck.slide_layouts):
        if layout.name not in names:
            deck.slide_layouts.remove(layout)
        else:
            layout._element.cSld.set("name", names[layout.name])  # noqa: SLF001 - python-pptx can't rename a layout
    for holder in (deck.slide_master, *deck.slide_layouts):
        for tag, side in (("a:off", "x"), ("a:ext", "cx")):
            for place in holder._element.iter(qn(tag)):  # noqa: SLF001 - the template is 4:3 throughout
                if place.get(side) is not None:
                    place.set(side, str(round(int(place.get(side)) * ratio)))
        for shape in holder.placeholders:
            for paragraph in shape.text_frame.paragraphs:
                for run in paragraph.runs:
                    run.text = _("Klikk for å skrive") if "Click" in run.text or "level" in run.text else run.text


def _properties(deck: Presentation, figures: Figures, title: str, office: str) -> None:
    told = deck.core_properties
    told.title, told.author, told.last_modified_by = title, office[:LONGEST_PROPERTY], office[:LONGEST_PROPERTY]
    told.subject, told.language, told.revision = formatting.day(figures.today), current().tag, 1
    told.comments = told.keywords = ""
    today = figures.today
    moment = datetime(today.year, today.month, today.day)  # noqa: DTZ001 - a day in the plan has no time zone
    told.created = told.modified = moment


def _slide(deck: Presentation, figures: Figures, laid: Laid, foot: str, number: int) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[0])
    bar = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Pt(at.WIDTH), Pt(8))
    bar.fill.solid()
    bar.fill.fore_color.rgb = _colour(palette.ACCENT_DARK)
    bar.line.fill.background()
    bar.name = _("Strek")
    _title(page, laid)
    _points(page, laid)
    if laid.drawing is not None:
        _draw(page, laid.drawing)
    _foot(page, foot, number)
    notes = page.notes_slide.notes_text_frame
    if notes is not None:
        notes.text = "\n".join(filter(None, (printable(laid.notes), _sources(figures, laid))))
        _tagged(notes)


def _sources(figures: Figures, laid: Laid) -> str:
    named = [source for source in laid.slide.sources if source.document is not Document.OWN]
    words = "; ".join(figures.content.source_label(source) for source in named)
    return _("Kilde: {words}").format(words=words) if words and laid.notes else ""


def _colour(token: str) -> RGBColor:
    red, green, blue = bytes.fromhex(token.removeprefix("#"))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call] # python-pptx leaves this one without types


def _place(shape: BaseShape, x: float, y: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Pt(x), Pt(y), Pt(width), Pt(height)


def _flush(frame: TextFrame, anchor: MSO_ANCHOR) -> None:
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)
    frame.vertical_anchor = anchor


def _tagged(frame: TextFrame) -> None:
    """Let the spelling checker know the language."""
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().set("lang", current().tag)  # noqa: SLF001 - python-pptx has no name for it


def _title(page: Page, laid: Laid) -> None:
    shape = page.shapes.title
    if shape is None:
        return
    _place(shape, at.MARGIN, at.TITLE_TOP, at.ROOM, at.BODY_TOP - at.TITLE_TOP - 4)
    frame = shape.text_frame
    _flush(frame, MSO_ANCHOR.TOP)
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    frame.text = laid.title
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    paragraph.font.size, paragraph.font.bold = Pt(laid.title_size), True
    paragraph.font.color.rgb = _colour(palette.INK)
    _tagged(frame)


def _points(page: Page, laid: Laid) -> None:
    body = page.placeholders[1]
    if not laid.points:
        body._element.getparent().remove(body._element)  # noqa: SLF001 - an empty box would say "click to add text"
        return
    _place(body, at.MARGIN, laid.top, at.ROOM, at.BODY_END - laid.top)
    frame = body.text_frame
    _flush(frame, MSO_ANCHOR.TOP)
    # Where the machine has a wider typeface, PowerPoint makes the text smaller.
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    for position, point in enumerate(laid.points):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        paragraph.text = point.text
        paragraph.font.size = Pt(laid.size)
        paragraph.font.color.rgb = _colour(palette.INK)
        paragraph.space_before, paragraph.space_after = Pt(0), Pt(at.GAP * laid.size)
    _tagged(frame)


def _foot(page: Page, foot: str, number: int) -> None:
    for x, width, text, side in (
        (at.MARGIN, at.ROOM - 80, foot, PP_ALIGN.LEFT),
        (at.WIDTH - at.MARGIN - 60, 60, str(number), PP_ALIGN.RIGHT),
    ):
        shape = page.shapes.add_textbox(Pt(x), Pt(at.HEIGHT - 38), Pt(width), Pt(20))
        frame = shape.text_frame
        _flush(frame, MSO_ANCHOR.MIDDLE)
        frame.text = text
        frame.paragraphs[0].alignment = side
        frame.paragraphs[0].font.size = Pt(FOOT)
        frame.paragraphs[0].font.color.rgb = _colour(palette.MUTED)
        _tagged(frame)


def _draw(page: Page, scene: Scene) -> None:
    """Draw a sketch as shapes: arrows first, boxes over them, words last."""
    for arrow in scene.arrows:
        _arrow(page, arrow)
    for box in scene.boxes:
        _box(page, box, scene.size)
    for words in scene.words:
        _words(page, words, scene.size)


def _arrow(page: Page, arrow: Arrow) -> None:
    (x1, y1), (x2, y2) = arrow.start, arrow.end
    ends = [Pt(value) for value in (at.MARGIN + x1, at.BODY_TOP + y1, at.MARGIN + x2, at.BODY_TOP + y2)]
    line = page.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    line.line.width = Pt(0.9 * arrow.weight)
    line.line.color.rgb = _colour(palette.STRONG_LINE)
    line.name = _("Pil")
    outline = line.line._get_or_add_ln()  # noqa: SLF001 - python-pptx has no name for arrow heads
    outline.append(outline.makeelement(qn("a:tailEnd"), {"type": "triangle", "w": "med", "len": "med"}))


def _box(page: Page, box: Box, size: float) -> None:
    fill, frame_colour, weight, ink = FILLS[box.tone]
    place = (Pt(at.MARGIN + box.x), Pt(at.BODY_TOP + box.y), Pt(box.width), Pt(box.height))
    shape = page.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *place)
    shape.adjustments[0] = 0.04
    shape.shadow.inherit = False
    shape.name = one_line(" ".join(box.lines))[:LONGEST_PROPERTY]
    shape.fill.solid()
    shape.fill.fore_color.rgb = _colour(fill)
    shape.line.color.rgb, shape.line.width = _colour(frame_colour), Pt(weight)
    if box.tone is Tone.GONE:
        shape.line.dash_style = MSO_LINE.DASH
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Pt(size * 0.5)
    parts = (" ".join(box.lines[: box.strong]), " ".join(box.lines[box.strong :]))
    for position, text in enumerate(filter(None, parts)):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        paragraph.text = text
        paragraph.alignment = PP_ALIGN.CENTER if box.middle else PP_ALIGN.LEFT
        paragraph.font.size, paragraph.font.bold = Pt(size), position == 0 and box.strong > 0
        paragraph.font.color.rgb = _colour(ink)
    _tagged(frame)


def _words(page: Page, words: Words, size: float) -> None:
    width = 600.0
    shift = {Side.LEFT: 0.0, Side.MIDDLE: width / 2, Side.RIGHT: width}[words.side]
    shape = page.shapes.add_textbox(
        Pt(at.MARGIN + words.x - shift), Pt(at.BODY_TOP + words.y - size), Pt(width), Pt(size * 1.3)
    )
    frame = shape.text_frame
    _flush(frame, MSO_ANCHOR.MIDDLE)
    frame.text = words.text
    paragraph = frame.paragraphs[0]
    paragraph.alignment = {Side.LEFT: PP_ALIGN.LEFT, Side.MIDDLE: PP_ALIGN.CENTER, Side.RIGHT: PP_ALIGN.RIGHT}[
        words.side
    ]
    paragraph.font.size, paragraph.font.bold = Pt(size), words.strong
    paragraph.font.color.rgb = _colour(palette.MUTED if words.muted else palette.INK)
    _tagged(frame)
