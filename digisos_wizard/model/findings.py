"""What a rule has to say about a plan: where, how serious, in words."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from .address import Address


class StepKey(StrEnum):
    """The steps of the wizard, in order; also the keys of pages and of their help."""

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


STEPS: tuple[StepKey, ...] = tuple(key for key in StepKey if key is not StepKey.REFERENCE)
"""What is walked through, the overview first; the reference stands beside the steps."""


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
