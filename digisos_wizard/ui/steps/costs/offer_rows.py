"""What Tilbud og sum lists: the lines of the offer, the years with their sums, and how a year is reckoned."""

from collections.abc import Sequence
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.base import instance_id
from digisos_wizard.model.costs import VendorCost
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.costs.result import Total
from digisos_wizard.model.rules.costs.shareable import Shareable, shareable
from digisos_wizard.model.terms import CostTiming, Covers, Invoicer
from digisos_wizard.ui.widgets.tables.rows import Cell, Row

from .coverage import whom

ANSWERS = ("costs", "answers")


def offer_rows(figures: Figures, *, several: bool) -> list[Row]:
    """Return the lines of the vendor's offers, shared ones first."""
    answers = figures.plan.costs.answers
    amounts = {one.at: one for one in shareable(figures.plan)}
    rows = []
    table: Address = (*ANSWERS, "shared", "vendor_costs")
    for line in answers.shared.vendor_costs:
        address = (*table, line.id)
        amount = amounts.get((*address, "coverage"))
        rows.append(_offer(figures, address, line, whom(amount) if several else None, amount))
    for own in answers.own:
        table = (*ANSWERS, "own", own.id, "value", "vendor_costs")
        only = _("Bare {name}").format(name=municipality_name(figures.plan, own.id))
        rows += [_offer(figures, (*table, line.id), line, only if several else None) for line in own.value.vendor_costs]
    return rows


def _offer(
    figures: Figures, address: Address, line: VendorCost, covers: str | None, amount: Shareable | None = None
) -> Row:
    times = len(amount.covered.whom) if amount is not None and amount.covered.covers is Covers.EACH else 1
    title = line.description or figures.content.option_label("VendorCostKind", line.kind.value)
    between = () if covers is None else (Cell(covers),)
    cells = (Cell(title), *between, Cell(_times(line.one_off, times)), Cell(_times(line.yearly, times)))
    return Row(line.id, address, cells)


def _times(amount: Decimal | None, count: int) -> str:
    if amount is None:
        return "–"
    words = formatting.number(amount)
    return f"{count} × {words}" if count > 1 else words


def year_rows(figures: Figures) -> list[Row]:
    """Return the years with what each invoicer asks for, and the whole period below."""
    costs = figures.costs
    if not costs.lines:
        return []
    rows = [
        Row(
            str(costs.first_year + index),
            ("costs",),
            _sums(
                str(costs.first_year + index),
                [costs.total(year_index=index, invoicer=who) for who in Invoicer],
                costs.total(year_index=index),
            ),
        )
        for index in range(costs.years)
    ]
    whole = _sums(_("Sum"), [costs.total(invoicer=who) for who in Invoicer], costs.total())
    return [*rows, Row("sum", (), whole, total=True, opens=False)]


def _sums(title: str, parts: Sequence[Total], whole: Total) -> tuple[Cell, ...]:
    rounded = formatting.rounded_note([part.net for part in parts], whole.net)
    return (
        Cell(title),
        *(Cell(amount(part)) for part in parts),
        Cell(" ".join(filter(None, (amount(whole), rounded))), strong=True),
    )


def amount(total: Total) -> str:
    """Return a sum without its unit: a plus says that a price is missing, "mangler" that all of it is."""
    if not total.complete and not total.net:
        return _("mangler")
    return formatting.number(total.net.quantize(Decimal(1))) + ("" if total.complete else " +")


def line_rows(figures: Figures, year_index: int) -> list[Row]:
    """Return the lines of a year; the tip tells how a line came about, with source and price list."""
    rows = []
    names = {payer.id: payer.name for payer in figures.costs.payers}
    catalogue = figures.content.catalogue(figures.plan.costs.catalogue)
    dated = f" ({formatting.day(catalogue.valid_from)})" if catalogue.valid_from is not None else ""
    for position, line in enumerate(line for line in figures.costs.lines if line.year_index == year_index):
        row_id = f"{instance_id(line.kind.value, line.municipality)}/{line.label}/{line.timing.value}/{position}"
        shown = _("mangler") if line.net is None else formatting.money(line.net)
        sources = ", ".join(
            figures.content.source_label(source) for source in line.sources if source.document.value != "own"
        )
        tip = line.formula
        if sources:
            words = _("Kilde: {sources}. Prisliste: {catalogue}{dated}.")
            tip += " " + words.format(sources=sources, catalogue=catalogue.label, dated=dated)
        who = figures.content.option_label("Invoicer", line.invoicer.value)
        yearly = _("{label}, per år") if line.timing is CostTiming.YEARLY else "{label}"
        cells = (Cell(yearly.format(label=line.label)), Cell(names[line.municipality]), Cell(who), Cell(shown))
        rows.append(Row(row_id, line.address, cells, tip=tip))
    return rows
