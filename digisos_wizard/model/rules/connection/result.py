"""The reckoned connection plan: activities with their windows, and how soon everybody can connect."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from digisos_wizard.model.address import Address
from digisos_wizard.model.content import ActivitySpec
from digisos_wizard.model.rules.proof.hands import NOTHING, Hands
from digisos_wizard.model.rules.proof.owed import NEVER, NOBODY, Due, Origin, Owner
from digisos_wizard.model.rules.proof.standing import Standing
from digisos_wizard.model.terms import TaskState


@dataclass(frozen=True, slots=True)
class Timing:
    """When an activity can and must be done, all working days; None where no connection day is known.

    `days` are the working days that it takes, `slack` those it can be late without moving the connection day, negative
    where time is too short already. `critical`: it is on the chain that decides how soon they can connect.
    """

    days: int
    soonest_start: date
    soonest_finish: date
    latest_start: date | None
    latest_finish: date | None
    slack: int | None
    critical: bool


@dataclass(frozen=True, slots=True)
class PlannedActivity:
    """An activity with its window; `start` is the recommended start, `deadline` the last day, both working days.

    `after` holds the row ids of what it waits for; `begins` is a day agreed with others, `ends` when others are done at
    the latest; `timing` is None for what is finished; `shown` is what the plan shows where that, and no answer by hand,
    is why it is finished. `standing` says where the state comes from, `said` what is written by hand, wherever it
    stands, and `owed_by` and `owed` where owner and deadline come from; the `usual` ones hold where no hand says else.
    """

    row_id: str
    title: str
    municipality: str
    spec: ActivitySpec | None
    column: str
    start: date | None
    deadline: date | None
    owner: str | None
    state: TaskState
    done_on: date | None
    late: bool
    address: Address
    after: tuple[str, ...] = ()
    begins: date | None = None
    ends: date | None = None
    timing: Timing | None = None
    shown: str = ""
    standing: Standing | None = None
    said: Hands = NOTHING
    owed_by: Owner = NOBODY
    owed: Due = NEVER
    usual_owner: Owner = NOBODY
    usual_due: Due = NEVER

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in (TaskState.DONE, TaskState.NOT_RELEVANT)

    @property
    def due(self) -> date | None:
        """When it must be finished: its deadline, or earlier where others wait for it."""
        return self.owed_to.day

    @property
    def owed_to(self) -> Due:
        """When it must be finished, and why then."""
        last = self.timing.latest_finish if self.timing is not None else None
        if last is not None and (self.deadline is None or last < self.deadline):
            return Due(last, Origin.WAITING, self.owed.at)
        return Due(self.deadline, self.owed.origin, self.owed.at)

    @property
    def stands_on(self) -> date | None:
        """The day that it is shown on: when it is due, or was done; None where that is not known."""
        return self.done_on if self.finished else self.due


@dataclass(frozen=True, slots=True)
class Reach:
    """How soon a municipality (empty: all of them) can connect with the work that is left, and what decides it.

    `chain` holds row ids, the first to do first; `connected` ones have nothing left to reach.
    """

    municipality: str
    day: date | None
    soonest: date
    chain: tuple[str, ...]
    connected: bool

    @property
    def in_time(self) -> bool:
        """Whether the work that is left fits before the day; without a day nothing is too late."""
        return self.connected or self.day is None or self.soonest <= self.day


@dataclass(frozen=True)
class Schedule:
    """The connection plan; `earliest_day` is the first day that the shortest preparation allows from today.

    `circles` are rows that wait for each other, which no order can satisfy; `advised` is the first possible day that
    nothing speaks against.
    """

    day: date | None
    earliest_day: date
    activities: tuple[PlannedActivity, ...]
    reaches: tuple[Reach, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()
    advised: date | None = None

    @property
    def connected(self) -> bool:
        """Whether every municipality is connected."""
        return bool(self.reaches) and all(reach.connected for reach in self.reaches)

    @property
    def soonest(self) -> date:
        """The first day that both the work that is left and the shortest preparation allow."""
        return max([self.earliest_day, *(reach.soonest for reach in self.reaches if not reach.connected)])

    @cached_property
    def by_id(self) -> Mapping[str, PlannedActivity]:
        """The activities by row id."""
        return {item.row_id: item for item in self.activities}

    def titled(self, row_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the titles of rows, those that are gone left out."""
        return tuple(self.by_id[row_id].title for row_id in row_ids if row_id in self.by_id)
