"""A table of the workbook: rows known by a key, columns by their names, and formulas that hold wherever a row stands.

A formula names cells of its own row, whole columns and nothing in between; other tables are read by key. So rows can be
sorted, inserted and deleted. Columns reach from the header to a closing row, so that a new row is always inside.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_cell_to_rowcol, xl_range_abs

from digisos_wizard.export.workbook import valid
from digisos_wizard.export.workbook.cells import Content, Formula, Plain
from digisos_wizard.export.workbook.look import FIGURES, Look
from digisos_wizard.export.workbook.sheet import Sheet, cell
from digisos_wizard.i18n import _

Own = Callable[[str], str]
"""Field -> the cell of the row that a formula stands in."""
Text = Callable[[Own], str]
"""The text of a column's formula."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell with a look of its own, such as a share among numbers."""

    content: Plain | Formula
    look: Look


Row = Mapping[str, Content | Shown]


@dataclass(frozen=True, slots=True)
class Field:
    """A column: typed by people unless it is computed or locked; `words` are what may be typed in it."""

    key: str
    title: str
    look: Look = Look.TEXT
    width: float = 12
    computed: bool = False
    locked: bool = False
    words: tuple[str, ...] = ()

    @property
    def typed(self) -> bool:
        """Whether people fill it in."""
        return not (self.computed or self.locked)

    @property
    def numeric(self) -> bool:
        """Whether its cells hold numbers, and stand to the right."""
        return self.look in FIGURES


class Table:
    """A table on a sheet, placed before it is written so that others can name its cells."""

    def __init__(
        self,
        sheet: Sheet,
        name: str,
        fields: Sequence[Field],
        count: int,
        spare: int = 0,
        key: str = "",
        *,
        unique: bool = True,
    ) -> None:
        self.sheet = sheet
        self.name = name
        self.fields = tuple(fields)
        self.head = sheet.row
        self.count = count
        self.key = key or fields[0].key
        self.unique = unique
        self.rules: dict[str, valid.Rule] = {}
        self.spare = spare if count + spare else 1
        self.fixed = bool(count) and not spare
        self._at = {field.key: number for number, field in enumerate(self.fields)}
        self._quoted = quote_sheetname(sheet.name)

    def grow(self, count: int) -> None:
        """Say how many rows there are, where that is known only now."""
        self.count, self.spare = count, 0 if count else 1

    @property
    def first(self) -> int:
        """The first row below the header."""
        return self.head + 1

    @property
    def last(self) -> int:
        """The last row that can be filled in."""
        return self.head + self.count + self.spare

    @property
    def closing(self) -> int:
        """The row that closes the table: what is inserted above it is inside."""
        return self.last + 1

    def at(self, key: str) -> int:
        """Return the position of a field's column."""
        return self._at[key]

    def column(self, key: str) -> str:
        """Return a whole column, from header to closing row, as any sheet names it."""
        at = self._at[key]
        return f"{self._quoted}!{xl_range_abs(self.head, at, self.closing, at)}"

    def columns(self, first: str = "", last: str = "") -> str:
        """Return columns side by side, from header to closing row; without names the whole table."""
        left = self._at[first] if first else 0
        right = self._at[last] if last else len(self.fields) - 1
        return f"{self._quoted}!{xl_range_abs(self.head, left, self.closing, right)}"

    def titled(self, title: str) -> str:
        """Return the formula for the column with a title that is reckoned itself."""
        heads = f"{self._quoted}!{xl_range_abs(self.head, 0, self.head, len(self.fields) - 1)}"
        return f"INDEX({self.columns()},0,MATCH({title},{heads},0))"

    def place(self, row: int, key: str) -> str:
        """Return one cell as other sheets name it, for what can't look it up: charts and links."""
        return self.sheet.ref(row, self._at[key])

    def find(self, key: str, wanted: str) -> str:
        """Return the formula for a field of the row whose key is `wanted`; an error where there is no such row."""
        return f"INDEX({self.column(key)},MATCH({wanted},{self.column(self.key)},0))"

    def own(self, row: int) -> Own:
        """Return how cells of a row are named."""
        return lambda key: f"${cell(row, self._at[key])}"

    def here(self, key: str) -> str:
        """Return a field's cell in the first row, as rules that go for the whole column name it."""
        return self.own(self.first)(key)

    def structured(self, key: str) -> str:
        """Return a cell of a formula's own row by its title, as tables name it."""
        return f"{self.name}[[#This Row],[{self.fields[self._at[key]].title}]]"

    def fill(self, rows: Sequence[Row], formulas: Mapping[str, Text], *, filtered: bool = True) -> None:
        """Write header, rows and spare rows."""
        texts = {key: self._guarded(key, text) for key, text in formulas.items()}
        self._declare(texts, filtered=filtered)
        self.sheet.row = self.head
        self.sheet.titles([(field.title, field.numeric) for field in self.fields], [f.width for f in self.fields])
        for number in range(self.count + self.spare):
            self._row(self.first + number, rows[number] if number < len(rows) else {}, texts)
        self._close()
        for field in self.fields:
            rule = self.rules.get(field.key) or (valid.of_look(field.look, field.words) if field.typed else None)
            if rule is not None:
                self._limit(field.key, rule)

    def _limit(self, key: str, rule: valid.Rule) -> None:
        """Take in a column nothing but what its rule says."""
        at = self._at[key]
        told = {"error_title": rule[1][0], "error_message": rule[1][1]}
        self.sheet.raw.data_validation(self.first, at, self.last, at, rule[0] | told)

    def _guarded(self, key: str, text: Text) -> Text:
        """Return a formula that says nothing in a row without a key."""
        if key == self.key:
            return text
        return lambda own: f'IF(LEN({own(self.key)})=0,"",{text(own)})'

    def _declare(self, texts: Mapping[str, Text], *, filtered: bool) -> None:
        columns = [{"header": field.title} for field in self.fields]
        options = {"name": self.name, "columns": columns, "style": None, "autofilter": filtered}
        self.sheet.raw.add_table(self.head, 0, self.last, len(self.fields) - 1, options)
        # Given as an option, the formula would be written to every cell as well, and looked through for each.
        declared = self.sheet.raw.tables[-1]["columns"]
        for field, column in zip(self.fields, declared, strict=True):
            if field.key in texts and field.key != self.key:
                column["formula"] = texts[field.key](self.structured)

    def _row(self, row: int, contents: Row, texts: Mapping[str, Text]) -> None:
        sheet, own = self.sheet, self.own(row)
        shown: list[Content] = []
        for number, field in enumerate(self.fields):
            content = contents.get(field.key)
            looks = [Look.CELL, field.look]
            if isinstance(content, Shown):
                looks.append(content.look)
                content = content.content
            if field.key in texts and not isinstance(content, Formula):
                content = Formula(texts[field.key](own), "" if content is None else content)
            if field.typed:
                looks += [Look.INPUT, Look.OPEN]
            sheet.put(row, number, content, *looks)
            shown.append(content)
        sheet.make_room(row, shown, [field.width for field in self.fields])

    def _close(self) -> None:
        sheet = self.sheet
        sheet.raw.set_row(self.closing, 15 if self.spare else 4)
        for number, field in enumerate(self.fields):
            told = _("Nye rader settes inn over denne linjen.") if number == 1 and self.spare else None
            sheet.put(self.closing, number, None if field.numeric else told, Look.CLOSING)
        sheet.row = self.closing + 1

    def hide(self, *keys: str) -> None:
        """Hide columns that only formulas read."""
        for key in keys:
            self.sheet.raw.set_column(self._at[key], self._at[key], None, None, {"hidden": True})

    def signal(self, key: str, words: Sequence[tuple[str, Format]]) -> None:
        """Colour the cells of a column that begin with one of the words; the word stays what is read."""
        at = self._at[key]
        for word, look in words:
            rule = {"type": "text", "criteria": "begins with", "value": word, "format": look}
            self.sheet.raw.conditional_format(self.first, at, self.last, at, rule)

    def colour(self, key: str, test: str, look: Format) -> None:
        """Colour the cells of a column for which a formula is true; `{}` in it is the cell."""
        at = self._at[key]
        here = f"${cell(self.first, at)}"
        rule = {"type": "formula", "criteria": f"={test.format(here)}", "format": look}
        self.sheet.raw.conditional_format(self.first, at, self.last, at, rule)

    def sum(self, key: str, value: Plain) -> Formula:
        """Return the sum of a column."""
        return Formula(f"SUM({self.column(key)})", value)

    def total(self, label: str, contents: Mapping[str, Content]) -> int:
        """Write a row of totals under the table and return its position."""
        row = self.sheet.row
        for number, field in enumerate(self.fields):
            content = label if number == 0 else contents.get(field.key)
            self.sheet.put(row, number, content, Look.CELL, field.look if number else Look.TEXT, Look.TOTAL)
        self.sheet.row += 1
        return row


def in_order(view: Table, shown: Table, order: str) -> Text:
    """Return the formula for the key of a row that shows the next row of another table, whatever order that is in.

    It counts what stands above, so that a row put in or taken out leaves no gap.
    """

    def text(own: Own) -> str:
        row, _column = xl_cell_to_rowcol(own(view.key))
        above = f"{cell(view.head, 0, fixed=True)}:{cell(row - 1, 0)}"
        rank = f"MATCH(SUMPRODUCT((LEN({above})>0)*1),{shown.column(order)},0)"
        return f'IFERROR(INDEX({shown.column(shown.key)},{rank}),"")'

    return text
