"""The measuring as a list shows it: what is open for numbers, how many are in, and how far each benefit has come."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.benefits import Benefit, Measurement
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.benefits.measuring import Status, Verdict, achievement, is_due, row_at, unmeasured

from .benefit_lines import ITEMS, class_words

NEW = "+"
"""Begins what stands for a measurement that is not made yet; no id of a row does."""
LIMIT_AT = 2 / 3
"""Where on its track the limit of a disadvantage stands, so that there is room to be over it."""


@dataclass(frozen=True, slots=True)
class Way:
    """How far a benefit has come on its way, from 0 to 1, and where the midway target or the limit stands."""

    words: str
    share: float | None
    notch: float | None
    limit: float | None
    over: bool


def headline(figures: Figures) -> str:
    """Return which measuring is on, and how much of it is in; else when the first one is."""
    indicated = sum(bool(item.indicator.strip()) for item in figures.plan.benefits.items)
    due = [point for point in figures.measuring_points if is_due(figures.plan, point, figures.today)]
    if due:
        last = due[-1]
        done = indicated - unmeasured(figures.plan, last)
        when = formatting.day(last.day) if last.day is not None else last.spec.label
        return _("Målingen {day}: {done} av {all} er skrevet inn.").format(day=when, done=done, all=indicated)
    first = next((point.day for point in figures.measuring_points if point.day is not None), None)
    if first is None:
        return _("Første måling er {label} etter påkoblingen.").format(
            label=figures.measuring_points[0].spec.label if figures.measuring_points else "–"
        )
    return _("Første måling er {day}.").format(day=formatting.day(first))


def group_of(benefit: Benefit) -> str:
    """Return the words of the group that a benefit is measured in."""
    if benefit.disadvantage:
        return _("Ulempe som ikke skal bli større enn grensen")
    return class_words(benefit.kind)


def target_words(status: Status) -> str:
    """Return the target, or the limit in words that say it is one."""
    target = status.benefit.target
    if target is None:
        return "–"
    number = formatting.number(target)
    return _("høyst {number}").format(number=number) if status.benefit.disadvantage else number


def way(status: Status) -> Way:
    """Return how far a benefit has come, or how much of the room up to its limit a disadvantage has used."""
    benefit = status.benefit
    if not benefit.indicator.strip():
        return Way(_("Ikke satt hva som måles"), None, None, None, over=False)
    if benefit.disadvantage:
        used = float(status.used) * LIMIT_AT if status.used is not None else None
        limit = LIMIT_AT if benefit.target is not None else None
        return Way(status.words, used, None, limit, over=status.verdict is Verdict.OVER)
    achieved = status.achieved
    notch = achievement(status.baseline, benefit.target, benefit.midway)
    words = status.words
    behind = achieved is not None and notch is not None and achieved < notch and _midway_passed(status)
    if behind and status.verdict is Verdict.UNDERWAY:
        words = _("{words}, under planen").format(words=words)
    share = max(float(achieved), 0.0) if achieved is not None else None
    return Way(words, share, float(notch) if notch is not None else None, None, over=status.verdict is Verdict.BACK)


def _midway_passed(status: Status) -> bool:
    on, last = status.benefit.midway_on, status.last
    return on is not None and last is not None and last.measured_on is not None and last.measured_on >= on


def place_of(benefit: Benefit, point: str) -> Address:
    """Return where a point's value stands, or what stands for it as long as nothing has been measured."""
    known = row_at(benefit, point)
    return (*ITEMS, benefit.id, "measurements", known.id if known is not None else f"{NEW}{point}", "value")


def begun(plan: Plan, address: Address, row_id: str, day: date) -> tuple[Address, Insert | None]:
    """Return where a value typed at an address goes, and the row to make first where there is none."""
    if not address[4].startswith(NEW):
        return address, None
    point = address[4].removeprefix(NEW)
    benefit = next(item for item in plan.benefits.items if item.id == address[2])
    known = row_at(benefit, point)
    if known is not None:
        return (*address[:4], known.id, "value"), None
    row = Measurement(id=row_id, point=point, measured_on=day)
    return (*address[:4], row_id, "value"), Insert(address[:4], row)


def number_words(value: Decimal | None) -> str:
    """Return a number, or a dash where there is none."""
    return "–" if value is None else formatting.number(value)
