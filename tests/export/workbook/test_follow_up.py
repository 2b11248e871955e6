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

MAIN, THREE, TWELVE, LOG = "Indikatorer", "Måling_1", "Måling_2", "Målinger"
SHEET = "Måling etter 3 måneder"
JUNE, MARCH = date(2027, 6, 4), date(2028, 3, 4)
NOTHING = "–"
GAP, GOAL = "Avvik fra mål eller grense", "Mål eller grense"


def at(day: date) -> datetime:
    """Return a day as openpyxl reads it."""
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day in a cell has no time zone


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


def filled(*items: Benefit, more: Sequence[Edit] = ()) -> Read:
    """Return the workbook of a plan with these benefits."""
    return written(plans.figures(apply(plans.host_plan(Benefits(items=items)), *more)))


def test_every_benefit_is_asked_for_at_every_measuring_point(book: Read) -> None:
    assert list(book.keyed(THREE)) == [item.number for item in plans.host().plan.benefits.items]
    assert "Planlagt: 4. juni 2027." in str(book.texts(SHEET)[1])
    assert "Planlagt: 6. mars 2028." in str(book.texts("Måling etter 12 måneder")[1])


def test_a_measurement_stands_at_its_point_and_not_in_the_log() -> None:
    found = book_with(measured("a", 15, JUNE, "3"))
    row = found.keyed(THREE)["Ø1"]
    # (15 − 20) / (10 − 20) = 0.5, and 5 from the target
    assert [row[title] for title in ("Nullpunkt", GOAL, "Målt dato", "Målt verdi")] == [20, 10, at(JUNE), 15]
    assert (row[GAP], row["Måloppnåelse"]) == (5, pytest.approx(0.5))
    assert found.keyed(TWELVE)["Ø1"]["Målt verdi"] is None
    assert found.table(LOG) == []
    main = found.keyed(MAIN)["Ø1"]
    assert (main["Sist målt"], main["Målt sist"], main[GAP]) == (at(JUNE), 15, 5)
    assert main["Måloppnåelse"] == pytest.approx(0.5)


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
    assert book_with(*measurements).keyed(MAIN)["Ø1"]["Målt sist"] == value


def test_the_baseline_is_taken_from_the_minutes_of_the_steps_that_are_named() -> None:
    row = book_with(steps=("s0", "s2"), baseline=None).keyed(MAIN)["Ø1"]
    assert row["Nullpunkt fra steg"] == "T1;T3"
    assert row["Nullpunkt"] == 12, "4 + 8 minutes on paper"


def test_a_baseline_whose_minutes_are_missing_says_so() -> None:
    plan = plans.host_plan(Benefits(items=(Benefit(id="b1", number="Ø1", baseline_steps=("s0",)),)))
    plan = apply(plan, Set(("mapping", "steps", "s0", "paper_minutes"), None))
    assert written(plans.figures(plan)).keyed(MAIN)["Ø1"]["Nullpunkt"] == "mangler"


def test_what_tells_the_file_is_hidden_from_people(book: Read) -> None:
    keys = book.formulas["_plan"]
    assert keys.sheet_state == "veryHidden"
    rows = list(keys.iter_rows(values_only=True))
    assert rows[:3] == [("digisos-gevinstplan", 1), ("plan", "x"), ("office", "NAV Hamar & Løten")]
    assert rows[3:12] == [(item.id, item.number) for item in plans.host().plan.benefits.items]
    assert rows[12:] == [("point:3", SHEET), ("point:12", "Måling etter 12 måneder")]


def test_the_planned_day_is_the_offices_own_or_not_decided_yet() -> None:
    own = Set(("benefits", "measuring_points"), (MeasuringPoint(id="12", planned_on=date(2028, 5, 2)),))
    nowhen = Set(("connection", "day", "shared", "wished"), None)
    found = filled(more=(own, nowhen))
    assert "Planlagt: dagen er ikke bestemt ennå." in str(found.texts(SHEET)[1])
    assert "Planlagt: 2. mai 2028." in str(found.texts("Måling etter 12 måneder")[1])


def test_where_nothing_is_measured_gap_and_achievement_are_a_dash_and_not_zero() -> None:
    found = book_with(Measurement(id="e", point="3", measured_on=JUNE, note="Ikke tid"))
    assert found.keyed(THREE)["Ø1"]["Merknad"] == "Ikke tid"
    for table in (THREE, TWELVE, MAIN):
        row = found.keyed(table)["Ø1"]
        assert (row[GAP], row["Måloppnåelse"]) == (NOTHING, NOTHING)
    assert (found.keyed(MAIN)["Ø1"]["Sist målt"], found.keyed(MAIN)["Ø1"]["Målt sist"]) == (NOTHING, NOTHING)


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        ({"baseline": Decimal(20), "target": Decimal(20)}, [-5, NOTHING]),
        ({"target": Decimal(10)}, [5, NOTHING]),
        ({"baseline": Decimal(20)}, [NOTHING, NOTHING]),
        ({"baseline": Decimal(10), "target": Decimal(20)}, [-5, 0.5]),
        ({"baseline": Decimal(14), "target": Decimal(10)}, [5, -0.25]),
    ],
)
def test_deviation_and_achievement_of_a_measured_15(known: dict[str, object], shown: list[object]) -> None:
    both = (measured("a", 15, JUNE, "3"), measured("b", 15, JUNE))
    found = filled(Benefit.model_validate({"id": "b1", "number": "Ø1", "measurements": both, **known}))
    for table in (THREE, MAIN, LOG):
        row = found.keyed(table)["Ø1"]
        assert [row[GAP], row["Måloppnåelse"]] == shown


def test_the_log_holds_what_belongs_to_no_point_and_rows_to_go_on_with() -> None:
    found = book_with(measured("a", 15, JUNE, "3"), measured("b", 12, None), measured("c", 11, MARCH))
    told = [(row["Nr."], row["Gevinst"], row["Målt dato"], row["Målt verdi"]) for row in found.table(LOG)]
    assert told == [("Ø1", "Mindre tid", None, 12), ("Ø1", "Mindre tid", at(MARCH), 11)]
    sheet = found.formulas["Andre målinger"]
    spare = list(sheet.iter_rows(min_row=7, max_row=18))
    assert all(row[0].value is None and str(row[7].value).startswith("=") for row in spare)


def test_decimals_show_whatever_stood_there_when_the_file_was_made(book: Read) -> None:
    for table in (MAIN, THREE, TWELVE):
        for title in ("Nullpunkt", GOAL, GAP):
            sheet, cell = book.place(table, "Ø3", title)
            assert book.formulas[sheet][cell].number_format == "General", (table, title)


PERCENT = Benefit(
    id="b1",
    number="Ø1",
    title="Digitale søknader",
    indicator="Andel",
    indicator_unit="prosent",
    baseline=Decimal(20),
    target=Decimal(70),
    measurements=(measured("a", 62, JUNE, "3"), measured("b", 45, date(2027, 5, 1))),
)


@pytest.mark.parametrize("table", [MAIN, THREE, LOG])
def test_per_cent_is_counted_as_a_share_and_looks_like_one(table: str) -> None:
    found = filled(PERCENT)
    titles = {
        MAIN: {"Eget nullpunkt": 0.2, GOAL: 0.7, "Målt sist": 0.62, GAP: -0.08},
        THREE: {"Nullpunkt": 0.2, GOAL: 0.7, "Målt verdi": 0.62, GAP: -0.08},
        LOG: {"Målt verdi": 0.45, GAP: -0.25},
    }[table]
    for title, value in titles.items():
        sheet, cell = found.place(table, "Ø1", title)
        assert found.sheet(sheet)[cell].value == pytest.approx(value), title
        assert found.formulas[sheet][cell].number_format == "0.0# %", title


def test_every_column_to_fill_in_takes_what_belongs_there_alone(book: Read) -> None:
    for sheet, last in ((SHEET, 19), ("Andre målinger", 19)):
        rules = {str(rule.sqref): rule for rule in book.formulas[sheet].data_validations.dataValidation}
        assert {rule.type for rule in rules.values()} == {"list", "date", "custom"}
        assert all(int(str(at).rpartition(":")[2][1:]) == last for at in rules), sheet


def test_a_disadvantage_keeps_a_limit_and_reaches_no_target() -> None:
    """From 0 complaints, at most 2: 5 is 3 over, and 250 per cent of the room; 1 is within it, half of the room."""
    item = Benefit(
        id="b1", number="Ø1", title="Klager", indicator="Klager", disadvantage=True,
        baseline=Decimal(0), target=Decimal(2),
        measurements=(measured("a", 5, JUNE, "3"), measured("b", 1, MARCH, "12")),
    )  # fmt: skip
    found = filled(item)
    titles = (GAP, "Måloppnåelse", "Brukt av rommet til grensen", "Vurdering")
    june, march = ([found.keyed(table)["Ø1"][title] for title in titles] for table in (THREE, TWELVE))
    assert june == [3, NOTHING, 2.5, "Over grensen"]
    assert march == [-1, NOTHING, 0.5, "Innenfor grensen"]
    assert [found.keyed(MAIN)["Ø1"][title] for title in titles] == march


@pytest.mark.parametrize(("value", "words"), [(10, "Målet er nådd"), (15, "På vei"), (25, "Feil vei")])
def test_a_benefit_goes_towards_its_target(value: int, words: str) -> None:
    row = book_with(measured("a", value, JUNE, "3")).keyed(THREE)["Ø1"]
    assert (row["Vurdering"], row["Brukt av rommet til grensen"]) == (words, NOTHING)
