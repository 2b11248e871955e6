"""Decisions from meetings that are not done yet: what is due, and what is late."""

from dataclasses import dataclass
from datetime import date

from digisos_wizard.model.display import person_name
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.workshop import Action

CLOSED = (TaskState.DONE, TaskState.NOT_RELEVANT)


@dataclass(frozen=True, slots=True)
class OpenAction:
    """A decision to be carried out: its row, the owner's name, and the days left, negative when late."""

    action: Action
    owner: str
    days_left: int | None

    @property
    def late(self) -> bool:
        """Whether the deadline has passed."""
        return self.days_left is not None and self.days_left < 0


def open_actions(plan: Plan, today: date) -> tuple[OpenAction, ...]:
    """Return what is decided and not done, the earliest deadline first, those without a deadline last."""
    found = [
        OpenAction(
            action,
            person_name(plan, action.owner),
            None if action.deadline is None else (action.deadline - today).days,
        )
        for action in plan.workshop.actions
        if action.state not in CLOSED and action.text.strip()
    ]
    return tuple(sorted(found, key=lambda one: (one.action.deadline is None, one.action.deadline or today)))
