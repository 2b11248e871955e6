"""A municipality merger ahead: what the chosen strategy asks for, with dates around the day it takes effect (H19)."""

from dataclasses import dataclass
from datetime import date, timedelta

from digisos_wizard.model.content import Content, MergerStep
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import MergerStrategy


@dataclass(frozen=True, slots=True)
class MergerTask:
    """A to-do of the strategy; days are calendar days, None where nothing is said or the merger has no date."""

    spec: MergerStep
    start: date | None
    deadline: date | None


def tasks(plan: Plan, content: Content) -> tuple[MergerTask, ...]:
    """Return what the strategy asks for, none without a merger or a strategy."""
    merger = plan.cooperation.merger
    if not merger.planned or merger.strategy is None:
        return ()

    def day(offset: int | None) -> date | None:
        effect = merger.takes_effect
        return effect + timedelta(days=offset) if effect is not None and offset is not None else None

    return tuple(
        MergerTask(step, day(step.earliest), day(step.latest))
        for step in content.merger_steps
        if step.strategy is merger.strategy
    )


def advised(plan: Plan) -> MergerStrategy | None:
    """Return the strategy that the handbook of 2019 advises, None where nothing is known about the vendor."""
    if plan.cooperation.merger.same_vendor is None:
        return None
    return MergerStrategy.CONNECT_ONE_BY_ONE if plan.cooperation.merger.same_vendor else MergerStrategy.CONNECT_AFTER
