"""Mutants of the charts in the window and in the workbook."""

from tests.mutants.mutant import Mutant

WINDOW = ("tests/ui/test_charts.py",)
WORKBOOK = ("tests/export/workbook/test_house.py", "tests/export/workbook/test_uncertainty.py")

MUTANTS = (
    Mutant("ui/widgets/charts/stacked.py", "y(start + value)", "y(start + 2 * value)", WINDOW),
    Mutant("ui/widgets/charts/stacked.py", "up += value", "up += 0", WINDOW),
    Mutant(
        "ui/widgets/charts/outlook.py",
        "sorted((axis.y(row.net), axis.y(0)))",
        "sorted((axis.y(2 * row.net), axis.y(0)))",
        WINDOW,
    ),
    Mutant("ui/widgets/charts/swing.py", "end = left + width * share", "end = left + width * share / 2", WINDOW),
    Mutant("ui/widgets/charts/axis.py", "part * self.plot.height()", "part * self.plot.height() / 2", WINDOW),
    Mutant("ui/widgets/charts/axis.py", "left() + width * position", "left() + width * position / 2", WINDOW),
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
