"""Sheet `Tidsbruk`: minutes per application on paper and digitally, and what is saved at each step."""

from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Column, Range, Sheet, cell, span
from digisos_wizard.i18n import _
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.model.rules import benefits as rules

PAPER, DIGITAL, ATTACHMENTS, SAVED = 2, 3, 4, 5


@dataclass(frozen=True, slots=True)
class Saved:
    """Names of the cells that sum the minutes saved per application, without and with digital attachments.

    `missing` is a formula that counts the steps without both figures, 1 where there are no steps.
    """

    plain: str
    attachments: str
    missing: str


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Tidsbruk"), (36, 26, 14, 14, 18, 14, 44))


def write(book: Book, sheet: Sheet) -> Saved:
    """Fill the sheet and return the sums that hours are computed from."""
    steps = book.figures.plan.mapping.steps
    sheet.title(
        _("Tidsbruk per søknad"),
        _(
            "Minutter per søknad på papir og per digital søknad, anslått av de ansatte. Trinn som avhenger av vedlegg, "
            "sparer bare tid når vedleggene også er digitale."
        ),
    )
    columns = (
        Column(_("Trinn")),
        Column(_("Hvem")),
        Column(_("Minutter på papir"), Look.NUMBER, editable=True),
        Column(_("Minutter digitalt"), Look.NUMBER, editable=True),
        Column(_("Avhenger av vedlegg"), Look.CENTRED),
        Column(_("Spart per søknad"), Look.FINE),
        Column(_("Merknad")),
    )
    top = sheet.row
    rows = sheet.table(
        columns,
        [_row(step, top + 1 + number) for number, step in enumerate(steps)],
        empty=_("Ingen trinn er lagt inn ennå."),
    )
    sheet.freeze(top + 1, 1)
    sheet.repeat(top, top)
    sheet.choose(rows, ATTACHMENTS, [_("Ja"), _("Nei")])
    sheet.signal(rows, (SAVED, SAVED), [(_("mangler"), book.signals["wait"])])
    return _sums(book, sheet, rows)


def saved_minutes(step: ProcessStep) -> Decimal | None:
    """Return the minutes that a digital application saves at a step, None where either figure is missing."""
    if step.paper_minutes is None or step.digital_minutes is None:
        return None
    return step.paper_minutes - step.digital_minutes


def _row(step: ProcessStep, row: int) -> list[Content]:
    saved = saved_minutes(step)
    paper, digital, missing = cell(row, PAPER), cell(row, DIGITAL), as_word(_("mangler"))
    return [
        step.name,
        step.who,
        step.paper_minutes,
        step.digital_minutes,
        step.depends_on_attachments,
        Formula(
            f"IF(COUNT({paper}:{digital})=2,{paper}-{digital},{missing})", _("mangler") if saved is None else saved
        ),
        step.note,
    ]


def _sums(book: Book, sheet: Sheet, rows: Range) -> Saved:
    """Write the minutes saved per application, apart by whether they hang on digital attachments."""
    free, dependent, _complete = rules.minutes_saved(book.figures.plan.mapping)
    plain = _sum(sheet, rows, _("Spart per søknad, uavhengig av vedlegg"), _("Nei"), free)
    attachments = _sum(sheet, rows, _("Spart per søknad når vedleggene er digitale"), _("Ja"), dependent)
    return Saved(
        plain=book.name("Spart_uten_vedlegg", plain),
        attachments=book.name("Spart_med_vedlegg", attachments),
        missing="1" if rows.empty else f"COUNTIF({sheet.range(rows, SAVED)},{as_word(_('mangler'))})",
    )


def _sum(sheet: Sheet, rows: Range, label: str, word: str, value: Decimal) -> str:
    content: Content = value
    if not rows.empty:
        flags = span((rows.first, ATTACHMENTS), (rows.last, ATTACHMENTS))
        saved = span((rows.first, SAVED), (rows.last, SAVED))
        content = Formula(f"SUMIF({flags},{as_word(word)},{saved})", value)
    blank: list[tuple[Content, Look]] = [("", Look.TEXT)] * 4
    return sheet.ref(sheet.total([(label, Look.TEXT), *blank, (content, Look.FINE), (_("minutter"), Look.TEXT)]), SAVED)
