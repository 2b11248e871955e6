"""What the costs come to: lines and sums, plain and frozen, that every page and document reads."""

from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Source
from digisos_wizard.model.terms import CostKind, CostTiming, Invoicer

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class CostLine:
    """One amount in one year for one municipality; `net` None is a missing price. Kroner and øre, rounded at the line.

    `vat` is 0 where no VAT is counted; `formula` tells in words how the amount came about; `year_index` runs from 0.
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
class CostResult:
    """All cost lines over the horizon; `first_year` is a calendar year (of the connection day, else of today).

    `index_factor` is 1 plus the yearly price growth: year t is nominal, `index_factor`ᵗ above fixed prices.
    """

    lines: tuple[CostLine, ...]
    first_year: int
    years: int
    months_first_year: int
    index_factor: Decimal = Decimal(1)

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
