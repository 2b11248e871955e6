"""Working days in Norway: which days they are, and counting them so that schedules can add and subtract."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache, lru_cache

import holidays

from digisos_wizard.i18n import BOKMAAL, current
from digisos_wizard.model.content import Content, QuietPeriod

DAY = timedelta(days=1)
FRIDAY, SATURDAY = 4, 5
"""Years that can be reckoned with; no plan needs others."""
LONGEST = 40
"""Years that a table of working days spans at most."""


@cache
def _holidays(year: int, language: str = BOKMAAL.holidays) -> dict[date, str]:
    return dict(holidays.country_holidays("NO", years=year, language=language))


def holiday_name(day: date) -> str | None:
    """Return the name of the public holiday on a day, None where it is none."""
    return _holidays(day.year, current().holidays).get(day)


def is_working_day(day: date) -> bool:
    """Tell whether a day is Monday to Friday and no public holiday."""
    return day.weekday() < SATURDAY and day not in _holidays(day.year)


def working_day_before(day: date) -> date:
    """Return the day itself, or the nearest earlier working day."""
    while not is_working_day(day):
        day -= DAY
    return day


def working_day_after(day: date) -> date:
    """Return the day itself, or the nearest later working day."""
    while not is_working_day(day):
        day += DAY
    return day


def is_before_time_off(day: date) -> bool:
    """Tell whether a day is a Friday, or the next day is no working day."""
    return day.weekday() == FRIDAY or not is_working_day(day + DAY)


@dataclass(frozen=True, slots=True)
class Workdays:
    """The working days of some years, counted from their beginning; days outside stand at the ends."""

    ordinals: tuple[int, ...]

    def count(self, day: date) -> int:
        """Return how many working days there are up to and with a day."""
        return bisect_right(self.ordinals, day.toordinal())

    def day(self, count: int) -> date:
        """Return the working day with which so many have gone by."""
        return date.fromordinal(self.ordinals[min(max(count, 1), len(self.ordinals)) - 1])


def around(today: date, days: Iterable[date]) -> Workdays:
    """Return the working days from a year before to two years after today and the days, within what is reasonable."""
    years = [today.year, *(day.year for day in days)]
    low = max(min(years), today.year - LONGEST // 2)
    high = min(max(years), today.year + LONGEST // 2)
    return _table(max(low - 1, MINYEAR + 1), min(high + 2, MAXYEAR - 1))


@lru_cache(maxsize=8)
def _table(first: int, last: int) -> Workdays:
    found: list[int] = []
    for year in range(first, last + 1):
        found += _of_year(year)
    return Workdays(tuple(found))


@cache
def _of_year(year: int) -> tuple[int, ...]:
    off = {day.toordinal() for day in _holidays(year)}
    start = date(year, 1, 1)
    days = range(start.toordinal(), date(year, 12, 31).toordinal() + 1)
    shift = start.weekday() - start.toordinal()
    return tuple(day for day in days if (day + shift) % 7 < SATURDAY and day not in off)


def easter(year: int) -> date | None:
    """Return Easter Sunday, None in a year whose holidays nobody knows yet."""
    return next((day for day, name in _holidays(year).items() if name == "Første påskedag"), None)


def quiet_period(content: Content, day: date) -> QuietPeriod | None:
    """Return the quiet time of the year that a day falls in, such as Easter week, None where it falls in none."""
    return next((period for period in content.quiet_periods if _within(period, day)), None)


def _within(period: QuietPeriod, day: date) -> bool:
    if period.easter:
        sunday = easter(day.year)
        if sunday is None:
            return False
        return sunday + timedelta(days=period.first) <= day <= sunday + timedelta(days=period.last)
    here = day.month * 100 + day.day
    if period.first <= period.last:
        return period.first <= here <= period.last
    return here >= period.first or here <= period.last
