"""The meetings' page: picking and ordering questions, own ones, what is parked, and the summary."""

from collections.abc import Callable
from pathlib import Path

import pytest
from digisos_wizard.ui.pages.workshop import WorkshopPage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from digisos_wizard.model.begin import Beginning
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.session import Session
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.stage.screens import TOGETHER
from digisos_wizard.ui.state import WindowState
from digisos_wizard.ui.window import MainWindow
from tests.model.meeting_plan import meeting_plan
from tests.ui.hands import field, pick, press, type_into

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(make_shell: Callable[[Document], Shell]) -> WorkshopPage:
    """The page on a plan with a meeting held."""
    shell = make_shell(Document(plan=meeting_plan()))
    shell.show_step(StepKey.WORKSHOP)
    found = shell.page(StepKey.WORKSHOP)
    assert isinstance(found, WorkshopPage)
    return found


def redraw(page: WorkshopPage) -> None:
    """Show the plan now, however slow the machine is."""
    page.render(page.desk.figures)


def agenda(page: WorkshopPage) -> list[str]:
    """Return the agenda of the plan: content ids, and the text of own questions."""
    return [row.question or row.text for row in page.desk.session.plan.workshop.agenda]


def figures(page: WorkshopPage) -> list[str]:
    """Return the values of the key figures."""
    return [value.text() for _caption, value, _note in page.band._labels]


def test_the_page_shows_the_plan(page: WorkshopPage) -> None:
    assert figures(page) == ["3", "19 min", "3", "1"]
    assert [view.cells[0] for view in page.agenda.table.model.rows] == [
        "1. Hvor ofte ser vi etter?",
        "2. Er vi klare?",
        "3. Hva gleder vi oss til?",
    ]
    assert page.actions.model.rows[0].cells == ("Skriv rutinen", "Kari Moen", "1. desember 2026", "Ikke begynt")
    assert page.parked.model.rows[0].cells[:2] == ("Hva med vikarer?", "Hvor ofte ser vi etter?")
    assert page.notes.model.rows[1].cells[0] == "Kari ser hver morgen. Ola tar fredagen."
    assert page.meetings.model.rows[0].cells == (
        "Personalmøte",
        "23. november 2026 kl. 14.00–15.30",
        "4",
        "Alle ved kontoret",
    )
    assert page.missing.isVisible(), "a decision is late"


def test_questions_are_picked_from_a_set_with_their_boxes(page: WorkshopPage) -> None:
    box = page.questions.group.widget
    assert isinstance(box, QComboBox)
    pick(box, "Beredskap")
    redraw(page)
    picks = page.questions.picks.list
    assert [picks.item(row).checkState() is Qt.CheckState.Checked for row in range(2)] == [False, True]
    picks.item(0).setCheckState(Qt.CheckState.Checked)
    picks.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert agenda(page) == ["connection.ready", "Hva gleder vi oss til?", "contingency.watch"]
    assert page.desk.session.undo_label == "Valg av spørsmål"
    page.desk.session.undo()
    redraw(page)
    assert picks.item(1).checkState() is Qt.CheckState.Checked
    assert agenda(page)[0] == "contingency.frequency"


def test_a_whole_set_is_picked_and_left_at_once(qtbot: QtBot, page: WorkshopPage) -> None:
    press(qtbot, page.questions, "Velg alle")
    redraw(page)
    assert len(agenda(page)) == 3 + len(page.desk.content.questions[0].questions)
    press(qtbot, page.questions, "Velg ingen")
    assert agenda(page) == ["contingency.frequency", "connection.ready", "Hva gleder vi oss til?"]


def test_questions_are_ordered_with_the_keyboard(qtbot: QtBot, page: WorkshopPage) -> None:
    table = page.agenda.table
    table.choose("q3")
    table.view.setFocus()
    window = table.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for pressed, order in (
        (Qt.Key.Key_Up, ["q1", "q3", "q2"]),
        (Qt.Key.Key_Up, ["q3", "q1", "q2"]),
        (Qt.Key.Key_Up, ["q3", "q1", "q2"]),
        (Qt.Key.Key_Down, ["q1", "q3", "q2"]),
    ):
        qtbot.keyClick(table.view, pressed, ALT)
        redraw(page)
        assert [row.id for row in page.desk.session.plan.workshop.agenda] == order
        assert table.chosen_row is not None
        assert table.chosen_row.row_id == "q3"


def test_an_own_question_with_its_minutes(qtbot: QtBot, page: WorkshopPage) -> None:
    press(qtbot, page.agenda.table, "Skriv et eget spørsmål")
    type_into(qtbot, field(page, "text"), "Hva trenger vi hjelp til?")
    type_into(qtbot, field(page, "minutes"), "25")
    row = page.desk.session.plan.workshop.agenda[-1]
    assert (row.text, row.minutes) == ("Hva trenger vi hjelp til?", 25)
    redraw(page)
    assert figures(page)[1] == "44 min"


def test_what_was_parked_comes_on_the_agenda(qtbot: QtBot, page: WorkshopPage) -> None:
    press(qtbot, page.parked.parentWidget() or page.parked, "Sett på dagsordenen")
    redraw(page)
    assert agenda(page)[-1] == "Hva med vikarer?"
    assert page.desk.session.plan.workshop.parked == ()
    assert page.ask.isHidden()


def test_the_summary_is_copied(qtbot: QtBot, page: WorkshopPage) -> None:
    press(qtbot, page.summary, "Kopier")
    text = QApplication.clipboard().text()
    assert text.startswith("Oppsummering: Personalmøte\n\n")
    assert "- Skriv rutinen (Kari Moen, frist 1. desember 2026)" in text


def test_the_button_begins_the_meeting_and_goes_on_with_it(qtbot: QtBot, page: WorkshopPage) -> None:
    press(qtbot, page.begin, "Start møtet (F5)")
    session = page.desk.session
    assert session.plan.workshop.meetings[-1].ended_at is None
    redraw(page)
    assert page.begin.start.text() == "Fortsett møtet fra kl. 14.32 (F5)"


def test_without_questions_the_button_says_what_to_do(make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    shell.show_step(StepKey.WORKSHOP)
    page = shell.page(StepKey.WORKSHOP)
    assert isinstance(page, WorkshopPage)
    assert not page.begin.start.isEnabled()
    assert page.begin.note.text() == "Velg minst ett spørsmål først."
    assert page.summary.isHidden()


def test_a_late_decision_is_jumped_to(make_shell: Callable[[Document], Shell]) -> None:
    plan = apply(meeting_plan(), Set(("workshop", "actions", "a1", "state"), meeting_plan().workshop.actions[3].state))
    shell = make_shell(Document(plan=plan))
    shell.goto(StepKey.WORKSHOP, ("workshop", "actions", "a3", "deadline"))
    page = shell.page(StepKey.WORKSHOP)
    assert isinstance(page, WorkshopPage)
    assert page.actions.chosen_row is not None
    assert page.actions.chosen_row.row_id == "a3"


def test_a_table_is_copied_also_where_the_page_has_several(qtbot: QtBot, page: WorkshopPage) -> None:
    window = page.widget.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for table, words in ((page.agenda.table, "1. Hvor ofte ser vi etter?"), (page.actions, "Skriv rutinen")):
        table.view.setFocus()
        qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert words in QApplication.clipboard().text()


def test_the_screen_chosen_is_remembered_between_runs(
    qtbot: QtBot, session: Session, dressed: QApplication, tmp_path: Path
) -> None:
    del dressed
    file = tmp_path / "settings.json"
    for chosen in ("", TOGETHER):
        window = MainWindow(session, WindowState(file, None), list)
        qtbot.addWidget(window, before_close_func=leave)
        window.show()
        window.begin(Beginning("Prøve"))
        assert window.shell is not None
        window.shell.show_step(StepKey.WORKSHOP)
        found = window.shell.page(StepKey.WORKSHOP)
        assert isinstance(found, WorkshopPage)
        assert window.shell.desk.stage.screen == found.begin.screens.text() == chosen
        pick(found.begin.screens.box, "Samme skjerm")
    assert WindowState(file, None).meeting_screen == TOGETHER


def test_a_screen_that_is_gone_is_no_choice(page: WorkshopPage) -> None:
    page.desk.stage.screen = "en skjerm som er borte"
    redraw(page)
    assert page.begin.screens.box.currentText() == "Velg for meg"
    assert page.desk.stage.screen == "en skjerm som er borte", "it may be back next time"


def leave(window: MainWindow) -> None:
    """Close the plan without being asked where to put it."""
    if window.shell is not None:
        window.shell.close_plan()
        window.shell = None
