"""What the benefits are worth: freed time, kroner, net per year, present value and pay-back (PV, KommIT, KS).

Fixed prices, ex VAT. Freed time counts 0 kroner until its use is decided.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from digisos_wizard.model.base import Same
from digisos_wizard.model.benefits import Benefit, Benefits, Numbering
from digisos_wizard.model.content import Content
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.benefits.basis import ORE, Assumptions, Ground, Years, assumptions, ground
from digisos_wizard.model.rules.benefits.result import BenefitResult, BenefitYear, Outcome, YearRow
from digisos_wizard.model.rules.benefits.time_saved import HUNDRED, MONTHS, yearly_hours
from digisos_wizard.model.rules.benefits.value import begun, factor, full_amount, saves_time, used_from
from digisos_wizard.model.rules.costs.result import ZERO, CostResult
from digisos_wizard.model.terms import BenefitClass, CostTiming, FreedTimeUse, Outlook

KEPT = 8192
"""Years of benefits that are kept: an edit touches one benefit, and the others' stay as they are."""
NO_SIGNS = ((0, 0), (2, 1), (4, 2), (6, 3), (9, 4))
"""Importance × extent: the largest product for each number of signs (own scale, shown in the plan)."""


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


def compute(plan: Plan, content: Content, costs: CostResult) -> BenefitResult:
    """Return freed time and money for every benefit and year, and the table of net benefit."""
    basis = assumptions(plan, content)
    base = ground(plan, basis, costs)
    items = plan.benefits.items
    per_benefit = tuple(row for benefit in items for row in years_of(benefit, base))
    rows = _rows(basis, costs, base.years.hours, gross_by_year(items, per_benefit, basis.years))
    savers = [benefit for benefit in items if saves_time(benefit)]
    last = base.years.first + basis.years - 1
    used = sum(
        (
            base.portions[saver.id] * min(begun(used_from(saver), last) / base.years.shares[-1], Decimal(1))
            for saver in savers
            if saver.use is not FreedTimeUse.UNDECIDED
        ),
        ZERO,
    )
    uncounted = (base.years.hours[-1] * (1 - min(used, Decimal(1)))).quantize(ORE, ROUND_HALF_UP)
    complete = (
        (base.known or not savers)
        and all(row.counted is not None for row in per_benefit)
        and all(costs.total(year_index=year).complete for year in range(min(basis.years, costs.years)))
        and bool(costs.lines)
    )
    return BenefitResult(
        costs.first_year,
        basis.years,
        per_benefit,
        rows,
        net_present_value([row.net for row in rows], basis.discount_percent),
        payback(rows, costs.months_first_year),
        yearly_hours(plan.mapping, HUNDRED, HUNDRED).quantize(ORE, ROUND_HALF_UP),
        uncounted,
        complete,
        claimed=bool(savers),
        months_first_year=costs.months_first_year,
    )


def outcomes(plan: Plan, content: Content, costs: CostResult) -> tuple[Outcome, ...]:
    """Return how the whole turns out when every benefit goes badly, as expected, or well (PV)."""
    basis = assumptions(plan, content)
    base = ground(plan, basis, costs)
    items = plan.benefits.items
    found = []
    for outlook in (Outlook.LOW, Outlook.EXPECTED, Outlook.HIGH):
        years = tuple(row for benefit in items for row in years_of(benefit, base, outlook))
        rows = _rows(basis, costs, base.years.hours, gross_by_year(items, years, basis.years))
        value = net_present_value([row.net for row in rows], basis.discount_percent)
        found.append(Outcome(outlook, years, rows, value, payback(rows, costs.months_first_year)))
    return tuple(found)


def years_of(benefit: Benefit, base: Ground, outlook: Outlook = Outlook.ADJUSTED) -> tuple[BenefitYear, ...]:
    """Return hours of one benefit in every year, from its start or the connection, and kroner, from its use on."""
    return _years_of(Same(benefit), Same(base.years), base.portions.get(benefit.id, ZERO), outlook)


@lru_cache(maxsize=KEPT)
def _years_of(one: Same[Benefit], ahead: Same[Years], portion: Decimal, outlook: Outlook) -> tuple[BenefitYear, ...]:
    benefit, years = one.part, ahead.part
    if benefit.kind is BenefitClass.NOT_PRICED:
        return tuple(BenefitYear(benefit.id, year, ZERO, ZERO) for year in range(len(years.shares)))
    sign = -1 if benefit.disadvantage else 1
    started, parts = _parts(benefit, years)
    if saves_time(benefit):
        decided = benefit.use is not FreedTimeUse.UNDECIDED
        times = portion * factor(benefit, outlook)
        price = sign * years.hourly_cost if decided else ZERO
        rows = []
        for year, (hours, share) in enumerate(zip(years.hours, years.shares, strict=True)):
            # The hours of the first year already begin with the connection.
            freed = hours * times * (started[year] / share)
            money = (hours * times * (parts[year] / share) * price).quantize(ORE, ROUND_HALF_UP)
            rows.append(BenefitYear(benefit.id, year, freed.quantize(ORE, ROUND_HALF_UP), money, parts[year]))
        return tuple(rows)
    amount = full_amount(benefit, outlook)
    if amount is None:
        return tuple(BenefitYear(benefit.id, year, ZERO, None) for year in range(len(years.shares)))
    return tuple(
        BenefitYear(benefit.id, year, ZERO, (sign * amount * part).quantize(ORE, ROUND_HALF_UP), part)
        for year, part in enumerate(parts)
    )


def _parts(benefit: Benefit, years: Years) -> tuple[Sequence[Decimal], Sequence[Decimal]]:
    """Return the part of every year in which a benefit is there, and the part in which it is used and so is money."""
    started, use = years.shares, used_from(benefit)
    if benefit.start_on is not None:
        started = tuple(min(begun(benefit.start_on, years.first + year), share) for year, share in enumerate(started))
    if use is None:
        return started, started
    return started, tuple(min(begun(use, years.first + year), share) for year, share in enumerate(started))


def gross_by_year(items: Iterable[Benefit], rows: Iterable[BenefitYear], years: int) -> list[Decimal]:
    """Return the kroner of the own organisation in every year; what is missing counts nothing."""
    own = {benefit.id for benefit in items if benefit.kind is BenefitClass.OWN_PRICED}
    found: defaultdict[int, Decimal] = defaultdict(Decimal)
    for row in rows:
        if row.counted is not None and row.benefit in own:
            found[row.year_index] += row.counted
    return [found[year] for year in range(years)]


def _rows(
    basis: Assumptions, costs: CostResult, hours: Sequence[Decimal], gross: Sequence[Decimal]
) -> tuple[YearRow, ...]:
    rate = 1 + basis.discount_percent / HUNDRED
    cumulative = ZERO
    rows = []
    for year in range(basis.years):
        project = costs.own_work_net if year == 0 else ZERO
        project += costs.total(year_index=year, timing=CostTiming.ONE_OFF).net if year < costs.years else ZERO
        operating = _fixed_price(costs, year)
        net = gross[year] - project - operating
        cumulative += net
        fte = hours[year] / basis.hours_per_fte if basis.hours_per_fte else ZERO
        discounted = (net / rate**year).quantize(ORE, ROUND_HALF_UP)
        rows.append(
            YearRow(
                costs.first_year + year,
                year,
                hours[year],
                fte.quantize(ORE, ROUND_HALF_UP),
                gross[year],
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


def payback(rows: Sequence[YearRow], months_first_year: int) -> int | None:
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
