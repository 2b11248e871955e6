"""Cost lines gathered: to one row per cost and payer, and the amounts that they are parts of, each of them once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from digisos_wizard.model.address import Address
from digisos_wizard.model.rules.costs.result import CostLine, CostResult
from digisos_wizard.model.terms import CostKind, CostTiming, Covers

ORE = Decimal("0.01")
MONTHS = 12
FINEST = 4
"""Decimals of the finest price."""

_Key = tuple[str, CostKind, str, CostTiming, Address]


@dataclass(frozen=True, slots=True)
class CostRow:
    """One cost of one payer: its lines by year."""

    lines: Mapping[int, CostLine]

    @property
    def first(self) -> CostLine:
        """Its earliest line, which says what they have in common."""
        return self.lines[min(self.lines)]

    @property
    def one_off(self) -> bool:
        """Whether it comes once."""
        return self.first.timing is CostTiming.ONE_OFF


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as it is agreed on: the kroner of a whole year in fixed prices, None where the price is missing.

    `rows` are those who pay it, `months` how many months of its first year are paid for, `nets` what it comes to.
    """

    rows: tuple[CostRow, ...]
    price: Decimal | None
    months: int
    nets: Mapping[int, Decimal | None]

    @property
    def first(self) -> CostRow:
        """The first who pays it."""
        return self.rows[0]

    @property
    def covers(self) -> Covers:
        """Whom it is for: one sum for all who pay it, the same sum for each, or one alone."""
        if self.first.first.part is not None:
            return Covers.TOGETHER
        return Covers.EACH if len(self.rows) > 1 else Covers.ONLY


def gather(costs: CostResult) -> Iterator[CostRow]:
    """Yield the costs in the order of their first lines."""
    groups: dict[_Key, dict[int, CostLine]] = {}
    for line in costs.lines:
        key = (line.municipality, line.kind, line.label, line.timing, line.address)
        groups.setdefault(key, {})[line.year_index] = line
    yield from (CostRow(lines) for lines in groups.values())


def amounts_of(rows: Iterable[CostRow], factor: Decimal) -> Iterator[Amount]:
    """Yield the amounts that rows are parts of, in the order of their first rows."""
    groups: dict[tuple[object, ...], list[CostRow]] = {}
    for row in rows:
        line = row.first
        whole = None if line.part is None else line.part.whole
        key = (line.kind, line.label, line.timing, line.address, whole, tuple(_nets(row).items()))
        groups.setdefault(key, []).append(row)
    for found in groups.values():
        nets = _nets(found[0])
        price, months = _price(found[0], nets, factor)
        yield Amount(tuple(found), price, months, nets)


def _nets(row: CostRow) -> dict[int, Decimal | None]:
    """Return what the amount that a row is a part of comes to in each year."""
    return {year: line.net if line.part is None else line.sum for year, line in row.lines.items()}


def in_year(price: Decimal, factor: Decimal, year: int, months: int) -> Decimal:
    """Return a yearly cost in nominal kroner: whole months of the year, price growth from the first year on."""
    return (price * months / MONTHS * factor**year).quantize(ORE, ROUND_HALF_UP)


def _price(row: CostRow, nets: Mapping[int, Decimal | None], factor: Decimal) -> tuple[Decimal | None, int]:
    first = min(nets)
    if row.one_off or None in nets.values():
        return nets[first], MONTHS
    for price in _guesses(nets, factor):
        for months in range(MONTHS, 0, -1):
            if all(
                net == in_year(price, factor, year, months if year == first else MONTHS) for year, net in nets.items()
            ):
                return price, months
    return nets[first], MONTHS


def _guesses(nets: Mapping[int, Decimal | None], factor: Decimal) -> Iterator[Decimal]:
    """Yield prices that the years may have come from, the roundest first."""
    for places in range(2, FINEST + 1):
        step = Decimal(1).scaleb(-places)
        for year in sorted(nets, reverse=True):
            net = nets[year]
            if net is not None:
                guess = (net / factor**year).quantize(step, ROUND_HALF_UP)
                yield from (guess, guess - step, guess + step)
