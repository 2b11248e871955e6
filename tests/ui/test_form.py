"""A field: an edit reaches the plan, what can't be read stays as typed, undo redraws, personal numbers are refused."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from digisos_wizard.model.address import resolve
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.terms import PlanKind
from digisos_wizard.ui.form.field import Field
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from tests.ui.hands import come_to, field, press, type_into

AREA = ("decision", "approval", "shared")
HOURS = ("people", "roles", "management", "hours_per_week")


@pytest.fixture
def office(shell: Shell) -> Field:
    """The field of the office's name, on screen."""
    return come_to(shell, StepKey.DECISION, ("decision", "office"))


@pytest.fixture
def hours(shell: Shell) -> Field:
    """A field that takes a number, in the detail of a row."""
    return come_to(shell, StepKey.ROLES, HOURS)


def test_an_edit_reaches_the_plan_and_undo_redraws(qtbot: QtBot, shell: Shell, office: Field) -> None:
    before = shell.session.plan.decision.office
    type_into(qtbot, office, "NAV Prøvevik")
    assert shell.session.plan.decision.office == "NAV Prøvevik"
    office.control.widget.clearFocus()
    while shell.session.plan.decision.office != before:
        shell.session.undo()
    shell.redraw()
    assert office.control.text() == before


def test_ctrl_z_in_a_field_is_the_programs_undo(qtbot: QtBot, office: Field) -> None:
    type_into(qtbot, office, "X")
    qtbot.keyClick(office.control.widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert office.control.text() == "X", "the line's own undo must not act"


def test_a_number_is_read_and_shown_as_numbers_are_written(qtbot: QtBot, shell: Shell, hours: Field) -> None:
    type_into(qtbot, hours, "07.50")
    assert resolve(shell.session.plan, hours.address) == Decimal("7.5")
    hours.control.left.emit()
    assert hours.control.text() == "7,5"


def test_what_cannot_be_read_stays_as_typed_with_a_message(qtbot: QtBot, shell: Shell, hours: Field) -> None:
    type_into(qtbot, hours, "mange")
    hours.control.left.emit()
    shell.redraw()
    assert hours.control.text() == "mange"
    assert hours.message()
    assert resolve(shell.session.plan, hours.address) is None
    assert hours.control.widget.property("wrong") == "true"


def test_a_day_that_is_none_is_said_at_the_field(qtbot: QtBot, shell: Shell) -> None:
    day = come_to(shell, StepKey.DECISION, (*AREA, "decided_on"))
    type_into(qtbot, day, "31.2.2026")
    day.control.left.emit()
    shell.redraw()
    assert day.control.text() == "31.2.2026"
    assert day.message()


def test_a_personal_number_is_refused_before_it_is_stored(qtbot: QtBot, shell: Shell) -> None:
    scope = come_to(shell, StepKey.DECISION, ("decision", "scope"))
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
    member = come_to(shell, StepKey.DECISION, ("cooperation", "merger", "planned"))
    no = next(radio for radio in member.control.targets() if isinstance(radio, QRadioButton) and radio.text() == "Nei")
    qtbot.mouseClick(no, Qt.MouseButton.LeftButton)
    assert resolve(shell.session.plan, member.address) is False
    kind = come_to(shell, StepKey.DECISION, ("decision", "kind"))
    widget = kind.control.widget
    assert isinstance(widget, QComboBox)
    widget.setCurrentIndex(widget.findData(PlanKind.FOLLOW_UP.value))
    widget.activated.emit(widget.currentIndex())
    assert shell.session.plan.decision.kind is PlanKind.FOLLOW_UP


def test_a_removed_row_takes_its_fields_away(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    part = shell.part(StepKey.ROLES, "persons")
    shell.show_place(Place(StepKey.ROLES, "persons"))
    press(qtbot, part.widget, "Ny person")
    name = field(part, "name")
    assert name.isVisible()
    shell.session.undo()
    shell.redraw()
    assert not name.isVisible()
    assert shell.session.plan.people.persons == ()


def test_a_field_without_help_holds_all_that_it_asks_when_it_is_left(shell: Shell, office: Field) -> None:
    assert office.window() is shell
    fields = [one for one in shell.findChildren(Field) if not one.spec.help and not one.spec.example]
    assert fields
    for one in fields:
        helped = one._help
        assert helped.window() is shell
        assert helped.isHidden()
        one.control.left.emit()
