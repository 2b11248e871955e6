"""Sheet `Tiltaksplan`: the measures against risks of both kinds, with owner, deadline and state."""

from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Column, Sheet
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _
from digisos_wizard.model.rules.privacy.risks import Action, actions, kind_name, owner_of, scored
from digisos_wizard.model.terms import TaskState

STATE = 7


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Tiltaksplan"), (44, 40, 10, 10, 12, 26, 12, 17))


def write(book: Book, sheet: Sheet) -> None:
    """Fill the sheet."""
    figures = book.figures
    words = Words(figures)
    sheet.title(
        _("Tiltaksplan for personvern og sikkerhet"),
        _("Tiltakene mot risikoene i DPIA og ROS-analyse. Risiko er sannsynlighet ganger konsekvens, høyst 25."),
    )
    columns = (
        Column(_("Tiltak")),
        Column(_("Risiko")),
        Column(_("Gjelder")),
        Column(_("Nå"), Look.NUMBER),
        Column(_("Etter tiltak"), Look.NUMBER),
        Column(_("Ansvarlig")),
        Column(_("Frist"), Look.DATE),
        Column(_("Tilstand")),
    )
    top = sheet.row
    rows = sheet.table(
        columns,
        [_row(words, action) for action in actions(figures.plan, figures.today)],
        empty=_("Ingen tiltak er lagt inn ennå."),
    )
    sheet.freeze(top + 1, 1)
    sheet.repeat(top, top)
    sheet.filter(rows, len(columns))
    late = [words.late(state) for state in (TaskState.OPEN, TaskState.IN_PROGRESS)]
    sheet.choose(rows, STATE, [*words.all_states(), *late])
    signals = [*((word, book.signals["bad"]) for word in late), (words.state(TaskState.DONE), book.signals["good"])]
    sheet.signal(rows, (STATE, STATE), signals)


def _row(words: Words, action: Action) -> list[Content]:
    risk, measure = action.risk, action.measure
    return [
        measure.text or _("Uten tekst"),
        risk.title or _("Risiko uten navn"),
        kind_name(risk.kind),
        _product(scored(risk)),
        _product(scored(risk, after=True)),
        words.name(owner_of(risk, measure)[0]) or _("mangler"),
        measure.deadline,
        words.late(measure.state) if action.late else words.state(measure.state),
    ]


def _product(place: tuple[int, int] | None) -> Content:
    return None if place is None else place[0] * place[1]
