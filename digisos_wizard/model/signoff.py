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
    """One line of what was signed, with the text as it stood; `key` is the item's instance id.

    Canonical form 1 has everything but text and state in `details`. From form 2 on each stands by itself, `details`
    says what the evidence rests on in signs that no new wording changes, `responsible` is a salted digest of the
    name and one of the person's id, and `deadline` is written as 2026-11-23. From form 3 on both are those of
    the thing, wherever they were written, `source` tells whether the plan or somebody says the state, and `owner` and
    `due` are what was shown beside it: a digest of a name or a role, and a day.
    """

    key: str
    section: str
    text: str
    state: str
    details: str = ""
    evidence: str = ""
    reason: str = ""
    comment: str = ""
    responsible: str = ""
    deadline: str = ""
    source: str = ""
    owner: str = ""
    due: str = ""


class SignedFact(Record):
    """Something beside the checklist that was signed, such as office and connection day, with its label."""

    key: str
    label: str
    value: str


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
    revision: int = 1
    facts: tuple[SignedFact, ...] = ()


class SignOffs(Record):
    """All records, oldest first; never changed, only added to."""

    records: tuple[SignOff, ...] = ()
