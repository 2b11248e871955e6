"""Sheet `Kostnader`: what each municipality pays whom, year by year, without and with VAT."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word
from digisos_wizard.export.workbook.cost_lines import YEARS as LINE_YEARS
from digisos_wizard.export.workbook.cost_lines import CostRefs, sum_of
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Column, Range, Sheet, cell, span
from digisos_wizard.i18n import _
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.terms import Invoicer

YEARS = 2


@dataclass(frozen=True, slots=True)
class CostTotals:
    """The cells with the sum of the whole horizon without and with VAT, and the word for whether it is complete."""

    net: str
    gross: str
    state: str


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Kostnader"), (24, 18, *[14.5] * book.figures.costs.years, 15.5, 17))


def write(book: Book, sheet: Sheet, lines: CostRefs) -> CostTotals:
    """Fill the sheet and return its totals."""
    sheet.title(
        _("Kostnader"),
        _(
            "Hva hver kommune betaler, og hvem som sender regningen. Løpende priser med prisvekst. "
            "Alle beløp er summer av arket Kostnadslinjer."
        ),
    )
    sheet.freeze(sheet.row - 1, 2)
    sheet.repeat(0, 0)
    sheet.heading(_("Uten mva"))
    net, state = _table(book, sheet, lines, lines.net, with_vat=False)
    sheet.row += 1
    sheet.heading(_("Med mva"))
    gross, _state = _table(book, sheet, lines, lines.gross, with_vat=True)
    return CostTotals(net, gross, state)


def _table(book: Book, sheet: Sheet, lines: CostRefs, source: Range, *, with_vat: bool) -> tuple[str, str]:
    figures = book.figures
    years = figures.costs.years
    columns = (
        Column(_("Kommune")),
        Column(_("Faktureres av")),
        *(Column(str(figures.costs.first_year + year), Look.KRONER) for year in range(years)),
        Column(_("Sum"), Look.KRONER),
        Column(_("Tilstand")),
    )
    first = sheet.row + 1
    rows: list[list[Content]] = []
    for place in figures.plan.decision.municipalities:
        for who in Invoicer:
            mine = [
                n for n, row in enumerate(lines.rows) if (row.first.municipality, row.first.invoicer) == (place.id, who)
            ]
            if not mine:
                continue
            runs = list(_runs([source.first + number for number in mine]))
            at = first + len(rows)
            amounts: list[Content] = []
            for year in range(years):
                due = [line for number in mine if (line := lines.rows[number].lines.get(year)) is not None]
                amounts.append(_amount(lines.sheet, runs, year, [line.gross if with_vat else line.net for line in due]))
            complete = figures.costs.total(municipality=place.id, invoicer=who).complete
            rows.append(
                [
                    municipality_name(figures.plan, place.id),
                    figures.content.option_label("Invoicer", who.value),
                    *amounts,
                    sum_of(span((at, YEARS), (at, YEARS + years - 1)), amounts),
                    _state(lines.sheet, runs, years, complete=complete),
                ]
            )
    found = sheet.table(columns, rows, empty=_("Ingen kostnader er regnet ut. Legg inn kommune og innbyggere."))
    sheet.signal(found, (YEARS, YEARS + years), [(_("mangler"), book.signals["wait"])])
    sheet.signal(found, (YEARS + years + 1, YEARS + years + 1), [(_("ufullstendig"), book.signals["wait"])])
    whole = figures.costs.total()
    complete = bool(rows) and whole.complete
    return _totals(book, sheet, found, rows, complete=complete)


def _totals(
    book: Book, sheet: Sheet, found: Range, rows: Sequence[Sequence[Content]], *, complete: bool
) -> tuple[str, str]:
    years = book.figures.costs.years
    last = YEARS + years
    if found.empty:
        contents: list[tuple[Content, Look]] = [
            (_("mangler"), Look.TEXT) if column == last else ("", Look.TEXT) for column in range(YEARS, last + 1)
        ]
        state: Content = _("ufullstendig")
    else:
        contents = []
        for column in range(YEARS, last + 1):
            cells = span((found.first, column), (found.last, column))
            contents.append((sum_of(cells, [row[column] for row in rows]), Look.KRONER))
        states = span((found.first, last + 1), (found.last, last + 1))
        unfinished = as_word(_("ufullstendig"))
        state = _told(f"COUNTIF({states},{unfinished})", complete=complete)
    row = sheet.total([(_("Sum"), Look.TEXT), ("", Look.TEXT), *contents, (state, Look.TEXT)])
    sheet.signal(Range(row, row), (last + 1, last + 1), [(_("ufullstendig"), book.signals["wait"])])
    return sheet.ref(row, last), sheet.ref(row, last + 1)


def _runs(rows: Sequence[int]) -> Iterator[Range]:
    """Yield unbroken runs of rows, which come in order."""
    first = rows[0]
    for row, following in pairwise([*rows, -1]):
        if following != row + 1:
            yield Range(first, row)
            first = following


def _cells(sheet: Sheet, runs: Sequence[Range], first: int, last: int) -> list[str]:
    prefix = sheet.ref(0, 0).partition("!")[0]
    return [f"{prefix}!{cell(run.first, first)}:{cell(run.last, last)}" for run in runs]


def _amount(sheet: Sheet, runs: Sequence[Range], year: int, amounts: Sequence[Decimal | None]) -> Formula:
    cells = ",".join(_cells(sheet, runs, LINE_YEARS + year, LINE_YEARS + year))
    return sum_of(cells, [_("mangler") if amount is None else amount for amount in amounts])


def _state(sheet: Sheet, runs: Sequence[Range], years: int, *, complete: bool) -> Formula:
    missing = as_word(_("mangler"))
    counts = (f"COUNTIF({cells},{missing})" for cells in _cells(sheet, runs, LINE_YEARS, LINE_YEARS + years - 1))
    return _told("+".join(counts), complete=complete)


def _told(missing: str, *, complete: bool) -> Formula:
    unfinished, whole = _("ufullstendig"), _("komplett")
    return Formula(f"IF({missing}>0,{as_word(unfinished)},{as_word(whole)})", whole if complete else unfinished)
