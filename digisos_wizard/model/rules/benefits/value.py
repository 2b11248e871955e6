"""What a priced benefit is worth in a whole year, as it may turn out: badly, as expected, well, weighed (PV, KS)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.rules.costs.result import ZERO
from digisos_wizard.model.terms import BenefitClass, BenefitMethod, FreedTimeUse, Outlook

HUNDRED = Decimal(100)
MONTHS = 12


def adjusted(low: Decimal, expected: Decimal, high: Decimal) -> Decimal:
    """Return the uncertainty-adjusted value (low + 3 × expected + high) / 5 (PV)."""
    return (low + 3 * expected + high) / 5


def saves_time(benefit: Benefit) -> bool:
    """Tell whether a benefit is a part of the freed time; time freed at others is valued as an estimate."""
    return benefit.method is BenefitMethod.SAVED_TIME and benefit.kind is BenefitClass.OWN_PRICED


def factor(benefit: Benefit, outlook: Outlook = Outlook.ADJUSTED) -> Decimal:
    """Return what freed time or avoided cost is multiplied with: 1 as expected, and where no range is given."""
    low, high = benefit.low_percent, benefit.high_percent
    if low is None or high is None:
        return Decimal(1)
    return at(low / HUNDRED, Decimal(1), high / HUNDRED, _turned(benefit, outlook))


def full_amount(benefit: Benefit, outlook: Outlook = Outlook.ADJUSTED) -> Decimal | None:
    """Return the kroner of a whole year without its sign, None where something that the method needs is missing.

    A low outlook is bad for the office: it takes the high estimate of a disadvantage.
    """
    if benefit.method is BenefitMethod.AVOIDED_COST:
        if benefit.quantity is None or benefit.unit_cost is None:
            return None
        return benefit.quantity * benefit.unit_cost * factor(benefit, outlook)
    if benefit.expected is None:
        return None
    if benefit.low is None or benefit.high is None:
        return benefit.expected
    return at(benefit.low, benefit.expected, benefit.high, _turned(benefit, outlook))


def at(low: Decimal, expected: Decimal, high: Decimal, outlook: Outlook) -> Decimal:
    """Return the one of three estimates that an outlook takes, or all three weighed."""
    if outlook is Outlook.ADJUSTED:
        return adjusted(low, expected, high)
    return {Outlook.LOW: low, Outlook.EXPECTED: expected, Outlook.HIGH: high}[outlook]


def _turned(benefit: Benefit, outlook: Outlook) -> Outlook:
    if not benefit.disadvantage:
        return outlook
    return {Outlook.LOW: Outlook.HIGH, Outlook.HIGH: Outlook.LOW}.get(outlook, outlook)


def portions(benefits: Sequence[Benefit]) -> dict[str, Decimal]:
    """Return each time benefit's part of the freed hours: its own percent, else an even part of what is left."""
    savers = [benefit for benefit in benefits if saves_time(benefit)]
    given = sum((saver.quantity / HUNDRED for saver in savers if saver.quantity is not None), ZERO)
    open_ones = sum(saver.quantity is None for saver in savers)
    even = max(1 - given, ZERO) / open_ones if open_ones else ZERO
    return {saver.id: saver.quantity / HUNDRED if saver.quantity is not None else even for saver in savers}


def used_from(benefit: Benefit) -> date | None:
    """Return when what the own organisation wins is used, and so is money; None: as soon as it comes."""
    decided = benefit.kind is BenefitClass.OWN_PRICED and benefit.use is not FreedTimeUse.UNDECIDED
    return benefit.use_from if decided else None


def begun(day: date | None, year: int) -> Decimal:
    """Return the part of a calendar year from a day on: whole months, its own included; without a day all of it."""
    if day is None or day.year < year:
        return Decimal(1)
    if day.year > year:
        return ZERO
    return Decimal(MONTHS + 1 - day.month) / MONTHS
