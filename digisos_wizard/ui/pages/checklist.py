"""Sjekkliste og signering: every item with the plan's evidence, and who vouches for it."""

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import checklist_form
from digisos_wizard.model.rules.checklist.result import ChecklistRow
from digisos_wizard.model.signoff import OwnChecklistItem
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.cards.signing import RecordsCard, SigningCard
from digisos_wizard.ui.cards.verifying import VerifyingCard
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.figures import KeyFigure, KeyFigures
from digisos_wizard.ui.parts.links import Link
from digisos_wizard.ui.parts.rows import new_row
from digisos_wizard.ui.parts.rows_view import Column
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.shown.checklist import OWN, evidence_words, item_rows, own_rows
from digisos_wizard.ui.widgets.look.basics import Box, Card, ToneName


class ChecklistPage(Page):
    """The checklist, then signing, then the PDF out and back."""

    key = StepKey.CHECKLIST

    def build(self) -> None:
        """Make the page's parts."""
        self.band = KeyFigures(4)
        self.add(self.band)
        self.add(self.missing)
        self._build_items()
        self._build_own()
        self.signing = SigningCard(self)
        self.add(self.signing)
        self.records = RecordsCard()
        self.add(self.records)
        self.verifying = VerifyingCard(self)
        self.add(self.verifying)
        if self.verifying.certificates is not None:
            self.add(self.verifying.certificates)

    def _build_items(self) -> None:
        card = Card(_("Sjekklisten"), _("Planen svarer selv der den kan. Du kan svare annerledes, med en begrunnelse."))
        self.items = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Sjekkliste"),
                    columns=(Column(_("Punkt"), 7), Column(_("Kommune"), 2), Column(_("Status"), 2)),
                    rows=item_rows,
                ),
                checklist_form.ITEMS,
            )
        )
        self.evidence = Box(ToneName.INFO)
        self.evidence_link = Link(self._jump_to_evidence, _("Gå til opplysningen"))
        self.evidence.body.addWidget(self.evidence_link)
        self.items.detail.body.insertWidget(1, self.evidence)
        self.items.chosen.connect(lambda _row: self._show_evidence(self.desk.figures))
        card.add(self.items)
        self.add(card)

    def _build_own(self) -> None:
        own = Card(
            _("Egne punkter"),
            _("Punktene kommer med i det dere signerer. Er fristen påkoblingsdagen, regnes punktet til den dagen."),
        )
        self.own = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Egne sjekkpunkter"),
                    columns=(
                        Column(_("Punkt"), 5),
                        Column(_("Del av sjekklisten"), 3),
                        Column(_("Når"), 2),
                        Column(_("Status"), 2),
                    ),
                    rows=own_rows,
                    empty=_("Trenger dere flere punkter, legger du dem til her."),
                    adding=(Adding(_("Legg til punkt"), new_row(self.desk.session, lambda: OWN, OwnChecklistItem)),),
                    removable=True,
                    movable=True,
                ),
                checklist_form.OWN_ITEMS,
            )
        )
        own.add(self.own)
        self.add(own)

    def show(self, figures: Figures) -> None:
        """Show counts, evidence of the chosen item, and the sign-offs."""
        rows = figures.checklist
        counts = {state: sum(line.state is state for line in rows) for state in TaskState}
        relevant = len(rows) - counts[TaskState.NOT_RELEVANT]
        changed = sum(status.current and not status.valid for status in figures.signoffs)
        standing = sum(status.current and status.valid for status in figures.signoffs)
        self.band.show_figures(
            [
                KeyFigure(_("Ferdig"), _("{done} av {all}").format(done=counts[TaskState.DONE], all=relevant)),
                KeyFigure(_("I arbeid"), str(counts[TaskState.IN_PROGRESS])),
                KeyFigure(_("Ikke aktuelt"), str(counts[TaskState.NOT_RELEVANT])),
                KeyFigure(
                    _("Gyldige signeringer"),
                    str(standing),
                    _("{count} er endret etterpå").format(count=changed) if changed else "",
                ),
            ]
        )
        self._show_evidence(figures)
        self.signing.show_plan(figures)
        self.records.show_plan(figures)

    def _show_evidence(self, figures: Figures) -> None:
        line = self._chosen_line(figures)
        title, text, tone = evidence_words(line) if line is not None else ("", "", ToneName.INFO)
        self.evidence.setVisible(bool(text))
        if text:
            self.evidence.say(title, text, tone)

    def _chosen_line(self, figures: Figures) -> ChecklistRow | None:
        chosen = self.items.chosen_row
        return next((line for line in figures.checklist if chosen is not None and line.row_id == chosen.row_id), None)

    def _jump_to_evidence(self) -> None:
        line = self._chosen_line(self.desk.figures)
        if line is not None and line.evidence is not None:
            self.desk.goto(line.evidence.step, line.evidence.address)
