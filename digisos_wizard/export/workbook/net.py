"""Sheet `Netto per år`: hours, gross benefit, costs and net of every year, the results of them all, and a chart."""

from collections.abc import Sequence
from decimal import Decimal

from digisos_wizard.export import palette
from digisos_wizard.export.workbook import checks, names, results
from digisos_wizard.export.workbook.amounts import once_words, yearly_words
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, as_word
from digisos_wizard.export.workbook.charts import dress, series
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.table import Field, Own, Row, Table, Text
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits.basis import assumptions
from digisos_wizard.model.rules.benefits.result import YearRow
from digisos_wizard.model.terms import BenefitClass

MONTHS = 12
NEVER = "–"
"""What stands in a year in which the plan isn't paid back."""
CHART = 19
"""Rows that the chart takes."""


def place(book: Book) -> tuple[Table, Table]:
    """Add the sheet, and say where the years and the results will stand."""
    fields = (
        Field("year", _("År"), Look.YEAR, 44, locked=True),
        Field("hours", _("Frigjort tid (timer)"), Look.FINE, 16, computed=True),
        Field("fte", _("Årsverk"), Look.FINE, 12, computed=True),
        Field("gross", _("Brutto gevinst"), Look.KRONER, 16, computed=True),
        Field("project", _("Prosjekt og engangskostnader"), Look.KRONER, 18, computed=True),
        Field("operating", _("Driftskostnad"), Look.KRONER, 16, computed=True),
        Field("net", _("Netto gevinst"), Look.KRONER, 16, computed=True),
        Field("cumulative", _("Samlet netto"), Look.KRONER, 16, computed=True),
        Field("factor", _("Diskonteringsfaktor"), Look.FACTOR, 15, computed=True),
        Field("discounted", _("Nåverdi av netto"), Look.KRONER, 16, computed=True),
        Field("payback", _("Tjent inn i måned"), Look.NUMBER, 13, computed=True),
    )
    sheet = book.sheet(_("Netto per år"), [field.width for field in fields])
    sheet.title(
        _("Netto per år"),
        _(
            "Faste priser uten mva, uten prisvekst. Kalkulasjonsrenten er en realrente; satsen fra rundskriv "
            "R-109/2021 er laget for statlige tiltak. Gevinst hos andre enn kommunen er ikke med."
        ),
    )
    years = Table(sheet, names.NET, fields, book.figures.benefits.years)
    # The closing row, the sum, air and a heading stand between the two.
    sheet.row = years.closing + 4
    return years, results.place(book, sheet)


def write(book: Book, tables: Tables) -> None:
    """Write the years, the results and the chart."""
    figures, table = book.figures, tables.net
    formulas = _formulas(figures, tables)
    rows = figures.benefits.rows
    checks.fill(book, table, [_row(figures, row) for row in rows], formulas)
    summed = ("hours", "gross", "project", "operating", "net", "discounted")
    fields = {
        "hours": "saved_hours",
        "gross": "gross_benefit",
        "project": "project_cost",
        "operating": "operating_cost",
    }
    totals: dict[str, Content] = {
        key: table.sum(key, sum((getattr(row, fields.get(key, key)) for row in rows), Decimal(0))) for key in summed
    }
    table.total(_("Sum"), totals)
    sheet = table.sheet
    sheet.freeze(table.first, 1)
    sheet.repeat(table.head, table.head)
    sheet.row = tables.results.head - 1
    results.write(book, tables)
    sheet.row += 1
    _chart(book, tables)
    _checks(book, tables)


def _formulas(figures: Figures, tables: Tables) -> dict[str, Text]:
    first, costs = figures.benefits.first_year, figures.costs
    last = costs.first_year + costs.years - 1
    lines, benefits, table = tables.lines, tables.years, tables.net

    def titled(source: Table, year: str) -> str:
        return source.titled(f'{year}&""')

    def project(own: Own) -> str:
        once = f"SUMIFS({titled(lines, own('year'))},{lines.column('when')},{as_word(once_words())})"
        return f"IF({own('year')}={first},Prosjektkostnad,0)+IF({own('year')}>{last},0,{once})"

    def operating(own: Own) -> str:
        year = f"MIN({own('year')},{last})"
        nominal = f"SUMIFS({titled(lines, year)},{lines.column('when')},{as_word(yearly_words())})"
        return f"ROUND({nominal}/(1+Prisvekst)^({year}-{first}),2)"

    def gross(own: Own) -> str:
        kind = as_word(BenefitClass.OWN_PRICED.value)
        return f"SUMIFS({titled(benefits, own('year'))},{benefits.column('kind')},{kind})"

    def at(own: Own) -> str:
        return f"({own('year')}-{first})"

    return {
        "hours": lambda own: tables.ramp.find("hours", own("year")),
        "fte": lambda own: f"IF({names.HOURS_PER_FTE}=0,0,ROUND({own('hours')}/{names.HOURS_PER_FTE},2))",
        "gross": gross,
        "project": project,
        "operating": operating,
        "net": lambda own: f"{own('gross')}-{own('project')}-{own('operating')}",
        "cumulative": lambda own: f'SUMIFS({table.column("net")},{table.column("year")},"<="&{own("year")})',
        "factor": lambda own: f"1/(1+Kalkulasjonsrente)^{at(own)}",
        "discounted": lambda own: f"ROUND({own('net')}/(1+Kalkulasjonsrente)^{at(own)},2)",
        "payback": lambda own: _payback(table, own, first),
    }


def _payback(table: Table, own: Own, first: int) -> str:
    """Return the month in which the cumulated net turns, where that is in this year; nothing gained never turns.

    One-off costs fall at the start of the year, everything else evenly over its months.
    """
    year = own("year")
    months = f"IF({year}={first},{names.FIRST_MONTHS},{MONTHS})"
    before = f"IF({year}={first},0,{names.FIRST_MONTHS}+{MONTHS}*({year}-{first}-1))"
    opening = f"({own('cumulative')}-{own('net')}-{own('project')})"
    monthly = f"(({own('gross')}-{own('operating')})/{months})"
    turn = f"ROUNDUP(ROUND(-{opening}/{monthly},9),0)"
    never = as_word(NEVER)
    late = f"IF({monthly}<=0,{never},IF({turn}<={months},{before}+{turn},{never}))"
    return f"IF(MAX({table.column('gross')})<=0,{never},IF({opening}+{monthly}>=0,{before}+1,{late}))"


def _row(figures: Figures, row: YearRow) -> Row:
    rate = assumptions(figures.plan, figures.content).discount_percent / 100
    return {
        "year": row.year,
        "hours": row.saved_hours,
        "fte": row.full_time_equivalents,
        "gross": row.gross_benefit,
        "project": row.project_cost,
        "operating": row.operating_cost,
        "net": row.net,
        "cumulative": row.cumulative,
        "factor": 1 / (1 + rate) ** row.year_index,
        "discounted": row.discounted,
        "payback": _payback_value(figures, row),
    }


def _payback_value(figures: Figures, row: YearRow) -> int | str:
    """Return the first month of a year from which the cumulated net is not negative, where it turns in that year."""
    rows, first = figures.benefits.rows, figures.costs.months_first_year
    if all(one.gross_benefit <= 0 for one in rows):
        return NEVER
    months = first if row.year_index == 0 else MONTHS
    before = 0 if row.year_index == 0 else first + MONTHS * (row.year_index - 1)
    balance = row.cumulative - row.net - row.project_cost
    monthly = (row.gross_benefit - row.operating_cost) / months
    for month in range(1, months + 1):
        balance += monthly
        if balance >= 0:
            return before + month
    return NEVER


def _checks(book: Book, tables: Tables) -> None:
    table = tables.net
    net, count = table.column("net"), book.figures.benefits.years
    year = table.column("year")
    checks.equal(
        book,
        _("netto er gevinst minus kostnad"),
        f"SUM({net})",
        f"SUM({table.column('gross')})-SUM({table.column('project')})-SUM({table.column('operating')})",
    )
    checks.equal(book, _("netto per år har alle årene"), f"COUNT({year})", str(count))
    checks.equal(book, _("opptrappingen har alle årene"), f"COUNT({tables.ramp.column('year')})", str(count))


def _chart(book: Book, tables: Tables) -> None:
    """Draw net as columns and the cumulated net as a line."""
    table = tables.net
    columns, line = book.column_chart(), book.line_chart()
    columns.add_series(series(table, "net", "year", palette.ACCENT))
    line.add_series(series(table, "cumulative", "year", palette.ACCENT_DARK))
    columns.combine(line)
    dress(columns, _("Netto per år og samlet, kroner"))
    columns.set_size({"width": 900, "height": 20 * CHART})
    place = {"object_position": 2, "description": _words(book.figures.benefits.rows)}
    table.sheet.raw.insert_chart(table.sheet.row, 0, columns, place)


def _words(rows: Sequence[YearRow]) -> str:
    """Return the chart in words, for who can't see it."""
    return _("Netto per år: {years}.").format(
        years="; ".join(f"{row.year}: {formatting.money(row.net)}" for row in rows)
    )
