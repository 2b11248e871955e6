"""A meeting led by keys and written live: everything is in the plan at once, and can be undone."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.model.edits import Move, Remove, Set
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.stage.screens import TOGETHER
from digisos_wizard.ui.workshop.leader import DECISIONS, HANDS, PARKED, SpeakerView, Strip
from digisos_wizard.ui.workshop.show import Show
from tests.ui.hands import press
from tests.ui.workshop.conftest import Hall

Begin = Callable[..., Show]
ANSWERS = 4
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
KEY = "contingency.frequency"


def key(qtbot: QtBot, show: Show, pressed: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the cursor is."""
    window = show.windows()[-1]
    qtbot.keyClick(with_cursor(window), pressed, modifier or Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


def with_cursor(window: QWidget) -> QWidget:
    """Return the widget with the cursor, the window where none has it."""
    found: QWidget | None = window.focusWidget()
    return window if found is None else found


def write(qtbot: QtBot, show: Show, words: str) -> None:
    """Type where the cursor is."""
    qtbot.keyClicks(focused(show), words)
    QApplication.processEvents()


def focused(show: Show) -> QWidget:
    """Return the widget with the cursor."""
    return with_cursor(show.windows()[-1])


def shown(show: Show) -> str:
    """Return the words that the room sees."""
    assert show.audience is not None
    return show.audience.canvas.showing.text


def test_without_questions_the_program_says_where_they_are_chosen(hall: Hall) -> None:
    hall.session.edit(Set(("workshop", "agenda"), ()))
    hall.shell.hold_meeting()
    assert hall.shell.meeting is None
    assert hall.shell.current.value == "workshop"
    assert hall.shell.top.saved.text() == "Velg spørsmålene til møtet først."


@pytest.mark.parametrize("apart", [False, True])
def test_keys_and_clickers_lead_on(qtbot: QtBot, begin: Begin, apart: bool) -> None:
    show = begin(apart=apart)
    assert shown(show) == "Hvor ofte ser vi etter?"
    for pressed, number in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_Space, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_End, 4),
        (Qt.Key.Key_PageDown, 4),
        (Qt.Key.Key_Up, 3),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Down, 1),
    ):
        key(qtbot, show, pressed)
        assert show.conductor.number == number, pressed
    assert shown(show) == "Er vi klare?"
    assert show.audience is not None
    assert show.audience.canvas.showing.place == "2 av 4"


def test_b_makes_the_screen_black_until_b_or_the_next_question(qtbot: QtBot, begin: Begin) -> None:
    show = begin()
    assert show.audience is not None
    canvas = show.audience.canvas
    for pressed, blank in (
        (Qt.Key.Key_B, True),
        (Qt.Key.Key_B, False),
        (Qt.Key.Key_Period, True),
        (Qt.Key.Key_PageDown, False),
    ):
        key(qtbot, show, pressed)
        assert canvas.blank is blank
        assert (canvas.grab().toImage().pixelColor(5, 200).lightness() == 0) is blank


def test_keys_belong_to_the_field_that_is_written_in_but_for_those_of_a_clicker(qtbot: QtBot, begin: Begin) -> None:
    show = begin()
    key(qtbot, show, Qt.Key.Key_1, CTRL)
    write(qtbot, show, "b 12 n.")
    assert show.desk.session.plan.workshop.notes[-1].text == "b 12 n."
    assert show.conductor.number == 0
    assert not show.conductor.blank
    key(qtbot, show, Qt.Key.Key_PageDown)
    assert show.conductor.number == 1
    write(qtbot, show, "neste")
    key(qtbot, show, Qt.Key.Key_PageUp)
    assert [note.text for note in show.desk.session.plan.workshop.notes[-2:]] == ["b 12 n.", "neste"]
    key(qtbot, show, Qt.Key.Key_Escape)
    assert show.audience is not None, "the first Esc leaves the field"
    key(qtbot, show, Qt.Key.Key_Space)
    assert show.conductor.number == 1


@pytest.mark.parametrize("apart", [False, True])
def test_a_note_is_in_the_plan_from_its_first_letter(qtbot: QtBot, hall: Hall, begin: Begin, apart: bool) -> None:
    show = begin(apart=apart)
    before = len(hall.session.plan.workshop.notes)
    key(qtbot, show, Qt.Key.Key_1, CTRL)
    write(qtbot, show, "K")
    (note,) = hall.session.plan.workshop.notes[before:]
    assert (note.text, note.question, note.taken_at) == ("K", KEY, hall.at)
    write(qtbot, show, "ari ser hver morgen")
    assert hall.session.plan.workshop.notes[-1].text == "Kari ser hver morgen"
    key(qtbot, show, Qt.Key.Key_Return, CTRL)
    write(qtbot, show, "Ola tar fredagen")
    assert [one.text for one in hall.session.plan.workshop.notes[before:]] == [
        "Kari ser hver morgen",
        "Ola tar fredagen",
    ]
    listed = show.view.panels.notes.list
    assert [listed.item(row).text() for row in range(listed.count())] == ["Ola tar fredagen", "Kari ser hver morgen"]


def test_undo_takes_the_note_and_empties_the_field_and_redo_brings_it_back(
    qtbot: QtBot, hall: Hall, begin: Begin
) -> None:
    show = begin()
    key(qtbot, show, Qt.Key.Key_1, CTRL)
    before = hall.session.plan
    write(qtbot, show, "Feil")
    key(qtbot, show, Qt.Key.Key_Z, CTRL)
    assert hall.session.plan == before
    area = focused(show)
    assert isinstance(area, QPlainTextEdit)
    assert area.toPlainText() == ""
    key(qtbot, show, Qt.Key.Key_Y, CTRL)
    assert hall.session.plan.workshop.notes[-1].text == "Feil"
    assert show.view.panels.notes.list.item(0).text() == "Feil"


def test_undo_is_seen_in_the_field_that_is_written_in(qtbot: QtBot, hall: Hall, begin: Begin) -> None:
    show = begin()
    key(qtbot, show, Qt.Key.Key_1, CTRL)
    write(qtbot, show, "Først")
    hall.wait(minutes=1)
    write(qtbot, show, " og sist")
    key(qtbot, show, Qt.Key.Key_Z, CTRL)
    area = focused(show)
    assert isinstance(area, QPlainTextEdit)
    assert area.toPlainText() == hall.session.plan.workshop.notes[-1].text == "Først"
    press(qtbot, show.view.bar, "Angre")
    assert area.toPlainText() == ""
    assert all(note.text != "Først" for note in hall.session.plan.workshop.notes)


def test_a_note_of_the_list_is_gone_on_with(qtbot: QtBot, hall: Hall, begin: Begin) -> None:
    show = begin()
    key(qtbot, show, Qt.Key.Key_1, CTRL)
    write(qtbot, show, "Først")
    key(qtbot, show, Qt.Key.Key_Return, CTRL)
    panel = show.view.panels.notes
    panel.list.itemActivated.emit(panel.list.item(0))
    key(qtbot, show, Qt.Key.Key_End)
    write(qtbot, show, ", og så")
    assert hall.session.plan.workshop.notes[-1].text == "Først, og så"
    press(qtbot, panel, "Fjern notatet")
    assert "Først, og så" not in [note.text for note in hall.session.plan.workshop.notes]


def test_a_decision_has_owner_and_deadline(qtbot: QtBot, hall: Hall, begin: Begin) -> None:
    show = begin(apart=True)
    show.view.tabs.bring(DECISIONS)
    write(qtbot, show, "Skriv rutinen")
    panel = show.view.panels.actions
    owner = panel.form.fields["owner"].control
    person = hall.session.plan.people.persons[0]
    owner.set_text(person.id)
    owner.edited.emit(owner.text())
    line = panel.form.fields["deadline"].control.widget
    line.setFocus()
    qtbot.keyClicks(line, "1.12.2026")
    action = hall.session.plan.workshop.actions[-1]
    assert (action.text, action.owner, action.deadline) == ("Skriv rutinen", person.id, date(2026, 12, 1))
    assert (action.origin, action.state, action.taken_at) == (KEY, TaskState.OPEN, hall.at)
    assert show.view.tabs.buttons[DECISIONS].text() == "Beslutninger (1)"


def test_a_person_who_is_not_in_the_plan_becomes_owner(qtbot: QtBot, hall: Hall, begin: Begin) -> None:
    show = begin()
    show.view.tabs.bring(DECISIONS)
    write(qtbot, show, "Ring leverandøren")
    panel = show.view.panels.actions
    panel.person.setFocus()
    qtbot.keyClicks(panel.person, "Siv Nes")
    qtbot.keyClick(panel.person, Qt.Key.Key_Return)
    person = hall.session.plan.people.persons[-1]
    assert person.name == "Siv Nes"
    assert hall.session.plan.workshop.actions[-1].owner == person.id
    assert panel.person.text() == ""


def test_a_personal_number_is_refused_where_it_is_typed(qtbot: QtBot, hall: Hall, begin: Begin) -> None:
    show = begin()
    key(qtbot, show, Qt.Key.Key_1, CTRL)
    write(qtbot, show, "Gjelder 01010750160")
    note = hall.session.plan.workshop.notes[-1]
    assert "50160" not in note.text
    field = next(iter(show.view.panels.notes.form.fields.values()))
    assert "fødselsnummer" in field.message()
    show.view.tabs.bring(DECISIONS)
    panel = show.view.panels.actions
    panel.person.setFocus()
    qtbot.keyClicks(panel.person, "01010750160")
    qtbot.keyClick(panel.person, Qt.Key.Key_Return)
    assert "fødselsnummer" in show.view.bar.note.text()
    assert panel.person.text() == "01010750160", "what was typed stays"
    assert all("01010750160" not in person.name for person in hall.session.plan.people.persons)


def test_digits_count_hands_and_the_room_sees_the_bars(qtbot: QtBot, hall: Hall, begin: Begin) -> None:
    show = begin()
    assert show.audience is not None
    key(qtbot, show, Qt.Key.Key_PageDown)
    assert [bar.count for bar in show.audience.canvas.showing.bars] == [0, 0, 0]
    for pressed in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_9):
        key(qtbot, show, pressed)
    key(qtbot, show, Qt.Key.Key_1, ALT)
    key(qtbot, show, Qt.Key.Key_2, ALT)
    tally = hall.session.plan.workshop.tallies[-1]
    assert [(choice.text, choice.count) for choice in tally.choices] == [
        ("Klar", 1),
        ("Nesten klar", 0),
        ("Ikke klar", 1),
    ]
    assert tally.question == "connection.ready"
    assert [bar.count for bar in show.audience.canvas.showing.bars] == [1, 0, 1]


def test_hands_are_counted_by_buttons_and_figures_with_answers_of_our_own(
    qtbot: QtBot, hall: Hall, begin: Begin
) -> None:
    show = begin(apart=True)
    assert show.audience is not None
    show.view.tabs.bring(HANDS)
    panel = show.view.panels.hands
    assert show.audience.canvas.showing.bars == (), "no show of hands was asked for here"
    press(qtbot, panel, "+")
    press(qtbot, panel, "+")
    QApplication.processEvents()
    press(qtbot, panel, "−")
    press(qtbot, panel, "Legg til svar")
    QApplication.processEvents()
    line = focused(show)
    assert isinstance(line, QLineEdit)
    write(qtbot, show, "Kanskje")
    count = panel.findChildren(QLineEdit)
    figure = next(one for one in count if one.accessibleName() == "Antall hender for svar 4")
    figure.setFocus()
    figure.selectAll()
    qtbot.keyClicks(figure, "23")
    tally = hall.session.plan.workshop.tallies[-1]
    assert [(choice.text, choice.count) for choice in tally.choices] == [
        ("Ja", 1),
        ("Nei", 0),
        ("Vet ikke", 0),
        ("Kanskje", 23),
    ]
    press(qtbot, panel, "Ny opprekning")
    QApplication.processEvents()
    assert [choice.count for choice in hall.session.plan.workshop.tallies[-1].choices] == [0] * ANSWERS
    assert len(show.audience.canvas.showing.bars) == ANSWERS


def test_what_has_to_wait_is_parked(qtbot: QtBot, hall: Hall, begin: Begin) -> None:
    show = begin()
    show.view.tabs.bring(PARKED)
    write(qtbot, show, "Hva med vikarer?")
    parked = hall.session.plan.workshop.parked[-1]
    assert (parked.text, parked.question) == ("Hva med vikarer?", KEY)
    key(qtbot, show, Qt.Key.Key_Escape)
    key(qtbot, show, Qt.Key.Key_End)
    assert show.audience is not None
    assert show.audience.canvas.showing.points == ("1 spørsmål er parkert til senere",)


@pytest.mark.parametrize("apart", [False, True])
def test_the_answer_lands_in_the_field_of_the_plan(qtbot: QtBot, hall: Hall, begin: Begin, apart: bool) -> None:
    show = begin(apart=apart)
    view = show.view
    if isinstance(view, Strip):
        view.tabs.bring(4)
    fields = view.panels.answers.fields
    assert [field.address for field in fields] == [
        ("connection", "contingency", "frequency"),
        ("mapping", "tasks", "daily-inbox", "owner"),
    ]
    line = fields[0].control.widget
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Klokka ni")
    assert hall.session.plan.connection.contingency.frequency == "Klokka ni"
    key(qtbot, show, Qt.Key.Key_PageDown)
    key(qtbot, show, Qt.Key.Key_PageDown)
    QApplication.processEvents()
    assert [field.address[2] for field in view.panels.answers.fields] == [
        "alone",
        "informed",
        "guided",
        "helped",
        "paper",
    ]


def test_the_leader_sees_help_source_and_the_next_question(begin: Begin) -> None:
    show = begin(apart=True)
    view = show.view
    assert isinstance(view, SpeakerView)
    assert view.question.text() == "Hvor ofte ser vi etter?"
    assert "De første ukene" in view.panels.help.text.text()
    assert view.following.text() == "Neste: Er vi klare?"
    show.conductor.go(2)
    badges = [badge.text() for badge in view.panels.help.findChildren(QLabel) if badge.property("look") == "badge"]
    assert badges == ["Lederpakken (udatert) · flere digitale søkere"]
    show.conductor.go(3)
    assert view.following.text() == "Dette er det siste spørsmålet."


def test_the_time_is_told_in_words_and_pauses(qtbot: QtBot, hall: Hall, begin: Begin) -> None:
    show = begin()
    assert show.audience is not None
    canvas = show.audience.canvas

    def clock() -> tuple[str, bool, bool]:
        show.tick()
        found = canvas.showing.clock
        assert found is not None
        return found.words, found.over, found.paused

    assert clock() == ("6 min igjen", False, False)
    hall.wait(minutes=5, seconds=30)
    assert clock() == ("Under ett minutt igjen", False, False)
    assert show.view.bar.time.text() == "0.30 igjen"
    key(qtbot, show, Qt.Key.Key_P)
    hall.wait(minutes=10)
    assert clock() == ("Pause", False, True)
    key(qtbot, show, Qt.Key.Key_P)
    assert clock() == ("Under ett minutt igjen", False, False)
    hall.wait(minutes=3)
    assert clock() == ("2 min over tiden", True, False)
    assert show.view.bar.time.text() == "2.30 over tiden"
    key(qtbot, show, Qt.Key.Key_PageDown)
    hall.wait(minutes=1)
    key(qtbot, show, Qt.Key.Key_PageUp)
    assert show.view.bar.time.text() == "2.30 over tiden", "the time of another question is not counted here"


def test_the_strip_folds_to_its_bar(qtbot: QtBot, begin: Begin) -> None:
    show = begin()
    view = show.view
    assert isinstance(view, Strip)
    key(qtbot, show, Qt.Key.Key_N)
    assert view.fold.isHidden()
    assert view.bar.notes.text() == "Vis notatene"
    press(qtbot, view.bar, "Vis notatene")
    assert not view.fold.isHidden()


def test_esc_ends_the_meeting_and_the_plan_remembers_it(qtbot: QtBot, hall: Hall, begin: Begin) -> None:
    show = begin()
    began = hall.at
    key(qtbot, show, Qt.Key.Key_PageDown)
    hall.wait(minutes=20)
    key(qtbot, show, Qt.Key.Key_Escape)
    assert hall.shell.meeting is None
    meeting = hall.session.plan.workshop.meetings[-1]
    assert (meeting.began_at, meeting.ended_at) == (began, hall.at)
    assert meeting.questions == (KEY, "connection.ready")
    assert meeting.title == "Møte 23. november 2026"


def test_closing_the_window_ends_the_meeting(hall: Hall, begin: Begin) -> None:
    show = begin(apart=True)
    assert show.audience is not None
    show.audience.close()
    assert hall.shell.meeting is None
    assert hall.session.plan.workshop.meetings[-1].ended_at == hall.at


def test_a_meeting_that_was_not_ended_is_gone_on_with_where_it_was(qtbot: QtBot, hall: Hall, begin: Begin) -> None:
    show = begin()
    key(qtbot, show, Qt.Key.Key_PageDown)
    key(qtbot, show, Qt.Key.Key_1)
    document = hall.session.document
    show.conductor.end()
    hall.session.start(document, None)  # as after a crash
    again = begin()
    assert again.conductor.number == 1
    assert again.conductor.tally is not None
    assert again.conductor.tally.choices[0].count == 1
    assert len(hall.session.plan.workshop.meetings) == len(document.plan.workshop.meetings)


def test_a_question_that_is_moved_or_removed_meanwhile_is_followed(hall: Hall, begin: Begin) -> None:
    show = begin()
    show.conductor.go(1)
    hall.session.edit(Move(("workshop", "agenda", "q1"), 3))
    assert show.conductor.number == 3
    hall.session.edit(Remove(("workshop", "agenda", "q1")))
    assert show.conductor.number == 3
    assert show.conductor.question is None


def test_undoing_the_beginning_of_the_meeting_loses_nothing_that_follows(
    qtbot: QtBot, hall: Hall, begin: Begin
) -> None:
    show = begin()
    before = len(hall.session.plan.workshop.meetings)
    hall.session.undo()
    assert len(hall.session.plan.workshop.meetings) == before - 1
    key(qtbot, show, Qt.Key.Key_1, CTRL)
    write(qtbot, show, "Likevel")
    assert hall.session.plan.workshop.meetings[-1].began_at == hall.at
    assert hall.session.plan.workshop.notes[-1].text == "Likevel"
    show.conductor.end()
    assert hall.session.plan.workshop.meetings[-1].ended_at == hall.at


def test_the_layout_changes_without_losing_what_is_written(qtbot: QtBot, hall: Hall, begin: Begin) -> None:
    show = begin(apart=True)
    key(qtbot, show, Qt.Key.Key_1, CTRL)
    write(qtbot, show, "Midt i en setning")
    show.desk.stage.screen = TOGETHER
    show.arrange()  # the projector was unplugged
    assert show.speaker is None
    assert hall.session.plan.workshop.notes[-1].text == "Midt i en setning"
    assert show.view.panels.notes.list.item(0).text() == "Midt i en setning"
    show.separate()
    assert show.speaker is not None


def test_a_second_beginning_shows_the_meeting_that_goes_on(hall: Hall, begin: Begin) -> None:
    show = begin()
    hall.shell.hold_meeting()
    assert hall.shell.meeting is show
