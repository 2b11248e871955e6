"""Working days in Norway: counted, moved, and flagged where few are at work."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.model.rules.connection import workdays
from digisos_wizard.model.rules.connection.workdays import around, is_working_day, quiet_period, working_day_after
from tests.model.given import content

DAYS = st.dates(date(2016, 1, 1), date(2046, 12, 31))
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2028, 2, 29), True),  # a leap day, a Tuesday
        (date(2027, 3, 28), False),  # clocks go forward on a Sunday, Easter Sunday this year
        (date(2026, 10, 25), False),  # and back
        (date(2027, 3, 25), False),  # Maundy Thursday
        (date(2027, 3, 24), True),
        (date(2027, 5, 17), False),
        (date(2026, 12, 24), True),  # no public holiday, though few are at work
        (date(2026, 12, 25), False),
    ],
)
def test_days(day: date, working: bool) -> None:
    assert is_working_day(day) is working


@given(DAYS)
def test_counting_goes_up_by_one_on_working_days_alone(day: date) -> None:
    days = around(TODAY, [day])
    step = days.count(day) - days.count(day - timedelta(days=1))
    assert step == (1 if is_working_day(day) else 0)


@given(DAYS)
def test_the_day_of_a_count_is_the_last_working_day_up_to_it(day: date) -> None:
    days = around(TODAY, [day])
    assert days.day(days.count(day)) == workdays.working_day_before(day)


@given(DAYS, st.integers(0, 200))
def test_so_many_working_days_later_is_what_walking_there_finds(day: date, steps: int) -> None:
    days = around(TODAY, [day])
    walked = workdays.working_day_before(day)
    for _step in range(min(steps, 30)):
        walked = working_day_after(walked + timedelta(days=1))
    assert days.day(days.count(day) + min(steps, 30)) == walked


@pytest.mark.parametrize("today", [date(1, 3, 1), date(9999, 6, 1), date(1900, 1, 1), date(2200, 12, 31)])
def test_no_day_is_too_early_or_too_late_to_count(today: date) -> None:
    days = around(today, [date(2027, 3, 4)])
    assert days.day(0) <= days.day(10**9)


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (date(2027, 3, 22), "easter"),
        (date(2027, 3, 20), "easter"),
        (date(2027, 3, 19), ""),
        (date(2027, 7, 1), "summer"),
        (date(2027, 8, 2), ""),
        (date(2026, 12, 21), "christmas"),
        (date(2027, 1, 2), "christmas"),
        (date(2027, 1, 4), ""),
    ],
)
def test_quiet_times_of_the_year(day: date, period: str) -> None:
    found = quiet_period(content(), day)
    assert (found.id if found is not None else "") == period


@given(st.integers(1990, 2100))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    sunday = workdays.easter(year)
    assert sunday is not None
    assert sunday.weekday() == 6
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)
