"""One sheet: a pen that writes downwards, tables with repeated headers, and paper of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from digisos_wizard.export import palette
from digisos_wizard.export.text import one_line
from digisos_wizard.export.workbook.cells import Content, Formula, plain, value_of
from digisos_wizard.export.workbook.look import Formats, Look
from digisos_wizard.i18n import _

A4 = 9
LINE = 15.0
"""Height of a line of text at 11 points."""
ROOM = 950
"""Dots that a page is wide at full size; a column takes 7 for each character and 5 around them."""
READ = 130.0
"""Characters that a sentence across the sheet is wide at most, so that a page has room for it."""
SMALLEST = 73
"""Percent: 11 points printed so are 8 points."""
TALLEST = 400.0
"""Excel's rows end at 409 points."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, and how its cells look."""

    title: str
    look: Look = Look.TEXT
    editable: bool = False

    @property
    def numeric(self) -> bool:
        """Whether its cells stand to the right."""
        return self.look not in {Look.TEXT, Look.DATE, Look.CENTRED}


@dataclass(frozen=True, slots=True)
class Range:
    """The rows of a table that hold data, first and last inclusive, counted from 0; `last` < `first` is none."""

    first: int
    last: int

    @property
    def empty(self) -> bool:
        """Whether the table has no rows."""
        return self.last < self.first


class Sheet:
    """A worksheet with a pen at `row`, which is where the next thing goes."""

    def __init__(self, worksheet: Worksheet, formats: Formats, widths: Sequence[float]) -> None:
        self.raw = worksheet
        self._quoted = quote_sheetname(worksheet.get_name())
        self.formats = formats
        self.widths = tuple(widths)
        self.row = 0
        for column, width in enumerate(widths):
            worksheet.set_column(column, column, width, formats.of(Look.TEXT))
        worksheet.hide_gridlines(2)
        # Years in headers are text, and formulas differ from year to year on purpose: no green corners for that.
        worksheet.ignore_errors(
            dict.fromkeys(("number_stored_as_text", "formula_differs", "formula_range"), "A1:ZZ9999")
        )
        worksheet.set_landscape()
        worksheet.set_paper(A4)
        worksheet.fit_to_pages(1, 0)
        worksheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)

    @property
    def name(self) -> str:
        """The sheet's name."""
        return str(self.raw.get_name())

    def footer(self, left: str) -> None:
        """Print the text, the sheet's name and the page numbers under every page."""
        words = one_line(left)[:90].replace("&", "&&")
        self.raw.set_footer(
            "&L&9{left}&C&9&A&R&9{page}".format(
                left=words, page=_("Side {page} av {pages}").format(page="&P", pages="&N")
            )
        )

    def ref(self, row: int, column: int) -> str:
        """Return the cell as other sheets name it."""
        return f"{self._quoted}!{cell(row, column, fixed=True)}"

    def title(self, text: str, lead: str = "") -> None:
        """Write the sheet's title and what it shows."""
        self.raw.set_row(self.row, 32)
        self.put(self.row, 0, text, Look.TITLE)
        self.row += 1
        if lead:
            self.note(lead)
        self.row += 1

    def heading(self, text: str, lead: str = "") -> None:
        """Write a heading within the sheet."""
        self.raw.set_row(self.row, 24)
        self.put(self.row, 0, text, Look.HEADING)
        self.row += 1
        if lead:
            self.note(lead)

    def note(self, text: str) -> None:
        """Write a sentence across the sheet, as high as it needs to be."""
        last = max(at for at in range(len(self.widths)) if at == 0 or sum(self.widths[: at + 1]) <= READ)
        self.wide(0, last, text, Look.LEAD)
        self.row += 1

    def wide(self, first: int, last: int, text: str, *looks: Look) -> None:
        """Write text across columns of the row, which gets as high as it needs to be."""
        if last > first:
            self.raw.merge_range(self.row, first, self.row, last, "", self.formats.of(*looks))
        self.put(self.row, first, text, *looks)
        self.raw.set_row(self.row, self.height(text, sum(self.widths[first : last + 1])))

    @staticmethod
    def height(text: str, width: float) -> float:
        """Return the height in points that text takes in a cell of that width in characters."""
        lines = sum(1 if len(line) <= width else ceil(len(line) * 1.02 / width) for line in text.split("\n"))
        return min(TALLEST, lines * LINE + 2)

    def put(self, row: int, column: int, content: Content, *looks: Look) -> None:
        """Write one cell: text always as text, whatever it begins with."""
        if isinstance(content, Formula):
            value = plain(content.value)
            shown = serial(value) if isinstance(value, date) else value
            self.raw.write_formula(
                row, column, f"={content.text}", self.formats.of(*looks), "" if shown is None else shown
            )
            return
        value = plain(content)
        match value:
            case None:
                self.raw.write_blank(row, column, None, self.formats.of(*looks))
            case str():
                if value[0] in "=+-@'":
                    looks = (*looks, Look.TYPED)
                self.raw.write_string(row, column, value, self.formats.of(*looks))
            case date():
                self.raw.write_datetime(row, column, value, self.formats.of(*looks))
            case _:
                self.raw.write_number(row, column, value, self.formats.of(*looks))

    def pairs(self, pairs: Iterable[tuple[str, Content]], *looks: Look) -> None:
        """Write labels in the first column and what they stand for in the second."""
        for label, content in pairs:
            self.put(self.row, 0, label, Look.CELL, Look.LABEL)
            self.put(self.row, 1, content, Look.CELL, *looks_for(content), *looks)
            self.row += 1

    def head(self, columns: Sequence[Column]) -> None:
        """Write the header of a table."""
        self.titles([(column.title, column.numeric) for column in columns], self.widths)

    def titles(self, titles: Sequence[tuple[str, bool]], widths: Sequence[float]) -> None:
        """Write the titles of columns, and whether each holds numbers; a button to filter by takes its room."""
        for position, (title, numeric) in enumerate(titles):
            looks = (Look.HEAD, Look.FIGURE_HEAD) if numeric else (Look.HEAD,)
            self.put(self.row, position, title, *looks)
        tallest = max(self.height(title, width - 3) for (title, _numeric), width in zip(titles, widths, strict=False))
        self.raw.set_row(self.row, tallest + 4)
        self.row += 1

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[Content]], empty: str = "") -> Range:
        """Write a table and return where its rows stand; `empty` is said where there are none."""
        self.head(columns)
        first = self.row
        for contents in rows:
            for position, (column, content) in enumerate(zip(columns, contents, strict=True)):
                self.put(self.row, position, content, *cell_looks(column, content))
            self.make_room(self.row, contents, self.widths)
            self.row += 1
        last = self.row - 1
        if last < first and empty:
            self.put(self.row, 0, empty, Look.LABEL)
            self.row += 1
        return Range(first, last)

    def make_room(self, row: int, contents: Sequence[Content], widths: Sequence[float]) -> None:
        """Make a row as high as its texts need: not every reader does so by itself."""
        texts = ((value_of(content), width) for content, width in zip(contents, widths, strict=False))
        tallest = max((self.height(text, width) for text, width in texts if isinstance(text, str)), default=0)
        if tallest > LINE + 2:
            self.raw.set_row(row, tallest)

    def freeze(self, row: int, column: int = 0) -> None:
        """Keep what stands above the row and left of the column in sight."""
        self.raw.freeze_panes(row, column)

    def repeat(self, first: int, last: int) -> None:
        """Print these rows on every page."""
        self.raw.repeat_rows(first, last)

    def break_columns(self, kept: int = 2) -> None:
        """Print no smaller than can be read: columns without room go on pages of their own, with the first ones."""
        dots = [width * 7 + 5 for width in self.widths]
        if ROOM * 100 / sum(dots) >= SMALLEST:
            return
        self.raw.set_print_scale(SMALLEST)
        self.raw.repeat_columns(0, kept - 1)
        taken, breaks = 0.0, []
        for position, width in enumerate(dots):
            if taken + width > ROOM * 100 / SMALLEST:
                breaks.append(position)
                taken = sum(dots[:kept])
            taken += width
        self.raw.set_v_pagebreaks(breaks)

    def protect(self) -> None:
        """Guard formulas against slips of the hand: without a password, so that who must can open the sheet."""
        allowed = ("format_cells", "format_columns", "format_rows", "sort", "autofilter")
        self.raw.protect("", dict.fromkeys(allowed, True))

    def signal(self, rows: Range, columns: tuple[int, int], words: Sequence[tuple[str, Format]]) -> None:
        """Colour the cells that hold one of the words; the word stays what is read."""
        if rows.empty:
            return
        for word, look in words:
            self.raw.conditional_format(
                rows.first,
                columns[0],
                rows.last,
                columns[1],
                {"type": "text", "criteria": "begins with", "value": word, "format": look},
            )


def cell(row: int, column: int, *, fixed: bool = False) -> str:
    """Return a cell's name on its own sheet."""
    return str(xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed))


def span(first: tuple[int, int], last: tuple[int, int]) -> str:
    """Return a range's name on its own sheet, from (row, column) to (row, column)."""
    return f"{cell(*first)}:{cell(*last)}"


def cell_looks(column: Column, content: Content) -> tuple[Look, ...]:
    """Return how a table's cell looks, finer where its number has decimals."""
    look = column.look
    if isinstance(content, Decimal):
        if look is Look.NUMBER and content != content.to_integral_value():
            look = Look.FINE
        elif look is Look.PERCENT and content * 100 != (content * 100).to_integral_value():
            look = Look.FINE_PERCENT
    return (Look.CELL, look, Look.INPUT) if column.editable else (Look.CELL, look)


def looks_for(content: Content) -> tuple[Look, ...]:
    """Return how a single value looks."""
    value = content.value if isinstance(content, Formula) else content
    return (Look.DATE,) if isinstance(value, date) else ()


def serial(day: date) -> int:
    """Return a day as the number that cells count it by."""
    return (date(day.year, day.month, day.day) - date(1899, 12, 30)).days


def signals(formats: Formats) -> dict[str, Format]:
    """Return the colours of good, middling and bad news."""
    return {
        "good": formats.signal(palette.SUCCESS_TEXT, palette.SUCCESS_MODERATE),
        "wait": formats.signal(palette.WARNING_TEXT, palette.WARNING_MODERATE),
        "bad": formats.signal(palette.DANGER_TEXT, palette.DANGER_MODERATE),
    }
