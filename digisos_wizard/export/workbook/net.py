"""Sheet `Netto per år`: gross benefit, costs, net, cumulated, discounted; present value, pay-back, a chart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export import palette
from digisos_wizard.export.workbook.assumptions import MONTHS, Basis
from digisos_wizard.export.workbook.benefit_years import KIND, PORTION, USED, BenefitRefs
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word
from digisos_wizard.export.workbook.charts import dress
from digisos_wizard.export.workbook.cost_lines import CostRefs, once_words, yearly_words
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Column, Sheet, cell, span
from digisos_wizard.export.workbook.time_use import Saved
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.rules.benefit_basis import assumptions
from digisos_wizard.model.rules.results.benefits import YearRow
from digisos_wizard.model.terms import BenefitClass

YEARS = 1
FEWEST = 5
"""Columns for years that the sheet is at least wide, so that the chart has room."""
PIXELS = 7
"""Pixels in a column for each character of its width."""


@dataclass(frozen=True, slots=True)
class NetRefs:
    """The cells of the results that the front page shows."""

    hours: str
    net: str
    present_value: str
    payback: str
    uncounted: str
    state: str
    years: "YearCells"


@dataclass(frozen=True, slots=True)
class YearCells:
    """The cells of each year's costs and net, and the range of the discount factors."""

    project: tuple[str, ...]
    operating: tuple[str, ...]
    net: tuple[str, ...]
    factors: str


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the other sheets keep what this one is computed from."""

    basis: Basis
    saved: Saved
    costs: CostRefs
    benefits: BenefitRefs


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Netto per år"), (38, *[14] * max(book.figures.benefits.years, FEWEST), 15))


def write(book: Book, sheet: Sheet, sources: Sources) -> NetRefs:
    """Fill the sheet and return its results."""
    result = book.figures.benefits
    sheet.title(
        _("Netto per år"),
        _(
            "Faste priser uten mva, uten prisvekst. Kalkulasjonsrenten er en realrente; satsen fra rundskriv "
            "R-109/2021 er laget for statlige tiltak. Gevinst hos andre enn kommunen er ikke med."
        ),
    )
    top = sheet.row
    columns = [Column(_("Kroner")), *(Column(str(row.year), Look.KRONER) for row in result.rows)]
    sheet.head([*columns, Column(_("Sum"), Look.KRONER)])
    sheet.freeze(top + 1, 1)
    sheet.raw.fit_to_pages(1, 1)
    sheet.repeat(top, top)
    rows = _Rows(book, sheet, sources)
    rows.write()
    sheet.row += 1
    if result.rows:
        _chart(book, sheet, top, rows)
    return _results(book, sheet, sources, rows)


class _Rows:
    """The table: one line for each figure, one column for each year."""

    def __init__(self, book: Book, sheet: Sheet, sources: Sources) -> None:
        self._figures = book.figures
        self._sheet = sheet
        self._from = sources
        self._result = book.figures.benefits
        first = sheet.row
        names = (
            "hours",
            "fte",
            "gross",
            "project",
            "operating",
            "net",
            "cumulative",
            "factor",
            "discounted",
            "payback",
        )
        self.at = {name: first + number for number, name in enumerate(names)}

    def write(self) -> None:
        """Write all lines."""
        rate = self._from.basis.discount
        self._line(_("Frigjort tid (timer)"), Look.FINE, self._hours, lambda row: row.saved_hours)
        self._line(_("Årsverk"), Look.FINE, self._fte, lambda row: row.full_time_equivalents, summed=False)
        self._line(_("Brutto gevinst"), Look.KRONER, self._gross, lambda row: row.gross_benefit)
        self._line(_("Prosjektkostnad og engangskostnader"), Look.KRONER, self._project, lambda row: row.project_cost)
        self._line(_("Driftskostnad"), Look.KRONER, self._operating, lambda row: row.operating_cost)
        self._line(_("Netto gevinst"), Look.KRONER, self._net, lambda row: row.net, Look.TOTAL)
        self._line(
            _("Samlet netto (akkumulert)"), Look.KRONER, self._cumulative, lambda row: row.cumulative, summed=False
        )
        self._line(
            _("Diskonteringsfaktor"),
            Look.FACTOR,
            lambda year: f"1/(1+{rate})^{year}",
            lambda row: 1 / (1 + self._discount) ** row.year_index,
            summed=False,
        )
        self._line(_("Nåverdi av netto"), Look.KRONER, self._discounted, lambda row: row.discounted)
        self._line(_("Tjent inn i måned"), Look.NUMBER, self._payback, self._payback_value, summed=False)

    @property
    def _discount(self) -> Decimal:
        return assumptions(self._figures.plan, self._figures.content).discount_percent / 100

    def here(self, name: str, year: int) -> str:
        """Return the cell of a figure in a year."""
        return cell(self.at[name], YEARS + year)

    def all(self, name: str) -> str:
        """Return a figure's cells over all years."""
        return span((self.at[name], YEARS), (self.at[name], YEARS + self._result.years - 1))

    def _line(
        self,
        label: str,
        look: Look,
        text: Callable[[int], str],
        value: Callable[[YearRow], Decimal | int | str],
        *looks: Look,
        summed: bool = True,
    ) -> None:
        sheet = self._sheet
        sheet.put(sheet.row, 0, label, Look.CELL, *looks)
        values = []
        for row in self._result.rows:
            values.append(value(row))
            sheet.put(
                sheet.row, YEARS + row.year_index, Formula(text(row.year_index), values[-1]), Look.CELL, look, *looks
            )
        total: Content = None
        if summed:
            cells = span((sheet.row, YEARS), (sheet.row, YEARS + self._result.years - 1))
            total = Formula(f"SUM({cells})", sum((Decimal(found) for found in values), Decimal(0)))
        sheet.put(sheet.row, YEARS + self._result.years, total, Look.CELL, look, *looks)
        sheet.row += 1

    def _hours(self, year: int) -> str:
        return self._from.benefits.hours[year]

    def _fte(self, year: int) -> str:
        per_year = self._from.basis.hours_per_fte
        return f"IF({per_year}=0,0,ROUND({self.here('hours', year)}/{per_year},2))"

    def _gross(self, year: int) -> str:
        benefits = self._from.benefits
        if benefits.basis.empty:
            return "0"
        return f"SUMIF({benefits.column(KIND)},{as_word(BenefitClass.OWN_PRICED.value)},{benefits.year(year)})"

    def _project(self, year: int) -> str:
        own = self._from.basis.project_cost if year == 0 else "0"
        costs = self._from.costs
        if costs.net.empty or year >= self._figures.costs.years:
            return own
        once = f"SUMIF({costs.when},{as_word(once_words())},{costs.year(costs.net, year)})"
        return f"{own}+{once}" if year == 0 else once

    def _operating(self, year: int) -> str:
        costs = self._from.costs
        if costs.net.empty:
            return "0"
        at = min(year, self._figures.costs.years - 1)
        nominal = f"SUMIF({costs.when},{as_word(yearly_words())},{costs.year(costs.net, at)})"
        return f"ROUND({nominal}/(1+{self._from.basis.index})^{at},2)"

    def _net(self, year: int) -> str:
        return f"{self.here('gross', year)}-{self.here('project', year)}-{self.here('operating', year)}"

    def _cumulative(self, year: int) -> str:
        net = self.here("net", year)
        return net if year == 0 else f"{self.here('cumulative', year - 1)}+{net}"

    def _discounted(self, year: int) -> str:
        return f"ROUND({self.here('net', year)}/(1+{self._from.basis.discount})^{year},2)"

    def _payback(self, year: int) -> str:
        """Return the month in which the cumulated net turns, where that is in this year; nothing gained never turns.

        One-off costs fall at the start of the year, everything else evenly over its months.
        """
        basis = self._from.basis
        months = basis.months if year == 0 else str(MONTHS)
        before = "0" if year == 0 else f"{basis.months}+{MONTHS * (year - 1)}"
        earlier = "0" if year == 0 else self.here("cumulative", year - 1)
        opening = f"({earlier}-{self.here('project', year)})"
        monthly = f"(({self.here('gross', year)}-{self.here('operating', year)})/{months})"
        turn = f"ROUNDUP(ROUND(-{opening}/{monthly},9),0)"
        text = f'IF({opening}+{monthly}>=0,{before}+1,IF({monthly}<=0,"",IF({turn}<={months},{before}+{turn},"")))'
        if year == 0:
            return f'IF(MAX({self.all("gross")})<=0,"",{text})'
        turned = span((self.at["payback"], YEARS), (self.at["payback"], YEARS + year - 1))
        return f'IF(OR(MAX({self.all("gross")})<=0,COUNT({turned})>0),"",{text})'

    def _payback_value(self, row: YearRow) -> int | str:
        month = self._result.payback_month
        if month is None:
            return ""
        months = self._figures.costs.months_first_year
        year = 0 if month <= months else 1 + (month - months - 1) // MONTHS
        return month if year == row.year_index else ""


def _results(book: Book, sheet: Sheet, sources: Sources, rows: _Rows) -> NetRefs:
    """Write the results and return their cells."""
    result = book.figures.benefits
    saved = sources.saved
    never = _("ikke innen {years} år").format(years=result.years)
    unfinished, finished = _("ufullstendig"), _("komplett")
    last = result.years - 1
    lines: tuple[tuple[str, str, Content, Look], ...] = (
        ("net", _("Netto i hele perioden"), Formula(f"SUM({rows.all('net')})", sum_net(result.rows)), Look.KRONER),
        (
            "present_value",
            _("Netto nåverdi"),
            Formula(f"ROUND(SUMPRODUCT({rows.all('net')},{rows.all('factor')}),2)", result.net_present_value),
            Look.KRONER,
        ),
        (
            "payback",
            _("Tjent inn i måned (regnet fra påkoblingen)"),
            Formula(
                f"IF(COUNT({rows.all('payback')})=0,{as_word(never)},MIN({rows.all('payback')}))",
                never if result.payback_month is None else result.payback_month,
            ),
            Look.NUMBER,
        ),
        (
            "hours",
            _("Frigjort tid når alle søker digitalt med digitale vedlegg (timer i året)"),
            Formula(
                f"ROUND({MONTHS}*({saved.plain}+{saved.attachments})/60,2)",
                result.full_effect_hours,
            ),
            Look.FINE,
        ),
        (
            "uncounted",
            _("Frigjort tid uten bestemt bruk i {year} (timer)").format(year=result.first_year + last),
            Formula(_uncounted(sources, rows.here("hours", last)), result.uncounted_hours),
            Look.FINE,
        ),
        (
            "state",
            _("Tallene er"),
            Formula(
                f"IF({_lacks(book, sources)}>0,{as_word(unfinished)},{as_word(finished)})",
                finished if result.complete else unfinished,
            ),
            Look.TEXT,
        ),
    )
    sheet.heading(_("Resultat"))
    cells = {}
    for name, label, content, look in lines:
        sheet.raw.set_row(sheet.row, sheet.height(label, sheet.widths[0]))
        sheet.put(sheet.row, 0, label, Look.CELL)
        sheet.put(sheet.row, 1, content, Look.CELL, look, Look.TOTAL)
        cells[name] = sheet.ref(sheet.row, 1)
        sheet.row += 1
    years = range(result.years)
    project, operating, net = (
        tuple(sheet.ref(rows.at[name], YEARS + year) for year in years) for name in ("project", "operating", "net")
    )
    factors = sheet.across(rows.at["factor"], YEARS, YEARS + last)
    return NetRefs(**cells, years=YearCells(project, operating, net, factors))


def sum_net(rows: Sequence[YearRow]) -> Decimal:
    """Return the net of the whole horizon."""
    return rows[-1].cumulative if rows else Decimal(0)


def _uncounted(sources: Sources, hours: str) -> str:
    benefits = sources.benefits
    if benefits.basis.empty:
        return hours
    used = f"SUMIF({benefits.column(USED)},{as_word(_('Ja'))},{benefits.column(PORTION)})"
    return f"ROUND({hours}*(1-MIN({used},1)),2)"


def _lacks(book: Book, sources: Sources) -> str:
    """Return a formula that counts what is missing in everything that the results rest on."""
    missing = as_word(_("mangler"))
    figures = book.figures
    parts = []
    if not sources.benefits.basis.empty:
        years = range(figures.benefits.years)
        parts += [f"COUNTIF({sources.benefits.year(year)},{missing})" for year in years]
    if sources.benefits.saves_time:
        parts.append(sources.saved.missing)
    if sources.costs.net.empty:
        parts.append("1")
    else:
        years = range(min(figures.benefits.years, figures.costs.years))
        parts += [f"COUNTIF({sources.costs.year(sources.costs.net, year)},{missing})" for year in years]
    return f"({'+'.join(parts)})"


def _chart(book: Book, sheet: Sheet, top: int, rows: _Rows) -> None:
    """Draw net as columns and the cumulated net as a line, beside the results."""
    last = book.figures.benefits.years
    columns, line = book.column_chart(), book.line_chart()
    for chart, name, colour in ((columns, "net", palette.ACCENT), (line, "cumulative", palette.ACCENT_DARK)):
        row = rows.at[name]
        chart.add_series(
            {
                "name": [sheet.name, row, 0],
                "categories": [sheet.name, top, YEARS, top, last],
                "values": [sheet.name, row, YEARS, row, last],
                "fill": {"color": colour},
                "line": {"color": colour, "width": 2.25},
                "marker": {"type": "circle", "size": 6, "fill": {"color": colour}, "border": {"color": colour}},
                "gap": 80,
            }
        )
    columns.combine(line)
    dress(columns, _("Netto per år og samlet, kroner"))
    columns.set_size({"width": sum(sheet.widths[2:]) * PIXELS, "height": 320})
    sheet.raw.insert_chart(
        sheet.row, 2, columns, {"object_position": 2, "description": _words(rows_of=book.figures.benefits.rows)}
    )


def _words(rows_of: Sequence[YearRow]) -> str:
    """Return the chart in words, for who can't see it."""
    return _("Netto per år: {years}.").format(
        years="; ".join(f"{row.year}: {formatting.money(row.net)}" for row in rows_of)
    )
