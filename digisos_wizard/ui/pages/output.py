"""Utskrift og deling: the benefits plan as a workbook, the checklist as PDF, and the plan itself."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from digisos_wizard import export
from digisos_wizard.errors import SaveFailedError, UserError
from digisos_wizard.export.names import file_name
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.storage.replace import write_whole
from digisos_wizard.ui import jobs
from digisos_wizard.ui.dialogs import ask_folder, ask_save
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.basics import Box, Card, ToneName, button, label, row, set_text
from digisos_wizard.ui.theme import Look


class OutputPage(Page):
    """What can be handed over; made in the background, told when done."""

    key = StepKey.OUTPUT

    def build(self) -> None:
        """Make the page's parts."""
        self.result = Box(ToneName.SUCCESS)
        self.open_button = button(_("Åpne"), Look.SECONDARY, self._open_result)
        self.result.body.addLayout(row(self.open_button, None))
        self.result.hide()
        self._target: Path | None = None
        self.add(self.result)
        self.buttons: dict[str, QPushButton] = {}
        for kind in export.EXPORTS:
            card = Card(kind.title, kind.description)
            self.buttons[kind.key] = button(
                _("Lagre {suffix} …").format(suffix=kind.suffix_words),
                Look.PRIMARY,
                partial(self._export, kind),
                name=kind.title,
            )
            card.add(row(self.buttons[kind.key], None))
            self.add(card)
        everything = Card(_("Alt på én gang"), _("Alle dokumentene legges i mappen du velger."))
        self.all_button = button(_("Velg mappe …"), Look.SECONDARY, self._export_all, name=_("Lagre alt i en mappe"))
        everything.add(row(self.all_button, None))
        self.add(everything)
        plan = Card(_("Planen"), _("Send kopien til en kollega, eller ta den med til en annen maskin."))
        self.plan_place = label("", Look.HELP)
        self.copy_button = button(_("Lagre en kopi …"), Look.SECONDARY, self._copy, name=_("Lagre en kopi av planen"))
        plan.add(self.plan_place)
        plan.add(row(self.copy_button, None))
        self.add(plan)
        self.signals = jobs.JobSignals()
        self.signals.done.connect(self._done)
        self.signals.failed.connect(self._failed)

    def show(self, figures: Figures) -> None:
        """Show where the plan lies."""
        del figures
        path = self.desk.session.path
        words = _("Planen ligger i {path}").format(path=path) if path else _("Planen er ikke lagret i en fil ennå.")
        set_text(self.plan_place, words)

    def _export(self, kind: export.Export) -> None:
        figures = self.desk.figures
        suggestion = file_name(figures.plan, kind, figures.today)
        path = ask_save(self.widget, kind.title, suggestion, kind.suffix)
        if path is not None:
            self._run([(kind, path)])

    def _export_all(self) -> None:
        folder = ask_folder(self.widget, _("Velg mappe"))
        if folder is not None:
            figures = self.desk.figures
            self._run([(kind, folder / file_name(figures.plan, kind, figures.today)) for kind in export.EXPORTS])

    def _run(self, tasks: list[tuple[export.Export, Path]]) -> None:
        figures = self.desk.figures
        self._busy(busy=True)

        def work() -> Path:
            for kind, path in tasks:
                write_whole(path, kind.build(figures))
            return tasks[0][1] if len(tasks) == 1 else tasks[0][1].parent

        jobs.start(work, self.signals)

    def _copy(self) -> None:
        session = self.desk.session
        path = ask_save(
            self.widget, _("Lagre en kopi av planen"), f"{session.plan.about.name or 'plan'} kopi.digisos", ".digisos"
        )
        if path is None:
            return
        try:
            session.save_copy(path)
        except UserError as error:
            self._failed(error)
        else:
            self._done(path)

    def _busy(self, *, busy: bool) -> None:
        for widget in (*self.buttons.values(), self.all_button):
            widget.setEnabled(not busy)

    def _done(self, path: Path) -> None:
        self._busy(busy=False)
        self._target = path
        self.open_button.show()
        self.result.say(_("Ferdig"), _("Lagret i {path}").format(path=path), ToneName.SUCCESS)
        self.result.show()
        self.widget.ensureWidgetVisible(self.result)

    def _failed(self, error: Exception) -> None:
        self._busy(busy=False)
        known = error if isinstance(error, UserError) else SaveFailedError(self._target or Path(), type(error).__name__)
        self.open_button.hide()
        self.result.say(known.message, f"{known.safe} {known.next_step}".strip(), ToneName.DANGER)
        self.result.show()

    def _open_result(self) -> None:
        if self._target is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target)))
