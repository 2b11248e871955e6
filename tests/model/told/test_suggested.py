"""Which questions are suggested: what stops first, then what the plan lacks, and nothing that is answered."""

from datetime import date

from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.told.suggested import Why, suggested
from tests.model.given import figures_of, plan_of

WISHED = ("connection", "day", "shared", "wished")


def test_what_is_lacking_is_suggested_until_it_is_answered() -> None:
    plan = plan_of(5_000)
    why, found = suggested(figures_of(plan))["connection.day"]
    assert (why, found.rule) == (Why.LACKS, "day-missing")
    assert "connection.day" not in suggested(figures_of(apply(plan, Set(WISHED, date(2027, 3, 4)))))


def test_what_stops_the_day_is_said_to() -> None:
    plan = apply(plan_of(5_000), Set(WISHED, date(2027, 3, 7)))
    why, found = suggested(figures_of(plan))["connection.day"]
    assert (why, found.rule) == (Why.STOPS, "day-off"), "a Sunday"


def test_every_question_suggested_is_one_of_the_content_that_has_an_answer_in_the_plan() -> None:
    figures = figures_of(plan_of(5_000, 7_000))
    index = figures.content.question_index
    assert all(index[key][1].fields for key in suggested(figures))
