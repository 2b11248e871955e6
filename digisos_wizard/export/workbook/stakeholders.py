"""Sheet `Interessenter`: whom the benefits depend on, how much they matter, and how they are followed up (PV)."""

from digisos_wizard.export.workbook import checks, valid
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.table import Field, Own, Row, Table
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Stakeholder

SPARE = 8
NOTHING = "–"


def place(book: Book) -> Table:
    """Add the sheet and say where the stakeholders will stand."""
    fields = (
        Field("name", _("Hvem"), width=30),
        Field("interest", _("Hva er viktig for dem"), width=36),
        Field("influence", _("Innflytelse"), Look.NUMBER, 13),
        Field("attitude", _("Holdning"), Look.NUMBER, 13),
        Field("means", _("Betyr"), width=16, computed=True),
        Field("strategy", _("Slik følger vi opp"), width=44),
    )
    sheet = book.sheet(_("Interessenter"), [field.width for field in fields])
    sheet.title(
        _("Interessenter"),
        _("Innflytelse er fra 1 (liten) til 3 (stor). Holdning er −1 (mot), 0 (nøytral) eller 1 (for)."),
    )
    count = len(book.figures.plan.benefits.stakeholders)
    return Table(sheet, "Interessenter", fields, count, SPARE, unique=False)


def write(book: Book, table: Table) -> None:
    """Write the stakeholders."""
    table.rules |= {"influence": valid.scale(1, 3), "attitude": valid.scale(-1, 1)}
    checks.fill(book, table, [_row(one) for one in book.figures.plan.benefits.stakeholders], {"means": _means})
    table.sheet.freeze(table.first, 1)
    table.sheet.repeat(table.head, table.head)
    table.signal("means", [(_("Mot"), book.signals["bad"]), (_("For"), book.signals["good"])])


def _means(own: Own) -> str:
    attitude = own("attitude")
    against, neutral, in_favour = (as_word(word) for word in (_("Mot"), _("Nøytral"), _("For")))
    known = f"IF({attitude}<0,{against},IF({attitude}>0,{in_favour},{neutral}))"
    return f"IF(ISNUMBER({attitude}),{known},{as_word(NOTHING)})"


def _row(stakeholder: Stakeholder) -> Row:
    known = stakeholder.attitude
    means = NOTHING if known is None else _("Mot") if known < 0 else _("For") if known > 0 else _("Nøytral")
    return {
        "name": stakeholder.name,
        "interest": stakeholder.interest,
        "influence": stakeholder.influence,
        "attitude": known,
        "means": means,
        "strategy": stakeholder.strategy,
    }
