"""Påkoblingsplan: the day, the activities backwards from it, Fiks, contingency, and what comes after."""

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.connection import OwnActivity
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.results import PlannedActivity
from digisos_wizard.model.rules.schedule import MEASURES_COLUMN
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.basics import Box, Card, ToneName, label, set_text
from digisos_wizard.ui.parts.rows import new_row, table_rows
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.theme import Look

ACTIVITIES = ("connection", "activities")
OWN = ("connection", "own_activities")


class ConnectionPage(Page):
    """When, and what stands between now and then."""

    key = StepKey.CONNECTION

    def build(self) -> None:
        """Make the page's parts."""
        day = Card(_("Påkoblingsdag"))
        day.add(self.shared_form(("connection", "day"), (("wished", "connected_on"),), subject=_("Påkoblingsdag")))
        self.earliest = Box(ToneName.INFO)
        day.add(self.earliest)
        day.add(self.form(("connection",), (("with_test",),)))
        self.add(day)
        self.add(self.missing)
        self._build_activities()
        fiks = Card(
            _("Klargjøring i Fiks"), _("Alle kommunene setter opp Fiks Digisos, også i et vertskommunesamarbeid.")
        )
        fiks.add(
            self.shared_form(
                ("connection", "fiks"),
                (
                    ("configured_on", "reception_system"),
                    ("warning_email",),
                    ("org_number_confirmed",),
                    ("firewall_ordered_on",),
                    ("firewall_open",),
                    ("altinn_role_holder",),
                    ("administrators",),
                ),
                subject=_("Fiks"),
            )
        )
        self.add(fiks)
        contingency = Card(
            _("Beredskap"),
            _("Feil mellom Fiks og fagsystemet må oppdages raskt. Skriv ned hvem som følger med, og hva de gjør."),
        )
        lines = (
            ("watcher", "deputy"),
            ("frequency",),
            ("when_transfer_fails",),
            ("phone_list",),
            ("built_into",),
            ("established_on",),
        )
        contingency.add(self.form(("connection", "contingency"), lines))
        self.add(contingency)
        after = Card(_("Rundt og etter påkoblingen"))
        after.add(
            self.form(
                ("connection",), (("contact_centre_informed_on", "person_card_checked_on"), ("digisos_mailed_on",))
            )
        )
        self.add(after)

    def _build_activities(self) -> None:
        card = Card(_("Aktivitetene, med frist regnet bakover fra påkoblingsdagen"))
        self.activities = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Aktiviteter"),
                    columns=(
                        Column(_("Aktivitet"), 6),
                        Column(_("Start helst"), 2),
                        Column(_("Frist"), 3),
                        Column(_("Ansvarlig"), 3),
                    ),
                    rows=_activity_rows,
                ),
                (("state", "done_on"), ("owner", "deadline"), ("note",)),
                base=(*ACTIVITIES, "*"),
            )
        )
        self.explanation = label("", Look.HELP)
        self.activities.detail.body.insertWidget(1, self.explanation)
        self.activities.chosen.connect(lambda _row: self.show(self.desk.figures))
        card.add(self.activities)
        self.add(card)
        self._build_measures()
        own = Card(_("Egne aktiviteter"))
        self.own = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Egne aktiviteter"),
                    columns=(
                        Column(_("Aktivitet"), 5),
                        Column(_("Dager fra påkobling"), 3, numeric=True),
                        Column(_("Ansvarlig"), 3),
                    ),
                    rows=table_rows(OWN, "title", "offset_days", "owner"),
                    empty=_("Legg til det dere gjør i tillegg."),
                    adding=(Adding(_("Legg til aktivitet"), new_row(self.desk.session, lambda: OWN, OwnActivity)),),
                    removable=True,
                ),
                (("title",), ("offset_days", "duration_days"), ("owner",), ("state", "done_on"), ("note",)),
                base=(*OWN, "*"),
            )
        )
        own.add(self.own)
        self.add(own)

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
                        Column(_("Ansvarlig"), 3),
                    ),
                    rows=_measure_rows,
                ),
            )
        )
        self.measures_card.add(self.measures)
        self.add(self.measures_card)

    def show(self, figures: Figures) -> None:
        """Show the earliest day, and what the chosen activity is about."""
        schedule = figures.schedule
        self.measures_card.setVisible(bool(self.measures.model.rows))
        earliest = formatting.day(schedule.earliest_day)
        if schedule.day is None:
            self.earliest.say(
                _("Tidligst mulig dag er {day}").format(day=earliest),
                _("Regnet fra i dag, med den korteste forberedelsen som er lagt til grunn."),
                ToneName.INFO,
            )
        elif schedule.day >= schedule.earliest_day:
            self.earliest.say(
                _("Det er tid nok"), _("Tidligst mulig dag er {day}.").format(day=earliest), ToneName.SUCCESS
            )
        else:
            self.earliest.say(
                _("Dagen kommer tett på"),
                _("Med vanlig forberedelsestid er tidligst mulige dag {day}.").format(day=earliest),
                ToneName.WARNING,
            )
        connected = any(
            figures.plan.connection.day.of(place.id).connected_on for place in figures.plan.decision.municipalities
        )
        self.earliest.setVisible(not connected)
        chosen = self.activities.chosen_row
        found = next(
            (item for item in schedule.activities if chosen is not None and item.row_id == chosen.row_id), None
        )
        text = found.spec.help if found is not None and found.spec is not None else ""
        set_text(self.explanation, text)
        self.explanation.setVisible(bool(text))


def _activity_rows(figures: Figures) -> list[RowView]:
    return [_activity_row(figures, item) for item in figures.schedule.activities if item.spec is not None]


def _measure_rows(figures: Figures) -> list[RowView]:
    return [_activity_row(figures, item) for item in figures.schedule.activities if item.column == MEASURES_COLUMN]


def _activity_row(figures: Figures, item: PlannedActivity) -> RowView:
    title = f"{item.title} – {municipality_name(figures.plan, item.municipality)}" if item.municipality else item.title
    deadline = formatting.short_day(item.deadline) if item.deadline else ""
    if item.done_on is not None:
        deadline = _("gjort {day}").format(day=formatting.short_day(item.done_on))
    elif item.late:
        deadline = _("{day}, forfalt").format(day=deadline)
    start = formatting.short_day(item.start) if item.start else ""
    owner = person_name(figures.plan, item.owner)
    if not owner and item.spec is not None:
        owner = next((role.title for role in figures.content.roles if role.id == item.spec.role), "")
    return RowView(
        item.row_id,
        item.address,
        (title or _("Uten tekst"), start, deadline, owner),
        item.state,
        tip=item.spec.help if item.spec else "",
    )
