"""Sheet `Kontroll`: the checks that the tables have asked for, line by line, and the sentence for the front page."""

from digisos_wizard.export.workbook import checks
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Formula, as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.table import Field, Row, Table
from digisos_wizard.i18n import _

NOTHING = "–"


def place(book: Book) -> Table:
    """Add the sheet and say where the checks will stand; how many they are is known at the end."""
    fields = (
        Field("nr", _("Nr."), Look.NUMBER, 8, locked=True),
        Field("what", _("Dette må stemme"), width=70, locked=True),
        Field("result", _("Resultat"), width=16, locked=True),
        Field("told", _("Hva som er galt"), width=80, locked=True),
    )
    sheet = book.sheet(_("Kontroll"), [field.width for field in fields])
    sheet.title(
        _("Kontroll"),
        _("Arbeidsboken kontrollerer seg selv. Stemmer ikke en linje, står det hva som er galt og hvor."),
    )
    return Table(sheet, "Kontroll", fields, 0, unique=False)


def write(book: Book, table: Table) -> None:
    """Write the checks."""
    found = sorted(book.checks, key=lambda check: check.follows)
    table.grow(len(found))
    good, bad = as_word(checks.good()), as_word(checks.bad())
    rows: list[Row] = []
    for number, check in enumerate(found, start=1):
        own = table.own(table.first + number - 1)
        told = f"IF({own('result')}={good},{as_word(NOTHING)},IFERROR({check.wrong},{as_word(check.what)}))"
        rows.append(
            {
                "nr": number,
                "what": check.what,
                "result": Formula(f"IFERROR(IF({check.holds},{good},{bad}),{bad})", checks.good()),
                "told": Formula(told, NOTHING),
            }
        )
    table.fill(rows, {})
    table.signal("result", [(checks.bad(), book.signals["bad"])])
    table.sheet.freeze(table.first, 1)
    table.sheet.repeat(table.head, table.head)


def verdict(table: Table, count: int) -> Formula:
    """Return the front page's sentence: everything holds, or what doesn't."""
    results, told = table.column("result"), table.column("told")
    fine = _("Alt stemmer: {count} av {count} kontroller").format(count=count)
    gone = _("Stemmer ikke: en kontroll er borte fra arket Kontroll.")
    found = f"{as_word(checks.bad() + ': ')}&INDEX({told},MATCH({as_word(checks.bad())},{results},0))"
    text = f"IFERROR(IF(COUNTIF({results},{as_word(checks.good())})={count},{as_word(fine)},{found}),{as_word(gone)})"
    return Formula(text, fine)
