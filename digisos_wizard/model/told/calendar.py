"""The calendar of deadlines: what stands on which day, what became of what was sent before, for all or for a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.connection import SentCalendar, SentEvent
from digisos_wizard.model.edits import Edit, Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.commitments.result import Commitment, Kind
from digisos_wizard.model.rules.commitments.words import owner_words
from digisos_wizard.model.rules.connection.workdays import working_day_before
from digisos_wizard.model.rules.days import in_range
from digisos_wizard.model.terms import TaskState

SENT = ("connection", "calendars")
EVERYBODY = "all"
"""The recipient of the calendar that holds everything."""
CONNECT, DAY = "connect", "connection-day"


class Fate(StrEnum):
    """What an event tells: a deadline to come, something done, or something that is off."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of one day; the key stays with the commitment, so that a calendar knows it again."""

    key: str
    day: date
    title: str
    text: str
    fate: Fate


def entries(figures: Figures, person: str = "") -> tuple[Entry, ...]:
    """Return the events, in order of their days: everything once, nothing undated, what is closed once and no more."""
    before = next((one for one in figures.plan.connection.calendars if one.id == (person or EVERYBODY)), None)
    known = {one.id: one for one in before.events} if before is not None else {}
    found: list[Entry] = []
    keys: set[str] = set()
    for one in figures.register.told_once(person):
        keys.add(_key(one))
        entry = _closed(figures, one, known, first=before is None) if one.finished else _planned(figures, one)
        if entry is None and not one.finished and (old := known.get(_key(one))) is not None and not old.closed:
            entry = _cancelled(old)
        if entry is not None:
            found.append(entry)
    found += [_cancelled(old) for key, old in known.items() if key not in keys and not old.closed]
    return tuple(sorted(found, key=lambda entry: (entry.day, entry.title)))


def remembered(figures: Figures, person: str = "") -> tuple[Edit, ...]:
    """Return the edits that keep what a calendar was sent, for the next one to follow up."""
    recipient = person or EVERYBODY
    before = next((one for one in figures.plan.connection.calendars if one.id == recipient), None)
    events = {one.id: one for one in before.events} if before is not None else {}
    for entry in entries(figures, person):
        closed = entry.fate is not Fate.PLANNED
        events[entry.key] = SentEvent(id=entry.key, day=entry.day, title=entry.title, closed=closed)
    row = SentCalendar(id=recipient, events=tuple(events.values()))
    removing = (Remove((*SENT, recipient)),) if before is not None else ()
    return (*removing, Insert(SENT, row))


def _key(one: Commitment) -> str:
    return DAY if one.key == CONNECT else one.key


def _title(figures: Figures, one: Commitment) -> str:
    if one.kind is Kind.ACTIVITY and one.key.partition("@")[0] == CONNECT:
        office = " ".join(figures.plan.decision.office.split())
        return _("Påkobling til Digisos: {office}").format(office=office) if office else _("Påkobling til Digisos")
    return one.title


def _planned(figures: Figures, one: Commitment) -> Entry | None:
    if one.due.day is None or not in_range(one.due.day):
        return None
    title = _title(figures, one)
    connecting = one.key.partition("@")[0] == CONNECT
    words = title if connecting else _("Frist: {title}").format(title=title)
    day = one.due.day if connecting else working_day_before(one.due.day)
    return Entry(_key(one), day, words, _text(figures, one), Fate.PLANNED)


def _text(figures: Figures, one: Commitment) -> str:
    owner = owner_words(figures.plan, figures.content, one.owner) or _("ingen ansvarlig ennå")
    lines = [_("Ansvarlig: {owner}").format(owner=owner)]
    if one.start is not None and one.due.day is not None and one.start < one.due.day:
        lines.append(_("Bør begynne: {day}").format(day=formatting.day(one.start)))
    return "\n".join(lines)


def _closed(figures: Figures, one: Commitment, known: Mapping[str, SentEvent], *, first: bool) -> Entry | None:
    """Return what became of something; a first calendar tells only what has a day, later ones what they have told."""
    old = known.get(_key(one))
    if old is None and not first:
        return None
    if old is not None and old.closed:
        return None
    if one.standing.state is TaskState.NOT_RELEVANT:
        return _cancelled(old) if old is not None else None
    day = one.standing.done_on or (old.day if old is not None else None)
    if day is None or not in_range(day):
        return None
    title = _("Ferdig: {title}").format(title=_title(figures, one))
    return Entry(_key(one), day, title, _text(figures, one), Fate.DONE)


def _cancelled(old: SentEvent) -> Entry:
    title = _("Avlyst: {title}").format(title=old.title)
    return Entry(old.id, old.day, title, "", Fate.CANCELLED)
