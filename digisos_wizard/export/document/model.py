"""A document as such: headings, paragraphs, points, tables and pictures, before it is paper or Word.

A block keeps its text as typed: making it fit for a format is the format's own business.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportlab.graphics.shapes import Drawing

from digisos_wizard.model.terms import TaskState


class Look(StrEnum):
    """How text stands out from the rest; each is the name of a style on paper."""

    BODY = "body"
    READING = "reading"
    STATUS = "status"
    CELL = "cell"
    STRONG = "strong"
    LABEL = "label"
    DETAIL = "detail"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; a label stands before it in semibold. Without a look of its own it looks as its place does."""

    text: str
    label: str = ""
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """Labels in semibold with what they stand for, all in one paragraph."""

    pairs: Sequence[tuple[str, str]]
    look: Look


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a state with its words."""

    state: TaskState
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar for a share of all, to be seen beside its number: framed or not, and that long and high in millimetres.

    `warns` where the share is of a limit that is passed.
    """

    share: float
    length: float
    height: float
    framed: bool = False
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """Empty height, to write in or to part what stands above from what stands below, in millimetres."""

    height: float


Part = Text | Labelled | Mark | Bar | Room
Cell = str | Sequence[Part]


@dataclass(frozen=True, slots=True)
class Title:
    """What the document, or a part of it with pages of its own, is called; whose it is or what it is for below."""

    text: str
    subtitle: str = ""
    lead: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part; with less than `room` millimetres left of the page it goes to the next one."""

    text: str
    level: int = 0
    room: float = 45


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points; numbered where others will refer to them."""

    items: Sequence[str]
    numbered: bool = False
    mark: str = "•"


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels, that many millimetres wide, and what they stand for; what is empty is left out."""

    pairs: Sequence[tuple[str, Cell]]
    width: float = 46
    strong: bool = False
    tight: bool = True


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A row of figures, each with its label above."""

    pairs: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its share of the width, whether it holds figures, and how its text looks."""

    head: str
    share: float
    figures: bool = False
    look: Look = Look.CELL


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the last `sums` rows are sums, and those at the places `under` belong to the row above them."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    sums: int = 0
    under: Collection[int] = ()
    tight: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, and what it shows in words."""

    drawing: Drawing
    told: str


@dataclass(frozen=True, slots=True)
class Framed:
    """Text in a frame that nobody overlooks."""

    texts: Sequence[Text]


@dataclass(frozen=True, slots=True)
class Signature:
    """Lines to sign on, each with what is to be written on it and its share of the width; `whose` says who signs."""

    whose: str
    lines: Sequence[tuple[str, float]]
    height: float = 34


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stand on one page."""

    blocks: "Sequence[Block]"


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks in two halves of the page."""

    left: "Sequence[Block]"
    right: "Sequence[Block]"


Block = (
    Part
    | Title
    | Heading
    | Points
    | Facts
    | KeyFigures
    | Table
    | Picture
    | Framed
    | Signature
    | NewPage
    | Together
    | Beside
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: what its pages and properties call it, and its blocks in order.

    A `handout` is set a little larger; a `wide` document lies on its side.
    """

    title: str
    blocks: Sequence[Block]
    handout: bool = False
    wide: bool = False
