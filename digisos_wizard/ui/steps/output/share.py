"""Del planen: where the plan lies, and a copy of it for somebody else or another machine."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.dialogs import PLAN_SUFFIX, ask_save
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look


class SharePart(StepPart):
    """The last part: its act is to save a copy."""

    step = StepKey.OUTPUT
    key = "share"
    acts = True

    def build(self) -> None:
        """Make the words and the acts."""
        self.place, self.names = label(""), label("", Look.HELP)
        words = _("Send kopien til en kollega, eller ta den med til en annen maskin.")
        self.copy = button(_("Lagre en kopi …"), Look.PRIMARY, self._copy, name=_("Lagre en kopi av planen"))
        self.folder = button(_("Vis mappen"), Look.SECONDARY, self._show_folder)
        self.body.setSpacing(8)
        for piece in (label(_("Planen er én fil"), Look.SUBHEADING), self.place, label(words, Look.HELP), self.names):
            self.add(piece)
        self.body.addSpacing(8)
        self.add(row(self.copy, self.folder, None, spacing=12))
        self.body.addStretch(1)

    def show(self, figures: Figures) -> None:
        """Show where the plan lies, and whose names a copy takes along."""
        path = self.desk.session.path
        words = _("Planen ligger i {path}").format(path=path) if path else _("Planen er ikke lagret i en fil ennå.")
        set_text(self.place, words)
        self.folder.setVisible(path is not None)
        count = len(figures.plan.people.persons)
        names = ngettext(
            "Kopien har navn og kontaktopplysninger for {count} person. Del den bare med dem som trenger den.",
            "Kopien har navn og kontaktopplysninger for {count} personer. Del den bare med dem som trenger den.",
            count,
        )
        set_text(self.names, names.format(count=count) if count else "")

    def _show_folder(self) -> None:
        path = self.desk.session.path
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _copy(self) -> None:
        session = self.desk.session
        suggestion = _("{name} kopi").format(name=session.plan.about.name or _("plan")) + PLAN_SUFFIX
        path = ask_save(self.widget, _("Lagre en kopi av planen"), suggestion, PLAN_SUFFIX)
        if path is None:
            return
        try:
            session.save_copy(path)
        except UserError as error:
            self.files.tell_not_saved(error)
        else:
            self.files.tell_saved(path)
