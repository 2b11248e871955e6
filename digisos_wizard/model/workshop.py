"""What meetings leave behind: notes, decisions as actions, parking lot."""

from datetime import date, datetime

from .base import Item, Record
from .terms import TaskState


class Note(Item):
    """A note taken at a question; `question` is a content id, empty for a free note."""

    question: str = ""
    text: str = ""
    taken_at: datetime | None = None


class Action(Item):
    """A decision or task with owner and deadline."""

    text: str = ""
    owner: str | None = None
    deadline: date | None = None
    state: TaskState = TaskState.OPEN
    origin: str = ""


class Workshop(Record):
    """Notes, actions and parked questions."""

    notes: tuple[Note, ...] = ()
    actions: tuple[Action, ...] = ()
    parked: tuple[Note, ...] = ()
