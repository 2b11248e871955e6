"""Tilbud og sum: the lines of the offer, each opened where it stands, and what it all costs every year."""

from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.costs import VendorCost
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import costs_form
from digisos_wizard.model.rules.costs import bridge
from digisos_wizard.model.terms import Invoicer
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.charts.stacked import Series, StackedBars
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, EmptyView
from digisos_wizard.ui.widgets.tables.rows import Column, Row
from digisos_wizard.ui.widgets.tables.short_list import ShortList

from .coverage import CoverageForm, amount_at
from .offer_rows import ANSWERS, line_rows, offer_rows, year_rows

OFFER = (*ANSWERS, "shared", "vendor_costs")


class OffersPart(StepPart):
    """What the vendor asks for above, the sum of everything below; a year opens how it is reckoned."""

    step = StepKey.COSTS
    key = "offers"

    def build(self) -> None:
        """Make the lines, the chart with its table, and the lines of a year."""
        self.toolbar.addWidget(button(_("Legg til linje"), Look.SECONDARY, self._add))
        grid = Grid(GridParts(name=_("Fra tilbudet"), columns=_columns(several=True), signs=False))
        self.offer = ShortList(grid, self._detail(), self._show_detail)
        self.track(self.offer)
        self.empty = EmptyView(
            Empty(
                _("Skriv inn linjene fra tilbudet på fagsystemet, uten mva. Til da er summen ufullstendig."),
                _("Legg til den første linjen"),
                self._add,
            )
        )
        self.add(self.offer)
        self.add(self.empty)
        self.add(self._sums())

    def _detail(self) -> QWidget:
        self.line = self.known(Form(self.desk, (*OFFER, "*"), costs_form.OFFER.lines))
        self.coverage = CoverageForm(self)
        self.remove = button(_("Fjern linjen"), Look.QUIET, self._remove)
        holder = QWidget()
        lines = column(12)
        lines.addWidget(self.line)
        lines.addWidget(self.coverage)
        lines.addLayout(row(self.remove, None))
        holder.setLayout(lines)
        return holder

    def _sums(self) -> QWidget:
        title = _("Kostnad per år, tusen kroner uten mva")
        heading = row(
            short_label(_("Kostnad per år"), Look.SUBHEADING), short_label(_("tusen kroner uten mva"), Look.HELP), None
        )
        self.chart = StackedBars(title)
        names = [self.desk.content.option_label("Invoicer", who.value) for who in Invoicer]
        columns = (
            Column(_("År"), 1, 50),
            *(Column(name, 1, 74, numeric=True) for name in names),
            Column(_("Sum"), 1, 84, numeric=True),
        )
        self.years = ShortList(Grid(GridParts(name=_("Kostnad per år"), columns=columns, signs=False, dense=True)))
        self.years.grid.opened.connect(self._open_year)
        self.unfinished = label(_("Et pluss betyr at minst én pris mangler. Da er summen ufullstendig."), Look.HELP)
        self.beside = label("", Look.HELP)
        self._year = ""
        self.year_heading = label("", Look.SUBHEADING)
        lines = (
            Column(_("Kostnad"), 4, 180),
            Column(_("Kommune"), 2, 90, folds=True),
            Column(_("Faktureres av"), 1, 110, folds=True),
            Column(_("Beløp"), 0, 90, numeric=True),
        )
        self.reckoned = ShortList(
            Grid(GridParts(name=_("Kostnadslinjer i det valgte året"), columns=lines, signs=False)),
            self._formula(),
            lambda found: set_text(self.formula, found.tip),
        )
        self.sums = QWidget()
        beside = column(4)
        for piece in (self.years, self.unfinished):
            beside.addWidget(piece)
        beside.addStretch(1)
        both = row(self.chart, spacing=16)
        both.addLayout(beside)
        both.setStretch(0, 4)
        both.setStretch(1, 5)
        whole = column(8)
        whole.addLayout(heading)
        whole.addLayout(both)
        for one in (self.beside, self.year_heading, self.reckoned):
            whole.addWidget(one)
        self.sums.setLayout(whole)
        return self.sums

    def _formula(self) -> QWidget:
        self.formula = label("")
        return self.formula

    def show(self, figures: Figures) -> None:
        """Show lines, chart and sums."""
        several = len(figures.plan.decision.municipalities) > 1
        self.offer.grid.show_columns(_columns(several=several))
        rows = offer_rows(figures, several=several)
        self.offer.show_rows(rows)
        self.offer.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        costs = figures.costs
        self.sums.setVisible(bool(costs.lines))
        self.years.show_rows(year_rows(figures))
        self.unfinished.setVisible(not costs.total().complete)
        beside = "\n".join(bridge.beside_total(figures.content, costs))
        set_text(self.beside, beside)
        self.beside.setVisible(bool(beside))
        names = {who: figures.content.option_label("Invoicer", who.value) for who in Invoicer}
        years = range(costs.years)
        self.chart.show_series(
            [str(costs.first_year + index) for index in years],
            [
                Series(name, tuple(costs.total(invoicer=who, year_index=index).net for index in years))
                for who, name in names.items()
            ],
            [not costs.total(year_index=index).complete for index in years],
        )
        self._show_year(figures)

    def _show_year(self, figures: Figures) -> None:
        rows = line_rows(figures, int(self._year) - figures.costs.first_year) if self._year else []
        set_text(self.year_heading, _("Slik er {year} regnet ut").format(year=self._year))
        self.year_heading.setVisible(bool(rows))
        self.reckoned.setVisible(bool(rows))
        self.reckoned.show_rows(rows)

    def _open_year(self, year: str) -> None:
        self._year = "" if year == self._year else year
        self._show_year(self.desk.figures)

    def _show_detail(self, found: Row) -> None:
        figures = self.desk.figures
        self.line.point_at(found.address)
        self.line.show_plan(figures)
        self.coverage.show_amount(figures, amount_at(figures, (*found.address, "coverage")))

    def _add(self) -> None:
        row_id = self.desk.session.new_row_id()
        self.desk.session.edit(Insert(OFFER, VendorCost(id=row_id)))
        self.render(self.desk.figures)
        self.offer.open_row(row_id)
        self.line.fields["description"].take_focus()

    def _remove(self) -> None:
        found = self.offer.open_found
        if found is not None:
            self.offer.close_row()
            self.desk.session.edit(Remove(found.address))

    @property
    def has_act(self) -> bool:
        """Whether the first line is what there is to do."""
        return not self.offer.grid.rows_model.rows


def _columns(*, several: bool) -> tuple[Column, ...]:
    covers = (Column(_("Beløpet gjelder"), 3, 150, folds=True),) if several else ()
    return (
        Column(_("Fra tilbudet"), 4, 200),
        *covers,
        Column(_("Engangs"), 0, 100, numeric=True),
        Column(_("Per år"), 0, 100, numeric=True),
    )
