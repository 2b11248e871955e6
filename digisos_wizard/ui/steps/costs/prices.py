"""Grunnlag og priser: what the sums rest on, the list prices with own ones beside, and what is shared."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import costs_form
from digisos_wizard.model.rules.costs.payers import at_merger
from digisos_wizard.model.rules.costs.shareable import Shareable, shareable
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import column, label, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row
from digisos_wizard.ui.widgets.tables.short_list import ShortList

from .coverage import CoverageForm, amount_at, whom

OVERRIDES = ("costs", "overrides")
"""What the unit prices of 2019 are multiplied with; no other price list has them."""


class PricesPart(StepPart):
    """Few answers above; own prices are typed in the grid, and the rest of a price stands where it is opened."""

    step = StepKey.COSTS
    key = "prices"

    def build(self) -> None:
        """Make the answers, the amounts that are shared, and the prices."""
        self.answers = self.shared_form(costs_form.BASIS, subject=_("Kostnader"))
        self.assumptions = self.form(costs_form.ASSUMPTIONS)
        for form in (self.answers, self.assumptions):
            self.add(form)
        self._build_shared()
        self.add(label(_("Prisene som er brukt"), Look.SUBHEADING))
        self.add(
            label(_("Har dere en nyere pris, skriver du den inn. Listeprisen blir stående ved siden av."), Look.HELP)
        )
        grid = Grid(
            GridParts(
                name=_("Priser"),
                columns=(
                    Column(_("Pris"), 4, 200),
                    Column(_("Listepris"), 2, 180, numeric=True, folds=True),
                    Column(_("Egen pris"), 0, 120, numeric=True),
                ),
                enter=self.desk.session.enter,
                paste=lambda found: self.desk.session.enter_many(found, _("Innlimte priser")),
                signs=False,
                refused=self.desk.say,
            )
        )
        self.prices = ShortList(grid, self._price(), self._show_price)
        self.track(self.prices)
        self.add(self.prices)

    def _build_shared(self) -> None:
        self.shared_heading = label(_("Hvem beløpene gjelder"), Look.SUBHEADING)
        self.seen = self.form(costs_form.SEEN)
        self.coverage = CoverageForm(self)
        grid = Grid(
            GridParts(
                name=_("Hvem beløpene gjelder"),
                columns=(
                    Column(_("Beløp"), 3, 180),
                    Column(_("Gjelder"), 3, 150, folds=True),
                    Column(_("Sum"), 0, 120, numeric=True),
                ),
                signs=False,
            )
        )
        self.amounts = ShortList(
            grid, self.coverage, lambda found: self.coverage.show_amount(self.desk.figures, _amount(self, found))
        )
        self.track(self.amounts)
        for piece in (self.shared_heading, self.seen, self.amounts):
            self.add(piece)

    def _price(self) -> QWidget:
        self.note = label("", Look.HELP)
        self.price = self.known(Form(self.desk, (*OVERRIDES, "*"), costs_form.PRICES.lines))
        holder = QWidget()
        lines = column(8)
        lines.addWidget(self.note)
        lines.addWidget(self.price)
        holder.setLayout(lines)
        return holder

    def show(self, figures: Figures) -> None:
        """Show what is asked for in this plan, and the prices of the list in use."""
        by_unit = figures.content.catalogue(figures.plan.costs.catalogue).price("svarut-shipment") is not None
        for path in costs_form.UNITS:
            self.answers.fields[path].setVisible(by_unit)
        self.answers.fields["merger_fee"].setVisible(bool(at_merger(figures.plan)))
        amounts = _amount_rows(figures)
        self.amounts.show_rows(amounts)
        seen = figures.plan.costs.coverage_seen is not None
        self.seen.setVisible(seen)
        self.amounts.setVisible(bool(amounts))
        self.shared_heading.setVisible(bool(amounts) or seen)
        self.prices.show_rows(_price_rows(figures))

    def _show_price(self, found: Row) -> None:
        set_text(self.note, found.tip)
        self.price.point_at(found.address)
        self.price.show_plan(self.desk.figures)


def _amount(part: PricesPart, found: Row) -> Shareable | None:
    return amount_at(part.desk.figures, found.address)


def _amount_rows(figures: Figures) -> list[Row]:
    """Return the amounts that can be shared and stand in no offer."""
    if len(figures.plan.decision.municipalities) < 2:
        return []
    return [
        Row(one.label, one.at, (Cell(one.label), Cell(whom(one)), Cell(one.said() or "–")))
        for one in shareable(figures.plan)
        if "vendor_costs" not in one.at
    ]


def _price_rows(figures: Figures) -> list[Row]:
    """Return the prices of the list in use, with own prices beside."""
    rows = []
    for price in figures.content.catalogue(figures.plan.costs.catalogue).prices:
        listed = _("mangler") if price.amount is None else f"{formatting.number(_plain(price.amount))} {price.unit}"
        address = (*OVERRIDES, price.id)
        sources = ", ".join(figures.content.source_label(source) for source in price.sources)
        cells = (Cell(price.label), Cell(listed, quiet=price.amount is None), entry(figures, (*address, "amount")))
        rows.append(Row(price.id, address, cells, tip=f"{price.note} {sources}".strip()))
    return rows


def _plain(amount: Decimal) -> Decimal:
    whole = amount.to_integral_value()
    return whole if whole == amount else amount.quantize(Decimal("0.01"))
