"""What is led through step by step on the stage: questions or slides, with the same keys."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from digisos_wizard.model.rules.meetings.stopwatch import TimeLeft
from digisos_wizard.session import Session
from digisos_wizard.ui.stage.keys import Asked, Command, Hands


class Led(QObject):
    """The protocol between keys, windows and what they lead through; places are numbered from 0 to `last`.

    `passed` tells that a step went out of an end: 1 behind the last place, -1 before the first.
    """

    moved = Signal()
    ended = Signal()
    refused = Signal(str)
    passed = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.blank = False
        self.paused = False
        self.begun = False
        self.before = self.after = False
        """Whether something else is led through before this, and after it."""

    @property
    def number(self) -> int:
        """Where we are."""
        raise NotImplementedError

    @property
    def last(self) -> int:
        """The number of the last place."""
        raise NotImplementedError

    @property
    def time(self) -> TimeLeft:
        """How the time stands."""
        raise NotImplementedError

    def place_words(self) -> str:
        """Return where we are, in words."""
        raise NotImplementedError

    def time_words(self) -> str:
        """Return how the time stands, in words for whoever leads."""
        raise NotImplementedError

    def begin(self, since: datetime | None = None) -> None:
        """Begin; `since` is when the people met, where that was before."""
        raise NotImplementedError

    def end(self) -> None:
        """End for good."""
        raise NotImplementedError

    def count(self, number: int, by: int) -> None:
        """Take in a digit; most have no use for it."""

    def rest(self) -> None:
        """Let the time stand still while something else is led through."""
        self._stop()

    def resume(self) -> None:
        """Go on where we were."""
        self._start()
        self.moved.emit()

    def obey(self, asked: Asked) -> None:
        """Do what a key asks for."""
        match asked:
            case Hands():
                self.count(asked.number, asked.by)
            case Command.NEXT:
                self._step(1)
            case Command.BACK:
                self._step(-1)
            case Command.FIRST:
                self.go(0)
            case Command.LAST:
                self.go(self.last)
            case Command.BLANK:
                self.blank = not self.blank
                self.moved.emit()
            case Command.PAUSE:
                self.pause()
            case Command.END:
                self.end()
            case Command.NOTES:
                pass  # the window that has notes to fold does it

    def go(self, number: int) -> None:
        """Show the place of that number; a screen that was black shows it."""
        number = min(max(number, 0), self.last)
        if self.blank and number != self.number:
            self.blank = False
        self._go(number)

    def pause(self) -> None:
        """Let the time stand still, or go on."""
        self.paused = not self.paused
        (self._stop if self.paused else self._start)()
        self.moved.emit()

    def _step(self, by: int) -> None:
        number = self.number + by
        if 0 <= number <= self.last:
            self.go(number)
        else:
            self.passed.emit(by)

    def _go(self, number: int) -> None:
        raise NotImplementedError

    def _start(self) -> None:
        raise NotImplementedError

    def _stop(self) -> None:
        raise NotImplementedError
