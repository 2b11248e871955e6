"""Undo and redo reach the field with the cursor, and leave the letters that are being typed alone."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.begin import Beginning
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.edits import Insert, Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.workshop import Note
from digisos_wizard.session import Session
from digisos_wizard.ui.form.field import Field
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.state import WindowState
from digisos_wizard.ui.window import MainWindow
from tests.ui.hands import come_to

OFFICE: Address = ("decision", "office")
HOURS: Address = ("people", "roles", "management", "hours_per_week")
NOTE: Address = ("workshop", "notes", "n", "text")
DAY: Address = ("connection", "day", "shared", "wished")
FICTITIOUS = "13097248022"
"""Reads as a national identity number, and is nobody's."""
CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The window on a plan, and the field that is written in."""

    def __init__(self, qtbot: QtBot, session: Session, window: MainWindow) -> None:
        self.qtbot, self.session, self.window = qtbot, session, window

    @property
    def shell(self) -> Shell:
        """What shows the plan."""
        assert self.window.shell is not None
        return self.window.shell

    def cursor_in(self, step: StepKey, address: Address) -> Field:
        """Return a field of a step with the cursor in it."""
        found = come_to(self.shell, step, address)
        found.take_focus()
        assert found.is_written_in()
        return found

    def keys(self, found: Field, text: str = "", *pressed: Qt.Key) -> None:
        """Type a text, then press keys together with Ctrl; the page is drawn anew after every one."""
        for letter in text:
            self.qtbot.keyClicks(found.control.widget, letter)
            self.drawn()
        for one in pressed:
            self.qtbot.keyClick(found.control.widget, one, CTRL)
            self.drawn()

    def drawn(self) -> None:
        """Let the page be drawn anew, however slow the machine is."""
        QApplication.processEvents()
        self.shell.redraw()


@pytest.fixture
def desk(qtbot: QtBot, session: Session, dressed: QApplication) -> Desk:
    """The window on a plan with one municipality and one note."""
    del dressed
    window = MainWindow(session, WindowState(None, None), list)
    qtbot.addWidget(window, before_close_func=leave)
    window.show()
    window.begin(Beginning("Prøve"))
    session.edit(
        Set(OFFICE, ""),
        Insert(("decision", "municipalities"), Municipality(id="m", name="Vik")),
        Insert(("workshop", "notes"), Note(id="n", text="Først")),
    )
    session.barrier()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Desk(qtbot, session, window)


def leave(window: MainWindow) -> None:
    """Close the plan without being asked where to put it."""
    if window.shell is not None:
        window.shell.close_plan()
        window.shell = None


def cursor(found: Field) -> int:
    """Return how many letters stand before the cursor."""
    widget = found.control.widget
    if isinstance(widget, QPlainTextEdit):
        return widget.textCursor().position()
    assert isinstance(widget, QLineEdit)
    return widget.cursorPosition()


@pytest.mark.parametrize(
    ("step", "address", "before"), [(StepKey.DECISION, OFFICE, ""), (StepKey.WORKSHOP, NOTE, "Først")]
)
def test_undo_shows_in_the_field_with_the_cursor_and_typing_goes_on_from_there(
    desk: Desk, step: StepKey, address: Address, before: str
) -> None:
    found = desk.cursor_in(step, address)
    found.control.cursor_to_end()
    desk.keys(found, " og mer", Qt.Key.Key_Z)
    assert found.is_written_in()
    assert found.control.text() == resolve(desk.session.plan, address) == before
    desk.keys(found, "X")
    assert found.control.text() == resolve(desk.session.plan, address) == f"{before}X"


def test_redo_brings_the_words_back_with_the_cursor_behind_them(desk: Desk) -> None:
    found = desk.cursor_in(StepKey.DECISION, OFFICE)
    desk.keys(found, "NAV Vik", Qt.Key.Key_Z, Qt.Key.Key_Y)
    assert found.control.text() == "NAV Vik"
    assert cursor(found) == len("NAV Vik")
    desk.keys(found, "!")
    assert desk.session.plan.decision.office == "NAV Vik!"


def test_ordinary_typing_keeps_its_cursor_and_its_form(desk: Desk) -> None:
    office = desk.cursor_in(StepKey.DECISION, OFFICE)
    desk.keys(office, "NAV ik")
    line = office.control.widget
    assert isinstance(line, QLineEdit)
    line.setCursorPosition(4)
    desk.keys(office, "V")
    assert (office.control.text(), cursor(office)) == ("NAV Vik", 5)
    number = desk.cursor_in(StepKey.ROLES, HOURS)
    desk.keys(number, "07.50")
    assert number.control.text() == "07.50", "a number gets its form when the field is left, not under the cursor"


def test_what_cannot_be_read_stays_while_it_is_written_and_undo_takes_it_back(desk: Desk) -> None:
    desk.session.edit(Set(HOURS, Decimal(30)), label="Tid i uken")
    number = desk.cursor_in(StepKey.ROLES, HOURS)
    number.control.cursor_to_end()
    desk.keys(number, " omtrent")
    assert number.control.text().endswith(" omtrent")
    desk.keys(number, "", Qt.Key.Key_Z)
    assert resolve(desk.session.plan, HOURS) == 30
    assert number.control.text() == desk.session.shown(HOURS)


def test_a_change_elsewhere_leaves_what_is_typed_alone(desk: Desk) -> None:
    office = desk.cursor_in(StepKey.DECISION, OFFICE)
    desk.keys(office, "NAV V")
    desk.session.edit(Set(("decision", "municipalities", "m", "name"), "Vang"))
    desk.drawn()
    assert (office.control.text(), cursor(office)) == ("NAV V", 5)


def test_a_refused_number_stays_until_undo_changes_the_field(desk: Desk) -> None:
    office = desk.cursor_in(StepKey.DECISION, OFFICE)
    desk.keys(office, "NAV ")
    desk.keys(office, FICTITIOUS)
    assert office.message()
    assert office.control.text() == f"NAV {FICTITIOUS}"
    desk.keys(office, "", Qt.Key.Key_Z)
    assert office.control.text() == desk.session.plan.decision.office
    assert not office.message()


def test_undo_reaches_a_field_where_changes_are_tried_first(desk: Desk) -> None:
    desk.session.edit(Set(DAY, date(2027, 3, 4)), label="Første dag")
    desk.session.edit(Set(DAY, date(2027, 4, 8)), label="Annen dag")
    day = desk.cursor_in(StepKey.CONNECTION, DAY)
    assert day.control.text() == "8. april 2027"
    desk.keys(day, "", Qt.Key.Key_Z)
    assert day.control.text() == "4. mars 2027"
    line = day.control.widget
    assert isinstance(line, QLineEdit)
    line.selectAll()
    desk.keys(day, "6.5.2027")
    assert day.control.text() == "6.5.2027", "what is tried stays as it is typed"
    assert resolve(desk.session.plan, DAY) == date(2027, 3, 4)
