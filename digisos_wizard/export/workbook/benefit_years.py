"""Sheet `Gevinst per år`: what each benefit in the register rests on, and its kroner in every year."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from digisos_wizard.export.workbook import checks, names, said
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.register import SPARE, time_word, title_of
from digisos_wizard.export.workbook.table import Field, Own, Row, Table, Text, in_order
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.export.workbook.year_text import MONTHS, NOTHING, Basis, begun, in_year
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.display import benefit_letters
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits.value import begun as begun_in
from digisos_wizard.model.rules.benefits.value import factor, full_amount, portions, saves_time, used_from
from digisos_wizard.model.terms import BenefitClass, BenefitMethod, FreedTimeUse

MORE = 4
"""Rows beyond those of the register, for rows that are put in there."""

Chosen = Callable[[str, str, str], str]
"""Low, expected, high -> the formula for the one that counts."""


def place(book: Book) -> Table:
    """Add the sheet and say where the benefits' years will stand."""
    figures = book.figures
    fields = (
        Field("nr", _("Nr."), width=8, computed=True),
        Field("name", _("Gevinst"), width=32, computed=True),
        Field("kind", _("Klasse"), Look.CENTRED, 10, computed=True),
        Field("portion", _("Del av frigjort tid"), Look.FINE_PERCENT, 12, computed=True),
        Field("used", _("Bruk bestemt"), Look.CENTRED, 11, computed=True),
        Field("sign", _("Fortegn"), Look.NUMBER, 10, computed=True),
        Field("start", _("Virker fra"), Look.DATE, 13, computed=True),
        Field("use_from", _("Brukes fra"), Look.DATE, 13, computed=True),
        Field("taken", _("Del i bruk siste år"), Look.FINE_PERCENT, 12, computed=True),
        Field("factor", _("Faktor"), Look.FACTOR, 10, computed=True),
        Field("whole", _("Helt år"), Look.KRONER, 14, computed=True),
        *(
            Field(f"y{year}", str(figures.benefits.first_year + year), Look.KRONER, 13, computed=True)
            for year in range(figures.benefits.years)
        ),
    )
    sheet = book.sheet(_("Gevinst per år"), [field.width for field in fields])
    sheet.title(
        _("Gevinst per år"),
        _(
            "Faste priser uten mva. Frigjort tid regnes først i kroner når det er bestemt hva den skal brukes til. "
            "Mengden er prosent av den frigjorte tiden; uten mengde deles resten likt. Usikkerhet: "
            "(lav + 3 × forventet + høy) / 5. Gevinster hos andre (V) vises, men er ikke med i netto for kommunen. "
            "{letters}"
        ).format(letters=benefit_letters()),
    )
    return Table(sheet, names.YEARS, fields, len(figures.plan.benefits.items), SPARE + MORE)


def write(book: Book, tables: Tables) -> None:
    """Write every benefit's years."""
    figures, table, register = book.figures, tables.years, tables.register
    formulas: dict[str, Text] = {
        "nr": in_order(table, register, "order"),
        "name": lambda own: register.find("name", own("nr")),
        "kind": lambda own: register.find("kind", own("nr")),
        "portion": lambda own: _portion(figures, register, own),
        "used": lambda own: _used(figures, register, own),
        "sign": lambda own: f"IF({register.find('bad', own('nr'))}={said.yes()},-1,1)",
        "start": lambda own: shown_day(register.find("start", own("nr"))),
        "use_from": lambda own: _use_from(register, own),
        "taken": lambda own: _taken(figures, tables, own),
        "factor": lambda own: f"IF({_both(register, own)},({_three(register, own)})/5,1)",
        "whole": lambda own: whole(figures, register, own, own("factor"), _weighed),
    }
    for year in range(figures.benefits.years):
        formulas[f"y{year}"] = _in_year(figures, tables, year)
    items = figures.plan.benefits.items
    parts = portions(items)
    checks.fill(book, table, [_row(figures, item, parts) for item in items], formulas)
    table.sheet.break_columns()
    table.sheet.freeze(table.first, 2)
    table.sheet.repeat(table.head, table.head)
    for key in ("whole", *(f"y{year}" for year in range(figures.benefits.years))):
        table.signal(key, [(_("mangler"), book.signals["wait"])])
    checks.shows_all(book, table, register, "order")


def _in_year(figures: Figures, tables: Tables, year: int) -> Text:
    return lambda own: in_year(figures, tables, own, year, Basis(own("factor"), own("whole")))


def shown_day(found: str) -> str:
    """Return a day that has been looked up, or a dash where there is none."""
    return f"IF(ISNUMBER({found}),{found},{as_word(NOTHING)})"


def _portion(figures: Figures, register: Table, own: Own) -> str:
    """Return the formula for a benefit's part of the freed hours: its quantity, else an even part of what is left."""
    methods, kinds, amounts = (register.column(key) for key in ("method", "kind", "quantity"))
    saved, mine = time_word(figures), as_word(BenefitClass.OWN_PRICED.value)
    quantity = register.find("quantity", own("nr"))
    rest = f"MAX(1-SUMIFS({amounts},{methods},{saved},{kinds},{mine}),0)"
    sharing = f"MAX(SUMPRODUCT(({methods}={saved})*({kinds}={mine})*(1-ISNUMBER({amounts}))),1)"
    time = f"AND({own('kind')}={mine},{register.find('method', own('nr'))}={saved})"
    return f"IF({time},IF(ISNUMBER({quantity}),{quantity},{rest}/{sharing}),{as_word(NOTHING)})"


def _used(figures: Figures, register: Table, own: Own) -> str:
    use = register.find("use", own("nr"))
    undecided = as_word(figures.content.option_label("FreedTimeUse", FreedTimeUse.UNDECIDED.value))
    return f"IF(OR(LEN({use})=0,{use}={undecided}),{said.no()},{said.yes()})"


def _use_from(register: Table, own: Own) -> str:
    """Return the formula for when what the own organisation wins is used, a dash where that is as soon as it comes."""
    mine = f"AND({own('kind')}={as_word(BenefitClass.OWN_PRICED.value)},{own('used')}={said.yes()})"
    return f"IF({mine},{shown_day(register.find('use_from', own('nr')))},{as_word(NOTHING)})"


def _taken(figures: Figures, tables: Tables, own: Own) -> str:
    """Return the formula for the part of the freed time that has a use in the last year."""
    last = figures.benefits.first_year + figures.benefits.years - 1
    share = tables.ramp.find("part", str(last))
    used = f"AND(ISNUMBER({own('portion')}),{own('used')}={said.yes()})"
    return f"IF({used},{own('portion')}*MIN({begun(own('use_from'), last)}/{share},1),{as_word(NOTHING)})"


def _both(register: Table, own: Own) -> str:
    return f"COUNT({register.find('low_part', own('nr'))},{register.find('high_part', own('nr'))})=2"


def _three(register: Table, own: Own) -> str:
    return f"{register.find('low_part', own('nr'))}+3+{register.find('high_part', own('nr'))}"


def _weighed(low: str, expected: str, high: str) -> str:
    return f"({low}+3*{expected}+{high})/5"


def whole(figures: Figures, register: Table, own: Own, times: str, chosen: Chosen) -> str:
    """Return the formula for the kroner of a whole year of what is no freed time."""

    def found(key: str) -> str:
        return register.find(key, own("nr"))

    avoided = as_word(figures.content.option_label("BenefitMethod", BenefitMethod.AVOIDED_COST.value))
    missing, nothing = said.missing(), as_word(NOTHING)
    quantity, price, low, expected, high = map(found, ("quantity", "price", "low", "expected", "high"))
    units = f"IF(COUNT({quantity},{price})=2,{quantity}*{price}*{times},{missing})"
    three = f"IF(COUNT({low},{high})=2,{chosen(low, expected, high)},{expected})"
    estimate = f"IF(ISNUMBER({expected}),{three},{missing})"
    amount = f"IF({found('method')}={avoided},{units},{estimate})"
    unpriced = as_word(BenefitClass.NOT_PRICED.value)
    return f"IF(OR({own('kind')}={unpriced},ISNUMBER({own('portion')})),{nothing},{amount})"


def _row(figures: Figures, item: Benefit, parts: Mapping[str, Decimal]) -> Row:
    time, unpriced = saves_time(item), item.kind is BenefitClass.NOT_PRICED
    amount = full_amount(item)
    row: dict[str, Content] = {
        "nr": item.number,
        "name": title_of(item),
        "kind": item.kind.value,
        "portion": parts[item.id] if time else NOTHING,
        "used": item.use is not FreedTimeUse.UNDECIDED,
        "sign": -1 if item.disadvantage else 1,
        "start": item.start_on or NOTHING,
        "use_from": used_from(item) or NOTHING,
        "taken": _taken_value(figures, item, parts),
        "factor": factor(item),
        "whole": NOTHING if time or unpriced else _("mangler") if amount is None else amount,
    }
    for year in figures.benefits.of(item.id):
        row[f"y{year.year_index}"] = shown(item, year.counted)
    return row


def _taken_value(figures: Figures, item: Benefit, parts: Mapping[str, Decimal]) -> Decimal | str:
    if not saves_time(item) or item.use is FreedTimeUse.UNDECIDED:
        return NOTHING
    result = figures.benefits
    share = Decimal(figures.costs.months_first_year) / MONTHS if result.years == 1 else Decimal(1)
    return parts[item.id] * min(begun_in(used_from(item), result.first_year + result.years - 1) / share, Decimal(1))


def shown(item: Benefit, counted: Decimal | None) -> Content:
    """Return a benefit's kroner in a year as the cell shows them."""
    if item.kind is BenefitClass.NOT_PRICED:
        return NOTHING
    return _("mangler") if counted is None else counted
