"""Measuring: baseline, measuring points, the last value, deviation and achievement."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.model.benefits import Benefit, Measurement, MeasuringPoint
from digisos_wizard.model.mapping import Mapping, ProcessStep
from digisos_wizard.model.rules.benefits import measuring
from digisos_wizard.model.rules.benefits.measuring import Verdict, achievement, baseline_of, latest, points, status
from digisos_wizard.model.rules.connection.measuring_days import months_after
from tests.model.given import content, figures_of, plan_of
from tests.model.given import found as finding

D = Decimal
DAY = date(2027, 3, 4)
MAPPING = Mapping(
    steps=(
        ProcessStep(id="receive", paper_minutes=D(4), digital_minutes=D(1)),
        ProcessStep(id="scan", paper_minutes=D("7.5"), digital_minutes=D(0)),
        ProcessStep(id="send", paper_minutes=D(2)),
        ProcessStep(id="archive", digital_minutes=D(3)),
    )
)


def measured(row_id: str, day: date | None, value: str | None, point: str = "") -> Measurement:
    """Return a measurement."""
    return Measurement(id=row_id, point=point, measured_on=day, value=None if value is None else D(value))


@pytest.mark.parametrize(
    ("baseline", "target", "value", "expected"),
    [
        ("100", "40", "70", "0.5"),  # falling: −30 of −60
        ("100", "40", "100", "0"),
        ("100", "40", "40", "1"),
        ("100", "40", "25", "1.25"),  # −75 of −60
        ("100", "40", "115", "-0.25"),  # the wrong way: +15 of −60
        ("30", "70", "40", "0.25"),  # rising: 10 of 40; the target alone would say 40 / 70
        ("30", "70", "20", "-0.25"),
        ("0", "50", "0", "0"),  # 0 is a number
        ("-2", "2", "1", "0.75"),  # 3 of 4
        ("30", "30", "30", None),
        ("30", "30", "45", None),
        ("0", "0", "0", None),
        (None, "70", "40", None),
        ("30", None, "40", None),
        ("30", "70", None, None),
    ],
)
def test_achievement(baseline: str | None, target: str | None, value: str | None, expected: str | None) -> None:
    figures = [None if figure is None else D(figure) for figure in (baseline, target, value)]
    assert achievement(*figures) == (None if expected is None else D(expected))


@given(*[st.integers(-1000, 1000)] * 3, st.integers(1, 50))
def test_achievement_is_the_same_for_a_mirrored_and_a_stretched_scale(
    baseline: int, target: int, value: int, times: int
) -> None:
    straight = achievement(D(baseline), D(target), D(value))
    assert achievement(-D(baseline), -D(target), -D(value)) == straight
    assert achievement(D(baseline), D(target), D(baseline)) in {D(0), None}
    assert achievement(D(baseline), D(target), D(target)) in {D(1), None}
    stretched = achievement(*(D(figure * times) for figure in (baseline, target, value)))
    assert (stretched is None) == (straight is None) == (baseline == target)
    if stretched is not None and straight is not None:
        assert abs(stretched - straight) < D("1e-20")


@pytest.mark.parametrize(
    ("own", "steps", "expected"),
    [
        (None, (), None),
        ("9", (), "9"),
        ("9", ("receive", "scan"), "9"),  # the office's own wins
        ("0", ("receive", "scan"), "0"),
        (None, ("scan",), "7.5"),
        (None, ("scan", "receive"), "11.5"),  # 7,5 + 4: paper, whatever it takes digitally
        (None, ("receive", "scan", "send"), "13.5"),
        (None, ("archive",), None),
        (None, ("receive", "archive"), None),  # minutes missing: no part of the sum is the sum
        (None, ("gone", "left"), None),
    ],
)
def test_the_baseline_is_the_own_one_or_the_paper_minutes_of_the_steps(
    own: str | None, steps: tuple[str, ...], expected: str | None
) -> None:
    benefit = Benefit(id="x", baseline=None if own is None else D(own), baseline_steps=steps)
    assert baseline_of(benefit, MAPPING) == (None if expected is None else D(expected))


def test_the_last_measurement_is_that_of_the_latest_day_with_a_value() -> None:
    first, second = measured("a", date(2027, 6, 1), "8"), measured("b", date(2027, 9, 1), "0")
    empty, undated = measured("c", date(2028, 3, 1), None), measured("d", None, "5")
    assert latest(()) is None
    assert latest((empty,)) is None
    assert latest((undated,)) is undated
    for rows in ((first, second, empty, undated), (undated, empty, second, first)):
        assert latest(rows) is second


def test_on_one_day_the_measuring_point_counts_before_what_was_entered_last() -> None:
    day = date(2027, 6, 4)
    by_hand, again, planned = measured("a", day, "8"), measured("b", day, "7"), measured("c", day, "6", "3")
    assert latest((by_hand, again)) is again
    assert latest((again, by_hand)) is by_hand
    assert latest((planned, by_hand, again)) is planned
    assert latest((by_hand, planned)) is planned


def test_status_by_hand() -> None:
    rows = (measured("a", date(2027, 6, 4), "10"), measured("b", date(2027, 9, 4), "9"))
    benefit = Benefit(id="x", baseline_steps=("receive", "scan"), target=D("6.5"), measurements=rows)
    found = status(benefit, MAPPING)
    # 11,5 → 6,5, and at 9: 2,5 over the target, (9 − 11,5) / (6,5 − 11,5) = 0,5
    assert (found.baseline, found.last, found.deviation, found.achieved) == (D("11.5"), rows[1], D("2.5"), D("0.5"))


def test_status_says_what_it_can_where_something_is_missing() -> None:
    row = measured("a", date(2027, 6, 4), "9")
    untold = status(Benefit(id="x", target=D(6), measurements=(row,)), MAPPING)
    assert (untold.deviation, untold.achieved) == (D(3), None), "no baseline"
    aimless = status(Benefit(id="x", baseline=D(12), measurements=(row,)), MAPPING)
    assert (aimless.last, aimless.deviation, aimless.achieved) == (row, None, None)
    unmeasured = status(Benefit(id="x", baseline=D(12), target=D(6)), MAPPING)
    assert (unmeasured.last, unmeasured.deviation, unmeasured.achieved) == (None, None, None)


def test_every_benefit_has_its_status_with_and_without_an_indicator() -> None:
    plan = plan_of(1_000, answers={"benefits/items": (Benefit(id="x", indicator="Minutter"), Benefit(id="y"))})
    assert [one.benefit.id for one in figures_of(plan).statuses] == ["x", "y"]


def test_points_lie_3_6_and_12_months_after_the_connection_day() -> None:
    plan = plan_of(1_000, answers={"connection/day/shared/wished": DAY})
    found = figures_of(plan).measuring_points
    assert [(point.spec.id, point.day, point.own) for point in found] == [
        ("3", date(2027, 6, 4), False),
        ("6", date(2027, 9, 6), False),
        ("12", date(2028, 3, 6), False),
    ]
    assert [point.day for point in points(plan, content(), None)] == [None, None, None]


def test_the_offices_own_day_for_a_point_wins_and_an_empty_one_does_not() -> None:
    own = (MeasuringPoint(id="6", planned_on=date(2027, 10, 1)), MeasuringPoint(id="12"))
    plan = plan_of(1_000, answers={"benefits/measuring_points": own})
    found = points(plan, content(), DAY)
    assert [point.day for point in found] == [date(2027, 6, 4), date(2027, 10, 1), date(2028, 3, 6)]
    assert [point.own for point in found] == [False, True, False]
    assert [point.day for point in points(plan, content(), None)] == [None, date(2027, 10, 1), None]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 8, 31), 3, date(2027, 11, 30)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 12, date(2028, 8, 31)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 12, 31), 3, date(2028, 3, 31)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2027, 9, 15), 3, date(2027, 12, 15)),  # December is no month 0 of the next year
        (date(2027, 12, 1), 0, date(2027, 12, 1)),
        (date(9999, 12, 1), 1, date.max),
    ],
)
def test_months_after_ends_with_a_shorter_month(day: date, months: int, expected: date) -> None:
    assert months_after(day, months) == expected


def test_a_measurement_is_found_by_its_point() -> None:
    rows = (measured("a", DAY, "4"), measured("b", None, "3", "6"), measured("c", DAY, "2", "3"))
    benefit = Benefit(id="x", measurements=rows)
    assert [measuring.measured_at(benefit, point) for point in ("3", "6", "12")] == [rows[2], rows[1], None]


def test_at_a_point_the_last_one_with_a_value_counts() -> None:
    first = Measurement(id="a", point="12", measured_on=date(2028, 3, 1), value=D(15))
    last = Measurement(id="b", point="12", measured_on=date(2028, 3, 9), value=D(12))
    emptied = Measurement(id="c", point="3", measured_on=date(2027, 6, 1))
    item = Benefit(id="x", measurements=(last, first, emptied))
    assert measuring.measured_at(item, "12") is last
    assert measuring.measured_at(item, "3") is None
    assert measuring.row_at(item, "3") is emptied


@pytest.mark.parametrize(
    ("baseline", "limit", "measured", "verdict", "used"),
    [
        ("0", "2", "0", Verdict.WITHIN, "0"),
        ("0", "2", "2", Verdict.WITHIN, "1"),
        ("0", "2", "5", Verdict.OVER, "2.5"),
        ("2", "2", "3", Verdict.OVER, None),
        ("2", "2", "2", Verdict.WITHIN, None),
        (None, "2", "1", Verdict.WITHIN, None),
        ("0", None, "1", Verdict.UNKNOWN, None),
        ("0", "2", None, Verdict.UNMEASURED, None),
    ],
)
def test_a_disadvantage_keeps_within_a_limit_and_reaches_nothing(
    baseline: str | None, limit: str | None, measured: str | None, verdict: Verdict, used: str | None
) -> None:
    rows = (Measurement(id="x", value=D(measured)),) if measured else ()
    item = Benefit(
        id="k",
        disadvantage=True,
        baseline=D(baseline) if baseline else None,
        target=D(limit) if limit else None,
        measurements=rows,
    )
    found = status(item, Mapping())
    assert (found.verdict, found.used, found.achieved) == (verdict, D(used) if used else None, None)


@pytest.mark.parametrize(
    ("disadvantage", "measured", "words"),
    [
        (True, "5", "Over grensen med 3"),
        (True, "0", "Innenfor grensen"),
        (False, "2", "Målet er nådd: 100 prosent"),
        (False, "1", "50 prosent av veien"),
        (False, "-1", "Feil vei: −50 prosent"),
    ],
)
def test_gains_and_disadvantages_are_spoken_of_in_different_words(
    disadvantage: bool, measured: str, words: str
) -> None:
    rows = (Measurement(id="x", value=D(measured)),)
    item = Benefit(id="k", disadvantage=disadvantage, baseline=D(0), target=D(2), measurements=rows)
    assert status(item, Mapping()).words == words


def test_a_limit_below_the_baseline_is_found_at_the_limit() -> None:
    item = Benefit(id="k", title="Klager", disadvantage=True, indicator="Klager", baseline=D(3), target=D(2))
    plan = plan_of(5_000, answers={"benefits/items": (item,)})
    assert [one.address[-1] for one in finding(plan, "benefit-limit")] == ["target"]
    higher = item.model_validate(dict(item) | {"target": D(3)})
    assert not finding(plan_of(5_000, answers={"benefits/items": (higher,)}), "benefit-limit")
