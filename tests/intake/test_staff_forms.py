"""Staff forms out and back: filled in as people fill them in, and every fault named by its place."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from itertools import count

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from digisos_wizard.errors import IntakeError
from digisos_wizard.export.staff_form.workbook import build
from digisos_wizard.i18n import spoken
from digisos_wizard.intake.staff_forms import Gathered, edits, gather
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.model.plan import Plan
from tests import pseudo
from tests.model.given import TODAY, content, figures_of, plan_of

STEPS = (
    ProcessStep(id="s1", name="Åpne posten", who="Mottak"),
    ProcessStep(id="s2", name="=SUM(A1)", who="Mottak"),
    ProcessStep(id="s3", name="Arkivere", who="Arkiv"),
)
Cells = Mapping[str, str | float | date]
FIRST, PAPER, DIGITAL = 7, "D", "E"
"""Where the first step's minutes stand."""


@cache
def plan() -> Plan:
    """Return a plan with three steps."""
    return apply(
        plan_of(answers={"decision/office": "NAV Ask", "about/plan_id": "plan-1"}), Set(("mapping", "steps"), STEPS)
    )


@cache
def blank() -> bytes:
    """Return the form as it goes out."""
    return build(figures_of(plan()))


def filled(cells: Cells, change: Callable[[Workbook], None] | None = None) -> bytes:
    """Return the form with cells filled in and then changed in other ways, as a program saves it."""
    book = load_workbook(BytesIO(blank()))
    for place, value in cells.items():
        book["Skjema"][place] = value
    if change is not None:
        change(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def gathered(*files: tuple[str, bytes], into: Plan | None = None) -> Gathered:
    """Return what the files hold for the plan."""
    ids = count(1)
    return gather(files, into or plan(), content(), lambda: f"r{next(ids)}", TODAY)


def refused(*files: tuple[str, bytes]) -> str:
    """Return what is said when the files are refused."""
    with pytest.raises(IntakeError) as caught:
        gathered(*files)
    assert "Ingenting er endret." in caught.value.whole()
    return str(caught.value)


def numbers(found: Gathered) -> list[list[tuple[str, Decimal | None, Decimal | None]]]:
    """Return the rows of every answer."""
    return [[(row.id, row.paper_minutes, row.digital_minutes) for row in one.rows] for one in found.responses]


def test_the_form_asks_for_every_step_and_locks_the_rest() -> None:
    sheet = load_workbook(BytesIO(blank()))["Skjema"]
    rows = [[cell.value for cell in row[:3]] for row in sheet.iter_rows(min_row=FIRST, max_row=FIRST + 2)]
    assert rows == [[1, "Åpne posten", "Mottak"], [2, "=SUM(A1)", "Mottak"], [3, "Arkivere", "Arkiv"]]
    assert sheet["B8"].data_type == "s", "a step's name is never a formula"
    assert sheet.protection.sheet
    assert sheet["B7"].protection.locked
    assert not sheet[f"{PAPER}7"].protection.locked
    assert not sheet[f"{DIGITAL}9"].protection.locked
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.formula1, rule.formula2, str(rule.sqref)) == ("decimal", "0", "600", "D7:E9")


def test_what_tells_the_form_is_hidden_from_people() -> None:
    book = load_workbook(BytesIO(blank()))
    assert book["_skjema"].sheet_state == "veryHidden"
    assert book.sheetnames == ["Skjema", "_skjema"]


def test_a_filled_form_is_read_with_its_comment() -> None:
    data = filled({"D7": 4, "E7": 1.5, "D8": "2,5", "E9": 0, "A12": "Mye telefon"})
    found = gathered(("Skjema 3.xlsx", data))
    assert numbers(found) == [
        [("s1", Decimal(4), Decimal("1.5")), ("s2", Decimal("2.5"), None), ("s3", None, Decimal(0))]
    ]
    (answer,) = found.responses
    assert (answer.label, answer.comment, answer.read_on) == ("Skjema 3", "Mye telefon", TODAY)


def test_a_form_that_is_not_filled_in_is_told_and_left_out() -> None:
    found = gathered(("tomt.xlsx", blank()), ("fylt.xlsx", filled({"D7": 4})))
    assert len(found.responses) == 1
    assert any("tomt.xlsx" in note for note in found.notes)


def test_the_same_file_twice_counts_once_now_and_later() -> None:
    data = filled({"D7": 4})
    found = gathered(("a.xlsx", data), ("kopi av a.xlsx", data))
    assert len(found.responses) == 1
    assert found.repeated == ("kopi av a.xlsx",)
    later = gathered(("a.xlsx", data), into=apply(plan(), *edits(found, plan())))
    assert later.responses == ()
    assert later.repeated == ("a.xlsx",)


def test_two_files_with_the_same_answers_are_both_taken_and_told() -> None:
    one, other = filled({"D7": 4}), filled({"D7": 4}, lambda book: setattr(book.properties, "creator", "NAV"))
    assert one != other
    found = gathered(("a.xlsx", one), ("b.xlsx", other))
    assert len(found.responses) == 2
    assert any("a og b" in note for note in found.notes)


def test_a_step_that_is_gone_is_told_and_the_rest_is_taken() -> None:
    shorter = apply(plan(), Set(("mapping", "steps"), STEPS[1:]))
    found = gathered(("a.xlsx", filled({"D7": 4, "D8": 2})), into=shorter)
    assert numbers(found) == [[("s2", Decimal(2), None)]]
    assert any("Åpne posten" in note for note in found.notes)


def move_columns(book: Workbook) -> None:
    """Put a column before the minutes, as somebody does who wants room for notes."""
    book["Skjema"].insert_cols(4)


def sort_backwards(book: Workbook) -> None:
    """Turn the rows around; the number follows its row."""
    sheet = book["Skjema"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST, max_row=FIRST + 2, max_col=5)]
    for line, row in enumerate(reversed(rows), start=FIRST):
        for column, value in enumerate(row, start=1):
            sheet.cell(line, column).value = value


@pytest.mark.parametrize("change", [move_columns, sort_backwards])
def test_moved_columns_and_rows_are_known_by_title_and_number(change: Callable[[Workbook], None]) -> None:
    found = gathered(("a.xlsx", filled({"D7": 4, "E9": 2}, change)))
    assert sorted(numbers(found)[0]) == [("s1", Decimal(4), None), ("s3", None, Decimal(2))]


@pytest.mark.parametrize(
    ("cells", "place", "words"),
    [
        ({"D7": "omtrent fem"}, "celle D7", "ikke et tall"),
        ({"E8": "=2+3"}, "celle E8", "formel"),
        ({"D9": date(2026, 5, 4)}, "celle D9", "tall"),
        ({"D9": datetime(2026, 5, 4, 12)}, "celle D9", "tall"),  # noqa: DTZ001 - a cell's time has no zone
        ({"D7": 601}, "celle D7", "fra 0 til 600"),
        ({"E7": -1}, "celle E7", "fra 0 til 600"),
        ({"D7": True}, "celle D7", "tall"),
        ({"A7": "x", "D7": 3}, "celle A7", "ikke et nummer"),
        ({"A7": 4, "D7": 3}, "celle A7", "ikke et nummer"),
        ({"A8": 1, "D7": 3, "D8": 4}, "celle A8", "to ganger"),
        ({"A12": "Gjelder 13097248022"}, "celle A12", "fødselsnummer"),
    ],
)
def test_faults_are_named_by_file_sheet_and_cell(cells: Cells, place: str, words: str) -> None:
    said = refused(("fra Kari.xlsx", filled(cells)))
    assert said.startswith(f"fra Kari.xlsx, arket «Skjema», {place}: ")
    assert words in said


def test_one_bad_file_among_many_keeps_all_out_and_every_fault_is_told() -> None:
    said = refused(
        ("a.xlsx", filled({"D7": 4})), ("b.xlsx", filled({"D7": "x", "E7": "y", "D8": "z"})), ("c.xlsx", b"ikke Excel")
    )
    lines = said.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "b.xlsx, arket «Skjema», celle D7",
        "b.xlsx, arket «Skjema», celle E7",
        "b.xlsx, arket «Skjema», celle D8",
        "c.xlsx",
    ]


def rename(book: Workbook) -> None:
    """Give the form's sheet another name."""
    book["Skjema"].title = "Ark1"


def without_keys(book: Workbook) -> None:
    """Take away the hidden sheet."""
    del book["_skjema"]


def without_column(book: Workbook) -> None:
    """Take away the column for digital minutes."""
    book["Skjema"].delete_cols(5)


def of_another_plan(book: Workbook) -> None:
    """Make it another office's form."""
    book["_skjema"]["B2"] = "plan-2"
    book["_skjema"]["B3"] = "NAV Bjerk"


def of_a_newer_program(book: Workbook) -> None:
    """Make it a form of a later version."""
    book["_skjema"]["B1"] = 2


def endless(book: Workbook) -> None:
    """Write far below the form."""
    sheet: Worksheet = book["Skjema"]
    sheet.cell(10_000, 1, "x")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (rename, "Arket «Skjema» mangler"),
        (without_keys, "ikke et skjema for tidsbruk"),
        (without_column, "Kolonnen «Digitalt, minutter» mangler"),
        (of_another_plan, "planen for NAV Bjerk"),
        (of_a_newer_program, "nyere utgave"),
        (endless, "langt flere rader"),
    ],
)
def test_forms_that_are_not_whole_are_refused(change: Callable[[Workbook], None], words: str) -> None:
    assert words in refused(("a.xlsx", filled({"D7": 4}, change)))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "ikke en Excel-fil"),
        (b"Nr.;Steg\n1;4\n", "ikke en Excel-fil"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "passord"),
        (b"PK\x03\x04 cut", "ikke en Excel-fil"),
    ],
)
def test_what_is_no_workbook_is_refused(data: bytes, words: str) -> None:
    assert words in refused(("a.xlsx", data))


def test_more_files_than_a_hundred_are_refused() -> None:
    with pytest.raises(IntakeError, match="høyst 100"):
        gathered(*((f"{number}.xlsx", b"") for number in range(101)))


def test_a_file_named_after_a_personal_number_gives_no_name() -> None:
    (answer,) = gathered(("13097248022.xlsx", filled({"D7": 4}))).responses
    assert answer.label == "Skjema"


def test_a_form_is_read_whatever_language_it_speaks() -> None:
    """The titles go out with the form, so that columns are found again by somebody who speaks another language."""
    with spoken(pseudo.language()):
        book = load_workbook(BytesIO(build(figures_of(plan()))))
    sheet = book[pseudo.pseudo("Skjema")]
    assert sheet[f"{PAPER}{FIRST - 1}"].value == pseudo.pseudo("Papir, minutter")
    sheet[f"{PAPER}{FIRST}"], sheet[f"{DIGITAL}{FIRST}"] = 8, "2,5"
    comment = next(row for row in range(1, 40) if sheet.cell(row, 1).value == pseudo.pseudo("Kommentar"))
    sheet.cell(comment + 1, 1).value = "Det går fort."
    target = BytesIO()
    book.save(target)
    (response,) = gathered(("a.xlsx", target.getvalue())).responses
    (row,) = response.rows
    assert (row.id, row.paper_minutes, row.digital_minutes) == ("s1", Decimal(8), Decimal("2.5"))
    assert response.comment == "Det går fort."
