"""Amounts and who pays which part of them, as the cost sheets list both."""

from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook.amounts import number
from digisos_wizard.export.workbook.cost_lines import Line
from digisos_wizard.export.workbook.cost_rows import Amount, amount_of, gather
from digisos_wizard.export.workbook.costs import payers
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures


@dataclass(frozen=True, slots=True)
class Parted:
    """Every amount once, and the lines of those who pay it."""

    amounts: tuple[Amount, ...]
    lines: tuple[Line, ...]


def parted(figures: Figures) -> Parted:
    """Return amounts and lines in the order of the costs."""
    costs, numbers = figures.costs, payers(figures)
    amounts, lines = [], []
    for row in gather(costs):
        payer = row.first.municipality
        name = municipality_name(figures.plan, payer)
        amounts.append(amount_of(row, name, costs.index_factor))
        one, none = Decimal(1), Decimal(0)
        lines.append(Line(row, number(len(amounts) - 1), numbers[payer], name, 1, one, none, one))
    return Parted(tuple(amounts), tuple(lines))
