"""I dag og i morgen: every step twice, a click leads to the step, and without steps it leads to where they are made."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.mapping.process import ProcessPart
from digisos_wizard.ui.steps.mapping.time import TimePart
from tests.ui.hands import press

HERE = Place(StepKey.MAPPING, "process")


def part_of(shell: Shell) -> ProcessPart:
    """Return the part, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, ProcessPart)
    return found


def offers(part: ProcessPart) -> bool:
    """Tell whether the part has the first useful act to offer."""
    return part.has_act


@pytest.fixture
def part(shell: Shell) -> ProcessPart:
    """The part on the example."""
    return part_of(shell)


def test_every_step_stands_twice_and_follows_the_minutes(shell: Shell, part: ProcessPart) -> None:
    steps = shell.session.plan.mapping.steps
    assert part.view.scene is not None
    assert len(part.view.scene.boxes) == 2 * len(steps)
    shell.session.edit(Set(("mapping", "steps", steps[0].id, "paper_minutes"), None))
    shell.redraw()
    assert f"1. {steps[0].name}: – minutter på papir" in part.view.scene.told
    shell.session.undo()
    shell.redraw()
    assert f"1. {steps[0].name}: 4 minutter på papir" in part.view.scene.told


def test_a_click_on_a_box_opens_its_step(qtbot: QtBot, shell: Shell, part: ProcessPart) -> None:
    assert part.view.scene is not None
    box = part.view.scene.boxes[4]
    middle = QPoint(round(box.x + box.width / 2), round(box.y + box.height / 2))
    qtbot.mouseClick(part.view, Qt.MouseButton.LeftButton, pos=middle)
    assert shell.here == Place(StepKey.MAPPING, "time")
    time = shell.view(shell.here)
    assert isinstance(time, TimePart)
    assert time.grid.current_row is not None
    assert time.grid.current_row.row_id == box.key


def test_without_steps_it_leads_to_where_they_are_made(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    part = part_of(shell)
    assert offers(part)
    press(qtbot, part.widget, "Gå til Tidsbruk")
    assert shell.here == Place(StepKey.MAPPING, "time")
