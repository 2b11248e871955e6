"""Sheet `Tiltaksplan`: the measures against risks of both kinds, with owner, deadline and state."""

from digisos_wizard.export.workbook import checks
from digisos_wizard.export.workbook.activities import finish, states
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.table import Field, Row, Table
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _
from digisos_wizard.model.rules.privacy.risks import Action, actions, kind_name, owner_of, scored

SPARE = 4


def place(book: Book) -> Table:
    """Add the sheet and say where the measures will stand."""
    words = Words(book.figures)
    fields = (
        Field("measure", _("Tiltak"), width=42),
        Field("risk", _("Risiko"), width=38),
        Field("kind", _("Gjelder"), width=10),
        Field("now", _("Nå"), Look.NUMBER, 9),
        Field("after", _("Etter tiltak"), Look.NUMBER, 11),
        Field("owner", _("Ansvarlig"), width=24),
        Field("deadline", _("Frist"), Look.DATE, 13),
        Field("state", _("Tilstand"), width=17, words=states(words)),
    )
    sheet = book.sheet(_("Tiltaksplan"), [field.width for field in fields])
    sheet.title(
        _("Tiltaksplan for personvern og sikkerhet"),
        _("Tiltakene mot risikoene i DPIA og ROS-analyse. Risiko er sannsynlighet ganger konsekvens, høyst 25."),
    )
    count = len(actions(book.figures.plan, book.figures.today))
    return Table(sheet, "Tiltaksplan", fields, count, SPARE, unique=False)


def write(book: Book, table: Table) -> None:
    """Write the measures."""
    words = Words(book.figures)
    found = actions(book.figures.plan, book.figures.today)
    checks.fill(book, table, [_row(words, action) for action in found], {})
    finish(book, table, words)
    if not found:
        table.sheet.note(_("Ingen tiltak er lagt inn ennå."))


def _row(words: Words, action: Action) -> Row:
    risk, measure = action.risk, action.measure
    return {
        "measure": measure.text or _("Uten tekst"),
        "risk": risk.title or _("Risiko uten navn"),
        "kind": kind_name(risk.kind),
        "now": _product(scored(risk)),
        "after": _product(scored(risk, after=True)),
        "owner": words.name(owner_of(risk, measure)[0]) or _("mangler"),
        "deadline": measure.deadline,
        "state": words.late(measure.state) if action.late else words.state(measure.state),
    }


def _product(place: tuple[int, int] | None) -> Content:
    return None if place is None else place[0] * place[1]
