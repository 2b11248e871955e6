"""Mutants of the charts in the window and in the workbook."""

from tests.mutants.mutant import Mutant

WINDOW = ("tests/ui/test_charts.py",)
WORKBOOK = ("tests/export/workbook/test_house.py", "tests/export/workbook/test_uncertainty.py")

MUTANTS = (
    Mutant("ui/parts/charts.py", "y(start + value)", "y(start + 2 * value)", WINDOW, alive=True),
    Mutant("ui/parts/charts.py", "up += value", "up += 0", WINDOW, alive=True),
    Mutant("ui/parts/charts.py", "down += value", "down -= value", WINDOW, alive=True),
    Mutant(
        "ui/parts/outlook_chart.py", "(row.net, Qt.BrushStyle", "(row.gross_benefit, Qt.BrushStyle", WINDOW, alive=True
    ),
    Mutant(
        "ui/parts/outlook_chart.py",
        "sorted((axis.y(value), axis.y(0)))",
        "sorted((axis.y(2 * value), axis.y(0)))",
        WINDOW,
        alive=True,
    ),
    Mutant("ui/parts/outlook_chart.py", "axis.y(row.cumulative)", "axis.y(row.net)", WINDOW, alive=True),
    Mutant(
        "ui/parts/outlook_chart.py",
        "part = (month - 1) / self._months",
        "part = month / self._months",
        WINDOW,
        alive=True,
    ),
    Mutant("ui/parts/axis.py", "part * self.plot.height()", "part * self.plot.height() / 2", WINDOW, alive=True),
    Mutant(
        "ui/parts/axis.py",
        "self.plot.left() + width * position",
        "self.plot.left() + width * position / 2",
        WINDOW,
        alive=True,
    ),
    Mutant(
        "export/workbook/charts.py",
        '"values": [name, first, at, last, at]',
        '"values": [name, first, at, last - 1, at]',
        WORKBOOK,
    ),
    Mutant(
        "export/workbook/charts.py",
        '"categories": [name, first, over, last, over]',
        '"categories": [name, first, at, last, at]',
        WORKBOOK,
    ),
    Mutant("export/workbook/net.py", 'series(table, "net", "year"', 'series(table, "gross", "year"', WORKBOOK),
    Mutant(
        "export/workbook/uncertainty.py", 'series(table, f"sum-{outlook}"', 'series(table, f"net-{outlook}"', WORKBOOK
    ),
)
"""Those alive at first passed all default tests: no test looked at what the window's charts draw."""
