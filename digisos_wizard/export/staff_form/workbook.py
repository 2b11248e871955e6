"""The staff form as a workbook: everything locked but the minutes and the comment, no macros, no formulas."""

from collections.abc import Sequence

from digisos_wizard.export.workbook import keys
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Column, Sheet
from digisos_wizard.i18n import _
from digisos_wizard.model.content import FieldSpec
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.model.returned import STAFF_KEYS, STAFF_MARK, StaffTitles, staff_titles, told_titles

NUMBER, STEP, WHO, PAPER, DIGITAL = range(5)
COMMENT_HEIGHT = 90
ROW = 20
MINUTES = "mapping.responses.*.rows.*.paper_minutes"


def build(figures: Figures) -> bytes:
    """Return the form for the plan's steps: the same bytes for the same plan on the same day."""
    titles = staff_titles()
    book = Book(figures, _("Skjema for tidsbruk"))
    sheet = book.sheet(titles.sheet, (6, 52, 24, 16, 16))
    _fill(sheet, figures, titles)
    plan = figures.plan
    rows = ((step.id, step.name) for step in plan.mapping.steps)
    keys.write(book.hidden(STAFF_KEYS), STAFF_MARK, plan, (*rows, *told_titles(staff_titles)))
    return book.close()


def _fill(sheet: Sheet, figures: Figures, titles: StaffTitles) -> None:
    steps = figures.plan.mapping.steps
    sheet.title(_("Hvor lang tid bruker du?"), figures.plan.decision.office)
    sheet.row -= 1
    for text in guidance():
        sheet.note(text)
    sheet.row += 1
    header = sheet.row
    sheet.head(
        (
            Column(titles.number),
            Column(titles.step),
            Column(_("Hvem gjør det")),
            Column(titles.paper, Look.NUMBER),
            Column(titles.digital, Look.NUMBER),
        )
    )
    for number, step in enumerate(steps, start=1):
        _row(sheet, number, step)
    sheet.freeze(header + 1)
    sheet.repeat(header, header)
    if steps:
        _only_minutes(sheet, figures.content.field_index[MINUTES], (header + 1, sheet.row - 1))
    sheet.row += 1
    _comment(sheet, titles)
    # Without a password: the lock keeps rows in place, and is no secret.
    sheet.raw.protect("", {"format_rows": True, "format_columns": True, "select_locked_cells": True})


def guidance() -> Sequence[str]:
    """Return what the person who fills in the form must know, in the order in which it is needed."""
    return (
        _(
            "Anslå hvor mange minutter du bruker hver gang du gjør hvert steg: med søknad på papir i dag, og slik du "
            "tror det blir når søknaden kommer digitalt. Halve minutter skrives med komma, for eksempel 2,5."
        ),
        _(
            "La feltet stå tomt når du ikke gjør steget selv. Skriv 0 når steget ikke tar tid. Du trenger ikke å "
            "skrive navnet ditt, og skal ikke skrive noe om personer som søker."
        ),
    )


def _row(sheet: Sheet, number: int, step: ProcessStep) -> None:
    sheet.put(sheet.row, NUMBER, number, Look.CELL, Look.NUMBER)
    sheet.put(sheet.row, STEP, step.name, Look.CELL)
    sheet.put(sheet.row, WHO, step.who, Look.CELL)
    for column in (PAPER, DIGITAL):
        sheet.put(sheet.row, column, None, Look.CELL, Look.NUMBER, Look.PLAIN_NUMBER, Look.INPUT, Look.OPEN)
    texts = ((step.name, STEP), (step.who, WHO))
    sheet.raw.set_row(sheet.row, max(ROW, *(sheet.height(text, sheet.widths[column]) for text, column in texts)))
    sheet.row += 1


def _only_minutes(sheet: Sheet, spec: FieldSpec, rows: tuple[int, int]) -> None:
    low, high = int(spec.minimum or 0), int(spec.maximum or 0)
    rule = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        "input_title": _("Minutter"),
        "input_message": _("Et tall fra {low} til {high}.").format(low=low, high=high),
        "error_title": _("Ikke minutter"),
        "error_message": _("Skriv et tall fra {low} til {high}.").format(low=low, high=high),
    }
    sheet.raw.data_validation(rows[0], PAPER, rows[1], DIGITAL, rule)


def _comment(sheet: Sheet, titles: StaffTitles) -> None:
    sheet.put(sheet.row, NUMBER, titles.comment, Look.LABEL)
    sheet.row += 1
    looks = (Look.CELL, Look.INPUT, Look.OPEN)
    sheet.raw.merge_range(sheet.row, NUMBER, sheet.row, DIGITAL, "", sheet.formats.of(*looks))
    sheet.raw.set_row(sheet.row, COMMENT_HEIGHT)
    sheet.row += 1
