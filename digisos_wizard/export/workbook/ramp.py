"""Sheet `Opptrapping`: how many apply digitally in each year, and the hours that this frees."""

from decimal import Decimal

from digisos_wizard.export.workbook import checks, names
from digisos_wizard.export.workbook.assumptions import HUNDRED, origin
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.table import Field, Row, Table
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import RampYear
from digisos_wizard.model.content import Content as Handbook
from digisos_wizard.model.rules.benefits.basis import assumptions

MONTHS = 12


def place(book: Book) -> Table:
    """Add the sheet and say where the years will stand."""
    fields = (
        Field("year", _("År"), Look.YEAR, 10, locked=True),
        Field("digital", _("Søker digitalt"), Look.FINE_PERCENT, 14),
        Field("attachments", _("Av dem: digitale vedlegg"), Look.FINE_PERCENT, 16),
        Field("part", _("Del av året"), Look.FACTOR, 12, computed=True),
        Field("hours", _("Frigjort tid, timer"), Look.FINE, 14, computed=True),
        Field("origin", _("Hvor tallene kommer fra"), width=66, locked=True),
    )
    sheet = book.sheet(_("Opptrapping"), [field.width for field in fields])
    sheet.title(
        _("Opptrapping per år"),
        _(
            "Andelen som søker digitalt, og hvor stor del av dem som også sender vedleggene digitalt. "
            "Vedlegg på papir må fortsatt skannes."
        ),
    )
    return Table(sheet, "Opptrapping", fields, book.figures.benefits.years)


def write(book: Book, tables: Tables) -> None:
    """Write the years."""
    figures, table = book.figures, tables.ramp
    basis = assumptions(figures.plan, figures.content)
    first = figures.costs.first_year
    own = {row.id: row for row in figures.plan.benefits.ramp}
    part = Decimal(figures.costs.months_first_year) / MONTHS
    rows: list[Row] = [
        {
            "year": first + row.year_index,
            "digital": basis.digital[row.year_index] / HUNDRED,
            "attachments": basis.attachments[row.year_index] / HUNDRED,
            "part": part if row.year_index == 0 else Decimal(1),
            "hours": row.saved_hours,
            "origin": _origin(figures.content, own.get(str(row.year_index + 1)), row.year_index + 1),
        }
        for row in figures.benefits.rows
    ]
    checks.fill(
        book,
        table,
        rows,
        {
            "part": lambda cell: f"IF({cell('year')}={first},{names.FIRST_MONTHS}/{MONTHS},1)",
            "hours": lambda cell: (
                f"ROUND({MONTHS}*{cell('digital')}*(Spart_uten_vedlegg+Spart_med_vedlegg*{cell('attachments')})/60"
                f"*{cell('part')},2)"
            ),
        },
    )
    table.sheet.freeze(table.first)
    table.sheet.repeat(table.head, table.head)


def _origin(content: Handbook, row: RampYear | None, year: int) -> str:
    digital = origin(content, row.digital_percent if row else None, f"digital-percent.{year}")
    attachments = origin(content, row.attachment_percent if row else None, f"attachment-percent.{year}")
    if digital == attachments:
        return digital
    return _("Søker digitalt: {digital} Vedlegg: {attachments}").format(digital=digital, attachments=attachments)
