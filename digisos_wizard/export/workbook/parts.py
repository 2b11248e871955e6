"""Amounts and who pays which part of them, as the cost sheets list both."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook.amounts import number
from digisos_wizard.export.workbook.cost_lines import Line
from digisos_wizard.export.workbook.cost_rows import Amount, CostRow, amounts_of, gather
from digisos_wizard.export.workbook.costs import payers
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.costs.result import Payer

NONE, WHOLE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Parted:
    """Every amount once, and the lines of those who pay it."""

    amounts: tuple[Amount, ...]
    lines: tuple[Line, ...]


def parted(figures: Figures) -> Parted:
    """Return amounts and lines in the order of the costs."""
    rows = list(gather(figures.costs))
    amounts = tuple(amounts_of(rows, figures.costs.index_factor))
    places = {id(row): (number(at), order) for at, one in enumerate(amounts) for order, row in enumerate(one.rows, 1)}
    who = payers(figures)
    return Parted(amounts, tuple(_line(row, *places[id(row)], who) for row in rows))


def _line(row: CostRow, amount: str, order: int, who: Mapping[str, tuple[str, Payer]]) -> Line:
    number_of, payer = who[row.first.municipality]
    part = row.first.part
    if part is None:
        return Line(row, amount, number_of, payer.name, order, WHOLE, NONE, WHOLE)
    return Line(row, amount, number_of, payer.name, order, part.until - part.before, part.before, part.whole)
