"""What another connection day would move, told before it is taken."""

from datetime import date

from digisos_wizard.model.connection import ActivityStatus
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.told.moves import moves, told
from tests.model.given import figures_of, plan_of

WISHED = "connection/day/shared/wished"
MARCH, APRIL = date(2027, 3, 4), date(2027, 4, 1)


def test_what_is_left_moves_and_what_is_done_stays() -> None:
    done = {"connection/activities": (ActivityStatus(id="training", state=TaskState.DONE),)}
    before, after = (figures_of(plan_of(5_000, answers={WISHED: day, **done})) for day in (MARCH, APRIL))
    found = {move.activity.row_id: move for move in moves(before.schedule, after.schedule)}
    assert "training" not in found
    assert (found["fiks"].before, found["fiks"].after) == (date(2027, 2, 11), date(2027, 3, 11))
    assert found["fiks"].days == 28
    assert found["connect"].after == APRIL


def test_an_own_deadline_does_not_move() -> None:
    own = {"connection/activities": (ActivityStatus(id="fiks", deadline=date(2027, 1, 15)),)}
    before, after = (figures_of(plan_of(5_000, answers={WISHED: day, **own})).schedule for day in (MARCH, APRIL))
    assert "fiks" not in {move.activity.row_id for move in moves(before, after)}


def test_it_is_told_how_far_what_will_be_late_and_what_stands_in_the_way() -> None:
    before = figures_of(plan_of(5_000, answers={WISHED: date(2027, 9, 2)}))
    earlier = figures_of(plan_of(5_000, answers={WISHED: date(2026, 12, 11)}))
    lines = told(before, earlier)
    assert any("265 dager tidligere" in line for line in lines)
    assert any("frister er passert da" in line for line in lines)
    assert any("Det er ikke tid til alt som gjenstår" in line for line in lines)
    later = told(before, figures_of(plan_of(5_000, answers={WISHED: date(2027, 9, 9)})))
    assert later[0].endswith("frister flyttes 7 dager senere.")
    assert any("kan være ferdig slik at dere kan koble på 14. januar 2027" in line for line in later)


def test_the_same_day_moves_nothing() -> None:
    figures = figures_of(plan_of(5_000, answers={WISHED: MARCH}))
    assert "Ingen frister flytter seg." in told(figures, figures)


def test_the_first_day_gives_dates() -> None:
    lines = told(figures_of(plan_of(5_000)), figures_of(plan_of(5_000, answers={WISHED: MARCH})))
    assert lines[0].endswith("frister får eller mister dato.")
