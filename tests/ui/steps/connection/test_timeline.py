"""Dag og tidslinje: another day is told before it is taken, rows lead to activities, and what is taken for granted."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.connection.timeline import TimelinePart
from digisos_wizard.ui.widgets.charts.time_axis import BarLook, TimeBar
from digisos_wizard.ui.widgets.tables.rows import Row
from tests.ui.hands import choose_file, choose_in_cell, field, field_at, press, type_in_cell, type_into

WISHED = ("connection", "day", "shared", "wished")
HERE = Place(StepKey.CONNECTION, "timeline")


def part_in(shell: Shell) -> TimelinePart:
    """Return the part, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, TimelinePart)
    return found


@pytest.fixture
def part(shell: Shell) -> TimelinePart:
    """The part on the example, on screen."""
    return part_in(shell)


def bar(row: Row) -> TimeBar:
    """Return the bar of a row."""
    drawn = row.cells[2].drawn
    assert isinstance(drawn, TimeBar)
    return drawn


def shown(part: TimelinePart) -> dict[str, Row]:
    """Return the activities that have a row."""
    return {one.row_id: one for one in part.grid.rows_model.rows if one.chosen and not one.fold}


def test_another_day_is_tried_before_it_is_taken(qtbot: QtBot, shell: Shell, part: TimelinePart) -> None:
    type_into(qtbot, field_at(part, WISHED), "1. april 2027")
    assert shell.session.plan.connection.day.shared.wished == date(2027, 3, 4)
    box = part.trial.box
    assert box.isVisible()
    assert not any(one.isVisible() for one in part.verdicts), "the answer of today gives way to what would be"
    assert part.has_act, "so that Next is not blue beside it"
    assert "frister flyttes 28 dager senere" in box.text.text()
    press(qtbot, part.widget, "Bruk endringen")
    assert shell.session.plan.connection.day.shared.wished == date(2027, 4, 1)
    shell.redraw()
    assert not box.isVisible()
    assert part.verdicts[0].isVisible()
    shell.session.undo()
    shell.redraw()
    assert field_at(part, WISHED).control.text() == "4. mars 2027"


def test_a_tried_day_can_be_left(qtbot: QtBot, shell: Shell, part: TimelinePart) -> None:
    type_into(qtbot, field_at(part, WISHED), "1. april 2027")
    press(qtbot, part.widget, "Behold svarene som de er")
    shell.redraw()
    assert shell.session.plan.connection.day.shared.wished == date(2027, 3, 4)
    assert not part.trial.box.isVisible()


def test_the_first_day_is_taken_when_it_is_written(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    part = part_in(shell)
    assert part.empty.isVisible()
    found = field(part, "wished")
    type_into(qtbot, found, "4. mars 20")
    assert shell.session.plan.connection.day.shared.wished is None, "half a year is no year"
    qtbot.keyClicks(found.control.widget, "27")
    found.control.left.emit()
    assert shell.session.plan.connection.day.shared.wished == date(2027, 3, 4)
    shell.redraw()
    assert not part.empty.isVisible()
    assert shown(part)


def test_without_a_day_the_one_advised_is_offered(make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    part = part_in(shell)
    advised = shell.session.figures.schedule.advised
    assert part.verdicts[0].act.words().startswith("Bruk ")
    part.verdicts[0].act.linkActivated.emit("#")
    assert shell.session.plan.connection.day.shared.wished == advised


def test_when_they_were_connected_is_asked_from_the_day_on(
    qtbot: QtBot, example: Document, make_shell: Callable[[Document], Shell]
) -> None:
    del qtbot
    for day, asked in ((date(2027, 3, 4), False), (date(2026, 11, 23), True)):
        plan = apply(example.plan, Set(WISHED, day))
        part = part_in(make_shell(Document(plan=plan)))
        assert field(part, "connected_on").isVisible() is asked


def test_what_stops_the_day_comes_before_that_there_is_time(
    qtbot: QtBot, shell: Shell, part: TimelinePart, example: Document
) -> None:
    assert part.verdicts[0].title.text() == "2 ting stopper påkoblingen"
    part.verdicts[0].act.linkActivated.emit("#")
    assert shell.current is StepKey.PRIVACY
    shell.show_place(HERE)
    risks = tuple(one for one in example.plan.privacy.risks if one.id not in stopping(shell))
    shell.session.edit(Set(("privacy", "risks"), risks))
    shell.redraw()
    assert part.verdicts[0].title.text() == "Det er tid nok"
    type_into(qtbot, field_at(part, WISHED), "8. desember 2026")
    press(qtbot, part.widget, "Bruk endringen")
    shell.redraw()
    assert "8. desember 2026" in part.verdicts[0].title.text()


def stopping(shell: Shell) -> set[str]:
    """Return the risks that stop."""
    return {one.address[2] for one in shell.session.figures.findings if one.rule == "risk-unhandled"}


def test_a_row_says_and_draws_when_it_is_done(part: TimelinePart) -> None:
    found = shown(part)["dpia"]
    assert (found.cells[0].text, found.cells[1].text) == (
        "Gjør ferdig personvernkonsekvensvurderingen (DPIA)",
        "Solveig Prøvesen",
    )
    assert bar(found).beside == "4. feb."
    assert bar(found).words.endswith("arbeidsdager å gå på.")
    assert "til 4. februar 2027" in bar(found).words
    assert bar(found).look is BarLook.WAITS
    part.chips.buttons["every"].click()
    assert bar(shown(part)["decide"]).look is BarLook.DONE


def test_later_groups_stand_on_a_line_until_they_are_asked_for(qtbot: QtBot, part: TimelinePart) -> None:
    line = next(one for one in part.grid.rows_model.rows if one.fold)
    assert "training" not in shown(part)
    part.grid.go_to(line.row_id)
    qtbot.keyClick(part.grid, Qt.Key.Key_Return)
    assert line.row_id not in [one.row_id for one in part.grid.rows_model.rows]
    assert "training" in shown(part)


def test_a_row_leads_to_its_activity(shell: Shell, part: TimelinePart) -> None:
    part.grid.opened.emit("training")
    assert shell.here == Place(StepKey.CONNECTION, "activities")


def test_a_row_of_a_measure_leads_to_privacy(shell: Shell, part: TimelinePart) -> None:
    measure = next(item for item in shell.session.figures.schedule.activities if item.column == "measures")
    part.grid.opened.emit(measure.row_id)
    assert shell.current is StepKey.PRIVACY


def test_an_assumption_of_ours_becomes_theirs(qtbot: QtBot, shell: Shell, part: TimelinePart) -> None:
    value = ("connection", "assumptions", "slot-weekday", "value")
    shell.goto(StepKey.CONNECTION, value)
    assert part.chips.chosen == "granted"
    choose_in_cell(qtbot, part, value, "tirsdag")
    shell.redraw()
    row = next(one for one in part.granted.grid.rows_model.rows if one.row_id == "slot-weekday")
    assert [cell.text for cell in row.cells[1:]] == ["tirsdag", "", "deres eget"]
    assert any("ikke en tirsdag" in finding.message for finding in shell.session.figures.findings)
    type_in_cell(qtbot, part, ("connection", "assumptions", "shortest-weeks", "value"), "12")
    assert any(one.value == 12 for one in shell.session.plan.connection.assumptions)


def test_the_deadlines_are_saved_for_a_calendar(qtbot: QtBot, part: TimelinePart, tmp_path: Path) -> None:
    choose_file(tmp_path / "frister.ics")
    with qtbot.waitSignal(part.files.saving.done, timeout=20_000):
        press(qtbot, part.widget, "Til Outlook …")
    assert b"BEGIN:VCALENDAR" in (tmp_path / "frister.ics").read_bytes()
    choose_file(tmp_path / "tidslinje.pdf")
    with qtbot.waitSignal(part.files.saving.done, timeout=20_000):
        part.papers[0].trigger()
    assert (tmp_path / "tidslinje.pdf").read_bytes().startswith(b"%PDF")
