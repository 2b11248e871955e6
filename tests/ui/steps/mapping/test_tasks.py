"""Oppgaver og rutiner: state, owner and deadline are given in the row, in groups that count what is done."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.mapping import MappingTask
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.mapping.tasks import TASKS, TasksPart
from digisos_wizard.ui.widgets.tables.rows import Row
from tests.ui.hands import choose_in_cell, name_person, type_in_cell

HERE = Place(StepKey.MAPPING, "tasks")


@pytest.fixture
def part(shell: Shell) -> TasksPart:
    """The part on the example, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, TasksPart)
    return found


def row(part: TasksPart, row_id: str) -> Row:
    """Return a row by its id."""
    return next(one for one in part.grid.rows_model.rows if one.row_id == row_id)


def task(shell: Shell, task_id: str) -> MappingTask:
    """Return what the plan says of a task."""
    return next(one for one in shell.session.plan.mapping.tasks if one.id == task_id)


def test_a_task_that_is_done_is_ticked_and_counted(qtbot: QtBot, shell: Shell, part: TasksPart) -> None:
    group = row(part, "# Fra håndboka")
    assert group.cells[-1].text == "1 av 6 ferdig"
    choose_in_cell(qtbot, part, (*TASKS, "training", "state"), "Ferdig")
    shell.redraw()
    assert task(shell, "training").state is TaskState.DONE
    assert row(part, "training").sign is Sign.DONE
    assert row(part, "# Fra håndboka").cells[-1].text == "2 av 6 ferdig"
    assert not [one for one in shell.session.figures.findings if one.address[:3] == (*TASKS, "training")]


def test_what_does_not_apply_is_not_counted(qtbot: QtBot, shell: Shell, part: TasksPart) -> None:
    before = row(part, "# Med de ansatte").cells[-1].text
    assert before.endswith("av 3 ferdig")
    choose_in_cell(qtbot, part, (*TASKS, "unions-state", "state"), "Ikke aktuelt")
    shell.redraw()
    assert row(part, "# Med de ansatte").cells[-1].text.endswith("av 2 ferdig")


def test_somebody_new_owns_a_task_with_a_deadline(qtbot: QtBot, shell: Shell, part: TasksPart) -> None:
    type_in_cell(qtbot, part, (*TASKS, "guardians", "deadline"), "1. mars 2027")
    name_person("Mari Prøve")
    choose_in_cell(qtbot, part, (*TASKS, "guardians", "owner"), "Ny person")
    shell.redraw()
    person = shell.session.plan.people.persons[-1]
    assert person.name == "Mari Prøve"
    assert (task(shell, "guardians").owner, task(shell, "guardians").deadline) == (person.id, date(2027, 3, 1))
    assert row(part, "guardians").cells[2].text.startswith("Mari Prøve")


def test_a_finding_leads_to_its_row(shell: Shell, part: TasksPart) -> None:
    found = next(one for one in shell.session.figures.findings if one.rule == "task-open")
    shell.show_step(StepKey.DECISION)
    shell.goto(StepKey.MAPPING, found.address)
    assert shell.here == HERE
    assert part.grid.current_row is not None
    assert part.grid.current_row.address == found.address[:3]


def test_what_applied_before_stands_last(part: TasksPart) -> None:
    rows = part.grid.rows_model.rows
    assert [one.row_id for one in rows[-2:]] == ["# Gjaldt i 2019", "mapping-form"]
    assert rows[-2].cells[-1].text == ""
