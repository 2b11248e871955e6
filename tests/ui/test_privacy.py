"""The privacy page: the map is walked and opened, its words are the office's, measures stand in one plan; erasing."""

from collections.abc import Callable

import pytest
from digisos_wizard.ui.pages.roles import RolesPage
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.privacy import Risk
from digisos_wizard.model.terms import ReviewState, RiskKind
from digisos_wizard.ui.pages.connection import ConnectionPage
from digisos_wizard.ui.pages.privacy import PrivacyPage
from digisos_wizard.ui.shell import Shell
from tests.model.given import plan_of
from tests.ui.hands import choose_answer, press, type_into

LEFT = Qt.MouseButton.LeftButton
TOP_LEFT, SECOND, BELOW = 0, 1, 5


@pytest.fixture
def page(shell: Shell) -> PrivacyPage:
    """The page on the example, on screen."""
    shell.show_step(StepKey.PRIVACY)
    found = shell.page(StepKey.PRIVACY)
    assert isinstance(found, PrivacyPage)
    return found


def test_a_cell_opens_its_risks(qtbot: QtBot, shell: Shell, page: PrivacyPage) -> None:
    risks = [risk for risk in shell.session.plan.privacy.risks if risk.kind is RiskKind.DPIA]
    chosen = risks[-1]
    assert chosen.likelihood
    assert chosen.consequence
    cell = page.before.buttons[(5 - chosen.likelihood) * 5 + chosen.consequence - 1]
    assert cell.text()
    qtbot.mouseClick(cell, LEFT)
    assert chosen.title in page.in_cell.text()
    shown = sum(int(one.text()) for one in page.before.buttons if one.text())
    assert shown == len(risks)


def test_the_arrows_walk_the_map_and_stop_at_its_edges(qtbot: QtBot, page: PrivacyPage) -> None:
    buttons = page.before.buttons
    window = page.widget.window()
    buttons[TOP_LEFT].setFocus()
    for key, position in (
        (Qt.Key.Key_Left, TOP_LEFT),
        (Qt.Key.Key_Up, TOP_LEFT),
        (Qt.Key.Key_Right, SECOND),
        (Qt.Key.Key_Left, TOP_LEFT),
        (Qt.Key.Key_Down, BELOW),
    ):
        focused = window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
        assert window.focusWidget() is buttons[position], key


def test_every_cell_says_place_level_and_count(page: PrivacyPage) -> None:
    name = page.before.buttons[TOP_LEFT].accessibleName()
    assert name == "Nå: Svært sannsynlig, Ubetydelig, lav, 0 risikoer"
    assert {one.property("level") for one in page.before.buttons} == {"low", "above_limit", "high"}


def test_the_map_of_the_other_kind(qtbot: QtBot, shell: Shell, page: PrivacyPage) -> None:
    ros = next(target for target in page.kind.targets() if target.property("text") == "ROS")
    qtbot.mouseClick(ros, LEFT)
    risks = [risk for risk in shell.session.plan.privacy.risks if risk.kind is RiskKind.ROS]
    assert sum(int(one.text()) for one in page.before.buttons if one.text()) == len(risks)


def test_own_words_reach_the_map(qtbot: QtBot, shell: Shell, page: PrivacyPage) -> None:
    page.scale.choose("likelihood.5")
    assert page.scale.form is not None
    type_into(qtbot, page.scale.form.fields["text"], "Hver uke")
    shell.redraw()
    assert "Hver uke" in page.scale.model.rows[4].cells
    assert shell.session.plan.privacy.scale[0].text == "Hver uke"


def test_the_plan_of_measures_is_here_and_in_the_connection_plan(shell: Shell, page: PrivacyPage) -> None:
    measures = [measure for risk in shell.session.plan.privacy.risks for measure in risk.measures]
    assert len(page.actions.model.rows) == len(measures)
    shell.show_step(StepKey.CONNECTION)
    connection = shell.page(StepKey.CONNECTION)
    assert isinstance(connection, ConnectionPage)
    assert len(connection.measures.model.rows) == len(measures)
    assert connection.measures_card.isVisible()


def test_a_page_without_risks_has_empty_maps(make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document(plan=plan_of(5_000)))
    shell.show_step(StepKey.PRIVACY)
    page = shell.page(StepKey.PRIVACY)
    assert isinstance(page, PrivacyPage)
    assert not any(one.text() for one in page.before.buttons)
    assert not page.actions_card.isVisible()


def test_300_risks_are_shown(make_shell: Callable[[Document], Shell]) -> None:
    risks = tuple(
        Risk(id=f"r{number}", title=f"Risiko {number}", likelihood=number % 5 + 1, consequence=number // 5 % 5 + 1)
        for number in range(300)
    )
    shell = make_shell(Document(plan=plan_of(5_000, answers={"privacy/risks": risks})))
    shell.show_step(StepKey.PRIVACY)
    page = shell.page(StepKey.PRIVACY)
    assert isinstance(page, PrivacyPage)
    assert {one.text() for one in page.before.buttons} == {"12"}


def test_changing_an_approved_text_shows_that_it_must_be_read_again(
    qtbot: QtBot, shell: Shell, page: PrivacyPage
) -> None:
    approved = next(part for part in shell.session.plan.privacy.parts if part.state is ReviewState.APPROVED)
    page.parts.choose(approved.id)
    shell.redraw()
    assert page.parts.form is not None
    type_into(qtbot, page.parts.form.fields["text"], "Ny")
    shell.redraw()
    row = next(view for view in page.parts.model.rows if view.row_id == approved.id)
    assert row.cells[1] == "Til gjennomgang"
    assert "etter at den var godkjent" in page.parts.form.fields["comment"].control.text()


@pytest.mark.parametrize(("answer", "gone"), [("Avbryt", False), ("Fjern overalt", True)])
def test_a_person_is_erased_only_when_the_user_says_so(qtbot: QtBot, shell: Shell, answer: str, gone: bool) -> None:
    shell.show_step(StepKey.ROLES)
    page = shell.page(StepKey.ROLES)
    assert isinstance(page, RolesPage)
    person = shell.session.plan.people.persons[0]
    page.persons.choose(person.id)
    choose_answer(answer)
    press(qtbot, page.widget, "Fjern personen overalt …")
    left = {one.id for one in shell.session.plan.people.persons}
    assert (person.id not in left) is gone
    assert (person.id not in shell.session.plan.model_dump_json()) is gone
