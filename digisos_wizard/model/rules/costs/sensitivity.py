"""What if: the cost of the whole period when inhabitants, price growth or the vendor's prices turn out otherwise."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from digisos_wizard.model.base import Own, PerMunicipality
from digisos_wizard.model.content import Content
from digisos_wizard.model.costs import CostAnswers
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs import lines as costs
from digisos_wizard.model.rules.costs.basis import growth
from digisos_wizard.model.rules.costs.result import Total


class Factor(StrEnum):
    """What is moved, one at a time."""

    POPULATION = "population"
    INDEX = "index"
    VENDOR = "vendor"


@dataclass(frozen=True, slots=True)
class Swing:
    """The whole period's cost with one assumption lower, as planned, and higher."""

    factor: Factor
    low: Total
    planned: Total
    high: Total


def compute(plan: Plan, content: Content, today: date) -> tuple[Swing, ...]:
    """Return a swing for each factor."""

    def total(changed: Plan) -> Total:
        return costs.compute(changed, content, today).total()

    planned = total(plan)
    return tuple(
        Swing(factor, total(move(plan, content, -1)), planned, total(move(plan, content, 1)))
        for factor, move in MOVES.items()
    )


def _times(content: Content, way: int) -> Decimal:
    return 1 + way * content.assumption_index["swing-percent"].value / 100


def _population(plan: Plan, content: Content, way: int) -> Plan:
    times = _times(content, way)
    return apply(
        plan,
        *(
            Set(("decision", "municipalities", place.id, "population"), int(_whole(place.population * times)))
            for place in plan.decision.municipalities
            if place.population is not None
        ),
    )


def _index(plan: Plan, content: Content, way: int) -> Plan:
    """Move the price growth by percentage points: a part of no growth would be nothing."""
    points = content.assumption_index["index-swing"].value
    return apply(plan, Set(("costs", "index_percent"), growth(plan, content) + way * points))


def _vendor(plan: Plan, content: Content, way: int) -> Plan:
    times = _times(content, way)
    answers = plan.costs.answers
    moved = PerMunicipality[CostAnswers](
        shared=_moved(answers.shared, times),
        own=tuple(Own[CostAnswers](id=own.id, value=_moved(own.value, times)) for own in answers.own),
    )
    return apply(plan, Set(("costs", "answers"), moved))


def _moved(answers: CostAnswers, times: Decimal) -> CostAnswers:
    return apply(
        answers,
        *(
            Set(("vendor_costs", line.id, field), amount * times)
            for line in answers.vendor_costs
            for field, amount in (("one_off", line.one_off), ("yearly", line.yearly))
            if amount is not None
        ),
    )


def _whole(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1), ROUND_HALF_UP)


MOVES: dict[Factor, Callable[[Plan, Content, int], Plan]] = {
    Factor.POPULATION: _population,
    Factor.INDEX: _index,
    Factor.VENDOR: _vendor,
}
