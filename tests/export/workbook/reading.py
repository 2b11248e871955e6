"""Reading a workbook back with openpyxl: values as stored, formulas, and rows by their label."""

from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

import openpyxl
from openpyxl.cell.cell import Cell
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
