"""Sheet `Priser`: every amount once, as it is agreed on; a price that is missing is a cell to fill in."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from digisos_wizard.export.workbook import checks, said
from digisos_wizard.export.workbook.assumptions import source_words
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, as_word
from digisos_wizard.export.workbook.cost_rows import Amount
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.register import yes_no
from digisos_wizard.export.workbook.table import Field, Own, Row, Table, Text
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.export.workbook.year_text import NOTHING
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import Covers, Invoicer

MONTHS = 12
SPARE = 4


def place(book: Book, amounts: Sequence[Amount]) -> Table:
    """Add the sheet and say where the amounts will stand."""
    figures = book.figures
    invoicers = tuple(figures.content.option_label("Invoicer", who.value) for who in Invoicer)
    fields = (
        Field("nr", _("Nr."), width=8),
        Field("label", _("Kostnad"), width=32),
        Field("who", _("Faktureres av"), width=15, words=invoicers),
        Field("covers", _("Gjelder"), width=14, words=tuple(covers_words(covers) for covers in Covers)),
        Field("count", _("Betalere"), Look.NUMBER, 10),
        Field("when", _("Når"), width=11, words=(once_words(), yearly_words())),
        Field("vat", _("Mva"), Look.CENTRED, 8, words=yes_no()),
        Field("price", _("Pris uten mva (helt år)"), Look.ORE, 16),
        Field("begins", _("Fra år"), Look.YEAR, 9),
        Field("months", _("Måneder første år"), Look.MEASURED, 11),
        *(
            Field(f"y{year}", str(figures.costs.first_year + year), Look.KRONER, 14, computed=True)
            for year in range(figures.costs.years)
        ),
        Field("how", _("Regnestykke og kilde"), width=60),
    )
    sheet = book.sheet(_("Priser"), [field.width for field in fields])
    sheet.title(
        _("Priser"),
        _(
            "Hvert beløp står én gang, slik det er avtalt. Et samlet beløp deles mellom dem som betaler det i arket "
            "Kostnadslinjer; ellers betaler hver av dem hele. Årene er løpende priser: et helt år med prisvekst. "
            "Mangler en pris, fyller du den ut her. Den regnes ikke som 0, men gjør summen ufullstendig."
        ),
    )
    return Table(sheet, "Priser", fields, len(amounts), SPARE)


def number(index: int) -> str:
    """Return the number of an amount, counted from 0."""
    return f"P{index + 1}"


def covers_words(covers: Covers) -> str:
    """Return the words for whom an amount is for."""
    return {Covers.TOGETHER: _("Samlet"), Covers.EACH: _("Hver for seg"), Covers.ONLY: _("Bare én")}[covers]


def once_words() -> str:
    """Return the word for a cost that comes once."""
    return _("Engangs")


def yearly_words() -> str:
    """Return the words for a cost that comes every year."""
    return _("Per år")


def write(book: Book, tables: Tables, amounts: Sequence[Amount]) -> None:
    """Write the amounts."""
    figures, table = book.figures, tables.amounts
    rows = [_row(figures, amount, number(index)) for index, amount in enumerate(amounts)]
    years: dict[str, Text] = {f"y{year}": _in_year(figures, year) for year in range(figures.costs.years)}
    checks.fill(book, table, rows, years)
    table.sheet.break_columns()
    table.sheet.freeze(table.first, 2)
    table.sheet.repeat(table.head, table.head)
    for key in years:
        table.signal(key, [(_("mangler"), book.signals["wait"])])
    table.colour("price", f"AND(LEN({table.own(table.first)('nr')})>0,NOT(ISNUMBER({{}})))", book.signals["wait"])
    if not amounts:
        table.sheet.note(_("Ingen kostnader er regnet ut. Legg inn kommune og innbyggere."))


def _in_year(figures: Figures, year: int) -> Text:
    """Return the formula for a year: once in its own year, or every year from it on with price growth."""
    first = figures.costs.first_year

    def text(own: Own) -> str:
        begins, price, months = f"MAX(N({own('begins')}),{first})", own("price"), own("months")
        once = f"{own('when')}={as_word(once_words())}"
        part = f"IF(AND({begins}={first + year},ISNUMBER({months})),{months},{MONTHS})/{MONTHS}"
        grown = f"{price}*{part}*(1+Prisvekst)^{year}" if year else f"{price}*{part}"
        amount = f"IF({once},ROUND({price},2),ROUND({grown},2))"
        due = f"IF({once},{begins}={first + year},{begins}<={first + year})"
        known = f"IF(ISNUMBER({price}),{amount},{said.missing()})"
        return f"IF({due},{known},{as_word(NOTHING)})"

    return text


def _row(figures: Figures, amount: Amount, nr: str) -> Row:
    line = amount.first.first
    told = source_words(figures.content, line.sources)
    how = _("{formula} Kilde: {sources}.").format(formula=line.formula, sources=told) if told else line.formula
    row: dict[str, Content] = {
        "nr": nr,
        "label": line.label,
        "who": figures.content.option_label("Invoicer", line.invoicer.value),
        "covers": covers_words(amount.covers),
        "count": len(amount.rows),
        "when": once_words() if amount.first.one_off else yearly_words(),
        "vat": any(found.vat for found in amount.first.lines.values()),
        "price": amount.price,
        "begins": figures.costs.first_year + min(amount.nets),
        "months": amount.months if amount.months < MONTHS else None,
        "how": how,
    }
    for year in range(figures.costs.years):
        row[f"y{year}"] = in_cell(amount.nets, year)
    return row


def in_cell(nets: Mapping[int, Decimal | None], year: int) -> Content:
    """Return what stands in a year: a dash where nothing is due, a word where the price is missing."""
    if year not in nets:
        return NOTHING
    net = nets[year]
    return _("mangler") if net is None else net
