"""What a list or a grid shows: columns, rows and cells as plain values, compared before anything is painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.ui.widgets.look.basics import ToneName


class Way(Enum):
    """How a cell is used: read, typed in, or chosen from a list."""

    READ = "read"
    TYPED = "typed"
    CHOSEN = "chosen"


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


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, a second line below, and where what is typed or chosen in it goes.

    `wrong` is what is wrong with what was typed; `quiet` is for words that stand for an empty value; `bars` are
    lengths from 0 to 1; `paper_clip` says that attachments are needed. A cell that is a `state` has its words at the
    right, behind the sign.
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


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells; a heading spans all columns, a total stands apart, and one that opens has a chevron.

    `chip` says in words what remains, `stop` what stops; both stand below the title. `chips` stand on a line of
    their own, with arrows between them.
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


def found_at(rows: Sequence[Row], row_id: str) -> int:
    """Return the position of a row by its id, -1 where it is not there."""
    return next((position for position, row in enumerate(rows) if row.row_id == row_id), -1)
