"""The workbook as a whole: its sheets in order, named cells, properties, and the bytes at the end."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from io import BytesIO

from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import CellFormulaTuple, Worksheet

from digisos_wizard.export.text import one_line
from digisos_wizard.export.workbook.check import Check
from digisos_wizard.export.workbook.look import Formats
from digisos_wizard.export.workbook.sheet import Sheet, signals
from digisos_wizard.model.figures import Figures

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


class _Plain(Worksheet):  # type: ignore[misc] # XlsxWriter has no types that can be relied on
    """A worksheet that takes formulas as they are: none of ours has a function that files know by another name.

    Looking for such functions in every formula would take most of the time that a large plan takes.
    """

    def _write_formula(self, row: int, col: int, formula: str, cell_format: Format, value: object = 0) -> int:
        self._check_dimensions(row, col)
        self.table[row][col] = CellFormulaTuple(formula.removeprefix("="), cell_format, value)
        return 0


class Book:
    """A workbook in memory; sheets stand in the order in which they are added."""

    def __init__(self, figures: Figures, title: str) -> None:
        self.figures = figures
        self._target = BytesIO()
        self._workbook = Workbook(self._target, _OPTIONS)
        self.formats = Formats(self._workbook)
        self.checks: list[Check] = []
        self.signals = signals(self.formats)
        self._workbook.set_properties(
            {
                "title": title,
                "subject": one_line(figures.plan.decision.office),
                "author": one_line(figures.plan.decision.office),
                "comments": one_line(figures.plan.about.name),
                "created": datetime.combine(figures.today, time(), UTC).replace(tzinfo=None),
            }
        )
        self._workbook.set_size(24_000, 14_000)
        self._workbook.set_calc_mode("auto")

    def sheet(self, name: str, widths: Sequence[float]) -> Sheet:
        """Add a sheet with columns of those widths, in characters."""
        sheet = Sheet(self._workbook.add_worksheet(name, _Plain), self.formats, widths)
        plan = self.figures.plan
        office = plan.decision.office or plan.about.name
        sheet.protect()
        sheet.footer(" · ".join(part for part in (office, f"{self.figures.today:%d.%m.%Y}") if part))
        return sheet

    def hidden(self, name: str) -> Sheet:
        """Add a sheet that only programs see, for what tells the file when it comes back."""
        raw = self._workbook.add_worksheet(name)
        raw.very_hidden()
        return Sheet(raw, self.formats, (24, 24))

    def name(self, name: str, formula: str) -> str:
        """Give a formula a name for other formulas, and return the name."""
        self._workbook.define_name(name, f"={formula}")
        return name

    def column_chart(self) -> Chart:
        """Return a new chart of columns."""
        return self._workbook.add_chart({"type": "column"})

    def line_chart(self) -> Chart:
        """Return a new chart of lines."""
        return self._workbook.add_chart({"type": "line"})

    def close(self) -> bytes:
        """Finish the workbook and return it."""
        self._workbook.close()
        return self._target.getvalue()
