"""What a rule has to say about a plan: where, how serious, in words."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from .address import Address
from .terms import TaskState


class StepKey(StrEnum):
    """The names of the steps, in order; what a step is stands in `steps.py`."""

    OVERVIEW = "overview"
    DECISION = "decision"
    COSTS = "costs"
    ROLES = "roles"
    AGREEMENTS = "agreements"
    PRIVACY = "privacy"
    MAPPING = "mapping"
    BENEFITS = "benefits"
    CONNECTION = "connection"
    CHECKLIST = "checklist"
    WORKSHOP = "workshop"
    OUTPUT = "output"
    REFERENCE = "reference"


class Severity(IntEnum):
    """How serious a finding is; higher is worse. A note asks for nothing, an error is typed text that can't be read."""

    NOTE = 1
    WARNING = 2
    MISSING = 3
    ERROR = 4
    BLOCKER = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found; `message` is a whole sentence, `address` where it can be mended."""

    rule: str
    step: StepKey
    address: Address
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class StepProgress:
    """How far a step has come, as rail and overview say it; `words` such as "2 mangler" or "Ferdig".

    `urgency` is a word where the step stops the connection or puts it at risk.
    """

    step: StepKey
    state: TaskState
    missing: int
    words: str
    urgency: str = ""

    @property
    def said(self) -> str:
        """The words with the urgency after them."""
        return " · ".join(part for part in (self.words, self.urgency) if part)
