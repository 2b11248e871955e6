"""Sheet `Usikkerhet`: net, cumulated net and present value when every benefit goes badly, as expected, and well."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export import palette
from digisos_wizard.export.workbook.assumptions import Basis
from digisos_wizard.export.workbook.benefit_years import (
    DISADVANTAGE,
    EXPECTED,
    HIGH,
    HIGH_PART,
    LOW,
    LOW_PART,
    METHOD,
    QUANTITY,
    UNIT_COST,
    BenefitRefs,
    GroundCells,
    method_word,
    year_text,
)
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, Plain, as_word
from digisos_wizard.export.workbook.charts import dress
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.net import NetRefs
from digisos_wizard.export.workbook.sheet import Column, Sheet, cell, span
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits.result import Outcome
from digisos_wizard.model.rules.benefits.value import factor, full_amount, saves_time
from digisos_wizard.model.terms import BenefitClass, BenefitMethod, Outlook

NUMBER, TITLE, FACTOR, WHOLE, YEARS = range(5)
COLOURS = {Outlook.LOW: palette.WARNING_TEXT, Outlook.EXPECTED: palette.ACCENT, Outlook.HIGH: palette.SUCCESS_TEXT}
CHART_ROWS = 17


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the other sheets keep what this one is computed from."""

    basis: Basis
    benefits: BenefitRefs
    net: NetRefs


@dataclass(frozen=True, slots=True)
class _Own:
    """A benefit of the own organisation, and its row in the basis of the benefits."""

    benefit: Benefit
    ground: int


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Usikkerhet"), (22, 30, 11, 14, *[13] * max(book.figures.benefits.years, 4), 15, 15))


def write(book: Book, sheet: Sheet, sources: Sources) -> None:
    """Fill the sheet."""
    figures = book.figures
    sheet.title(
        _("Usikkerhet"),
        _(
            "Hva om alt går dårlig, som forventet eller bra? Lavt og høyt anslag for hver gevinst står i arket Gevinst "
            "per år. En ulempe regnes omvendt: når det går dårlig, gjelder det høye anslaget. Kostnadene er de samme."
        ),
    )
    sheet.freeze(sheet.row - 1, 1)
    sheet.repeat(0, 0)
    priced = [item for item in figures.plan.benefits.items if item.kind is not BenefitClass.NOT_PRICED]
    own = [
        _Own(benefit, sources.benefits.basis.first + number)
        for number, benefit in enumerate(priced)
        if benefit.kind is BenefitClass.OWN_PRICED
    ]
    _Writer(book, sheet, sources, own).write()


class _Writer:
    """Writes results first; they point at the tables of each outlook further down."""

    def __init__(self, book: Book, sheet: Sheet, sources: Sources, own: Sequence[_Own]) -> None:
        self._book = book
        self._sheet = sheet
        self._from = sources
        self._own = own
        self._count = book.figures.benefits.years
        self._words = {Outlook.LOW: _("Går dårlig"), Outlook.EXPECTED: _("Som forventet"), Outlook.HIGH: _("Går bra")}

    def write(self) -> None:
        """Write results, chart and details."""
        outcomes = self._book.figures.outcomes
        # Each detail is a heading, a header, its rows or a word that there are none, a sum, and air.
        first = self._sheet.row + 2 + len(outcomes) + 2 + 2 + len(outcomes) + 1 + CHART_ROWS
        height = 2 + max(len(self._own), 1) + 2
        sums = {outcome.outlook: first + number * height + height - 2 for number, outcome in enumerate(outcomes)}
        nets = self._results(outcomes, sums)
        self._cumulated(outcomes, nets)
        self._sheet.row = first
        for outcome in outcomes:
            self._detail(outcome)

    def _results(self, outcomes: Sequence[Outcome], sums: dict[Outlook, int]) -> dict[Outlook, int]:
        """Write net per year with its present value, and return the row of each outlook."""
        sheet, cells = self._sheet, self._from.net.years
        sheet.heading(_("Netto per år og netto nåverdi, kroner"))
        self._head(Column(_("Sum"), Look.KRONER), Column(_("Nåverdi"), Look.KRONER))
        found = {}
        for outcome in outcomes:
            found[outcome.outlook] = row = sheet.row
            self._label(self._words[outcome.outlook])
            for year in outcome.rows:
                at = year.year_index
                gross = cell(sums[outcome.outlook], YEARS + at)
                text = f"{gross}-{cells.project[at]}-{cells.operating[at]}"
                sheet.put(row, YEARS + at, Formula(text, year.net), Look.CELL, Look.KRONER)
            nets = span((row, YEARS), (row, YEARS + self._count - 1))
            total = sum((year.net for year in outcome.rows), Decimal(0))
            value = Formula(f"ROUND(SUMPRODUCT({nets},{cells.factors}),2)", outcome.net_present_value)
            self._ends(Formula(f"SUM({nets})", total), value)
        self._label(_("Veid: brukt i planen"))
        for planned in self._book.figures.benefits.rows:
            content = Formula(cells.net[planned.year_index], planned.net)
            sheet.put(sheet.row, YEARS + planned.year_index, content, Look.CELL, Look.KRONER, Look.TOTAL)
        result = self._book.figures.benefits
        total = sum((year.net for year in result.rows), Decimal(0))
        self._ends(Formula(self._from.net.net, total), Formula(self._from.net.present_value, result.net_present_value))
        sheet.row += 1
        return found

    def _cumulated(self, outcomes: Sequence[Outcome], nets: dict[Outlook, int]) -> None:
        """Write the cumulated net of each outlook, and draw it."""
        sheet = self._sheet
        sheet.heading(_("Samlet netto, kroner"))
        head = sheet.row
        self._head()
        chart = self._book.line_chart()
        for outcome in outcomes:
            self._label(self._words[outcome.outlook])
            for year in outcome.rows:
                at = year.year_index
                net = cell(nets[outcome.outlook], YEARS + at)
                text = net if at == 0 else f"{cell(sheet.row, YEARS + at - 1)}+{net}"
                sheet.put(sheet.row, YEARS + at, Formula(text, year.cumulative), Look.CELL, Look.KRONER)
            chart.add_series(
                {
                    "name": [sheet.name, sheet.row, 0],
                    "categories": [sheet.name, head, YEARS, head, YEARS + self._count - 1],
                    "values": [sheet.name, sheet.row, YEARS, sheet.row, YEARS + self._count - 1],
                    "line": {"color": COLOURS[outcome.outlook], "width": 2.25},
                    "marker": {"type": "circle", "size": 6, "fill": {"color": COLOURS[outcome.outlook]}},
                }
            )
            sheet.row += 1
        dress(chart, _("Samlet netto, kroner"))
        chart.set_size({"width": 820, "height": 20 * (CHART_ROWS - 1)})
        told = _("Samlet netto når det går dårlig, som forventet og bra. Tallene står i tabellen over.")
        sheet.raw.insert_chart(sheet.row + 1, 0, chart, {"object_position": 2, "description": told})

    def _detail(self, outcome: Outcome) -> None:
        """Write every benefit's kroner under one outlook, and their sum."""
        sheet = self._sheet
        sheet.heading(_("Gevinst i kroner: {outlook}").format(outlook=self._words[outcome.outlook]))
        columns = [Column(_("Nr.")), Column(_("Gevinst")), Column(_("Faktor"), Look.FACTOR)]
        columns += [Column(_("Helt år"), Look.KRONER), *self._years()]
        first = sheet.row + 1
        rows = sheet.table(
            columns,
            [list(self._row(own, outcome, first + number)) for number, own in enumerate(self._own)],
            empty=_("Ingen prissatte gevinster ennå."),
        )
        sheet.signal(rows, (YEARS, YEARS + self._count - 1), [(_("mangler"), self._book.signals["wait"])])
        self._label(_("Sum"))
        for year in outcome.rows:
            column = YEARS + year.year_index
            text = "0" if rows.empty else f"SUM({span((rows.first, column), (rows.last, column))})"
            sheet.put(sheet.row, column, Formula(text, year.gross_benefit), Look.CELL, Look.KRONER, Look.TOTAL)
        sheet.row += 2

    def _row(self, own: _Own, outcome: Outcome, row: int) -> Iterator[Content]:
        figures, benefit, outlook = self._book.figures, own.benefit, outcome.outlook
        basis = self._from.benefits.sheet

        def place(column: int) -> str:
            return basis.ref(own.ground, column)

        yield benefit.number
        yield benefit.title
        yield Formula(_part(place, outlook), factor(benefit, outlook))
        amount = None if saves_time(benefit) else full_amount(benefit, outlook)
        shown: Plain = "" if saves_time(benefit) else _("mangler") if amount is None else amount
        yield Formula(_whole(figures, place, outlook, cell(row, FACTOR)), shown)
        ground = GroundCells(place, f"${cell(row, FACTOR)}", f"${cell(row, WHOLE)}")
        for year in outcome.of(benefit.id):
            hours = self._from.benefits.hours[year.year_index]
            text = year_text(figures, ground, hours, self._from.basis, year.year_index)
            yield Formula(text, _("mangler") if year.counted is None else year.counted)

    def _years(self) -> list[Column]:
        first = self._book.figures.benefits.first_year
        return [Column(str(first + year), Look.KRONER) for year in range(self._count)]

    def _head(self, *more: Column) -> None:
        blanks = [Column("")] * (YEARS - 1)
        self._sheet.head([Column(_("Utfall")), *blanks, *self._years(), *more])

    def _label(self, words: str) -> None:
        for column in range(YEARS):
            self._sheet.put(self._sheet.row, column, words if column == 0 else None, Look.CELL)

    def _ends(self, total: Content, value: Content) -> None:
        sheet = self._sheet
        for number, content in enumerate((total, value)):
            sheet.put(sheet.row, YEARS + self._count + number, content, Look.CELL, Look.KRONER, Look.TOTAL)
        sheet.row += 1


Place = Callable[[int], str]
"""Column of the basis -> the benefit's cell in it."""


def _of_three(low: str, expected: str, high: str, place: Place, outlook: Outlook) -> str:
    """Return which of three estimates an outlook takes; a disadvantage turns low and high around."""
    if outlook is Outlook.EXPECTED:
        return expected
    first, other = (low, high) if outlook is Outlook.LOW else (high, low)
    yes = as_word(_("Ja"))
    return f"IF({place(DISADVANTAGE)}={yes},{other},{first})"


def _part(place: Place, outlook: Outlook) -> str:
    low, high = place(LOW_PART), place(HIGH_PART)
    return f"IF(COUNT({low},{high})=2,{_of_three(low, '1', high, place, outlook)},1)"


def _whole(figures: Figures, place: Place, outlook: Outlook, part: str) -> str:
    """Return the formula for the kroner of a whole year of what is no freed time."""
    saved, avoided = method_word(figures, BenefitMethod.SAVED_TIME), method_word(figures, BenefitMethod.AVOIDED_COST)
    missing = as_word(_("mangler"))
    quantity, price = place(QUANTITY), place(UNIT_COST)
    low, expected, high = (place(column) for column in (LOW, EXPECTED, HIGH))
    chosen = _of_three(low, expected, high, place, outlook)
    by_units = f"IF(COUNT({quantity},{price})=2,{quantity}*{price}*{part},{missing})"
    by_estimate = f"IF(ISNUMBER({expected}),IF(COUNT({low},{expected},{high})=3,{chosen},{expected}),{missing})"
    method = place(METHOD)
    return f'IF({method}={saved},"",IF({method}={avoided},{by_units},{by_estimate}))'
