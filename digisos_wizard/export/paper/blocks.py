"""The building blocks of printed pages: text as typed, and tables whose rows always fit on a page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from html import escape
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Table, TableStyle

from digisos_wizard.export import palette
from digisos_wizard.export.fonts import REGULAR, Typesetter
from digisos_wizard.export.paper.pages import TALLEST, Heading, Styles, text
from digisos_wizard.export.paper.tags import Element, Role, Scope, artifact, elements_of
from digisos_wizard.export.text import one_line

Cell = Sequence[Flowable]


class Rule(Enum):
    """The line above a row: across the table, from the second column on, or none where a row goes on."""

    FULL = 0
    INNER = 1
    NONE = None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and the line above it."""

    cells: Sequence[Cell]
    rule: Rule = Rule.FULL


_PADDING = 3.0
_TIGHT = 1.2
PORTION = 3_000
"""Characters in a paragraph that is made of several lines."""
LONGEST_LINE = 12_000
"""Characters in a paragraph that is one line."""
_SPACES = re.compile("  +|^ ", re.MULTILINE)


class Composer:
    """Makes paragraphs, headings and tables, and remembers what the typeface lacked."""

    def __init__(self, styles: Styles | None = None) -> None:
        self.styles = styles or Styles()
        self.typesetter = Typesetter()
        self._headings = 0

    def plain(self, text: str) -> str:
        """Return the text as the typeface can show it, without markup."""
        return self.typesetter.text(text)

    def markup(self, text: str) -> str:
        """Return the text as a paragraph's markup: nothing in it is a tag, line breaks and runs of spaces stay."""
        spaced = _SPACES.sub(lambda run: "\u00a0" * len(run[0]), self.plain(text))
        return escape(spaced, quote=False).replace("\n", "<br/>")

    def paragraph(self, words: str, style: ParagraphStyle) -> Paragraph:
        """Return a paragraph."""
        return text(self.markup(words), style)

    def bullet(self, words: str, style: ParagraphStyle, mark: str = "•") -> Paragraph:
        """Return a point of a list, its mark before it."""
        made = text(self.markup(words), style, Role.POINT_BODY)
        made.bulletText = mark
        Element(Role.POINT).adopt(made.element or Element(Role.POINT_BODY))
        return made

    def paragraphs(self, words: str, style: ParagraphStyle, label: str = "") -> list[Paragraph]:
        """Return text of any length as paragraphs that don't take ever longer to lay out; a label begins the first."""
        first, *rest = portions(words)
        head = self.labelled((label, first), style=style) if label else self.paragraph(first, style)
        return [head, *(self.paragraph(portion, style) for portion in rest)]

    def labelled(self, *pairs: tuple[str, str], style: ParagraphStyle) -> Paragraph:
        """Return a paragraph of labels in semibold, each followed by its text."""
        parts = [f"<b>{self.markup(label)}</b> {self.markup(text)}" for label, text in pairs]
        return text(" &nbsp; ".join(parts), style)

    def title(self, words: str) -> Heading:
        """Return the title of a document, or of a part with pages of its own, with a bookmark."""
        return self._place(words, self.styles.title)

    def heading(self, text: str, *, level: int = 0, room: float = 45 * mm) -> list[Flowable]:
        """Return a heading with a bookmark; where less than `room` is left of a page it goes to the next one."""
        style = self.styles.subheading if level else self.styles.heading
        return [CondPageBreak(room), self._place(text, style, level)]

    def _place(self, words: str, style: ParagraphStyle, level: int = 0) -> Heading:
        self._headings += 1
        outline = self.plain(one_line(words))
        return Heading(self.markup(words), style, key=f"h{self._headings}", outline=outline, level=level)


def portions(text: str) -> list[str]:
    """Return the text in portions of some thousand characters: whole lines together, endless lines cut at a space."""
    found: list[str] = []
    lines: list[str] = []
    for line in text.split("\n"):
        while len(line) > LONGEST_LINE:
            cut = line.rfind(" ", 1, LONGEST_LINE)
            cut = LONGEST_LINE if cut < 0 else cut
            found += ["\n".join([*lines, line[:cut]])]
            lines, line = [], line[cut:].removeprefix(" ")  # noqa: PLW2901 - what is left of the line
        if lines and sum(map(len, lines)) + len(line) > PORTION:
            found.append("\n".join(lines))
            lines = []
        lines.append(line)
    return [*found, "\n".join(lines)]


def pieces(paragraph: Paragraph, width: float) -> list[Flowable]:
    """Return the paragraph as parts that are at most `TALLEST` high in a column of that width."""
    found: list[Flowable] = []
    rest: Flowable | None = paragraph
    while rest is not None:
        room = width - 2 * _PADDING
        if rest.wrap(room, TALLEST)[1] <= TALLEST:
            found.append(rest)
            break
        split = rest.split(room, TALLEST)
        found.append(split[0])
        rest = split[1] if len(split) > 1 else None
    return found


def packed(flow: Iterable[Paragraph], width: float) -> list[list[Flowable]]:
    """Return the paragraphs in stacks that are at most `TALLEST` high, in order: each a cell of its own."""
    stacks: list[list[Flowable]] = [[]]
    height = 0.0
    for paragraph in flow:
        for piece in pieces(paragraph, width):
            needed = piece.wrap(width - 2 * _PADDING, TALLEST)[1] + piece.getSpaceBefore()
            if stacks[-1] and height + needed > TALLEST:
                stacks.append([])
                height = 0.0
            stacks[-1].append(piece)
            height += needed
    return stacks


class Reads(Enum):
    """How a table is read: as one, as labels with what they stand for, or part by part as if there were no table."""

    TABLE = "table"
    PAIRS = "pairs"
    LAYOUT = "layout"


class Grid(Table):
    """A table whose lines and grounds are to be seen and not read."""

    def _drawBkgrnd(self) -> None:  # noqa: N802 - reportlab's name
        with artifact(self.canv):
            super()._drawBkgrnd()  # type: ignore[misc] # reportlab's own, not in its types

    def _drawLines(self) -> None:  # noqa: N802 - reportlab's name
        with artifact(self.canv):
            super()._drawLines()  # type: ignore[misc] # reportlab's own, not in its types


def table(
    rows: Sequence[Row], widths: Sequence[float], *, head: bool = False, tight: bool = False, reads: Reads = Reads.TABLE
) -> Table:
    """Return a table of those column widths in points; `head` repeats the first row on every page."""
    if reads is not Reads.LAYOUT:
        tag(rows, head=head, labelled=reads is Reads.PAIRS)
    line = HexColor(palette.LINE)
    air = _TIGHT if tight else _PADDING
    style: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *((f"{side}PADDING", (0, 0), (-1, -1), _PADDING) for side in ("LEFT", "RIGHT")),
        *((f"{side}PADDING", (0, 0), (-1, -1), air) for side in ("TOP", "BOTTOM")),
    ]
    if any(row.rule is Rule.FULL for row in rows):
        style.append(("LINEBELOW", (0, -1), (-1, -1), 0.5, line))
    for position, row in enumerate(rows):
        if row.rule is Rule.INNER and position > 0 and rows[position - 1].rule is Rule.FULL:
            style.append(("NOSPLIT", (0, position - 1), (-1, position)))
        if row.rule is not Rule.NONE:
            style.append(("LINEABOVE", (row.rule.value, position), (-1, position), 0.5, line))
        elif position > 0:
            style += [
                ("TOPPADDING", (0, position), (-1, position), 0),
                ("BOTTOMPADDING", (0, position - 1), (-1, position - 1), 0),
            ]
    if head:
        style += [
            ("BACKGROUND", (0, 0), (-1, 0), HexColor(palette.HEAD)),
            ("LINEBELOW", (0, 0), (-1, 0), 0.7, HexColor(palette.STRONG_LINE)),
        ]
    return Grid(
        [[list(cell) for cell in row.cells] for row in rows],
        colWidths=list(widths),
        style=TableStyle(style),
        repeatRows=1 if head else 0,
        hAlign="LEFT",
    )


def tag(rows: Sequence[Row], *, head: bool, labelled: bool = False) -> None:
    """Give the cells their places in a table; a row that goes on adds to the cells of the one before."""
    whole = Element(Role.TABLE)
    cells: list[Element] = []
    for position, row in enumerate(rows):
        titles = head and position == 0
        if row.rule is not Rule.NONE or not cells or position == int(head):
            line = Element(Role.ROW, whole)
            cells = [_cell(line, titles=titles, label=labelled and column == 0) for column in range(len(row.cells))]
        for cell, blocks in zip(cells, row.cells, strict=True):
            for element in elements_of(blocks):
                top = element.top()
                if top is not whole:
                    cell.adopt(top)
                element.repeats = titles


def _cell(line: Element, *, titles: bool, label: bool) -> Element:
    if titles or label:
        return Element(Role.HEAD_CELL, line, scope=Scope.COLUMN if titles else Scope.ROW)
    return Element(Role.CELL, line)
