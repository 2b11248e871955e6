"""The calendar file: each thing once on its day, the same event when imported again, and what is over told once."""

import re
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
import vobject
from icalendar import Calendar

from digisos_wizard.content.locate import resources
from digisos_wizard.errors import EmptyCalendarError
from digisos_wizard.export import export
from digisos_wizard.export.calendar import build, build_each
from digisos_wizard.model.connection import ActivityStatus, OwnActivity
from digisos_wizard.model.edits import Insert, Remove, Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import Person
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.rules.connection.workdays import is_working_day
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.told.calendar import remembered
from digisos_wizard.model.workshop import Action
from digisos_wizard.storage import planfile
from tests.model.given import TODAY, content, plan_of

WISHED = "connection/day/shared/wished"
MARCH = date(2027, 3, 4)
NAME = "@digisos-veiviser"


def figures(plan: Plan, today: date = TODAY, revision: int = 5) -> Figures:
    """Return the figures of a plan that has been changed so many times."""
    plan = apply(plan, Set(("about", "plan_id"), "plan1"))
    return Figures(Document(plan=plan, revision=revision), content(), today)


def planned(**more: object) -> Plan:
    """Return a plan with a day and somebody."""
    answers = {WISHED: MARCH, "people/persons": (Person(id="p", name="Kari"), Person(id="q", name="Liv"))}
    return plan_of(5_000, answers={**answers, **{key.replace("__", "/"): value for key, value in more.items()}})


def events(found: Figures, person: str = "") -> dict[str, dict[str, object]]:
    """Return every event by its key: day, title, text, numbers, state and whether it warns."""
    calendar = Calendar.from_ical(build(found, person))
    return {
        str(event["uid"]).removesuffix(f".plan1{NAME}"): {
            "day": event.decoded("dtstart"),
            "end": event.decoded("dtend"),
            "title": str(event["summary"]),
            "text": str(event.get("description", "")),
            "number": event.decoded("sequence"),
            "stamp": event.decoded("dtstamp"),
            "status": str(event.get("status", "")),
            "warns": bool(event.subcomponents),
        }
        for event in calendar.walk("VEVENT")
    }


def sent(plan: Plan, person: str = "") -> Plan:
    """Return the plan as it is after its calendar was sent."""
    return apply(plan, *remembered(figures(plan), person))


def test_a_change_on_the_same_day_raises_number_and_stamp_of_the_same_events() -> None:
    before = events(figures(planned(), revision=5))
    moved = apply(planned(), Set(("connection", "day", "shared", "wished"), date(2027, 4, 1)))
    after = events(figures(moved, revision=6))
    assert set(before) == set(after)
    for key, old in before.items():
        new = after[key]
        assert (old["number"], new["number"]) == (5, 6)
        assert old["stamp"] < new["stamp"]  # type: ignore[operator] # both are times
    assert before["connection-day"]["day"] != after["connection-day"]["day"]


def test_a_later_day_never_stamps_earlier_however_many_changes_there_were() -> None:
    stamps = [
        str(events(figures(planned(), TODAY + timedelta(days=days), revision))["decide"]["stamp"])
        for days, revision in ((0, 90_000), (1, 90_001), (2, 90_001))
    ]
    assert stamps == sorted(stamps)
    assert len(set(stamps)) == 3
    assert stamps[0] > str(datetime(2026, 11, 23, tzinfo=UTC))


@pytest.mark.parametrize("name", ["hamar", "vertskommune"])
def test_everything_stands_once_on_a_working_day(name: str) -> None:
    plan = planfile.read(resources() / "examples" / f"{name}.digisos").document.plan
    told = events(figures(plan))
    titles = [(event["title"], event["day"]) for event in told.values()]
    assert len(titles) == len(set(titles))
    days = [event["day"] for event in told.values() if event["warns"]]
    assert all(isinstance(day, date) and is_working_day(day) for day in days)
    assert all(event["end"] == event["day"] + timedelta(days=1) for event in told.values())  # type: ignore[operator] # days
    keys = {key.partition("@")[0] for key in told}
    assert "connect" not in keys, "the day itself stands for it"
    assert sum("connection-day" in key for key in keys) == 1


def test_what_is_done_is_told_once_and_warns_no_more() -> None:
    plan = sent(planned())
    done = apply(plan, Set(("connection", "activities", "video-meeting", "state"), TaskState.DONE))
    told = events(figures(done))["video-meeting"]
    assert told["title"] == "Ferdig: Delta i forberedende videomøte med Digisos"
    assert not told["warns"]
    assert told["day"] == date(2027, 2, 25), "without a date it stays where it was"
    assert "video-meeting" not in events(figures(sent(done)))
    dated = apply(done, Set(("connection", "activities", "video-meeting", "done_on"), date(2027, 2, 18)))
    assert events(figures(dated))["video-meeting"]["day"] == date(2027, 2, 18)


def test_what_is_removed_is_told_once_to_be_off() -> None:
    own = OwnActivity(id="cake", title="Kake", offset_days=-10)
    plan = sent(apply(planned(), Insert(("connection", "own_activities"), own)))
    gone = apply(plan, Remove(("connection", "own_activities", "cake")))
    told = events(figures(gone))["cake"]
    assert (told["status"], told["warns"]) == ("CANCELLED", False)
    assert str(told["title"]).startswith("Avlyst: ")
    assert "cake" not in events(figures(sent(gone)))


def test_what_lost_its_deadline_or_is_not_relevant_is_off_as_well() -> None:
    action = Action(id="m", text="Ring arkivet", deadline=date(2026, 12, 4))
    plan = sent(apply(planned(), Insert(("workshop", "actions"), action)))
    undated = apply(plan, Set(("workshop", "actions", "m", "deadline"), None))
    assert events(figures(undated))["action-m"]["status"] == "CANCELLED"
    dropped = apply(plan, Set(("workshop", "actions", "m", "state"), TaskState.NOT_RELEVANT))
    assert events(figures(dropped))["action-m"]["status"] == "CANCELLED"


def test_a_first_calendar_tells_nothing_that_has_no_day() -> None:
    done = apply(planned(), Set(("connection", "activities", "video-meeting", "state"), TaskState.DONE))
    assert "video-meeting" not in events(figures(done))


def test_a_persons_calendar_has_what_they_owe_and_its_own_memory() -> None:
    status = (ActivityStatus(id="fiks", owner="p"), ActivityStatus(id="test", owner="q"))
    plan = planned(connection__activities=status)
    assert list(events(figures(plan), "p")) == ["fiks"]
    assert b"X-WR-CALNAME:" in build(figures(plan), "p")
    given = apply(sent(plan, "p"), Set(("connection", "activities", "fiks", "owner"), "q"))
    assert events(figures(given), "p")["fiks"]["status"] == "CANCELLED"
    assert events(figures(given), "q")["fiks"]["warns"]


def test_an_empty_plan_is_told_in_a_sentence() -> None:
    with pytest.raises(EmptyCalendarError, match="ingen frister"):
        build(figures(Plan()))
    with pytest.raises(EmptyCalendarError, match="Liv har ingen frister"):
        build(figures(planned()), "q")


@pytest.mark.parametrize("text", ["Kake", "Ø" * 4_000, "a,b;c\\d\ne", "😀" * 80])
def test_the_file_is_folded_and_ended_as_the_standard_wants(text: str) -> None:
    data = build(figures(planned(workshop__actions=(Action(id="m", text=text, deadline=MARCH),))))
    lines = data.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", data)
    for needed in (b"UID:", b"DTSTAMP:", b"SEQUENCE:", b"DTSTART;VALUE=DATE:", b"DTEND;VALUE=DATE:"):
        assert data.count(needed) == data.count(b"BEGIN:VEVENT"), needed
    assert b"ORGANIZER" not in data
    assert b"ATTENDEE" not in data
    assert b"METHOD" not in data, "nobody is invited, so nothing is requested"


def test_the_same_plan_gives_the_same_bytes_twice() -> None:
    assert build(figures(planned())) == build(figures(planned()))


def test_another_reader_finds_the_same_days_and_titles() -> None:
    """Read with a library that shares nothing with the one that wrote it, also what is off."""
    plan = sent(
        apply(planned(), Insert(("connection", "own_activities"), OwnActivity(id="c", title="K", offset_days=-9)))
    )
    gone = figures(apply(plan, Remove(("connection", "own_activities", "c"))))
    component = vobject.readOne(build(gone).decode())
    component.validate(raiseException=True)
    found = {str(one.uid.value): (one.dtstart.value, one.summary.value) for one in component.vevent_list}
    wanted = {f"{key}.plan1{NAME}": (one["day"], one["title"]) for key, one in events(gone).items()}
    assert found == wanted


def test_everybody_gets_a_calendar_of_their_own_in_one_file() -> None:
    status = (ActivityStatus(id="fiks", owner="p"), ActivityStatus(id="firewall", owner="q"))
    found = figures(planned(connection__activities=status))
    with ZipFile(BytesIO(build_each(found))) as package:
        assert package.namelist() == ["1. Kari.ics", "2. Liv.ics"]
        assert package.read("1. Kari.ics") == build(found, "p")
    assert build_each(found) == build_each(found)
    with pytest.raises(EmptyCalendarError, match="Planen har ingen frister"):
        build_each(figures(planned()))


def test_a_name_that_no_file_can_have_is_made_safe() -> None:
    people = (Person(id="p", name="A/B: <c> " + "x" * 300),)
    found = figures(planned(connection__activities=(ActivityStatus(id="fiks", owner="p"),), people__persons=people))
    with ZipFile(BytesIO(build_each(found))) as package:
        (name,) = package.namelist()
    assert "/" not in name
    assert len(name) < 80


def test_what_was_handed_over_is_remembered_by_the_offer() -> None:
    status = (ActivityStatus(id="fiks", owner="p"),)
    plan = planned(connection__activities=status)
    kept = apply(plan, *export("calendar").kept(figures(plan)), *export("calendars").kept(figures(plan)))
    assert [one.id for one in kept.connection.calendars] == ["all", "p"]
    gone = apply(kept, Set(("connection", "activities", "fiks", "owner"), None))
    assert events(figures(gone), "p")["fiks"]["status"] == "CANCELLED"
    assert export("memo").kept(figures(plan)) == ()
