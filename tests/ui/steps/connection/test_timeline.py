"""The connection page: another day is told before it is taken, the timeline leads to activities, the status is kept."""

from datetime import date

import pytest
from digisos_wizard.ui.pages.connection import ConnectionPage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digisos_wizard.model.connection import OwnActivity
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.form.trial import TrialForm
from digisos_wizard.ui.shell import Shell
from tests.ui.hands import choose, field, field_at, press, type_into

WISHED = ("connection", "day", "shared", "wished")


@pytest.fixture
def page(shell: Shell) -> ConnectionPage:
    """The page on the example, on screen."""
    shell.show_step(StepKey.CONNECTION)
    found = shell.page(StepKey.CONNECTION)
    assert isinstance(found, ConnectionPage)
    return found


def trial(page: ConnectionPage) -> TrialForm:
    """Return the form of the day."""
    assert isinstance(page.day.form, TrialForm)
    return page.day.form


def test_another_day_is_tried_before_it_is_taken(qtbot: QtBot, shell: Shell, page: ConnectionPage) -> None:
    type_into(qtbot, field_at(page, WISHED), "1. april 2027")
    assert shell.session.plan.connection.day.shared.wished == date(2027, 3, 4)
    box = trial(page).box
    assert box.isVisible()
    assert "frister flyttes 28 dager senere" in box.text.text()
    press(qtbot, page.day, "Bruk endringen")
    assert shell.session.plan.connection.day.shared.wished == date(2027, 4, 1)
    assert not box.isVisible()
    shell.session.undo()
    shell.redraw()
    assert field_at(page, WISHED).control.text() == "4. mars 2027"


def test_a_tried_day_can_be_left(qtbot: QtBot, shell: Shell, page: ConnectionPage) -> None:
    type_into(qtbot, field_at(page, WISHED), "1. april 2027")
    press(qtbot, page.day, "Behold svarene som de er")
    shell.redraw()
    assert shell.session.plan.connection.day.shared.wished == date(2027, 3, 4)
    assert not trial(page).box.isVisible()


def test_the_first_day_is_taken_when_it_is_written(qtbot: QtBot, make_shell: object) -> None:
    assert callable(make_shell)
    shell: Shell = make_shell(Document())
    shell.show_step(StepKey.CONNECTION)
    page = shell.page(StepKey.CONNECTION)
    found = field(page, "wished")
    type_into(qtbot, found, "4. mars 20")
    assert shell.session.plan.connection.day.shared.wished is None, "half a year is no year"
    qtbot.keyClicks(found.control.widget, "27")
    found.control.left.emit()
    assert shell.session.plan.connection.day.shared.wished == date(2027, 3, 4)


def test_how_soon_is_said_in_words_and_follows_the_plan(qtbot: QtBot, shell: Shell, page: ConnectionPage) -> None:
    assert page.reaches[0].title.text() == "Det er tid nok"
    type_into(qtbot, field_at(page, WISHED), "8. desember 2026")
    press(qtbot, page.day, "Bruk endringen")
    shell.redraw()
    assert (
        page.reaches[0].title.text() == "Det er ikke tid før 8. desember 2026"
        or "kort tid" in page.reaches[0].title.text()
    )


def test_the_timeline_leads_to_its_activity(page: ConnectionPage) -> None:
    page.timeline.view.chosen.emit("training")
    assert page.activities.chosen_row is not None
    assert page.activities.chosen_row.row_id == "training"
    assert "Venter på: Installer ny versjon av fagsystemet." in page.explanation.text()


def test_why_an_activity_is_finished_without_an_answer_here_is_said(page: ConnectionPage) -> None:
    page.timeline.view.chosen.emit("decide")
    assert "Regnes som ferdig, for planen viser: Vedtatt 23. september 2026." in page.explanation.text()


def test_a_bar_to_a_measure_leads_to_privacy(shell: Shell, page: ConnectionPage) -> None:
    measure = next(item for item in shell.session.figures.schedule.activities if item.column == "measures")
    page.timeline.view.chosen.emit(measure.row_id)
    assert shell.current is StepKey.PRIVACY


def test_the_status_is_taken_once_a_day_and_keeps_its_note(qtbot: QtBot, shell: Shell, page: ConnectionPage) -> None:
    press(qtbot, page.weekly, "Ta opp dagens status")
    type_into(qtbot, field(page, "note"), "")
    shell.redraw()
    (report,) = shell.session.plan.connection.reports
    note = ("connection", "reports", report.id, "note")
    type_into(qtbot, field_at(page, note), "Rolig uke.")
    press(qtbot, page.weekly, "Ta opp dagens status")
    (again,) = shell.session.plan.connection.reports
    assert again.note == "Rolig uke."
    shell.session.undo()
    assert shell.session.plan.connection.reports[0].id == report.id


def test_the_status_can_be_copied_as_a_mail(qtbot: QtBot, page: ConnectionPage) -> None:
    press(qtbot, page.weekly, "Vis som e-post")
    assert page.weekly.mail.isVisible()
    press(qtbot, page.weekly.mail, "Kopier")
    assert "Status for digital søknad" in QApplication.clipboard().text()
    press(qtbot, page.weekly, "Skjul e-posten")
    assert not page.weekly.mail.isVisible()


def test_own_activities_wait_for_those_that_are_ticked(qtbot: QtBot, shell: Shell, page: ConnectionPage) -> None:
    before = len(shell.session.plan.connection.own_activities)
    press(qtbot, page.own, "Legg til aktivitet")
    own: OwnActivity = shell.session.plan.connection.own_activities[-1]
    assert len(shell.session.plan.connection.own_activities) == before + 1
    shell.redraw()
    control = field_at(page, ("connection", "own_activities", own.id, "after")).control
    control.edited.emit("training")
    assert shell.session.plan.connection.own_activities[-1].after == ("training",)
    assert "training" in shell.session.figures.schedule.by_id[own.id].after


def test_a_day_of_watching_is_added_with_today_and_who_watches(
    qtbot: QtBot, shell: Shell, page: ConnectionPage
) -> None:
    press(qtbot, page.after, "Legg til i dag")
    (watch,) = shell.session.plan.connection.watch
    assert watch.day == date(2026, 11, 23)
    assert watch.seen_by == shell.session.plan.connection.contingency.watcher
    choose(qtbot, field(page, "trouble"), "Ja")
    assert shell.session.plan.connection.watch[0].trouble is True


def test_the_mails_are_filled_in(page: ConnectionPage) -> None:
    page.mails.choice.set_text("connected")
    page.mails.choice.edited.emit("connected")
    assert "Hamar: ikke koblet på ennå" in page.mails.box.text.toPlainText()
    assert "Ikke send den ennå" in page.mails.when.text()
    page.mails.choice.set_text("dates")
    page.mails.choice.edited.emit("dates")
    assert "Hamar: 4. mars 2027" in page.mails.box.text.toPlainText()


def test_an_assumption_of_ours_becomes_theirs(qtbot: QtBot, shell: Shell, page: ConnectionPage) -> None:
    type_into(qtbot, field_at(page, ("connection", "assumptions", "slot-weekday", "value")), "2")
    shell.redraw()
    row = next(view for view in page.assumptions.model.rows if view.row_id == "slot-weekday")
    assert row.cells[2] == "deres"
    assert any("ikke en tirsdag" in finding.message for finding in shell.session.figures.findings)
