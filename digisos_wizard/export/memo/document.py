"""A document as such: headings, paragraphs, points and small tables, before it is paper or Word.

A block keeps its text as typed: making it fit for a format is the format's own business.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; a label stands before it in semibold, `small` is for what a reader may skip."""

    text: str
    label: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points; numbered where others will refer to them, and then on the page of the signature below."""

    items: Sequence[str]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and what they stand for."""

    pairs: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its share of the width, and whether it holds figures."""

    head: str
    share: float
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A small table; the last `sums` rows are sums, and what was left out is said below."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    sums: int = 0


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on, with what is to be written on each part of it; `whose` says who signs."""

    whose: str
    captions: Sequence[str]


Block = Heading | Text | Points | Facts | Table | Signature


@dataclass(frozen=True, slots=True)
class Memo:
    """The whole document: what it is called, whose it is, its day in words, and its blocks in order."""

    title: str
    office: str
    blocks: Sequence[Block]
