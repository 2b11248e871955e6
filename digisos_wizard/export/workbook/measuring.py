"""Sheet `Nullpunkt og måling`: what is measured how, from where to where, and what has been measured."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook import measurement_log
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.measurement_log import LOG_ON, LOG_VALUE, log_range, rows_measured
from digisos_wizard.export.workbook.plan_tables import title_of
from digisos_wizard.export.workbook.reach import Places, gap_and_reach
from digisos_wizard.export.workbook.sheet import Column, Range, Sheet, cell, serial, span_fixed
from digisos_wizard.export.workbook.time_use import Saved
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.mapping import Mapping as TimeUse
from digisos_wizard.model.returned import follow_up_titles
from digisos_wizard.model.rules.benefits import measuring as rules

NUMBER, TITLE, INDICATOR = range(3)
BASELINE, TARGET, VALUE = 6, 9, 12
DAY = 15
"""A hidden column: the last measurement's day as a number."""
MOST_ARGUMENTS = 200
"""Cells in one call of a function; spreadsheets take 255."""


@dataclass(frozen=True, slots=True)
class PointRefs:
    """A follow-up sheet: for each benefit, the cells with the day measured and the value."""

    day: Mapping[str, str]
    value: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sources:
    """What the last measurement and the baseline are read from."""

    paper: Mapping[str, str]
    log: Range
    points: Sequence[PointRefs]


@dataclass(frozen=True, slots=True)
class MeasureRefs:
    """For each benefit, the cells that tell how far its measuring has come."""

    indicator: Mapping[str, str]
    baseline: Mapping[str, str]
    target: Mapping[str, str]
    value: Mapping[str, str]


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(follow_up_titles().sheet, (7, 28, 22, 11, 22, 16, 11, 11, 12, 11, 12, 12, 11, 11, 12))


def write(book: Book, sheet: Sheet, saved: Saved, points: Sequence[PointRefs]) -> MeasureRefs:
    """Fill the sheet and return where the state of each indicator can be read."""
    items = book.figures.plan.benefits.items
    sheet.title(
        follow_up_titles().sheet,
        _(
            "Måloppnåelsen er hvor langt dere er kommet fra nullpunktet til målet: "
            "(målt − nullpunkt) / (mål − nullpunkt). Den siste målingen hentes hit fra oppfølgingsarkene og fra "
            "tabellen nederst."
        ),
    )
    top = sheet.row
    log = log_range(items, top)
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
        [
            _row(book.figures, item, top + 1 + number, Sources(saved.paper, log, points))
            for number, item in enumerate(items)
        ],
        empty=_("Ingen gevinster er lagt inn ennå."),
    )
    sheet.freeze(top + 1, 2)
    sheet.repeat(top, top)
    for column in (INDICATOR, BASELINE, TARGET):
        sheet.signal(rows, (column, column), [(_("mangler"), book.signals["wait"])])
    for number, item in enumerate(items):
        sheet.put(top + 1 + number, DAY, _last_day(item, top + 1 + number, log, points))
    sheet.raw.set_column(DAY, DAY, None, None, {"hidden": True})
    sheet.row += 1
    measurement_log.write(sheet, book.figures, rows, log)
    places = {item.id: top + 1 + number for number, item in enumerate(items)}

    def column_of(column: int) -> dict[str, str]:
        return {benefit: sheet.ref(row, column) for benefit, row in places.items()}

    return MeasureRefs(*(column_of(column) for column in (INDICATOR, BASELINE, TARGET, VALUE)))


def _row(figures: Figures, item: Benefit, row: int, sources: Sources) -> list[Content]:
    words = Words(figures)
    status = rules.status(item, figures.plan.mapping)
    last = status.last
    measured = last.value if last is not None else None
    return [
        item.number,
        title_of(item),
        item.indicator or _("mangler"),
        item.indicator_unit,
        item.measuring_method,
        words.name(item.measured_by),
        _baseline(figures.plan.mapping, item, sources.paper),
        item.midway,
        item.midway_on,
        _known(item.target),
        item.target_on,
        Formula(f'IF({cell(row, DAY)}>0,{cell(row, DAY)},"")', (last.measured_on if last is not None else None) or ""),
        Formula(_last_value(item, row, sources), "" if measured is None else measured),
        *gap_and_reach(Places(cell(row, VALUE), f"${cell(row, BASELINE)}", f"${cell(row, TARGET)}"), status, measured),
    ]


def _baseline(mapping: TimeUse, item: Benefit, paper: Mapping[str, str]) -> Content:
    """Return the benefit's own baseline, or the minutes of the steps that it is taken from, as they stand there."""
    value = rules.baseline_of(item, mapping)
    cells = [paper[step.id] for step in mapping.steps if step.id in item.baseline_steps]
    if item.baseline is not None or not cells:
        return _known(value)
    parts = [",".join(part) for part in _batched(cells)]
    count, total = ("+".join(f"{function}({part})" for part in parts) for function in ("COUNT", "SUM"))
    missing = _("mangler")
    text = f"IF({count}={len(cells)},{total},{as_word(missing)})"
    return Formula(text, missing if value is None else value)


def _batched(cells: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield as many cells at a time as a function takes."""
    for first in range(0, len(cells), MOST_ARGUMENTS):
        yield cells[first : first + MOST_ARGUMENTS]


def _known(value: Decimal | None) -> Content:
    return _("mangler") if value is None else value


def _last_day(item: Benefit, row: int, log: Range, points: Sequence[PointRefs]) -> Formula:
    """Return the day of the last measurement as a number: 0 where it has none, −1 where nothing is measured."""
    mine = rows_measured(row, log)
    days = [f"IF(SUMPRODUCT({mine})>0,IFERROR(SUMPRODUCT(MAX({mine}*{span_fixed(log, LOG_ON)})),0),-1)"]
    days += [f"IF(ISNUMBER({point.value[item.id]}),N({point.day[item.id]}),-1)" for point in points]
    last = rules.latest(item.measurements)
    known = -1 if last is None else 0 if last.measured_on is None else serial(last.measured_on)
    return Formula(f"MAX({','.join(days)})", known)


def _last_value(item: Benefit, row: int, sources: Sources) -> str:
    """Return the formula for the value on the last day: of a measuring point before one of the log."""
    log, day = sources.log, cell(row, DAY)
    found = f"LOOKUP(2,1/({rows_measured(row, log)}*({day}={span_fixed(log, LOG_ON)})),{span_fixed(log, LOG_VALUE)})"
    text = f'IFERROR({found},"")'
    for point in sources.points:
        value, on = point.value[item.id], point.day[item.id]
        text = f"IF(AND(ISNUMBER({value}),N({on})={day}),{value},{text})"
    return text
