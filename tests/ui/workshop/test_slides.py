"""The leader package on the stage: the same keys and windows as for questions, and questions after it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.export.slides.layout import lay_out
from digisos_wizard.model.edits import Insert, Move, Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.workshop import ChosenSlide
from digisos_wizard.ui.desk import Programme
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.stage.showing import Showing
from digisos_wizard.ui.stage.window import AudienceWindow
from digisos_wizard.ui.steps.workshop.prepare import PreparePart
from digisos_wizard.ui.workshop.conductor import Conductor
from digisos_wizard.ui.workshop.presenter import Presenter
from digisos_wizard.ui.workshop.show import Show
from digisos_wizard.ui.workshop.slide_views import SlideSpeakerView, SlideStrip
from tests.ui.hands import press
from tests.ui.workshop.conftest import Hall

Begin = Callable[..., Show]
SLIDES = ("workshop", "slides")


def key(qtbot: QtBot, show: Show, pressed: Qt.Key) -> None:
    """Press a key where the cursor is."""
    window = show.windows()[-1]
    found: QWidget | None = window.focusWidget()
    qtbot.keyClick(window if found is None else found, pressed)
    QApplication.processEvents()


def seen(show: Show) -> Showing:
    """Return what the room sees."""
    assert show.audience is not None
    return show.audience.canvas.showing


@pytest.mark.parametrize("apart", [False, True])
def test_keys_and_clickers_lead_through_the_slides_as_they_are_on_paper(
    qtbot: QtBot, hall: Hall, begin: Begin, apart: bool
) -> None:
    paper = lay_out(hall.session.figures)
    show = begin(apart=apart, programme=Programme.SLIDES)
    end = len(paper) - 1
    for pressed, number in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_Space, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_End, end),
        (Qt.Key.Key_Right, end),
        (Qt.Key.Key_Up, end - 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Down, 1),
    ):
        key(qtbot, show, pressed)
        shown = seen(show)
        assert shown.text == paper[number].title, pressed
        assert shown.points == tuple(point.text for point in paper[number].points)
        assert shown.place == f"{number + 1} av {len(paper)}"
        assert shown.footer == "NAV Hamar · 23. november 2026"
    assert seen(show).draw is not None, "the second slide has a sketch"


def test_b_blanks_and_the_next_slide_lights_the_screen(qtbot: QtBot, begin: Begin) -> None:
    show = begin(programme=Programme.SLIDES)
    assert show.audience is not None
    for pressed, blank in (
        (Qt.Key.Key_B, True),
        (Qt.Key.Key_B, False),
        (Qt.Key.Key_B, True),
        (Qt.Key.Key_Space, False),
    ):
        key(qtbot, show, pressed)
        assert show.audience.canvas.blank is blank


def test_the_leader_sees_notes_the_next_slide_and_the_time(qtbot: QtBot, hall: Hall, begin: Begin) -> None:
    show = begin(apart=True, programme=Programme.SLIDES)
    view = show.face
    assert isinstance(view, SlideSpeakerView)
    paper = lay_out(hall.session.figures)
    assert view.notes.text.text() == paper[0].notes
    assert view.now.canvas.showing == seen(show)
    assert view.next.canvas.showing.text == paper[1].title
    assert view.following.text() == f"Neste: {paper[1].title}"
    hall.wait(minutes=2, seconds=5)
    key(qtbot, show, Qt.Key.Key_P)
    hall.wait(minutes=10)
    show.tick()
    assert view.bar.time.text().startswith("2.05 brukt · kl. ")
    key(qtbot, show, Qt.Key.Key_End)
    assert view.following.text() == "Dette er det siste lysbildet."
    assert view.next.isHidden()
    assert not view.bar.forward.isEnabled()


def test_on_one_screen_the_notes_are_folded_until_n(qtbot: QtBot, begin: Begin) -> None:
    show = begin(programme=Programme.SLIDES)
    view = show.face
    assert isinstance(view, SlideStrip)
    for hidden in (True, False, True):
        assert view.fold.isHidden() is hidden
        key(qtbot, show, Qt.Key.Key_N)


@pytest.mark.parametrize("apart", [False, True])
def test_esc_ends_and_slides_alone_leave_nothing_in_the_plan(
    qtbot: QtBot, hall: Hall, begin: Begin, apart: bool
) -> None:
    before = hall.session.plan
    show = begin(apart=apart, programme=Programme.SLIDES)
    key(qtbot, show, Qt.Key.Key_5)
    key(qtbot, show, Qt.Key.Key_PageDown)
    key(qtbot, show, Qt.Key.Key_Escape)
    assert hall.shell.meeting is None
    assert hall.session.plan == before
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, AudienceWindow) and one.isVisible()]


@pytest.mark.parametrize("apart", [False, True])
def test_the_questions_come_after_the_last_slide_and_back_leads_to_it(
    qtbot: QtBot, hall: Hall, begin: Begin, apart: bool
) -> None:
    began = hall.at
    held = len(hall.session.plan.workshop.meetings)
    show = begin(apart=apart, programme=Programme.BOTH)
    window = show.audience
    key(qtbot, show, Qt.Key.Key_End)
    last = seen(show).text
    assert len(hall.session.plan.workshop.meetings) == held, "no question has been asked"
    hall.wait(minutes=20)
    key(qtbot, show, Qt.Key.Key_PageDown)
    assert seen(show).text == "Hvor ofte ser vi etter?"
    assert show.audience is window, "the room's window stays"
    (meeting,) = hall.session.plan.workshop.meetings[held:]
    assert meeting.began_at == began
    show.view.panels.notes.begin_another()
    QApplication.processEvents()
    key(qtbot, show, Qt.Key.Key_PageUp)
    assert seen(show).text == last
    hall.wait(minutes=5)
    key(qtbot, show, Qt.Key.Key_Space)
    assert seen(show).text == "Hvor ofte ser vi etter?"
    assert show.conductor.time.spent == 0, "the time of the question stood still meanwhile"
    key(qtbot, show, Qt.Key.Key_PageUp)
    key(qtbot, show, Qt.Key.Key_Escape)
    assert hall.shell.meeting is None
    (meeting,) = hall.session.plan.workshop.meetings[held:]
    assert meeting.ended_at == began + timedelta(minutes=25)


def test_the_meeting_follows_the_plan(qtbot: QtBot, hall: Hall, begin: Begin) -> None:
    rows = [ChosenSlide(id=f"s{number}", title=title) for number, title in enumerate(("En", "To", "Tre"))]
    hall.session.edit(Set(SLIDES, ()), *(Insert(SLIDES, row) for row in rows))
    show = begin(programme=Programme.SLIDES)
    key(qtbot, show, Qt.Key.Key_Space)
    hall.session.edit(Set((*SLIDES, "s1", "title"), "To og en halv"))
    QApplication.processEvents()
    assert (seen(show).text, seen(show).place) == ("To og en halv", "2 av 3")
    hall.session.edit(Move((*SLIDES, "s1"), 2))
    QApplication.processEvents()
    assert (seen(show).text, seen(show).place) == ("To og en halv", "3 av 3")
    hall.session.edit(Set(SLIDES, tuple(rows[:1])))
    QApplication.processEvents()
    assert (seen(show).text, seen(show).place) == ("En", "1 av 1")


def test_when_the_projector_goes_the_slide_stays(qtbot: QtBot, begin: Begin) -> None:
    show = begin(apart=True, programme=Programme.SLIDES)
    key(qtbot, show, Qt.Key.Key_Space)
    before = seen(show)
    show.together()
    assert seen(show).text == before.text
    assert isinstance(show.face, SlideStrip)


def test_the_leader_package_is_shown_from_its_part(qtbot: QtBot, shell: Shell) -> None:
    shell.show_place(Place(StepKey.OUTPUT, "slides"))
    press(qtbot, shell.view(shell.here).widget, "Vis i møtet")
    assert shell.meeting is not None
    assert isinstance(shell.meeting.face, SlideStrip)


def test_a_meeting_begins_with_slides_from_its_part(hall: Hall) -> None:
    hall.shell.show_place(Place(StepKey.WORKSHOP, "prepare"))
    part = hall.shell.view(hall.shell.here)
    assert isinstance(part, PreparePart)
    for begin, kinds in (
        (part.both.trigger, [Presenter, Conductor]),
        (part.slides.trigger, [Presenter]),
        (part.start.click, [Conductor]),
    ):
        begin()
        assert [type(one.led) for one in hall.show.parts] == kinds
        hall.show.end()


def test_without_questions_slides_can_be_shown(hall: Hall) -> None:
    hall.session.edit(Set(("workshop", "agenda"), ()))
    hall.shell.hold_meeting(Programme.BOTH)
    assert hall.shell.top.saved.text() == "Velg spørsmålene til møtet først."
    hall.shell.hold_meeting(Programme.SLIDES)
    assert isinstance(hall.show.face, SlideStrip)
