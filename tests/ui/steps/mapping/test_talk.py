"""Snakk sammen: questions with their answers, and material that is ticked in the row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.mapping.talk import MATERIALS, REFLECTIONS, TalkPart
from tests.ui.hands import cell_at, press, type_in_cell, type_into

HERE = Place(StepKey.MAPPING, "talk")


@pytest.fixture
def part(shell: Shell) -> TalkPart:
    """The part on the example, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, TalkPart)
    return found


def chip(part: TalkPart, beginning: str) -> str:
    """Return the words of the chip that begins so."""
    return next(one.text() for one in part.chips.buttons.values() if one.text().startswith(beginning))


def test_material_in_use_is_ticked_has_room_for_a_note_and_is_undone(
    qtbot: QtBot, shell: Shell, part: TalkPart
) -> None:
    press(qtbot, part.widget, chip(part, "Støttemateriell"))
    place = (*MATERIALS, "tips", "chosen")
    grid, index = cell_at(part, place)
    before = chip(part, "Støttemateriell")
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    shell.redraw()
    assert next(one for one in shell.session.plan.mapping.materials if one.id == "tips").chosen
    assert chip(part, "Støttemateriell") != before
    type_in_cell(qtbot, part, (*MATERIALS, "tips", "note"), "På personalmøtet")
    shell.redraw()
    assert next(one for one in shell.session.plan.mapping.materials if one.id == "tips").note == "På personalmøtet"
    while shell.session.undo_label:
        shell.session.undo()
    shell.redraw()
    assert chip(part, "Støttemateriell") == before
    assert grid.rows_model.cell(index).text == ""


def test_an_outside_client_can_tick(qtbot: QtBot, shell: Shell, part: TalkPart) -> None:
    press(qtbot, part.widget, chip(part, "Støttemateriell"))
    _grid, index = cell_at(part, (*MATERIALS, "tips", "chosen"))
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    model = part.materials.rows_model
    assert model.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    shell.redraw()
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert QAccessible.queryAccessibleInterface(part.materials) is not None


def test_what_was_decided_is_asked_once_there_is_an_answer(qtbot: QtBot, shell: Shell, part: TalkPart) -> None:
    part.reflections.open_row("worries")
    shell.redraw()
    assert part.question.text().startswith("Hva er vi bekymret for")
    fields = part.answer.fields
    assert not fields["decision"].isVisible()
    type_into(qtbot, fields["answer"], "Mange henvendelser i starten")
    shell.redraw()
    assert fields["decision"].isVisible()
    assert fields["owner"].isVisible()
    assert chip(part, "Spørsmål").startswith("Spørsmål: 3 av 10")


def test_a_place_in_the_other_list_turns_to_it(shell: Shell, part: TalkPart) -> None:
    shell.goto(StepKey.MAPPING, (*MATERIALS, "letter"))
    assert part.materials.isVisible()
    shell.goto(StepKey.MAPPING, (*REFLECTIONS, "gain", "answer"))
    assert part.reflections.isVisible()
    assert part.answer.fields["answer"].is_written_in()
