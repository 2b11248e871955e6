"""Puts the window together: application, look, session, keeper, and what happens when the program itself fails."""

import secrets
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from digisos_wizard import content
from digisos_wizard.content.locate import resources
from digisos_wizard.i18n import _
from digisos_wizard.session import Session
from digisos_wizard.storage import crash, planfile
from digisos_wizard.storage.keeper import Keeper
from digisos_wizard.storage.paths import machine_settings, user_folders
from digisos_wizard.storage.recovery import Recovery
from digisos_wizard.storage.settings import Scheme

from .state import WindowState
from .sweeping import Sweeper
from .widgets.look import dress
from .window import Example, MainWindow

FRAME = 48
"""Logical pixels that the system may add around a window."""


def application() -> QApplication:
    """Return the one Qt application, dressed; made where there is none yet."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    made = QApplication(sys.argv[:1])
    Sweeper(made)
    if made.platformName() == "offscreen":
        qInstallMessageHandler(_without_chatter)
    made.setApplicationName("digisos-wizard")
    made.setApplicationDisplayName(_("Digisos-veiviser"))
    made.setWindowIcon(QIcon(str(resources() / "look" / "icon.svg")))
    dress.load_fonts()
    dress.apply()
    return made


def _without_chatter(_kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    """Leave out what a screenless Qt says of every window: that it can't do what screens do."""
    if message and not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)  # noqa: T201 - where Qt's own handler writes


def examples() -> list[Example]:
    """Return the example plans that come with the program."""
    words = {
        "hamar": (_("Én kommune: Hamar"), _("Et NAV-kontor midt i forberedelsene, med påkobling i mars 2027.")),
        "vertskommune": (
            _("To kommuner i vertskommunesamarbeid"),
            _("Felles fagsystem, og ansvaret overført til verten."),
        ),
    }
    found = []
    for path in sorted((resources() / "examples").glob(f"*{planfile.SUFFIX}")):
        title, detail = words.get(path.stem, (path.stem, ""))
        found.append(Example(path.stem, title, detail, path))
    return found


class Clock:
    """The time of this machine, moved by whole days where a day was asked for on the command line."""

    def __init__(self, today: date | None) -> None:
        self._shift = today - datetime.now().astimezone().date() if today is not None else timedelta(0)

    def __call__(self) -> datetime:
        """Return the time now."""
        return datetime.now().astimezone() + self._shift


def show_fitting(window: QWidget, *, first: bool) -> None:
    """Show the window as it was last; the first time it fills a screen that hardly has room for it."""
    screen = window.screen().availableSize()
    if first and not (screen.width() > window.width() + FRAME and screen.height() > window.height() + FRAME):
        window.showMaximized()
    else:
        window.show()


def run_window(plan: Path | None, today: date | None) -> int:
    """Open the window, with a plan if one is named, and return when it is closed."""
    app = application()
    clock = Clock(today)
    folders = user_folders()
    recovery = Recovery(folders, clock)
    keeper = Keeper(clock, recovery, background=True)
    session = Session(content.load(), keeper, clock, lambda: secrets.token_hex(6))
    state = WindowState(folders.settings, recovery, machine_settings())
    if (state.text_scale, state.scheme) != (1, Scheme.LIGHT):
        dress.apply(state.text_scale, state.scheme)
    window = MainWindow(session, state, examples)
    log = crash.Log(folders.log, clock)
    crash.install(log, keeper.snapshot, window.say_crash)
    log.keep_faults()
    show_fitting(window, first=not state.geometry)
    if plan is not None:
        window.open_plan(plan)
    code = app.exec()
    keeper.stop()
    recovery.close()
    return code
