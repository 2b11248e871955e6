"""Documents as editable Word files: real headings, lists and table heads, in Norwegian."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from digisos_wizard.export.document import model as m
from digisos_wizard.export.document import word_parts as parts
from digisos_wizard.export.text import one_line, printable
from digisos_wizard.export.zipped import repeatable
from digisos_wizard.i18n import current
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import TaskState

_MARKS = {TaskState.OPEN: "☐", TaskState.IN_PROGRESS: "◪", TaskState.DONE: "☑", TaskState.NOT_RELEVANT: "–"}
_STRONG = (m.Look.STRONG, m.Look.STATUS)
_MUTED = (m.Look.LABEL, m.Look.SMALL)


def written(figures: Figures, document: m.Document) -> bytes:
    """Return the file: the same bytes for the same document on the same day."""
    made = docx.Document()
    width = parts.prepare(made, wide=document.wide)
    office, day = one_line(figures.plan.decision.office), formatting.day(figures.today)
    title = next((block.text for block in document.blocks if isinstance(block, m.Title)), document.title)
    _properties(made, title, office, figures.today)
    Writer(made, width).write(document.blocks)
    parts.furnish(made, " · ".join(filter(None, (one_line(document.title), office, day))))
    target = BytesIO()
    made.save(target)
    return repeatable(target.getvalue())


def _properties(made: Document, title: str, office: str, today: date) -> None:
    told = made.core_properties
    told.title = one_line(title)[:255]  # Word takes no more
    told.author = told.last_modified_by = office[:255]
    told.subject = formatting.day(today)
    told.comments = ""
    told.language = current().tag
    told.revision = 1
    moment = datetime(today.year, today.month, today.day)  # noqa: DTZ001 - a day in the plan has no time zone
    told.created = told.modified = moment


class Writer:
    """Writes blocks at the end of a Word document, in a column that wide."""

    def __init__(self, made: Document, width: Length) -> None:
        self._made = made
        self._width = width
        self._titled = False

    def write(self, blocks: Sequence[m.Block]) -> None:
        """Write the blocks in order."""
        for block in blocks:
            self._block(block)

    def _block(self, block: m.Block) -> None:
        match block:
            case m.Title(text, subtitle, lead):
                self._add(text, "Heading 1" if self._titled else "Title")
                self._titled = True
                self._add_all((subtitle,), "Subtitle")
                self._add_all(lead, "Normal")
            case m.Heading(text, level):
                self._add(text, "Heading 2" if level else "Heading 1")
            case m.Text() | m.Labelled() | m.Mark():
                small = block.look is m.Look.SMALL if isinstance(block, m.Text | m.Labelled) else False
                _fill(self._made.add_paragraph(style="Caption" if small else "Normal"), block)
            case m.Points(items, numbered):
                for item in items:
                    self._add(item, "List Number" if numbered else "List Bullet").paragraph_format.keep_with_next = (
                        numbered or None
                    )
            case m.Facts(pairs, width, strong):
                look = m.Look.STRONG if strong else m.Look.LABEL
                rows = [([m.Text(label, look=look)], cell) for label, cell in pairs if cell]
                self._cells(rows, (Mm(width), Length(self._width - Mm(width))))
            case m.KeyFigures(pairs):
                width = Length(int(self._width / len(pairs)))
                cells = [[m.Text(label, look=m.Look.LABEL), m.Text(text, look=m.Look.STATUS)] for label, text in pairs]
                self._cells([cells], [width] * len(pairs))
                self._air()
            case m.Table():
                self._table(block)
            case _:
                self._rare(block)

    def _rare(self, block: m.Block) -> None:
        match block:
            case m.Picture(drawing, told):
                parts.picture(self._made, drawing, told)
            case m.Framed(texts):
                self._cells([[texts]], (self._width,))
                self._air()
            case m.Signature():
                self._signature(block)
            case m.NewPage():
                self._made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case m.Together(blocks):
                self.write(blocks)
            case m.Beside(left, right):
                self.write([*left, *right])
            case _:
                return  # bars and empty room are for the eye, on paper

    def _add(self, text: str, style: str) -> Paragraph:
        return self._made.add_paragraph(printable(text), style=style)

    def _add_all(self, texts: Sequence[str], style: str) -> None:
        for text in filter(None, texts):
            self._add(text, style)

    def _cells(self, rows: Sequence[Sequence[m.Cell]], widths: Sequence[Length], *, lines: bool = True) -> Table:
        table = parts.table(self._made, len(rows), widths, lines=lines)
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                _fill_cell(cell, words)
        return table

    def _table(self, block: m.Table) -> None:
        whole = sum(column.share for column in block.columns)
        widths = [Length(int(self._width * column.share / whole)) for column in block.columns]
        heads = [[[m.Text(column.head, look=m.Look.STRONG)] for column in block.columns]]
        head = heads if any(column.head for column in block.columns) else []
        plain = len(block.rows) - block.sums
        body = [
            [
                [m.Text(cell, look=m.Look.STRONG if position >= plain else column.look)]
                if isinstance(cell, str)
                else cell
                for cell, column in zip(cells, block.columns, strict=True)
            ]
            for position, cells in enumerate(block.rows)
        ]
        table = self._cells([*head, *body], widths)
        if head:
            parts.head(table)
        for position, column in enumerate(block.columns):
            if column.figures:
                for row in table.rows:
                    row.cells[position].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._air()

    def _air(self) -> None:
        """Add what parts a table from what follows: two tables in a row would become one."""
        paragraph = self._made.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(4)

    def _signature(self, block: m.Signature) -> None:
        name = self._made.add_paragraph()
        name.add_run(printable(block.whose)).bold = True
        name.paragraph_format.keep_with_next = True
        name.paragraph_format.space_before = Pt(8)
        whole = sum(share for _caption, share in block.lines)
        widths = [Length(int(self._width * share / whole)) for _caption, share in block.lines]
        table = self._cells([[caption for caption, _share in block.lines]], widths, lines=False)
        for cell in table.rows[0].cells:
            parts.writing_line(cell)


def _fill_cell(cell: _Cell, words: m.Cell) -> None:
    texts = [m.Text(words)] if isinstance(words, str) else [part for part in words if not isinstance(part, m.Bar)]
    for position, part in enumerate(texts):
        _fill(cell.add_paragraph(style=parts.CELL) if position else cell.paragraphs[0], part)


def _fill(paragraph: Paragraph, part: m.Part) -> None:
    """Write what a part says in a paragraph."""
    match part:
        case m.Text(text, label, look):
            pairs: Sequence[tuple[str, str]] = [(label, text)]
        case m.Labelled(pairs, look):
            pass
        case m.Mark(state, words):
            pairs, look = [("", f"{_MARKS[state]} {words}")], None
        case _:
            return
    for position, (label, text) in enumerate(pairs):
        if label:
            paragraph.add_run(printable(f"   {label}" if position else label)).bold = True
            paragraph.paragraph_format.keep_with_next = not text
        run = paragraph.add_run(printable(f" {text}" if label and text else text))
        run.bold = look in _STRONG or None
        if look in _MUTED:
            parts.mute(run)
