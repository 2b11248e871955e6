"""Fiks og beredskap: one form at a time, and what follows from an answer is asked when it is given."""

import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.connection.fiks import CONTINGENCY, FIKS, FiksPart
from tests.ui.hands import field, field_at, type_into

HERE = Place(StepKey.CONNECTION, "fiks")


@pytest.fixture
def part(shell: Shell) -> FiksPart:
    """The part on the example, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, FiksPart)
    return found


def test_each_form_says_what_is_left_of_it(part: FiksPart) -> None:
    words = [one.text() for one in part.chips.buttons.values()]
    assert words == ["Oppsettet i Fiks, 3 gjenstår", "Beredskap, 1 gjenstår"]


def test_what_follows_is_asked_when_its_answer_is_there(qtbot: QtBot, shell: Shell, part: FiksPart) -> None:
    assert not field(part, "administrators").isVisible()
    type_into(qtbot, field_at(part, (*FIKS, "shared", "configured_on")), "20. november 2026")
    shell.redraw()
    assert field(part, "administrators").isVisible()
    shell.session.edit(Set((*FIKS, "shared", "firewall_ordered_on"), None))
    shell.redraw()
    assert not field(part, "firewall_open").isVisible()


def test_a_finding_of_either_form_is_come_to(shell: Shell, part: FiksPart) -> None:
    for found in shell.session.figures.findings_in(part.part):
        shell.show_step(StepKey.DECISION)
        shell.goto(found.step, found.address)
        assert shell.here == HERE
        where = field_at(part, found.address)
        assert where.isVisible(), found.rule
    shell.session.edit(Set((*CONTINGENCY, "watcher"), None))
    shell.redraw()
    assert field_at(part, (*CONTINGENCY, "established_on")).isVisible(), "it is what is missing"
