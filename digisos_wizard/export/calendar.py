"""The calendar as a file: all-day events that a second import updates instead of doubling."""

from datetime import UTC, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from digisos_wizard.errors import EmptyCalendarError
from digisos_wizard.export.names import safe
from digisos_wizard.export.text import one_line, printable
from digisos_wizard.export.zipped import zipped
from digisos_wizard.i18n import _
from digisos_wizard.model.display import person_name
from digisos_wizard.model.edits import Edit
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.told.calendar import Entry, Fate, entries, remembered

DAY = timedelta(days=1)
LONGEST = 60
"""Letters of a name in the name of a file."""
WARNING = timedelta(hours=-15)
"""From the midnight that a day begins with: at nine the morning before."""


def build(figures: Figures, person: str = "") -> bytes:
    """Return the calendar of everything, or of one person: the same bytes for the same plan on the same day.

    Raises EmptyCalendarError where nothing has a day: a calendar must hold something.
    """
    found = entries(figures, person)
    if not found:
        raise EmptyCalendarError(person_name(figures.plan, person))
    calendar = Calendar()
    calendar.add("prodid", "-//Digisos-veiviser//NO")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", _name(figures, person))
    calendar.add("x-wr-timezone", "Europe/Oslo")
    for entry in found:
        calendar.add_component(_event(figures, entry))
    return bytes(calendar.to_ical(sorted=False))


def build_each(figures: Figures) -> bytes:
    """Return a calendar for everybody who has a deadline, packed together.

    Raises EmptyCalendarError where nobody has.
    """
    people = recipients(figures)
    if not people:
        raise EmptyCalendarError
    return zipped(
        [(f"{number}. {name}.ics", build(figures, person)) for number, (person, name) in enumerate(people, start=1)],
        figures.today,
    )


def recipients(figures: Figures) -> list[tuple[str, str]]:
    """Return everybody who has a calendar of their own, with the name that their file has."""
    plan = figures.plan
    found = [(person.id, safe(person_name(plan, person.id))[:LONGEST]) for person in plan.people.persons]
    return [(person, name) for person, name in found if entries(figures, person)]


def sent(figures: Figures) -> tuple[Edit, ...]:
    """Return the edits that remember what everybody's common calendar holds."""
    return remembered(figures)


def sent_each(figures: Figures) -> tuple[Edit, ...]:
    """Return the edits that remember what each one's calendar holds."""
    return tuple(edit for person, _name in recipients(figures) for edit in remembered(figures, person))


def _name(figures: Figures, person: str) -> str:
    plan = one_line(figures.plan.about.name) or _("Digisos-innføring")
    name = one_line(person_name(figures.plan, person))
    return _("{plan} – {name}").format(plan=plan, name=name) if name else plan


def _event(figures: Figures, entry: Entry) -> Event:
    event = Event()
    document = figures.document
    event.add("uid", f"{entry.key}.{document.plan.about.plan_id or 'plan'}@digisos-veiviser")
    # Calendars take the version with the highest number, some the latest stamp: both follow the plan's own count.
    event.add("dtstamp", datetime.combine(figures.today, time(), UTC) + timedelta(seconds=document.revision))
    event.add("sequence", document.revision)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + DAY)
    event.add("summary", printable(one_line(entry.title)))
    if entry.text:
        event.add("description", printable(entry.text))
    event.add("transp", "TRANSPARENT")
    if entry.fate is Fate.CANCELLED:
        event.add("status", "CANCELLED")
    if entry.fate is Fate.PLANNED:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", printable(one_line(entry.title)))
        alarm.add("trigger", WARNING)
        event.add_component(alarm)
    return event
