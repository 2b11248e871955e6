"""What the meetings' page shows in tables and key figures."""

from collections.abc import Sequence
from datetime import datetime

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.meetings.actions import open_actions
from digisos_wizard.model.rules.meetings.agenda import AGENDA, minutes_words, question_text, total_minutes
from digisos_wizard.model.rules.meetings.course import ACTIONS, MEETINGS, NOTES, PARKED
from digisos_wizard.model.told.summary_mail import meeting_time, meeting_title
from digisos_wizard.model.workshop import Note
from digisos_wizard.ui.parts.figures import KeyFigure
from digisos_wizard.ui.parts.rows_view import RowView

LONGEST = 200


def band(figures: Figures) -> Sequence[KeyFigure]:
    """Return the key figures."""
    workshop = figures.plan.workshop
    waiting = open_actions(figures.plan, figures.today)
    late = sum(one.late for one in waiting)
    return (
        KeyFigure(_("Spørsmål valgt"), formatting.number(len(figures.agenda))),
        KeyFigure(_("Tid til sammen"), minutes_words(total_minutes(figures.agenda))),
        KeyFigure(
            _("Åpne beslutninger"),
            formatting.number(len(waiting)),
            _("{count} over fristen").format(count=late) if late else "",
        ),
        KeyFigure(_("Parkert"), formatting.number(len(workshop.parked))),
    )


def agenda_rows(figures: Figures) -> Sequence[RowView]:
    """Return the questions in order, with what they come from and how long they take."""
    return [
        RowView(
            asked.row_id,
            (*AGENDA, asked.row_id),
            (
                f"{number}. {asked.text}",
                asked.title,
                minutes_words(asked.minutes) if asked.minutes is not None else "–",
            ),
            tip=asked.help,
        )
        for number, asked in enumerate(figures.agenda, start=1)
    ]


def action_rows(figures: Figures) -> Sequence[RowView]:
    """Return the decisions."""
    return [
        RowView(
            action.id,
            (*ACTIONS, action.id),
            (
                action.text.strip() or _("Uten tekst"),
                person_name(figures.plan, action.owner) or _("mangler"),
                formatting.day(action.deadline) if action.deadline else _("uten frist"),
                figures.content.option_label("TaskState", action.state.value),
            ),
            action.state,
        )
        for action in figures.plan.workshop.actions
    ]


def parked_rows(figures: Figures) -> Sequence[RowView]:
    """Return what was put off."""
    return [RowView(note.id, (*PARKED, note.id), _note_cells(figures, note)) for note in figures.plan.workshop.parked]


def note_rows(figures: Figures) -> Sequence[RowView]:
    """Return the notes."""
    return [RowView(note.id, (*NOTES, note.id), _note_cells(figures, note)) for note in figures.plan.workshop.notes]


def _note_cells(figures: Figures, note: Note) -> tuple[str, ...]:
    question = question_text(figures.plan, figures.content, note.question) if note.question else "–"
    return _short(note.text) or _("Uten tekst"), question, _moment(note.taken_at)


def meeting_rows(figures: Figures) -> Sequence[RowView]:
    """Return the meetings held."""
    return [
        RowView(
            meeting.id,
            (*MEETINGS, meeting.id),
            (
                meeting_title(meeting),
                meeting_time(meeting) if meeting.ended_at else _("{time}, pågår").format(time=meeting_time(meeting)),
                formatting.number(len(meeting.questions)),
                _short(meeting.participants) or "–",
            ),
        )
        for meeting in figures.plan.workshop.meetings
    ]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"


def _moment(at: datetime | None) -> str:
    return f"{formatting.short_day(at.date())} {formatting.clock(at)}" if at is not None else ""
