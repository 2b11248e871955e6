"""What an edit brings with it: answers that no longer hold when another has been changed."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Edit, Set, apply
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.proof.hands import hands
from digisos_wizard.model.terms import ReviewState

HANDS = (("connection", "activities"), ("checklist", "answers"), ("mapping", "tasks"))
"""Tables whose rows may be about the same thing."""


def follow_ups(plan: Plan, edit: Edit, today: date, content: Content) -> tuple[Set, ...]:
    """Return the edits that follow from one; `plan` is as it was before it."""
    if not isinstance(edit, Set):
        return ()
    more = tuple(more for rule in RULES for more in rule(plan, edit.address, today, edit.value))
    return (*more, *_one_hand(plan, content, edit))


def _one_hand(plan: Plan, content: Content, edit: Set) -> Iterator[Set]:
    """Yield what takes back an answer about the same thing on another row: what is said last is what holds."""
    row, field = edit.address[:3], edit.address[-1]
    if edit.value is None or edit.address[:2] not in HANDS or len(edit.address) != len(row) + 1:
        return
    known = hands(apply(plan, edit), content)
    for said in known.values():
        if all(hand.at != row for hand in said.rows):
            continue
        for others in (said.states, said.owners, said.deadlines):
            here = any(one.at == edit.address for one in others)
            if here and field in ("state", "owner", "responsible", "deadline"):
                yield from (Set(one.at, None) for one in others if one.at != edit.address)


def _approved_text(plan: Plan, address: Address, today: date, _value: object) -> tuple[Set, ...]:
    """Return what sends an approved part of the DPIA back to review when its text is changed, and says so."""
    if address[:2] != ("privacy", "parts") or address[3:] != ("text",):
        return ()
    part = next((part for part in plan.privacy.parts if part.id == address[2]), None)
    if part is None or part.state is not ReviewState.APPROVED:
        return ()
    at = address[:3]
    words = _("Teksten ble endret {day}, etter at den var godkjent.").format(day=day_words(today))
    return (Set((*at, "state"), ReviewState.FOR_REVIEW), Set((*at, "comment"), words))


def _step_disappears(plan: Plan, address: Address, _today: date, value: object) -> tuple[Set, ...]:
    """Return what gives a step that disappears no digital minutes, where none are written."""
    if address[:2] != ("mapping", "steps") or address[3:] != ("disappears",) or value is not True:
        return ()
    step = next((step for step in plan.mapping.steps if step.id == address[2]), None)
    if step is None or step.digital_minutes is not None:
        return ()
    return (Set((*address[:3], "digital_minutes"), Decimal(0)),)


RULES: tuple[Callable[[Plan, Address, date, object], tuple[Set, ...]], ...] = (_approved_text, _step_disappears)
