"""Pictures of every part of a plan, rendered by the real window."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize

from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.plan import Document
from digisos_wizard.model.rules.meetings.agenda import AGENDA
from digisos_wizard.model.workshop import AgendaQuestion
from digisos_wizard.session import Session

from .app import application
from .desk import Programme
from .places import LOOKUP, places
from .shell import Menus, Shell
from .stage.screens import TOGETHER
from .workshop.show import Show

FIRST_DRAWN = 1
"""The number of a slide that has a sketch."""


def render_pages(
    document: Document, content: Content, today: date, folder: Path, size: tuple[int, int], *, whole: bool = False
) -> list[Path]:
    """Write one PNG per part to the folder, in order; `whole` makes each as high as its content. Returns the files."""
    app = application()
    now = datetime.combine(today, time(14, 32)).astimezone()
    session = Session(content, None, lambda: now, iter_ids().__next__, lambda: "salt")
    session.start(document, None)
    shell = Shell(session, Menus())
    shell.resize(QSize(*size))
    shell.show()
    files = []
    folder.mkdir(parents=True, exist_ok=True)
    for position, place in enumerate((*places(document.plan), LOOKUP)):
        shell.show_place(place)
        settle(app)
        if whole:
            extra = shell.view(place).whole_height() - shell.stack.height()
            shell.resize(size[0], max(size[1], min(12_000, size[1] + extra)))
            settle(app)
        path = folder / f"{position:02d}-{'-'.join(filter(None, (place.step.value, place.part)))}.png"
        shell.grab().save(str(path))
        files.append(path)
        shell.resize(QSize(*size))
    files += _meeting(app, shell, folder, size)
    shell.close_plan()
    shell.close()
    shell.deleteLater()
    settle(app)
    return files


def _meeting(app: QCoreApplication, shell: Shell, folder: Path, size: tuple[int, int]) -> list[Path]:
    """Write pictures of a meeting and of the slides: the room's, the leader's, and both on one screen."""
    session = shell.session
    if not session.plan.workshop.agenda:
        shown = ("contingency.frequency", "connection.ready")
        rows = [AgendaQuestion(id=f"a{number}", question=key) for number, key in enumerate(shown)]
        session.edit(*(Insert(AGENDA, row) for row in rows))
    files = []
    for programme, what in ((Programme.QUESTIONS, "meeting"), (Programme.SLIDES, "slides")):
        files += _staged(app, shell, folder / what, size, programme)
    return files


def _staged(app: QCoreApplication, shell: Shell, path: Path, size: tuple[int, int], programme: Programme) -> list[Path]:
    shell.desk.stage.screen = TOGETHER
    show = Show(shell.desk, None, lambda: None, programme)
    if programme is Programme.SLIDES:
        show.part.led.go(FIRST_DRAWN)
    files = []
    for together, name in ((True, "one-screen"), (False, "room"), (False, "leader")):
        if not together and show.speaker is None:
            show.separate()
        window = show.windows()[-1 if name == "leader" else 0]
        window.showNormal()
        window.setGeometry(0, 0, *size)
        settle(app)
        files.append(path.with_name(f"{path.name}-{name}.png"))
        window.grab().save(str(files[-1]))
    show.end()
    return files


def settle(app: QCoreApplication) -> None:
    """Let pending layouts, paints and deletions happen."""
    for _round in range(4):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def iter_ids() -> Iterator[str]:
    """Yield row ids that are the same every time."""
    number = 0
    while True:
        number += 1
        yield f"r{number:05d}"
