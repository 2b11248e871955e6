"""Staff's estimates merged: number, median, quartiles, answers that stand out, and which medians the plan takes."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Set, apply, with_field
from digisos_wizard.model.mapping import FormResponse, FormRow, ProcessStep
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.mapping.estimates import (
    DIGITAL,
    PAPER,
    Answer,
    Estimate,
    estimates,
    of_step,
    taking_medians,
)
from tests.model.given import content, found, plan_of

D = Decimal
SCAN = ("mapping", "steps", "scan", PAPER)


def answered(*minutes: str, keep: Mapping[int, bool] | None = None, own: str | None = None) -> Plan:
    """Return a plan with one step, its `own` minutes, what each of staff says (on paper), and what is decided."""
    decided = keep or {}
    responses = tuple(
        FormResponse(id=f"r{at}", rows=(FormRow(id="scan", paper_minutes=D(value), keep_paper=decided.get(at)),))
        for at, value in enumerate(minutes)
    )
    steps = (ProcessStep(id="scan", name="Skanne", paper_minutes=None if own is None else D(own)),)
    return plan_of(1_000, answers={"mapping/steps": steps, "mapping/responses": responses})


def estimate(*minutes: str, keep: Mapping[int, bool] | None = None, other: Content | None = None) -> Estimate:
    """Return what the answers to the one step give."""
    (only,) = estimates(answered(*minutes, keep=keep), other or content())
    return only


def values(answers: Sequence[Answer]) -> list[Decimal]:
    """Return the minutes of answers."""
    return [answer.value for answer in answers]


def with_assumption(name: str, value: str) -> Content:
    """Return the handbook with one assumption changed."""
    changed = [one.model_copy(update={"value": D(value)}) if one.id == name else one for one in content().assumptions]
    return with_field(content(), "assumptions", tuple(changed))


@pytest.mark.parametrize(
    ("minutes", "middle"),
    [
        (["7"], "7"),
        (["4", "9"], "6.5"),  # (4 + 9) / 2
        (["9", "2", "4"], "4"),
        (["10", "1", "3", "4"], "3.5"),  # 1 3 | 4 10: (3 + 4) / 2
        (["2.25", "2.50"], "2.38"),  # 2,375
    ],
)
def test_the_number_of_answers_and_the_middle_one(minutes: list[str], middle: str) -> None:
    only = estimate(*minutes)
    assert (len(only.answers), only.counted, only.median) == (len(minutes), len(minutes), D(middle))


@pytest.mark.parametrize(
    ("minutes", "low", "high"),
    [
        (["3"], None, None),
        (["2", "6"], "2", "6"),  # of a few the lowest and the highest
        (["9", "2", "6"], "2", "9"),
        (["7", "1", "3", "5"], "2.5", "5.5"),  # places 0,75 and 2,25: 1 + 0,75 × 2 and 5 + 0,25 × 2
        (["1", "2", "4", "8", "16"], "2", "8"),  # places 1 and 3
        (["1", "2", "3", "4", "5", "6"], "2.25", "4.75"),  # places 1,25 and 3,75
    ],
)
def test_quartiles_count_the_ends_in(minutes: list[str], low: str | None, high: str | None) -> None:
    only = estimate(*minutes)
    assert (only.low, only.high) == (low and D(low), high and D(high))


@pytest.mark.parametrize(
    ("minutes", "odd"),
    [
        # quartiles 5 and 7, fences 5 − 1,5 × 2 = 2 and 7 + 1,5 × 2 = 10; half the median is 3
        (["5", "5", "6", "7", "30"], ["30"]),
        (["5", "5", "6", "7", "10"], []),  # on the fence
        (["5", "5", "6", "7", "10.01"], ["10.01"]),
        (["0", "6", "6", "6", "7", "7"], ["0"]),  # quartiles 6 and 6,75, fence 4,88; 6 from the median
        # outside the fences, which lie at 5 and 5, but less than half the median of 5 away
        (["5", "5", "5", "5", "5.5"], []),
        (["10", "10", "10", "10", "14"], []),
        (["10", "10", "10", "10", "16"], ["16"]),
        (["10", "10", "10", "10", "4"], ["4"]),
        # far from the median of 4, but within the fences: quartiles 2 and 8, fence 8 + 1,5 × 6 = 17
        (["1", "2", "4", "8", "16"], []),
        (["20", "20", "1", "20", "20", "90", "20", "20"], ["1", "90"]),
    ],
)
def test_an_answer_stands_out_beyond_the_fence_and_half_the_median(minutes: list[str], odd: list[str]) -> None:
    only = estimate(*minutes)
    assert values(only.odd) == [D(value) for value in odd]
    assert only.undecided == only.odd
    assert only.counted == len(minutes), "an answer counts until it is left out"


def test_with_few_answers_none_stands_out() -> None:
    assert content().assumption_index["outlier-fewest"].value == 5
    assert not estimate("5", "5", "5", "90").odd
    assert estimate("5", "5", "5", "5", "90").odd
    assert estimate("5", "5", "5", "90", other=with_assumption("outlier-fewest", "4")).odd
    assert not estimate("5", "5", "5", "5", "90", other=with_assumption("outlier-fewest", "6")).odd
    # 7 + 20 × 2 = 47
    assert not estimate("5", "5", "6", "7", "47", other=with_assumption("outlier-fence", "20")).odd


def test_what_is_left_out_counts_no_more_and_what_is_kept_does() -> None:
    minutes = ("5", "5", "6", "8", "30")
    for decided in (None, True):
        counting = estimate(*minutes, keep={} if decided is None else {4: decided})
        assert (counting.counted, counting.median, counting.low, counting.high) == (5, D(6), D(5), D(8))
        assert bool(counting.undecided) == (decided is None)
    left = estimate(*minutes, keep={4: False})
    # of 5 5 6 8: (5 + 6) / 2, and places 0,75 and 2,25: 5 and 6 + 0,25 × 2
    assert (left.counted, left.median, left.low, left.high) == (4, D("5.5"), D(5), D("6.5"))
    assert (values(left.odd), left.undecided) == ([D(30)], ()), "still seen, so that it can be taken back"
    nothing = estimate("5", keep={0: False})
    assert (nothing.counted, nothing.median) == (0, None)


def test_a_decision_is_taken_where_the_answer_says() -> None:
    plan = answered("5", "5", "6", "7", "30")
    (finding,) = found(plan, "odd-answer")
    (answer,) = estimates(plan, content())[0].odd
    assert finding.address == answer.address
    decided = apply(plan, Set(answer.address, value=False))
    assert decided.mapping.responses[4].rows[0].keep_paper is False
    assert not found(decided, "odd-answer")


def test_paper_and_digital_are_two_questions_and_what_nobody_answered_is_none() -> None:
    step, other = ProcessStep(id="scan"), ProcessStep(id="send")
    rows = (FormRow(id="scan", paper_minutes=D(8), digital_minutes=D(0), keep_digital=False), FormRow(id="send"))
    responses = (FormResponse(id="r", rows=rows), FormResponse(id="s", rows=(FormRow(id="gone", paper_minutes=D(3)),)))
    plan = plan_of(1_000, answers={"mapping/steps": (step, other), "mapping/responses": responses})
    every = estimates(plan, content())
    assert [(one.step.id, one.field, one.median) for one in every] == [("scan", PAPER, D(8)), ("scan", DIGITAL, None)]
    assert of_step(every, step, PAPER) is every[0]
    assert of_step(every, other, PAPER) is None


@pytest.mark.parametrize(
    ("before", "own", "after", "taken"),
    [
        ([], None, ["4", "8"], "6"),  # an empty step takes the median
        ([], "10", ["4", "8"], None),  # the office's own number stays
        (["4"], "10", ["4", "8"], None),
        (["4"], "4", ["4", "8"], "6"),  # the median of before gives way to the new one
        (["4", "8"], "6", ["4", "6", "8"], None),  # nothing new
        (["4"], "10", [], None),
        ([], "0", ["4"], None),  # 0 is a number too
    ],
)
def test_which_medians_the_plan_takes(before: list[str], own: str | None, after: list[str], taken: str | None) -> None:
    expected = () if taken is None else (Set(SCAN, D(taken)),)
    assert taking_medians(answered(*before, own=own), answered(*after, own=own), content()) == expected


@pytest.mark.parametrize("after", [answered(own="4"), answered("4", keep={0: False}, own="4")])
def test_a_median_goes_with_the_last_answer(after: Plan) -> None:
    assert taking_medians(answered("4", own="4"), after, content()) == (Set(SCAN, None),)


def test_a_minute_or_two_is_no_odd_answer() -> None:
    # All but one say 1 minute, so that the fences stand at 1 and half the median is half a minute.
    assert not estimate("1", "1", "1", "1", "3").odd
    assert values(estimate("1", "1", "1", "1", "4").odd) == [D(4)]
    assert estimate("1", "1", "1", "1", "3", other=with_assumption("outlier-gap", "1")).odd


def test_what_has_been_decided_stays_in_sight_when_it_no_longer_stands_out() -> None:
    only = estimate("5", "5", "6", "7", "6", keep={4: False})
    assert values(only.odd) == [D(6)]
    assert not only.undecided


def test_leaving_an_answer_out_moves_a_median_in_use() -> None:
    minutes = ("5", "5", "6", "7", "30")
    before, after = answered(*minutes, own="6"), answered(*minutes, keep={4: False}, own="6")
    assert taking_medians(before, after, content()) == (Set(SCAN, D("5.5")),)


@given(st.lists(st.decimals(0, 600, places=1), min_size=2, max_size=12))
def test_the_middle_lies_between_the_quartiles_and_what_stands_out_at_the_ends(minutes: list[Decimal]) -> None:
    only = estimate(*map(str, minutes))
    assert only.low is not None
    assert only.median is not None
    assert only.high is not None
    assert min(minutes) <= only.low <= only.median <= only.high <= max(minutes)
    assert all(not only.low <= odd <= only.high for odd in values(only.odd))
