"""The memo as an editable Word document: real headings, lists and table heads, in Norwegian."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from digisos_wizard.export.memo import document as d
from digisos_wizard.export.memo import word_parts as parts
from digisos_wizard.export.memo.archive import repeatable
from digisos_wizard.export.text import one_line, printable
from digisos_wizard.i18n import _, current
from digisos_wizard.model import formatting

_WIDTH = Mm(174)
_LABEL = Mm(32)


def written(memo: d.Memo, today: date) -> bytes:
    """Return the document: the same bytes for the same memo on the same day."""
    document = docx.Document()
    parts.prepare(document)
    _properties(document, memo, today)
    document.add_paragraph(printable(memo.title), style="Title")
    document.add_paragraph(printable(memo.office), style="Subtitle")
    for block in memo.blocks:
        _block(document, block)
    head = " · ".join((_("Beslutningsnotat"), one_line(memo.office)))
    parts.furnish(document, head, formatting.day(today))
    target = BytesIO()
    document.save(target)
    return repeatable(target.getvalue())


def _properties(document: Document, memo: d.Memo, today: date) -> None:
    told = document.core_properties
    told.title = _shortened(memo.title)
    told.author = _shortened(memo.office)
    told.last_modified_by = _shortened(memo.office)
    told.subject = formatting.day(today)
    told.comments = ""
    told.language = current().tag
    told.revision = 1
    moment = datetime(today.year, today.month, today.day)  # noqa: DTZ001 - a day in the plan has no time zone
    told.created = told.modified = moment


def _shortened(text: str) -> str:
    """Return a property on one line; Word takes 255 characters."""
    return one_line(text)[:255]


def _block(document: Document, block: d.Block) -> None:
    match block:
        case d.Heading(text):
            document.add_paragraph(printable(text), style="Heading 1")
        case d.Text(text, label, small):
            paragraph = document.add_paragraph(style="Caption" if small else "Normal")
            if label:
                paragraph.add_run(printable(label)).bold = True
                paragraph.paragraph_format.keep_with_next = not text
            paragraph.add_run(printable(f" {text}" if label and text else text))
        case d.Points(items, numbered):
            for item in items:
                paragraph = document.add_paragraph(printable(item), style="List Number" if numbered else "List Bullet")
                paragraph.paragraph_format.keep_with_next = numbered or None
        case d.Facts(pairs):
            table = parts.table(document, len(pairs), (_LABEL, _WIDTH - _LABEL))
            for number, (label, text) in enumerate(pairs):
                _fill(table, number, (label, text))
                parts.mute(table.cell(number, 0))
        case d.Table():
            _table(document, block)
        case d.Signature(whose, captions):
            _signature(document, whose, captions)


def _fill(table: Table, row: int, texts: Sequence[str], *, bold: bool = False) -> list[_Cell]:
    cells = list(table.rows[row].cells)
    for cell, text in zip(cells, texts, strict=True):
        cell.paragraphs[0].add_run(printable(text)).bold = bold or None
    return cells


def _table(document: Document, block: d.Table) -> None:
    whole = sum(column.share for column in block.columns)
    widths = [int(_WIDTH * column.share / whole) for column in block.columns]
    table = parts.table(document, len(block.rows) + 1, widths)
    _fill(table, 0, [column.head for column in block.columns], bold=True)
    parts.head(table)
    plain = len(block.rows) - block.sums
    for number, texts in enumerate(block.rows):
        _fill(table, number + 1, texts, bold=number >= plain)
    for position, column in enumerate(block.columns):
        if column.figures:
            for row in table.rows:
                row.cells[position].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _air(document)


def _air(document: Document) -> Paragraph:
    """Add what parts a table from what follows: two tables in a row would become one."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(4)
    return paragraph


def _signature(document: Document, whose: str, captions: Sequence[str]) -> None:
    name = document.add_paragraph()
    name.add_run(printable(whose)).bold = True
    name.paragraph_format.keep_with_next = True
    name.paragraph_format.space_before = Pt(8)
    table = parts.table(document, 1, [int(_WIDTH / len(captions))] * len(captions), lines=False)
    for cell, caption in zip(_fill(table, 0, captions), captions, strict=True):
        del caption
        parts.writing_line(cell)
