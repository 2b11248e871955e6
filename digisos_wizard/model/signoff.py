"""Checklist answers and sign-off records bound to what was signed."""

from datetime import date, datetime

from .base import Item, Record, SparseItem
from .terms import SignOffPhase, TaskState


class ChecklistAnswer(SparseItem):
    """What the office says of a checklist item (`item` or `item@municipality`); no state: the evidence decides."""

    state: TaskState | None = None
    reason: str = ""
    comment: str = ""
    responsible: str | None = None
    deadline: date | None = None


class OwnChecklistItem(Item):
    """A checklist item of the office's own."""

    section: str = ""
    text: str = ""
    phase: SignOffPhase = SignOffPhase.CONNECT
    state: TaskState = TaskState.OPEN
    reason: str = ""
    comment: str = ""
    responsible: str | None = None
    deadline: date | None = None


class Checklist(Record):
    """Answers by item, and own items."""

    catalogue: str = ""
    answers: tuple[ChecklistAnswer, ...] = ()
    own: tuple[OwnChecklistItem, ...] = ()


class SignedLine(Record):
    """One line of what was signed, with the text as it stood; `key` is the item's instance id."""

    key: str
    section: str
    text: str
    state: str
    details: str


class SignOff(Item):
    """Who signed what, when; the name is a salted digest so that a person can be removed without breaking the chain."""

    phase: SignOffPhase
    section: str = ""
    canonical: int = 1
    signer: str | None = None
    salt: str = ""
    name_digest: str = ""
    title: str = ""
    role: str = ""
    place: str = ""
    signed_at: datetime
    statement: str = ""
    open_items: tuple[str, ...] = ()
    external_reference: str = ""
    lines: tuple[SignedLine, ...] = ()
    fingerprint: str = ""
    previous: str = ""


class SignOffs(Record):
    """All records, oldest first; never changed, only added to."""

    records: tuple[SignOff, ...] = ()
