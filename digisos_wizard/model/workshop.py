"""What meetings leave behind: agenda, notes, actions, shows of hands, parking lot, and the slides chosen."""

from datetime import date, datetime

from .base import Item, Record
from .terms import TaskState


class Note(Item):
    """A note taken at a question; `question` is a content id or that of an own question, empty for a free note."""

    question: str = ""
    text: str = ""
    taken_at: datetime | None = None


class Action(Item):
    """A decision or task with owner and deadline; `origin` is the question where it was taken."""

    text: str = ""
    owner: str | None = None
    deadline: date | None = None
    state: TaskState = TaskState.OPEN
    origin: str = ""
    taken_at: datetime | None = None


class Choice(Item):
    """One of the answers in a show of hands, and how many raised theirs."""

    text: str = ""
    count: int = 0


class Tally(Item):
    """A show of hands at a question."""

    question: str = ""
    taken_at: datetime | None = None
    choices: tuple[Choice, ...] = ()


class AgendaQuestion(Item):
    """A question that the leader has picked: one of the content's, or an own one with its text."""

    question: str = ""
    text: str = ""
    minutes: int | None = None


class Meeting(Item):
    """A workshop that was held."""

    title: str = ""
    began_at: datetime | None = None
    ended_at: datetime | None = None
    participants: str = ""
    questions: tuple[str, ...] = ()


class ChosenSlide(Item):
    """A slide that the leader has picked, in order; a text of the office's own takes the place of the content's."""

    slide: str = ""
    title: str = ""
    text: str = ""
    notes: str = ""


class Workshop(Record):
    """Agenda, notes, actions, shows of hands, parked questions, meetings held and slides chosen."""

    agenda: tuple[AgendaQuestion, ...] = ()
    notes: tuple[Note, ...] = ()
    actions: tuple[Action, ...] = ()
    tallies: tuple[Tally, ...] = ()
    parked: tuple[Note, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    slides: tuple[ChosenSlide, ...] = ()
