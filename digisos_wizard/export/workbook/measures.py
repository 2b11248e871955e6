"""Sheet `Tiltak`: what must be done for the benefits to come (table F of the public templates)."""

from digisos_wizard.export.workbook import checks
from digisos_wizard.export.workbook.activities import finish
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.register import title_of
from digisos_wizard.export.workbook.table import Field, Table
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _

SPARE = 8


def place(book: Book) -> Table:
    """Add the sheet and say where the measures will stand."""
    words = Words(book.figures)
    fields = (
        Field("nr", _("Nr."), width=8),
        Field("name", _("Gevinst"), width=30, computed=True),
        Field("text", _("Tiltak"), width=40),
        Field("responsible", _("Ansvarlig"), width=22),
        Field("deadline", _("Frist"), Look.DATE, 13),
        Field("state", _("Tilstand"), width=14, words=tuple(words.all_states())),
        Field("risk", _("Risiko"), width=11, words=tuple(words.all_levels())),
        Field("preconditions", _("Forutsetninger"), width=34),
    )
    sheet = book.sheet(_("Tiltak"), [field.width for field in fields])
    sheet.title(_("Tiltak"), _("Det som må gjøres for at gevinstene skal komme."))
    count = sum(len(item.measures) for item in book.figures.plan.benefits.items)
    return Table(sheet, "Tiltak", fields, count, SPARE, unique=False)


def write(book: Book, tables: Tables, table: Table) -> None:
    """Write the measures."""
    words = Words(book.figures)
    rows = [
        {
            "nr": item.number,
            "name": title_of(item),
            "text": measure.text,
            "responsible": words.name(measure.responsible) or _("mangler"),
            "deadline": measure.deadline,
            "state": words.state(measure.state),
            "risk": words.level(measure.risk),
            "preconditions": measure.preconditions,
        }
        for item in book.figures.plan.benefits.items
        for measure in item.measures
    ]
    checks.fill(book, table, rows, {"name": lambda own: tables.register.find("name", own("nr"))})
    finish(book, table, words)
    table.signal("responsible", [(_("mangler"), book.signals["wait"])])
    checks.known(book, table, tables.register)
