"""The one state of a thing: the whole table of what is said by hand against what the plan proves."""

from datetime import date

import pytest

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.proof.hands import Hand, Hands
from digisos_wizard.model.rules.proof.result import Evidence
from digisos_wizard.model.rules.proof.standing import Source, standing
from digisos_wizard.model.terms import TaskState

OPEN, BEGUN, DONE, NEVER = TaskState.OPEN, TaskState.IN_PROGRESS, TaskState.DONE, TaskState.NOT_RELEVANT
PROVEN = date(2027, 1, 5)


def proof(state: TaskState) -> Evidence:
    """Return what a plan shows."""
    return Evidence(state, "Planen viser det.", ("connection", "fiks"), StepKey.CONNECTION, "", PROVEN)


def said(*states: TaskState | None, reason: str = "") -> Hands:
    """Return what stands on some rows."""
    return Hands(tuple(Hand(("checklist", "answers", str(row)), state, reason) for row, state in enumerate(states)))


@pytest.mark.parametrize(
    ("by_hand", "shown", "state", "source", "against"),
    [
        (None, OPEN, OPEN, Source.PLAN, False),
        (None, BEGUN, BEGUN, Source.PLAN, False),
        (None, DONE, DONE, Source.PLAN, False),
        (None, NEVER, NEVER, Source.PLAN, False),
        (OPEN, OPEN, OPEN, Source.PLAN, False),
        (OPEN, BEGUN, OPEN, Source.HAND, False),
        (OPEN, DONE, OPEN, Source.HAND, True),
        (OPEN, NEVER, OPEN, Source.HAND, True),
        (BEGUN, OPEN, BEGUN, Source.HAND, False),
        (BEGUN, BEGUN, BEGUN, Source.PLAN, False),
        (BEGUN, DONE, DONE, Source.PLAN, False),
        (BEGUN, NEVER, NEVER, Source.PLAN, False),
        (DONE, OPEN, DONE, Source.HAND, True),
        (DONE, BEGUN, DONE, Source.HAND, True),
        (DONE, DONE, DONE, Source.PLAN, False),
        (DONE, NEVER, DONE, Source.HAND, False),
        (NEVER, OPEN, NEVER, Source.HAND, True),
        (NEVER, BEGUN, NEVER, Source.HAND, True),
        (NEVER, DONE, NEVER, Source.HAND, True),
        (NEVER, NEVER, NEVER, Source.PLAN, False),
    ],
)
def test_every_hand_against_every_proof(
    by_hand: TaskState | None, shown: TaskState, state: TaskState, source: Source, against: bool
) -> None:
    found = standing(said(by_hand), proof(shown))
    assert (found.state, found.source, found.against) == (state, source, against)
    assert found.unexplained is against
    assert not standing(said(by_hand, reason="Avtalt på telefon"), proof(shown)).unexplained


@pytest.mark.parametrize(
    ("states", "state"),
    [((DONE, BEGUN), DONE), ((BEGUN, DONE), DONE), ((DONE, OPEN), OPEN), ((NEVER, DONE), DONE), ((None, BEGUN), BEGUN)],
)
def test_of_two_hands_the_one_that_leaves_most_to_do(states: tuple[TaskState | None, ...], state: TaskState) -> None:
    assert standing(said(*states), proof(OPEN)).state is state


def test_the_day_is_known_only_where_it_is_finished() -> None:
    assert standing(said(None), proof(DONE)).done_on == PROVEN
    assert standing(said(None), proof(BEGUN)).done_on is None
    own = Hands((Hand(("a",), DONE, done_on=date(2027, 1, 4)),))
    assert standing(own, proof(OPEN)).done_on == date(2027, 1, 4)
    assert standing(said(DONE), proof(OPEN)).done_on is None


def test_what_only_an_older_handbook_has_is_asked_for_by_nobody() -> None:
    assert standing(said(None), proof(OPEN), superseded=True).state is NEVER
    assert not standing(said(NEVER), proof(OPEN), superseded=True).against
