"""Sheet `Usikkerhet`: net, cumulated net and present value when every benefit goes badly, as expected, and well."""

from decimal import Decimal

from digisos_wizard.export import palette
from digisos_wizard.export.workbook import checks, names, results
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word
from digisos_wizard.export.workbook.charts import dress, series
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.outlooks import OUTLOOKS, words
from digisos_wizard.export.workbook.table import Field, Own, Row, Table, Text
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits.basis import assumptions
from digisos_wizard.model.terms import BenefitClass, Outlook

COLOURS = {Outlook.LOW: palette.WARNING_TEXT, Outlook.EXPECTED: palette.ACCENT, Outlook.HIGH: palette.SUCCESS_TEXT}
CHART = 19
"""Rows that the chart takes."""


def place(book: Book) -> tuple[Table, Table]:
    """Add the sheet, and say where each outlook's years and its sums will stand."""
    fields = [
        Field("year", _("År"), Look.YEAR, 26, locked=True),
        *(
            Field(
                f"net-{outlook}", _("{outlook}: netto").format(outlook=words(outlook)), Look.KRONER, 17, computed=True
            )
            for outlook in OUTLOOKS
        ),
        *(
            Field(
                f"sum-{outlook}", _("{outlook}: samlet").format(outlook=words(outlook)), Look.KRONER, 17, computed=True
            )
            for outlook in OUTLOOKS
        ),
        Field("factor", _("Diskonteringsfaktor"), Look.FACTOR, 16, computed=True),
    ]
    sheet = book.sheet(_("Usikkerhet"), [field.width for field in fields])
    sheet.title(
        _("Usikkerhet"),
        _(
            "Hva om alt går dårlig, som forventet eller bra? Kroner i faste priser. Kostnadene er de samme. "
            "Hver gevinst for seg står i arket Utfall per gevinst."
        ),
    )
    sums = (
        Field("outlook", _("Utfall"), width=26, locked=True),
        Field("net", _("Sum netto"), Look.KRONER, 17, locked=True),
        Field("value", _("Netto nåverdi"), Look.KRONER, 17, locked=True),
    )
    top = Table(sheet, "Utfall_samlet", sums, len(OUTLOOKS) + 1)
    sheet.row = top.closing + 3
    return top, Table(sheet, names.OUTCOME_YEARS, fields, book.figures.benefits.years)


def write(book: Book, tables: Tables, sums: Table) -> None:
    """Write the sums, the years and the chart."""
    figures, table = book.figures, tables.outcome_years
    checks.fill(book, sums, _sums(book, tables), {}, filtered=False)
    sheet = table.sheet
    sheet.repeat(0, 0)
    sheet.freeze(sums.head, 1)
    sheet.row = table.head - 1
    sheet.heading(_("Netto per år"))
    formulas: dict[str, Text] = {"factor": lambda own: tables.net.find("factor", own("year"))}
    for outlook in OUTLOOKS:
        formulas[f"net-{outlook}"] = _net(tables, outlook)
        formulas[f"sum-{outlook}"] = _cumulated(table, outlook)
    checks.fill(book, table, _rows(figures), formulas)
    sheet.row += 1
    chart = book.line_chart()
    for outlook in OUTLOOKS:
        chart.add_series(series(table, f"sum-{outlook}", "year", COLOURS[outlook]))
    dress(chart, _("Samlet netto, kroner"))
    chart.set_size({"width": 900, "height": 20 * CHART})
    told = _("Samlet netto når det går dårlig, som forventet og bra. Tallene står i tabellen over.")
    sheet.raw.insert_chart(sheet.row, 0, chart, {"object_position": 2, "description": told})


def _net(tables: Tables, outlook: Outlook) -> Text:
    def text(own: Own) -> str:
        year, planned, found = own("year"), tables.net, tables.outlooks
        mine = found.titled(f"{as_word(words(outlook) + ' ')}&{year}")
        gross = f"SUMIFS({mine},{found.column('kind')},{as_word(BenefitClass.OWN_PRICED.value)})"
        return f"{gross}-{planned.find('project', year)}-{planned.find('operating', year)}"

    return text


def _cumulated(table: Table, outlook: Outlook) -> Text:
    return lambda own: f'SUMIFS({table.column(f"net-{outlook}")},{table.column("year")},"<="&{own("year")})'


def _rows(figures: Figures) -> list[Row]:
    rate = assumptions(figures.plan, figures.content).discount_percent / 100
    rows: list[Row] = []
    for planned in figures.benefits.rows:
        at = planned.year_index
        row: dict[str, Content] = {"year": planned.year, "factor": 1 / (1 + rate) ** at}
        for outcome in figures.outcomes:
            row[f"net-{outcome.outlook}"] = outcome.rows[at].net
            row[f"sum-{outcome.outlook}"] = outcome.rows[at].cumulative
        rows.append(row)
    return rows


def _sums(book: Book, tables: Tables) -> list[Row]:
    table, rows = tables.outcome_years, list[Row]()
    for outcome in book.figures.outcomes:
        net, factors = table.column(f"net-{outcome.outlook}"), table.column("factor")
        total = sum((year.net for year in outcome.rows), Decimal(0))
        value = Formula(f"ROUND(SUMPRODUCT({net},{factors}),2)", outcome.net_present_value)
        rows.append({"outlook": words(outcome.outlook), "net": Formula(f"SUM({net})", total), "value": value})
    planned: Row = {
        "outlook": _("Veid: brukt i planen"),
        "net": results.found(book, tables, "net"),
        "value": results.found(book, tables, "present_value"),
    }
    return [*rows, planned]
