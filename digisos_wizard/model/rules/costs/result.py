"""What the costs come to: lines and sums, plain and frozen, that every page and document reads."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Source
from digisos_wizard.model.terms import CostKind, CostTiming, Invoicer

ORE = Decimal("0.01")
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sum that several pay: from one weight until another of the whole weight.

    The kroner are the sum × `until` / `whole` less the sum × `before` / `whole`, each rounded to the øre, so that the
    parts add up to the sum.
    """

    before: Decimal
    until: Decimal
    whole: Decimal


@dataclass(frozen=True, slots=True)
class CostLine:
    """One amount in one year for one who pays; `net` None is a missing price. Kroner and øre, rounded at the line.

    `vat` is 0 where no VAT is counted; `formula` tells in words how the amount came about; `year_index` runs from 0.
    Of a sum that several pay, `sum` is all of it in that year and `part` this line's part.
    """

    municipality: str
    kind: CostKind
    label: str
    invoicer: Invoicer
    timing: CostTiming
    year: int
    year_index: int
    net: Decimal | None
    vat: Decimal
    formula: str
    sources: tuple[Source, ...]
    address: Address
    sum: Decimal | None = None
    part: Part | None = None

    @property
    def gross(self) -> Decimal | None:
        """The amount with VAT, None where the price is missing."""
        return None if self.net is None else self.net + self.vat


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of lines: what is known, with and without VAT, and whether anything is missing in it."""

    net: Decimal
    gross: Decimal
    complete: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A cost that a municipality doesn't have, and the reason that was given; it is in no sum."""

    municipality: str
    kind: CostKind
    reason: str


@dataclass(frozen=True, slots=True)
class OwnWork:
    """What one who pays puts in of own project work in the first year; nobody sends a bill for it."""

    municipality: str
    net: Decimal
    formula: str


@dataclass(frozen=True, slots=True)
class Payer:
    """Who gets the bills: a municipality of the plan, or several that pay as one; the id is the first one's.

    `population` is None where it is missing or impossible.
    """

    id: str
    name: str
    population: int | None
    members: tuple[str, ...]


_Wanted = tuple[str | None, Invoicer | None, int | None, CostTiming | None, CostKind | None]


@dataclass(frozen=True)
class CostResult:
    """All cost lines over the horizon; `first_year` is a calendar year (of the connection day, else of today).

    `index_factor` is 1 plus the yearly price growth: year t is nominal, `index_factor`ᵗ above fixed prices.
    `payers` are those that the lines' `municipality` stands for; `late` are those that connect after the horizon,
    `left_out` what they said they don't have, `own_work` what is done without a bill. `day_known` is False while the
    first year rests on no day.
    """

    lines: tuple[CostLine, ...]
    first_year: int
    years: int
    months_first_year: int
    index_factor: Decimal = Decimal(1)
    payers: tuple[Payer, ...] = ()
    late: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    own_work: tuple[OwnWork, ...] = ()
    day_known: bool = True

    @property
    def own_work_net(self) -> Decimal:
        """All own project work, 0 where none is said."""
        return sum((work.net for work in self.own_work), ZERO)

    def total(
        self,
        *,
        municipality: str | None = None,
        invoicer: Invoicer | None = None,
        year_index: int | None = None,
        timing: CostTiming | None = None,
        kind: CostKind | None = None,
    ) -> Total:
        """Return the sum of the lines that match; a dimension left out is summed over.

        Without any line at all nothing is known, so that 0 isn't the whole of it.
        """
        wanted = (municipality, invoicer, year_index, timing, kind)
        found = self._totals.get(wanted)
        if found is None:
            found = self._totals[wanted] = self._sum(wanted)
        return found

    @cached_property
    def _totals(self) -> dict[_Wanted, Total]:
        """The sums that have been asked for."""
        return {}

    def _sum(self, wanted: _Wanted) -> Total:
        municipality, invoicer, year_index, timing, kind = wanted
        net, gross, complete = ZERO, ZERO, bool(self.lines)
        for line in self.lines:
            if (
                (municipality is None or line.municipality == municipality)
                and (invoicer is None or line.invoicer is invoicer)
                and (year_index is None or line.year_index == year_index)
                and (timing is None or line.timing is timing)
                and (kind is None or line.kind is kind)
            ):
                if line.net is None:
                    complete = False
                else:
                    net += line.net
                    gross += line.net + line.vat
        return Total(net, gross, complete)
