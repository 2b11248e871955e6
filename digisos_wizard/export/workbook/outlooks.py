"""Sheet `Utfall per gevinst`: every benefit's kroner when it goes badly, as expected, and well."""

from decimal import Decimal

from digisos_wizard.export.workbook import checks
from digisos_wizard.export.workbook.benefit_years import MORE, Chosen, shown, whole
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.register import SPARE, title_of
from digisos_wizard.export.workbook.table import Field, Own, Row, Table, Text, in_order
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.export.workbook.year_text import NOTHING, Basis, in_year
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits.value import factor, full_amount, portions, saves_time, used_from
from digisos_wizard.model.terms import BenefitClass, FreedTimeUse, Outlook

OUTLOOKS = (Outlook.LOW, Outlook.EXPECTED, Outlook.HIGH)


def words(outlook: Outlook) -> str:
    """Return the words for an outlook."""
    return {
        Outlook.LOW: _("Går dårlig"),
        Outlook.EXPECTED: _("Som forventet"),
        Outlook.HIGH: _("Går bra"),
    }[outlook]


def place(book: Book) -> Table:
    """Add the sheet and say where the outcomes will stand."""
    figures = book.figures
    first, years = figures.benefits.first_year, range(figures.benefits.years)
    fields = [
        Field("nr", _("Nr."), width=8, computed=True),
        Field("name", _("Gevinst"), width=32, computed=True),
        Field("kind", _("Klasse"), Look.CENTRED, 10, computed=True),
        Field("portion", _("Del av frigjort tid"), Look.FINE_PERCENT, 12, computed=True),
        Field("used", _("Bruk bestemt"), Look.CENTRED, 11, computed=True),
        Field("sign", _("Fortegn"), Look.NUMBER, 10, computed=True),
        Field("start", _("Virker fra"), Look.DATE, 13, computed=True),
        Field("use_from", _("Brukes fra"), Look.DATE, 13, computed=True),
    ]
    for outlook in OUTLOOKS:
        told = words(outlook)
        title = _("{outlook}: faktor").format(outlook=told)
        fields.append(Field(f"factor-{outlook}", title, Look.FACTOR, 12, computed=True))
        title = _("{outlook}: helt år").format(outlook=told)
        fields.append(Field(f"whole-{outlook}", title, Look.KRONER, 14, computed=True))
        fields += [
            Field(f"{outlook}-{year}", f"{told} {first + year}", Look.KRONER, 13, computed=True) for year in years
        ]
    sheet = book.sheet(_("Utfall per gevinst"), [field.width for field in fields])
    sheet.title(
        _("Utfall per gevinst"),
        _(
            "Lavt og høyt anslag for hver gevinst står i arket Gevinstplan. En ulempe regnes omvendt: når det går "
            "dårlig, gjelder det høye anslaget."
        ),
    )
    return Table(sheet, "Utfall", fields, len(figures.plan.benefits.items), SPARE + MORE)


def write(book: Book, tables: Tables) -> None:
    """Write every benefit under every outlook."""
    figures, table, register, planned = book.figures, tables.outlooks, tables.register, tables.years

    def taken(key: str) -> Text:
        return lambda own: planned.find(key, own("nr"))

    formulas: dict[str, Text] = {
        "nr": in_order(table, register, "order"),
        **{key: taken(key) for key in ("name", "kind", "portion", "used", "sign")},
        **{key: taken(key) for key in ("start", "use_from")},
    }
    for outlook in OUTLOOKS:
        formulas[f"factor-{outlook}"] = _factor(register, outlook)
        formulas[f"whole-{outlook}"] = _whole(figures, register, outlook)
        for year in range(figures.benefits.years):
            formulas[f"{outlook}-{year}"] = _year(figures, tables, outlook, year)
    items = figures.plan.benefits.items
    parts = portions(items)
    checks.fill(book, table, [_row(figures, item, parts.get(item.id)) for item in items], formulas)
    table.sheet.break_columns()
    table.sheet.freeze(table.first, 2)
    table.sheet.repeat(table.head, table.head)
    for key in formulas:
        table.signal(key, [(_("mangler"), book.signals["wait"])])
    checks.shows_all(book, table, register, "order")


def _turned(own: Own, outlook: Outlook) -> Chosen:
    """Return which of three estimates an outlook takes; a disadvantage turns low and high around."""

    def chosen(low: str, expected: str, high: str) -> str:
        if outlook is Outlook.EXPECTED:
            return expected
        first, other = (low, high) if outlook is Outlook.LOW else (high, low)
        return f"IF({own('sign')}<0,{other},{first})"

    return chosen


def _factor(register: Table, outlook: Outlook) -> Text:
    def text(own: Own) -> str:
        low, high = (register.find(key, own("nr")) for key in ("low_part", "high_part"))
        return f"IF(COUNT({low},{high})=2,{_turned(own, outlook)(low, '1', high)},1)"

    return text


def _whole(figures: Figures, register: Table, outlook: Outlook) -> Text:
    return lambda own: whole(figures, register, own, own(f"factor-{outlook}"), _turned(own, outlook))


def _year(figures: Figures, tables: Tables, outlook: Outlook, year: int) -> Text:
    return lambda own: in_year(figures, tables, own, year, Basis(own(f"factor-{outlook}"), own(f"whole-{outlook}")))


def _row(figures: Figures, item: Benefit, portion: Decimal | None) -> Row:
    time, unpriced = saves_time(item), item.kind is BenefitClass.NOT_PRICED
    row: dict[str, Content] = {
        "nr": item.number,
        "name": title_of(item),
        "kind": item.kind.value,
        "portion": NOTHING if portion is None else portion,
        "used": item.use is not FreedTimeUse.UNDECIDED,
        "sign": -1 if item.disadvantage else 1,
        "start": item.start_on or NOTHING,
        "use_from": used_from(item) or NOTHING,
    }
    for outcome in figures.outcomes:
        outlook = outcome.outlook
        amount = full_amount(item, outlook)
        row[f"factor-{outlook}"] = factor(item, outlook)
        row[f"whole-{outlook}"] = NOTHING if time or unpriced else _("mangler") if amount is None else amount
        for year in outcome.of(item.id):
            row[f"{outlook}-{year.year_index}"] = shown(item, year.counted)
    return row
