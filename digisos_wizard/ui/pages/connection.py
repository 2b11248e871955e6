"""Påkoblingsplan: the day, the activities around it, the weekly status, Fiks, contingency, and what comes after."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from digisos_wizard.i18n import _
from digisos_wizard.model.connection import OwnActivity
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import connection_form
from digisos_wizard.model.told import moves
from digisos_wizard.ui.cards.after import AfterCard, MailsCard
from digisos_wizard.ui.cards.exchange import Exchange
from digisos_wizard.ui.cards.timeline import TimelineCard
from digisos_wizard.ui.cards.weekly import WeeklyCard
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.rows import new_row
from digisos_wizard.ui.parts.rows_view import Column
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.shown.connection import (
    OWN,
    activity_rows,
    assumption_rows,
    explained,
    measure_rows,
    own_rows,
    reach_words,
)
from digisos_wizard.ui.widgets.look.basics import Box, Card, ToneName, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look


class ConnectionPage(Page):
    """When, and what stands between now and then."""

    key = StepKey.CONNECTION

    def build(self) -> None:
        """Make the page's parts."""
        self._build_day()
        self.add(self.missing)
        self.timeline = TimelineCard(self)
        self.timeline.view.chosen.connect(self._show_activity)
        self.add(self.timeline)
        self._build_activities()
        self._build_own()
        self._build_measures()
        self.weekly = WeeklyCard(self)
        self.add(self.weekly)
        self._build_fiks()
        self._build_contingency()
        self.mails = MailsCard(self)
        self.add(self.mails)
        self.after = AfterCard(self)
        self.add(self.after)
        self._build_assumptions()

    def _build_day(self) -> None:
        card = Card(_("Påkoblingsdag"), _("Prøv en annen dag: du ser hva som flytter seg, før du bestemmer deg."))
        self.day = self.shared_form(
            connection_form.DAY,
            subject=_("Påkoblingsdag"),
            trial=(moves.told, _("Ny påkoblingsdag")),
        )
        card.add(self.day)
        self._reaches = QVBoxLayout()
        self._reaches.setSpacing(8)
        self.reaches: list[Box] = []
        card.add(self._reaches)
        card.add(self.form(connection_form.TEST))
        self.add(card)

    def _build_activities(self) -> None:
        card = Card(
            _("Aktivitetene"),
            _("Fristene regnes bakover fra påkoblingsdagen. «Å gå på» er arbeidsdager før dagen må flyttes."),
        )
        self.activities = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Aktiviteter"),
                    columns=(
                        Column(_("Aktivitet"), 6),
                        Column(_("Start helst"), 3),
                        Column(_("Frist"), 4),
                        Column(_("Å gå på"), 3),
                        Column(_("Ansvarlig"), 3),
                    ),
                    rows=activity_rows,
                ),
                connection_form.ACTIVITIES,
            )
        )
        self.explanation = label("", Look.HELP)
        self.activities.detail.body.insertWidget(1, self.explanation)
        self.activities.chosen.connect(lambda _row: self._explain(self.desk.figures))
        card.add(self.activities)
        self.add(card)

    def _build_own(self) -> None:
        card = Card(_("Egne aktiviteter"))
        self.own = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Egne aktiviteter"),
                    columns=(
                        Column(_("Aktivitet"), 6),
                        Column(_("Start"), 3),
                        Column(_("Frist"), 3),
                        Column(_("Å gå på"), 3),
                        Column(_("Ansvarlig"), 3),
                    ),
                    rows=own_rows,
                    empty=_("Legg til det dere gjør i tillegg."),
                    adding=(Adding(_("Legg til aktivitet"), new_row(self.desk.session, lambda: OWN, OwnActivity)),),
                    removable=True,
                ),
                connection_form.OWN_ACTIVITIES,
            )
        )
        card.add(self.own)
        self.add(card)

    def _build_measures(self) -> None:
        self.measures_card = Card(
            _("Tiltak mot risiko"), _("Tiltakene fra Personvern, med sine egne frister. Du endrer dem der.")
        )
        self.measures = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Tiltak mot risiko"),
                    columns=(
                        Column(_("Tiltak"), 6),
                        Column(_("Start"), 2),
                        Column(_("Frist"), 3),
                        Column(_("Å gå på"), 2),
                        Column(_("Ansvarlig"), 3),
                    ),
                    rows=measure_rows,
                ),
            )
        )
        self.measures_card.add(self.measures)
        self.add(self.measures_card)

    def _build_fiks(self) -> None:
        card = Card(
            _("Klargjøring i Fiks"), _("Alle kommunene setter opp Fiks Digisos, også i et vertskommunesamarbeid.")
        )
        card.add(self.shared_form(connection_form.FIKS, subject=_("Fiks")))
        self.add(card)

    def _build_contingency(self) -> None:
        card = Card(
            _("Beredskap"),
            _("Feil mellom Fiks og fagsystemet må oppdages raskt. Skriv ned hvem som følger med, og hva de gjør."),
        )
        card.add(self.form(connection_form.CONTINGENCY))
        told = Exchange(self)
        self.routine = button(
            _("Lag rutinen på én side …"),
            Look.SECONDARY,
            partial(told.save, "contingency"),
            name=_("Lag beredskapsrutinen"),
        )
        card.add(row(self.routine, None))
        card.add(told)
        self.add(card)

    def _build_assumptions(self) -> None:
        card = Card(
            _("Det planen legger til grunn"),
            _("Dette er våre anslag. Skriv deres eget tall der det passer bedre."),
        )
        self.assumptions = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Det planen legger til grunn"),
                    columns=(Column(_("Hva"), 4), Column(_("Verdi"), 5), Column(_("Hvem sier det"), 2)),
                    rows=assumption_rows,
                ),
                connection_form.ASSUMPTIONS,
            )
        )
        self.why = label("", Look.HELP)
        self.assumptions.detail.body.insertWidget(1, self.why)
        self.assumptions.chosen.connect(lambda _row: self._explain_assumption())
        card.add(self.assumptions)
        self.add(card)

    def show(self, figures: Figures) -> None:
        """Show how soon they can connect, the timeline, the status, and what the chosen activity is about."""
        self.measures_card.setVisible(bool(self.measures.model.rows))
        self._show_reaches(figures)
        self.timeline.show_plan(figures)
        self.weekly.show_plan(figures)
        self.mails.show_plan(figures)
        self.after.show_plan(figures)
        self._explain(figures)
        self._explain_assumption()

    def _show_reaches(self, figures: Figures) -> None:
        left = [reach for reach in figures.schedule.reaches if not reach.connected]
        while len(self.reaches) < len(left):
            self.reaches.append(Box(ToneName.INFO))
            self._reaches.addWidget(self.reaches[-1])
        for position, box in enumerate(self.reaches):
            box.setVisible(position < len(left))
            if position < len(left):
                box.say(*reach_words(figures, left[position]))

    def _explain(self, figures: Figures) -> None:
        chosen = self.activities.chosen_row
        found = figures.schedule.by_id.get(chosen.row_id) if chosen is not None else None
        text = explained(figures, found) if found is not None else ""
        set_text(self.explanation, text)
        self.explanation.setVisible(bool(text))

    def _explain_assumption(self) -> None:
        chosen = self.assumptions.chosen_row
        set_text(self.why, chosen.tip if chosen is not None else "")

    def _show_activity(self, row_id: str) -> None:
        item = self.desk.figures.schedule.by_id.get(row_id)
        if item is not None:
            step = StepKey.PRIVACY if item.address[0] == "privacy" else StepKey.CONNECTION
            self.desk.goto(step, item.address)
