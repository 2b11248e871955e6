"""Sheet `Tidsbruk`: minutes per application on paper and digitally, and what is saved at each step."""

from decimal import Decimal

from digisos_wizard.export.workbook import checks, names, said
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.register import yes_no
from digisos_wizard.export.workbook.table import Field, Own, Row, Table
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.i18n import _
from digisos_wizard.model.mapping import Mapping, ProcessStep
from digisos_wizard.model.rules.benefits.time_saved import saved_minutes, times_a_month

SPARE = 4


def place(book: Book) -> Table:
    """Add the sheet and say where the steps will stand."""
    fields = (
        Field("nr", _("Nr."), width=8),
        Field("step", _("Steg"), width=32),
        Field("who", _("Hvem"), width=18),
        Field("paper", _("Minutter på papir"), Look.MEASURED, 12),
        Field("digital", _("Minutter digitalt"), Look.MEASURED, 12),
        Field("times", _("Ganger i måneden"), Look.MEASURED, 13),
        Field("attachments", _("Avhenger av vedlegg"), Look.CENTRED, 13, words=yes_no()),
        Field("gone", _("Faller bort"), Look.CENTRED, 11, words=yes_no()),
        Field("saved", _("Spart per gang"), Look.FINE, 12, computed=True),
        Field("month", _("Spart i måneden"), Look.FINE, 14, computed=True),
        Field("note", _("Merknad"), width=24),
    )
    sheet = book.sheet(_("Tidsbruk"), [field.width for field in fields])
    sheet.title(
        _("Tidsbruk i arbeidsprosessen"),
        _(
            "Minutter hver gang et steg gjøres, på papir og digitalt. Står det ikke hvor ofte, gjøres steget én gang "
            "for hver søknad. Steg som avhenger av vedlegg, sparer bare tid når vedleggene også er digitale."
        ),
    )
    return Table(sheet, "Tidsbruk", fields, len(book.figures.plan.mapping.steps), SPARE)


def number(index: int) -> str:
    """Return the number of a step, counted from 0."""
    return f"T{index + 1}"


def write(book: Book, tables: Tables) -> None:
    """Write the steps, and name what they save in a month."""
    table, mapping = tables.steps, book.figures.plan.mapping
    missing = said.missing()

    def month(own: Own) -> str:
        times = f"IF(ISNUMBER({own('times')}),{own('times')},{names.CASES})"
        known = f"AND(ISNUMBER({own('saved')}),OR(ISNUMBER({own('times')}),ISNUMBER({names.CASES})))"
        return f"IF({known},{own('saved')}*{times},{missing})"

    def saved(own: Own) -> str:
        paper, digital = own("paper"), own("digital")
        return f"IF(COUNT({paper},{digital})=2,{paper}-{digital},{missing})"

    rows = [_row(mapping, step, number(index)) for index, step in enumerate(mapping.steps)]
    checks.fill(book, table, rows, {"saved": saved, "month": month})
    table.sheet.break_columns()
    table.sheet.freeze(table.first, 2)
    table.sheet.repeat(table.head, table.head)
    for key in ("saved", "month"):
        table.signal(key, [(_("mangler"), book.signals["wait"])])
    if not mapping.steps:
        table.sheet.note(_("Ingen steg er lagt inn ennå."))
    months, flags, keys = table.column("month"), table.column("attachments"), table.column("nr")
    yes = said.yes()
    book.name("Spart_uten_vedlegg", f'SUMIFS({months},{flags},"<>"&{yes})')
    book.name("Spart_med_vedlegg", f"SUMIFS({months},{flags},{yes})")
    none = f"(SUMPRODUCT((LEN({keys})>0)*1)=1)"
    book.name("Minutter_som_mangler", f"COUNTIF({months},{missing})+{none}")


def _row(mapping: Mapping, step: ProcessStep, nr: str) -> Row:
    once, often = saved_minutes(step), times_a_month(step, mapping)
    month: Decimal | None = once * often if once is not None and often is not None else None
    return {
        "nr": nr,
        "step": step.name,
        "who": step.who,
        "paper": step.paper_minutes,
        "digital": step.digital_minutes,
        "times": step.per_month,
        "attachments": step.depends_on_attachments,
        "gone": step.disappears,
        "saved": _("mangler") if once is None else once,
        "month": _("mangler") if month is None else month,
        "note": step.note,
    }
