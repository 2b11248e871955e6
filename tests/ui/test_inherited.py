"""What is asked once: a field shows where it takes its value from, can be answered otherwise, and be put back."""

from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QInputDialog
from pytestqt.qtbot import QtBot

from digisos_wizard.model.address import resolve
from digisos_wizard.model.edits import Set
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.field import Field
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.widgets.new_person import NEW_PERSON
from tests.ui.hands import type_into, when_asked

OWNER = ("decision", "project_owner")
DECIDED = ("privacy", "dpia", "shared", "decided_by")
DEADLINE = ("connection", "activities", "fiks", "deadline")


@pytest.fixture
def desk(shell: Shell) -> Desk:
    """What parts share, on the example plan."""
    return shell.desk


def shown(qtbot: QtBot, desk: Desk, address: tuple[str, ...]) -> Field:
    """Return a field on screen, bound to the plan."""
    field = Field(desk, address)
    qtbot.addWidget(field)
    field.show()
    field.show_plan(desk.figures)
    return field


def words(field: Field) -> str:
    """Return what the field says of where its value is from, as a screen reader hears it; empty where nothing is."""
    origin = field._origin
    return origin.words.accessibleName() if origin is not None and not origin.words.isHidden() else ""


def follow(field: Field) -> None:
    """Follow the link."""
    assert field._origin is not None
    field._origin.words.linkActivated.emit("#")


def test_an_empty_field_shows_what_it_inherits_and_can_be_answered(qtbot: QtBot, desk: Desk) -> None:
    field = shown(qtbot, desk, DECIDED)
    assert words(field) == "Besluttet av: Kari Eksempel – fra Roller. Endre"
    assert field.control.widget.isHidden()
    follow(field)
    assert field.control.widget.isVisible()
    box = field.control.widget
    assert isinstance(box, QComboBox)
    other = next(person for person in desk.session.plan.people.persons if person.name == "Amir Tenksen")
    box.setCurrentIndex(box.findData(other.id))
    box.activated.emit(box.currentIndex())
    field.show_plan(desk.figures)
    assert resolve(desk.session.plan, DECIDED) == other.id
    assert words(field) == "Besluttet av: bruk den fra Roller igjen"


def test_an_own_answer_can_be_put_back(qtbot: QtBot, desk: Desk) -> None:
    field = shown(qtbot, desk, OWNER)
    assert words(field) == "Prosjekteier: bruk den fra Roller igjen"
    follow(field)
    assert resolve(desk.session.plan, OWNER) is None
    field.show_plan(desk.figures)
    assert words(field) == "Prosjekteier: Kari Eksempel – fra Roller. Endre"
    desk.session.undo()
    field.show_plan(desk.figures)
    assert field.control.widget.isVisible()


def test_what_is_written_and_emptied_falls_back_when_the_field_is_left(qtbot: QtBot, desk: Desk) -> None:
    field = shown(qtbot, desk, DEADLINE)
    assert "regnet fra påkoblingsdagen" in words(field)
    follow(field)
    type_into(qtbot, field, "1. februar 2027")
    field.show_plan(desk.figures)
    assert resolve(desk.session.plan, DEADLINE) == date(2027, 2, 1)
    follow(field)
    field.control.widget.clearFocus()
    field.control.left.emit()
    assert field.control.widget.isHidden()
    assert "11. februar 2027" in words(field)


def test_a_field_that_inherits_nothing_is_as_before(qtbot: QtBot, desk: Desk) -> None:
    field = shown(qtbot, desk, ("decision", "office"))
    assert field._origin is None


def test_another_row_shows_its_own_origin(qtbot: QtBot, desk: Desk) -> None:
    field = shown(qtbot, desk, ("connection", "activities", "firewall", "owner"))
    assert "Amir Tenksen – fra Roller: IT" in words(field)
    field.point_at(("connection", "activities", "benefits-plan", "owner"))
    field.show_plan(desk.figures)
    assert "Kari Eksempel – fra Sjekkliste og signering" in words(field)


def test_a_copy_of_what_staff_answered_is_no_answer_of_its_own(qtbot: QtBot, desk: Desk) -> None:
    found = next(one for one in desk.figures.estimates if one.median is not None and not one.differs)
    field = shown(qtbot, desk, found.address)
    assert "svar. Endre" in words(field)
    desk.session.edit(Set(found.address, (found.median or 0) + 1))
    field.show_plan(desk.figures)
    assert "svar igjen" in words(field)
    follow(field)
    assert resolve(desk.session.plan, found.address) == found.median


def test_any_person_field_can_make_a_new_person(qtbot: QtBot, desk: Desk) -> None:
    field = shown(qtbot, desk, OWNER)
    box = field.control.widget
    assert isinstance(box, QComboBox)
    assert box.itemText(box.count() - 1) == "Ny person …"

    def answer(dialog: QInputDialog) -> None:
        dialog.setTextValue("Nora Ny")
        dialog.accept()

    when_asked(QInputDialog, answer)
    box.setCurrentIndex(box.findData(NEW_PERSON))
    box.activated.emit(box.currentIndex())
    made = desk.session.plan.people.persons[-1]
    assert made.name == "Nora Ny"
    assert desk.session.plan.decision.project_owner == made.id
    assert box.currentText() == "Nora Ny"


def test_nobody_new_leaves_the_field_as_it_was(qtbot: QtBot, desk: Desk) -> None:
    field = shown(qtbot, desk, OWNER)
    before, box = desk.session.plan, field.control.widget
    assert isinstance(box, QComboBox)
    chosen = box.currentText()
    when_asked(QInputDialog, lambda dialog: dialog.reject())
    box.setCurrentIndex(box.findData(NEW_PERSON))
    box.activated.emit(box.currentIndex())
    assert desk.session.plan == before
    assert box.currentText() == chosen
