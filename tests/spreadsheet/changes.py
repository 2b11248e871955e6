"""What people do to a sheet, done to cells in memory as Excel does it to formulas: insert, delete, sort, type."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.spreadsheet.book import Content, Frame, Loaded, Place, Spreadsheet
from tests.spreadsheet.grammar import REFERENCE
from tests.spreadsheet.values import Value, order

LOST = "#REF!"
Rows = Callable[[int, int], tuple[int, int] | None]
"""First and last row of a reference from 0 -> where they are now; None where they are gone."""
REFERENCES = re.compile(rf"(?<![\w.$']){REFERENCE.pattern}(?![\w(.!])")
RELATIVE = re.compile(r"(?<![\w$'.])(\$?[A-Z]{1,3})(\d+)(?![\w(.!])")


def outside_texts(formula: str, change: Callable[[str], str]) -> str:
    """Return a formula with its parts outside of quotes changed."""
    parts = formula.split('"')
    parts[::2] = map(change, parts[::2])
    return '"'.join(parts)


def _moved(formula: str, home: str, sheet: str, rows: Rows) -> str:
    """Return a formula of a sheet as it is when rows of another one, or of its own, have moved."""

    def one(found: re.Match[str]) -> str:
        prefix = found[0].rpartition("!")[0]
        of = prefix.strip("'").replace("''", "'") if prefix else home
        if of != sheet:
            return found[0]
        top = int(found["top"]) - 1
        bottom = int(found["bottom"]) - 1 if found["bottom"] else top
        new = rows(top, bottom)
        if new is None:
            return LOST
        body = found[0].rpartition("!")[2]
        ends = body.split(":")
        numbers = (new[0], new[1])
        told = ":".join(re.sub(r"\d+$", str(number + 1), end) for end, number in zip(ends, numbers, strict=False))
        return f"{prefix}!{told}" if prefix else told

    return outside_texts(formula, lambda part: REFERENCES.sub(one, part))


class Changed:
    """A spreadsheet under somebody's hands, with its tables."""

    def __init__(self, loaded: Loaded) -> None:
        book = loaded.book
        self.book = Spreadsheet(dict(book.cells), dict(book.names), book.sheets)
        self.frames = {frame.name: frame for frame in loaded.frames}

    def type(self, place: Place, content: Content) -> None:
        """Type something into a cell."""
        self.book.cells[place] = content
        self.book.forget()

    def insert(self, sheet: str, row: int) -> None:
        """Insert an empty row above a row of a sheet."""

        def rows(top: int, bottom: int) -> tuple[int, int]:
            return (top + (top >= row), bottom + (bottom >= row))

        self._move(sheet, rows, lambda at: at + (at >= row))

    def delete(self, sheet: str, row: int) -> None:
        """Delete a row of a sheet."""

        def rows(top: int, bottom: int) -> tuple[int, int] | None:
            if top == bottom == row:
                return None
            return (top - (top > row), bottom - (bottom >= row))

        self._move(sheet, rows, lambda at: None if at == row else at - (at > row))

    def fill_down(self, name: str, row: int) -> None:
        """Copy the formulas of the row above into a row of a table, as Excel does for a new one."""
        frame = self.frames[name]
        for column in range(frame.left, frame.right + 1):
            above = (frame.sheet, row - 1, column)
            if self.book.is_formula(above):
                self.book.cells[frame.sheet, row, column] = _copied(str(self.book.cells[above]), 1)
        self.book.forget()

    def sort(self, name: str, column: int, *, falling: bool = False) -> None:
        """Sort a table by a column, counted from its first."""
        frame = self.frames[name]
        values = {row: self.book.value((frame.sheet, row, frame.left + column)) for row in frame.rows}
        filled = [row for row in frame.rows if values[row] is not None]
        blank = [row for row in frame.rows if values[row] is None]
        for at in range(1, len(filled)):
            # Few rows, and equal ones keep their order: putting each in its place is enough.
            while at and _before(values[filled[at]], values[filled[at - 1]], falling=falling):
                filled[at - 1], filled[at] = filled[at], filled[at - 1]
                at -= 1  # noqa: PLW2901 - goes back with the row that is put in its place
        self._permute(frame, [*filled, *blank])

    def _permute(self, frame: Frame, rows: list[int]) -> None:
        columns = range(frame.left, frame.right + 1)
        before = {(row, column): self.book.cells.get((frame.sheet, row, column)) for row in rows for column in columns}
        for to, row in zip(frame.rows, rows, strict=True):
            for column in columns:
                content = before[row, column]
                if isinstance(content, str) and content.startswith("="):
                    content = _copied(content, to - row)
                self._put((frame.sheet, to, column), content)
        self.book.forget()

    def _put(self, place: Place, content: Content) -> None:
        if content is None:
            self.book.cells.pop(place, None)
        else:
            self.book.cells[place] = content

    def _move(self, sheet: str, rows: Rows, to: Callable[[int], int | None]) -> None:
        cells: dict[Place, Content] = {}
        for (home, row, column), content in self.book.cells.items():
            at = to(row) if home == sheet else row
            if at is None:
                continue
            formula = isinstance(content, str) and content.startswith("=")
            cells[home, at, column] = _moved(str(content), home, sheet, rows) if formula else content
        names = {name: _moved(text, "", sheet, rows) for name, text in self.book.names.items()}
        self.book = Spreadsheet(cells, names, self.book.sheets)
        for name, frame in self.frames.items():
            if frame.sheet == sheet:
                new = rows(frame.head, frame.last)
                assert new is not None
                self.frames[name] = replace(frame, head=new[0], last=new[1])


def _copied(formula: str, by: int) -> str:
    """Return a formula as it is in a row so many further down."""
    return outside_texts(formula, lambda part: RELATIVE.sub(lambda found: f"{found[1]}{int(found[2]) + by}", part))


def _before(value: Value, other: Value, *, falling: bool) -> bool:
    found = order(value, other)
    return found > 0 if falling else found < 0


def read_rows(changed: Changed, name: str) -> Iterator[dict[str, Value]]:
    """Yield a table's rows by the titles of its columns."""
    frame = changed.frames[name]
    value = changed.book.value
    titles = {column: str(value((frame.sheet, frame.head, column))) for column in range(frame.left, frame.right + 1)}
    for row in frame.rows:
        yield {title: value((frame.sheet, row, column)) for column, title in titles.items()}
