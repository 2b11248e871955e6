"""Sheet `Kostnadslinjer`: every cost year by year, without and with VAT, its base amount, and how it came about."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook.assumptions import Basis, source_words
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word, value_of
from digisos_wizard.export.workbook.cost_rows import MONTHS, CostRow, gather
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Column, Range, Sheet, cell, span
from digisos_wizard.i18n import _
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures

WHEN, VAT, BASE, YEARS = 3, 4, 5, 6
"""Columns: when it falls due, whether VAT is counted, the amount of a whole year in fixed prices, the first year."""


@dataclass(frozen=True, slots=True)
class CostRefs:
    """Where the costs stand: the same rows without and with VAT, in the order of `rows`."""

    sheet: Sheet
    rows: tuple[CostRow, ...]
    net: Range
    gross: Range

    def year(self, rows: Range, year: int) -> str:
        """Return the cells of one year as other sheets name them."""
        return self.sheet.range(rows, YEARS + year)

    @property
    def when(self) -> str:
        """The cells that say when each cost falls due."""
        return self.sheet.range(self.net, WHEN)


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Kostnadslinjer"), (18, 15, 34, 10, 7, 15, *[13.5] * book.figures.costs.years, 14.5))


def write(book: Book, sheet: Sheet, basis: Basis) -> CostRefs:
    """Fill the sheet and return where the costs stand."""
    figures = book.figures
    rows = tuple(gather(figures.costs))
    sheet.title(
        _("Kostnadslinjer"),
        _(
            "Hver kostnad for hver kommune, i løpende priser: beløpet for et helt år med prisvekst. "
            "En pris som mangler, regnes ikke som 0, men gjør summen ufullstendig."
        ),
    )
    sheet.freeze(sheet.row - 1, 3)
    sheet.repeat(0, 0)
    sheet.heading(_("Uten mva"))
    first = sheet.row + 1
    net = _table(book, sheet, rows, [_net(figures, basis, row, first + i) for i, row in enumerate(rows)])
    sheet.row += 1
    sheet.heading(
        _("Med mva"), _("Kommuner kan få kompensert mva. Der kildene ikke sier noe om mva, er den ikke regnet med.")
    )
    gross = _table(book, sheet, rows, [_gross(figures, basis, row, first + i) for i, row in enumerate(rows)])
    sheet.row += 1
    _explain(figures, sheet, rows)
    return CostRefs(sheet, rows, net, gross)


def once_words() -> str:
    """Return the word for a cost that comes once."""
    return _("Engangs")


def yearly_words() -> str:
    """Return the words for a cost that comes every year."""
    return _("Per år")


def sum_of(cells: str, contents: Sequence[Content]) -> Formula:
    """Return a sum that leaves out what is missing, and says so where nothing in it is known."""
    known = [value for content in contents if isinstance(value := value_of(content), Decimal)]
    missing = _("mangler")
    lacks = missing in [value_of(content) for content in contents]
    text = f"IF(COUNT({cells})=0,{as_word(missing)},SUM({cells}))" if lacks else f"SUM({cells})"
    return Formula(text, sum(known, Decimal(0)) if known or not lacks else missing)


def _table(book: Book, sheet: Sheet, rows: Sequence[CostRow], amounts: Sequence[Sequence[Content]]) -> Range:
    figures = book.figures
    years = figures.costs.years
    columns = (
        Column(_("Kommune")),
        Column(_("Faktureres av")),
        Column(_("Kostnad")),
        Column(_("Når")),
        Column(_("Mva"), Look.CENTRED),
        Column(_("Grunnbeløp (helt år)"), Look.ORE),
        *(Column(str(figures.costs.first_year + year), Look.KRONER) for year in range(years)),
        Column(_("Sum"), Look.KRONER),
    )
    first = sheet.row + 1
    full: list[list[Content]] = []
    for number, (row, cells) in enumerate(zip(rows, amounts, strict=True)):
        at = first + number
        total = sum_of(span((at, YEARS), (at, YEARS + years - 1)), cells[1:])
        full.append([*_common(figures, row), *cells, total])
    found = sheet.table(columns, full, empty=_("Ingen kostnader er regnet ut. Legg inn kommune og innbyggere."))
    sheet.signal(found, (BASE, YEARS + years), [(_("mangler"), book.signals["wait"])])
    if not found.empty:
        sums = [
            sum_of(span((found.first, column), (found.last, column)), [line[column] for line in full])
            for column in range(YEARS, YEARS + years + 1)
        ]
        blank: list[tuple[Content, Look]] = [(_("Sum"), Look.TEXT), *[("", Look.TEXT)] * (YEARS - 1)]
        sheet.total([*blank, *((content, Look.KRONER) for content in sums)])
    return found


def _common(figures: Figures, row: CostRow) -> list[Content]:
    line = row.first
    return [
        municipality_name(figures.plan, line.municipality),
        figures.content.option_label("Invoicer", line.invoicer.value),
        line.label,
        once_words() if row.one_off else yearly_words(),
        "–" if row.vat is None else row.vat,
    ]


def _net(figures: Figures, basis: Basis, row: CostRow, at: int) -> list[Content]:
    """Return base amount and years; a year without a line is blank, one without a price says so."""
    cells: list[Content] = [_("mangler") if row.base is None and row.first.net is None else row.base]
    for year in range(figures.costs.years):
        line = row.lines.get(year)
        if line is None:
            cells.append(None)
        elif line.net is None:
            cells.append(_("mangler"))
        elif row.base is None:
            cells.append(line.net)
        else:
            cells.append(Formula(_growth(figures, basis, row, at, year), line.net))
    return cells


def _growth(figures: Figures, basis: Basis, row: CostRow, at: int, year: int) -> str:
    base = f"${cell(at, BASE)}"
    if row.one_off:
        return base
    factors = [base]
    if year == row.first.year_index and row.months < MONTHS:
        months = basis.months if row.months == figures.costs.months_first_year else str(row.months)
        factors.append(f"{months}/{MONTHS}")
    if year > 0:
        factors.append(f"(1+{basis.index})^{year}")
    return f"ROUND({'*'.join(factors)},2)"


def _gross(figures: Figures, basis: Basis, row: CostRow, net_row: int) -> list[Content]:
    """Return the years with VAT, computed from the cells without."""
    missing, yes = _("mangler"), as_word(_("Ja"))
    cells: list[Content] = [None]
    for year in range(figures.costs.years):
        line = row.lines.get(year)
        if line is None:
            cells.append(None)
            continue
        net = cell(net_row, YEARS + year)
        tax = f"IF(${cell(net_row, VAT)}={yes},ROUND({net}*{basis.vat},2),0)"
        text = f"IF(ISNUMBER({net}),{net}+{tax},{as_word(missing)})"
        cells.append(Formula(text, missing if line.gross is None else line.gross))
    return cells


def _explain(figures: Figures, sheet: Sheet, rows: Sequence[CostRow]) -> None:
    """Write how each amount came about in its first year, and the sources."""
    if not rows:
        return
    sheet.heading(_("Slik er beløpene regnet ut"))
    last = YEARS + figures.costs.years
    titles = (_("Kommune"), _("Faktureres av"), _("Kostnad"), _("Regnestykke og kilde"))
    for column, title in enumerate(titles[:-1]):
        sheet.put(sheet.row, column, title, Look.HEAD)
    sheet.wide(len(titles) - 1, last, titles[-1], Look.HEAD)
    sheet.row += 1
    for row in rows:
        told = source_words(figures.content, row.first.sources)
        text = row.first.formula
        if told:
            text = _("{formula} Kilde: {sources}.").format(formula=text, sources=told)
        for column, content in enumerate(_common(figures, row)[:3]):
            sheet.put(sheet.row, column, content, Look.CELL)
        sheet.wide(3, last, text, Look.CELL)
        tallest = max(sheet.height(text, sum(sheet.widths[3:])), sheet.height(row.first.label, sheet.widths[2]))
        sheet.raw.set_row(sheet.row, tallest)
        sheet.row += 1
