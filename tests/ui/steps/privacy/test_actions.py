"""Tiltaksplan: owner, deadline and state are set in the row; a row leads to its risk."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.privacy import RiskMeasure
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.privacy.actions import ActionsPart
from digisos_wizard.ui.steps.privacy.risks import RisksPart
from tests.model.given import plan_of
from tests.ui.hands import choose_in_cell, name_person, press, type_in_cell


def shown(shell: Shell) -> ActionsPart:
    shell.show_place(Place(StepKey.PRIVACY, "actions"))
    found = shell.part(StepKey.PRIVACY, "actions")
    assert isinstance(found, ActionsPart)
    return found


@pytest.fixture
def part(shell: Shell) -> ActionsPart:
    """The part on the example, on screen."""
    return shown(shell)


def measures(shell: Shell) -> dict[str, RiskMeasure]:
    return {one.id: one for risk in shell.session.plan.privacy.risks for one in risk.measures}


def test_all_measures_are_listed_the_nearest_deadline_first(shell: Shell, part: ActionsPart) -> None:
    rows = part.grid.rows_model.rows
    assert {row.row_id for row in rows} == set(measures(shell))
    deadlines = [measures(shell)[row.row_id].deadline for row in rows]
    assert deadlines == sorted(deadlines, key=str)


def test_owner_deadline_and_state_are_set_in_the_row(qtbot: QtBot, shell: Shell, part: ActionsPart) -> None:
    row = part.grid.rows_model.rows[0]
    type_in_cell(qtbot, part, (*row.address, "deadline"), "31.12.2027")
    choose_in_cell(qtbot, part, (*row.address, "state"), "Ferdig")
    name_person("Ny Eier")
    choose_in_cell(qtbot, part, (*row.address, "owner"), "Ny person …")
    shell.redraw()
    found = measures(shell)[row.row_id]
    assert found.state is TaskState.DONE
    assert str(found.deadline) == "2027-12-31"
    assert next(one.name for one in shell.session.plan.people.persons if one.id == found.owner) == "Ny Eier"
    assert part.grid.rows_model.rows[-1].row_id == row.row_id, "what is due last stands last"


def test_a_row_leads_to_its_risk(qtbot: QtBot, shell: Shell, part: ActionsPart) -> None:
    row = part.grid.rows_model.rows[1]
    place = part.grid.visualRect(part.grid.rows_model.index(1, 0)).center()
    qtbot.mouseClick(part.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shell.here == Place(StepKey.PRIVACY, "risks")
    risks = shell.part(StepKey.PRIVACY, "risks")
    assert isinstance(risks, RisksPart)
    assert risks.detail.base == row.address[:3]
    assert risks.detail.measures.grid.current_row is not None
    assert risks.detail.measures.grid.current_row.row_id == row.row_id


def test_without_measures_it_says_where_they_are_made(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document(plan=plan_of(5_000)))
    part = shown(shell)
    assert not part.grid.isVisible()
    press(qtbot, part.widget, "Gå til risikoene")
    assert shell.here == Place(StepKey.PRIVACY, "risks")
