"""One line of the sheet `Kontroll`."""

from dataclasses import dataclass

FORMULAS, ERRORS, SUMS = 1, 2, 3
"""What may follow from something else: formulas that say nothing, errors, sums that differ."""


@dataclass(frozen=True, slots=True)
class Check:
    """What must hold, as a formula that is true; and a formula for the words where it isn't.

    Of several that don't hold the first is told: causes stand before what follows from them.
    """

    what: str
    holds: str
    wrong: str
    follows: int = 0
