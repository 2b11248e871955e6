"""What the plan proves of something, in words and in signs."""

from dataclasses import dataclass
from datetime import date

from digisos_wizard.model.address import Address
from digisos_wizard.model.findings import StepKey
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
