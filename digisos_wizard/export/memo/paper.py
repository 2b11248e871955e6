"""The memo as PDF: the checklist's paper and typeface, set tighter."""

from collections.abc import Iterator, Sequence
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from digisos_wizard.export import fonts
from digisos_wizard.export.memo import document as d
from digisos_wizard.export.paper.blocks import Composer, Reads, Row, Rule, table
from digisos_wizard.export.paper.letter import LetterStyles
from digisos_wizard.export.paper.pages import COLUMN, Heading, Imprint, Printed, print_counted
from digisos_wizard.export.paper.shapes import WritingLine
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting

_LABEL = 32 * mm
_ROOM_BELOW_HEADING = 22 * mm


def printed(memo: d.Memo, today: date) -> Printed:
    """Return the PDF and its number of pages."""
    fonts.register()
    styles = LetterStyles()
    composer = Composer(styles)
    story: list[Flowable] = [
        Heading(composer.markup(memo.title), styles.title, key="memo", outline=composer.plain(memo.title)),
        composer.paragraph(memo.office, styles.subtitle),
    ]
    last = max(place for place, block in enumerate(memo.blocks) if isinstance(block, d.Heading))
    for block in memo.blocks[:last]:
        story += _block(composer, styles, block)
    # What is signed stands on the page where it is signed.
    story.append(KeepTogether([part for block in memo.blocks[last:] for part in _block(composer, styles, block)]))
    if composer.typesetter.missing:
        text = _("Skriften mangler noen av tegnene som er brukt. Der de står i planen, står {mark}.")
        story.append(composer.paragraph(text.format(mark=fonts.PLACEHOLDER), styles.small))
    imprint = Imprint(
        title=_("Beslutningsnotat"),
        office=composer.plain(one_line(memo.office)),
        day=formatting.day(today),
        today=today,
    )
    return print_counted(story, imprint)


def _block(composer: Composer, styles: LetterStyles, block: d.Block) -> list[Flowable]:
    match block:
        case d.Heading(text):
            return composer.heading(text, room=_ROOM_BELOW_HEADING)
        case d.Text(text, label, small):
            style = styles.small if small else styles.body
            return [composer.labelled((label, text), style=style) if label else composer.paragraph(text, style)]
        case d.Points(items, numbered):
            marks = [f"{number}." if numbered else "•" for number in range(1, len(items) + 1)]
            return list(_points(composer, styles.point, list(zip(marks, items, strict=True))))
        case d.Facts(pairs):
            rows = [
                Row([[composer.paragraph(label, styles.label)], [composer.paragraph(text, styles.cell)]])
                for label, text in pairs
            ]
            return [table(rows, (_LABEL, COLUMN - _LABEL), tight=True, reads=Reads.PAIRS)]
        case d.Table():
            return [_table(composer, styles, block), Spacer(0, 1.5 * mm)]
        case d.Signature(whose, captions):
            return _signature(composer, styles, whose, captions)


def _points(composer: Composer, style: ParagraphStyle, items: Sequence[tuple[str, str]]) -> Iterator[Flowable]:
    for mark, text in items:
        yield composer.bullet(text, style, mark)


def _table(composer: Composer, styles: LetterStyles, block: d.Table) -> Flowable:
    whole = sum(column.share for column in block.columns)
    rows = [
        Row(
            [
                [composer.paragraph(column.head, styles.figure_head if column.figures else styles.head)]
                for column in block.columns
            ]
        )
    ]
    plain = len(block.rows) - block.sums
    for number, cells in enumerate(block.rows):
        text, figure = (styles.cell, styles.figure) if number < plain else (styles.strong, styles.figure_strong)
        rows.append(
            Row(
                [
                    [composer.paragraph(cell, figure if column.figures else text)]
                    for cell, column in zip(cells, block.columns, strict=True)
                ]
            )
        )
    return table(rows, [COLUMN * column.share / whole for column in block.columns], head=True, tight=True)


def _signature(composer: Composer, styles: LetterStyles, whose: str, captions: Sequence[str]) -> list[Flowable]:
    lines = [[WritingLine(composer.paragraph(caption, styles.small), height=24)] for caption in captions]
    widths = [COLUMN / len(captions)] * len(captions)
    return [
        Spacer(0, 2 * mm),
        composer.paragraph(whose, styles.strong),
        table([Row(lines, Rule.NONE)], widths, reads=Reads.LAYOUT),
    ]
