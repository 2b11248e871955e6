"""Cost lines gathered to one row per cost, and the base amount from which its years follow."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from digisos_wizard.model.address import Address
from digisos_wizard.model.rules.costs.result import CostLine, CostResult
from digisos_wizard.model.terms import CostKind, CostTiming

ORE = Decimal("0.01")
MONTHS = 12

_Key = tuple[str, CostKind, str, CostTiming, Address]


@dataclass(frozen=True, slots=True)
class CostRow:
    """One cost: its lines by year, and the kroner of a whole year in fixed prices where all of them follow from it.

    `months` is how many months of its first year are paid for.
    """

    lines: Mapping[int, CostLine]
    base: Decimal | None
    months: int

    @property
    def first(self) -> CostLine:
        """Its earliest line, which says what they have in common."""
        return self.lines[min(self.lines)]

    @property
    def one_off(self) -> bool:
        """Whether it comes once."""
        return self.first.timing is CostTiming.ONE_OFF

    @property
    def vat(self) -> bool | None:
        """Whether VAT is counted; None where nothing is priced."""
        priced = [line for line in self.lines.values() if line.net]
        return any(line.vat for line in priced) if priced else None


def gather(costs: CostResult) -> Iterator[CostRow]:
    """Yield the costs in the order of their first lines."""
    groups: dict[_Key, dict[int, CostLine]] = {}
    for line in costs.lines:
        key = (line.municipality, line.kind, line.label, line.timing, line.address)
        groups.setdefault(key, {})[line.year_index] = line
    for lines in groups.values():
        base, months = _base(lines, costs.index_factor)
        yield CostRow(lines, base, months)


def in_year(base: Decimal, factor: Decimal, year: int, months: int) -> Decimal:
    """Return a yearly cost in nominal kroner: whole months of the year, price growth from the first year on."""
    return (base * months / MONTHS * factor**year).quantize(ORE, ROUND_HALF_UP)


def _base(lines: Mapping[int, CostLine], factor: Decimal) -> tuple[Decimal | None, int]:
    first = min(lines)
    if lines[first].timing is CostTiming.ONE_OFF:
        return lines[first].net, MONTHS
    for base in _guesses(lines, factor):
        for months in range(MONTHS, 0, -1):
            if all(
                line.net == in_year(base, factor, year, months if year == first else MONTHS)
                for year, line in lines.items()
            ):
                return base, months
    return None, MONTHS


def _guesses(lines: Mapping[int, CostLine], factor: Decimal) -> Iterator[Decimal]:
    for year in sorted(lines)[:2]:
        net = lines[year].net
        if net is not None:
            guess = (net / factor**year).quantize(ORE, ROUND_HALF_UP)
            yield from (guess, guess - ORE, guess + ORE)
