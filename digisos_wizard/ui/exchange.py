"""Files out and in: written and read in the background, and told in one box."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QScrollArea, QWidget

from digisos_wizard import export
from digisos_wizard.errors import UserError
from digisos_wizard.export.names import file_name
from digisos_wizard.i18n import _
from digisos_wizard.storage.replace import write_whole
from digisos_wizard.ui import jobs
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.dialogs import ask_save
from digisos_wizard.ui.widgets.look.basics import Box, ToneName

T = TypeVar("T")
Said = tuple[str, str, ToneName]
"""Title, text and tone of what is told."""


class Exchange(Box):
    """The box that tells, and the work behind it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(ToneName.INFO)
        self.hide()
        self._desk = desk
        self.reading, self.saving = jobs.JobSignals(), jobs.JobSignals()
        self.reading.done.connect(self._read)
        self.reading.failed.connect(self._not_read)
        self.saving.done.connect(self._saved)
        self.saving.failed.connect(self._not_saved)

    def save(self, key: str) -> None:
        """Ask where to save one of the documents, and write it."""
        figures = self._desk.figures
        kind = export.export(key)
        path = ask_save(self, kind.title, file_name(figures.plan, kind, figures.today), kind.suffix)
        if path is not None:

            def work() -> Path:
                write_whole(path, kind.build(figures))
                return path

            jobs.start(work, self.saving)

    def read(self, work: Callable[[], T], take: Callable[[T], Said]) -> None:
        """Read files from others in the background; `take` gets what they hold in the window's thread."""
        jobs.start(lambda: partial(take, work()), self.reading)

    def _read(self, taking: Callable[[], Said]) -> None:
        self._say(*taking())

    def _saved(self, path: object) -> None:
        self._say(_("Ferdig"), _("Lagret i {path}").format(path=path), ToneName.SUCCESS)

    def _not_read(self, error: Exception) -> None:
        self._say(_("Ingenting er hentet"), _words(error, _("Filen kunne ikke leses.")), ToneName.DANGER)

    def _not_saved(self, error: Exception) -> None:
        self._say(_("Filen ble ikke lagret"), _words(error, _("Filen kunne ikke skrives.")), ToneName.DANGER)

    def _say(self, title: str, text: str, tone: ToneName) -> None:
        self.say(title, text, tone)
        self.show()
        scroller: QWidget | None = self.parentWidget()
        while scroller is not None and not isinstance(scroller, QScrollArea):
            scroller = scroller.parentWidget()
        if scroller is not None:
            scroller.ensureWidgetVisible(self)


def _words(error: Exception, unknown: str) -> str:
    """Return what is to be said of a fault; one that nobody foresaw is logged where it was raised."""
    if not isinstance(error, UserError):
        return unknown
    return f"{error.message}\n{error.safe} {error.next_step}".strip()
