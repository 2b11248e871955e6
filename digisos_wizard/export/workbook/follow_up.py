"""Sheets `Måling …`: one for each measuring point, to fill in and read back into the plan."""

from collections.abc import Iterator, Sequence

from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.measuring import MeasureRefs, PointRefs
from digisos_wizard.export.workbook.plan_tables import title_of
from digisos_wizard.export.workbook.reach import Places, gap_and_reach
from digisos_wizard.export.workbook.sheet import Column, Range, Sheet, cell
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.returned import POINT, follow_up_sheet, follow_up_titles, told_titles
from digisos_wizard.model.rules.benefits import measuring as rules

NUMBER, TITLE, INDICATOR, UNIT, BY, BASELINE, TARGET, ON, VALUE, NOTE, GAP, REACHED = range(12)
HEADER = 4
"""Row of the header, from 0."""


def add(book: Book) -> list[Sheet]:
    """Add an empty sheet for each measuring point."""
    widths = (7, 30, 26, 12, 18, 12, 12, 13, 12, 28, 12, 12)
    return [book.sheet(follow_up_sheet(point.spec), widths) for point in book.figures.measuring_points]


def refs(book: Book, sheets: Sequence[Sheet]) -> list[PointRefs]:
    """Return where days and values will stand; benefits stand in the plan's order."""
    items = book.figures.plan.benefits.items

    def column(sheet: Sheet, at: int) -> dict[str, str]:
        return {item.id: sheet.ref(HEADER + 1 + number, at) for number, item in enumerate(items)}

    return [PointRefs(column(sheet, ON), column(sheet, VALUE)) for sheet in sheets]


def write(book: Book, sheets: Sequence[Sheet], measured: MeasureRefs) -> None:
    """Fill the sheets."""
    for sheet, point in zip(sheets, book.figures.measuring_points, strict=True):
        _fill(book, sheet, point, measured)


def _fill(book: Book, sheet: Sheet, point: rules.Point, measured: MeasureRefs) -> None:
    figures = book.figures
    when = formatting.day(point.day) if point.day is not None else _("dagen er ikke bestemt ennå")
    lead = _("Planlagt: {when}. Fyll ut de blå feltene, lagre, og hent filen inn igjen.")
    sheet.title(sheet.name, lead.format(when=when))
    sheet.row = HEADER
    titles = follow_up_titles()
    columns = (
        Column(titles.number),
        Column(titles.benefit),
        Column(_("Indikator")),
        Column(_("Enhet")),
        Column(_("Måles av")),
        Column(_("Nullpunkt"), Look.NUMBER),
        Column(_("Mål"), Look.NUMBER),
        Column(titles.measured_on, Look.DATE, editable=True),
        Column(titles.value, Look.NUMBER, editable=True),
        Column(titles.note, editable=True),
        Column(_("Avvik fra mål"), Look.NUMBER),
        Column(_("Mål-oppnåelse"), Look.FINE_PERCENT),
    )
    statuses = figures.statuses
    rows = sheet.table(
        columns,
        [_row(book, status, point, HEADER + 1 + number, measured) for number, status in enumerate(statuses)],
        empty=_("Ingen gevinster er lagt inn ennå."),
    )
    sheet.freeze(HEADER + 1, 2)
    sheet.repeat(HEADER, HEADER)
    sheet.only_dates(rows, ON)
    for column in (INDICATOR, BASELINE, TARGET):
        sheet.signal(rows, (column, column), [(_("mangler"), book.signals["wait"])])
    _scale(book, sheet, rows)


def _row(book: Book, status: rules.Status, point: rules.Point, row: int, measured: MeasureRefs) -> list[Content]:
    item = status.benefit
    found = rules.row_at(item, point.spec.id)
    value = found.value if found is not None else None
    baseline, target = cell(row, BASELINE), cell(row, TARGET)
    missing = _("mangler")
    return [
        item.number,
        title_of(item),
        item.indicator or missing,
        item.indicator_unit,
        Words(book.figures).name(item.measured_by),
        Formula(measured.baseline[item.id], missing if status.baseline is None else status.baseline),
        Formula(measured.target[item.id], missing if item.target is None else item.target),
        found.measured_on if found is not None else None,
        value,
        found.note if found is not None else "",
        *gap_and_reach(Places(cell(row, VALUE), baseline, target), status, value),
    ]


def _scale(book: Book, sheet: Sheet, rows: Range) -> None:
    """Colour how much has been reached; the number says the same."""
    if rows.empty:
        return
    area = (rows.first, REACHED, rows.last, REACHED)
    here = cell(rows.first, REACHED)
    for test, look in ((f"{here}>=1", "good"), (f"{here}<0", "bad")):
        rule = {"type": "formula", "criteria": f"=AND(ISNUMBER({here}),{test})", "format": book.signals[look]}
        sheet.raw.conditional_format(*area, rule)


def keys(figures: Figures) -> Iterator[tuple[str, str]]:
    """Yield which benefit each number is, which measuring point each sheet is for, and titles."""
    for item in figures.plan.benefits.items:
        yield item.id, item.number
    for point in figures.measuring_points:
        yield f"{POINT}{point.spec.id}", follow_up_sheet(point.spec)
    yield from told_titles(follow_up_titles)
