"""Sheet `Aktiviteter`: the connection plan with dates, owners and states."""

from digisos_wizard.export.workbook import checks
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.register import yes_no
from digisos_wizard.export.workbook.table import Field, Row, Table
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.commitments.words import owner_words
from digisos_wizard.model.rules.connection.own_work import MEASURES_COLUMN, OWN_COLUMN
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.terms import TaskState

SPARE = 4


def place(book: Book) -> Table:
    """Add the sheet and say where the activities will stand."""
    figures = book.figures
    words = Words(figures)
    fields = (
        Field("title", _("Aktivitet"), width=44),
        Field("place", _("Kommune"), width=16),
        Field("when", _("Når"), width=22),
        Field("start", _("Start helst"), Look.DATE, 13),
        Field("deadline", _("Frist"), Look.DATE, 13),
        Field("owner", _("Ansvarlig"), width=26),
        Field("state", _("Tilstand"), width=17, words=states(words)),
        Field("done", _("Gjort"), Look.DATE, 13),
        Field("latest", _("Ferdig senest"), Look.DATE, 13),
        Field("slack", _("Dager å gå på"), Look.NUMBER, 12),
        Field("critical", _("Kritisk"), width=10, words=yes_no()),
        Field("note", _("Merknad"), width=30),
    )
    day = figures.schedule.day
    lead = _("Påkoblingsdag: {day}. Listen viser planen per {today}.").format(
        day=formatting.day(day) if day else _("ikke bestemt"), today=formatting.day(figures.today)
    )
    sheet = book.sheet(_("Aktiviteter"), [field.width for field in fields])
    sheet.title(_("Aktiviteter fram mot og etter påkobling"), lead)
    return Table(sheet, "Aktiviteter", fields, len(figures.schedule.activities), SPARE, unique=False)


def states(words: Words) -> tuple[str, ...]:
    """Return every word for how far an activity has come."""
    return (*words.all_states(), *(words.late(state) for state in (TaskState.OPEN, TaskState.IN_PROGRESS)))


def write(book: Book, table: Table) -> None:
    """Write the activities."""
    figures = book.figures
    words = Words(figures)
    checks.fill(book, table, [_row(figures, words, item) for item in figures.schedule.activities], {})
    finish(book, table, words)
    if not figures.schedule.activities:
        table.sheet.note(_("Planen har ingen aktiviteter ennå."))


def finish(book: Book, table: Table, words: Words) -> None:
    """Keep the header in sight and colour the states."""
    table.sheet.break_columns(1)
    table.sheet.freeze(table.first, 1)
    table.sheet.repeat(table.head, table.head)
    late = [words.late(state) for state in (TaskState.OPEN, TaskState.IN_PROGRESS)]
    table.signal("state", [*((word, book.signals["bad"]) for word in late)])
    table.signal("state", [(words.state(TaskState.DONE), book.signals["good"])])


def _row(figures: Figures, words: Words, item: PlannedActivity) -> Row:
    timing = item.timing
    return {
        "title": item.title,
        "place": municipality_name(figures.plan, item.municipality) if item.municipality else "",
        "when": column_words(item),
        "start": item.start,
        "deadline": item.due,
        "owner": owner_words(figures.plan, figures.content, item.owed_by),
        "state": words.late(item.state) if item.late else words.state(item.state),
        "done": item.done_on,
        "latest": timing.latest_finish if timing is not None else None,
        "slack": timing.slack if timing is not None else None,
        "critical": _("Ja") if timing is not None and timing.critical else "",
        "note": note(figures, item),
    }


def column_words(item: PlannedActivity) -> str:
    """Return the words for the time that an activity belongs to."""
    return {OWN_COLUMN: _("Egen aktivitet"), MEASURES_COLUMN: _("Tiltak mot risiko")}.get(item.column, item.column)


def note(figures: Figures, item: PlannedActivity) -> str:
    """Return what the office has noted about an activity."""
    connection = figures.plan.connection
    found = next((status.note for status in connection.activities if status.id == item.row_id), "")
    return found or next((own.note for own in connection.own_activities if own.id == item.row_id), "")
