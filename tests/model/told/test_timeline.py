"""The time that the plan is drawn over: room for words, months by their names, quiet weeks, and an end."""

from datetime import date, timedelta

from digisos_wizard.model.told.timeline import BEFORE, LONGEST, PAST, axis
from tests.model.given import TODAY, figures_of, plan_of

DAY = date(2027, 3, 4)


def test_everything_has_its_place_between_the_ends() -> None:
    figures = figures_of(plan_of(5_000, answers={"connection/day/shared/wished": DAY}))
    items = [item for item in figures.schedule.activities if item.deadline is not None]
    time = axis(figures, items, ahead=False)
    starts = [item.start or item.deadline for item in items]
    assert time.first == min(day for day in (*starts, TODAY) if day is not None) - timedelta(days=BEFORE)
    assert time.at(time.first) == 0
    assert 0 < time.at(TODAY) < time.at(DAY) < 1
    ahead = axis(figures, items, ahead=True)
    assert ahead.first == max(time.first, TODAY - timedelta(days=PAST))


def test_months_have_names_and_the_first_its_year() -> None:
    figures = figures_of(plan_of(5_000, answers={"connection/day/shared/wished": DAY}))
    time = axis(figures, [], ahead=True)
    names = [name for _month, name in time.months]
    assert names[:2] == ["desember 2026", "januar 2027"]
    assert all(month.day == 1 and time.first <= month <= time.last for month, _name in time.months)


def test_christmas_is_one_quiet_time_over_the_year() -> None:
    figures = figures_of(plan_of(5_000, answers={"connection/day/shared/wished": DAY}))
    christmas = [one for one in axis(figures, [], ahead=True).quiet if one[2] == "jul og nyttår"]
    assert [(first, last) for first, last, _name in christmas] == [(date(2026, 12, 21), date(2027, 1, 2))]


def test_a_day_far_off_stands_at_the_end() -> None:
    far = date(2036, 3, 4)
    time = axis(figures_of(plan_of(5_000, answers={"connection/day/shared/wished": far})), [], ahead=True)
    assert (time.last - time.first).days <= LONGEST + 20
    assert time.at(far) == 1
