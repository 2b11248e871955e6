"""Follow-up sheets out and back: read once or twice, changed since, and every fault named by its place."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO
from itertools import count

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from digisos_wizard.errors import IntakeError
from digisos_wizard.export.workbook import build
from digisos_wizard.i18n import spoken
from digisos_wizard.intake.measurements import Returned, edits, read
from digisos_wizard.model.benefits import Benefit, Measurement
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.plan import Plan
from tests import pseudo
from tests.model.given import TODAY, content, figures_of, plan_of

SHEET, LATER = "Måling etter 3 måneder", "Måling etter 12 måneder"
LOG = "Andre målinger"
Cells = dict[str, str | float | date]
MEASURED = date(2026, 11, 20)


@cache
def plan() -> Plan:
    """Return a plan with two benefits to measure."""
    items = tuple(
        Benefit(id=f"b{number}", number=f"Ø{number}", title="Mindre tid", indicator="Minutter", indicator_unit="min")
        for number in (1, 2)
    )
    return apply(
        plan_of(answers={"decision/office": "NAV Ask", "about/plan_id": "plan-1"}), Set(("benefits", "items"), items)
    )


def filled(cells: Cells, change: Callable[[Workbook], None] | None = None, of: Plan | None = None) -> bytes:
    """Return the workbook with cells of the first follow-up sheet filled in, and then changed in other ways."""
    book = load_workbook(BytesIO(build(figures_of(of or plan()))))
    for place, value in cells.items():
        book[SHEET][place] = value
    if change is not None:
        change(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def returned(data: bytes, into: Plan | None = None) -> Returned:
    """Return what the file holds."""
    return read("plan.xlsx", data, into or plan(), content(), TODAY)


def taken(data: bytes, into: Plan | None = None) -> Plan:
    """Return the plan with what the file holds."""
    ids = count(1)
    before = into or plan()
    return apply(before, *edits(returned(data, before), before, lambda: f"x{next(ids)}"))


def refused(data: bytes) -> str:
    """Return what is said when the file is refused."""
    with pytest.raises(IntakeError) as caught:
        returned(data)
    return str(caught.value)


FILLED: Cells = {"H5": MEASURED, "I5": "12,5", "J5": "Ukene 46 og 47"}


def test_a_filled_sheet_gives_measurements_at_its_measuring_point() -> None:
    first, second = taken(filled(FILLED)).benefits.items
    (found,) = first.measurements
    assert (found.point, found.measured_on, found.value, found.note) == (
        "3",
        MEASURED,
        Decimal("12.5"),
        "Ukene 46 og 47",
    )
    assert second.measurements == ()


def test_a_day_written_as_text_is_a_day() -> None:
    first, _second = taken(filled(FILLED | {"H5": "20.11.2026"})).benefits.items
    assert first.measurements[0].measured_on == MEASURED


def test_reading_the_file_again_changes_nothing() -> None:
    data = filled(FILLED)
    once = taken(data)
    assert edits(returned(data, once), once, str) == ()


def test_a_workbook_made_from_the_measured_plan_has_them_and_changes_nothing() -> None:
    once = taken(filled(FILLED))
    data = filled({}, of=once)
    sheet = load_workbook(BytesIO(data))[SHEET]
    assert (sheet["I5"].value, sheet["J5"].value) == (12.5, "Ukene 46 og 47")
    assert edits(returned(data, once), once, str) == ()


def test_what_the_file_says_otherwise_goes_by_the_file_and_is_told() -> None:
    once = taken(filled(FILLED))
    corrected = filled(FILLED | {"I5": 14})
    found = returned(corrected, once)
    assert found.notes == ("Ø1: 12,5 er endret til 14.",)
    (measurement,) = taken(corrected, once).benefits.items[0].measurements
    assert measurement.value == 14


def test_what_the_file_leaves_empty_stays() -> None:
    once = taken(filled(FILLED))
    assert taken(filled({}), once) == once


def test_other_measurements_come_from_the_log_and_match_by_day() -> None:
    def log(book: Workbook) -> None:
        sheet = book[LOG]
        head = next(line for line, row in enumerate(sheet.iter_rows(), start=1) if row[3].value == "Målt dato")
        for line, (number, day, value) in enumerate((("Ø2", MEASURED, 7), ("Ø1", MEASURED, 8)), start=head + 1):
            sheet.cell(line, 1).value = number
            sheet.cell(line, 4).value = day
            sheet.cell(line, 5).value = value

    known = Measurement(id="old", measured_on=MEASURED, value=Decimal(9))
    before = apply(plan(), Set(("benefits", "items", "b1", "measurements"), (known,)))
    first, second = taken(filled({}, log), before).benefits.items
    assert [(one.id, one.value) for one in first.measurements] == [("old", Decimal(8))]
    assert [(one.point, one.value) for one in second.measurements] == [("", Decimal(7))]


def test_what_the_plan_has_without_a_day_or_ahead_of_it_is_no_fault_of_the_file() -> None:
    undated = Measurement(id="u", value=Decimal(9))
    ahead = Measurement(id="a", point="3", measured_on=date(2027, 3, 1), value=Decimal(5))
    before = apply(plan(), Set(("benefits", "items", "b1", "measurements"), (undated, ahead)))
    data = filled({}, of=before)
    assert edits(returned(data, before), before, str) == ()


def test_a_benefit_that_is_gone_is_told_and_the_rest_is_taken() -> None:
    data = filled(FILLED | {"H6": MEASURED, "I6": 3})
    shorter = apply(plan(), Set(("benefits", "items"), plan().benefits.items[1:]))
    found = returned(data, shorter)
    assert [one.benefit for one in found.measured] == ["b2"]
    assert "Ø1" in found.notes[0]


def move_columns(book: Workbook) -> None:
    """Put a column of one's own before the values."""
    book[SHEET].insert_cols(8)


def test_moved_columns_are_known_by_their_titles() -> None:
    first, _second = taken(filled(FILLED, move_columns)).benefits.items
    assert first.measurements[0].value == Decimal("12.5")


@pytest.mark.parametrize(
    ("cells", "place", "words"),
    [
        ({"I5": "bedre"}, "celle I5", "ikke et tall"),
        ({"I5": "=10+2"}, "celle I5", "formel"),
        ({"I5": MEASURED}, "celle I5", "tall"),
        ({"H5": "i høst"}, "celle H5", "«i høst»"),
        ({"H5": 12.5}, "celle H5", "dato"),
        ({"H5": ""}, "celle H5", "Skriv dagen"),
        ({"H5": date(2026, 11, 24)}, "celle H5", "ikke kommet ennå"),
        ({"A5": "Ø9"}, "celle A5", "«Ø9»"),
        ({"A6": "Ø1", "H6": MEASURED, "I6": 4}, "celle A6", "to ganger"),
        ({"J5": "Gjelder 13097248022"}, "celle J5", "fødselsnummer"),
    ],
)
def test_faults_are_named_by_file_sheet_and_cell(cells: Cells, place: str, words: str) -> None:
    said = refused(filled(FILLED | cells))
    assert said.startswith(f"plan.xlsx, arket «{SHEET}», {place}: ")
    assert words in said


def test_every_fault_is_told_at_once() -> None:
    said = refused(filled({"H5": MEASURED, "I5": "x", "H6": MEASURED, "I6": "y"}))
    assert [line.split(":")[0][-7:] for line in said.splitlines()] == ["elle I5", "elle I6"]


def without_sheet(book: Workbook) -> None:
    """Take away a follow-up sheet."""
    del book[LATER]


def without_column(book: Workbook) -> None:
    """Take away the values."""
    book[SHEET].delete_cols(9)


def without_keys(book: Workbook) -> None:
    """Take away the hidden sheet."""
    del book["_plan"]


def of_another_plan(book: Workbook) -> None:
    """Make it another office's plan."""
    book["_plan"]["B2"] = "plan-2"
    book["_plan"]["B3"] = "NAV Bjerk"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (without_sheet, f"Arket «{LATER}» mangler"),
        (without_column, "Kolonnen «Målt verdi» mangler"),
        (without_keys, "ikke en gevinstrealiseringsplan"),
        (of_another_plan, "planen for NAV Bjerk"),
    ],
)
def test_workbooks_that_are_not_whole_are_refused(change: Callable[[Workbook], None], words: str) -> None:
    assert words in refused(filled(FILLED, change))


def test_what_is_no_workbook_is_refused() -> None:
    assert "ikke en Excel-fil" in refused(b"Nr.;Verdi\n")


def test_a_workbook_is_read_whatever_language_it_speaks() -> None:
    """A measurement of a measuring point and a free one, in sheets that have names of another language."""
    with spoken(pseudo.language()):
        book = load_workbook(BytesIO(build(figures_of(plan()))))
    for place, value in FILLED.items():
        book[pseudo.pseudo("Måling etter ") + SHEET.removeprefix("Måling etter ")][place] = value
    log = book[pseudo.pseudo(LOG)]
    head = next(row for row in range(1, 60) if log.cell(row, 5).value == pseudo.pseudo("Målt verdi"))
    for column, cell in ((1, "Ø2"), (4, MEASURED), (5, 7), (6, "Telt")):
        log.cell(head + 1, column).value = cell
    target = BytesIO()
    book.save(target)
    first, second = taken(target.getvalue()).benefits.items
    assert [(one.point, one.value, one.note) for one in first.measurements] == [
        ("3", Decimal("12.5"), "Ukene 46 og 47")
    ]
    assert [(one.point, one.value, one.note) for one in second.measurements] == [("", Decimal(7), "Telt")]
