"""What a benefit is asked for, by its class and by how its value is found; the rest of the fields say nothing of it."""

from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.terms import BenefitClass, BenefitMethod, FreedTimeUse

from .value import saves_time

VALUE = frozenset(
    (
        *("method", "quantity", "unit", "unit_cost", "low", "expected", "high", "low_percent", "high_percent"),
        *("use", "use_from", "use_note", "importance", "extent", "reason", "contact", "owner_body"),
    )
)
"""Fields that only some benefits have a use for."""
USE = frozenset(("use",))
USED = frozenset(("use_from", "use_note"))
RANGE = frozenset(("low_percent", "high_percent"))


def is_asked(benefit: Benefit, path: str) -> bool:
    """Tell whether a benefit is asked for a field."""
    return path not in VALUE or path in _wanted(benefit)


def _wanted(benefit: Benefit) -> frozenset[str]:
    outside = frozenset(("contact", "owner_body")) if benefit.kind is not BenefitClass.OWN_PRICED else frozenset()
    if benefit.kind is BenefitClass.NOT_PRICED:
        return outside | {"importance", "extent", "reason"}
    own = benefit.kind is BenefitClass.OWN_PRICED
    use = USE | (USED if benefit.use is not FreedTimeUse.UNDECIDED else frozenset()) if own else frozenset()
    if saves_time(benefit):
        return use | RANGE | {"method", "quantity"}
    if benefit.method is BenefitMethod.AVOIDED_COST:
        return outside | use | RANGE | {"method", "quantity", "unit", "unit_cost"}
    return outside | use | {"method", "low", "expected", "high"}
