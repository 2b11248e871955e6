"""Sheet `Tidsbruk`: minutes per application on paper and digitally, and what is saved at each step."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook.assumptions import Basis
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Column, Range, Sheet, cell, span
from digisos_wizard.i18n import _
from digisos_wizard.model.mapping import Mapping as TimeUse
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.model.rules.benefits.time_saved import minutes_a_month, saved_minutes, times_a_month

PAPER, DIGITAL, TIMES, ATTACHMENTS, GONE, SAVED, MONTH = range(2, 9)


@dataclass(frozen=True, slots=True)
class Saved:
    """Names of the cells that sum the minutes saved in a month, without and with digital attachments.

    `missing` is a formula that counts the steps that lack a figure, 1 where there are no steps; `paper` holds the cell
    of each step's minutes on paper.
    """

    plain: str
    attachments: str
    missing: str
    paper: Mapping[str, str]


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Tidsbruk"), (34, 22, 12, 12, 13, 13, 11, 12, 14, 40))


def write(book: Book, sheet: Sheet, basis: Basis) -> Saved:
    """Fill the sheet and return the sums that hours are computed from."""
    steps = book.figures.plan.mapping.steps
    sheet.title(
        _("Tidsbruk i arbeidsprosessen"),
        _(
            "Minutter hver gang et steg gjøres, på papir og digitalt. Står det ikke hvor ofte, gjøres steget én gang "
            "for hver søknad. Steg som avhenger av vedlegg, sparer bare tid når vedleggene også er digitale."
        ),
    )
    columns = (
        Column(_("Steg")),
        Column(_("Hvem")),
        Column(_("Minutter på papir"), Look.NUMBER, editable=True),
        Column(_("Minutter digitalt"), Look.NUMBER, editable=True),
        Column(_("Ganger i måneden"), Look.NUMBER, editable=True),
        Column(_("Avhenger av vedlegg"), Look.CENTRED, editable=True),
        Column(_("Faller bort"), Look.CENTRED),
        Column(_("Spart per gang"), Look.FINE),
        Column(_("Spart i måneden"), Look.FINE),
        Column(_("Merknad")),
    )
    top = sheet.row
    rows = sheet.table(
        columns,
        [_row(book.figures.plan.mapping, step, top + 1 + number, basis) for number, step in enumerate(steps)],
        empty=_("Ingen steg er lagt inn ennå."),
    )
    sheet.freeze(top + 1, 1)
    sheet.repeat(top, top)
    sheet.choose(rows, ATTACHMENTS, [_("Ja"), _("Nei")])
    sheet.signal(rows, (SAVED, MONTH), [(_("mangler"), book.signals["wait"])])
    places = {step.id: sheet.ref(top + 1 + number, PAPER) for number, step in enumerate(steps)}
    return _sums(book, sheet, rows, places)


def _row(mapping: TimeUse, step: ProcessStep, row: int, basis: Basis) -> list[Content]:
    once, often = saved_minutes(step), times_a_month(step, mapping)
    month = once * often if once is not None and often is not None else None
    paper, digital, missing = cell(row, PAPER), cell(row, DIGITAL), as_word(_("mangler"))
    saved, times = cell(row, SAVED), f"IF(ISNUMBER({cell(row, TIMES)}),{cell(row, TIMES)},{basis.cases})"
    known = f"AND(ISNUMBER({saved}),OR(ISNUMBER({cell(row, TIMES)}),ISNUMBER({basis.cases})))"
    return [
        step.name,
        step.who,
        step.paper_minutes,
        step.digital_minutes,
        step.per_month,
        step.depends_on_attachments,
        step.disappears,
        Formula(f"IF(COUNT({paper}:{digital})=2,{paper}-{digital},{missing})", _("mangler") if once is None else once),
        Formula(f"IF({known},{saved}*{times},{missing})", _("mangler") if month is None else month),
        step.note,
    ]


def _sums(book: Book, sheet: Sheet, rows: Range, places: Mapping[str, str]) -> Saved:
    """Write the minutes saved in a month, apart by whether they hang on digital attachments."""
    free, dependent, _complete = minutes_a_month(book.figures.plan.mapping)
    plain = _sum(sheet, rows, _("Spart i måneden hvis alle søker digitalt, uavhengig av vedlegg"), _("Nei"), free)
    attachments = _sum(sheet, rows, _("Spart i måneden når vedleggene også er digitale"), _("Ja"), dependent)
    missing = as_word(_("mangler"))
    return Saved(
        plain=book.name("Spart_uten_vedlegg", plain),
        attachments=book.name("Spart_med_vedlegg", attachments),
        missing="1" if rows.empty else f"COUNTIF({sheet.range(rows, MONTH)},{missing})",
        paper=places,
    )


def _sum(sheet: Sheet, rows: Range, label: str, word: str, value: Decimal) -> str:
    content: Content = value
    if not rows.empty:
        flags = span((rows.first, ATTACHMENTS), (rows.last, ATTACHMENTS))
        saved = span((rows.first, MONTH), (rows.last, MONTH))
        content = Formula(f"SUMIF({flags},{as_word(word)},{saved})", value)
    blank: list[tuple[Content, Look]] = [("", Look.TEXT)] * (MONTH - 1)
    cells = [(label, Look.TEXT), *blank, (content, Look.FINE), (_("minutter"), Look.TEXT)]
    sheet.raw.set_row(sheet.row, sheet.height(label, sheet.widths[0]))
    return sheet.ref(sheet.total(cells), MONTH)
