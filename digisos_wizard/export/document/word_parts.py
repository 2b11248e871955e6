"""What python-docx has no words for: language, borders, table heads, page numbers."""

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from reportlab.graphics.shapes import Drawing

from digisos_wizard.export import palette
from digisos_wizard.export.paper.raster import raster
from digisos_wizard.export.text import printable
from digisos_wizard.i18n import _, current

FONT = "Calibri"
DOTS = 200
"""Dots in an inch of a picture."""
_SIZES = {
    "Title": (17, 0, 0),
    "Subtitle": (12, 0, 4),
    "Heading 1": (12, 7, 2),
    "Heading 2": (10.5, 6, 2),
    "Normal": (9.5, 0, 3),
    "Caption": (8.5, 2, 2),
    "List Bullet": (9.5, 0, 1),
    "List Number": (9.5, 0, 1),
    "Header": (8.5, 0, 0),
    "Footer": (8.5, 0, 0),
    "Tabelltekst": (9, 0, 0),
}
"""Size, and air before and after, of every style in use, in points."""
_MUTED = ("Caption", "Header", "Footer")
CELL = "Tabelltekst"
"""The style of text in tables; the template has none of its own."""


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _colour(token: str) -> RGBColor:
    return RGBColor.from_string(token.removeprefix("#").upper())


def prepare(document: Document, *, wide: bool) -> Length:
    """Set paper, margins, styles and language, take the template's own picture out; return the width of the text."""
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(20), Mm(17)
    section.header_distance = section.footer_distance = Mm(10)
    document.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name in _SIZES:
        _restyle(document, name)
    for properties in document.styles.element.iter(qn("w:rPr")):
        for language in properties.findall(qn("w:lang")):
            language.set(qn("w:val"), current().tag)
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]
    return Length(section.page_width - Mm(36))


def _restyle(document: Document, name: str) -> None:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - the names above are paragraph styles
    size, before, after = _SIZES[name]
    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)  # else the theme's typeface wins
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    for spacing in style.element.get_or_add_rPr().findall(qn("w:spacing")):
        spacing.getparent().remove(spacing)  # the template's air between letters
    style.font.size = Pt(size)
    style.font.italic = False
    style.font.bold = name in {"Title", "Heading 1", "Heading 2"}
    style.font.color.rgb = _colour(palette.MUTED if name in _MUTED else palette.INK)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.0
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)  # the template's line below a title


def table(document: Document, rows: int, widths: Sequence[int], *, lines: bool = True) -> Table:
    """Return an empty table with those column widths and a thin line above and below every row."""
    made: Table = document.add_table(rows, len(widths))
    made.autofit = False
    properties = made._tbl.tblPr  # noqa: SLF001 - python-docx offers no other way to borders
    if lines:
        borders = _element("w:tblBorders")
        for side in ("top", "bottom", "insideH"):
            borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=palette.LINE.removeprefix("#")))
        properties.append(borders)
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w="60", type="dxa"))
    properties.append(margins)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Length(width)
    for row in made.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))  # noqa: SLF001 - as above
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Length(width)
            cell.paragraphs[0].style = CELL
    return made


def head(made: Table) -> None:
    """Make the first row the head: repeated on every page, told to screen readers, shaded."""
    row = made.rows[0]
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))  # noqa: SLF001 - as above
    for cell in row.cells:
        shade = _element("w:shd", val="clear", color="auto", fill=palette.HEAD.removeprefix("#"))
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - as above
        cell.paragraphs[0].paragraph_format.keep_with_next = True  # a head never ends a page


def mute(run: Run) -> None:
    """Make text a label."""
    run.font.color.rgb = _colour(palette.MUTED)


def picture(document: Document, drawing: Drawing, told: str) -> None:
    """Add a drawing as a picture, and what it shows in words for those who can't see it."""
    png = raster(drawing, drawing.width, drawing.height, DOTS).data
    shape = document.add_picture(BytesIO(png), Pt(drawing.width), Pt(drawing.height))
    shape._inline.docPr.set("descr", printable(told))  # noqa: SLF001 - python-docx has no other way


def writing_line(cell: _Cell) -> None:
    """Draw a line to write on above the cell's text."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = Pt(26)
    paragraph.paragraph_format.right_indent = Mm(4)
    borders = _element("w:pBdr")
    borders.append(_element("w:top", val="single", sz="6", space="2", color=palette.INK.removeprefix("#")))
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001 - as above
    for run in paragraph.runs:
        run.font.size = Pt(9)
        mute(run)


def furnish(document: Document, header: str) -> None:
    """Write header and footer: whose document it is, and the page of pages."""
    section = document.sections[0]
    top = section.header.paragraphs[0]
    top.paragraph_format.tab_stops.clear_all()
    top.add_run(printable(header))
    bottom = section.footer.paragraphs[0]
    before, between = _("Side {page} av {pages}").split("{page}")
    between, after = between.split("{pages}")
    bottom.add_run(before)
    _field(bottom, "PAGE")
    bottom.add_run(between)
    _field(bottom, "NUMPAGES")
    bottom.add_run(after)


def _field(paragraph: Paragraph, code: str) -> None:
    field = _element("w:fldSimple", instr=code)
    field.append(_element("w:r"))
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields
