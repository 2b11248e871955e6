"""The log on `Nullpunkt og måling`: measurements that belong to no measuring point, and rows for those to come."""

from collections.abc import Sequence

from digisos_wizard.export.workbook.cells import Content, Formula
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.plan_tables import title_of
from digisos_wizard.export.workbook.reach import Places, gap_and_reach
from digisos_wizard.export.workbook.sheet import Column, Range, Sheet, cell, span_fixed
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit, Measurement
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.returned import follow_up_titles
from digisos_wizard.model.rules.benefits import measuring as rules

NUMBER, TITLE, LOG_ON, LOG_VALUE = range(4)
BASELINE, TARGET = 6, 9
"""Columns of the table above that deviation and achievement are reckoned from."""
SPARE = 12
"""Empty rows for measurements to come; at least one for each benefit."""


def log_range(items: Sequence[Benefit], top: int) -> Range:
    """Return where the measurements will stand, below a table whose header is at `top`."""
    first = top + 1 + max(len(items), 1) + 1 + 3
    measured = sum(len(free_measurements(item)) for item in items)
    return Range(first, first + measured + max(SPARE, len(items)) - 1)


def free_measurements(item: Benefit) -> list[Measurement]:
    """Return the measurements that belong to no measuring point."""
    return [measurement for measurement in item.measurements if not measurement.point]


def rows_measured(row: int, log: Range) -> str:
    """Return the formula for which rows of the log are measurements of the benefit in a row: 1 or 0 for each."""
    return f"({span_fixed(log, NUMBER)}=${cell(row, NUMBER)})*ISNUMBER({span_fixed(log, LOG_VALUE)})"


def write(sheet: Sheet, figures: Figures, rows: Range, log: Range) -> None:
    """Write every measurement that belongs to no measuring point, and rows for those to come."""
    sheet.heading(
        _("Andre målinger"),
        _("Skriv gevinstens nummer, dato og målt verdi. Målinger til faste tider hører hjemme i oppfølgingsarkene."),
    )
    titles = follow_up_titles()
    columns = (
        Column(titles.number, editable=True),
        Column(titles.benefit),
        Column(titles.measured_on, Look.DATE, editable=True),
        Column(titles.value, Look.NUMBER, editable=True),
        Column(titles.note, editable=True),
        Column(_("Avvik fra mål"), Look.NUMBER),
        Column(_("Mål-oppnåelse"), Look.FINE_PERCENT),
    )
    items = figures.plan.benefits.items
    measured = [(item, measurement) for item in items for measurement in free_measurements(item)]
    contents = [
        _logged(figures, rows, log.first + number, item, measurement)
        for number, (item, measurement) in enumerate(measured)
    ]
    contents += [
        _logged(figures, rows, row) if items else [None] * len(columns)
        for row in range(log.first + len(measured), log.last + 1)
    ]
    found = sheet.table(columns, contents)
    sheet.choose_from(found, NUMBER, rows, NUMBER)
    sheet.only_dates(found, LOG_ON)


def _logged(
    figures: Figures, rows: Range, row: int, item: Benefit | None = None, measurement: Measurement | None = None
) -> list[Content]:
    """Return a measurement's row, or one for a measurement to come."""

    def wanted(column: int) -> str:
        numbers, values = span_fixed(rows, NUMBER), span_fixed(rows, column)
        return f'IFERROR(INDEX({values},MATCH(${cell(row, NUMBER)},{numbers},0)),"")'

    title = Formula(f'IF(${cell(row, NUMBER)}="","",{wanted(TITLE)})', title_of(item) if item is not None else "")
    value = cell(row, LOG_VALUE)
    places = Places(value, wanted(BASELINE), wanted(TARGET))
    if item is None or measurement is None:
        return [None, title, None, None, None, *gap_and_reach(places, None, None)]
    status = rules.status(item, figures.plan.mapping)
    return [
        item.number,
        title,
        measurement.measured_on,
        measurement.value,
        measurement.note,
        *gap_and_reach(places, status, measurement.value),
    ]
