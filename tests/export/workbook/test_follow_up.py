"""Sheets to follow up in: what is asked, what has been measured, and which measurement is the last."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

import pytest

from digisos_wizard.model.benefits import Benefit, Benefits, Measurement, MeasuringPoint
from digisos_wizard.model.edits import Edit, Set, apply
from digisos_wizard.model.terms import BenefitMethod
from tests.export import plans
from tests.export.workbook.reading import Read, written

MAIN, THREE, TWELVE = "Nullpunkt og måling", "Måling etter 3 måneder", "Måling etter 12 måneder"
JUNE, MARCH = date(2027, 6, 4), date(2028, 3, 4)


def book_with(*measurements: Measurement, steps: Sequence[str] = (), baseline: int | None = 20) -> Read:
    """Return the workbook of a plan with one benefit: from 20 to 10."""
    item = Benefit(
        id="b1",
        number="Ø1",
        title="Mindre tid",
        method=BenefitMethod.SAVED_TIME,
        indicator="Minutter",
        baseline=None if baseline is None else Decimal(baseline),
        baseline_steps=tuple(steps),
        target=Decimal(10),
        measurements=measurements,
    )
    return written(plans.figures(plans.host_plan(Benefits(items=(item,)))))


def measured(name: str, value: int, on: date | None, point: str = "") -> Measurement:
    """Return a measurement."""
    return Measurement(id=name, point=point, measured_on=on, value=Decimal(value))


def test_every_benefit_is_asked_for_at_every_measuring_point(book: Read) -> None:
    numbers = [row[0] for row in book.sheet(THREE).iter_rows(min_row=6, values_only=True) if row[0]]
    assert numbers == [item.number for item in plans.host().plan.benefits.items]
    assert "Planlagt: 4. juni 2027." in str(book.texts(THREE)[1])
    assert "Planlagt: 6. mars 2028." in str(book.texts(TWELVE)[1])


def test_a_measurement_stands_at_its_point_and_not_in_the_log() -> None:
    found = book_with(measured("a", 15, JUNE, "3"))
    row = found.row(THREE, "Ø1")
    # (15 − 20) / (10 − 20) = 0.5, and 5 from the target
    assert row[5:9] == [20, 10, datetime(2027, 6, 4), 15]  # noqa: DTZ001 - as openpyxl reads a day
    assert row[10:12] == [5, pytest.approx(0.5)]
    assert not found.row(TWELVE, "Ø1")[8]
    assert found.row(MAIN, "Ø1")[11:15] == [datetime(2027, 6, 4), 15, 5, pytest.approx(0.5)]  # noqa: DTZ001


@pytest.mark.parametrize(
    ("measurements", "value"),
    [
        ([measured("a", 15, JUNE, "3"), measured("b", 12, MARCH, "12")], 12),
        ([measured("b", 12, MARCH, "12"), measured("c", 18, date(2028, 4, 1))], 18),
        ([measured("a", 15, JUNE, "3"), measured("c", 18, JUNE)], 15),
        ([measured("c", 18, JUNE), measured("d", 17, JUNE)], 17),
        ([measured("e", 16, None), measured("c", 18, JUNE)], 18),
        ([measured("e", 16, None)], 16),
    ],
)
def test_the_last_measurement_is_the_latest_day_and_on_one_day_the_points(
    measurements: list[Measurement], value: int
) -> None:
    assert book_with(*measurements).row(MAIN, "Ø1")[12] == value


def test_the_baseline_is_taken_from_the_minutes_by_a_live_formula() -> None:
    found = book_with(steps=("s0", "s2"), baseline=None)
    assert found.row(MAIN, "Ø1")[6] == 12, "4 + 8 minutes on paper"
    cell = next(cell for _sheet, cell, value in found.formula_cells() if "Tidsbruk" in str(cell.value) and value == 12)
    assert "SUM(" in str(cell.value)


def test_a_baseline_whose_minutes_are_missing_says_so() -> None:
    plan = plans.host_plan(Benefits(items=(Benefit(id="b1", number="Ø1", baseline_steps=("s0",)),)))
    plan = apply(plan, Set(("mapping", "steps", "s0", "paper_minutes"), None))
    assert written(plans.figures(plan)).row(MAIN, "Ø1")[6] == "mangler"


def test_days_are_asked_for_as_days(book: Read) -> None:
    kinds = {rule.type for rule in book.formulas[THREE].data_validations.dataValidation}
    assert kinds == {"date"}


def test_what_tells_the_file_is_hidden_from_people(book: Read) -> None:
    keys = book.formulas["_plan"]
    assert keys.sheet_state == "veryHidden"
    rows = {row[0]: row[1] for row in keys.iter_rows(max_col=2, values_only=True)}
    assert rows["b1"] == "Ø1"
    assert rows["point:3"] == THREE


def filled(*items: Benefit, more: Sequence[Edit] = ()) -> Read:
    """Return the workbook of a plan with these benefits."""
    return written(plans.figures(apply(plans.host_plan(Benefits(items=items)), *more)))


def test_the_planned_day_is_the_offices_own_or_not_decided_yet() -> None:
    own = Set(("benefits", "measuring_points"), (MeasuringPoint(id="12", planned_on=date(2028, 5, 2)),))
    nowhen = Set(("connection", "day", "shared", "wished"), None)
    found = filled(more=(own, nowhen))
    assert "Planlagt: dagen er ikke bestemt ennå." in str(found.texts(THREE)[1])
    assert "Planlagt: 2. mai 2028." in str(found.texts(TWELVE)[1])


def test_baseline_and_target_point_at_the_main_sheet() -> None:
    found = book_with(steps=("s0", "s2"))
    (row,) = found.formulas[THREE].iter_rows(min_row=6, values_only=True)
    assert row[5:7] == (f"='{MAIN}'!$G$5", f"='{MAIN}'!$J$5")
    assert found.row(THREE, "Ø1")[5:7] == [20, 10], "its own baseline comes before the minutes of the steps"


def test_where_nothing_is_measured_gap_and_achievement_are_empty_and_not_zero() -> None:
    found = book_with(Measurement(id="e", point="3", measured_on=JUNE, note="Ikke tid"))
    assert found.row(THREE, "Ø1")[9] == "Ikke tid"
    for cells in (found.row(THREE, "Ø1")[10:12], found.row(TWELVE, "Ø1")[7:12], found.row(MAIN, "Ø1")[11:15]):
        assert [cell for cell in cells if cell not in (None, "")] == []


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        ({"baseline": Decimal(20), "target": Decimal(20)}, [-5, "–"]),
        ({"target": Decimal(10)}, [5, "–"]),
        ({"baseline": Decimal(20)}, ["", "–"]),
        ({"baseline": Decimal(10), "target": Decimal(20)}, [-5, 0.5]),
        ({"baseline": Decimal(14), "target": Decimal(10)}, [5, -0.25]),
    ],
)
def test_deviation_and_achievement_of_a_measured_15(known: dict[str, object], shown: list[object]) -> None:
    both = (measured("a", 15, JUNE, "3"), measured("b", 15, JUNE))
    found = filled(Benefit.model_validate({"id": "b1", "number": "Ø1", "measurements": both, **known}))
    log = found.row(MAIN, "Ø1", after="Andre målinger")
    for cells in (found.row(THREE, "Ø1")[10:12], found.row(MAIN, "Ø1")[13:15], log[5:7]):
        assert [cell or "" for cell in cells] == shown


def test_the_log_holds_what_belongs_to_no_point_and_rows_to_go_on_with() -> None:
    found = book_with(measured("a", 15, JUNE, "3"), measured("b", 12, None), measured("c", 11, MARCH))
    rows = list(found.sheet(MAIN).iter_rows(values_only=True))
    heading = next(at for at, row in enumerate(rows) if row[0] == "Andre målinger")
    log = rows[heading + 3 :]
    day = datetime(2028, 3, 4)  # noqa: DTZ001 - as openpyxl reads a day
    assert [row[:4] for row in log[:2]] == [("Ø1", "Mindre tid", None, 12), ("Ø1", "Mindre tid", day, 11)]
    assert [row[0] for row in log[2:]] == [None] * 12
    for row in found.formulas[MAIN].iter_rows(min_row=heading + 4, values_only=True):
        assert all(str(cell).startswith("=") for cell in row[5:7])


def test_the_day_of_the_last_measurement_is_hidden_as_a_number() -> None:
    found = book_with(measured("a", 15, JUNE, "3"))
    assert found.row(MAIN, "Ø1")[15] == (JUNE - date(1899, 12, 30)).days
    assert found.formulas[MAIN].column_dimensions["P"].hidden
    assert book_with().row(MAIN, "Ø1")[15] == -1
    assert book_with(measured("e", 16, None)).row(MAIN, "Ø1")[15] == 0


def test_every_row_to_fill_in_takes_days_alone(book: Read) -> None:
    for name in (THREE, TWELVE):
        (rule,) = book.formulas[name].data_validations.dataValidation
        assert str(rule.sqref) == "H6:H14", "nine benefits"
    column = [row[0] for row in book.sheet(MAIN).iter_rows(max_col=1, values_only=True)]
    first = column.index("Andre målinger") + 4
    days = [str(rule.sqref) for rule in book.formulas[MAIN].data_validations.dataValidation if rule.type == "date"]
    assert days == [f"C{first}:C{first + 14}"], "three logged, and twelve to come"


def test_the_hidden_sheet_tells_plan_office_and_every_benefit(book: Read) -> None:
    rows = list(book.formulas["_plan"].iter_rows(values_only=True))
    assert rows[:3] == [("digisos-gevinstplan", 1), ("plan", "x"), ("office", "NAV Hamar & Løten")]
    assert rows[3:12] == [(item.id, item.number) for item in plans.host().plan.benefits.items]
    assert rows[12:] == [("point:3", THREE), ("point:12", TWELVE)]
