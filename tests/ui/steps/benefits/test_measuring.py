"""Måling: numbers are typed where they stand, later points are opened, files come back, and the way is told."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.export.workbook import build
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.benefits.measuring import MeasuringPart
from digisos_wizard.ui.widgets.charts.track import Track
from digisos_wizard.ui.widgets.tables.rows import Row, Way
from tests.ui.hands import press, type_in_cell, type_into

HERE = Place(StepKey.BENEFITS, "measuring")
WAIT = 10_000
"""Milliseconds for work in the background; it is done far sooner."""
POINT = 2
"""The column of the first measuring point."""


@pytest.fixture
def part(shell: Shell) -> MeasuringPart:
    """The part on the example, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, MeasuringPart)
    return found


def benefit(shell: Shell, number: str) -> Benefit:
    """Return a benefit by its number."""
    return next(item for item in shell.session.plan.benefits.items if item.number == number)


def row_of(shell: Shell, part: MeasuringPart, number: str) -> Row:
    """Return the row of a benefit."""
    row_id = benefit(shell, number).id
    return next(row for row in part.grid.rows_model.rows if row.row_id == row_id)


def way_of(row: Row) -> Track:
    """Return how far a row says that the benefit has come."""
    drawn = row.cells[-1].drawn
    assert isinstance(drawn, Track)
    return drawn


def test_before_the_first_point_nothing_is_asked_and_it_can_be_opened(
    qtbot: QtBot, shell: Shell, part: MeasuringPart
) -> None:
    assert "Første måling er 4. juni 2027." in part.told.text()
    assert row_of(shell, part, "Ø1").cells[POINT].text == "–"
    press(qtbot, part.widget, "Skriv inn målingen etter 3 måneder nå")
    shell.redraw()
    assert [cell.way for cell in row_of(shell, part, "Ø1").cells[POINT : POINT + 3]] == [Way.TYPED, Way.READ, Way.READ]


def test_a_number_typed_makes_one_measurement_and_moves_the_way(
    qtbot: QtBot, shell: Shell, part: MeasuringPart
) -> None:
    press(qtbot, part.widget, "Skriv inn målingen etter 3 måneder nå")
    shell.redraw()
    place = row_of(shell, part, "Ø1").cells[POINT].place
    type_in_cell(qtbot, part, place, "14")
    shell.redraw()
    (made,) = benefit(shell, "Ø1").measurements
    assert (made.point, made.value, made.measured_on) == ("3", Decimal(14), shell.session.now().date())
    told = way_of(row_of(shell, part, "Ø1"))
    # (14 − 26) / (9 − 26) = 12/17
    assert told.words.startswith("71 prosent")
    assert told.share == pytest.approx(12 / 17)
    assert told.notch == pytest.approx(10 / 17), "midway is 16"
    assert "1 av 7 er skrevet inn" in part.told.text()
    while shell.session.undo_label:
        shell.session.undo()
    assert not benefit(shell, "Ø1").measurements


def test_what_is_no_number_stays_as_typed_and_is_found(qtbot: QtBot, shell: Shell, part: MeasuringPart) -> None:
    press(qtbot, part.widget, "Skriv inn målingen etter 3 måneder nå")
    shell.redraw()
    type_in_cell(qtbot, part, row_of(shell, part, "Ø1").cells[POINT].place, "mye")
    shell.redraw()
    cell = row_of(shell, part, "Ø1").cells[POINT]
    assert (cell.text, bool(cell.wrong)) == ("mye", True)
    shell.show_step(StepKey.DECISION)
    shell.goto(StepKey.BENEFITS, cell.place)
    assert shell.here == HERE


def test_a_disadvantage_has_a_limit_and_says_when_it_is_over(qtbot: QtBot, shell: Shell, part: MeasuringPart) -> None:
    assert row_of(shell, part, "K4").cells[-2].text == "høyst 2"
    press(qtbot, part.widget, "Skriv inn målingen etter 3 måneder nå")
    shell.redraw()
    type_in_cell(qtbot, part, row_of(shell, part, "K4").cells[POINT].place, "3")
    shell.redraw()
    told = way_of(row_of(shell, part, "K4"))
    assert told.warns
    assert told.words == "Over grensen med 1"
    assert told.limit is not None
    assert told.share is not None
    assert told.share > told.limit


def test_what_has_no_indicator_says_so_and_takes_no_number(shell: Shell, part: MeasuringPart) -> None:
    row = row_of(shell, part, "K3")
    assert row.cells[-1].text == "Ikke satt hva som måles"
    assert all(cell.way is Way.READ for cell in row.cells)


def test_another_day_is_set_behind_its_link(qtbot: QtBot, shell: Shell, part: MeasuringPart) -> None:
    assert not part.days.isVisible()
    press(qtbot, part.widget, "Endre måledagene")
    type_into(qtbot, part.days.fields["3.planned_on"], "1. juli 2027")
    shell.redraw()
    assert "Første måling er 1. juli 2027." in part.told.text()
    assert part.grid.rows_model.columns[POINT].title == "3 mnd.\n1. juli"


def test_the_rail_says_from_when_and_then_what_is_left(shell: Shell, part: MeasuringPart) -> None:
    said = shell.session.figures.part_progress[part.part]
    assert said.words == "Fra juni"
    shell.session.edit(Set(("connection", "day", "shared", "connected_on"), date(2026, 8, 3)))
    said = shell.session.figures.part_progress[part.part]
    assert said.words == "7 gjenstår"


def test_measurements_come_back_as_one_step_of_undo(
    qtbot: QtBot, shell: Shell, part: MeasuringPart, tmp_path: Path
) -> None:
    before = shell.session.plan
    book = openpyxl.load_workbook(BytesIO(build(shell.session.figures)))
    sheet = book["Måling etter 3 måneder"]
    sheet["H5"], sheet["I5"] = date(2026, 11, 20), 12
    sheet["H6"], sheet["I6"] = date(2026, 11, 20), "42,5"
    path = tmp_path / "utfylt.xlsx"
    book.save(path)
    part.fetch_measurements(path)
    qtbot.waitUntil(lambda: shell.session.plan is not before, timeout=WAIT)
    shell.redraw()
    assert part.files.notice.title.text() == "2 målinger er lest"
    first = row_of(shell, part, "Ø1")
    assert (first.cells[1].text, first.cells[POINT].text, first.cells[-2].text) == ("26", "12", "9")
    # (12 − 26) / (9 − 26) = 14/17
    assert way_of(first).words.startswith("82 prosent")
    shell.session.undo()
    assert shell.session.plan == before


def test_a_bad_workbook_is_told_and_takes_nothing_in(
    qtbot: QtBot, shell: Shell, part: MeasuringPart, tmp_path: Path
) -> None:
    before = shell.session.plan
    path = tmp_path / "notat.xlsx"
    path.write_bytes(b"ikke Excel")
    part.fetch_measurements(path)
    qtbot.waitUntil(part.files.notice.isVisible, timeout=WAIT)
    assert part.files.notice.title.text() == "Ingenting er hentet"
    assert "notat.xlsx" in part.files.notice.text.text()
    assert shell.session.plan is before


def test_all_measurements_of_a_benefit_stand_in_its_detail(qtbot: QtBot, shell: Shell, part: MeasuringPart) -> None:
    first = benefit(shell, "Ø1")
    part.benefits.open_row(first.id)
    shell.redraw()
    press(qtbot, part.widget, "Legg til måling")
    shell.redraw()
    (made,) = benefit(shell, "Ø1").measurements
    type_in_cell(qtbot, part, ("benefits", "items", first.id, "measurements", made.id, "value"), "20")
    shell.redraw()
    assert benefit(shell, "Ø1").measurements[0].value == 20
    assert part.each.grid.rows_model.rows[0].title == "Utenom"
    press(qtbot, part.widget, "Fjern målingen")
    assert not benefit(shell, "Ø1").measurements


def test_without_benefits_it_leads_to_them(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    shell.show_place(HERE)
    press(qtbot, shell.view(HERE).widget, "Gå til Gevinstene")
    assert shell.here == Place(StepKey.BENEFITS, "benefits")
