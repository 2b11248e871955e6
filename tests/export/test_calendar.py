"""The calendar file: deadlines on their days, told as they stand, and the same event when imported again."""

import re
from datetime import date, timedelta

import vobject
from icalendar import Calendar

from digisos_wizard.export.calendar import build
from digisos_wizard.model.edits import Insert, Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.workshop import Action
from tests.export import plans

CREATED = date(2026, 11, 1)


def figures(plan: Plan, today: date = plans.TODAY) -> Figures:
    """Return the figures of a plan that is some weeks old."""
    about = (Set(("about", "plan_id"), "plan1"), Set(("about", "created_on"), CREATED))
    return Figures(Document(plan=apply(plan, *about)), plans.CONTENT, today)


def events(found: Figures) -> dict[str, dict[str, object]]:
    """Return every event by its UID: its days, title, text, number and whether it warns."""
    calendar = Calendar.from_ical(build(found))
    return {
        str(event["uid"]): {
            "days": (event.decoded("dtstart"), event.decoded("dtend")),
            "title": str(event["summary"]),
            "text": str(event.get("description", "")),
            "number": event.decoded("sequence"),
            "warns": bool(event.subcomponents),
        }
        for event in calendar.walk("VEVENT")
    }


def test_every_deadline_the_day_itself_and_the_measuring_points_stand_all_day() -> None:
    found = figures(plans.host_plan())
    told = events(found)
    wanted = {item.row_id: item.deadline for item in found.schedule.activities if item.deadline}
    assert wanted
    for key, deadline in wanted.items():
        assert told[f"{key}.plan1@digisos-veiviser"]["days"] == (deadline, deadline + timedelta(days=1))
    assert told["connection-day.plan1@digisos-veiviser"]["days"][0] == date(2027, 3, 4)  # type: ignore[index] # a pair
    assert told["measuring-12.plan1@digisos-veiviser"]["days"][0] == date(2028, 3, 4)  # type: ignore[index] # a pair
    assert len(told) == len(wanted) + 3


def test_a_second_import_moves_the_same_events_under_a_higher_number() -> None:
    before = events(figures(plans.host_plan()))
    moved = apply(plans.host_plan(), Set(("connection", "day", "shared", "wished"), date(2027, 4, 1)))
    after = events(figures(moved, plans.TODAY + timedelta(days=7)))
    assert set(before) == set(after)
    assert all(after[uid]["number"] == 22 + 7 for uid in after), "22 days from 1 to 23 November, and a week"
    day = "connection-day.plan1@digisos-veiviser"
    assert before[day]["days"] != after[day]["days"]


def test_what_is_done_says_so_and_warns_no_more() -> None:
    plan = apply(plans.host_plan(), Set(("connection", "activities", "a1", "state"), TaskState.DONE))
    told = events(figures(plan))
    done = next(event for uid, event in told.items() if uid.startswith("a1."))
    assert str(done["title"]).startswith("Ferdig: Aktivitet 1")
    assert not done["warns"]
    assert done["days"] == (plans.TODAY, plans.TODAY + timedelta(days=1)), "what is done is no day to come"
    waiting = next(event for uid, event in told.items() if uid.startswith("a2."))
    assert str(waiting["title"]).startswith("Frist: ")
    assert waiting["warns"]
    assert "Ansvarlig: " in str(waiting["text"])


def test_what_a_meeting_decided_stands_until_it_is_done() -> None:
    action = Action(id="m1", text="Ring arkivet", deadline=date(2026, 12, 4))
    plan = apply(plans.host_plan(), Insert(("workshop", "actions"), action))
    told = events(figures(plan))["action-m1.plan1@digisos-veiviser"]
    assert told["title"] == "Frist: Ring arkivet"
    assert told["days"] == (date(2026, 12, 4), date(2026, 12, 5))
    done = apply(plan, Set(("workshop", "actions", "m1", "state"), TaskState.DONE))
    assert not [uid for uid in events(figures(done)) if uid.startswith("action-")]


def test_the_file_is_folded_and_ended_as_the_standard_wants() -> None:
    data = build(figures(plans.hostile_plan("Ø" * 4_000)))
    lines = data.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 for line in lines)
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", data)
    assert b"ORGANIZER" not in data


def test_a_plan_without_a_day_gives_an_empty_calendar_and_the_same_bytes_twice() -> None:
    assert events(figures(Plan())) == {}
    assert build(figures(plans.host_plan())) == build(figures(plans.host_plan()))


def test_another_reader_finds_the_same_days_and_titles() -> None:
    """Read with a library that shares nothing with the one that wrote it."""
    data = build(figures(plans.host_plan())).decode()
    component = vobject.readOne(data)
    component.validate(raiseException=True)
    found = {str(one.uid.value): (one.dtstart.value, one.summary.value) for one in component.vevent_list}
    wanted = events(figures(plans.host_plan()))
    for uid, one in wanted.items():
        assert found[uid][0] == one["days"][0]  # type: ignore[index] # a pair
    assert {title for _start, title in found.values()} == {one["title"] for one in wanted.values()}


def test_lines_are_short_and_end_as_the_standard_says() -> None:
    data = build(figures(plans.hostile_plan("æøå " * 200)))
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_nobody_is_invited() -> None:
    assert b"ORGANIZER" not in build(figures(plans.host_plan()))
    assert b"ATTENDEE" not in build(figures(plans.host_plan()))
