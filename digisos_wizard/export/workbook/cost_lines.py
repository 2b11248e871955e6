"""Sheet `Kostnadslinjer`: who pays which part of every amount, year by year, without and with VAT."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook import amounts, checks, said
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, as_word
from digisos_wizard.export.workbook.cost_rows import CostRow
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.table import Field, Own, Row, Table, Text
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import Covers

SPARE = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One payer's part of an amount: the numbers of both, and what the amount is parted by."""

    row: CostRow
    amount: str
    payer: str
    name: str
    order: int
    weight: Decimal
    before: Decimal
    whole: Decimal


def place(book: Book, lines: Sequence[Line]) -> Table:
    """Add the sheet and say where the lines will stand."""
    figures = book.figures
    first, years = figures.costs.first_year, range(figures.costs.years)
    fields = (
        Field("nr", _("Nr."), width=8),
        Field("label", _("Kostnad"), width=32, computed=True),
        Field("amount", _("Pris nr."), width=9),
        Field("payer", _("Betaler nr."), width=10),
        Field("name", _("Kommune"), width=20, computed=True),
        Field("who", _("Faktureres av"), width=15, computed=True),
        Field("when", _("Når"), width=10, computed=True),
        Field("vat", _("Mva"), Look.CENTRED, 8, computed=True),
        Field("order", _("Rekkefølge"), Look.NUMBER, 11),
        Field("weight", _("Andel"), Look.MEASURED, 11),
        Field("before", _("Andel før"), Look.MEASURED, 11, computed=True),
        Field("whole", _("Av i alt"), Look.MEASURED, 11, computed=True),
        *(Field(f"y{year}", str(first + year), Look.KRONER, 14, computed=True) for year in years),
        Field("sum", _("Sum uten mva"), Look.KRONER, 15, computed=True),
        *(
            Field(f"g{year}", _("{year} med mva").format(year=first + year), Look.KRONER, 14, computed=True)
            for year in years
        ),
        Field("gross", _("Sum med mva"), Look.KRONER, 15, computed=True),
    )
    sheet = book.sheet(_("Kostnadslinjer"), [field.width for field in fields])
    sheet.title(
        _("Kostnadslinjer"),
        _(
            "Hvem som betaler hvilken del av beløpene i arket Priser. Delene er avrundet slik at de til sammen er "
            "hele beløpet. Kommuner kan få kompensert mva. Der kildene ikke sier noe om mva, er den ikke med."
        ),
    )
    return Table(sheet, "Kostnadslinjer", fields, len(lines), SPARE)


def write(book: Book, tables: Tables, lines: Sequence[Line]) -> None:
    """Write the lines and their sums."""
    figures, table = book.figures, tables.lines
    years = range(figures.costs.years)
    priced, paying = tables.amounts, tables.payers
    formulas: dict[str, Text] = {
        "label": lambda own: f'{priced.find("label", own("amount"))}&""',
        "name": lambda own: f'{paying.find("name", own("payer"))}&""',
        "who": lambda own: f'{priced.find("who", own("amount"))}&""',
        "when": lambda own: f'{priced.find("when", own("amount"))}&""',
        "vat": lambda own: f"IF({priced.find('vat', own('amount'))}={said.yes()},{said.yes()},{said.no()})",
        "before": lambda own: _if_together(
            priced, own, f'{_weights(table, own)},{table.column("order")},"<"&{own("order")})', "0"
        ),
        "whole": lambda own: _if_together(priced, own, f"{_weights(table, own)})", own("weight")),
        "sum": lambda own: f"SUM({own('y0')}:{own(f'y{years[-1]}')})",
        "gross": lambda own: f"SUM({own('g0')}:{own(f'g{years[-1]}')})",
    }
    for year in years:
        formulas[f"y{year}"] = _net(tables, year)
        formulas[f"g{year}"] = _gross(year)
    rows = [_row(figures, line, index) for index, line in enumerate(lines, start=1)]
    checks.fill(book, table, rows, formulas)
    table.total(_("Sum"), _sums(table, lines, years))
    table.sheet.break_columns()
    table.sheet.freeze(table.first, 2)
    table.sheet.repeat(table.head, table.head)
    for year in years:
        for key in (f"y{year}", f"g{year}"):
            table.signal(key, [(_("mangler"), book.signals["wait"])])
    checks.known(book, table, priced, "amount")
    checks.known(book, table, paying, "payer")
    for year in years:
        key = f"y{year}"
        checks.equal(
            book,
            _("kostnadslinjene er til sammen beløpene i arket Priser, {year}").format(
                year=figures.costs.first_year + year
            ),
            f"SUM({table.column(key)})",
            f"SUMPRODUCT({_times(table, priced)},{priced.column(key)})",
        )
    checks.used(book, priced, table, "amount")
    checks.counted(book, priced, table, "amount")


def _times(table: Table, priced: Table) -> str:
    """Return the formula for how many times each amount is paid: once together, else by everybody who pays it."""
    covers, shared = priced.column("covers"), as_word(amounts.covers_words(Covers.TOGETHER))
    payers = f"COUNTIF({table.column('amount')},{priced.column('nr')})"
    return f"({covers}={shared})*({payers}>0)+({covers}<>{shared})*{payers}"


def _if_together(priced: Table, own: Own, together: str, alone: str) -> str:
    """Return the formula for one thing where the amount is parted, and another where everybody pays the whole."""
    shared = as_word(amounts.covers_words(Covers.TOGETHER))
    return f"IF({priced.find('covers', own('amount'))}={shared},{together},{alone})"


def _weights(table: Table, own: Own) -> str:
    return f"SUMIFS({table.column('weight')},{table.column('amount')},{own('amount')}"


def _net(tables: Tables, year: int) -> Text:
    def text(own: Own) -> str:
        amount = tables.amounts.find(f"y{year}", own("amount"))
        until = f"ROUND({amount}*({own('before')}+{own('weight')})/{own('whole')},2)"
        before = f"ROUND({amount}*{own('before')}/{own('whole')},2)"
        return f"IF(ISNUMBER({amount}),{until}-{before},{amount})"

    return text


def _gross(year: int) -> Text:
    def text(own: Own) -> str:
        net = own(f"y{year}")
        tax = f"IF({own('vat')}={said.yes()},ROUND({net}*Mva_sats,2),0)"
        return f"IF(ISNUMBER({net}),{net}+{tax},{net})"

    return text


def _row(figures: Figures, line: Line, index: int) -> Row:
    first = line.row.first
    nets = {year: found.net for year, found in line.row.lines.items()}
    gross = {year: found.gross for year, found in line.row.lines.items()}
    row: dict[str, Content] = {
        "nr": f"L{index}",
        "label": first.label,
        "amount": line.amount,
        "payer": line.payer,
        "name": line.name,
        "who": figures.content.option_label("Invoicer", first.invoicer.value),
        "when": amounts.once_words() if line.row.one_off else amounts.yearly_words(),
        "vat": any(found.vat for found in line.row.lines.values()),
        "order": line.order,
        "weight": line.weight,
        "before": line.before,
        "whole": line.whole,
        "sum": known(list(nets.values())),
        "gross": known(list(gross.values())),
    }
    for year in range(figures.costs.years):
        row[f"y{year}"] = amounts.in_cell(nets, year)
        row[f"g{year}"] = amounts.in_cell(gross, year)
    return row


def known(found: Sequence[Decimal | None]) -> Decimal:
    """Return the sum of what is known."""
    return sum((amount for amount in found if amount is not None), Decimal(0))


def _sums(table: Table, lines: Sequence[Line], years: range) -> dict[str, Content]:
    found: dict[str, Content] = {}
    for year in years:
        due = [line.row.lines[year] for line in lines if year in line.row.lines]
        found[f"y{year}"] = table.sum(f"y{year}", known([line.net for line in due]))
        found[f"g{year}"] = table.sum(f"g{year}", known([line.gross for line in due]))
    every = [line for row in lines for line in row.row.lines.values()]
    found["sum"] = table.sum("sum", known([line.net for line in every]))
    found["gross"] = table.sum("gross", known([line.gross for line in every]))
    return found
