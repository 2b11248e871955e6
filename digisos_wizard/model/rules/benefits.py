"""What the benefits are worth: freed time, kroner, net per year, present value and pay-back (PV, KommIT, KS).

Fixed prices, ex VAT. Freed time counts 0 kroner until its use is decided.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from digisos_wizard.model.benefits import Benefit, Benefits, Numbering
from digisos_wizard.model.content import Content
from digisos_wizard.model.mapping import Mapping
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.results import ZERO, BenefitResult, BenefitYear, CostResult, YearRow
from digisos_wizard.model.terms import BenefitClass, BenefitMethod, CostTiming, FreedTimeUse

MONTHS = 12
MINUTES = Decimal(60)
HUNDRED = Decimal(100)
ORE = Decimal("0.01")
MOST_YEARS = 10
NO_SIGNS = ((0, 0), (2, 1), (4, 2), (6, 3), (9, 4))
"""Importance × extent: the largest product for each number of signs (own scale, shown in the plan)."""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """The figures that the calculation rests on; the office's own where given, else the content's."""

    hours_per_fte: Decimal
    hourly_cost: Decimal
    discount_percent: Decimal
    years: int
    digital: tuple[Decimal, ...]
    attachments: tuple[Decimal, ...]


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


def adjusted(low: Decimal, expected: Decimal, high: Decimal) -> Decimal:
    """Return the uncertainty-adjusted value (low + 3 × expected + high) / 5 (PV)."""
    return (low + 3 * expected + high) / 5


def achievement(baseline: Decimal | None, target: Decimal | None, measured: Decimal | None) -> Decimal | None:
    """Return (measured − baseline) / (target − baseline); None where it is undefined."""
    if baseline is None or target is None or measured is None or target == baseline:
        return None
    return (measured - baseline) / (target - baseline)


def net_present_value(nets: Sequence[Decimal], percent: Decimal) -> Decimal:
    """Return Σ netₜ / (1 + r)ᵗ with t = 0 for the first year, rounded to øre."""
    rate = 1 + percent / HUNDRED
    return sum((net / rate**year for year, net in enumerate(nets)), ZERO).quantize(ORE, ROUND_HALF_UP)


def signs(importance: int, extent: int) -> str:
    """Return the signs for importance (1–3) × extent (−3…+3), such as `++`, `−` or `0`."""
    product = importance * extent
    if product == 0:
        return "0"
    count = next(count for largest, count in NO_SIGNS if abs(product) <= largest)
    return ("+" if product > 0 else "−") * count


def next_number(benefits: Benefits, kind: BenefitClass) -> tuple[str, Numbering]:
    """Return the next number of a class, and the numbering after it; numbers are never reused."""
    last = benefits.numbering
    own, other, unpriced = last.own, last.other, last.unpriced
    if kind is BenefitClass.OWN_PRICED:
        own += 1
        return f"{kind.value}{own}", Numbering(own=own, other=other, unpriced=unpriced)
    if kind is BenefitClass.OTHER_BODY:
        other += 1
        return f"{kind.value}{other}", Numbering(own=own, other=other, unpriced=unpriced)
    unpriced += 1
    return f"{kind.value}{unpriced}", Numbering(own=own, other=other, unpriced=unpriced)


def minutes_saved(mapping: Mapping) -> tuple[Decimal, Decimal, bool]:
    """Return minutes saved at steps that need no attachments, at steps that do, and whether all is known."""
    free, dependent, complete = ZERO, ZERO, bool(mapping.steps)
    for step in mapping.steps:
        if step.paper_minutes is None or step.digital_minutes is None:
            complete = False
        elif step.depends_on_attachments:
            dependent += step.paper_minutes - step.digital_minutes
        else:
            free += step.paper_minutes - step.digital_minutes
    return free, dependent, complete


def yearly_hours(mapping: Mapping, digital: Decimal, attachments: Decimal) -> Decimal:
    """Return hours saved in a whole year at the shares given in percent; 0 where the volume is unknown."""
    if mapping.cases_per_month is None:
        return ZERO
    free, dependent, _complete = minutes_saved(mapping)
    minutes = free + dependent * attachments / HUNDRED
    return MONTHS * mapping.cases_per_month * digital / HUNDRED * minutes / MINUTES


def compute(plan: Plan, content: Content, costs: CostResult) -> BenefitResult:
    """Return freed time and money for every benefit and year, and the table of net benefit."""
    basis = assumptions(plan, content)
    mapping = plan.mapping
    _free, _dependent, known = minutes_saved(mapping)
    whole_year = tuple(yearly_hours(mapping, *shares) for shares in zip(basis.digital, basis.attachments, strict=True))
    first_share = Decimal(costs.months_first_year) / MONTHS
    shares = tuple(first_share if year == 0 else Decimal(1) for year in range(basis.years))
    hours = tuple(
        (amount * share).quantize(ORE, ROUND_HALF_UP) for amount, share in zip(whole_year, shares, strict=True)
    )
    savers = [benefit for benefit in plan.benefits.items if _saves_time(benefit)]
    per_benefit = tuple(
        row
        for benefit in plan.benefits.items
        for row in _years(benefit, savers, hours, basis, costs.first_year, shares)
    )
    rows = _rows(plan, basis, costs, hours, per_benefit)
    used = sum((portion(benefit, savers) for benefit in savers if benefit.use is not FreedTimeUse.UNDECIDED), ZERO)
    uncounted = (hours[-1] * (1 - min(used, Decimal(1)))).quantize(ORE, ROUND_HALF_UP) if savers or hours[-1] else ZERO
    counts_time = bool(savers)
    complete = (not counts_time or (known and mapping.cases_per_month is not None)) and all(
        row.counted is not None for row in per_benefit
    )
    complete = (
        complete
        and all(costs.total(year_index=year).complete for year in range(min(basis.years, costs.years)))
        and bool(costs.lines)
    )
    return BenefitResult(
        costs.first_year,
        basis.years,
        per_benefit,
        rows,
        net_present_value([row.net for row in rows], basis.discount_percent),
        _payback(rows, costs.months_first_year),
        yearly_hours(mapping, HUNDRED, HUNDRED).quantize(ORE, ROUND_HALF_UP),
        uncounted,
        complete,
    )


def _saves_time(benefit: Benefit) -> bool:
    return benefit.method is BenefitMethod.SAVED_TIME and benefit.kind is BenefitClass.OWN_PRICED


def portion(benefit: Benefit, savers: Sequence[Benefit]) -> Decimal:
    """Return the benefit's part of the freed hours, 0 to 1: its own percent, else an even part of what is left."""
    if benefit.quantity is not None:
        return benefit.quantity / HUNDRED
    given = sum((other.quantity / HUNDRED for other in savers if other.quantity is not None), ZERO)
    open_ones = sum(other.quantity is None for other in savers)
    return max(1 - given, ZERO) / open_ones


def _years(
    benefit: Benefit,
    savers: Sequence[Benefit],
    hours: Sequence[Decimal],
    basis: Assumptions,
    first_year: int,
    shares: Sequence[Decimal],
) -> list[BenefitYear]:
    rows = []
    for year in range(basis.years):
        part = _started(benefit, first_year + year) if benefit.start_on else Decimal(1)
        freed = ZERO
        counted: Decimal | None = ZERO
        if _saves_time(benefit):
            freed = hours[year] * portion(benefit, savers) * part
            counted = freed * basis.hourly_cost if benefit.use is not FreedTimeUse.UNDECIDED else ZERO
            counted = -counted if benefit.disadvantage else counted
        elif benefit.kind is not BenefitClass.NOT_PRICED:
            amount = full_amount(benefit)
            begun = part if benefit.start_on else shares[year]
            counted = None if amount is None else (-amount if benefit.disadvantage else amount) * begun
        freed = freed.quantize(ORE, ROUND_HALF_UP)
        money = counted.quantize(ORE, ROUND_HALF_UP) if counted is not None else None
        rows.append(BenefitYear(benefit.id, year, freed, money))
    return rows


def _started(benefit: Benefit, year: int) -> Decimal:
    """Return the part of a calendar year in which the benefit has started: whole months, its first included."""
    if benefit.start_on is None or benefit.start_on.year < year:
        return Decimal(1)
    if benefit.start_on.year > year:
        return ZERO
    return Decimal(MONTHS + 1 - benefit.start_on.month) / MONTHS


def full_amount(benefit: Benefit) -> Decimal | None:
    """Return the kroner of a whole year, None where something that the method needs is missing."""
    if benefit.method is BenefitMethod.AVOIDED_COST:
        if benefit.quantity is None or benefit.unit_cost is None:
            return None
        return benefit.quantity * benefit.unit_cost
    if benefit.expected is None:
        return None
    if benefit.low is None or benefit.high is None:
        return benefit.expected
    return adjusted(benefit.low, benefit.expected, benefit.high)


def _rows(
    plan: Plan, basis: Assumptions, costs: CostResult, hours: Sequence[Decimal], per_benefit: Sequence[BenefitYear]
) -> tuple[YearRow, ...]:
    own = {benefit.id for benefit in plan.benefits.items if benefit.kind is BenefitClass.OWN_PRICED}
    rate = 1 + basis.discount_percent / HUNDRED
    cumulative = ZERO
    rows = []
    for year in range(basis.years):
        gross = sum((row.counted or ZERO for row in per_benefit if row.year_index == year and row.benefit in own), ZERO)
        project = (plan.costs.project_cost or ZERO) if year == 0 else ZERO
        project += costs.total(year_index=year, timing=CostTiming.ONE_OFF).net if year < costs.years else ZERO
        operating = _fixed_price(costs, year)
        net = gross - project - operating
        cumulative += net
        fte = hours[year] / basis.hours_per_fte if basis.hours_per_fte else ZERO
        discounted = (net / rate**year).quantize(ORE, ROUND_HALF_UP)
        rows.append(
            YearRow(
                costs.first_year + year,
                year,
                hours[year],
                fte.quantize(ORE, ROUND_HALF_UP),
                gross,
                project,
                operating,
                net,
                cumulative,
                discounted,
            )
        )
    return tuple(rows)


def _fixed_price(costs: CostResult, year: int) -> Decimal:
    """Return the operating cost of a year without the yearly index; beyond the costs' horizon the last year goes on."""
    at = min(year, costs.years - 1)
    nominal = costs.total(year_index=at, timing=CostTiming.YEARLY).net
    return (nominal / costs.index_factor**at).quantize(ORE, ROUND_HALF_UP)


def _payback(rows: Sequence[YearRow], months_first_year: int) -> int | None:
    """Return the first month, counted from the connection month, in which the cumulated net is ≥ 0; None if never.

    One-off costs fall in month 1; the rest is even over the months of its year. Nothing gained pays nothing back.
    """
    if all(row.gross_benefit <= 0 for row in rows):
        return None
    balance, month = ZERO, 0
    for row in rows:
        months = months_first_year if row.year_index == 0 else MONTHS
        balance -= row.project_cost
        monthly = (row.gross_benefit - row.operating_cost) / months
        for _month in range(months):
            month += 1
            balance += monthly
            if balance >= 0:
                return month
    return None
