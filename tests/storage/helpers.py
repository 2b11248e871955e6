"""A clock and changed plans for the tests of storage."""

from datetime import UTC, datetime, timedelta

from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.plan import Document


class Clock:
    """Time that passes when told to: `now()` for the wall, `seconds` for the monotonic clock."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def now(self) -> datetime:
        """Return the time on the wall."""
        return datetime(2026, 11, 23, 14, 0, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        """Return the seconds of the monotonic clock."""
        return self.seconds

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.seconds += seconds


def renamed(document: Document, name: str) -> Document:
    """Return the document with the plan named otherwise."""
    return Document(plan=apply(document.plan, Set(("about", "name"), name)), drafts=document.drafts)
