"""The table of the sheet `Netto per år`: one line for each figure, one column for each year."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook.assumptions import MONTHS, Basis
from digisos_wizard.export.workbook.benefit_years import KIND, BenefitRefs
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word
from digisos_wizard.export.workbook.cost_lines import CostRefs, once_words, yearly_words
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Sheet, cell, span
from digisos_wizard.export.workbook.time_use import Saved
from digisos_wizard.i18n import _
from digisos_wizard.model.rules.benefits.basis import assumptions
from digisos_wizard.model.rules.benefits.result import YearRow
from digisos_wizard.model.terms import BenefitClass

YEARS = 1
"""The first column with a year."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the other sheets keep what this one is computed from."""

    basis: Basis
    saved: Saved
    costs: CostRefs
    benefits: BenefitRefs


class NetRows:
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
