"""The results under `Netto per år`, each known by its name: present value, pay-back, hours, and what is known."""

from decimal import Decimal

from digisos_wizard.export.workbook import checks, said
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Formula, as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Sheet
from digisos_wizard.export.workbook.table import Field, Row, Shown, Table
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures

MONTHS = 12


def place(book: Book, sheet: Sheet) -> Table:
    """Say where the results will stand."""
    fields = (
        Field("name", _("Resultat"), width=44, locked=True),
        Field("value", _("Verdi"), Look.MEASURED, 16, locked=True),
    )
    return Table(sheet, "Resultater", fields, len(names(book.figures)))


def names(figures: Figures) -> dict[str, str]:
    """Return what the results are called, by what they are."""
    last = figures.benefits.first_year + figures.benefits.years - 1
    return {
        "net": _("Netto i hele perioden"),
        "present_value": _("Netto nåverdi"),
        "payback": _("Tjent inn i måned (regnet fra påkoblingen)"),
        "hours": _("Frigjort tid når alle søker digitalt med digitale vedlegg (timer i året)"),
        "uncounted": _("Frigjort tid uten bestemt bruk i {year} (timer)").format(year=last),
        "state": _("Tallene er"),
    }


def write(book: Book, tables: Tables) -> None:
    """Write the results."""
    figures, table = book.figures, tables.results
    table.sheet.heading(_("Resultat"))
    looks = {"net": Look.KRONER, "present_value": Look.KRONER, "payback": Look.NUMBER}
    rows: list[Row] = [
        {"name": name, "value": Shown(_value(book, tables, key), looks.get(key, Look.FINE))}
        for key, name in names(figures).items()
    ]
    checks.fill(book, table, rows, {}, filtered=False)
    table.signal("value", [(_("ufullstendig"), book.signals["wait"])])


def found(book: Book, tables: Tables, key: str) -> Formula:
    """Return the formula for a result by its name."""
    name = names(book.figures)[key]
    value = _value(book, tables, key).value
    return Formula(tables.results.find("value", as_word(name)), value)


def _value(book: Book, tables: Tables, key: str) -> Formula:
    figures = book.figures
    result, net = figures.benefits, tables.net
    never = _("ikke innen {years} år").format(years=result.years)
    payback = net.column("payback")
    text, value = {
        "net": (f"SUM({net.column('net')})", result.rows[-1].cumulative if result.rows else Decimal(0)),
        "present_value": (
            f"ROUND(SUMPRODUCT({net.column('net')},{net.column('factor')}),2)",
            result.net_present_value,
        ),
        "payback": (
            f"IF(COUNT({payback})=0,{as_word(never)},MIN({payback}))",
            never if result.payback_month is None else result.payback_month,
        ),
        "hours": (f"ROUND({MONTHS}*(Spart_uten_vedlegg+Spart_med_vedlegg)/60,2)", result.full_effect_hours),
        "uncounted": (_uncounted(figures, tables), result.uncounted_hours),
        "state": (_state(figures, tables), _("komplett") if result.complete else _("ufullstendig")),
    }[key]
    return Formula(text, value)


def _uncounted(figures: Figures, tables: Tables) -> str:
    last = figures.benefits.first_year + figures.benefits.years - 1
    used = f"SUM({tables.years.column('taken')})"
    return f"ROUND({tables.ramp.find('hours', str(last))}*(1-MIN({used},1)),2)"


def _state(figures: Figures, tables: Tables) -> str:
    """Return the formula for whether everything that the results rest on is known."""
    years, lines, missing = tables.years, tables.lines, said.missing()
    last = min(figures.benefits.years, figures.costs.years) - 1
    lacks = (
        f"COUNTIF({years.columns('y0', f'y{figures.benefits.years - 1}')},{missing})"
        f"+IF(COUNT({years.column('portion')})>0,Minutter_som_mangler,0)"
        f"+COUNTIF({lines.columns('y0', f'y{last}')},{missing})"
        f"+(SUMPRODUCT((LEN({lines.column('nr')})>0)*1)=1)"
    )
    return f"IF({lacks}>0,{said.unfinished()},{said.finished()})"
