"""Files out of a part and into it: made and read in the background, and told over the part when done."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from digisos_wizard import export
from digisos_wizard.errors import UserError
from digisos_wizard.export.names import file_name
from digisos_wizard.i18n import _
from digisos_wizard.model.edits import Edit
from digisos_wizard.storage.replace import write_whole
from digisos_wizard.ui import jobs
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.dialogs import ask_save
from digisos_wizard.ui.widgets.frame.notice import Notice
from digisos_wizard.ui.widgets.look.basics import ToneName

T = TypeVar("T")
Said = tuple[str, str, ToneName]
"""Title, text and tone of what is told."""
Task = tuple[Path, Callable[[], bytes]]
"""A file, and what makes its bytes."""


class Files:
    """The work and what is told of it; `saving` and `reading` tell when it is done."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        self._desk, self._over = desk, over
        self._kept: Sequence[Edit] = ()
        self.notice = Notice(over)
        self.saving, self.reading = jobs.ProgressSignals(), jobs.JobSignals()
        self.saving.done.connect(self.tell_saved)
        self.saving.failed.connect(self.tell_not_saved)
        self.saving.progress.connect(self._progress)
        self.reading.done.connect(self._read)
        self.reading.failed.connect(self._not_read)

    def save(self, key: str) -> None:
        """Ask where to save one of the documents, and write it."""
        figures, kind = self._desk.figures, export.export(key)
        path = ask_save(self._over, kind.title, file_name(figures.plan, kind, figures.today), kind.suffix)
        if path is not None:
            self.write([(path, partial(kind.build, figures))], kind.kept(figures))

    def write(self, tasks: Sequence[Task], kept: Sequence[Edit] = ()) -> None:
        """Make and write files; of several the folder is told, and `kept` is what the plan keeps of it."""
        progress = self.saving.progress
        self._kept = kept

        def work() -> Path:
            for position, (path, make) in enumerate(tasks):
                progress.emit(position, len(tasks))
                write_whole(path, make())
            return tasks[0][0] if len(tasks) == 1 else tasks[0][0].parent

        self.notice.tell(_("Lagrer …"), "", ToneName.NEUTRAL)
        jobs.start(work, self.saving)

    def read(self, work: Callable[[], T], take: Callable[[T], Said]) -> None:
        """Read files from others in the background; `take` gets what they hold in the window's thread."""
        jobs.start(lambda: partial(take, work()), self.reading)

    def tell_saved(self, path: Path) -> None:
        """Keep in the plan what was handed over, tell where something was saved, and offer to open it."""
        if self._kept:
            self._desk.session.edit(*self._kept, label=_("Det kalenderen har meldt"))
            self._kept = ()
        act = (_("Åpne"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        self.notice.tell(_("Ferdig"), _("Lagret i {path}").format(path=path), ToneName.SUCCESS, act)

    def tell_not_saved(self, error: Exception) -> None:
        """Tell why something was not saved."""
        words = _words(error, _("Filen kunne ikke skrives."))
        self.notice.tell(_("Filen ble ikke lagret"), words, ToneName.DANGER)

    def _progress(self, done: int, every: int) -> None:
        if every > 1:
            words = _("Lagrer {number} av {count} …").format(number=done + 1, count=every)
            self.notice.tell(words, "", ToneName.NEUTRAL)

    def _read(self, taking: Callable[[], Said]) -> None:
        self.notice.tell(*taking())

    def _not_read(self, error: Exception) -> None:
        words = _words(error, _("Filen kunne ikke leses."))
        self.notice.tell(_("Ingenting er hentet"), words, ToneName.DANGER)


def _words(error: Exception, unknown: str) -> str:
    """Return what is to be said of a fault; one that nobody foresaw is logged where it was raised."""
    if not isinstance(error, UserError):
        return unknown
    return f"{error.message}\n{error.safe} {error.next_step}".strip()
