"""Sheets `Måling …`: one for each measuring point, to fill in and read back into the plan."""

from collections.abc import Iterator

from digisos_wizard.export.workbook import checks, measurement_log, names, reach
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.register import title_of
from digisos_wizard.export.workbook.table import Field, Own, Row, Table, Text
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.export.workbook.units import Unit
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.returned import POINT, follow_up_sheet, follow_up_titles, told_titles
from digisos_wizard.model.rules.benefits import measuring as rules

SPARE = 6


def place(book: Book) -> dict[str, Table]:
    """Add a sheet for each measuring point and say where its rows will stand."""
    titles = follow_up_titles()
    fields = (
        Field("nr", titles.number, width=8),
        Field("name", titles.benefit, width=30, computed=True),
        Field("indicator", _("Indikator"), width=24, computed=True),
        Field("unit", _("Enhet"), width=12, computed=True),
        Field("by", _("Måles av"), width=16, computed=True),
        Field("baseline", _("Nullpunkt"), Look.MEASURED, 12, computed=True),
        Field("target", _("Mål eller grense"), Look.MEASURED, 12, computed=True),
        Field("on", titles.measured_on, Look.DATE, 14),
        Field("value", titles.value, Look.MEASURED, 13),
        Field("note", titles.note, width=28),
        *reach.fields(),
    )
    found = {}
    for number, point in enumerate(book.figures.measuring_points, start=1):
        sheet = book.sheet(follow_up_sheet(point.spec), [field.width for field in fields])
        when = formatting.day(point.day) if point.day is not None else _("dagen er ikke bestemt ennå")
        lead = _("Planlagt: {when}. Fyll ut de blå feltene, lagre, og hent filen inn igjen.")
        sheet.title(sheet.name, lead.format(when=when))
        count = len(book.figures.plan.benefits.items)
        found[point.spec.id] = Table(sheet, f"{names.POINT}_{number}", fields, count, SPARE)
    return found


def write(book: Book, tables: Tables) -> None:
    """Fill the sheets."""
    for point in book.figures.measuring_points:
        table = tables.points[point.spec.id]
        rows = [_row(book, status, point) for status in book.figures.statuses]
        table.rules |= measurement_log.rules_of(table, tables)
        checks.fill(book, table, rows, _formulas(tables))
        table.sheet.break_columns()
        table.sheet.freeze(table.first, 2)
        table.sheet.repeat(table.head, table.head)
        measurement_log.colour(book, table)
        table.signal("indicator", [(_("mangler"), book.signals["wait"])])
        checks.known(book, table, tables.register)


def _formulas(tables: Tables) -> dict[str, Text]:
    measured = tables.measuring

    def number(key: str) -> Text:
        def text(own: Own) -> str:
            found = measured.find(key, own("nr"))
            return f'IF(ISNUMBER({found}),{found},"{_("mangler")}")'

        return text

    def words(key: str) -> Text:
        return lambda own: measurement_log.in_words(measured.find(key, own("nr")))

    return measurement_log.formulas(tables) | {
        "indicator": words("indicator"),
        "by": words("by"),
        "baseline": number("baseline"),
        "target": number("target"),
    }


def _row(book: Book, status: rules.Status, point: rules.Point) -> Row:
    item = status.benefit
    unit, missing = Unit.of(item.indicator_unit), _("mangler")
    found = rules.row_at(item, point.spec.id)
    value = found.value if found is not None else None
    return {
        "nr": item.number,
        "name": title_of(item),
        "indicator": item.indicator or reach.NOTHING,
        "unit": item.indicator_unit or reach.NOTHING,
        "by": Words(book.figures).name(item.measured_by) or reach.NOTHING,
        "baseline": unit.shown(missing if status.baseline is None else status.baseline),
        "target": unit.shown(missing if item.target is None else item.target),
        "on": found.measured_on if found is not None else None,
        "value": unit.shown(value),
        "note": found.note if found is not None else "",
        **reach.values(status, value),
    }


def keys(figures: Figures) -> Iterator[tuple[str, str]]:
    """Yield which benefit each number is, which measuring point each sheet is for, and titles."""
    for item in figures.plan.benefits.items:
        yield item.id, item.number
    for point in figures.measuring_points:
        yield f"{POINT}{point.spec.id}", follow_up_sheet(point.spec)
    yield from told_titles(follow_up_titles)
