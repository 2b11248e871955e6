"""Reading a workbook back with openpyxl: values as stored, formulas, and rows by their label."""

from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from digisos_wizard.export import workbook
from digisos_wizard.model.figures import Figures

ERRORS = ("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "Err:")


@dataclass(frozen=True)
class Read:
    """The same workbook twice: with formulas, and with the values stored beside them."""

    data: bytes
    formulas: openpyxl.Workbook
    values: openpyxl.Workbook

    def sheet(self, name: str) -> Worksheet:
        """Return a sheet with values."""
        found = self.values[name]
        assert isinstance(found, Worksheet)
        return found

    def formula_cells(self) -> list[tuple[str, Cell, object]]:
        """Return sheet, cell and stored value of every formula."""
        found: list[tuple[str, Cell, object]] = []
        for sheet in self.formulas.worksheets:
            for row in sheet.iter_rows():
                found += [
                    (sheet.title, cell, self.sheet(sheet.title)[cell.coordinate].value)
                    for cell in row
                    if isinstance(cell, Cell) and cell.data_type == "f"
                ]
        return found

    def texts(self, name: str) -> list[object]:
        """Return everything that stands in a sheet."""
        return [cell for row in self.sheet(name).iter_rows(values_only=True) for cell in row if cell is not None]

    def table(self, name: str) -> list[dict[str, object]]:
        """Return the rows of an Excel table by the titles of its columns, those that have a first cell."""
        sheet, (left, top, right, bottom) = self._frame(name)
        head, *rows = sheet.iter_rows(top, bottom, left, right, values_only=True)
        return [dict(zip(map(str, head), row, strict=True)) for row in rows if row[0] not in {None, ""}]

    def keyed(self, name: str, key: str = "Nr.") -> dict[object, dict[str, object]]:
        """Return the rows of an Excel table by their keys."""
        return {row[key]: row for row in self.table(name)}

    def place(self, name: str, key: object, title: str) -> tuple[str, str]:
        """Return the sheet and the cell of a table's row and column."""
        sheet, (left, top, right, bottom) = self._frame(name)
        head, *rows = sheet.iter_rows(top, bottom, left, right)
        column = next(at for at, cell in enumerate(head) if cell.value == title)
        return sheet.title, next(row[column].coordinate for row in rows if key in {cell.value for cell in row})

    def spare(self, name: str) -> int:
        """Return the first row of a table, from 1, that nothing stands in."""
        sheet, (left, top, _right, bottom) = self._frame(name)
        return next(row for row in range(top + 1, bottom + 1) if sheet.cell(row, left).value in {None, ""})

    def _frame(self, name: str) -> tuple[Worksheet, tuple[int, int, int, int]]:
        for sheet in self.formulas.worksheets:
            if name in sheet.tables:
                left, top, right, bottom = (int(end or 0) for end in range_boundaries(sheet.tables[name].ref))
                return self.sheet(sheet.title), (left, top, right, bottom)
        raise AssertionError(f"no table {name!r}")

    def row(self, name: str, label: object, *, after: object = None, column: int = 1) -> list[object]:
        """Return the first row whose cell in the column is the label, below the row that begins with `after`."""
        waiting = after is not None
        for row in self.sheet(name).iter_rows(values_only=True):
            if waiting:
                waiting = row[0] != after
            elif row[column - 1] == label:
                return list(row)
        raise AssertionError(f"{label!r} not found in {name}")


def read(data: bytes) -> Read:
    """Read a workbook."""
    return Read(data, openpyxl.load_workbook(BytesIO(data)), openpyxl.load_workbook(BytesIO(data), data_only=True))


def written(figures: Figures) -> Read:
    """Build a workbook and read it back."""
    return read(workbook.build(figures))


def numbers(cells: list[object]) -> list[Decimal]:
    """Return the numbers among the cells, to the øre."""
    return [Decimal(str(cell)).quantize(Decimal("0.01")) for cell in cells if isinstance(cell, int | float)]
