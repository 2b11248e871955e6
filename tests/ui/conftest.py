"""A shell on a plan, as the window shows it, with a clock that stands still."""

import gc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard import content as handbook
from digisos_wizard.content.locate import resources
from digisos_wizard.model.content import Content
from digisos_wizard.model.plan import Document
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.shell import Menus, Shell
from digisos_wizard.ui.widgets.look import dress

NOW = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)


@pytest.fixture(scope="session")
def content() -> Content:
    """The handbook, loaded once."""
    return handbook.load()


@pytest.fixture(scope="session")
def example() -> Document:
    """The example plan of Hamar."""
    return planfile.decode((resources() / "examples" / "hamar.digisos").read_bytes())


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application in the program's look; dressing it takes a while, so it is done once."""
    dress.load_fonts()
    dress.apply()
    return qapp


@pytest.fixture(autouse=True)
def _garbage_here() -> Iterator[None]:
    """Let no work off this thread collect windows, as in the program; what a test began ends with it."""
    gc.disable()
    yield
    QThreadPool.globalInstance().waitForDone()
    gc.enable()


@pytest.fixture
def session(content: Content) -> Session:
    """A session on an empty plan, without files."""
    made = Session(content, None, lambda: NOW, iter_ids().__next__)
    made.start(Document(), None)
    return made


@pytest.fixture
def make_shell(qtbot: QtBot, session: Session, dressed: QApplication) -> Iterator[Callable[[Document], Shell]]:
    """How a shell on a document is made and shown."""
    del dressed
    made: list[Shell] = []

    def make(document: Document) -> Shell:
        session.start(document, None)
        shell = Shell(session, Menus())
        qtbot.addWidget(shell)
        shell.resize(1366, 768)
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        made.append(shell)
        return shell

    yield make
    for shell in made:
        shell.close_plan()
    # The test's own event loop never comes to it, and a window that lingers is styled and laid out with every other.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def shell(make_shell: Callable[[Document], Shell], example: Document) -> Shell:
    """The shell on the example plan."""
    return make_shell(example)


def named(root: QWidget, name: str, kind: type[QWidget]) -> QWidget:
    """Return the visible widget of a kind with an accessible name, as a screen reader would find it."""
    found = [widget for widget in root.findChildren(kind) if widget.accessibleName() == name and widget.isVisible()]
    assert found, f"no visible {kind.__name__} named {name!r}"
    return found[0]
