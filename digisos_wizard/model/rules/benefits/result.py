"""What the benefits come to, year by year, and how sure it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from digisos_wizard.model.terms import Outlook


@dataclass(frozen=True, slots=True)
class BenefitYear:
    """One benefit in one year; money None where something needed is missing, hours 0 where it saves none.

    `part` is the part of the year that the money is of: from the connection, the start and the use on, whichever is
    latest; a whole year is 1.
    """

    benefit: str
    year_index: int
    hours: Decimal
    counted: Decimal | None
    part: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class YearRow:
    """The benefits plan's table B for one calendar year; kroner ex VAT in fixed prices."""

    year: int
    year_index: int
    saved_hours: Decimal
    full_time_equivalents: Decimal
    gross_benefit: Decimal
    project_cost: Decimal
    operating_cost: Decimal
    net: Decimal
    cumulative: Decimal
    discounted: Decimal


@dataclass(frozen=True)
class BenefitResult:
    """Freed time and money over the horizon; `complete` False where a price or an answer is missing.

    `full_effect_hours` are a whole year's if everybody applied digitally with digital attachments; `uncounted_hours`
    are the last year's that nobody has a use for by then. `claimed` tells whether any benefit has the freed time.
    """

    first_year: int
    years: int
    per_benefit: tuple[BenefitYear, ...]
    rows: tuple[YearRow, ...]
    net_present_value: Decimal
    payback_month: int | None
    full_effect_hours: Decimal
    uncounted_hours: Decimal
    complete: bool
    claimed: bool = True
    months_first_year: int = 12

    def of(self, benefit_id: str) -> tuple[BenefitYear, ...]:
        """Return the years of one benefit, in order."""
        return self._by_benefit.get(benefit_id, ())

    @cached_property
    def _by_benefit(self) -> Mapping[str, tuple[BenefitYear, ...]]:
        return _by_benefit(self.per_benefit)


@dataclass(frozen=True)
class Outcome:
    """The years, the present value and the pay-back month under one outlook."""

    outlook: Outlook
    per_benefit: tuple[BenefitYear, ...]
    rows: tuple[YearRow, ...]
    net_present_value: Decimal
    payback_month: int | None

    def of(self, benefit_id: str) -> tuple[BenefitYear, ...]:
        """Return the years of one benefit, in order."""
        return self._by_benefit.get(benefit_id, ())

    @cached_property
    def _by_benefit(self) -> Mapping[str, tuple[BenefitYear, ...]]:
        return _by_benefit(self.per_benefit)


def _by_benefit(rows: Iterable[BenefitYear]) -> dict[str, tuple[BenefitYear, ...]]:
    found: defaultdict[str, list[BenefitYear]] = defaultdict(list)
    for row in rows:
        found[row.benefit].append(row)
    return {benefit: tuple(years) for benefit, years in found.items()}
