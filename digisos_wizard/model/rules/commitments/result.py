"""The register of commitments: each thing that somebody has promised, once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from digisos_wizard.model.address import Address
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.checklist.result import ChecklistRow
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.rules.cooperation.result import RequiredAgreement
from digisos_wizard.model.rules.proof.hands import NOTHING, Hands
from digisos_wizard.model.rules.proof.owed import Due, Owner
from digisos_wizard.model.rules.proof.standing import Standing
from digisos_wizard.model.terms import SignOffPhase


class Kind(StrEnum):
    """What a commitment is, by the place that it comes from first."""

    ACTIVITY = "activity"
    OWN_ACTIVITY = "own_activity"
    RISK_MEASURE = "risk_measure"
    CHECKLIST = "checklist"
    OWN_ITEM = "own_item"
    AGREEMENT = "agreement"
    OFFICE_TASK = "office_task"
    BENEFIT_MEASURE = "benefit_measure"
    MEETING = "meeting"
    VENDOR_DUTY = "vendor_duty"
    MEASUREMENT = "measurement"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Commitment:
    """One thing that is promised; what stands for the same thing elsewhere is in `rows`.

    `place` is where to go to do it, `part_of` the commitment that it is a part of. `phase` is by when it must be done:
    before the connection, or when all is. `todo` says it as something to do.
    """

    key: str
    kind: Kind
    title: str
    municipality: str
    owner: Owner
    due: Due
    standing: Standing
    step: StepKey
    place: Address
    rows: tuple[Address, ...]
    phase: SignOffPhase = SignOffPhase.CONNECT
    part_of: str = ""
    start: date | None = None
    help: str = ""
    said: Hands = NOTHING
    activity: PlannedActivity | None = None
    item: ChecklistRow | None = None
    agreement: RequiredAgreement | None = None

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do."""
        return self.standing.finished

    @property
    def stands_on(self) -> date | None:
        """The day that it is shown on: when it is due, or was done; None where that is not known."""
        return self.standing.done_on if self.finished else self.due.day

    def late(self, today: date) -> bool:
        """Tell whether it should have been done; what was for a connection that has been made, is overtaken."""
        activity = self.activity
        passed = activity is not None and activity.deadline is not None and activity.deadline < today
        if activity is not None and passed and not activity.late:
            return False
        return not self.finished and self.due.day is not None and self.due.day < today


@dataclass(frozen=True)
class Register:
    """All commitments: activities in the connection plan's order, then the others by where they come from."""

    items: tuple[Commitment, ...]

    @cached_property
    def by_key(self) -> Mapping[str, Commitment]:
        """The commitments by key."""
        return {one.key: one for one in self.items}

    @cached_property
    def by_row(self) -> Mapping[Address, Commitment]:
        """The commitments by every row that stands for them."""
        return {row: one for one in self.items for row in one.rows}

    @cached_property
    def by_person(self) -> Mapping[str, tuple[Commitment, ...]]:
        """What every person owes, the earliest first."""
        found: dict[str, list[Commitment]] = {}
        for one in self.items:
            if one.owner.person:
                found.setdefault(one.owner.person, []).append(one)
        return {person: tuple(sorted(rows, key=by_day)) for person, rows in found.items()}

    @cached_property
    def by_others(self) -> Mapping[str, tuple[Commitment, ...]]:
        """What others owe, such as the vendor, by the name that is written."""
        names = dict.fromkeys(one.owner.others for one in self.items if one.owner.others)
        return {
            name: tuple(sorted((one for one in self.items if one.owner.others == name), key=by_day)) for name in names
        }

    @cached_property
    def by_role(self) -> Mapping[str, tuple[Commitment, ...]]:
        """What every role of the handbook owes while nobody holds it, the earliest first."""
        found: dict[str, list[Commitment]] = {}
        for one in self.items:
            if not one.owner.person and one.owner.role:
                found.setdefault(one.owner.role, []).append(one)
        return {role: tuple(sorted(rows, key=by_day)) for role, rows in found.items()}

    def at(self, address: Address) -> Commitment | None:
        """Return the commitment that an address belongs to: the row that it stands in."""
        for length in range(len(address), 2, -1):
            if (found := self.by_row.get(address[:length])) is not None:
                return found
        return None

    def told_once(self, person: str = "") -> Iterator[Commitment]:
        """Yield what has a place of its own in a calendar, of all or of a person.

        A part has none where its whole is told to the same on the same day.
        """
        for one in self.items:
            if person and one.owner.person != person:
                continue
            whole = self.by_key.get(one.part_of)
            same = whole is not None and whole.due.day == one.due.day and (not person or whole.owner.person == person)
            if not same:
                yield one

    def tops(self) -> Iterator[Commitment]:
        """Yield what is told by itself: parts only where somebody else has them, or they have a day of their own."""
        for one in self.items:
            whole = self.by_key.get(one.part_of)
            own = whole is None or (one.owner.person, one.due.day) != (whole.owner.person, whole.due.day)
            if own or (whole is not None and whole.finished and not one.finished):
                yield one


def by_day(one: Commitment) -> tuple[date, str]:
    """Return the key by which what is due first comes first."""
    return one.due.day or date.max, one.title


def joined(one: Commitment, row: Address, **more: object) -> Commitment:
    """Return the commitment with another row that stands for the same thing."""
    return replace(one, rows=(*one.rows, row), **more)  # type: ignore[arg-type] # the fields' own types, by name
