"""Tidsbruk: minutes are typed in the grid, sums stay in sight, steps are added, moved and taken away."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.mapping.time import TimePart
from tests.ui.hands import enter_at, field, press, type_in_cell, type_into

HERE = Place(StepKey.MAPPING, "time")


def part_of(shell: Shell) -> TimePart:
    """Return the part, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, TimePart)
    return found


def offers(part: TimePart) -> bool:
    """Tell whether the part has the first useful act to offer."""
    return part.has_act


@pytest.fixture
def part(shell: Shell) -> TimePart:
    """The part on the example."""
    return part_of(shell)


def sums(part: TimePart) -> str:
    """Return what a screen reader says of the sums."""
    return part.sums.accessibleName()


def test_minutes_typed_move_the_sums_and_undo_moves_them_back(qtbot: QtBot, shell: Shell, part: TimePart) -> None:
    before = sums(part)
    assert before == "Per søknad: Papir, min 123, Digitalt, min 79, Spart 44 min"
    scan = next(step for step in shell.session.plan.mapping.steps if step.name == "Skanne")
    type_in_cell(qtbot, part, ("mapping", "steps", scan.id, "paper_minutes"), "18,5")
    shell.redraw()
    assert sums(part) == "Per søknad: Papir, min 133,5, Digitalt, min 79, Spart 54,5 min"
    while shell.session.undo_label:
        shell.session.undo()
    shell.redraw()
    assert sums(part) == before


def test_the_sums_are_seen_without_scrolling(shell: Shell, part: TimePart) -> None:
    shell.resize(1366, 688)
    shell.redraw()
    assert part.grid.verticalScrollBar().maximum() > 0
    lowest = part.sums.mapTo(shell.stack, part.sums.rect().bottomLeft()).y()
    assert part.sums.isVisible()
    assert lowest <= shell.stack.height()


def test_the_volume_says_beside_it_what_is_wrong(qtbot: QtBot, shell: Shell, part: TimePart) -> None:
    volume = field(part, "cases_per_month")
    height = volume.height()
    type_into(qtbot, volume, "mange")
    part.validate()
    shell.redraw()
    assert volume.message()
    assert volume.height() == height, "nothing below moves"
    assert shell.session.plan.mapping.cases_per_month is None


def test_the_usual_steps_come_at_once_and_go_with_one_undo(
    qtbot: QtBot, make_shell: Callable[[Document], Shell]
) -> None:
    shell = make_shell(Document())
    part = part_of(shell)
    assert offers(part)
    press(qtbot, part.widget, "Hent de vanlige stegene")
    shell.redraw()
    steps = shell.session.plan.mapping.steps
    assert [one.row_id for one in part.steps.walkable] == [step.id for step in steps]
    assert len(steps) == len(shell.session.content.process_steps)
    assert not offers(part)
    assert part.grid.isVisible()
    shell.session.undo()
    shell.redraw()
    assert not shell.session.plan.mapping.steps
    assert offers(part)


def test_a_step_is_added_named_moved_and_removed(qtbot: QtBot, shell: Shell, part: TimePart) -> None:
    press(qtbot, part.widget, "Legg til steg")
    new = shell.session.plan.mapping.steps[-1].id
    assert part.detail.fields["name"].is_written_in()
    enter_at(qtbot, shell, StepKey.MAPPING, ("mapping", "steps", new, "name"), "Ringe søkeren")
    press(qtbot, part.widget, "Flytt opp")
    shell.redraw()
    assert [step.name for step in shell.session.plan.mapping.steps][-2:] == ["Ringe søkeren", "Arkivere"]
    assert shell.session.plan.mapping.steps[-1].id != new
    press(qtbot, part.widget, "Fjern steget")
    shell.redraw()
    assert new not in {step.id for step in shell.session.plan.mapping.steps}
    assert part.grid.isVisible(), "back at the list"


def test_the_first_step_can_not_go_up(shell: Shell, part: TimePart) -> None:
    first = shell.session.plan.mapping.steps[0]
    part.steps.open_row(first.id)
    shell.redraw()
    assert not part.tools.up.isEnabled()
    assert part.tools.down.isEnabled()


def test_the_panel_says_what_the_minutes_are_for(shell: Shell, part: TimePart) -> None:
    told = part.below_remaining(shell.session.figures)
    assert "Ø1" in told
    assert part.below_remaining(shell.session.figures) == "Minuttene er nullpunktet for Ø1."


def test_a_detail_holds_the_rest_of_a_step(qtbot: QtBot, shell: Shell, part: TimePart) -> None:
    step = shell.session.plan.mapping.steps[0]
    enter_at(qtbot, shell, StepKey.MAPPING, ("mapping", "steps", step.id, "per_month"), "12")
    assert shell.session.plan.mapping.steps[0].per_month == Decimal(12)
    assert part.steps.in_place
