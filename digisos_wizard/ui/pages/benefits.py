"""Gevinster: what the office wants to gain, who owns it, how it is measured, and what it is worth."""

from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Stakeholder
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import benefits_form
from digisos_wizard.model.rules.benefits import said
from digisos_wizard.ui.cards.benefit_items import BenefitItems
from digisos_wizard.ui.cards.benefit_map import BenefitMapCard
from digisos_wizard.ui.cards.measuring import MeasuringCard
from digisos_wizard.ui.cards.what_if import WhatIfCard
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.charts import Series, StackedBars
from digisos_wizard.ui.parts.figures import KeyFigures
from digisos_wizard.ui.parts.rows import new_row
from digisos_wizard.ui.parts.rows_view import Column
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.shown.benefits import (
    STAKEHOLDERS,
    band,
    outcome_rows,
    ramp_rows,
    stakeholder_rows,
    year_rows,
)
from digisos_wizard.ui.widgets.look.basics import Card, label, set_text
from digisos_wizard.ui.widgets.look.theme import Look


class BenefitsPage(Page):
    """Results first, then the benefits, then the assumptions."""

    key = StepKey.BENEFITS

    def build(self) -> None:
        """Make the page's parts."""
        self.band = KeyFigures(4)
        self.add(self.band)
        self.add(self.missing)
        self.benefits = BenefitItems(self)
        self.measuring = MeasuringCard(self)
        self.map = BenefitMapCard(self)
        for card in (self.benefits, self.measuring, self.map):
            self.add(card)
        self._build_years()
        self.what_if = WhatIfCard(self.desk)
        self.add(self.what_if)
        self._build_assumptions()
        self._build_stakeholders()
        anchoring = Card(_("Forankring"))
        anchoring.add(self.form(benefits_form.ANCHORING))
        self.add(anchoring)

    def _build_years(self) -> None:
        self.years = Card(
            _("Netto per år, tusen kroner uten mva"),
            _("Faste priser. Frigjort tid regnes først i kroner når dere har bestemt hva den skal brukes til."),
        )
        self.chart = StackedBars(_("Netto per år, tusen kroner uten mva"))
        self.years.add(self.chart)
        self.year_table = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Netto per år"),
                    columns=(
                        Column(_("År"), 2),
                        Column(_("Frigjort tid"), 3, numeric=True),
                        Column(_("Gevinst"), 3, numeric=True),
                        Column(_("Kostnad"), 3, numeric=True),
                        Column(_("Netto"), 3, numeric=True),
                        Column(_("Samlet"), 3, numeric=True),
                    ),
                    rows=year_rows,
                ),
            )
        )
        self.years.add(self.year_table)
        self.beside = label("", Look.HELP)
        self.years.add(self.beside)
        self.years.add(label(_("Hva om det går dårlig eller bra?"), Look.SUBHEADING))
        self.outcome_table = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Utfall"),
                    columns=(
                        Column(_("Utfall"), 4),
                        Column(_("Samlet netto"), 3, numeric=True),
                        Column(_("Nåverdi"), 3, numeric=True),
                        Column(_("Tjent inn"), 3),
                    ),
                    rows=outcome_rows,
                ),
            )
        )
        self.years.add(self.outcome_table)
        self.add(self.years)

    def _build_assumptions(self) -> None:
        card = Card(
            _("Forutsetninger"), _("Våre anslag gjelder til dere skriver inn egne. De er ikke hentet fra håndboka.")
        )
        card.add(self.form(benefits_form.ASSUMPTIONS))
        self.ramp = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Digital andel per år"),
                    columns=(
                        Column(_("År"), 2),
                        Column(_("Søker digitalt"), 3, numeric=True),
                        Column(_("Av dem: digitale vedlegg"), 3, numeric=True),
                    ),
                    rows=ramp_rows,
                ),
                benefits_form.RAMP,
            )
        )
        card.add(self.ramp)
        self.add(card)

    def _build_stakeholders(self) -> None:
        card = Card(
            _("Interessenter"), _("Hvem er gevinstene avhengige av, hva mener de, og hvordan følger dere dem opp?")
        )
        self.stakeholders = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Interessenter"),
                    columns=(
                        Column(_("Hvem"), 4),
                        Column(_("Innflytelse"), 2, numeric=True),
                        Column(_("Holdning"), 2),
                        Column(_("Slik følger vi opp"), 5),
                    ),
                    rows=stakeholder_rows,
                    empty=_("Ingen er lagt inn ennå."),
                    adding=(
                        Adding(
                            _("Legg til interessent"),
                            new_row(self.desk.session, lambda: STAKEHOLDERS, Stakeholder),
                        ),
                    ),
                    removable=True,
                ),
                benefits_form.STAKEHOLDERS,
            )
        )
        card.add(self.stakeholders)
        self.add(card)

    def show(self, figures: Figures) -> None:
        """Show sums, chart, and what can still be picked."""
        result = figures.benefits
        self.band.show_figures(band(figures))
        self.benefits.show_plan(figures)
        self.measuring.show_plan(figures)
        self.map.show_plan(figures)
        self.what_if.setVisible(bool(figures.plan.benefits.items))
        self.what_if.show_plan(figures)
        self.years.setVisible(bool(result.rows))
        items = figures.plan.benefits.items
        told = (*said.hours(result), *said.partly(items, result), *said.same_costs(figures.costs))
        set_text(self.beside, "\n".join(told))
        self.beside.setVisible(bool(told))
        self.chart.show_series(
            [str(row.year) for row in result.rows],
            [
                Series(_("Gevinst"), tuple(row.gross_benefit for row in result.rows)),
                Series(_("Kostnad"), tuple(-(row.project_cost + row.operating_cost) for row in result.rows)),
            ],
        )
