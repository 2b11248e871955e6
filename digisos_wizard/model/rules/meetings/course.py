"""A meeting from start to end: the edits that begin, count, take up and end, and which one is going on."""

from collections.abc import Sequence
from datetime import datetime

from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Edit, Insert, Set
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.workshop import Choice, Meeting, Tally

MEETINGS = ("workshop", "meetings")
NOTES = ("workshop", "notes")
ACTIONS = ("workshop", "actions")
PARKED = ("workshop", "parked")
TALLIES = ("workshop", "tallies")
MOST = 10_000
"""Hands that can be counted."""


def going_on(plan: Plan) -> Meeting | None:
    """Return the meeting that has begun and not ended, the last one where there are several."""
    begun = [meeting for meeting in plan.workshop.meetings if meeting.began_at and not meeting.ended_at]
    return begun[-1] if begun else None


def within(meeting: Meeting, at: datetime | None) -> bool:
    """Tell whether something happened during a meeting."""
    if at is None or meeting.began_at is None or at < meeting.began_at:
        return False
    return meeting.ended_at is None or at <= meeting.ended_at


def beginning(meeting_id: str, title: str, at: datetime) -> Insert:
    """Return the edit that begins a meeting."""
    return Insert(MEETINGS, Meeting(id=meeting_id, title=title, began_at=at))


def ending(meeting_id: str, at: datetime) -> Set:
    """Return the edit that ends a meeting."""
    return Set((*MEETINGS, meeting_id, "ended_at"), at)


def taking_up(plan: Plan, meeting_id: str, keys: Sequence[str]) -> list[Edit]:
    """Return the edit that lets a meeting remember which questions were taken up, none where it knows them all."""
    meeting = next((one for one in plan.workshop.meetings if one.id == meeting_id), None)
    if meeting is None:
        return []
    every = tuple(dict.fromkeys((*meeting.questions, *keys)))
    return [] if every == meeting.questions else [Set((*MEETINGS, meeting_id, "questions"), every)]


def tally_of(plan: Plan, meeting: Meeting | None, key: str) -> Tally | None:
    """Return the show of hands at a question in a meeting, the newest one."""
    found = [
        tally
        for tally in plan.workshop.tallies
        if tally.question == key and (meeting is None or within(meeting, tally.taken_at))
    ]
    return found[-1] if found else None


def new_tally(tally_id: str, key: str, words: Sequence[str], at: datetime) -> Tally:
    """Return a show of hands with nothing counted; the answers' ids are their numbers."""
    choices = tuple(Choice(id=str(number), text=text) for number, text in enumerate(words, start=1))
    return Tally(id=tally_id, question=key, taken_at=at, choices=choices)


def count_address(tally: Tally, number: int) -> Address | None:
    """Return where the hands for an answer are counted, by its number from 1; None where there is no such answer."""
    if not 1 <= number <= len(tally.choices):
        return None
    return (*TALLIES, tally.id, "choices", tally.choices[number - 1].id, "count")


def counted(tally: Tally, number: int, by: int) -> Set | None:
    """Return the edit that counts more or fewer hands for an answer; None where there is no such answer."""
    address = count_address(tally, number)
    if address is None:
        return None
    return Set(address, min(MOST, max(0, tally.choices[number - 1].count + by)))
