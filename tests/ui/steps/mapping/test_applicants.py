"""Søkerne: shares are typed in the row and add up; the measures stand in the detail, with the usual ones offered."""

import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.mapping.applicants import GROUPS, ApplicantsPart
from tests.ui.hands import press, type_in_cell

HERE = Place(StepKey.MAPPING, "applicants")


@pytest.fixture
def part(shell: Shell) -> ApplicantsPart:
    """The part on the example, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, ApplicantsPart)
    return found


def test_shares_add_up_and_say_when_they_do_not(qtbot: QtBot, shell: Shell, part: ApplicantsPart) -> None:
    assert part.sums.accessibleName() == "Til sammen: Prosent 100"
    type_in_cell(qtbot, part, (*GROUPS, "paper", "percent"), "25")
    shell.redraw()
    assert part.sums.accessibleName() == "Til sammen: Prosent 115, Dette gjør vi Det skal bli 100."
    (found,) = [one for one in shell.session.figures.findings if one.rule == "groups-sum"]
    shell.show_step(StepKey.DECISION)
    shell.goto(StepKey.MAPPING, found.address)
    assert shell.here == HERE
    assert part.grid.current_row is not None
    assert part.grid.current_row.address == found.address[:3]


def test_the_usual_measures_are_put_in_only_where_none_are_written(
    qtbot: QtBot, shell: Shell, part: ApplicantsPart
) -> None:
    part.groups.open_row("guided")
    shell.redraw()
    assert not part.use.isVisible(), "the office has written its own"
    part.groups.open_row("alone")
    shell.redraw()
    press(qtbot, part.widget, "Bruk forslagene")
    shell.redraw()
    group = next(one for one in shell.session.plan.mapping.groups if one.id == "alone")
    assert group.measures == "Lenke på kommunens nettsider"
    assert not part.use.isVisible()
    shell.session.undo()
    shell.redraw()
    assert part.use.isVisible()
