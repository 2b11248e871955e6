"""Excel files from others: opened within limits, cells read as they were meant, and every fault named by its place."""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from digisos_wizard import parse
from digisos_wizard.errors import IntakeError, ParseError
from digisos_wizard.i18n import _

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    AnyCell = Cell | MergedCell | ReadOnlyCell | EmptyCell


OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How files of Excel before 2007 begin, and newer ones with a password."""
LARGEST_INSIDE = 60_000_000
"""Bytes of all parts unpacked; what people send back is far smaller."""
MOST_PARTS = 2_000
MOST_ROWS, MOST_COLUMNS = 5_000, 200
FIRST_YEAR = 2000
"""Earlier days are numbers typed where a day belongs: cells count days from 1900."""
MOST_ABOVE = 60
"""Rows in which the titles of a table are looked for."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: the file, and within it the sheet and the cell where there are any."""

    file: str
    text: str
    sheet: str = ""
    cell: str = ""

    @property
    def words(self) -> str:
        """The fault as a sentence that begins with its place."""
        place = ", ".join(
            part
            for part in (
                self.file,
                _("arket «{name}»").format(name=self.sheet) if self.sheet else "",
                _("celle {place}").format(place=self.cell) if self.cell else "",
            )
            if part
        )
        return f"{place}: {self.text}"

    def saying(self, text: str) -> "Problem":
        """Return the same place with what is wrong there."""
        return replace(self, text=text)


class ProblemError(Exception):
    """A fault that ends the reading of one file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text)
        self.problem = problem


def open_book(name: str, data: bytes) -> "Workbook":
    """Return the workbook with formulas as text; raises ProblemError for what is no workbook or far too large."""
    if data.startswith(OLD_OR_LOCKED):
        raise ProblemError(
            Problem(name, _("Filen har passord eller er fra en gammel Excel. Lagre den som .xlsx uten passord."))
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError) as error:
        raise ProblemError(Problem(name, _("Dette er ikke en Excel-fil. Lagre den som .xlsx."))) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_INSIDE:
        raise ProblemError(Problem(name, _("Filen er for stor til å være riktig fil.")))
    from openpyxl import load_workbook  # noqa: PLC0415 - the window starts without loading openpyxl

    try:
        book = load_workbook(BytesIO(data), keep_links=False)
    except Exception as error:
        raise ProblemError(Problem(name, _("Filen kan ikke leses som en Excel-fil. Den kan være skadet."))) from error
    for sheet in book.worksheets:
        if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
            raise ProblemError(
                Problem(name, _("Arket har langt flere rader eller kolonner enn det skal."), sheet.title)
            )
    return book


def sheet_of(book: "Workbook", name: str, title: str) -> "Worksheet":
    """Return a sheet by its title; raises ProblemError where it has been deleted or renamed."""
    found = next((sheet for sheet in book.worksheets if sheet.title == title), None)
    if found is None:
        text = _("Arket «{title}» mangler. Det kan være slettet eller ha fått nytt navn.").format(title=title)
        raise ProblemError(Problem(name, text))
    return found


def text_in(cell: "AnyCell") -> str:
    """Return a cell as plain text."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def is_empty(cell: "AnyCell") -> bool:
    """Tell whether nothing stands in a cell."""
    return cell.value is None or (isinstance(cell.value, str) and not cell.value.strip())


def number_in(cell: "AnyCell", place: Problem) -> Decimal | None:
    """Return a cell's number, also one typed as text with a comma; None where it is empty.

    Raises ProblemError for formulas, dates, yes or no, and text that is no number.
    """
    value = cell.value
    if is_empty(cell):
        return None
    if cell.data_type == "f" or (isinstance(value, str) and value.startswith("=")):
        raise ProblemError(place.saying(_("Her står det en formel. Skriv tallet i stedet.")))
    if isinstance(value, bool | date | datetime) or cell.data_type == "e":
        raise ProblemError(place.saying(_("Her skal det stå et tall.")))
    if isinstance(value, int | float):
        number = Decimal(str(value))
        if not number.is_finite():
            raise ProblemError(place.saying(_("Her skal det stå et tall.")))
        return number
    try:
        return parse.decimal(str(value))
    except ParseError as error:
        raise ProblemError(place.saying(" ".join((error.message, _("Skriv for eksempel 8 eller 8,5."))))) from error


def day_in(cell: "AnyCell", place: Problem) -> date | None:
    """Return a cell's day, also one typed as text; None where it is empty. Raises ProblemError for anything else."""
    value = cell.value
    if is_empty(cell):
        return None
    found = value.date() if isinstance(value, datetime) else value
    if isinstance(found, date) and found.year >= FIRST_YEAR:
        return found
    if isinstance(value, str) and not value.startswith("="):
        try:
            return parse.day(value)
        except ParseError as error:
            raise ProblemError(place.saying(f"{error.message} {error.next_step}".strip())) from error
    raise ProblemError(place.saying(_("Her skal det stå en dato, for eksempel 04.03.2027.")))


def header_row(
    sheet: "Worksheet", name: str, titles: Sequence[str], *, within: int = MOST_ABOVE
) -> tuple[int, dict[str, int]]:
    """Return the row, from 1, with all the titles, and the column of each; raises ProblemError where one is missing.

    Rows and columns may have been moved: they are known by their titles.
    """
    best: dict[str, int] = {}
    for number, row in enumerate(sheet.iter_rows(max_row=within), start=1):
        found = {text_in(cell): column for column, cell in enumerate(row, start=1) if text_in(cell) in titles}
        if len(found) == len(titles):
            return number, found
        best = max(best, found, key=len)
    missing = next(title for title in titles if title not in best)
    raise ProblemError(Problem(name, _("Kolonnen «{title}» mangler.").format(title=missing), sheet.title))


def place(name: str, sheet: "Worksheet", cell: "AnyCell") -> Problem:
    """Return a problem's place, to be filled with what is wrong there."""
    return Problem(name, "", sheet.title, getattr(cell, "coordinate", ""))


def refuse(problems: Sequence[Problem]) -> None:
    """Raise IntakeError with every problem, a line each; nothing where there are none."""
    if problems:
        raise IntakeError(
            "\n".join(problem.words for problem in problems),
            _("Rett filene, og prøv igjen."),
        )


def below(sheet: "Worksheet", row: int) -> Iterator[int]:
    """Yield the rows below a header, to the last one."""
    yield from range(row + 1, sheet.max_row + 1)
