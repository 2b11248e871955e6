"""Which screen the room sees: another one than the leader's, where there is one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _

AUTOMATIC, TOGETHER = "", "together"


@dataclass(frozen=True, slots=True)
class Seen:
    """A screen as it is chosen: its name, and its words."""

    name: str
    words: str


def offered(own: QScreen | None) -> list[Seen]:
    """Return the screens that the room can be shown, in order, the leader's own last."""
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is own)
    return [Seen(screen.name(), _words(screen, own)) for screen in screens]


def _words(screen: QScreen, own: QScreen | None) -> str:
    number = QGuiApplication.screens().index(screen) + 1
    size = screen.size()
    words = _("Skjerm {number}, {width} × {height}").format(number=number, width=size.width(), height=size.height())
    return _("{screen} (den du ser på nå)").format(screen=words) if screen is own else words


def audience_screen(names: Sequence[str], own: str, wish: str) -> str | None:
    """Return the name of the screen for the room; None where room and leader share one.

    A wish for a screen that is gone, or that the leader looks at now, counts as none.
    """
    others = [name for name in names if name != own]
    if wish == TOGETHER or not others:
        return None
    return wish if wish in others else others[0]


def named(name: str) -> QScreen | None:
    """Return a screen by its name."""
    return next((screen for screen in QGuiApplication.screens() if screen.name() == name), None)


def fill(window: QWidget, screen: QScreen | None) -> None:
    """Let a window fill a screen."""
    if screen is not None:
        window.setGeometry(screen.geometry())
        if (handle := window.windowHandle()) is not None:
            handle.setScreen(screen)
    window.showFullScreen()
