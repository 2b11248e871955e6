"""Sheet `Nullpunkt og måling`: what is measured how, from where to where, and what has been measured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.plan_tables import title_of
from digisos_wizard.export.workbook.sheet import Column, Range, Sheet, cell
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit, Measurement
from digisos_wizard.model.rules import measuring as rules

NUMBER, TITLE, INDICATOR, UNIT, METHOD, BY, BASELINE, MIDWAY, MIDWAY_ON, TARGET, TARGET_ON, ON, VALUE, GAP, REACHED = (
    range(15)
)
LOG_ON, LOG_VALUE, LOG_NOTE, LOG_GAP, LOG_REACHED = range(2, 7)
SPARE = 12
"""Empty rows for measurements to come; at least one for each benefit."""


@dataclass(frozen=True, slots=True)
class MeasureRefs:
    """For each benefit, the cells that tell how far its measuring has come."""

    indicator: Mapping[str, str]
    baseline: Mapping[str, str]
    target: Mapping[str, str]
    measured_on: Mapping[str, str]
    value: Mapping[str, str]


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Nullpunkt og måling"), (7, 28, 22, 11, 22, 16, 11, 11, 12, 11, 12, 12, 11, 11, 12))


def latest(benefit: Benefit) -> Measurement | None:
    """Return the last measurement that has a value: the latest date, the last one entered where dates are equal."""
    found: Measurement | None = None
    for measurement in benefit.measurements:
        if measurement.value is not None and (found is None or _day(measurement) >= _day(found)):
            found = measurement
    return found


def _day(measurement: Measurement) -> date:
    return measurement.measured_on or date.min


def write(book: Book, sheet: Sheet) -> MeasureRefs:
    """Fill the sheet and return where the state of each indicator can be read."""
    items = book.figures.plan.benefits.items
    words = Words(book.figures)
    sheet.title(
        _("Nullpunkt og måling"),
        _(
            "Måloppnåelsen er hvor langt dere er kommet fra nullpunktet til målet: "
            "(målt − nullpunkt) / (mål − nullpunkt). Nye målinger skrives i tabellen nederst; den siste hentes hit."
        ),
    )
    top = sheet.row
    log = _log_range(items, top)
    columns = (
        Column(_("Nr.")),
        Column(_("Gevinst")),
        Column(_("Indikator")),
        Column(_("Enhet")),
        Column(_("Målemetode")),
        Column(_("Måles av")),
        Column(_("Nullpunkt"), Look.NUMBER, editable=True),
        Column(_("Midtveis"), Look.NUMBER, editable=True),
        Column(_("Dato"), Look.DATE, editable=True),
        Column(_("Mål"), Look.NUMBER, editable=True),
        Column(_("Dato"), Look.DATE, editable=True),
        Column(_("Sist målt"), Look.DATE),
        Column(_("Målt verdi"), Look.NUMBER),
        Column(_("Avvik fra mål"), Look.NUMBER),
        Column(_("Mål-oppnåelse"), Look.FINE_PERCENT),
    )
    rows = sheet.table(
        columns,
        [_row(item, words, top + 1 + number, log) for number, item in enumerate(items)],
        empty=_("Ingen gevinster er lagt inn ennå."),
    )
    sheet.freeze(top + 1, 2)
    sheet.repeat(top, top)
    for column in (INDICATOR, BASELINE, TARGET):
        sheet.signal(rows, (column, column), [(_("mangler"), book.signals["wait"])])
    sheet.row += 1
    _log(sheet, items, rows, log)
    places = {item.id: top + 1 + number for number, item in enumerate(items)}

    def column_of(column: int) -> dict[str, str]:
        return {benefit: sheet.ref(row, column) for benefit, row in places.items()}

    return MeasureRefs(*(column_of(column) for column in (INDICATOR, BASELINE, TARGET, ON, VALUE)))


def _log_range(items: Sequence[Benefit], top: int) -> Range:
    """Return where the measurements will stand, below a table whose header is at `top`."""
    first = top + 1 + max(len(items), 1) + 1 + 3
    measured = sum(len(item.measurements) for item in items)
    return Range(first, first + measured + max(SPARE, len(items)) - 1)


def _row(item: Benefit, words: Words, row: int, log: Range) -> list[Content]:
    last = latest(item)
    on, value = _latest_text(row, log)
    measured = last.value if last is not None else None
    return [
        item.number,
        title_of(item),
        item.indicator or _("mangler"),
        item.indicator_unit,
        item.measuring_method,
        words.name(item.measured_by),
        _known(item.baseline),
        item.midway,
        item.midway_on,
        _known(item.target),
        item.target_on,
        Formula(on, (last.measured_on if last is not None else None) or ""),
        Formula(value, "" if measured is None else measured),
        _gap(cell(row, VALUE), cell(row, TARGET), measured, item.target),
        _reached(row, cell(row, VALUE), item, measured),
    ]


def _known(value: Decimal | None) -> Content:
    return _("mangler") if value is None else value


def _latest_text(row: int, log: Range) -> tuple[str, str]:
    """Return formulas for day and value of the last measurement of the benefit in a row."""

    def column(at: int) -> str:
        return f"{cell(log.first, at, fixed=True)}:{cell(log.last, at, fixed=True)}"

    mine = f"({column(NUMBER)}=${cell(row, NUMBER)})*ISNUMBER({column(LOG_VALUE)})"
    day = f"IFERROR(SUMPRODUCT(MAX({mine}*{column(LOG_ON)})),0)"
    value = f'IFERROR(LOOKUP(2,1/({mine}*({column(LOG_ON)}={day})),{column(LOG_VALUE)}),"")'
    return f'IF({day}=0,"",{day})', value


def _gap(value: str, target: str, measured: Decimal | None, wanted: Decimal | None) -> Formula:
    text = f'IF(AND(ISNUMBER({value}),ISNUMBER({target})),{value}-{target},"")'
    return Formula(text, "" if measured is None or wanted is None else measured - wanted)


def _reached(row: int, value: str, item: Benefit, measured: Decimal | None) -> Formula:
    baseline, target = f"${cell(row, BASELINE)}", f"${cell(row, TARGET)}"
    known = f"AND(ISNUMBER({value}),ISNUMBER({baseline}),ISNUMBER({target}))"
    text = f'IF({known},IF({target}={baseline},"–",({value}-{baseline})/({target}-{baseline})),"–")'
    reached = rules.achievement(item.baseline, item.target, measured)
    return Formula(text, "–" if reached is None else reached)


def _log(sheet: Sheet, items: Sequence[Benefit], rows: Range, log: Range) -> None:
    """Write every measurement, and rows for those to come."""
    sheet.heading(_("Målinger"), _("Skriv gevinstens nummer, dato og målt verdi. Avvik og måloppnåelse regnes ut."))
    columns = (
        Column(_("Nr.")),
        Column(_("Gevinst")),
        Column(_("Målt dato"), Look.DATE, editable=True),
        Column(_("Målt verdi"), Look.NUMBER, editable=True),
        Column(_("Merknad")),
        Column(_("Avvik fra mål"), Look.NUMBER),
        Column(_("Mål-oppnåelse"), Look.FINE_PERCENT),
    )
    contents = [
        _measured(item, measurement, log.first + number, rows)
        for number, (item, measurement) in enumerate(
            (item, measurement) for item in items for measurement in item.measurements
        )
    ]
    spare: list[list[Content]] = [[None] * len(columns) for _row in range(log.last - log.first + 1 - len(contents))]
    found = sheet.table(columns, [*contents, *spare])
    sheet.choose_from(found, NUMBER, rows, NUMBER)
    sheet.only_dates(found, LOG_ON)


def _measured(item: Benefit, measurement: Measurement, row: int, rows: Range) -> list[Content]:
    def wanted(column: int) -> str:
        numbers = f"{cell(rows.first, NUMBER, fixed=True)}:{cell(rows.last, NUMBER, fixed=True)}"
        values = f"{cell(rows.first, column, fixed=True)}:{cell(rows.last, column, fixed=True)}"
        return f"INDEX({values},MATCH(${cell(row, NUMBER)},{numbers},0))"

    value, baseline, target = cell(row, LOG_VALUE), wanted(BASELINE), wanted(TARGET)
    known = f"AND(ISNUMBER({value}),ISNUMBER({baseline}),ISNUMBER({target}))"
    reached = rules.achievement(item.baseline, item.target, measurement.value)
    gap = measurement.value - item.target if measurement.value is not None and item.target is not None else None
    return [
        item.number,
        title_of(item),
        measurement.measured_on,
        measurement.value,
        measurement.note,
        Formula(f'IF(AND(ISNUMBER({value}),ISNUMBER({target})),{value}-{target},"")', "" if gap is None else gap),
        Formula(
            f'IF({known},IF({target}={baseline},"–",({value}-{baseline})/({target}-{baseline})),"–")',
            "–" if reached is None else reached,
        ),
    ]
