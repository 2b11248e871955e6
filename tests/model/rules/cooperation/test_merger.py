"""A merger ahead: the two ways through it with their dates, and a connection day on the wrong side of it."""

from datetime import date

import pytest

from digisos_wizard.model.decision import Merger
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.cooperation.merger import advised, tasks
from digisos_wizard.model.terms import MergerStrategy, PlanKind
from tests.model.given import content, found, plan_of, severity_of

EACH, AFTER = MergerStrategy.CONNECT_ONE_BY_ONE, MergerStrategy.CONNECT_AFTER
NEW_YEAR = date(2028, 1, 1)


def merging(day: date | None = None, **fields: object) -> Plan:
    """Return a plan of two municipalities that merge at New Year 2028."""
    merger = Merger.model_validate({"planned": True, "takes_effect": NEW_YEAR, **fields})
    return plan_of(5_000, 6_000, answers={"cooperation/merger": merger, "connection/day/shared/wished": day})


def test_connecting_before_ends_the_day_before_and_moves_svarinn_at_the_merger() -> None:
    found_tasks = tasks(merging(strategy=EACH), content())
    assert [task.deadline for task in found_tasks] == [date(2027, 12, 31), NEW_YEAR]
    assert any("SvarInn" in task.spec.title for task in found_tasks)


def test_connecting_after_waits_for_the_number_and_takes_the_first_quarter() -> None:
    wait, connect = tasks(merging(strategy=AFTER), content())
    assert (wait.start, wait.deadline) == (NEW_YEAR, None)
    assert (connect.start, connect.deadline) == (NEW_YEAR, date(2028, 3, 30))


def test_without_a_merger_a_strategy_or_a_date_there_is_little_to_say() -> None:
    assert tasks(plan_of(5_000), content()) == ()
    assert tasks(merging(), content()) == ()
    assert {task.deadline for task in tasks(merging(strategy=EACH, takes_effect=None), content())} == {None}


@pytest.mark.parametrize(("same", "advice"), [(True, EACH), (False, AFTER), (None, None)])
def test_the_advice_hangs_on_the_vendor(same: bool | None, advice: MergerStrategy | None) -> None:
    assert advised(merging(same_vendor=same)) is advice
    for strategy in MergerStrategy:
        against = advice is not None and strategy is not advice
        assert bool(found(merging(same_vendor=same, strategy=strategy), "merger-advice")) is against


@pytest.mark.parametrize(
    ("strategy", "day", "wrong"),
    [
        (EACH, date(2027, 9, 2), False),
        (EACH, date(2028, 2, 3), True),
        (AFTER, date(2028, 2, 3), False),
        (AFTER, date(2027, 9, 2), True),
        (AFTER, None, False),
    ],
)
def test_a_day_on_the_wrong_side_is_warned_about(strategy: MergerStrategy, day: date | None, wrong: bool) -> None:
    expected = Severity.WARNING if wrong else None
    assert severity_of(merging(day, strategy=strategy), "merger-day") is expected


def test_what_is_not_answered_is_asked_for() -> None:
    assert found(plan_of(5_000, answers={"decision/kind": PlanKind.MERGER}), "merger-open")
    assert found(merging(takes_effect=None), "merger-date")
    assert found(merging(), "merger-strategy")
    assert not found(plan_of(5_000), "merger-open")
