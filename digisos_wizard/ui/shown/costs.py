"""What the costs page shows: key figures, years, lines with their sums worked out, prices, and what if."""

from collections.abc import Sequence
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.base import instance_id
from digisos_wizard.model.costs import CostAnswers
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.kinds import words_at
from digisos_wizard.model.rules.costs import bridge
from digisos_wizard.model.rules.costs.result import Total
from digisos_wizard.model.rules.costs.sensitivity import Factor
from digisos_wizard.model.terms import CostTiming, Invoicer
from digisos_wizard.ui.parts.figures import KeyFigure
from digisos_wizard.ui.parts.rows import cells
from digisos_wizard.ui.parts.rows_view import RowView

ANSWERS = ("costs", "answers")
OVERRIDES = ("costs", "overrides")
"""What the unit prices of 2019 are multiplied with; no other price list has them."""


def _amount(total: Total) -> str:
    words = formatting.money(total.net)
    return words if total.complete else f"{words} +"


def band(figures: Figures) -> Sequence[KeyFigure]:
    """Return the key figures: once, first year, later years, whole period."""
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
    months = bridge.first_year(costs)
    return [
        KeyFigure(
            _("Engangskostnad"),
            formatting.money(once.net),
            _("{amount} med mva").format(amount=formatting.money(once.gross)) if once.complete else unfinished,
        ),
        KeyFigure(
            _("Første år, drift"),
            formatting.money(first.net),
            months if first.complete else ", ".join((months, _("ufullstendig"))),
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


def year_rows(figures: Figures) -> list[RowView]:
    """Return the years with what each invoicer asks for."""
    costs = figures.costs
    rows = []
    for index in range(costs.years if costs.lines else 0):
        whole = costs.total(year_index=index)
        by_invoicer = [costs.total(year_index=index, invoicer=who) for who in Invoicer]
        parts = [_amount(total) for total in by_invoicer]
        rounded = formatting.rounded_note([total.net for total in by_invoicer], whole.net)
        gross = formatting.money(whole.gross) + ("" if whole.complete else " +")
        year = str(costs.first_year + index)
        rows.append(
            RowView(
                year,
                ("costs",),
                (year, *parts, " ".join(filter(None, (_amount(whole), rounded))), gross),
                tip="" if whole.complete else _("Ufullstendig: minst én pris mangler."),
            )
        )
    return rows


def line_rows(figures: Figures, year_index: int) -> list[RowView]:
    """Return the lines of a year; the tip tells how a line came about, with source and price list."""
    rows: list[RowView] = []
    names = {payer.id: payer.name for payer in figures.costs.payers}
    catalogue = figures.content.catalogue(figures.plan.costs.catalogue)
    dated = f" ({formatting.day(catalogue.valid_from)})" if catalogue.valid_from is not None else ""
    for position, line in enumerate(line for line in figures.costs.lines if line.year_index == year_index):
        row_id = f"{instance_id(line.kind.value, line.municipality)}/{line.label}/{line.timing.value}/{position}"
        amount = _("mangler") if line.net is None else formatting.money(line.net)
        sources = ", ".join(
            figures.content.source_label(source) for source in line.sources if source.document.value != "own"
        )
        tip = line.formula
        if sources:
            words = _("Kilde: {sources}. Prisliste: {catalogue}{dated}.")
            tip += " " + words.format(sources=sources, catalogue=catalogue.label, dated=dated)
        who = figures.content.option_label("Invoicer", line.invoicer.value)
        yearly = _("{label}, per år") if line.timing is CostTiming.YEARLY else "{label}"
        name = names[line.municipality]
        rows.append(RowView(row_id, line.address, (yearly.format(label=line.label), name, who, amount), tip=tip))
    return rows


def swing_rows(figures: Figures) -> list[RowView]:
    """Return what the whole period costs when one assumption turns out otherwise."""
    words = {
        Factor.POPULATION: _("Innbyggertallet"),
        Factor.INDEX: _("Prisveksten"),
        Factor.VENDOR: _("Leverandørens priser"),
    }
    if not figures.costs.lines:
        return []
    return [
        RowView(
            swing.factor.value,
            ("costs",),
            (words[swing.factor], _amount(swing.low), _amount(swing.planned), _amount(swing.high)),
        )
        for swing in figures.sensitivity
    ]


def vendor_rows(figures: Figures) -> list[RowView]:
    """Return the lines of the vendor's offers."""
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


def price_rows(figures: Figures) -> list[RowView]:
    """Return the prices of the list in use, with own prices beside."""
    rows = []
    for price in figures.content.catalogue(figures.plan.costs.catalogue).prices:
        listed = _("mangler") if price.amount is None else f"{formatting.number(_plain(price.amount))} {price.unit}"
        address = (*OVERRIDES, price.id)
        own = words_at(figures.plan, figures.content, (*address, "amount"))
        sources = ", ".join(figures.content.source_label(source) for source in price.sources)
        rows.append(RowView(price.id, address, (price.label, listed, own), tip=f"{price.note} {sources}".strip()))
    return rows


def _plain(amount: Decimal) -> Decimal:
    whole = amount.to_integral_value()
    return whole if whole == amount else amount.quantize(Decimal("0.01"))
