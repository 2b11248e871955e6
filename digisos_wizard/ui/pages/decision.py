"""Beslutning: what is decided, for which municipalities, and how they work together."""

from pathlib import Path

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.intake import population
from digisos_wizard.intake.files import read_bytes
from digisos_wizard.model import formatting
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import decision_form
from digisos_wizard.model.rules.cooperation.result import Support
from digisos_wizard.model.rules.costs.payers import merging
from digisos_wizard.model.terms import CooperationForm
from digisos_wizard.model.told.cooperation_change import changes
from digisos_wizard.ui.dialogs import ask_open
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.rows import new_row, table_rows
from digisos_wizard.ui.parts.rows_view import Column
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.shown.decision import MUNICIPALITIES, consequence_rows, merger_rows
from digisos_wizard.ui.widgets.look.basics import Box, Card, ToneName, button, label, row
from digisos_wizard.ui.widgets.look.theme import Look

TONES = {
    Support.LISTED: ToneName.SUCCESS,
    Support.ASK: ToneName.WARNING,
    Support.UNLISTED: ToneName.WARNING,
}
"""How the outcome is shown; what is open, or known from 2019 alone, is told plainly."""


class DecisionPage(Page):
    """The decision, the municipalities, and what their cooperation leads to."""

    key = StepKey.DECISION

    def build(self) -> None:
        """Make the page's parts."""
        self.add(self.missing)
        plan = Card(_("Planen"))
        plan.add(self.form(decision_form.PLAN))
        plan.add(self.form(decision_form.OFFICE))
        self.add(plan)
        self._build_municipalities()
        self._build_cooperation()
        approval = Card(_("Vedtak"))
        approval.add(self.shared_form(decision_form.APPROVAL, subject=_("Vedtak")))
        self.add(approval)
        scope = Card(_("Omfang"))
        scope.add(self.form(decision_form.SCOPE))
        self.add(scope)

    def _build_municipalities(self) -> None:
        card = Card(
            _("Kommuner"), _("Ta med alle kommunene som kontoret betjener. Hver kommune betaler for egne innbyggere.")
        )
        self.municipalities = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Kommuner"),
                    columns=(Column(_("Kommune"), 3), Column(_("Nummer"), 2), Column(_("Innbyggere"), 2, numeric=True)),
                    rows=table_rows(MUNICIPALITIES, "name", "number", "population"),
                    empty=_("Ingen kommuner er lagt inn ennå."),
                    adding=(
                        Adding(_("Legg til kommune"), new_row(self.desk.session, lambda: MUNICIPALITIES, Municipality)),
                    ),
                    removable=True,
                    movable=True,
                ),
                decision_form.MUNICIPALITIES,
            )
        )
        card.add(self.municipalities)
        self.fetch_button = button(
            _("Hent innbyggertall fra en fil …"),
            Look.SECONDARY,
            self._ask_population,
            name=_("Hent innbyggertall fra en fil fra SSB"),
        )
        self.fetch_help = label(
            _("Last ned tabellen over befolkning per kommune fra SSB som CSV, og velg filen her."), Look.HELP
        )
        self.fetched = Box(ToneName.INFO)
        self.fetched.hide()
        card.add(row(self.fetch_button, None))
        card.add(self.fetch_help)
        card.add(self.fetched)
        self.add(card)

    def _ask_population(self) -> None:
        path = ask_open(self.widget, _("Velg filen med innbyggertall"), ".csv")
        if path is not None:
            self.fetch_population(path)

    def fetch_population(self, path: Path) -> None:
        """Take inhabitants from a file, and say what was found and what was not."""
        session = self.desk.session
        try:
            file = population.read(read_bytes(path))
        except UserError as error:
            self.fetched.say(error.message, f"{error.safe} {error.next_step}".strip(), ToneName.DANGER)
        else:
            matches = population.match(session.plan.decision.municipalities, file)
            if matches.found:
                session.edit(*population.edits(matches, file.counted_on), label=_("Innbyggertall fra fil"))
            lines = [
                _("{name}: {people} innbyggere").format(name=row.name, people=formatting.number(row.people or 0))
                for _place, row in matches.found
            ]
            if matches.found and file.counted_on is None:
                lines.append(_("Filen sier ikke hvilken dag tallene gjelder for. Skriv den inn."))
            title = _("Hentet {found} av {all}").format(
                found=len(matches.found), all=len(session.plan.decision.municipalities)
            )
            tone = ToneName.WARNING if matches.missing or not matches.found else ToneName.SUCCESS
            self.fetched.say(title, "\n".join((*lines, *matches.missing)), tone)
        self.fetched.show()

    def _build_cooperation(self) -> None:
        card = self.cooperation_card = Card(_("Samarbeid mellom kommuner"))
        self.cooperation = self.trial_form(
            decision_form.COOPERATION, changes, _("Dette endres hvis dere bruker de nye svarene")
        )
        self.cooperation.shown.connect(self._fit_cooperation)
        card.add(self.cooperation)
        self.outcome = Box(ToneName.INFO)
        card.add(self.outcome)
        self.consequences = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Hva samarbeidet betyr for hver kommune"),
                    columns=(
                        Column(_("Kommune"), 3),
                        Column(_("Ansvarlig"), 3),
                        Column(_("Mottaker"), 3),
                        Column(_("Søkeren får vite"), 5),
                        Column(_("Oppsett i Fiks"), 6),
                    ),
                    rows=consequence_rows,
                ),
            )
        )
        card.add(self.consequences)
        self.add(card)
        merger = Card(_("Sammenslåing eller deling"))
        self.merger = self.form(decision_form.MERGER)
        merger.add(self.merger)
        self.merger_tasks = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Dette gjør dere ved sammenslåingen"),
                    columns=(Column(_("Oppgave"), 6), Column(_("Fra"), 2), Column(_("Senest"), 2)),
                    rows=merger_rows,
                ),
            )
        )
        merger.add(self.merger_tasks)
        self.add(merger)

    def show(self, figures: Figures) -> None:
        """Show what the cooperation answers lead to."""
        result = figures.cooperation
        tone = TONES.get(result.support, ToneName.INFO)
        self.outcome.say(_("Dette følger av svarene"), result.summary, tone)
        self.outcome.setVisible(bool(result.summary))
        several = len(figures.plan.decision.municipalities) > 1
        self.cooperation_card.setVisible(several or figures.plan.cooperation.form is not None)
        for path, field in self.merger.fields.items():
            field.setVisible(path == "planned" or bool(figures.plan.cooperation.merger.planned))
        self.merger.fields["successor"].setVisible(bool(merging(figures.plan)))
        self.consequences.setVisible(several)
        self.fetch_button.setEnabled(bool(figures.plan.decision.municipalities))
        self.merger_tasks.setVisible(bool(self.merger_tasks.model.rows))

    def _fit_cooperation(self) -> None:
        """Ask about the host only where there is one, and about its agreement only where something is transferred."""
        tried = self.cooperation.plan.cooperation
        host = tried.form is CooperationForm.HOST
        for path in ("host", "controller_transferred"):
            self.cooperation.fields[path].setVisible(host)
        self.cooperation.fields["transfer_stated"].setVisible(host and bool(tried.controller_transferred))
        self.cooperation.fields["case_systems"].setVisible(host)
