"""Sheet `Aktiviteter`: the connection plan with dates, owners and states."""

from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Column, Sheet
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.commitments.words import owner_words
from digisos_wizard.model.rules.connection.own_work import MEASURES_COLUMN, OWN_COLUMN
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.terms import TaskState

STATE = 6


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Aktiviteter"), (44, 16, 22, 12, 12, 26, 17, 12, 14, 12, 10, 30))


def write(book: Book, sheet: Sheet) -> None:
    """Fill the sheet."""
    figures = book.figures
    words = Words(figures)
    day = figures.schedule.day
    lead = _("Påkoblingsdag: {day}. Listen viser planen per {today}.").format(
        day=formatting.day(day) if day else _("ikke bestemt"), today=formatting.day(figures.today)
    )
    sheet.title(_("Aktiviteter fram mot og etter påkobling"), lead)
    columns = (
        Column(_("Aktivitet")),
        Column(_("Kommune")),
        Column(_("Når")),
        Column(_("Start helst"), Look.DATE),
        Column(_("Frist"), Look.DATE),
        Column(_("Ansvarlig")),
        Column(_("Tilstand")),
        Column(_("Gjort"), Look.DATE),
        Column(_("Ferdig senest"), Look.DATE),
        Column(_("Dager å gå på"), Look.NUMBER),
        Column(_("Kritisk")),
        Column(_("Merknad")),
    )
    top = sheet.row
    rows = sheet.table(
        columns,
        [_row(figures, words, item) for item in figures.schedule.activities],
        empty=_("Planen har ingen aktiviteter ennå."),
    )
    sheet.freeze(top + 1, 1)
    sheet.repeat(top, top)
    sheet.filter(rows, len(columns))
    late = [words.late(state) for state in (TaskState.OPEN, TaskState.IN_PROGRESS)]
    sheet.choose(rows, STATE, [*words.all_states(), *late])
    sheet.signal(
        rows,
        (STATE, STATE),
        [
            *((word, book.signals["bad"]) for word in late),
            (words.state(TaskState.DONE), book.signals["good"]),
        ],
    )


def _row(figures: Figures, words: Words, item: PlannedActivity) -> list[Content]:
    owner = owner_words(figures.plan, figures.content, item.owed_by)
    timing = item.timing
    return [
        item.title,
        municipality_name(figures.plan, item.municipality) if item.municipality else "",
        column_words(item),
        item.start,
        item.due,
        owner,
        words.late(item.state) if item.late else words.state(item.state),
        item.done_on,
        timing.latest_finish if timing is not None else None,
        timing.slack if timing is not None else None,
        _("Ja") if timing is not None and timing.critical else "",
        note(figures, item),
    ]


def column_words(item: PlannedActivity) -> str:
    """Return the words for the time that an activity belongs to."""
    return {OWN_COLUMN: _("Egen aktivitet"), MEASURES_COLUMN: _("Tiltak mot risiko")}.get(item.column, item.column)


def note(figures: Figures, item: PlannedActivity) -> str:
    """Return what the office has noted about an activity."""
    connection = figures.plan.connection
    found = next((status.note for status in connection.activities if status.id == item.row_id), "")
    return found or next((own.note for own in connection.own_activities if own.id == item.row_id), "")
