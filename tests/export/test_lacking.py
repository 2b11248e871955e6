"""What a document lacks: by the parts that it rests on, and nothing before its time for the citizens'."""

from datetime import date

from digisos_wizard.export import EXPORTS, export
from digisos_wizard.export.lacking import AFTER_CONNECTING, RESTS_ON, WHOLE, Lacking
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.parts import PARTS
from tests.model.given import figures_of, plan_of

WISHED = ("connection", "day", "shared", "wished")


def test_the_table_names_documents_and_parts_that_there_are() -> None:
    known = {kind.key for kind in EXPORTS}
    assert {*RESTS_ON, *AFTER_CONNECTING} <= known
    parts = {(part.step, part.key) for part in PARTS} | {(part.step, WHOLE) for part in PARTS}
    assert {one for rests in RESTS_ON.values() for one in rests} <= parts


def test_a_timeline_lacks_the_day_alone() -> None:
    plan = plan_of(5_000)
    found = Lacking(figures_of(plan)).standing(export("timeline"))
    assert found.words == "Utkast: 1 mangler"
    assert [one.rule for one in found.lacking] == ["day-missing"]
    whole = Lacking(figures_of(apply(plan, Set(WISHED, date(2027, 3, 4))))).standing(export("timeline"))
    assert (whole.words, whole.sign) == ("Klar", Sign.DONE)


def test_a_memo_lacks_what_decision_and_costs_lack() -> None:
    figures = figures_of(plan_of(5_000))
    found = Lacking(figures).standing(export("memo"))
    assert found.lacking
    assert {one.step.value for one in found.lacking} == {"decision", "costs"}


def test_what_citizens_get_waits_for_the_day() -> None:
    plan = plan_of(5_000)
    assert Lacking(figures_of(plan)).standing(export("letter")).words == "Ved påkobling"
    days = ("wished", "connected_on")
    connected = {f"connection/day/shared/{path}": date(2026, 11, 2) for path in days}
    assert Lacking(figures_of(plan_of(5_000, answers=connected))).standing(export("letter")).words == "Klar"
