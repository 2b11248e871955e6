"""Sheet `Kostnader`: what each municipality pays whom, year by year, without and with VAT."""

from collections.abc import Sequence

from digisos_wizard.export.workbook import checks, said
from digisos_wizard.export.workbook.amounts import in_cell
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word
from digisos_wizard.export.workbook.cost_lines import known
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.table import Field, Own, Row, Table, Text
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.costs.result import Payer
from digisos_wizard.model.terms import Invoicer

NUMBERS = '">=-1E+300"'
"""A criterion that every number meets, and no word."""


def bills(figures: Figures) -> list[tuple[str, Invoicer]]:
    """Return who pays whom, in order."""
    due = {(line.municipality, line.invoicer) for line in figures.costs.lines}
    return [(payer.id, who) for payer in figures.costs.payers for who in Invoicer if (payer.id, who) in due]


def payers(figures: Figures) -> dict[str, tuple[str, Payer]]:
    """Return the number of everyone who pays; own work that nobody has yet is the office's."""
    found = list(figures.costs.payers)
    if any(not work.municipality for work in figures.costs.own_work):
        found.append(Payer("", figures.plan.decision.office or _("Kontoret"), None, ()))
    return {payer.id: (f"B{number}", payer) for number, payer in enumerate(found, start=1)}


def place(book: Book) -> tuple[Table, Table]:
    """Add the sheet, and say where what is paid and who pays it will stand."""
    figures = book.figures
    first, years = figures.costs.first_year, range(figures.costs.years)
    fields = (
        Field("nr", _("Nr."), width=10),
        Field("name", _("Kommune"), width=22, computed=True),
        Field("payer", _("Betaler nr."), width=15),
        Field("who", _("Faktureres av"), width=16),
        *(Field(f"y{year}", str(first + year), Look.KRONER, 14, computed=True) for year in years),
        Field("sum", _("Sum uten mva"), Look.KRONER, 16, computed=True),
        Field("state", _("Tilstand"), width=16, computed=True),
        *(
            Field(f"g{year}", _("{year} med mva").format(year=first + year), Look.KRONER, 14, computed=True)
            for year in years
        ),
        Field("gross", _("Sum med mva"), Look.KRONER, 16, computed=True),
    )
    sheet = book.sheet(_("Kostnader"), [field.width for field in fields])
    sheet.title(
        _("Kostnader"),
        _(
            "Hva hver kommune betaler, og hvem som sender regningen. Løpende priser med prisvekst. "
            "Alle beløp er summer av arket Kostnadslinjer."
        ),
    )
    table = Table(sheet, "Kostnader", fields, len(bills(figures)), 3)
    # The closing row, the sum, air and a heading stand between the two.
    sheet.row = table.closing + 4
    who = (
        Field("nr", _("Nr."), width=10),
        Field("name", _("Kommune"), width=22),
        Field("work", _("Eget arbeid, kr"), Look.ORE, width=10),
    )
    return table, Table(sheet, "Betalere", who, len(payers(figures)), 2)


def write(book: Book, tables: Tables) -> None:
    """Write what is paid, its sums, and who pays."""
    figures, table = book.figures, tables.costs
    years = range(figures.costs.years)
    formulas: dict[str, Text] = {
        "name": lambda own: f'{tables.payers.find("name", own("payer"))}&""',
        "sum": lambda own: f"SUM({own('y0')}:{own(f'y{years[-1]}')})",
        "gross": lambda own: f"SUM({own('g0')}:{own(f'g{years[-1]}')})",
        "state": lambda own: _state(tables, own, years[-1]),
    }
    for year in years:
        formulas[f"y{year}"] = _due(tables, f"y{year}")
        formulas[f"g{year}"] = _due(tables, f"g{year}")
    numbers = payers(figures)
    checks.fill(book, table, [_row(figures, numbers[payer], who) for payer, who in bills(figures)], formulas)
    table.total(_("Sum"), _sums(figures, table, years))
    sheet = table.sheet
    sheet.freeze(table.first, 2)
    sheet.repeat(table.head, table.head)
    sheet.break_columns()
    for key in formulas:
        table.signal(key, [(word, book.signals["wait"]) for word in (_("mangler"), _("ufullstendig"))])
    sheet.row = tables.payers.head - 1
    sheet.heading(_("Hvem som betaler, og arbeidet de legger i prosjektet selv"))
    work = {one.municipality: one.net for one in figures.costs.own_work}
    named = [{"nr": nr, "name": payer.name, "work": work.get(payer.id)} for nr, payer in numbers.values()]
    checks.fill(book, tables.payers, named, {}, filtered=False)
    book.name("Prosjektkostnad", f"SUM({tables.payers.column('work')})")
    if not numbers:
        sheet.note(_("Ingen kostnader er regnet ut. Legg inn kommune og innbyggere."))
    checks.known(book, table, tables.payers, "payer")
    for key, words in (("sum", _("uten mva")), ("gross", _("med mva"))):
        checks.equal(
            book,
            _("Kostnader er til sammen kostnadslinjene, {vat}").format(vat=words),
            f"SUM({table.column(key)})",
            f"SUM({tables.lines.column(key)})",
        )


def _due(tables: Tables, key: str) -> Text:
    def text(own: Own) -> str:
        lines = tables.lines
        mine = f"{lines.column('payer')},{own('payer')},{lines.column('who')},{own('who')}"
        column = lines.column(key)
        unknown = f"AND(COUNTIFS({mine},{column},{NUMBERS})=0,COUNTIFS({mine},{column},{said.missing()})>0)"
        return f"IF({unknown},{said.missing()},SUMIFS({column},{mine}))"

    return text


def _state(tables: Tables, own: Own, last: int) -> str:
    lines = tables.lines
    mine = f"({lines.column('payer')}={own('payer')})*({lines.column('who')}={own('who')})"
    lacks = f"SUMPRODUCT({mine}*({lines.columns('y0', f'y{last}')}={said.missing()}))>0"
    return f"IF({lacks},{said.unfinished()},{said.finished()})"


def _row(figures: Figures, paying: tuple[str, Payer], who: Invoicer) -> Row:
    costs = figures.costs
    number, payer = paying
    word = figures.content.option_label("Invoicer", who.value)
    whole = costs.total(municipality=payer.id, invoicer=who)
    row: dict[str, Content] = {
        "nr": f"{number} {word}",
        "name": payer.name,
        "payer": number,
        "who": word,
        "sum": whole.net,
        "gross": whole.gross,
        "state": _("komplett") if whole.complete else _("ufullstendig"),
    }
    for year in range(costs.years):
        due = [
            line for line in costs.lines if (line.municipality, line.invoicer, line.year_index) == (payer.id, who, year)
        ]
        nothing_known = bool(due) and all(line.net is None for line in due)
        row[f"y{year}"] = in_cell({year: None if nothing_known else known([line.net for line in due])}, year)
        row[f"g{year}"] = in_cell({year: None if nothing_known else known([line.gross for line in due])}, year)
    return row


def _sums(figures: Figures, table: Table, years: Sequence[int]) -> dict[str, Content]:
    costs = figures.costs
    found: dict[str, Content] = {}
    for year in years:
        due = costs.total(year_index=year)
        found[f"y{year}"] = table.sum(f"y{year}", due.net)
        found[f"g{year}"] = table.sum(f"g{year}", due.gross)
    whole = costs.total()
    found["sum"] = table.sum("sum", whole.net)
    found["gross"] = table.sum("gross", whole.gross)
    return found


def state(tables: Tables, figures: Figures) -> Formula:
    """Return the word for whether every price is known."""
    column, keys = tables.costs.column("state"), tables.costs.column("nr")
    unfinished, finished = _("ufullstendig"), _("komplett")
    none = f"SUMPRODUCT((LEN({keys})>0)*1)=1"
    text = f"IF(OR({none},COUNTIF({column},{as_word(unfinished)})>0),{as_word(unfinished)},{as_word(finished)})"
    complete = bool(figures.costs.lines) and figures.costs.total().complete
    return Formula(text, finished if complete else unfinished)
