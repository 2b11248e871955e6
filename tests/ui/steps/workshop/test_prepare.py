"""Forbered: questions are ticked, searched and ordered, own ones are written, and the meeting begins."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digisos_wizard.model.begin import Beginning
from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.session import Session
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.stage.screens import TOGETHER
from digisos_wizard.ui.state import WindowState
from digisos_wizard.ui.steps.workshop.prepare import PreparePart
from digisos_wizard.ui.window import MainWindow
from tests.model.meeting_plan import meeting_plan
from tests.ui.hands import field, pick, press, type_in_cell, type_into

ALT = Qt.KeyboardModifier.AltModifier
HERE = Place(StepKey.WORKSHOP, "prepare")


def part_in(shell: Shell) -> PreparePart:
    """Return the part, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, PreparePart)
    return found


@pytest.fixture
def part(make_shell: Callable[[Document], Shell]) -> PreparePart:
    """The part on a plan with a meeting held."""
    return part_in(make_shell(Document(plan=meeting_plan())))


def redraw(part: PreparePart) -> None:
    """Show the plan now, however slow the machine is."""
    part.render(part.desk.figures)


def agenda(part: PreparePart) -> list[str]:
    """Return the agenda of the plan: content ids, and the text of own questions."""
    return [row.question or row.text for row in part.desk.session.plan.workshop.agenda]


def shown(part: PreparePart) -> list[str]:
    """Return the questions that can be ticked now."""
    return [one.row_id for one in part.picks.rows_model.rows if one.chosen]


def test_the_order_is_the_plans_with_the_usual_minutes_in_grey(part: PreparePart) -> None:
    rows = part.order.grid.rows_model.rows
    assert [one.cells[0].text for one in rows] == [
        "1. Hvor ofte ser vi etter?",
        "2. Er vi klare?",
        "3. Hva gleder vi oss til?",
    ]
    assert [(one.cells[1].text, one.cells[1].quiet) for one in rows] == [("6", True), ("3", False), ("10", False)]
    assert part.order.total.text() == "Minutter, 19 min til sammen"


def test_questions_are_ticked_and_come_last(qtbot: QtBot, part: PreparePart) -> None:
    part.chips.buttons["every"].click()
    for key in ("contingency.watch", "contingency.frequency"):
        part.picks.go_to(key)
        qtbot.keyClick(part.picks, Qt.Key.Key_Space)
        redraw(part)
    assert agenda(part) == ["connection.ready", "Hva gleder vi oss til?", "contingency.watch"]
    assert part.desk.session.undo_label == "Valg av spørsmål"
    part.desk.session.undo()
    redraw(part)
    row = next(one for one in part.picks.rows_model.rows if one.row_id == "contingency.frequency")
    assert row.ticked
    assert agenda(part)[0] == "contingency.frequency"


def test_what_the_plan_lacks_is_suggested_with_what_it_is(part: PreparePart) -> None:
    assert part.chips.chosen == "suggested"
    row = next(one for one in part.picks.rows_model.rows if one.row_id == "connection.day")
    assert row.cells[0].below == "Velg en påkoblingsdag. Fristene regnes bakover fra den."
    part.desk.session.enter(("connection", "day", "shared", "wished"), "4. mars 2027")
    redraw(part)
    assert "connection.day" not in shown(part)


def test_all_that_is_found_is_picked_and_left_at_once(qtbot: QtBot, part: PreparePart) -> None:
    before = agenda(part)
    qtbot.keyClicks(part.search, "fiks")
    found = shown(part)
    assert 0 < len(found) < len(part.desk.content.question_index)
    headings = [one for one in part.picks.rows_model.rows if one.heading]
    assert len(headings) <= len(found), "a set without any has no heading"
    press(qtbot, part.widget, "Velg alle viste")
    redraw(part)
    assert agenda(part) == [*before, *(key for key in found if key not in before)]
    press(qtbot, part.widget, "Velg ingen av dem")
    assert agenda(part) == [key for key in before if key not in found]


def test_questions_are_ordered_with_the_keyboard(qtbot: QtBot, part: PreparePart) -> None:
    grid = part.order.grid
    window = grid.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    grid.setFocus()
    grid.go_to("q3")
    for pressed, order in (
        (Qt.Key.Key_Up, ["q1", "q3", "q2"]),
        (Qt.Key.Key_Up, ["q3", "q1", "q2"]),
        (Qt.Key.Key_Up, ["q3", "q1", "q2"]),
        (Qt.Key.Key_Down, ["q1", "q3", "q2"]),
    ):
        qtbot.keyClick(grid, pressed, ALT)
        redraw(part)
        assert [row.id for row in part.desk.session.plan.workshop.agenda] == order
        assert grid.current_row is not None
        assert grid.current_row.row_id == "q3"


def test_an_own_question_with_its_minutes(qtbot: QtBot, part: PreparePart) -> None:
    press(qtbot, part.widget, "Skriv et eget spørsmål")
    type_into(qtbot, field(part, "agenda.*.text".replace("*", own_id(part))), "Hva trenger vi hjelp til?")
    press(qtbot, part.widget, "Tilbake til rekkefølgen")
    redraw(part)
    type_in_cell(qtbot, part, ("workshop", "agenda", own_id(part), "minutes"), "25")
    row = part.desk.session.plan.workshop.agenda[-1]
    assert (row.text, row.minutes) == ("Hva trenger vi hjelp til?", 25)
    redraw(part)
    assert part.order.total.text() == "Minutter, 44 min til sammen"


def own_id(part: PreparePart) -> str:
    """Return the id of the last question."""
    return part.desk.session.plan.workshop.agenda[-1].id


def test_the_words_of_a_question_are_changed_and_taken_off(qtbot: QtBot, part: PreparePart) -> None:
    part.order.grid.go_to("q1")
    press(qtbot, part.widget, "Endre ordlyden")
    type_into(qtbot, field(part, "q1.text"), "Når sjekker vi?")
    press(qtbot, part.widget, "Tilbake til rekkefølgen")
    redraw(part)
    assert part.order.grid.rows_model.rows[0].cells[0].text == "1. Når sjekker vi?"
    press(qtbot, part.widget, "Fjern fra møtet")
    assert agenda(part) == ["connection.ready", "Hva gleder vi oss til?"]


def test_the_button_begins_the_meeting_and_goes_on_with_it(qtbot: QtBot, part: PreparePart) -> None:
    press(qtbot, part.widget, "Start møtet (F5)")
    session = part.desk.session
    assert session.plan.workshop.meetings[-1].ended_at is None
    redraw(part)
    assert part.start.text() == "Fortsett møtet fra kl. 14.32 (F5)"


def test_without_questions_the_button_says_what_to_do(make_shell: Callable[[Document], Shell]) -> None:
    part = part_in(make_shell(Document()))
    assert not part.start.isEnabled()
    assert not part.both.isEnabled()
    assert part.slides.isEnabled()
    assert part.note.text() == "Velg minst ett spørsmål først."


def test_a_question_is_jumped_to(make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document(plan=meeting_plan()))
    shell.goto(StepKey.WORKSHOP, ("workshop", "agenda", "q2", "minutes"))
    assert shell.here == HERE
    part = part_in(shell)
    assert part.order.grid.current_row is not None
    assert part.order.grid.current_row.row_id == "q2"
    shell.session.edit(Set(("workshop", "agenda"), ()))
    shell.redraw()
    assert part.order.empty.isVisible()


def test_the_screen_chosen_is_remembered_between_runs(
    qtbot: QtBot, session: Session, dressed: QApplication, tmp_path: Path
) -> None:
    del dressed
    file = tmp_path / "settings.json"
    for chosen in ("", TOGETHER):
        window = MainWindow(session, WindowState(file, None), list)
        qtbot.addWidget(window, before_close_func=leave)
        window.show()
        window.begin(Beginning("Prøve"))
        assert window.shell is not None
        part = part_in(window.shell)
        assert window.shell.desk.stage.screen == part.screens.control.text() == chosen
        pick(part.screens.control.box, "Samme skjerm")
    assert WindowState(file, None).meeting_screen == TOGETHER


def test_a_screen_that_is_gone_is_no_choice(part: PreparePart) -> None:
    part.desk.stage.screen = "en skjerm som er borte"
    redraw(part)
    assert part.screens.control.box.currentText() == "Velg for meg"
    assert part.desk.stage.screen == "en skjerm som er borte", "it may be back next time"


def leave(window: MainWindow) -> None:
    """Close the plan without being asked where to put it."""
    if window.shell is not None:
        window.shell.close_plan()
        window.shell = None
