"""What the benefits are computed from: the assumptions in force, and the hours freed in every year."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from digisos_wizard.model.content import Content
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.benefits.time_saved import MONTHS, hours_at, minutes_a_month
from digisos_wizard.model.rules.benefits.value import portions
from digisos_wizard.model.rules.costs.result import CostResult

ORE = Decimal("0.01")
MOST_YEARS = 10


@dataclass(frozen=True, slots=True)
class Assumptions:
    """The figures that the calculation rests on; the office's own where given, else the content's."""

    hours_per_fte: Decimal
    hourly_cost: Decimal
    discount_percent: Decimal
    years: int
    digital: tuple[Decimal, ...]
    attachments: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What every benefit's years are computed from, and who gets which part of the hours.

    `known` tells whether the minutes and the volume that the hours rest on are all given.
    """

    basis: Assumptions
    years: "Years"
    portions: Mapping[str, Decimal]
    known: bool


@dataclass(frozen=True, slots=True)
class Years:
    """The years ahead: of each the freed hours and the part since the connection; and what an hour costs."""

    first: int
    hours: tuple[Decimal, ...]
    shares: tuple[Decimal, ...]
    hourly_cost: Decimal


@lru_cache(maxsize=64)
def _same_years(years: Years) -> Years:
    """Return the years that are equal to these as one object, so that what rests on them can be kept."""
    return years


def assumptions(plan: Plan, content: Content) -> Assumptions:
    """Return the assumptions in force, one share per year of the horizon."""
    benefits = plan.benefits
    index = content.assumption_index

    def chosen(own: Decimal | None, assumption: str) -> Decimal:
        return own if own is not None else index[assumption].value

    years = min(max(benefits.years if benefits.years is not None else int(index["horizon-years"].value), 1), MOST_YEARS)
    ramp = {row.id: row for row in benefits.ramp}
    digital, attachments = [], []
    for year in range(1, years + 1):
        row = ramp.get(str(year))
        digital.append(chosen(row.digital_percent if row else None, f"digital-percent.{year}"))
        attachments.append(chosen(row.attachment_percent if row else None, f"attachment-percent.{year}"))
    return Assumptions(
        chosen(benefits.hours_per_fte, "hours-per-fte"),
        chosen(benefits.hourly_cost, "hourly-cost"),
        chosen(benefits.discount_percent, "discount-percent"),
        years,
        tuple(digital),
        tuple(attachments),
    )


def ground(plan: Plan, basis: Assumptions, costs: CostResult, *, minutes: Decimal = Decimal(1)) -> Ground:
    """Return the hours of every year, the first from the connection month on; `minutes` tries other minutes."""
    free, dependent, known = minutes_a_month(plan.mapping)
    first = Decimal(costs.months_first_year) / MONTHS
    shares = tuple(first if year == 0 else Decimal(1) for year in range(basis.years))
    hours = tuple(
        (hours_at(free, dependent, digital, attachments) * minutes * share).quantize(ORE, ROUND_HALF_UP)
        for digital, attachments, share in zip(basis.digital, basis.attachments, shares, strict=True)
    )
    years = _same_years(Years(costs.first_year, hours, shares, basis.hourly_cost))
    return Ground(basis, years, portions(plan.benefits.items), known)
