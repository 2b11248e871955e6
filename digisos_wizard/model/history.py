"""The versions behind and ahead of a document, with words: undo and redo as a value."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from .plan import Document

LIMIT = 1_000
"""Steps that are remembered; older ones can't be undone."""
MERGE_GAP = timedelta(seconds=1)
"""Keystrokes in one field that are closer than this are one step."""
MERGE_SPAN = timedelta(seconds=20)
"""The longest time that one step covers, so that undoing takes back no more than a sentence or two."""


@dataclass(frozen=True, slots=True)
class Step:
    """The document on the other side of a change, and what the change was."""

    document: Document
    label: str
    merge: str = ""
    began: datetime | None = None
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What can be undone (newest last) and redone (next last)."""

    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, None where there is nothing."""
        return self.past[-1].label if self.past else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, None where there is nothing."""
        return self.future[-1].label if self.future else None

    def continues(self, merge: str, at: datetime) -> bool:
        """Tell whether a change with this merge key belongs to the newest step."""
        newest = self.past[-1] if self.past else None
        if newest is None or not merge or newest.merge != merge or self.future:
            return False
        if newest.began is None or newest.ended is None:
            return False
        return timedelta(0) <= at - newest.ended <= MERGE_GAP and at - newest.began <= MERGE_SPAN

    def after_change(self, before: Document, label: str, merge: str, at: datetime) -> "History":
        """Return the history after a change of the document `before`."""
        if self.continues(merge, at):
            return History((*self.past[:-1], replace(self.past[-1], ended=at)))
        return History((*self.past[-(LIMIT - 1) :], Step(before, label, merge, at, at)))

    def after_undo(self, current: Document) -> "History":
        """Return the history after going back from the current document to that of the newest step."""
        step = self.past[-1]
        return History(self.past[:-1], (*self.future, Step(current, step.label)))

    def after_redo(self, current: Document) -> "History":
        """Return the history after going forward from the current document to that of the next step."""
        step = self.future[-1]
        return History((*self.past, Step(current, step.label)), self.future[:-1])
