"""Hvem signerer, Fagsystemet and Hvem gjør hva: what is asked when, and the grid of tasks."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.agreements.responsibilities import ResponsibilitiesPart
from digisos_wizard.ui.steps.part import StepPart
from tests.ui.hands import cell_at, choose, come_to, field, press, type_in_cell

TASKS = ("vendor", "shared", "responsibilities")


def shown(shell: Shell, key: str) -> StepPart:
    """Return a part of Avtaler, on screen."""
    shell.goto(StepKey.AGREEMENTS, ())
    found = shell.part(StepKey.AGREEMENTS, key)
    shell.show_place(next(place for place in shell.titles if (place.step, place.part) == (found.step, key)))
    return found


def test_authority_is_asked_of_those_who_sign_by_it(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    part = shown(shell, "signatory")
    asked = field(part, "authority_reference")
    assert not asked.isVisible()
    choose(qtbot, field(part, "basis"), "Har fullmakt")
    shell.redraw()
    assert asked.isVisible()


def test_whether_all_is_done_is_asked_when_the_day_has_come_or_one_is_led_there(shell: Shell) -> None:
    part = shown(shell, "vendor")
    asked = field(part, "technical_done_on")
    assert not asked.isVisible()
    shell.session.edit(Set(("vendor", "shared", "installation_date"), date(2026, 11, 20)))
    shell.redraw()
    assert asked.isVisible()
    shell.session.undo()
    shell.redraw()
    assert not asked.isVisible()
    assert come_to(shell, StepKey.AGREEMENTS, ("vendor", "shared", "technical_done_on")) is asked


def test_the_offer_stands_behind_its_link(qtbot: QtBot, shell: Shell) -> None:
    part = shown(shell, "vendor")
    assert not field(part, "offer_reference").isVisible()
    press(qtbot, part.widget, "Tilbudet")
    assert field(part, "offer_reference").isVisible()


def test_tasks_are_typed_and_ticked_in_their_row(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    part = shown(shell, "responsibilities")
    assert isinstance(part, ResponsibilitiesPart)
    assert part.has_act
    press(qtbot, part.empty, "Legg til oppgave")
    (task,) = shell.session.plan.vendor.shared.responsibilities
    at = (*TASKS, task.id)
    type_in_cell(qtbot, part, (*at, "task"), "Åpne brannmuren")
    shell.redraw()
    type_in_cell(qtbot, part, (*at, "deadline"), "1.12.2026")
    shell.redraw()
    cell_at(part, (*at, "done"))
    qtbot.keyClick(part.grid, Qt.Key.Key_Space)
    shell.redraw()
    (task,) = shell.session.plan.vendor.shared.responsibilities
    assert (task.task, task.deadline, task.done) == ("Åpne brannmuren", date(2026, 12, 1), True)
    assert part.done.text() == "1 av 1 oppgave er gjort"
    qtbot.keyClick(part.grid, Qt.Key.Key_Space)
    assert not shell.session.plan.vendor.shared.responsibilities[0].done
    assert part.grid.isVisible()
    press(qtbot, part.widget, "Fjern oppgaven")
    assert not shell.session.plan.vendor.shared.responsibilities
    shell.session.undo()
    assert shell.session.plan.vendor.shared.responsibilities


def test_who_usually_does_it_is_offered_while_one_types(shell: Shell) -> None:
    part = shown(shell, "responsibilities")
    assert isinstance(part, ResponsibilitiesPart)
    task = shell.session.plan.vendor.shared.responsibilities[0]
    grid, index = cell_at(part, (*TASKS, task.id, "party"))
    grid.edit(index)
    editor = grid.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.completer().model().rowCount() > 1
