"""Beslutning: what is decided, for which municipalities, and how they work together."""

from digisos_wizard.i18n import _
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.basics import Box, Card, ToneName
from digisos_wizard.ui.parts.rows import new_row, table_rows
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts

MUNICIPALITIES = ("decision", "municipalities")


class DecisionPage(Page):
    """The decision, the municipalities, and what their cooperation leads to."""

    key = StepKey.DECISION

    def build(self) -> None:
        """Make the page's parts."""
        self.add(self.missing)
        plan = Card(_("Planen"))
        plan.add(self.form(("about",), (("name",),)))
        plan.add(self.form(("decision",), (("kind",), ("office", "several_offices"))))
        self.add(plan)
        self._build_municipalities()
        self._build_cooperation()
        approval = Card(_("Vedtak"))
        lines = (("decider", "decided_on"), ("case_reference",), ("mandate",))
        approval.add(self.shared_form(("decision", "approval"), lines, subject=_("Vedtak")))
        self.add(approval)
        scope = Card(_("Omfang"))
        scope.add(self.form(("decision",), (("solution_parts",), ("scope",), ("project_owner",), ("open_conditions",))))
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
                (("name", "number"), ("population", "population_date"), ("org_number", "receiving_org_number")),
                base=(*MUNICIPALITIES, "*"),
            )
        )
        card.add(self.municipalities)
        self.add(card)

    def _build_cooperation(self) -> None:
        card = Card(_("Samarbeid mellom kommuner"))
        self.cooperation = self.form(
            ("cooperation",), (("form", "host"), ("controller_transferred", "transfer_stated"), ("case_systems",))
        )
        card.add(self.cooperation)
        self.outcome = Box(ToneName.INFO)
        card.add(self.outcome)
        self.consequences = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Hva samarbeidet betyr for hver kommune"),
                    columns=(
                        Column(_("Kommune"), 2),
                        Column(_("Behandlingsansvarlig"), 2),
                        Column(_("Søknader går til"), 2),
                        Column(_("Søkeren får vite"), 4),
                    ),
                    rows=_consequences,
                ),
            )
        )
        card.add(self.consequences)
        self.add(card)
        merger = Card(_("Sammenslåing eller deling"))
        merger.add(
            self.form(
                ("cooperation", "merger"), (("planned",), ("takes_effect", "same_vendor"), ("strategy",), ("note",))
            )
        )
        self.add(merger)

    def show(self, figures: Figures) -> None:
        """Show what the cooperation answers lead to."""
        result = figures.cooperation
        tone = {True: ToneName.SUCCESS, False: ToneName.WARNING, None: ToneName.INFO}[result.supported]
        self.outcome.say(_("Dette følger av svarene"), result.summary, tone)
        self.outcome.setVisible(bool(result.summary))
        several = len(figures.plan.decision.municipalities) > 1
        self.consequences.setVisible(several)


def _consequences(figures: Figures) -> list[RowView]:
    plan = figures.plan

    def named(place: str | None) -> str:
        return municipality_name(plan, place) if place else _("Avklares")

    return [
        RowView(
            line.municipality,
            (*MUNICIPALITIES, line.municipality),
            (
                named(line.municipality),
                named(line.controller),
                line.receiving_org_number or named(line.receiver),
                line.nav_text,
            ),
            tip=line.fiks_text,
        )
        for line in figures.cooperation.municipalities
    ]
