"""What people have said by hand of things that stand in several places of a plan: one look-up by what proves them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from digisos_wizard.model.address import Address
from digisos_wizard.model.base import SHARED, split_instance
from digisos_wizard.model.content import ActivitySpec, Content
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import TaskState

T = TypeVar("T")
TASKS = ("mapping", "tasks")
"""Rows of tasks say their state, which is what proves them."""


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """A value that somebody has written, and where."""

    value: T
    at: Address


@dataclass(frozen=True, slots=True)
class Hand:
    """What is written on one row about a thing; `state` None leaves it to the plan."""

    at: Address
    state: TaskState | None = None
    reason: str = ""
    reason_field: str = "note"
    owner: str | None = None
    owner_field: str = "owner"
    deadline: date | None = None
    done_on: date | None = None

    @property
    def says(self) -> bool:
        """Whether anything is written: a row that was emptied says no more than one that was never made."""
        return bool(self.state or self.owner or self.deadline or self.done_on or self.reason.strip())


@dataclass(frozen=True, slots=True)
class Hands:
    """All that is written about one thing, the row that counts first coming first."""

    rows: tuple[Hand, ...] = ()

    @property
    def states(self) -> tuple[Said[TaskState], ...]:
        """The states that are set by hand."""
        return tuple(Said(row.state, (*row.at, "state")) for row in self.rows if row.state is not None)

    @property
    def owners(self) -> tuple[Said[str], ...]:
        """The persons named."""
        return tuple(Said(row.owner, (*row.at, row.owner_field)) for row in self.rows if row.owner)

    @property
    def deadlines(self) -> tuple[Said[date], ...]:
        """The deadlines set."""
        return tuple(Said(row.deadline, (*row.at, "deadline")) for row in self.rows if row.deadline is not None)

    @property
    def owner(self) -> str | None:
        """Who is named first."""
        return next((row.owner for row in self.rows if row.owner), None)

    @property
    def deadline(self) -> date | None:
        """The deadline that is set first."""
        return next((row.deadline for row in self.rows if row.deadline is not None), None)

    @property
    def done_on(self) -> date | None:
        """The day that is written first."""
        return next((row.done_on for row in self.rows if row.done_on is not None), None)

    @property
    def reason(self) -> str:
        """Why it is set by hand, in the words that come first."""
        return next((row.reason.strip() for row in self.rows if row.reason.strip()), "")


NOTHING = Hands()
Known = Mapping[tuple[str, str], Hands]
"""Evidence and municipality (empty: shared) -> what is written by hand."""


def hands(plan: Plan, content: Content) -> Known:
    """Return all that is written by hand: activities before tasks before the checklist."""
    found: dict[tuple[str, str], list[Hand]] = {}
    for evidence, place, hand in (*_activities(plan, content), *_tasks(plan), *_answers(plan, content)):
        if hand.says or hand.at[:2] == TASKS:
            found.setdefault((evidence, place), []).append(hand)
    return {key: Hands(tuple(rows)) for key, rows in found.items()}


def proven_by(spec: ActivitySpec) -> str:
    """Return what proves an activity; what nothing proves stands for itself."""
    return spec.evidence or f"activity:{spec.id}"


def about(known: Known, evidence: str, place: str) -> Hands:
    """Return what is written about a thing: what is its own, and of what is shared where it has no own row."""
    own = known.get((evidence, place), NOTHING)
    shared = known.get((evidence, SHARED), NOTHING) if place else NOTHING
    if not own.rows or not shared.rows:
        return own if own.rows else shared
    tables = {row.at[:2] for row in own.rows}
    return Hands((*own.rows, *(row for row in shared.rows if row.at[:2] not in tables)))


def _activities(plan: Plan, content: Content) -> Iterator[tuple[str, str, Hand]]:
    proven = {spec.id: proven_by(spec) for spec in content.activities}
    for row in plan.connection.activities:
        spec, place = split_instance(row.id)
        if spec in proven:
            at = ("connection", "activities", row.id)
            hand = Hand(at, row.state, row.note, owner=row.owner, deadline=row.deadline, done_on=row.done_on)
            yield proven[spec], place, hand


def _tasks(plan: Plan) -> Iterator[tuple[str, str, Hand]]:
    """Yield owners and deadlines of tasks; their states are what proves them."""
    for row in plan.mapping.tasks:
        at = (*TASKS, row.id)
        yield f"task:{row.id}", SHARED, Hand(at, owner=row.owner, deadline=row.deadline)


def _answers(plan: Plan, content: Content) -> Iterator[tuple[str, str, Hand]]:
    proven = {item.id: item.evidence for item in content.checklist(plan.checklist.catalogue).items}
    for row in plan.checklist.answers:
        item, place = split_instance(row.id)
        if item in proven:
            at = ("checklist", "answers", row.id)
            yield (
                proven[item],
                place,
                Hand(at, row.state, row.reason, "reason", row.responsible, "responsible", row.deadline),
            )
