"""What the benefits come to, year by year, and how sure it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from digisos_wizard.model.terms import Outlook


@dataclass(frozen=True, slots=True)
class BenefitYear:
    """One benefit in one year; money None where something needed is missing, hours 0 where it saves none."""

    benefit: str
    year_index: int
    hours: Decimal
    counted: Decimal | None


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
    """Freed time and money over the horizon; `complete` False where a price or an answer is missing."""

    first_year: int
    years: int
    per_benefit: tuple[BenefitYear, ...]
    rows: tuple[YearRow, ...]
    net_present_value: Decimal
    payback_month: int | None
    full_effect_hours: Decimal
    uncounted_hours: Decimal
    complete: bool

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
