"""A workbook in memory: constants and formulas by cell, reckoned when asked for."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import openpyxl
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from tests.spreadsheet.functions import FIRST_DAY, FUNCTIONS, FaultError, Given
from tests.spreadsheet.grammar import Area, Binary, Call, Constant, Fault, Named, Node, Row, Unary, parse
from tests.spreadsheet.values import NO_NAME, NO_REF, Matrix, Value, broadcast, joined

Place = tuple[str, int, int]
"""Sheet, row and column, both from 0."""
Content = float | str | bool | None
"""A constant, or a formula as text that begins with `=`."""
DEEPEST = 20_000
SIGNS = {"+": 1.0, "-": -1.0}


class Spreadsheet:
    """Cells by place; formulas are reckoned once, until something is changed."""

    def __init__(self, cells: dict[Place, Content], names: dict[str, str], sheets: tuple[str, ...]) -> None:
        self.cells = cells
        self.names = names
        self.sheets = sheets
        self._known: dict[Place, Value] = {}
        self._under_way: set[Place] = set()

    def forget(self) -> None:
        """Reckon everything anew."""
        self._known.clear()

    def is_formula(self, place: Place) -> bool:
        """Tell whether a cell holds a formula."""
        content = self.cells.get(place)
        return isinstance(content, str) and content.startswith("=")

    def value(self, place: Place) -> Value:
        """Return a cell's value."""
        content = self.cells.get(place)
        if not (isinstance(content, str) and content.startswith("=")):
            return content[1:] if isinstance(content, str) and content.startswith("\0") else content
        if place not in self._known:
            if place in self._under_way:
                raise RecursionError(f"{place} rests on itself")
            self._under_way.add(place)
            try:
                self._known[place] = self._single(self._reckoned(parse(content[1:], place[0], place[1]), place))
            finally:
                self._under_way.discard(place)
        return self._known[place]

    @staticmethod
    def _single(found: Given) -> Value:
        return 0.0 if found.value is None else found.value

    def _reckoned(self, node: Node, at: Place) -> Given:
        match node:
            case Constant(value):
                return Given([[value]], cells=False)
            case Area():
                return self._area(node.seen_from(at[1]))
            case Row(values):
                return Given([list(values)], cells=False)
            case Named(name):
                return self._named(name, at)
            case Unary(sign, operand):
                return self._joined("*", self._reckoned(operand, at), Given([[SIGNS[sign]]], cells=False))
            case Binary(sign, left, right):
                return self._joined(sign, self._reckoned(left, at), self._reckoned(right, at))
            case Call(name, given):
                return self._called(name, given, at)

    def _named(self, name: str, at: Place) -> Given:
        if name not in self.names:
            return Given([[NO_NAME]], cells=False)
        return self._reckoned(parse(self.names[name], at[0], at[1]), at)

    @staticmethod
    def _joined(sign: str, one: Given, other: Given) -> Given:
        if one.is_array or other.is_array:
            return Given(broadcast(sign, one.matrix, other.matrix), cells=False)
        return Given([[joined(sign, one.value, other.value)]], cells=False)

    def _area(self, area: Area) -> Given:
        if area.sheet not in self.sheets:
            return Given([[NO_REF]], cells=False)
        rows, columns = range(area.top, area.bottom + 1), range(area.left, area.right + 1)
        return Given([[self.value((area.sheet, row, column)) for column in columns] for row in rows], cells=True)

    def _called(self, name: str, given: tuple[Node, ...], at: Place) -> Given:
        try:
            match name:
                case "IF":
                    return self._chosen(given, at)
                case "IFERROR":
                    found = self._reckoned(given[0], at)
                    return self._reckoned(given[1], at) if isinstance(found.value, Fault) else found
                case "INDEX":
                    return self._indexed(given, at)
                case "ROW":
                    return self._rows(given, at)
                case _:
                    found_all = [self._reckoned(one, at) for one in given]
                    result = FUNCTIONS[name](found_all)
        except FaultError as error:
            return Given([[error.fault]], cells=False)
        return Given(result if isinstance(result, list) else [[result]], cells=False)

    def _chosen(self, given: tuple[Node, ...], at: Place) -> Given:
        test = self._reckoned(given[0], at).value
        if isinstance(test, Fault):
            return Given([[test]], cells=False)
        if test:
            return self._reckoned(given[1], at)
        return self._reckoned(given[2], at) if len(given) > 2 else Given([[False]], cells=False)

    def _indexed(self, given: tuple[Node, ...], at: Place) -> Given:
        area = given[0].seen_from(at[1]) if isinstance(given[0], Area) else given[0]
        row, column = (self._whole(given[number], at) if number < len(given) else 1 for number in (1, 2))
        if not isinstance(area, Area):
            return Given([[NO_REF]], cells=False)
        top, bottom = (area.top, area.bottom) if row == 0 else (area.top + row - 1,) * 2
        left, right = (area.left, area.right) if column == 0 else (area.left + column - 1,) * 2
        if bottom > area.bottom or right > area.right:
            return Given([[NO_REF]], cells=False)
        return self._area(Area(area.sheet, top, left, bottom, right))

    def _whole(self, node: Node, at: Place) -> int:
        found = self._reckoned(node, at).value
        if isinstance(found, Fault):
            raise FaultError(found)
        assert isinstance(found, float | int)
        return int(found)

    @staticmethod
    def _rows(given: tuple[Node, ...], at: Place) -> Given:
        if not given:
            return Given([[float(at[1] + 1)]], cells=False)
        if not isinstance(given[0], Area):
            return Given([[NO_REF]], cells=False)
        area = given[0].seen_from(at[1])
        rows: Matrix = [[float(row + 1)] for row in range(area.top, area.bottom + 1)]
        return Given(rows, cells=False)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where an Excel table stands: its header's row, and its last one, its first and last column, all from 0."""

    name: str
    sheet: str
    head: int
    last: int
    left: int
    right: int

    @property
    def rows(self) -> range:
        """Its rows without the header."""
        return range(self.head + 1, self.last + 1)


@dataclass(frozen=True)
class Loaded:
    """A workbook as it was read: its cells, its tables, and the values that are stored with its formulas."""

    book: Spreadsheet
    frames: tuple[Frame, ...]
    stored: Mapping[Place, Value]


def load(data: bytes) -> Loaded:
    """Read a workbook."""
    sys.setrecursionlimit(max(sys.getrecursionlimit(), DEEPEST))
    with_formulas, with_values = (openpyxl.load_workbook(BytesIO(data), data_only=only) for only in (False, True))
    cells: dict[Place, Content] = {}
    stored: dict[Place, Value] = {}
    for sheet in with_formulas.worksheets:
        values = with_values[sheet.title]
        for place, content, kind in _contents(sheet):
            cells[place] = content
            if kind == "f":
                stored[place] = _constant(values.cell(place[1] + 1, place[2] + 1).value)
    names = {name: found.attr_text for name, found in with_formulas.defined_names.items()}
    frames = tuple(_frames(with_formulas.worksheets))
    return Loaded(Spreadsheet(cells, names, tuple(with_formulas.sheetnames)), frames, stored)


def _frames(sheets: Sequence[Worksheet]) -> Iterator[Frame]:
    for sheet in sheets:
        for table in sheet.tables.values():
            left, top, right, bottom = (int(end or 0) - 1 for end in range_boundaries(table.ref))
            yield Frame(table.displayName, sheet.title, top, bottom, left, right)


def _contents(sheet: Worksheet) -> Iterator[tuple[Place, Content, str]]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            place = (sheet.title, cell.row - 1, cell.column - 1)
            kind = cell.data_type
            content = str(cell.value) if kind == "f" else _constant(cell.value)
            if kind != "f" and isinstance(content, str) and content.startswith("="):
                content = f"\0{content}"
            yield place, content, kind


def _constant(value: object) -> Content:
    if isinstance(value, datetime):
        return float((value.date() - FIRST_DAY).days)
    if isinstance(value, bool | str) or value is None:
        return value
    assert isinstance(value, int | float)
    return float(value)
