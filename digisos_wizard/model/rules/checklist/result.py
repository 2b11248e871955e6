"""How it stands: what the plan proves, the checklist's rows, and sign-offs beside what was signed."""

from dataclasses import dataclass
from enum import StrEnum

from digisos_wizard.model.content import ChecklistItem
from digisos_wizard.model.rules.proof.hands import NOTHING, Hands
from digisos_wizard.model.rules.proof.owed import NEVER, NOBODY, Due, Owner
from digisos_wizard.model.rules.proof.result import Evidence
from digisos_wizard.model.rules.proof.standing import Standing
from digisos_wizard.model.signoff import ChecklistAnswer, SignOff
from digisos_wizard.model.terms import SignOffPhase, TaskState


class Moment(StrEnum):
    """When an item is due: before the connection day, on it, or after it."""

    BEFORE = "before"
    ON = "on"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One line of the checklist; `answer` is what stands on its own row, `state` what follows from all that is known.

    `contradicts`: it is said by hand against what the plan shows, and a reason is needed. `standing` says where the
    state comes from, `said` what is written by hand about the same thing anywhere, `owner` and `due` are those of its
    activity where it has one.
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
    standing: Standing | None = None
    said: Hands = NOTHING
    owner: Owner = NOBODY
    due: Due = NEVER
    phase: SignOffPhase = SignOffPhase.CONNECT


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
