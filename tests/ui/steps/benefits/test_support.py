"""Forankring: stakeholders are written in the row, with words for influence and attitude."""

import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.benefits.support import STAKEHOLDERS, SupportPart
from tests.ui.hands import choose_in_cell, press, type_in_cell

HERE = Place(StepKey.BENEFITS, "support")


@pytest.fixture
def part(shell: Shell) -> SupportPart:
    """The part on the example, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, SupportPart)
    return found


def test_a_stakeholder_is_added_described_and_removed(qtbot: QtBot, shell: Shell, part: SupportPart) -> None:
    count = len(part.grid.rows_model.rows)
    press(qtbot, part.widget, "Legg til interessent")
    shell.redraw()
    at = (*STAKEHOLDERS, shell.session.plan.benefits.stakeholders[-1].id)
    type_in_cell(qtbot, part, (*at, "name"), "Tillitsvalgte")
    shell.redraw()
    choose_in_cell(qtbot, part, (*at, "attitude"), "For")
    shell.redraw()
    new = shell.session.plan.benefits.stakeholders[-1]
    assert (new.name, new.attitude, new.influence) == ("Tillitsvalgte", 1, None)
    assert [cell.text for cell in part.grid.rows_model.rows[-1].cells][0::3] == ["Tillitsvalgte", "For"]
    part.grid.go_to(new.id)
    press(qtbot, part.widget, "Fjern raden")
    shell.redraw()
    assert len(part.grid.rows_model.rows) == count


def test_what_is_long_is_seen_whole(part: SupportPart) -> None:
    grid = part.grid
    heights = [grid.rowHeight(at) for at in range(len(grid.rows_model.rows))]
    assert max(heights) > min(heights), "a row is as high as what is written in it needs"
    assert grid.height() >= grid.whole_height()
