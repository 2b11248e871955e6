"""The connection plan as a calendar file: all-day deadlines that a second import updates instead of doubling."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from digisos_wizard.export.text import one_line, printable
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.rules.meetings.actions import open_actions
from digisos_wizard.model.terms import TaskState

DAY = timedelta(days=1)
WARNING = timedelta(hours=-15)
"""From the midnight that a day begins with: at nine the morning before."""


def build(figures: Figures) -> bytes:
    """Return the calendar: the same bytes for the same plan on the same day."""
    calendar = Calendar()
    calendar.add("prodid", "-//Digisos-veiviser//NO")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", one_line(figures.plan.about.name) or _("Digisos-innføring"))
    calendar.add("x-wr-timezone", "Europe/Oslo")
    for event in _events(figures):
        calendar.add_component(event)
    return bytes(calendar.to_ical(sorted=False))


def _events(figures: Figures) -> Iterator[Event]:
    if figures.schedule.day is not None:
        office = one_line(figures.plan.decision.office)
        title = _("Påkobling til Digisos: {office}").format(office=office) if office else _("Påkobling til Digisos")
        yield _event(figures, "connection-day", figures.schedule.day, title, "", warned=True)
    for activity in figures.schedule.activities:
        if activity.deadline is not None:
            yield _activity(figures, activity, activity.deadline)
    for one in open_actions(figures.plan, figures.today):
        if one.action.deadline is not None:
            title = _("Frist: {title}").format(title=one_line(one.action.text))
            owner = _("Ansvarlig: {owner}").format(owner=one.owner or _("ingen ansvarlig ennå"))
            yield _event(figures, f"action-{one.action.id}", one.action.deadline, title, owner, warned=True)
    for point in figures.measuring_points:
        if point.day is not None:
            title = _("Mål gevinstene: {label} etter påkoblingen").format(label=point.spec.label)
            yield _event(figures, f"measuring-{point.spec.id}", point.day, title, "", warned=True)


def _activity(figures: Figures, activity: PlannedActivity, deadline: date) -> Event:
    """Return a deadline, or what became of it on the day it was done, so that a calendar that has it follows."""
    title = one_line(activity.title) or _("Uten navn")
    if activity.municipality:
        title = f"{title}, {one_line(municipality_name(figures.plan, activity.municipality))}"
    finished = {TaskState.DONE: _("Ferdig: {title}"), TaskState.NOT_RELEVANT: _("Ikke aktuelt: {title}")}
    pattern = finished.get(activity.state, _("Frist: {title}"))
    owner = person_name(figures.plan, activity.owner) or _("ingen ansvarlig ennå")
    lines = [_("Ansvarlig: {owner}").format(owner=owner)]
    if activity.start is not None:
        lines.append(_("Bør begynne: {day}").format(day=formatting.day(activity.start)))
    warned = activity.state not in finished
    day = deadline if warned else activity.done_on or min(deadline, figures.today)
    return _event(figures, activity.row_id, day, pattern.format(title=title), "\n".join(lines), warned=warned)


def _event(figures: Figures, key: str, day: date, title: str, text: str, *, warned: bool) -> Event:
    event = Event()
    about = figures.plan.about
    event.add("uid", f"{key}.{about.plan_id or 'plan'}@digisos-veiviser")
    event.add("dtstamp", datetime.combine(figures.today, time(), UTC))
    # Calendars take the version with the highest number; plans only get older.
    event.add("sequence", max((figures.today - about.created_on).days, 0) if about.created_on else 0)
    event.add("dtstart", day)
    event.add("dtend", day + DAY)
    event.add("summary", printable(title))
    if text:
        event.add("description", printable(text))
    event.add("transp", "TRANSPARENT")
    if warned:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", printable(title))
        alarm.add("trigger", WARNING)
        event.add_component(alarm)
    return event
