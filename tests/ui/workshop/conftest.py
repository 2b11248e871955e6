"""A meeting on screen, with a clock in our hands."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Insert, Set
from digisos_wizard.model.plan import Document
from digisos_wizard.model.rules.meetings.agenda import AGENDA
from digisos_wizard.model.workshop import AgendaQuestion, Workshop
from digisos_wizard.session import Session
from digisos_wizard.ui.desk import Programme
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.stage.screens import TOGETHER
from digisos_wizard.ui.workshop.show import Show

QUESTIONS = ("contingency.frequency", "connection.ready", "groups.split")


class Hall:
    """A shell on a plan with an agenda, the clock on the wall, and how a meeting is begun."""

    def __init__(self, content: Content, document: Document) -> None:
        self.at = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
        self.session = Session(content, None, lambda: self.at, iter_ids().__next__)
        self.session.start(document, None)
        rows = [AgendaQuestion(id=f"q{number}", question=key) for number, key in enumerate(QUESTIONS)]
        own = AgendaQuestion(id="own", text="Hva gleder vi oss til?")
        empty = Set(("workshop",), Workshop())
        self.session.edit(empty, *(Insert(AGENDA, row) for row in (*rows, own)), label="Møtet er forberedt")
        self.shell = Shell(self.session, QMenu())
        self.shell.desk.stage.screen = TOGETHER

    def wait(self, **time: float) -> None:
        """Let time pass on the wall."""
        self.at += timedelta(**time)

    @property
    def show(self) -> Show:
        """The meeting on screen."""
        assert self.shell.meeting is not None
        return self.shell.meeting


@pytest.fixture
def hall(qtbot: QtBot, content: Content, example: Document, dressed: QApplication) -> Iterator[Hall]:
    """A hall where no meeting has begun."""
    del dressed
    made = Hall(content, example)
    qtbot.addWidget(made.shell)
    made.shell.show()
    yield made
    made.shell.close_plan()


@pytest.fixture
def begin(qtbot: QtBot, hall: Hall) -> Callable[..., Show]:
    """How a meeting is begun, on one screen or with a window for the leader."""

    def make(*, apart: bool = False, programme: Programme = Programme.QUESTIONS) -> Show:
        hall.shell.hold_meeting(programme)
        show = hall.show
        if apart:
            show.separate()
        for window in show.windows():
            window.showNormal()
            window.setGeometry(0, 0, 1366, 768)
            qtbot.waitExposed(window)
        window = show.windows()[-1]
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return show

    return make
