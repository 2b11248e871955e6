"""What happens when the program itself is wrong: the plan is made safe first, then the log is written, then we speak.

The log holds times, kinds of errors and places in the code, never what the office typed: an error's own text may
quote it.
"""

import contextlib
import faulthandler
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

from digisos_wizard.i18n import _

FAULTS = "faults.txt"
"""The file beside the log that a dying interpreter writes to."""
LARGEST = 500_000
"""Bytes before the log is put aside and a new one begun."""


@dataclass(frozen=True, slots=True)
class Log:
    """A file of lines `time kind places`; nobody is troubled where it can't be written."""

    path: Path
    clock: Callable[[], datetime]

    def write(self, kind: str, where: str = "") -> None:
        """Add a line."""
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > LARGEST:
                self.path.replace(self.path.with_suffix(".old.txt"))
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{self.clock().isoformat(timespec='seconds')} {kind} {where}".rstrip() + "\n")

    def keep_faults(self) -> None:
        """Let the interpreter write where the code stood if it dies of a fault below Python: functions and lines only.

        The file stays open as long as the program lives: a dying process opens none.
        """
        with contextlib.suppress(OSError, ValueError):
            path = self.path.with_name(FAULTS)
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = not path.exists() or path.stat().st_size > LARGEST
            file = path.open("w" if fresh else "a", encoding="utf-8")
            faulthandler.enable(file)

    def note(self, error: BaseException) -> None:
        """Add a line for an error and those that led to it."""
        seen: BaseException | None = error
        while seen is not None:
            self.write(type(seen).__name__, places(seen.__traceback__))
            seen = seen.__cause__ or seen.__context__


def places(traceback: TracebackType | None) -> str:
    """Return the way to the error as modules and lines, outermost first."""
    found = []
    while traceback is not None:
        found.append(f"{traceback.tb_frame.f_globals.get('__name__', '?')}:{traceback.tb_lineno}")
        traceback = traceback.tb_next
    return " > ".join(found)


def install(log: Log, rescue: Callable[[], object], speak: Callable[[str], object]) -> None:
    """Let errors that nobody catches, in any thread, rescue the plan, be logged, and then be told in a sentence."""

    def caught(error: BaseException | None) -> None:
        with contextlib.suppress(Exception):  # whatever else is wrong, the rest must happen
            rescue()
        if error is not None:
            log.note(error)
        with contextlib.suppress(Exception):
            speak(sentence(log))

    def in_main(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        del traceback
        if issubclass(kind, KeyboardInterrupt):
            return
        caught(error)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit:
            caught(args.exc_value)

    sys.excepthook = in_main
    threading.excepthook = in_thread


def sentence(log: Log) -> str:
    """Return what is said to the person at the keyboard."""
    return _("Noe gikk galt i programmet. Arbeidet ditt er tatt vare på. Feilen står i {path}.").format(path=log.path)
