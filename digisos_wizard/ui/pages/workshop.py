"""Møter: what to talk about, the meeting itself, and what came of it."""

from digisos_wizard.i18n import _
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import workshop_form
from digisos_wizard.model.rules.meetings.agenda import AGENDA
from digisos_wizard.model.rules.meetings.course import ACTIONS, NOTES, PARKED
from digisos_wizard.model.workshop import Action, AgendaQuestion, Note
from digisos_wizard.ui.cards.agenda import AgendaCard, QuestionsCard
from digisos_wizard.ui.cards.meeting import BeginCard, SummaryCard
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.figures import KeyFigures
from digisos_wizard.ui.parts.rows import new_row
from digisos_wizard.ui.parts.rows_view import Column
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.shown.workshop import action_rows, band, meeting_rows, note_rows, parked_rows
from digisos_wizard.ui.widgets.look.basics import Card, button, row
from digisos_wizard.ui.widgets.look.theme import Look


class WorkshopPage(Page):
    """Before, during and after a meeting with the staff."""

    key = StepKey.WORKSHOP

    def build(self) -> None:
        """Make the page's parts."""
        self.band = KeyFigures(4)
        self.add(self.band)
        self.add(self.missing)
        self.questions = QuestionsCard(self)
        self.add(self.questions)
        self.agenda = AgendaCard(self)
        self.add(self.agenda)
        self.begin = BeginCard(self)
        self.add(self.begin)
        self._build_actions()
        self._build_parked()
        self._build_notes()
        self._build_meetings()
        self.summary = SummaryCard(self)
        self.add(self.summary)

    def _build_actions(self) -> None:
        card = Card(_("Beslutninger"), _("Det dere ble enige om, hvem som gjør det, og når det skal være gjort."))
        self.actions = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Beslutninger"),
                    columns=(
                        Column(_("Beslutning"), 5),
                        Column(_("Ansvarlig"), 3),
                        Column(_("Frist"), 3),
                        Column(_("Status"), 3),
                    ),
                    rows=action_rows,
                    empty=_("Beslutningene fra møtene kommer hit."),
                    adding=(Adding(_("Legg til beslutning"), new_row(self.desk.session, lambda: ACTIONS, Action)),),
                    removable=True,
                    movable=True,
                ),
                workshop_form.ACTIONS,
            )
        )
        card.add(self.actions)
        self.add(card)

    def _build_parked(self) -> None:
        card = Card(_("Parkert"), _("Det som kom opp, men måtte vente. Sett det på dagsordenen når dere er klare."))
        self.parked = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Parkerte spørsmål"),
                    columns=(Column(_("Parkert"), 5), Column(_("Kom opp ved"), 4), Column(_("Når"), 4)),
                    rows=parked_rows,
                    empty=_("Ingenting er parkert."),
                    adding=(Adding(_("Parker noe"), new_row(self.desk.session, lambda: PARKED, Note)),),
                    removable=True,
                ),
                workshop_form.PARKED,
            )
        )
        self.ask = button(_("Sett på dagsordenen"), Look.SECONDARY, self._ask_parked)
        card.add(self.parked)
        card.add(row(self.ask, None))
        self.add(card)

    def _build_notes(self) -> None:
        card = Card(_("Notater"))
        self.notes = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Notater"),
                    columns=(Column(_("Notat"), 5), Column(_("Spørsmål"), 4), Column(_("Når"), 4)),
                    rows=note_rows,
                    empty=_("Notatene fra møtene kommer hit."),
                    adding=(Adding(_("Skriv et notat"), new_row(self.desk.session, lambda: NOTES, Note)),),
                    removable=True,
                ),
                workshop_form.NOTES,
            )
        )
        card.add(self.notes)
        self.add(card)

    def _build_meetings(self) -> None:
        self.held = Card(_("Møter som er holdt"))
        self.meetings = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Møter som er holdt"),
                    columns=(
                        Column(_("Møte"), 4),
                        Column(_("Når"), 5),
                        Column(_("Spørsmål"), 3, numeric=True),
                        Column(_("Deltakere"), 4),
                    ),
                    rows=meeting_rows,
                    empty=_("Ingen møter er holdt ennå."),
                    removable=True,
                ),
                workshop_form.MEETINGS,
            )
        )
        self.held.add(self.meetings)
        self.add(self.held)

    def show(self, figures: Figures) -> None:
        """Show the key figures, the questions to pick, and the summary."""
        self.band.show_figures(band(figures))
        self.questions.show_plan(figures)
        self.begin.show_plan(figures)
        self.summary.show_plan(figures)
        self.ask.setVisible(bool(figures.plan.workshop.parked))

    def _ask_parked(self) -> None:
        session = self.desk.session
        found = self.parked.chosen_row
        note = next((note for note in session.plan.workshop.parked if found and note.id == found.row_id), None)
        if note is not None:
            new = AgendaQuestion(id=session.new_row_id(), text=" ".join(note.text.split()))
            session.edit(Insert(AGENDA, new), Remove((*PARKED, note.id)), label=_("Parkert spørsmål på dagsordenen"))
