"""Kostnader: what connecting costs each municipality, once and every year."""

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.costs import VendorCost
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import costs_form
from digisos_wizard.model.rules.costs import bridge
from digisos_wizard.model.rules.costs.payers import at_merger
from digisos_wizard.model.terms import Invoicer
from digisos_wizard.ui.cards.coverage import CoverageCard
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.charts import Series, StackedBars
from digisos_wizard.ui.parts.figures import KeyFigures
from digisos_wizard.ui.parts.rows import new_row
from digisos_wizard.ui.parts.rows_view import Column
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.shown.costs import (
    band,
    line_rows,
    price_rows,
    swing_rows,
    vendor_rows,
    year_rows,
)
from digisos_wizard.ui.widgets.look.basics import Card, label, set_text
from digisos_wizard.ui.widgets.look.theme import Look


class CostsPage(Page):
    """Results first, then the figures that they rest on."""

    key = StepKey.COSTS

    def build(self) -> None:
        """Make the page's parts."""
        self.band = KeyFigures(4)
        self.add(self.band)
        self.add(self.missing)
        self._build_basis()
        self._build_years()
        self._build_lines()
        self._build_swings()
        self.coverage = CoverageCard(self)  # before the offer's table, which would take its jumps
        self._build_vendor()
        self.add(self.coverage)
        self._build_financing()
        self._build_prices()

    def _build_basis(self) -> None:
        card = Card(_("Grunnlag"))
        self.answers = self.shared_form(
            costs_form.BASIS,
            subject=_("Kostnader"),
        )
        card.add(self.answers)
        card.add(self.form(costs_form.ASSUMPTIONS))
        self.add(card)

    def _build_years(self) -> None:
        self.years = Card(_("Kostnad per år, tusen kroner uten mva"))
        self.chart = StackedBars(_("Kostnad per år, tusen kroner uten mva"))
        self.years.add(self.chart)
        self.year_table = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Kostnad per år"),
                    columns=(
                        Column(_("År"), 2),
                        *(
                            Column(self.desk.content.option_label("Invoicer", who.value), 3, numeric=True)
                            for who in Invoicer
                        ),
                        Column(_("Sum uten mva"), 3, numeric=True),
                        Column(_("Sum med mva"), 3, numeric=True),
                    ),
                    rows=year_rows,
                ),
            )
        )
        self.unfinished = label(_("Et pluss betyr at minst én pris mangler. Da er summen ufullstendig."), Look.HELP)
        self.years.add(self.year_table)
        self.years.add(self.unfinished)
        self.beside = label("", Look.HELP)
        self.years.add(self.beside)
        self.add(self.years)

    def _build_lines(self) -> None:
        self.lines = Card(
            _("Slik er kostnaden regnet ut"),
            _("Velg et år i tabellen over. Velg en linje for å se regnestykket og hvor prisen kommer fra."),
        )
        self.line_table = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Kostnadslinjer i det valgte året"),
                    columns=(
                        Column(_("Kostnad"), 5),
                        Column(_("Kommune"), 3),
                        Column(_("Faktureres av"), 3),
                        Column(_("Beløp"), 3, numeric=True),
                    ),
                    rows=lambda figures: line_rows(figures, self._year(figures)),
                ),
            )
        )
        self.formula = label("", Look.HELP)
        self.lines.add(self.line_table)
        self.lines.add(self.formula)
        self.line_table.chosen.connect(lambda _row: self.show(self.desk.figures))
        self.year_table.chosen.connect(lambda _row: self._show_year())
        self.add(self.lines)

    def _year(self, figures: Figures) -> int:
        """Return the index of the year that is chosen, the first where none is."""
        chosen = self.year_table.chosen_row
        year = int(chosen.row_id) - figures.costs.first_year if chosen is not None else 0
        return year if 0 <= year < figures.costs.years else 0

    def _show_year(self) -> None:
        figures = self.desk.figures
        self.line_table.show_plan(figures)
        self.show(figures)

    def _build_swings(self) -> None:
        self.swings = Card(
            _("Hva om det blir annerledes?"),
            _(
                "Kostnaden for hele perioden uten mva hvis én forutsetning blir 20 prosent lavere eller høyere, "
                "og prisveksten ett prosentpoeng."
            ),
        )
        self.swing_table = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Kostnaden når en forutsetning endrer seg"),
                    columns=(
                        Column(_("Forutsetning"), 3),
                        Column(_("Lavere"), 2, numeric=True),
                        Column(_("Som planlagt"), 2, numeric=True),
                        Column(_("Høyere"), 2, numeric=True),
                    ),
                    rows=swing_rows,
                ),
            )
        )
        self.swings.add(self.swing_table)
        self.add(self.swings)

    def _build_vendor(self) -> None:
        card = Card(_("Fagsystemet"), _("Skriv inn linjene fra tilbudet, uten mva."))
        self.vendor = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Kostnader til fagsystemet"),
                    columns=(
                        Column(_("Hva"), 4),
                        Column(_("Gjelder"), 3),
                        Column(_("Engangs"), 2, numeric=True),
                        Column(_("Per år"), 2, numeric=True),
                    ),
                    rows=vendor_rows,
                    empty=_("Ingen linjer er lagt inn. Summen er ufullstendig til tilbudet er på plass."),
                    adding=(Adding(_("Legg til linje"), new_row(self.desk.session, self._vendor_place, VendorCost)),),
                    removable=True,
                ),
                costs_form.OFFER,
            )
        )
        card.add(self.vendor)
        self.add(card)

    def _vendor_place(self) -> Address:
        return (*self.answers.form.base, "vendor_costs")

    def _build_financing(self) -> None:
        card = Card(
            _("Finansiering"),
            _("Vedtaket skal dekke pengene. Si for hver kostnad om de er på plass, og hvor de kommer fra."),
        )
        card.add(self.shared_form(costs_form.FINANCING, subject=_("Finansiering")))
        self.add(card)

    def _build_prices(self) -> None:
        card = Card(
            _("Prisene som er brukt"),
            _("Har dere en nyere pris, skriver du den inn her. Listeprisen blir stående ved siden av."),
        )
        self.prices = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Priser"),
                    columns=(
                        Column(_("Pris"), 4),
                        Column(_("Listepris"), 4, numeric=True),
                        Column(_("Egen pris"), 2, numeric=True),
                    ),
                    rows=price_rows,
                ),
                costs_form.PRICES,
            )
        )
        card.add(self.prices)
        self.add(card)

    def show(self, figures: Figures) -> None:
        """Show sums, chart and the formula of the chosen line."""
        self.band.show_figures(band(figures))
        costs = figures.costs
        by_unit = figures.content.catalogue(figures.plan.costs.catalogue).price("svarut-shipment") is not None
        for path in costs_form.UNITS:
            self.answers.fields[path].setVisible(by_unit)
        self.answers.fields["merger_fee"].setVisible(bool(at_merger(figures.plan)))
        self.coverage.show_plan(figures)
        set_text(self.beside, "\n".join(bridge.beside_total(figures.content, costs)))
        self.beside.setVisible(bool(self.beside.text()))
        has_lines = bool(costs.lines)
        self.years.setVisible(has_lines)
        self.lines.setVisible(has_lines)
        self.unfinished.setVisible(has_lines and not costs.total().complete)
        self.swings.setVisible(has_lines)
        year = costs.first_year + self._year(figures)
        set_text(self.lines.heading, _("Slik er kostnaden i {year} regnet ut").format(year=year))
        labels = [str(costs.first_year + index) for index in range(costs.years)]
        self.chart.show_series(
            labels,
            [
                Series(
                    figures.content.option_label("Invoicer", who.value),
                    tuple(costs.total(invoicer=who, year_index=index).net for index in range(costs.years)),
                )
                for who in Invoicer
            ],
        )
        chosen = self.line_table.chosen_row
        set_text(self.formula, chosen.tip if chosen else "")
