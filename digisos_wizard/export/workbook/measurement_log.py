"""Sheet `Andre målinger`: measurements that belong to no measuring point, and rows for those to come."""

from digisos_wizard.export.workbook import checks, names, reach, said, valid
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.register import title_of
from digisos_wizard.export.workbook.table import Field, Own, Row, Table, Text
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.export.workbook.units import Unit
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit, Measurement
from digisos_wizard.model.returned import follow_up_titles
from digisos_wizard.model.rules.benefits import measuring as rules

SPARE = 12
"""Empty rows for measurements to come; at least one for each benefit."""


def place(book: Book) -> Table:
    """Add the sheet and say where the measurements will stand."""
    titles = follow_up_titles()
    fields = (
        Field("nr", titles.number, width=8),
        Field("name", titles.benefit, width=34, computed=True),
        Field("unit", _("Enhet"), width=14, computed=True),
        Field("on", titles.measured_on, Look.DATE, 14),
        Field("value", titles.value, Look.MEASURED, 13),
        Field("note", titles.note, width=36),
        *reach.fields(),
    )
    sheet = book.sheet(titles.sheet, [field.width for field in fields])
    sheet.title(
        titles.sheet,
        _("Skriv gevinstens nummer, dato og målt verdi. Målinger til faste tider hører hjemme i oppfølgingsarkene."),
    )
    items = book.figures.plan.benefits.items
    measured = sum(len(free_measurements(item)) for item in items)
    return Table(sheet, names.LOG, fields, measured, max(SPARE, len(items)), unique=False)


def free_measurements(item: Benefit) -> list[Measurement]:
    """Return the measurements that belong to no measuring point."""
    return [measurement for measurement in item.measurements if not measurement.point]


def formulas(tables: Tables) -> dict[str, Text]:
    """Return the formulas of a table of measurements: whose they are, and how far they have come."""
    measured = tables.measuring

    def found(key: str, own: Own) -> str:
        return measured.find(key, own("nr"))

    return {
        "name": lambda own: tables.register.find("name", own("nr")),
        "unit": lambda own: in_words(found("unit", own)),
        **reach.formulas(
            reach.Places(
                lambda own: found("baseline", own),
                lambda own: found("target", own),
                lambda own: f"{tables.register.find('bad', own('nr'))}={said.yes()}",
            )
        ),
    }


def colour(book: Book, table: Table) -> None:
    """Colour what is as it should be, and what isn't; the words say the same."""
    table.signal("verdict", [(word, book.signals["good"]) for word in reach.good_words()])
    table.signal("verdict", [(word, book.signals["bad"]) for word in reach.bad_words()])


def rules_of(table: Table, tables: Tables) -> dict[str, valid.Rule]:
    """Return what a table of measurements takes: numbers of benefits, and values in the unit of each."""
    numbers = numbers_of(tables.register)
    return {"nr": numbers, "value": valid.by_unit(table.here("value"), table.here("unit"))}


def numbers_of(register: Table) -> valid.Rule:
    """Return the rule for a cell that names a benefit of the register."""
    first, last = (register.place(row, "nr") for row in (register.first, register.last))
    return valid.listed(f"={first}:{last.rpartition('!')[2]}")


def in_words(found: str) -> str:
    """Return the formula for words that have been looked up, a dash where there are none."""
    nothing = as_word(reach.NOTHING)
    return f"IFERROR(IF(LEN({found})=0,{nothing},{found}),{nothing})"


def write(book: Book, tables: Tables) -> None:
    """Write every measurement that belongs to no measuring point, and rows for those to come."""
    table = tables.log
    rows = [
        _row(status, measurement)
        for status in book.figures.statuses
        for measurement in free_measurements(status.benefit)
    ]
    table.rules |= rules_of(table, tables)
    checks.fill(book, table, rows, formulas(tables))
    table.sheet.freeze(table.first, 2)
    table.sheet.repeat(table.head, table.head)
    colour(book, table)
    checks.known(book, table, tables.register)


def _row(status: rules.Status, measurement: Measurement) -> Row:
    item = status.benefit
    unit = Unit.of(item.indicator_unit)
    return {
        "nr": item.number,
        "name": title_of(item),
        "unit": item.indicator_unit or reach.NOTHING,
        "on": measurement.measured_on,
        "value": unit.shown(measurement.value),
        "note": measurement.note,
        **reach.values(status, measurement.value),
    }
