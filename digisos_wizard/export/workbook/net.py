"""Sheet `Netto per år`: gross benefit, costs, net, cumulated, discounted; present value, pay-back, a chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export import palette
from digisos_wizard.export.workbook.assumptions import MONTHS
from digisos_wizard.export.workbook.benefit_years import PORTION, USED
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word
from digisos_wizard.export.workbook.charts import dress
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.net_rows import YEARS, NetRows, Sources
from digisos_wizard.export.workbook.sheet import Column, Sheet
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.rules.benefits.result import YearRow

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
    rows = NetRows(book, sheet, sources)
    rows.write()
    sheet.row += 1
    if result.rows:
        _chart(book, sheet, top, rows)
    return _results(book, sheet, sources, rows)


def _results(book: Book, sheet: Sheet, sources: Sources, rows: NetRows) -> NetRefs:
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
    yes = as_word(_("Ja"))
    used = f"SUMIF({benefits.column(USED)},{yes},{benefits.column(PORTION)})"
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


def _chart(book: Book, sheet: Sheet, top: int, rows: NetRows) -> None:
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
