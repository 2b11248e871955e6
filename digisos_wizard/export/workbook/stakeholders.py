"""Sheet `Interessenter`: whom the benefits depend on, how much they matter, and how they are followed up (PV)."""

from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Column, Sheet, cell
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Stakeholder

INFLUENCE, ATTITUDE = 2, 3
SPARE = 8
"""Empty rows to go on with."""


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Interessenter"), (30, 36, 13, 13, 16, 44))


def write(book: Book, sheet: Sheet) -> None:
    """Fill the sheet."""
    sheet.title(
        _("Interessenter"),
        _("Innflytelse er fra 1 (liten) til 3 (stor). Holdning er −1 (mot), 0 (nøytral) eller 1 (for)."),
    )
    top = sheet.row
    columns = (
        Column(_("Hvem"), editable=True),
        Column(_("Hva er viktig for dem"), editable=True),
        Column(_("Innflytelse"), Look.NUMBER, editable=True),
        Column(_("Holdning"), Look.NUMBER, editable=True),
        Column(_("Betyr")),
        Column(_("Slik følger vi opp"), editable=True),
    )
    found = book.figures.plan.benefits.stakeholders
    rows = sheet.table(
        columns,
        [
            _row(top + 1 + number, found[number] if number < len(found) else None)
            for number in range(len(found) + SPARE)
        ],
    )
    sheet.freeze(top + 1, 1)
    sheet.repeat(top, top)
    for column, low, high in ((INFLUENCE, 1, 3), (ATTITUDE, -1, 1)):
        rule = {
            "validate": "integer",
            "criteria": "between",
            "minimum": low,
            "maximum": high,
            "error_title": _("Utenfor skalaen"),
            "error_message": _("Skriv et helt tall fra {low} til {high}.").format(low=low, high=high),
        }
        sheet.raw.data_validation(rows.first, column, rows.last, column, rule)
    sheet.signal(rows, (4, 4), [(_("Mot"), book.signals["bad"]), (_("For"), book.signals["good"])])


def _row(row: int, stakeholder: Stakeholder | None) -> list[Content]:
    attitude = cell(row, ATTITUDE)
    against, neutral, in_favour = _("Mot"), _("Nøytral"), _("For")
    text = f'IF(ISNUMBER({attitude}),IF({attitude}<0,"{against}",IF({attitude}>0,"{in_favour}","{neutral}")),"")'
    if stakeholder is None:
        return [None, None, None, None, Formula(text, ""), None]
    known = stakeholder.attitude
    words = "" if known is None else against if known < 0 else in_favour if known > 0 else neutral
    return [
        stakeholder.name,
        stakeholder.interest,
        stakeholder.influence,
        stakeholder.attitude,
        Formula(text, words),
        stakeholder.strategy,
    ]
