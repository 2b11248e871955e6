"""Documents as PDF, tagged."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Paragraph, Spacer, TableStyle
from reportlab.platypus import Table as Laid

from digisos_wizard.export import palette
from digisos_wizard.export.document import model as m
from digisos_wizard.export.fonts import REGULAR
from digisos_wizard.export.paper import sheet
from digisos_wizard.export.paper.blocks import Composer, Grid, Reads, Row, Rule, packed, portions, table
from digisos_wizard.export.paper.letter import HandoutStyles, LetterStyles
from digisos_wizard.export.paper.pages import COLUMN, MARGIN, Printed
from digisos_wizard.export.paper.shapes import Drawn, ShareBar, StateWords, WritingLine
from digisos_wizard.model.figures import Figures

GAP = 8 * mm
"""Between two halves of a page."""
HALF = (COLUMN - GAP) / 2


def counted(figures: Figures, document: m.Document) -> Printed:
    """Return the PDF and how many pages it has."""
    composer = Composer(HandoutStyles() if document.handout else LetterStyles())
    size = landscape(A4) if document.wide else A4
    story = Painter(composer, size[0] - 2 * MARGIN).story(document.blocks)
    return sheet.counted(composer, figures, document.title, story, size)


def printed(figures: Figures, document: m.Document) -> bytes:
    """Return the PDF: the same bytes for the same document on the same day."""
    return counted(figures, document).data


class Painter:
    """Turns blocks into what is laid out on pages, in a column that wide."""

    def __init__(self, composer: Composer, width: float = COLUMN) -> None:
        self._composer = composer
        self._width = width

    def story(self, blocks: Sequence[m.Block]) -> list[Flowable]:
        """Return the blocks as flowables in order."""
        return [part for block in blocks for part in self._block(block)]

    def _unbroken(self, blocks: Sequence[m.Block]) -> list[Flowable]:
        """Return blocks that no page can come between."""
        return [part for part in self.story(blocks) if not isinstance(part, CondPageBreak)]

    def _block(self, block: m.Block) -> list[Flowable]:
        composer, styles = self._composer, self._composer.styles
        match block:
            case m.Title(text, subtitle, lead):
                whose = composer.paragraphs(subtitle, styles.subtitle) if subtitle else []
                told = [composer.paragraph(part, styles.body) for part in lead if part]
                return [composer.title(text), *whose, *told, *([] if subtitle else [Spacer(0, 4)])]
            case m.Heading(text, level, room):
                return composer.heading(text, level=level, room=room * mm)
            case m.Points():
                return list(self._points(block))
            case m.Facts(pairs, width, strong, tight):
                columns = (m.Column("", width, look=m.Look.STRONG if strong else m.Look.LABEL), m.Column("", 0))
                widths = (width * mm, self._width - width * mm)
                rows = [row for pair in pairs if pair[1] for row in self._rows(pair, columns, widths)]
                return [table(rows, widths, tight=tight, reads=Reads.PAIRS)]
            case m.Table():
                return [self._table(block)]
            case _:
                return self._rare(block)

    def _rare(self, block: m.Block) -> list[Flowable]:
        match block:
            case m.KeyFigures(pairs):
                return [self._figures(pairs)]
            case m.Picture(drawing, told):
                return [Drawn(drawing, told)]
            case m.Framed(texts):
                return [_framed(self.story(texts), self._width)]
            case m.Signature():
                return self._signature(block)
            case m.NewPage():
                return [PageBreak()]
            case m.Together(blocks):
                return [KeepTogether(self._unbroken(blocks))]
            case m.Beside(left, right):
                half = Painter(self._composer, HALF)
                return [_beside(half._unbroken(left), half._unbroken(right))]
            case m.Text() | m.Labelled() | m.Mark() | m.Bar() | m.Room():
                return list(self._part(block, m.Look.BODY))
        raise TypeError(block)

    def _style(self, look: m.Look) -> ParagraphStyle:
        style: ParagraphStyle = getattr(self._composer.styles, look.value)
        return style

    def _part(self, part: m.Part, look: m.Look) -> Sequence[Flowable]:
        """Return what stands in a cell or between other blocks; `look` is that of the place."""
        composer = self._composer
        match part:
            case m.Text(text, label, own):
                return composer.paragraphs(text, self._style(own or look), label)
            case m.Labelled(pairs, own):
                return [composer.labelled(*pairs, style=self._style(own))]
            case m.Mark(state, words):
                return [StateWords(state, composer.paragraph(words, self._style(look)))]
            case m.Bar(share, length, height, framed, warns):
                return [ShareBar(share, length * mm, height, framed=framed, warns=warns)]
            case m.Room(height):
                return [Spacer(0, height * mm)]

    def _points(self, block: m.Points) -> Iterator[Flowable]:
        style = self._composer.styles.point
        for number, item in enumerate(block.items, start=1):
            first, *rest = portions(item)
            yield self._composer.bullet(first, style, f"{number}." if block.numbered else block.mark)
            yield from (self._composer.paragraph(portion, style) for portion in rest)

    def _table(self, block: m.Table) -> Laid:
        composer, styles, columns = self._composer, self._composer.styles, block.columns
        whole = sum(column.share for column in columns)
        widths = [self._width * column.share / whole for column in columns]
        head = any(column.head for column in columns)
        rows: list[Row] = []
        if head:
            titles = ((column.head, styles.figure_head if column.figures else styles.head) for column in columns)
            rows.append(Row([[composer.paragraph(title, style)] for title, style in titles]))
        plain = len(block.rows) - block.sums
        for position, cells in enumerate(block.rows):
            rule = Rule.INNER if position in block.under else Rule.FULL
            rows += self._rows(cells, columns, widths, rule, strong=position >= plain)
        return table(rows, widths, head=head, tight=block.tight)

    def _rows(
        self,
        cells: Sequence[m.Cell],
        columns: Sequence[m.Column],
        widths: Sequence[float],
        rule: Rule = Rule.FULL,
        *,
        strong: bool = False,
    ) -> Iterator[Row]:
        """Yield a row; what is too tall for a cell goes on in rows of its own."""
        stacks = [
            self._stacks(cell, column, width, strong=strong)
            for cell, column, width in zip(cells, columns, widths, strict=True)
        ]
        for position, parts in enumerate(zip_longest(*stacks, fillvalue=())):
            yield Row(parts, Rule.NONE if position else rule)

    def _stacks(self, cell: m.Cell, column: m.Column, width: float, *, strong: bool) -> Sequence[Sequence[Flowable]]:
        composer, styles = self._composer, self._composer.styles
        flow: list[Flowable] = []
        if not isinstance(cell, str):
            flow += [piece for part in cell for piece in self._part(part, column.look)]
        elif cell:
            figure, text = styles.figure, self._style(column.look)
            if strong:
                figure, text = styles.figure_strong, styles.strong
            flow += composer.paragraphs(cell, figure if column.figures else text)
        texts = [part for part in flow if isinstance(part, Paragraph)]
        return packed(texts, width) if len(texts) == len(flow) else [flow]

    def _figures(self, pairs: Sequence[tuple[str, str]]) -> Laid:
        composer, styles = self._composer, self._composer.styles
        stacks = [
            [composer.paragraph(label, styles.label), composer.paragraph(value, styles.status)]
            for label, value in pairs
        ]
        look = TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), REGULAR),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
            ]
        )
        return Laid([stacks], [self._width / len(pairs)] * len(pairs), style=look, hAlign="LEFT")

    def _signature(self, block: m.Signature) -> list[Flowable]:
        composer, styles = self._composer, self._composer.styles
        whole = sum(share for _caption, share in block.lines)
        widths = [self._width * share / whole for _caption, share in block.lines]
        lines = [
            [WritingLine(composer.paragraph(caption, styles.small), block.height)] for caption, _share in block.lines
        ]
        name = composer.paragraph(block.whose, styles.strong)
        return [name, table([Row(lines, Rule.NONE)], widths, reads=Reads.LAYOUT)]


def _beside(left: list[Flowable], right: list[Flowable]) -> Laid:
    look = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (0, -1), GAP),
        ("RIGHTPADDING", (1, 0), (1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    return Laid([[left, right]], (HALF + GAP, HALF), style=TableStyle(look), hAlign="LEFT")


def _framed(story: list[Flowable], width: float) -> Grid:
    frame: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("BOX", (0, 0), (-1, -1), 1.6, HexColor(palette.INK)),
        ("LEFTPADDING", (0, 0), (-1, -1), 8),
    ]
    return Grid([[[part]] for part in story], (width,), style=frame)
