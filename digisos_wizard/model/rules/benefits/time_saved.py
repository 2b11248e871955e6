"""Time that digital applications save: minutes a month at every step, and the hours of a year."""

from decimal import Decimal

from digisos_wizard.model.mapping import Mapping, ProcessStep
from digisos_wizard.model.rules.costs.result import ZERO

MONTHS = 12
MINUTES = Decimal(60)
HUNDRED = Decimal(100)


def saved_minutes(step: ProcessStep) -> Decimal | None:
    """Return the minutes that a step saves each time it is taken digitally, None where either figure is missing."""
    if step.paper_minutes is None or step.digital_minutes is None:
        return None
    return step.paper_minutes - step.digital_minutes


def times_a_month(step: ProcessStep, mapping: Mapping) -> Decimal | None:
    """Return how often a step is taken in a month: its own number, else once for every application."""
    return step.per_month if step.per_month is not None else mapping.cases_per_month


def minutes_a_month(mapping: Mapping) -> tuple[Decimal, Decimal, bool]:
    """Return minutes saved in a month if all applied digitally, and whether everything that they rest on is known.

    First at steps that need no attachments, then at steps that do, which save it only with digital attachments.
    """
    free, dependent, complete = ZERO, ZERO, bool(mapping.steps)
    for step in mapping.steps:
        saved, times = saved_minutes(step), times_a_month(step, mapping)
        if saved is None or times is None:
            complete = False
        elif step.depends_on_attachments:
            dependent += saved * times
        else:
            free += saved * times
    return free, dependent, complete


def yearly_hours(mapping: Mapping, digital: Decimal, attachments: Decimal) -> Decimal:
    """Return hours saved in a whole year at the shares given in percent; what is unknown saves nothing."""
    free, dependent, _complete = minutes_a_month(mapping)
    return hours_at(free, dependent, digital, attachments)


def hours_at(free: Decimal, dependent: Decimal, digital: Decimal, attachments: Decimal) -> Decimal:
    """Return the hours of a year from the minutes of a month and the shares in percent."""
    return MONTHS * digital / HUNDRED * (free + dependent * attachments / HUNDRED) / MINUTES
