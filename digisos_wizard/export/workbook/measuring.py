"""Sheet `Nullpunkt og måling`: what is measured how, from where to where, and what has been measured last."""

from digisos_wizard.export.workbook import checks, measurement_log, reach, said, valid
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Plain, as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.register import title_of
from digisos_wizard.export.workbook.sheet import serial
from digisos_wizard.export.workbook.table import Field, Own, Row, Shown, Table, Text
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.export.workbook.time_use import number
from digisos_wizard.export.workbook.units import Unit
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.returned import measuring_sheet
from digisos_wizard.model.rules.benefits import measuring as rules

SPARE = 6
NUMBERS = '">=-1E+300"'
"""A criterion that every number meets, and no word."""
SEPARATOR = ";"


def place(book: Book) -> Table:
    """Add the sheet and say where the indicators will stand."""
    fields = (
        Field("nr", _("Nr."), width=8),
        Field("name", _("Gevinst"), width=28, computed=True),
        Field("indicator", _("Indikator"), width=24),
        Field("unit", _("Enhet"), width=12),
        Field("method", _("Målemetode"), width=22),
        Field("by", _("Måles av"), width=16),
        Field("own", _("Eget nullpunkt"), Look.MEASURED, 12),
        Field("steps", _("Nullpunkt fra steg"), width=14),
        Field("baseline", _("Nullpunkt"), Look.MEASURED, 12, computed=True),
        Field("midway", _("Midtveis"), Look.MEASURED, 12),
        Field("midway_on", _("Dato midtveis"), Look.DATE, 13),
        Field("target", _("Mål eller grense"), Look.MEASURED, 12),
        Field("target_on", _("Dato for mål"), Look.DATE, 13),
        Field("last_on", _("Sist målt"), Look.DATE, 13, computed=True),
        Field("value", _("Målt sist"), Look.MEASURED, 12, computed=True),
        *reach.fields(),
        Field("day", _("Dag som tall"), Look.NUMBER, 12, computed=True),
    )
    sheet = book.sheet(measuring_sheet(), [field.width for field in fields])
    sheet.title(
        measuring_sheet(),
        _(
            "En gevinst skal nå et mål: måloppnåelsen er (målt − nullpunkt) / (mål − nullpunkt). En ulempe skal holde "
            "seg innenfor en grense: det som er brukt av rommet, er (målt − nullpunkt) / (grense − nullpunkt). "
            "Den siste målingen hentes fra oppfølgingsarkene og fra Andre målinger. "
            "Uten eget nullpunkt hentes minuttene på papir fra stegene som er nevnt, "
            "for eksempel T1;T3."
        ),
    )
    return Table(sheet, "Indikatorer", fields, len(book.figures.plan.benefits.items), SPARE)


def write(book: Book, tables: Tables) -> None:
    """Write the indicators."""
    figures, table = book.figures, tables.measuring
    formulas: dict[str, Text] = {
        "name": lambda own: tables.register.find("name", own("nr")),
        "baseline": lambda own: _baseline(tables, own),
        "day": lambda own: _last_day(tables, own),
        "last_on": lambda own: f"IF({own('day')}>0,{own('day')},{as_word(reach.NOTHING)})",
        "value": lambda own: _last_value(tables, own),
        **reach.formulas(
            reach.Places(
                lambda own: own("baseline"), lambda own: own("target"), lambda own: is_bad(tables.register, own)
            )
        ),
    }
    for key in ("own", "midway", "target"):
        table.rules[key] = valid.by_unit(table.here(key), table.here("unit"))
    table.rules["nr"] = measurement_log.numbers_of(tables.register)
    checks.fill(book, table, [_row(figures, status) for status in figures.statuses], formulas)
    sheet = table.sheet
    sheet.break_columns()
    sheet.freeze(table.first, 2)
    sheet.repeat(table.head, table.head)
    table.hide("day")
    here = table.own(table.first)("nr")
    for key in ("indicator", "target"):
        table.colour(key, f"AND(LEN({here})>0,LEN({{}})=0)", book.signals["wait"])
    table.signal("baseline", [(_("mangler"), book.signals["wait"])])
    measurement_log.colour(book, table)
    checks.known(book, table, tables.register)
    if not figures.statuses:
        sheet.note(_("Ingen gevinster er lagt inn ennå."))


def is_bad(register: Table, own: Own) -> str:
    """Return the formula that tells whether a row is of a disadvantage."""
    return f"{register.find('bad', own('nr'))}={said.yes()}"


def _baseline(tables: Tables, own: Own) -> str:
    """Return the formula for the own baseline, else the paper minutes of the steps that are named."""
    numbers, minutes = tables.steps.column("nr"), tables.steps.column("paper")
    missing = said.missing()
    listed = f'";"&{own("steps")}&";"'
    mine = f'ISNUMBER(SEARCH(";"&{numbers}&";",{listed}))*(LEN({numbers})>0)'
    unknown = f"SUMPRODUCT({mine}*(1-ISNUMBER({minutes})))"
    total = f"IF(OR(SUMPRODUCT({mine})=0,{unknown}>0),{missing},SUMPRODUCT({mine},{minutes}))"
    return f"IF(ISNUMBER({own('own')}),{own('own')},IF(LEN({own('steps')})=0,{missing},{total}))"


def _last_day(tables: Tables, own: Own) -> str:
    """Return the formula for the last measurement's day as a number: 0 where it has none, −1 where nothing is."""
    days = []
    for table in (*tables.points.values(), tables.log):
        mine = f"{table.column('nr')},{own('nr')},{table.column('value')},{NUMBERS}"
        days.append(f"IF(COUNTIFS({mine})=0,-1,_xlfn.MAXIFS({table.column('on')},{mine}))")
    return f"MAX({','.join(days)})"


def _last_value(tables: Tables, own: Own) -> str:
    """Return the formula for the value on the last day: of a measuring point before one of the log."""
    text = as_word(reach.NOTHING)
    for table in (tables.log, *tables.points.values()):
        keys, days, values = (table.column(key) for key in ("nr", "on", "value"))
        mine = f"({keys}={own('nr')})*({days}={own('day')})*ISNUMBER({values})"
        text = f"IFERROR(LOOKUP(2,1/({mine}),{values}),{text})"
    return text


def step_numbers(figures: Figures, item: Benefit) -> str:
    """Return the numbers of the steps that a benefit's baseline is taken from."""
    steps = figures.plan.mapping.steps
    found = [number(index) for index, step in enumerate(steps) if step.id in item.baseline_steps]
    return SEPARATOR.join(found)


def _row(figures: Figures, status: rules.Status) -> Row:
    item, last = status.benefit, status.last
    unit = Unit.of(item.indicator_unit)
    measured = last.value if last is not None else None
    on: Plain = reach.NOTHING
    day: Plain = -1
    if last is not None:
        day = 0 if last.measured_on is None else serial(last.measured_on)
        on = last.measured_on or reach.NOTHING
    row: dict[str, Content | Shown] = {
        "nr": item.number,
        "name": title_of(item),
        "indicator": item.indicator,
        "unit": item.indicator_unit,
        "method": item.measuring_method,
        "by": Words(figures).name(item.measured_by),
        "own": unit.shown(item.baseline),
        "steps": step_numbers(figures, item),
        "baseline": unit.shown(_("mangler") if status.baseline is None else status.baseline),
        "midway": unit.shown(item.midway),
        "midway_on": item.midway_on,
        "target": unit.shown(item.target),
        "target_on": item.target_on,
        "last_on": on,
        "day": day,
        "value": unit.shown(reach.NOTHING if measured is None else measured),
        **reach.values(status, measured),
    }
    return row
