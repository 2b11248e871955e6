"""Beslutninger: typed and chosen in the row, moved, removed, and counted in the rail."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.rules.meetings.course import ACTIONS
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.workshop.decisions import DecisionsPart
from tests.model.meeting_plan import meeting_plan
from tests.ui.hands import choose_in_cell, press, type_in_cell

HERE = Place(StepKey.WORKSHOP, "decisions")


def part_in(shell: Shell) -> DecisionsPart:
    """Return the part, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, DecisionsPart)
    return found


@pytest.fixture
def part(make_shell: Callable[[Document], Shell]) -> DecisionsPart:
    """The part on a plan with a meeting held."""
    return part_in(make_shell(Document(plan=meeting_plan())))


def test_decisions_stand_with_owner_deadline_and_state(part: DecisionsPart) -> None:
    first = part.grid.rows_model.rows[0]
    assert [cell.text for cell in first.cells] == ["Skriv rutinen", "Kari Moen", "1. desember 2026", "Ikke begynt"]
    assert part.left.text() == "3 åpne, 1 over fristen"


def test_a_new_one_is_written_in_the_row(qtbot: QtBot, part: DecisionsPart) -> None:
    press(qtbot, part.widget, "Ny beslutning")
    row_id = part.desk.session.plan.workshop.actions[-1].id
    for path, text in (("text", "Bestill skjermer"), ("deadline", "10. desember 2026")):
        type_in_cell(qtbot, part, (*ACTIONS, row_id, path), text)
        part.render(part.desk.figures)
    choose_in_cell(qtbot, part, (*ACTIONS, row_id, "state"), "I arbeid")
    made = part.desk.session.plan.workshop.actions[-1]
    assert (made.text, made.deadline, made.state) == ("Bestill skjermer", date(2026, 12, 10), TaskState.IN_PROGRESS)


def test_they_are_moved_and_removed(qtbot: QtBot, part: DecisionsPart) -> None:
    window = part.widget.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    part.grid.setFocus()
    part.grid.go_to("a2")
    qtbot.keyClick(part.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in part.desk.session.plan.workshop.actions][:2] == ["a2", "a1"]
    press(qtbot, part.widget, "Fjern beslutningen")
    assert all(one.id != "a2" for one in part.desk.session.plan.workshop.actions)


def test_a_late_decision_is_jumped_to(make_shell: Callable[[Document], Shell]) -> None:
    plan = apply(meeting_plan(), Set((*ACTIONS, "a1", "state"), TaskState.DONE))
    shell = make_shell(Document(plan=plan))
    shell.goto(StepKey.WORKSHOP, (*ACTIONS, "a3", "deadline"))
    part = part_in(shell)
    assert part.grid.current_row is not None
    assert part.grid.current_row.row_id == "a3"


def test_the_first_one_is_offered_where_there_is_none(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    part = part_in(shell)
    assert part.has_act
    press(qtbot, part.empty, "Ny beslutning")
    assert len(shell.session.plan.workshop.actions) == 1
    shell.redraw()
    assert part.grid.isVisible()
    assert not part.has_act


def test_the_rail_counts_what_is_open_and_parked(shell: Shell, make_shell: Callable[[Document], Shell]) -> None:
    del shell
    figures = make_shell(Document(plan=meeting_plan())).session.figures
    said = {part.key: words.words for part, words in figures.part_progress.items() if part.step is StepKey.WORKSHOP}
    assert said == {"prepare": "", "decisions": "3 åpne", "notes": "1 parkert", "meetings": ""}
