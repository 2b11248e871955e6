"""Trying other assumptions: what a slider moves, the edits that it stands for, and what matters most (tornado)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Edit, Set
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.benefits.basis import Assumptions, Ground, assumptions, ground
from digisos_wizard.model.rules.benefits.reckoning import gross_by_year, net_present_value, years_of
from digisos_wizard.model.rules.benefits.result import BenefitResult
from digisos_wizard.model.rules.benefits.time_saved import HUNDRED
from digisos_wizard.model.rules.benefits.value import saves_time
from digisos_wizard.model.rules.costs.result import ZERO, CostResult

TENTH, WHOLE = Decimal("0.1"), Decimal(1)


class Knob(StrEnum):
    """An assumption that can be tried: shares are those of the last year, and the earlier ones follow."""

    DIGITAL = "digital"
    ATTACHMENTS = "attachments"
    CASES = "cases"
    HOURLY_COST = "hourly_cost"


def position(plan: Plan, content: Content, knob: Knob) -> Decimal | None:
    """Return where the plan has a knob, None where the office hasn't said."""
    basis = assumptions(plan, content)
    return {
        Knob.DIGITAL: basis.digital[-1],
        Knob.ATTACHMENTS: basis.attachments[-1],
        Knob.CASES: plan.mapping.cases_per_month,
        Knob.HOURLY_COST: basis.hourly_cost,
    }[knob]


def edits(plan: Plan, content: Content, tried: Mapping[Knob, Decimal]) -> tuple[Edit, ...]:
    """Return the edits that put the tried positions into the plan; a knob where it stands changes nothing."""
    found: list[Edit] = []
    for knob, value in tried.items():
        if value != position(plan, content, knob):
            found += _moved(plan, content, knob, value)
    return tuple(found)


def _moved(plan: Plan, content: Content, knob: Knob, value: Decimal) -> list[Edit]:
    if knob is Knob.CASES:
        return [Set(("mapping", "cases_per_month"), value)]
    if knob is Knob.HOURLY_COST:
        return [Set(("benefits", "hourly_cost"), value)]
    basis = assumptions(plan, content)
    shares, field = (
        (basis.digital, "digital_percent") if knob is Knob.DIGITAL else (basis.attachments, "attachment_percent")
    )
    return [
        Set(("benefits", "ramp", str(year), field), share) for year, share in enumerate(_scaled(shares, value), start=1)
    ]


def _scaled(shares: tuple[Decimal, ...], last: Decimal) -> list[Decimal]:
    """Return the shares so that the last one is `last`, at most 100 percent, to a tenth."""
    if shares[-1] == 0:
        return [last for _share in shares]
    return [min((share * last / shares[-1]).quantize(TENTH, ROUND_HALF_UP), HUNDRED) for share in shares]


class Cause(StrEnum):
    """What is moved, one at a time, to see what matters most for the present value."""

    DIGITAL = "digital"
    ATTACHMENTS = "attachments"
    TIME = "time"
    HOURLY_COST = "hourly_cost"
    COSTS = "costs"
    DISCOUNT = "discount"


@dataclass(frozen=True, slots=True)
class Effect:
    """The present value with one thing lower and higher than planned; the widest stands first in the tornado."""

    cause: Cause
    lower: Decimal
    higher: Decimal

    @property
    def width(self) -> Decimal:
        """How much it matters, in kroner."""
        return abs(self.higher - self.lower)


def tornado(plan: Plan, content: Content, costs: CostResult, planned: BenefitResult) -> tuple[Effect, ...]:
    """Return what each assumption means for the present value, what matters most first; without effect left out."""
    swing = content.assumption_index["swing-percent"].value / HUNDRED
    value = _valued(plan, content, costs, planned)
    found = (Effect(cause, value(cause, 1 - swing), value(cause, 1 + swing)) for cause in Cause)
    return tuple(sorted((effect for effect in found if effect.width), key=lambda effect: -effect.width))


def _valued(
    plan: Plan, content: Content, costs: CostResult, planned: BenefitResult
) -> Callable[[Cause, Decimal], Decimal]:
    """Return how the present value is found with one thing times a factor; only freed time is reckoned anew."""
    basis = assumptions(plan, content)
    items = plan.benefits.items
    savers = [item for item in items if saves_time(item)]
    ids = {item.id for item in savers}
    fixed = gross_by_year(items, (row for row in planned.per_benefit if row.benefit not in ids), basis.years)

    def freed(base: Ground) -> list[Decimal]:
        columns = zip(*(years_of(item, base) for item in savers), strict=True)
        found = [sum((row.counted for row in column if row.counted is not None), ZERO) for column in columns]
        return found or [ZERO] * basis.years

    as_planned = freed(ground(plan, basis, costs))

    def value(cause: Cause, times: Decimal) -> Decimal:
        changed = _changed(basis, cause, times)
        hours = as_planned
        if cause not in (Cause.COSTS, Cause.DISCOUNT):
            hours = freed(ground(plan, changed, costs, minutes=times if cause is Cause.TIME else WHOLE))
        price = times if cause is Cause.COSTS else WHOLE
        nets = [
            other + time - (row.project_cost + row.operating_cost) * price
            for other, time, row in zip(fixed, hours, planned.rows, strict=True)
        ]
        return net_present_value(nets, changed.discount_percent)

    return value


def _changed(basis: Assumptions, cause: Cause, times: Decimal) -> Assumptions:
    match cause:
        case Cause.DIGITAL:
            return replace(basis, digital=tuple(min(share * times, HUNDRED) for share in basis.digital))
        case Cause.ATTACHMENTS:
            return replace(basis, attachments=tuple(min(share * times, HUNDRED) for share in basis.attachments))
        case Cause.HOURLY_COST:
            return replace(basis, hourly_cost=basis.hourly_cost * times)
        case Cause.DISCOUNT:
            return replace(basis, discount_percent=basis.discount_percent * times)
        case _:
            return basis
