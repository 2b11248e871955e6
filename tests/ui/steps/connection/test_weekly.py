"""Ukestatus: read, taken down once a day with its note, and had as a mail."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.connection.weekly import REPORTS, WeeklyPart
from tests.ui.hands import field_at, press, type_into

HERE = Place(StepKey.CONNECTION, "weekly")


@pytest.fixture
def part(shell: Shell) -> WeeklyPart:
    """The part on the example, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, WeeklyPart)
    return found


def test_where_they_are_is_said(part: WeeklyPart) -> None:
    assert part.headline.text() == "Klar for påkobling? Nei. 2 ting stopper dere."
    assert "Påkoblingsdag: 4. mars 2027" in part.facts.text()
    assert part.changes.text() == "Ingen tidligere status å sammenligne med."


def test_the_status_is_taken_once_a_day_and_keeps_its_note(qtbot: QtBot, shell: Shell, part: WeeklyPart) -> None:
    press(qtbot, part.widget, "Ta opp dagens status")
    (report,) = shell.session.plan.connection.reports
    type_into(qtbot, field_at(part, (*REPORTS, report.id, "note")), "Rolig uke.")
    press(qtbot, part.widget, "Ta opp dagens status")
    (again,) = shell.session.plan.connection.reports
    assert again.note == "Rolig uke."
    shell.session.undo()
    assert shell.session.plan.connection.reports[0].id == report.id
    shell.redraw()
    press(qtbot, part.widget, "Fjern statusen")
    assert shell.session.plan.connection.reports == ()


def test_what_changed_since_another_day_is_told(shell: Shell, part: WeeklyPart) -> None:
    part.take.click()
    (report,) = shell.session.plan.connection.reports
    assert report.taken_on is not None
    shell.session.edit(Set((*REPORTS, report.id, "taken_on"), report.taken_on.replace(day=16)))
    shell.session.enter(("connection", "day", "shared", "wished"), "1. april 2027")
    shell.redraw()
    assert part.changed.text() == "Endret siden 16. november 2026"
    assert part.changes.text().startswith("– ")


def test_the_status_is_copied_as_a_mail(qtbot: QtBot, part: WeeklyPart) -> None:
    assert not part.mail.isVisible()
    part.chips.buttons["mail"].click()
    press(qtbot, part.mail, "Kopier")
    assert "Status for digital søknad" in QApplication.clipboard().text()
