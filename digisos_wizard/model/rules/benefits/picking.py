"""Benefits that are new: picked from the catalogue with what it knows of them, or the office's own."""

from collections.abc import Callable, Sequence

from digisos_wizard.model.benefits import Benefit, Benefits, Numbering
from digisos_wizard.model.content import BenefitSpec
from digisos_wizard.model.edits import Edit, Insert, Set
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import BenefitClass, BenefitMethod, BenefitType

from .reckoning import next_number

ITEMS = ("benefits", "items")
NUMBERING = ("benefits", "numbering")


def picked(plan: Plan, specs: Sequence[BenefitSpec], new_id: Callable[[], str]) -> tuple[Edit, ...]:
    """Return the edits that take benefits of the catalogue into the plan, numbered in order."""
    steps = {step.catalogue_id: step.id for step in plan.mapping.steps}
    numbering = plan.benefits.numbering
    edits: list[Edit] = []
    for spec in specs:
        number, numbering = _next(numbering, spec.kind)
        saves_time = spec.kind is BenefitClass.OWN_PRICED and spec.type is BenefitType.INDIRECT
        benefit = Benefit(
            id=new_id(),
            number=number,
            kind=spec.kind,
            catalogue_id=spec.id,
            title=spec.title,
            description=spec.description,
            type=spec.type,
            area=spec.area,
            method=BenefitMethod.SAVED_TIME if saves_time else None,
            indicator=spec.indicator,
            indicator_unit=spec.indicator_unit,
            measuring_method=spec.measuring_method,
            importance=spec.importance,
            baseline_steps=tuple(steps[step] for step in spec.baseline_steps if step in steps),
        )
        edits.append(Insert(ITEMS, benefit))
    return (*edits, Set(NUMBERING, numbering)) if edits else ()


def own(plan: Plan, kind: BenefitClass, row_id: str) -> tuple[Edit, ...]:
    """Return the edits that add an empty benefit of a class."""
    number, numbering = next_number(plan.benefits, kind)
    method = BenefitMethod.ESTIMATE if kind is BenefitClass.OWN_PRICED else None
    benefit = Benefit(id=row_id, number=number, kind=kind, method=method)
    return Insert(ITEMS, benefit), Set(NUMBERING, numbering)


def _next(numbering: Numbering, kind: BenefitClass) -> tuple[str, Numbering]:
    return next_number(Benefits(numbering=numbering), kind)
