"""What forms are made of: fields below one address, rows of a table, and questions with room for an answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from digisos_wizard.model.address import Address, pattern, value_type
from digisos_wizard.model.base import PerMunicipality
from digisos_wizard.model.forms.rows import Asked, Line
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.reckoned import Reckoned

Lines = Sequence[Sequence[str]]
"""Dotted paths of the fields, those of a line side by side; a text between the lines is a heading."""


class Off(StrEnum):
    """Why a field of a page is not on the paper form."""

    ROOM = "a detail of a row, where the table on paper has no room for one more column"
    PICKED = "picked from what the program knows, or set while working in it"
    RECKONED = "reckoned by the program, and changed only where its figure doesn't fit"
    RARE = "asked for by few, and filled in when it turns up"
    OTHER_PAPER = "asked for on a paper of its own: risk sheet, checklist, measuring sheet, minutes"
    SAME_PAPER = "stands in another table of the same paper"


LeftOff = Mapping[Off, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Fields below one address, in the order of the page.

    `paper` is the order on paper where it is another, `off` says why fields are not there.
    """

    heading: str = ""
    base: Address
    lines: Lines
    paper: Sequence[str] | None = None
    off: LeftOff = field(default_factory=dict)

    @property
    def per_municipality(self) -> bool:
        """Whether municipalities may answer for themselves."""
        kind = value_type(Plan, self.base)
        return isinstance(kind, type) and issubclass(kind, PerMunicipality)

    def on_paper(self) -> Sequence[str]:
        """Return the paths of the fields on paper, in order."""
        left = {path for paths in self.off.values() for path in paths}
        return self.paper if self.paper is not None else [path for path in paths_in(self.lines) if path not in left]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the plan: `lines` are a row's fields on the page.

    On paper every row has its name under `name` (the field at `named`, if it is one) and `columns`: fields with their
    share of the width. The rows are those of `rows`; where they are `known` they stand on the blank form too, and
    `spare` are left empty. Without columns the table isn't on paper.
    """

    table: Address
    lines: Lines
    heading: str = ""
    name: str = ""
    named: str = ""
    columns: Sequence[tuple[str, int]] = ()
    rows: Callable[[Reckoned], Sequence[Line]] | None = None
    known: bool = False
    spare: int = 0
    off: LeftOff | Off = field(default_factory=dict)

    @property
    def base(self) -> Address:
        """The address of any of its rows."""
        return (*self.table, "*")

    def on_paper(self) -> Sequence[str]:
        """Return the paths of the fields on paper, in order."""
        named = [self.named] if self.named else []
        return [*named, *(path for path, _share in self.columns)] if self.columns else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Questions with room for an answer each: title, question and where the answer stands."""

    table: Address
    lines: Lines
    heading: str
    answer: str
    questions: Callable[[Reckoned], Sequence[Asked]]
    off: LeftOff = field(default_factory=dict)

    @property
    def base(self) -> Address:
        """The address of any of its rows."""
        return (*self.table, "*")

    def on_paper(self) -> Sequence[str]:
        """Return the path of the answer."""
        return [self.answer]


Part = Fields | Table | Talk


@dataclass(frozen=True, slots=True)
class Form:
    """What a step asks, in the order of its paper; `title` is empty where it has none."""

    title: str
    parts: Sequence[Part]


def patterns(part: Part, paths: Iterable[str]) -> set[str]:
    """Return the keys of the field catalogue for paths of a part."""
    base = (*part.base, "shared") if isinstance(part, Fields) and part.per_municipality else part.base
    return {pattern(Plan, (*base, *path.split("."))) for path in paths}


def paths_in(lines: Lines) -> Iterator[str]:
    """Yield the paths of the fields, without the headings between them."""
    for line in lines:
        if not isinstance(line, str):
            yield from line
