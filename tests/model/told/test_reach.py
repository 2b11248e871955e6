"""How soon they can connect, in words: no answer yet, stopped, too late, short, or time enough."""

from datetime import date, timedelta

from digisos_wizard.model.base import Own
from digisos_wizard.model.connection import ConnectionDay
from digisos_wizard.model.edits import Insert, Set, apply
from digisos_wizard.model.told.reach import Answer, verdicts
from tests.model.given import TODAY, figures_of, plan_of

WISHED = ("connection", "day", "shared", "wished")


def test_the_answer_follows_the_day() -> None:
    plan = plan_of(5_000)
    soonest = figures_of(plan).schedule.soonest
    (without,) = verdicts(figures_of(plan))
    assert without.answer is Answer.OPEN
    assert without.title.startswith("Tidligst mulig dag er ")
    for day, answers in (
        (date(2027, 3, 4), {Answer.ENOUGH}),
        (TODAY + timedelta(days=1), {Answer.LATE}),
        (soonest, {Answer.ENOUGH, Answer.SHORT}),
    ):
        (found,) = verdicts(figures_of(apply(plan, Set(WISHED, day))))
        assert found.answer in answers, day


def test_what_stops_comes_first_and_leads_there() -> None:
    (found,) = verdicts(figures_of(apply(plan_of(5_000), Set(WISHED, date(2027, 3, 7)))))
    assert found.answer is Answer.STOPPED
    assert found.stops is not None
    assert found.stops.rule == "day-off"


def test_municipalities_with_days_of_their_own_have_an_answer_each() -> None:
    plan = plan_of(5_000, 7_000)
    first, second = plan.decision.municipalities
    plan = apply(plan, Set(WISHED, date(2027, 3, 4)))
    assert len(verdicts(figures_of(plan))) == 1
    own = Own[ConnectionDay](id=second.id, value=ConnectionDay(wished=date(2027, 4, 8)))
    each = verdicts(figures_of(apply(plan, Insert(("connection", "day", "own"), own))))
    assert [one.title.partition(":")[0] for one in each] == [first.name, second.name]
