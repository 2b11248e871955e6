"""Leads a meeting through its agenda: where we are, how long it takes, and edits that belong to the meeting."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.base import Item
from digisos_wizard.model.content import QuestionKind
from digisos_wizard.model.edits import Edit, Insert
from digisos_wizard.model.rules.meetings import course as meetings
from digisos_wizard.model.rules.meetings.agenda import Asked
from digisos_wizard.model.rules.meetings.course import TALLIES
from digisos_wizard.model.rules.meetings.stopwatch import Stopwatch, TimeLeft, time_left
from digisos_wizard.model.workshop import Meeting, Tally
from digisos_wizard.session import Session

from .led import Led


@dataclass
class _Place:
    """Where the meeting is: the agenda row, its number as it was, and what has been up so far."""

    row: str = ""
    number: int = 0
    seen: list[str] = field(default_factory=list)
    watches: dict[str, Stopwatch] = field(default_factory=dict)


class Conductor(Led):
    """The meeting that goes on; every answer goes through the session, so that nothing is lost."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._place = _Place()
        self._id = ""
        self._title = ""
        self._began: datetime | None = None

    # ------------------------------------------------------------------------------------------------------- reading

    @property
    def agenda(self) -> Sequence[Asked]:
        """The questions, in order."""
        return self.session.figures.agenda

    @property
    def number(self) -> int:
        """The number of the question, from 0; as many as there are questions when all have been asked."""
        rows = [asked.row_id for asked in self.agenda]
        place = self._place
        if place.row in rows:
            place.number = rows.index(place.row)
        return min(place.number, len(rows))

    @property
    def last(self) -> int:
        """The number behind the last question."""
        return len(self.agenda)

    @property
    def question(self) -> Asked | None:
        """The question that is up, None when all have been asked."""
        number = self.number
        return self.agenda[number] if number < len(self.agenda) else None

    @property
    def following(self) -> Asked | None:
        """The next question, None where this is the last."""
        number = self.number + 1
        return self.agenda[number] if number < len(self.agenda) else None

    @property
    def key(self) -> str:
        """What is said now is filed under this; empty when all questions have been asked."""
        question = self.question
        return question.key if question is not None else ""

    @property
    def meeting(self) -> Meeting | None:
        """The meeting as it stands in the plan."""
        return next((one for one in self.session.plan.workshop.meetings if one.id == self._id), None)

    @property
    def time(self) -> TimeLeft:
        """How the time of the question stands."""
        question = self.question
        watch = self._place.watches.get(self.key, Stopwatch())
        return time_left(watch, question.minutes if question is not None else None, self.session.now())

    @property
    def tally(self) -> Tally | None:
        """The show of hands at the question."""
        return meetings.tally_of(self.session.plan, self.meeting, self.key)

    # ------------------------------------------------------------------------------------------------------- leading

    def place_words(self) -> str:
        """Return the number of the question, and how many there are."""
        if self.question is None:
            return _("Ferdig")
        return _("{number} av {count}").format(number=self.number + 1, count=len(self.agenda))

    def time_words(self) -> str:
        """Return how the time of the question stands, to the second."""
        return self.time.exact() if self.question is not None else ""

    def begin(self, since: datetime | None = None) -> None:
        """Begin a meeting, or go on with the one that wasn't ended, at the question that came last."""
        self.begun = True
        going = meetings.going_on(self.session.plan)
        now = since or self.session.now()
        if going is not None:
            self._id, self._title, self._began = going.id, going.title, going.began_at
            keys = [asked.key for asked in self.agenda]
            known = [keys.index(key) for key in going.questions if key in keys]
            self._place.seen = list(going.questions)
            self._go(known[-1] if known else 0)
            return
        self._id, self._began = self.session.new_row_id(), now
        self._title = _("Møte {day}").format(day=formatting.day(now.date()))
        self.session.edit(meetings.beginning(self._id, self._title, now), label=_("Møtet begynner"))
        self._go(0)

    def end(self) -> None:
        """End the meeting."""
        self._stop()
        if self.meeting is not None:
            edits = [*self._seen(), meetings.ending(self._id, self.session.now())]
            self.session.edit(*edits, label=_("Møtet er slutt"))
        self.ended.emit()

    def _go(self, number: int) -> None:
        self._stop()
        self._place.number = number
        self._place.row = self.agenda[number].row_id if number < len(self.agenda) else ""
        if self.key and self.key not in self._place.seen:
            self._place.seen.append(self.key)
        self._start()
        self.moved.emit()

    def _start(self) -> None:
        if self.key and not self.paused:
            watches = self._place.watches
            watches[self.key] = watches.get(self.key, Stopwatch()).started(self.session.now())

    def _stop(self) -> None:
        for key, watch in self._place.watches.items():
            if watch.running:
                self._place.watches[key] = watch.stopped(self.session.now())

    # ------------------------------------------------------------------------------------------------------- writing

    def write(self, *edits: Edit, merge: str = "") -> bool:
        """Make edits of this meeting, with which questions it has taken up; tells whether they were taken."""
        try:
            self.session.edit(*self._ensured(), *edits, merge=merge)
        except UserError as error:
            self.refused.emit(f"{error.message} {error.next_step}".strip())
            return False
        self.refused.emit("")
        return True

    def make_row(self, table: Address, row: Item, merge: str) -> None:
        """Put in the row that the first letter makes; the letters that follow are the same step of undo."""
        self.session.edit(*self._ensured(), Insert(table, row), label="", merge=merge)

    def count(self, number: int, by: int) -> None:
        """Count hands for an answer, by its number from 1; the first hand makes the show of hands."""
        tally = self.tally or self._new_tally()
        edit = meetings.counted(tally, number, by)
        if edit is None or not self.key:
            return
        if self.tally is None:
            if by > 0:
                self.write(Insert(TALLIES, tally), edit)
        else:
            self.write(edit, merge="/".join(edit.address))

    def new_tally(self) -> None:
        """Begin a show of hands from nothing, with the same answers as the one before."""
        if self.key:
            self.write(Insert(TALLIES, self._new_tally()))

    def answers(self) -> Sequence[str]:
        """Return the answers to raise a hand for, as they are now."""
        tally = self.tally
        if tally is not None:
            return tuple(choice.text for choice in tally.choices)
        question = self.question
        if question is not None and question.kind is QuestionKind.CHOICE:
            return question.choices
        return (_("Ja"), _("Nei"), _("Vet ikke"))

    def _new_tally(self) -> Tally:
        return meetings.new_tally(self.session.new_row_id(), self.key, self.answers(), self.session.now())

    def _ensured(self) -> list[Edit]:
        """Return what the meeting itself needs: to be there, even if its beginning was undone, and what it took up."""
        if self.meeting is None and self._began is not None:
            return [meetings.beginning(self._id, self._title, self._began)]
        return self._seen()

    def _seen(self) -> list[Edit]:
        return meetings.taking_up(self.session.plan, self._id, self._place.seen)
