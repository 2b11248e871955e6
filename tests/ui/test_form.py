"""A field: an edit reaches the plan, what can't be read stays as typed, undo redraws, personal numbers are refused."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from digisos_wizard.model.address import resolve
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.terms import FinancingState
from digisos_wizard.ui.form.field import Field
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.shell import Shell
from tests.ui.hands import field, type_into


@pytest.fixture
def decision(shell: Shell) -> Page:
    """The page of the decision, on screen."""
    shell.show_step(StepKey.DECISION)
    return shell.page(StepKey.DECISION)


def test_an_edit_reaches_the_plan_and_undo_redraws(qtbot: QtBot, shell: Shell, decision: Page) -> None:
    office = field(decision, "office")
    before = shell.session.plan.decision.office
    type_into(qtbot, office, "NAV Prøvevik")
    assert shell.session.plan.decision.office == "NAV Prøvevik"
    office.control.widget.clearFocus()
    while shell.session.plan.decision.office != before:
        shell.session.undo()
    shell.redraw()
    assert office.control.text() == before


def test_ctrl_z_in_a_field_is_the_programs_undo(qtbot: QtBot, shell: Shell, decision: Page) -> None:
    office = field(decision, "office")
    type_into(qtbot, office, "X")
    qtbot.keyClick(office.control.widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert office.control.text() == "X", "the line's own undo must not act"


def test_population_is_read_and_shown_with_thin_space(qtbot: QtBot, shell: Shell, decision: Page) -> None:
    population = field(decision, "population")
    type_into(qtbot, population, "6300")
    assert resolve(shell.session.plan, population.address) == 6300
    population.control.left.emit()
    assert population.control.text().replace("\u202f", " ") == "6 300"


def test_what_cannot_be_read_stays_as_typed_with_a_message(qtbot: QtBot, shell: Shell, decision: Page) -> None:
    population = field(decision, "population")
    type_into(qtbot, population, "mange")
    population.control.left.emit()
    shell.redraw()
    assert population.control.text() == "mange"
    assert population.message()
    assert resolve(shell.session.plan, population.address) is None
    assert population.control.widget.property("wrong") == "true"


def test_wrong_check_digit_is_said_at_the_field(qtbot: QtBot, shell: Shell, decision: Page) -> None:
    number = field(decision, "org_number")
    type_into(qtbot, number, "123456789")
    number.control.left.emit()
    shell.redraw()
    assert number.control.text().replace("\u202f", "").replace(" ", "") == "123456789"
    assert number.message()


def test_a_personal_number_is_refused_before_it_is_stored(qtbot: QtBot, shell: Shell, decision: Page) -> None:
    scope = field(decision, "scope")
    area = scope.control.widget
    assert isinstance(area, QPlainTextEdit)
    area.setPlainText("Gjelder 01019010046" if _valid("01019010046") else "Gjelder " + _some_number())
    assert scope.message()
    assert _some_number() not in shell.session.plan.model_dump_json()
    assert shell.session.document.drafts == ()


def _valid(number: str) -> bool:
    from stdnum.no import fodselsnummer

    return bool(fodselsnummer.is_valid(number))


def _some_number() -> str:
    from stdnum.no import fodselsnummer

    for individual in range(900, 1000):
        base = f"010190{individual:03d}"
        first = fodselsnummer.calc_check_digit1(base)
        second = fodselsnummer.calc_check_digit2(base + first)
        if _valid(base + first + second):
            return base + first + second
    raise AssertionError


def test_choices_and_yes_no_reach_the_plan(qtbot: QtBot, shell: Shell) -> None:
    shell.show_step(StepKey.COSTS)
    page = shell.page(StepKey.COSTS)
    member = field(page, "digifin_member")
    no = next(radio for radio in member.control.targets() if isinstance(radio, QRadioButton) and radio.text() == "Nei")
    qtbot.mouseClick(no, Qt.MouseButton.LeftButton)
    assert resolve(shell.session.plan, member.address) is False
    state = field(page, "digifin.state")
    widget = state.control.widget
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.findData(FinancingState.FINANCED.value))
        widget.activated.emit(widget.currentIndex())
    else:
        chosen = [radio for radio in state.control.targets() if isinstance(radio, QRadioButton)]
        qtbot.mouseClick(chosen[-1], Qt.MouseButton.LeftButton)
    assert isinstance(resolve(shell.session.plan, state.address), FinancingState)


def test_a_removed_row_takes_its_fields_away(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    shell.show_step(StepKey.DECISION)
    table = shell.page(StepKey.DECISION).tables[0]
    assert not table.detail.isVisible()
    qtbot.mouseClick(table.add_buttons[0], Qt.MouseButton.LeftButton)
    shell.redraw()
    assert table.detail.isVisible()
    shell.session.undo()
    shell.redraw()
    assert not table.detail.isVisible()
    assert shell.session.plan.decision.municipalities == ()


def test_a_field_without_help_holds_all_that_it_asks_when_it_is_left(shell: Shell, decision: Page) -> None:
    fields = [one for one in shell.findChildren(Field) if not one.spec.help and not one.spec.example]
    assert fields
    for one in fields:
        helped = one._help
        assert helped.window() is shell
        assert helped.isHidden()
        one.control.left.emit()
