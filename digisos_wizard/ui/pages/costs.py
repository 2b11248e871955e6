"""Kostnader: what connecting costs each municipality, once and every year."""

from collections.abc import Sequence
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.base import instance_id
from digisos_wizard.model.costs import CostAnswers, VendorCost
from digisos_wizard.model.display import display, municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.results import Total
from digisos_wizard.model.terms import CostKind, CostTiming, Invoicer
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.basics import Card, label, set_text
from digisos_wizard.ui.parts.charts import Series, StackedBars
from digisos_wizard.ui.parts.figures import KeyFigure, KeyFigures
from digisos_wizard.ui.parts.rows import cells, new_row
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.theme import Look

ANSWERS = ("costs", "answers")
OVERRIDES = ("costs", "overrides")
UNITS = ("shipments_per_year", "indexed_documents", "storage_gb")
"""What the unit prices of 2019 are multiplied with; no other price list has them."""


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
        self._build_vendor()
        self._build_financing()
        self._build_prices()

    def _build_basis(self) -> None:
        card = Card(_("Grunnlag"))
        self.answers = self.shared_form(
            ANSWERS,
            (("digifin_member",), ("ks_operation_yearly",), UNITS),
            subject=_("Kostnader"),
        )
        card.add(self.answers)
        card.add(self.form(("costs",), (("catalogue", "index_percent"), ("years", "project_cost"))))
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
                    rows=_year_rows,
                ),
            )
        )
        self.years.add(self.year_table)
        self.add(self.years)

    def _build_lines(self) -> None:
        self.lines = Card(
            _("Slik er kostnaden regnet ut"), _("Velg en linje for å se regnestykket og hvor prisen kommer fra.")
        )
        self.line_table = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Kostnadslinjer det første året"),
                    columns=(
                        Column(_("Kostnad"), 5),
                        Column(_("Kommune"), 3),
                        Column(_("Faktureres av"), 3),
                        Column(_("Beløp"), 3, numeric=True),
                    ),
                    rows=_first_year_rows,
                ),
            )
        )
        self.formula = label("", Look.HELP)
        self.lines.add(self.line_table)
        self.lines.add(self.formula)
        self.line_table.chosen.connect(lambda _row: self.show(self.desk.figures))
        self.add(self.lines)

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
                    rows=_vendor_rows,
                    empty=_("Ingen linjer er lagt inn. Summen er ufullstendig til tilbudet er på plass."),
                    adding=(Adding(_("Legg til linje"), new_row(self.desk.session, self._vendor_place, VendorCost)),),
                    removable=True,
                ),
                (("kind", "description"), ("one_off", "yearly"), ("vat",)),
                base=(*ANSWERS, "shared", "vendor_costs", "*"),
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
        lines = [(f"{kind.value}.state", f"{kind.value}.source") for kind in CostKind]
        card.add(self.shared_form(ANSWERS, lines, subject=_("Finansiering")))
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
                    rows=_price_rows,
                ),
                (("amount", "vat"), ("note",)),
                base=(*OVERRIDES, "*"),
            )
        )
        card.add(self.prices)
        self.add(card)

    def show(self, figures: Figures) -> None:
        """Show sums, chart and the formula of the chosen line."""
        self.band.show_figures(_band(figures))
        costs = figures.costs
        by_unit = figures.content.catalogue(figures.plan.costs.catalogue).price("svarut-shipment") is not None
        for path in UNITS:
            self.answers.fields[path].setVisible(by_unit)
        has_lines = bool(costs.lines)
        self.years.setVisible(has_lines)
        self.lines.setVisible(has_lines)
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


def _amount(total: Total) -> str:
    words = formatting.money(total.net)
    return words if total.complete else f"{words} +"


def _band(figures: Figures) -> Sequence[KeyFigure]:
    costs = figures.costs
    if not costs.lines:
        missing = KeyFigure("", "–", _("legg inn kommune og innbyggere"))
        captions = (_("Engangskostnad"), _("Første år, drift"), _("Hvert år deretter"), _("Hele perioden"))
        return [
            KeyFigure(caption, missing.value, missing.note if index == 0 else "")
            for index, caption in enumerate(captions)
        ]
    once = costs.total(timing=CostTiming.ONE_OFF)
    first = costs.total(timing=CostTiming.YEARLY, year_index=0)
    later = costs.total(timing=CostTiming.YEARLY, year_index=min(1, costs.years - 1))
    whole = costs.total()
    unfinished = _("ufullstendig: priser mangler")
    months = _("{count} av 12 måneder").format(count=costs.months_first_year)
    return [
        KeyFigure(
            _("Engangskostnad"),
            formatting.money(once.net),
            _("{amount} med mva").format(amount=formatting.money(once.gross)) if once.complete else unfinished,
        ),
        KeyFigure(
            _("Første år, drift"),
            formatting.money(first.net),
            months if first.complete else f"{months}, {_('ufullstendig')}",
        ),
        KeyFigure(
            _("Hvert år deretter"),
            formatting.money(later.net),
            _("fra {year}").format(year=costs.first_year + 1) if later.complete else _("ufullstendig"),
        ),
        KeyFigure(
            _("{years} år til sammen").format(years=costs.years),
            formatting.money(whole.net),
            _("uten mva") if whole.complete else unfinished,
        ),
    ]


def _year_rows(figures: Figures) -> list[RowView]:
    costs = figures.costs
    rows = []
    for index in range(costs.years if costs.lines else 0):
        whole = costs.total(year_index=index)
        parts = [_amount(costs.total(year_index=index, invoicer=who)) for who in Invoicer]
        gross = formatting.money(whole.gross) + ("" if whole.complete else " +")
        year = str(costs.first_year + index)
        rows.append(
            RowView(
                year,
                ("costs",),
                (year, *parts, _amount(whole), gross),
                tip="" if whole.complete else _("Ufullstendig: minst én pris mangler."),
            )
        )
    return rows


def _first_year_rows(figures: Figures) -> list[RowView]:
    rows: list[RowView] = []
    seen: set[str] = set()
    for line in figures.costs.lines:
        row_id = f"{instance_id(line.kind.value, line.municipality)}/{line.label}/{line.timing.value}"
        if row_id in seen:
            continue
        seen.add(row_id)
        amount = _("mangler") if line.net is None else formatting.money(line.net)
        sources = ", ".join(
            figures.content.source_label(source) for source in line.sources if source.document.value != "own"
        )
        tip = f"{line.formula} {_('Kilde: {sources}').format(sources=sources)}" if sources else line.formula
        who = figures.content.option_label("Invoicer", line.invoicer.value)
        yearly = _("{label}, per år") if line.timing is CostTiming.YEARLY else "{label}"
        name = municipality_name(figures.plan, line.municipality)
        rows.append(RowView(row_id, line.address, (yearly.format(label=line.label), name, who, amount), tip=tip))
    return rows


def _vendor_rows(figures: Figures) -> list[RowView]:
    answers = figures.plan.costs.answers
    places: list[tuple[Address, CostAnswers, str]] = [
        ((*ANSWERS, "shared", "vendor_costs"), answers.shared, _("Alle kommunene"))
    ]
    places += [
        ((*ANSWERS, "own", own.id, "value", "vendor_costs"), own.value, municipality_name(figures.plan, own.id))
        for own in answers.own
    ]
    rows = []
    for table, answer, whose in places:
        for line in answer.vendor_costs:
            kind, text, once, yearly = cells(figures, (*table, line.id), "kind", "description", "one_off", "yearly")
            rows.append(RowView(line.id, (*table, line.id), (text or kind, whose, once, yearly)))
    return rows


def _price_rows(figures: Figures) -> list[RowView]:
    rows = []
    for price in figures.content.catalogue(figures.plan.costs.catalogue).prices:
        listed = _("mangler") if price.amount is None else f"{formatting.number(_plain(price.amount))} {price.unit}"
        address = (*OVERRIDES, price.id)
        own = display(figures.plan, figures.content, (*address, "amount"))
        sources = ", ".join(figures.content.source_label(source) for source in price.sources)
        rows.append(RowView(price.id, address, (price.label, listed, own), tip=f"{price.note} {sources}".strip()))
    return rows


def _plain(amount: Decimal) -> Decimal:
    whole = amount.to_integral_value()
    return whole if whole == amount else amount.quantize(Decimal("0.01"))
