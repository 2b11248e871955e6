"""What a list or a grid shows: columns, rows and cells as plain values, compared before anything is painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.ui.widgets.look.basics import ToneName


class Way(Enum):
    """How a cell is used: read, typed in, chosen from a list, or ticked."""

    READ = "read"
    TYPED = "typed"
    CHOSEN = "chosen"
    TICKED = "ticked"


class Drawing(Protocol):
    """A small picture in a cell: a value that is compared like the rest, and says in words what it shows."""

    @property
    def words(self) -> str:
        """What the picture shows."""

    def paint(self, painter: QPainter, room: QRectF, font: QFont) -> None:
        """Paint it in the room there is."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its share of the width, the least pixels it needs, and whether numbers stand in it.

    `folds`: where the width is short it becomes part of the second line under the row's title.
    """

    title: str
    weight: int = 1
    least: int = 40
    numeric: bool = False
    folds: bool = False
    bars: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """A few words on a ground in their tone; without a tone they stand as they are."""

    words: str
    tone: ToneName | None = None


class Square(Enum):
    """One of many that a cell counts: full, begun, or not yet."""

    FULL = "full"
    BEGUN = "begun"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, a second line below, and where what is typed or chosen in it goes.

    `wrong` is what is wrong with what was typed; `quiet` is for words that stand for an empty value; `bars` are
    lengths from 0 to 1; `paper_clip` says that attachments are needed. A cell that is a `state` has its words at the
    right, behind the sign. One with a `sign`, with `squares` that count, or on a `chip` has them before its words; one
    that is `drawn` has a picture instead.
    """

    text: str = ""
    below: str = ""
    way: Way = Way.READ
    place: Address = ()
    wrong: str = ""
    quiet: bool = False
    strong: bool = False
    bars: tuple[float, ...] = ()
    paper_clip: bool = False
    state: Sign | None = None
    sign: Sign = Sign.NONE
    squares: tuple[Square, ...] = ()
    chip: bool = False
    drawn: Drawing | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells; a heading spans all columns, a total stands apart, and one that opens has a chevron.

    One that is a `fold` stands for rows that are folded away, and its last cell says what opening it does. Addresses
    below `also` lead to the row as those below its own address do.

    `chip` says in words what remains, `stop` what stops; both stand below the title. `chips` stand on a line of
    their own, with arrows between them. One that is `ticked` or not has a box before its title. One with `acts` asks
    something on a line of its own: a few words, and a button for each act, by its key.
    """

    row_id: str
    address: Address
    cells: tuple[Cell, ...]
    sign: Sign = Sign.NONE
    chip: str = ""
    stop: str = ""
    heading: bool = False
    total: bool = False
    opens: bool = True
    tip: str = ""
    chips: tuple[Chip, ...] = ()
    ticked: bool | None = None
    fold: bool = False
    also: tuple[Address, ...] = ()
    acts: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """The text of the first cell."""
        return self.cells[0].text if self.cells else ""

    @property
    def chosen(self) -> bool:
        """Whether the row can be chosen and opened."""
        return not self.heading and not self.total

    @property
    def state_words(self) -> str:
        """The state as a screen reader says it."""
        words = {Sign.DONE: _("ferdig"), Sign.STOPS: self.stop or _("stopper")}.get(self.sign, self.stop or self.chip)
        return ", ".join(filter(None, (words, " → ".join(chip.words for chip in self.chips))))


def heading(words: str, beside: str = "", columns: int = 1) -> Row:
    """Return a heading over the rows of a group, with a few words at the right."""
    cells = (Cell(words), *(Cell() for _column in range(columns - 2)), Cell(beside)) if columns > 1 else (Cell(words),)
    return Row(f"# {words}", (), cells, heading=True, opens=False)


def fold(key: str, words: str, act: str, columns: int, sign: Sign = Sign.NONE) -> Row:
    """Return a line that stands for rows folded away, with what opening it does at the right."""
    cells = (Cell(words, quiet=True), *(Cell() for _column in range(columns - 2)), Cell(act))
    return Row(f"… {key}", (), cells, sign=sign, opens=False, fold=True)


def found_at(rows: Sequence[Row], row_id: str) -> int:
    """Return the position of a row by its id, -1 where it is not there."""
    return next((position for position, row in enumerate(rows) if row.row_id == row_id), -1)
