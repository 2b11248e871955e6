"""Utskrift og deling: every document, the leader package, and the plan itself."""

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.cards.documents import DocumentsCard
from digisos_wizard.ui.cards.leader_package import LeaderPackageCard
from digisos_wizard.ui.dialogs import ask_save
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.widgets.look.basics import Card, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look


class OutputPage(Page):
    """What can be handed over; made in the background, told when done."""

    key = StepKey.OUTPUT

    def build(self) -> None:
        """Make the page's parts."""
        self.documents = DocumentsCard(self)
        self.package = LeaderPackageCard(self, self.documents.look)
        self.add(self.documents)
        self.add(self.package)
        plan = Card(_("Planen"), _("Send kopien til en kollega, eller ta den med til en annen maskin."))
        self.plan_place = label("", Look.HELP)
        self.copy_button = button(_("Lagre en kopi …"), Look.SECONDARY, self._copy, name=_("Lagre en kopi av planen"))
        plan.add(self.plan_place)
        plan.add(row(self.copy_button, None))
        self.add(plan)

    def show(self, figures: Figures) -> None:
        """Show the slides picked, and where the plan lies."""
        self.package.show_plan(figures)
        path = self.desk.session.path
        words = _("Planen ligger i {path}").format(path=path) if path else _("Planen er ikke lagret i en fil ennå.")
        set_text(self.plan_place, words)

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
            self.documents.tell_failed(error)
        else:
            self.documents.tell_saved(path)
