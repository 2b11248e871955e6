"""One sheet: a pen that writes downwards, tables with repeated headers, and paper of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from digisos_wizard.export import palette
from digisos_wizard.export.text import one_line
from digisos_wizard.export.workbook.cells import FIRST_YEAR, Content, Formula, plain, value_of
from digisos_wizard.export.workbook.look import Formats, Look
from digisos_wizard.i18n import _

A4 = 9
LINE = 15.0
"""Height of a line of text at 11 points."""
LONGEST_LIST = 255
"""Characters that a list of words to choose from may have."""
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

    def range(self, rows: Range, column: int) -> str:
        """Return a column of rows as other sheets name it."""
        return f"{self._quoted}!{xl_range_abs(rows.first, column, rows.last, column)}"

    def across(self, row: int, first: int, last: int) -> str:
        """Return cells of one row as other sheets name them."""
        return f"{self._quoted}!{xl_range_abs(row, first, row, last)}"

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
        self.wide(0, len(self.widths) - 1, text, Look.LEAD)
        self.row += 1

    def wide(self, first: int, last: int, text: str, *looks: Look) -> None:
        """Write text across columns of the row, which gets as high as it needs to be."""
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
        for position, column in enumerate(columns):
            looks = (Look.HEAD, Look.FIGURE_HEAD) if column.numeric else (Look.HEAD,)
            self.put(self.row, position, column.title, *looks)
        titles = zip(columns, self.widths, strict=False)
        self.raw.set_row(self.row, max(self.height(column.title, width - 3) for column, width in titles) + 4)
        self.row += 1

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[Content]], empty: str = "") -> Range:
        """Write a table and return where its rows stand; `empty` is said where there are none."""
        self.head(columns)
        first = self.row
        for contents in rows:
            for position, (column, content) in enumerate(zip(columns, contents, strict=True)):
                self.put(self.row, position, content, *cell_looks(column, content))
            self.make_room(contents)
            self.row += 1
        last = self.row - 1
        if last < first and empty:
            self.put(self.row, 0, empty, Look.LABEL)
            self.row += 1
        return Range(first, last)

    def make_room(self, contents: Sequence[Content]) -> None:
        """Make the row as high as its texts need: not every reader does so by itself."""
        texts = ((value_of(content), width) for content, width in zip(contents, self.widths, strict=False))
        tallest = max((self.height(text, width) for text, width in texts if isinstance(text, str)), default=0)
        if tallest > LINE + 2:
            self.raw.set_row(self.row, tallest)

    def total(self, contents: Sequence[tuple[Content, Look]]) -> int:
        """Write a row of totals and return its position."""
        for position, (content, look) in enumerate(contents):
            self.put(self.row, position, content, Look.CELL, look, Look.TOTAL)
        self.row += 1
        return self.row - 1

    def freeze(self, row: int, column: int = 0) -> None:
        """Keep what stands above the row and left of the column in sight."""
        self.raw.freeze_panes(row, column)

    def repeat(self, first: int, last: int) -> None:
        """Print these rows on every page."""
        self.raw.repeat_rows(first, last)

    def filter(self, rows: Range, columns: int) -> None:
        """Let the reader filter the table whose header stands above the rows."""
        if not rows.empty:
            self.raw.autofilter(rows.first - 1, 0, rows.last, columns - 1)

    def choose(self, rows: Range, column: int, words: Sequence[str]) -> None:
        """Offer these words in a column, and take others with a warning."""
        if sum(len(word) + 1 for word in words) < LONGEST_LIST and not any("," in word for word in words):
            self._offer(rows, column, list(words))

    def choose_from(self, rows: Range, column: int, source: Range, source_column: int) -> None:
        """Offer in a column what stands in another column of the sheet, and take other words with a warning."""
        if not source.empty:
            self._offer(rows, column, f"={xl_range_abs(source.first, source_column, source.last, source_column)}")

    def _offer(self, rows: Range, column: int, source: list[str] | str) -> None:
        if not rows.empty:
            rule = {
                "validate": "list",
                "source": source,
                "error_type": "warning",
                "error_title": _("Et annet ord"),
                "error_message": _("Velg helst et av ordene i listen."),
            }
            self.raw.data_validation(rows.first, column, rows.last, column, rule)

    def only_dates(self, rows: Range, column: int) -> None:
        """Take nothing but dates in a column."""
        if not rows.empty:
            self.raw.data_validation(
                rows.first,
                column,
                rows.last,
                column,
                {
                    "validate": "date",
                    "criteria": ">=",
                    "value": date(FIRST_YEAR, 1, 1),
                    "error_title": _("Ikke en dato"),
                    "error_message": _("Skriv datoen som 04.03.2027."),
                },
            )

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


def span_fixed(rows: Range, column: int) -> str:
    """Return a column of rows on its own sheet, fixed so that it can be copied."""
    return f"{cell(rows.first, column, fixed=True)}:{cell(rows.last, column, fixed=True)}"


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
