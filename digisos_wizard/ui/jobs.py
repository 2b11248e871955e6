"""Work off the window's thread: the result or the error comes back as a signal."""

from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from functools import partial

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance


class JobSignals(QObject):
    """How a job reports; `failed` carries what was raised."""

    done = Signal(object)
    failed = Signal(object)


class ProgressSignals(JobSignals):
    """How a job reports that also tells how far it has come: done, of all."""

    progress = Signal(int, int)


class Cancelled(Exception):
    """Raised in a job when the user has stopped it."""


class _Job(QRunnable):
    def __init__(self, work: Callable[[], object], signals: JobSignals) -> None:
        super().__init__()
        self._work = work
        self._signals = signals

    def run(self) -> None:
        """Do the work; what goes wrong is reported, never swallowed."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - handed to the window's thread, which tells the user
            self._tell(self._signals.failed, error)
        else:
            self._tell(self._signals.done, result)

    @staticmethod
    def _tell(signal: SignalInstance, told: object) -> None:
        with suppress(RuntimeError):  # the program has ended meanwhile, and nobody hears
            signal.emit(told)


def start(work: Callable[[], object], signals: JobSignals) -> None:
    """Do the work in Qt's thread pool, in the language that is spoken here."""
    QThreadPool.globalInstance().start(_Job(partial(copy_context().run, work), signals))
