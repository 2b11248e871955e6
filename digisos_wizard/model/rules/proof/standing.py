"""The one state of a thing, from what the plan proves and what is said by hand.

| by hand | the plan proves | the state |
|---|---|---|
| nothing | anything | what the plan proves |
| in progress | finished | finished: what was begun is done |
| open or in progress | open or in progress | what is said by hand |
| the same as the plan | the same | proven |
| finished | not finished | finished by hand, and a reason is asked for |
| not relevant | otherwise | not relevant by hand, and a reason is asked for |
| open | finished | open by hand, and a reason is asked for |

Of two hands, "in progress" gives way as it does to the plan, then the one counts that leaves most to do.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digisos_wizard.model.address import Address
from digisos_wizard.model.rules.proof.hands import Hands, Said
from digisos_wizard.model.rules.proof.result import Evidence
from digisos_wizard.model.terms import TaskState

FINISHED = (TaskState.DONE, TaskState.NOT_RELEVANT)
LEFT = {TaskState.OPEN: 0, TaskState.IN_PROGRESS: 1, TaskState.DONE: 2, TaskState.NOT_RELEVANT: 3}
"""What leaves most to do comes first."""


class Source(StrEnum):
    """Where a state comes from."""

    PLAN = "plan"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with something: its state, where that comes from, and what the plan shows.

    `against`: the state is set by hand against what the plan proves; `unexplained`: and nobody has said why. `at` is
    where the hand has written, () where none has. `done_on` is the day, where it is known.
    """

    state: TaskState
    source: Source
    proof: Evidence | None = None
    against: bool = False
    unexplained: bool = False
    reason: str = ""
    at: Address = ()
    done_on: date | None = None

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in FINISHED


def standing(hands: Hands, proof: Evidence | None, *, superseded: bool = False) -> Standing:
    """Return how it stands; what only an older handbook has is not relevant until somebody says otherwise."""
    said = _counting(hands)
    proven = proof.state if proof is not None else TaskState.OPEN
    if superseded and said is None:
        return Standing(TaskState.NOT_RELEVANT, Source.PLAN, proof)
    begun = said is not None and said.value is TaskState.IN_PROGRESS and proven in FINISHED
    if said is None or begun or (proof is not None and said.value is proven):
        day = (hands.done_on or (proof.proven_on if proof is not None else None)) if proven in FINISHED else None
        return Standing(proven, Source.PLAN, proof, reason=hands.reason, done_on=day)
    against = proof is not None and _against(said.value, proven, superseded=superseded)
    return Standing(
        said.value,
        Source.HAND,
        proof,
        against=against,
        unexplained=against and not hands.reason,
        reason=hands.reason,
        at=said.at,
        done_on=hands.done_on if said.value in FINISHED else None,
    )


def _counting(hands: Hands) -> Said[TaskState] | None:
    """Return the hand that counts: what was begun says nothing against what is finished."""
    settled = [one for one in hands.states if one.value is not TaskState.IN_PROGRESS]
    return min(settled or hands.states, key=lambda one: LEFT[one.value], default=None)


def _against(said: TaskState, proven: TaskState, *, superseded: bool) -> bool:
    if said is TaskState.NOT_RELEVANT:
        return not superseded
    if said is TaskState.DONE:
        return proven is not TaskState.NOT_RELEVANT
    return said is TaskState.OPEN and proven in FINISHED
