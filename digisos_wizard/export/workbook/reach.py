"""How far an indicator has come, as formulas: deviation from the target, and achievement."""

from collections.abc import Callable
from decimal import Decimal

from digisos_wizard.export.workbook.cells import Plain, as_word
from digisos_wizard.model.rules.benefits import measuring as rules

NOTHING = "–"
"""What stands where a figure is not defined."""


def gap(value: str, target: str) -> str:
    """Return the formula for how far a value is from the target."""
    return f"IF(AND(ISNUMBER({value}),ISNUMBER({target})),{value}-{target},{as_word(NOTHING)})"


def reached(value: str, baseline: str, target: str) -> str:
    """Return the formula for how much of the way from baseline to target has been gone."""
    known = f"AND(ISNUMBER({value}),ISNUMBER({baseline}),ISNUMBER({target}))"
    share = f"({value}-{baseline})/({target}-{baseline})"
    return f"IF({known},IF({target}={baseline},{as_word(NOTHING)},{share}),{as_word(NOTHING)})"


def gap_of(status: rules.Status, measured: Decimal | None, scale: Callable[[Decimal], Decimal]) -> Plain:
    """Return how far a measured value is from the target."""
    target = status.benefit.target
    return NOTHING if measured is None or target is None else scale(measured - target)


def reached_of(status: rules.Status, measured: Decimal | None) -> Plain:
    """Return how much of the way from baseline to target has been gone."""
    found = rules.achievement(status.baseline, status.benefit.target, measured)
    return NOTHING if found is None else found
