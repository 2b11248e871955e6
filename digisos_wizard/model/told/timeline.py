"""The time that the connection plan is drawn over: its months, today and the day, and the quiet weeks in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from digisos_wizard.i18n import translated
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.rules.connection.workdays import quiet_period
from digisos_wizard.model.terms import TaskState
from digisos_wizard.parse import MONTHS

BEFORE, AFTER, PAST = 3, 12, 14
"""Days before what begins first, and after what ends last, so that words have room; and days that are past."""
LONGEST = 1_500
"""Days that are drawn; what lies further off stands at the end."""


@dataclass(frozen=True, slots=True)
class Axis:
    """First and last day, today, the connection day where there is one, the months, and quiet times by their names."""

    first: date
    last: date
    today: date
    day: date | None
    months: tuple[tuple[date, str], ...]
    quiet: tuple[tuple[date, date, str], ...]

    def at(self, day: date) -> float:
        """Return where a day begins, from 0 to 1."""
        days = (self.last - self.first).days + 1
        return min(max((day - self.first).days / days, 0.0), 1.0)


def axis(figures: Figures, items: Sequence[PlannedActivity], *, ahead: bool) -> Axis:
    """Return the time around some activities, today and the connection day; `ahead`: little of what is past."""
    day = figures.schedule.day
    days = [figures.today, *([day] if day is not None else [])]
    for item in items:
        days += window(item, figures.today)
    first = min(days) - timedelta(days=BEFORE)
    if ahead:
        first = max(first, figures.today - timedelta(days=PAST))
    last = min(max(days), first + timedelta(days=LONGEST)) + timedelta(days=AFTER)
    return Axis(first, last, figures.today, day, _months(first, last), _quiet(figures, first, last))


def window(item: PlannedActivity, today: date) -> tuple[date, date]:
    """Return when an activity begins and ends: what is done ended then, or by today, and not on its deadline."""
    end = item.due or item.deadline or today
    if item.state is TaskState.DONE:
        end = item.done_on or min(end, today)
    return min(item.start or end, end), end


def _months(first: date, last: date) -> tuple[tuple[date, str], ...]:
    found: list[tuple[date, str]] = []
    month = date(first.year, first.month, 1)
    while month <= last:
        words = translated(MONTHS[month.month - 1])
        year = f" {month.year}" if month.month == 1 or not found else ""
        if month >= first:
            found.append((month, f"{words}{year}"))
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return tuple(found)


def _quiet(figures: Figures, first: date, last: date) -> tuple[tuple[date, date, str], ...]:
    found: list[tuple[date, date, str]] = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        period = quiet_period(figures.content, day)
        if period is None:
            continue
        if found and found[-1][2] == period.label and found[-1][1] == day - timedelta(days=1):
            found[-1] = (found[-1][0], day, period.label)
        else:
            found.append((day, day, period.label))
    return tuple(found)
