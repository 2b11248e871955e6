"""Sheet `Gevinst per år`: freed hours, what each priced benefit rests on, and its kroner in every year."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook.assumptions import MONTHS, Basis
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Column, Range, Sheet, cell, span_fixed
from digisos_wizard.export.workbook.time_use import Saved
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.display import benefit_letters
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits.value import full_amount, portions, saves_time
from digisos_wizard.model.terms import BenefitClass, BenefitMethod, FreedTimeUse

KIND = 2
METHOD, QUANTITY, UNIT_COST, LOW, EXPECTED, HIGH, LOW_PART, HIGH_PART = range(3, 11)
START, USED, DISADVANTAGE, PORTION, WHOLE = range(11, 16)
YEARS = 3
HEADER = 3
"""Rows that keep in sight: title and lead."""


@dataclass(frozen=True, slots=True)
class BenefitRefs:
    """Where hours and kroner stand, by year; `values` holds each priced benefit's cell of the last year."""

    sheet: Sheet
    basis: Range
    money: Range
    hours: tuple[str, ...]
    values: Mapping[str, str]
    saves_time: bool

    def column(self, column: int) -> str:
        """Return a column of the basis as other sheets name it."""
        return self.sheet.range(self.basis, column)

    def year(self, year: int) -> str:
        """Return the kroner of one year as other sheets name them."""
        return self.sheet.range(self.money, YEARS + year)


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Gevinst per år"), (7, 30, 8, 16, *[12.5] * 12))


def write(book: Book, sheet: Sheet, basis: Basis, saved: Saved) -> BenefitRefs:
    """Fill the sheet and return where hours and kroner stand."""
    figures = book.figures
    priced = [benefit for benefit in figures.plan.benefits.items if benefit.kind is not BenefitClass.NOT_PRICED]
    sheet.title(
        _("Gevinst per år"),
        _(
            "Faste priser uten mva. Frigjort tid regnes først i kroner når det er bestemt hva den skal brukes til. "
            "Gevinster hos andre (V) vises, men er ikke med i netto for kommunen. {letters}"
        ).format(letters=benefit_letters()),
    )
    sheet.freeze(HEADER - 1, 3)
    sheet.repeat(0, 0)
    hours = _hours(figures, sheet, basis, saved)
    sheet.row += 1
    sheet.heading(
        _("Grunnlaget for de prissatte gevinstene"),
        _(
            "For spart tid er mengden prosent av den frigjorte tiden; uten mengde deles resten likt. Usikkerhet: "
            "(lav + 3 × forventet + høy) / 5, i kroner for anslag og i prosent av det forventede for tid og mengder."
        ),
    )
    grounds = _grounds(book, sheet, priced)
    sheet.row += 1
    sheet.heading(_("Kroner per år"))
    money = _money(book, sheet, priced, grounds, _Years(hours, basis))
    last = figures.benefits.years - 1
    values = {benefit.id: sheet.ref(money.first + number, YEARS + last) for number, benefit in enumerate(priced)}
    return BenefitRefs(sheet, grounds, money, hours, values, any(saves_time(benefit) for benefit in priced))


@dataclass(frozen=True, slots=True)
class _Years:
    hours: tuple[str, ...]
    basis: Basis


def method_words(figures: Figures, benefit: Benefit) -> str:
    """Return how a benefit is valued: freed time counts in the own organisation alone, else it is an estimate."""
    method = benefit.method or BenefitMethod.ESTIMATE
    if method is BenefitMethod.SAVED_TIME and not saves_time(benefit):
        method = BenefitMethod.ESTIMATE
    return figures.content.option_label("BenefitMethod", method.value)


def _year_columns(figures: Figures, look: Look) -> list[Column]:
    first = figures.benefits.first_year
    return [Column(str(first + year), look) for year in range(figures.benefits.years)]


def _hours(figures: Figures, sheet: Sheet, basis: Basis, saved: Saved) -> tuple[str, ...]:
    """Write the hours freed in each year and return their cells."""
    sheet.heading(_("Frigjort tid"))
    sheet.head([Column(""), Column(_("Timer per år")), Column(""), *_year_columns(figures, Look.FINE)])
    cells = []
    for column, content in enumerate(("", _("Frigjort tid, alle søknader"), "")):
        sheet.put(sheet.row, column, content, Look.CELL)
    for row in figures.benefits.rows:
        year = row.year_index
        minutes = f"({saved.plain}+{saved.attachments}*{basis.attachments[year]})"
        text = f"ROUND({MONTHS}*{basis.digital[year]}*{minutes}/60*{basis.part_of_year[year]},2)"
        sheet.put(sheet.row, YEARS + year, Formula(text, row.saved_hours), Look.CELL, Look.FINE)
        cells.append(sheet.ref(sheet.row, YEARS + year))
    sheet.row += 1
    return tuple(cells)


def _grounds(book: Book, sheet: Sheet, priced: Sequence[Benefit]) -> Range:
    figures = book.figures
    first = sheet.row + 1
    rows = Range(first, first + len(priced) - 1)
    columns = (
        Column(_("Nr.")),
        Column(_("Gevinst")),
        Column(_("Klasse"), Look.CENTRED),
        Column(_("Metode")),
        Column(_("Mengde"), Look.NUMBER, editable=True),
        Column(_("Kroner per enhet"), Look.KRONER, editable=True),
        Column(_("Lav"), Look.KRONER, editable=True),
        Column(_("Forventet"), Look.KRONER, editable=True),
        Column(_("Høy"), Look.KRONER, editable=True),
        Column(_("Lav, del av forventet"), Look.PERCENT, editable=True),
        Column(_("Høy, del av forventet"), Look.PERCENT, editable=True),
        Column(_("Virker fra"), Look.DATE, editable=True),
        Column(_("Bruk bestemt"), Look.CENTRED, editable=True),
        Column(_("Ulempe"), Look.CENTRED),
        Column(_("Del av frigjort tid"), Look.FINE_PERCENT),
        Column(_("Helt år"), Look.KRONER),
    )
    found = sheet.table(
        columns,
        [_ground(figures, benefit, priced, rows, first + number) for number, benefit in enumerate(priced)],
        empty=_("Ingen prissatte gevinster er lagt inn ennå."),
    )
    methods = [figures.content.option_label("BenefitMethod", method.value) for method in BenefitMethod]
    sheet.choose(found, METHOD, methods)
    sheet.choose(found, USED, [_("Ja"), _("Nei")])
    sheet.choose(found, DISADVANTAGE, [_("Ja"), _("Nei")])
    sheet.signal(found, (WHOLE, WHOLE), [(_("mangler"), book.signals["wait"])])
    return found


def _ground(figures: Figures, benefit: Benefit, priced: Sequence[Benefit], rows: Range, row: int) -> list[Content]:
    return [
        benefit.number,
        benefit.title,
        benefit.kind.value,
        method_words(figures, benefit),
        benefit.quantity,
        benefit.unit_cost,
        benefit.low,
        benefit.expected,
        benefit.high,
        _part(benefit.low_percent),
        _part(benefit.high_percent),
        benefit.start_on,
        benefit.use is not FreedTimeUse.UNDECIDED,
        benefit.disadvantage,
        _portion(figures, benefit, priced, rows, row),
        _whole_year(figures, benefit, row),
    ]


def _part(percent: Decimal | None) -> Decimal | None:
    return percent / 100 if percent is not None else None


def method_word(figures: Figures, method: BenefitMethod) -> str:
    """Return the word for a method, as formulas compare with it."""
    return as_word(figures.content.option_label("BenefitMethod", method.value))


def _portion(figures: Figures, benefit: Benefit, priced: Sequence[Benefit], rows: Range, row: int) -> Formula:
    """Return the benefit's part of the freed hours: its quantity in percent, else an even part of what is left."""
    saved = method_word(figures, BenefitMethod.SAVED_TIME)
    methods = span_fixed(rows, METHOD)
    amounts = span_fixed(rows, QUANTITY)
    own = cell(row, QUANTITY)
    others = f"MAX(1-SUMIF({methods},{saved},{amounts})/100,0)"
    sharing = f"MAX(SUMPRODUCT(({methods}={saved})*(1-ISNUMBER({amounts}))),1)"
    text = f'IF({cell(row, METHOD)}={saved},IF(ISNUMBER({own}),{own}/100,{others}/{sharing}),"")'
    if not saves_time(benefit):
        return Formula(text, "")
    return Formula(text, portions(priced)[benefit.id])


def _whole_year(figures: Figures, benefit: Benefit, row: int) -> Formula:
    """Return the kroner of a whole year for what is no freed time."""
    saved, avoided = method_word(figures, BenefitMethod.SAVED_TIME), method_word(figures, BenefitMethod.AVOIDED_COST)
    missing = as_word(_("mangler"))
    quantity, price = cell(row, QUANTITY), cell(row, UNIT_COST)
    low, expected, high = (cell(row, column) for column in (LOW, EXPECTED, HIGH))
    factor = weight(cell(row, LOW_PART), cell(row, HIGH_PART))
    by_units = f"IF(COUNT({quantity}:{price})=2,{quantity}*{price}*{factor},{missing})"
    adjusted = f"IF(COUNT({low}:{high})=3,({low}+3*{expected}+{high})/5,{expected})"
    by_estimate = f"IF(ISNUMBER({expected}),{adjusted},{missing})"
    method = cell(row, METHOD)
    text = f'IF({method}={saved},"",IF({method}={avoided},{by_units},{by_estimate}))'
    if saves_time(benefit):
        return Formula(text, "")
    amount = full_amount(benefit)
    return Formula(text, _("mangler") if amount is None else amount)


def _money(book: Book, sheet: Sheet, priced: Sequence[Benefit], grounds: Range, years: _Years) -> Range:
    figures = book.figures
    count = figures.benefits.years
    rows: list[list[Content]] = []
    for number, benefit in enumerate(priced):

        def place(column: int, at: int = grounds.first + number) -> str:
            return f"${cell(at, column)}"

        ground = GroundCells(place, weight(place(LOW_PART), place(HIGH_PART)), place(WHOLE))
        cells: list[Content] = [benefit.number, benefit.title, benefit.kind.value]
        for year in figures.benefits.of(benefit.id):
            hours = years.hours[year.year_index].rpartition("!")[2]
            text = year_text(figures, ground, hours, years.basis, year.year_index)
            cells.append(Formula(text, _("mangler") if year.counted is None else year.counted))
        rows.append(cells)
    columns = [Column(_("Nr.")), Column(_("Gevinst")), Column(_("Klasse"), Look.CENTRED)]
    found = sheet.table([*columns, *_year_columns(figures, Look.KRONER)], rows)
    sheet.signal(found, (YEARS, YEARS + count - 1), [(_("mangler"), book.signals["wait"])])
    return found


@dataclass(frozen=True, slots=True)
class GroundCells:
    """Where a benefit's basis stands: a cell for each column, what freed time is weighed with, and a whole year."""

    place: Callable[[int], str]
    factor: str
    whole: str


def year_text(figures: Figures, ground: GroundCells, hours: str, basis: Basis, year: int) -> str:
    """Return the formula for a benefit's kroner in a year; `hours` is the cell of all hours freed in it."""
    place = ground.place
    calendar = figures.benefits.first_year + year
    start = place(START)
    begun = f"IF(YEAR({start})<{calendar},1,IF(YEAR({start})>{calendar},0,({MONTHS + 1}-MONTH({start}))/{MONTHS}))"
    yes, missing = as_word(_("Ja")), as_word(_("mangler"))
    sign = f"IF({place(DISADVANTAGE)}={yes},-1,1)"
    share = basis.part_of_year[year]
    started = f"IF(ISNUMBER({start}),MIN({begun}/{share},1),1)"
    freed = f"{hours}*{place(PORTION)}*{started}*{basis.hourly_cost}*{ground.factor}"
    time = f"IF({place(USED)}={yes},ROUND({sign}*{freed},2),0)"
    whole = f"ROUND({sign}*{ground.whole}*IF(ISNUMBER({start}),MIN({begun},{share}),{share}),2)"
    other = f"IF(ISNUMBER({ground.whole}),{whole},{missing})"
    return f"IF({place(METHOD)}={method_word(figures, BenefitMethod.SAVED_TIME)},{time},{other})"


def weight(low: str, high: str) -> str:
    """Return the formula for what freed time and avoided cost are multiplied with, from two parts of the expected."""
    return f"IF(COUNT({low},{high})=2,({low}+3+{high})/5,1)"
