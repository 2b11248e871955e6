"""Random edits of a signed plan: what is covered invalidates, nothing else does, and undo makes it valid again."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import count

import pytest

from digisos_wizard.content.locate import resources
from digisos_wizard.errors import UserError
from digisos_wizard.model.address import Address, is_optional, leaves, resolve, value_type
from digisos_wizard.model.base import SHARED
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.edits import Edit, Insert, RefusedEditError, Remove, Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.checklist.result import ChecklistRow
from digisos_wizard.model.signing.signature import Signature, edits, sign
from digisos_wizard.model.signoff import OwnChecklistItem, SignOff
from digisos_wizard.model.terms import SignOffPhase
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from tests.model.given import content

EXAMPLES = ("hamar", "vertskommune")
SCOPES = ((SignOffPhase.CONNECT, ""), (SignOffPhase.FINAL, ""), (SignOffPhase.CONNECT, "privacy"))
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def signed_session(example: str) -> Session:
    """Return a session on an example that is signed as a whole for both phases, and for one section."""
    ids = count()
    session = Session(content(), None, lambda: NOW, lambda: f"new{next(ids)}", lambda: "salt")
    session.start(planfile.read(resources() / "examples" / f"{example}.digisos").document, None)
    for phase, section in SCOPES:
        signature = Signature(phase=phase, section=section, signer=session.plan.people.persons[0].id, place="Hamar")
        record = sign(session.figures, signature, signed_at=NOW, salt="salt", record_id=session.new_row_id())
        session.edit(*edits(session.figures, record))
    session.barrier()
    return session


def covered(figures: Figures, record: SignOff) -> tuple[object, ...]:
    """Return what a record is about, told without the code that compares."""
    plan = figures.plan
    rows = [row for row in figures.checklist if record.section in ("", row.section)]
    if record.phase is SignOffPhase.CONNECT:
        own = {item.id: item.phase for item in plan.checklist.own}
        rows = [row for row in rows if (row.item.phase if row.item else own[row.row_id]) is SignOffPhase.CONNECT]
    places = [(place.id, municipality_name(plan, place.id)) for place in plan.decision.municipalities]
    days: list[object] = []
    if not record.section:
        for place in [key for key, _name in places] or [SHARED]:
            day = plan.connection.day.of(place)
            days.append((day.wished, day.connected_on if record.phase is SignOffPhase.FINAL else None))
    signer = next((person_name(plan, person.id) for person in plan.people.persons if person.id == record.signer), None)
    return plan.decision.office, places, days, sorted((_line(plan, row) for row in rows), key=str), signer


def _line(plan: Plan, row: ChecklistRow) -> tuple[object, ...]:
    answer = row.answer
    evidence = (row.evidence.state, row.evidence.text) if row.evidence is not None else None
    own = (row.text, row.section) if row.item is None else None
    responsible = answer.responsible if row.item is None else row.said.owner
    deadline = answer.deadline if row.item is None else row.said.deadline
    return (
        row.row_id,
        own,
        row.state,
        evidence,
        answer.reason,
        answer.comment,
        (responsible, person_name(plan, responsible)),
        deadline,
    )


@cache
def addresses(example: str) -> tuple[Address, ...]:
    """Return every leaf of a plan that an edit can set, sign-offs and ids left out."""
    plan = signed_session(example).plan
    kinds = (str, bool, int, Decimal, date)

    def settable(address: Address) -> bool:
        if address[0] in ("signoffs", "about") or address[-1] == "id" or address == ("checklist", "catalogue"):
            return False
        kind = value_type(Plan, address)
        return isinstance(kind, type) and (kind in kinds or issubclass(kind, Enum))

    sparse = [
        ("checklist", "answers", item.id, field)
        for item in content().checklist("").items
        for field in ("state", "reason", "comment", "responsible", "deadline")
    ]
    return (*(address for address, _value in leaves(plan) if settable(address)), *sparse)


def random_edit(rng: random.Random, session: Session, example: str) -> Edit:
    """Return an edit: nine in ten set a value, the others add or remove rows."""
    plan = session.plan
    dice = rng.random()
    if dice < 0.05:
        phase = rng.choice(list(SignOffPhase))
        section = rng.choice(("", "privacy", "connection"))
        item = OwnChecklistItem(id=session.new_row_id(), text="Nytt", phase=phase, section=section)
        return Insert(("checklist", "own"), item)
    if dice < 0.1:
        table: Address = rng.choice((("checklist", "own"), ("people", "persons"), ("agreements", "statuses")))
        rows = resolve(plan, table)
        assert isinstance(rows, tuple)
        if rows:
            return Remove((*table, rng.choice(rows).id))
    address = rng.choice(addresses(example))
    if rng.random() < 0.3:
        address = rng.choice([one for one in addresses(example) if one[0] == "checklist"])
    return Set(address, random_value(rng, plan, address))


def random_value(rng: random.Random, plan: Plan, address: Address) -> object:
    """Return a value of the type that stands at an address; persons and municipalities are those of the plan."""
    kind = value_type(Plan, address)
    if is_optional(Plan, address) and rng.random() < 0.2:
        return None
    if address[-1] in ("responsible", "person", "deputy", "owner", "project_owner", "officer"):
        return rng.choice([person.id for person in plan.people.persons] or [""])
    if address[-2:] == ("section",) or address[-1] == "section":
        return rng.choice(("", "privacy", "decision"))
    assert isinstance(kind, type)
    if issubclass(kind, Enum):
        return rng.choice(list(kind))
    values: dict[type, object] = {
        bool: rng.random() < 0.5,
        int: rng.randrange(1, 40_000),
        Decimal: Decimal(rng.randrange(9_000)),
        date: date(2026, 6, 1) + timedelta(days=rng.randrange(400)),
        str: rng.choice(("", "Tekst", "Sak 26/9", "æøå 😀 <b>", "=1+1")),
    }
    return values[kind]


def play(example: str, times: int, seed: int) -> Iterator[tuple[Edit, SignOff, bool, bool]]:
    """Make edits and undo them; yield for each and each record whether it stayed valid and whether it should."""
    rng = random.Random(seed)  # noqa: S311 - for tests, and the same every time
    session = signed_session(example)
    records = session.plan.signoffs.records
    before = {record.id: covered(session.figures, record) for record in records}
    made = 0
    while made < times:
        edit = random_edit(rng, session, example)
        plan = session.plan
        try:
            session.edit(edit)
        except (RefusedEditError, LookupError, UserError):
            continue
        if session.plan is plan:
            continue
        made += 1
        for status in session.figures.signoffs:
            now, then = covered(session.figures, status.record), before[status.record.id]
            removed = now[-1] is None  # their name was never in the record, and may go
            expected = now == then or (removed and now[:-1] == then[:-1])
            yield edit, status.record, status.valid, expected
        session.undo()
        assert session.plan == plan
        assert all(status.valid for status in session.figures.signoffs), f"undone: {edit}"


def check(example: str, times: int, seed: int) -> None:
    """Play, and see that both kinds of edits came."""
    seen = {True: 0, False: 0}
    for edit, record, valid, expected in play(example, times, seed):
        assert valid is expected, (edit, record.phase, record.section)
        seen[expected] += 1
    assert min(seen.values()) > times / 20


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_hundred_random_edits_each(example: str) -> None:
    check(example, 100, seed=7)


@pytest.mark.long
@pytest.mark.parametrize("example", EXAMPLES)
def test_five_thousand_random_edits_each(example: str) -> None:
    check(example, 5_000, seed=2026)
