"""How it stands: what the plan proves, the checklist's rows, and sign-offs beside what was signed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digisos_wizard.model.address import Address
from digisos_wizard.model.content import ChecklistItem
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.signoff import ChecklistAnswer, SignOff
from digisos_wizard.model.terms import TaskState


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the plan proves about a checklist item, in words, and where it stands.

    `basis` is the dates and counts that it rests on, which no new wording changes; `proven_on` is the day that it was
    done, where that is known.
    """

    state: TaskState
    text: str
    address: Address
    step: StepKey
    basis: str = ""
    proven_on: date | None = None

    @property
    def token(self) -> str:
        """What the evidence comes to, without words."""
        return f"{self.state.value} {self.basis}".strip()


class Moment(StrEnum):
    """When an item is due: before the connection day, on it, or after it."""

    BEFORE = "before"
    ON = "on"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One line of the checklist; `state` is the office's own answer, else what the evidence says.

    `contradicts`: the office says done where the plan doesn't show it, and a reason is needed.
    """

    row_id: str
    item: ChecklistItem | None
    section: str
    text: str
    municipality: str
    evidence: Evidence | None
    answer: ChecklistAnswer
    state: TaskState
    contradicts: bool
    moment: Moment = Moment.BEFORE


class ChangeKind(StrEnum):
    """What happened to something that was signed."""

    FIELD = "field"
    NEW = "new"
    GONE = "gone"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is otherwise than it was signed: of what, which field, and how it reads before and after."""

    kind: ChangeKind
    key: str
    what: str
    field: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class SignOffStatus:
    """Whether what a sign-off covers still is as signed, and what changed since.

    `current` is the newest for its phase and section; `changes` are the differences as sentences.
    """

    record: SignOff
    differences: tuple[Difference, ...]
    changes: tuple[str, ...]
    current: bool = True

    @property
    def valid(self) -> bool:
        """Whether everything covered is as it was signed."""
        return not self.differences
