"""Lønner det seg: the answer is in words, and other figures are tried without the plan being touched."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.rules.benefits.what_if import Knob
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.benefits.worth import WorthPart
from tests.ui.hands import enter_at, press

HERE = Place(StepKey.BENEFITS, "worth")


def part_of(shell: Shell) -> WorthPart:
    """Return the part, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, WorthPart)
    return found


@pytest.fixture
def part(shell: Shell) -> WorthPart:
    """The part on the example."""
    return part_of(shell)


def try_cases(qtbot: QtBot, part: WorthPart, count: str) -> None:
    """Type how many applications there are a month."""
    box = part.trial.boxes[Knob.CASES]
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, count)


def test_other_figures_are_tried_without_the_plan_being_touched(qtbot: QtBot, shell: Shell, part: WorthPart) -> None:
    plan = shell.session.plan
    assert not part.trial.use.isEnabled()
    try_cases(qtbot, part, "200")
    assert "mer enn planen" in part.trial.result.text()
    assert shell.session.plan is plan
    press(qtbot, part.trial, "Tilbake til planens tall")
    assert part.trial.boxes[Knob.CASES].text() == "110"
    try_cases(qtbot, part, "200")
    press(qtbot, part.trial, "Ta tallene inn i planen")
    shell.redraw()
    assert shell.session.plan.mapping.cases_per_month == 200
    assert not part.trial.use.isEnabled()
    shell.session.undo()
    shell.redraw()
    assert part.trial.boxes[Knob.CASES].text() == "110"


def test_what_is_typed_stays_while_the_plan_changes_elsewhere(qtbot: QtBot, shell: Shell, part: WorthPart) -> None:
    try_cases(qtbot, part, "200")
    shell.session.edit(Set(("decision", "office"), "NAV Nytt"))
    shell.redraw()
    assert part.trial.boxes[Knob.CASES].text() == "200"


def test_the_answer_says_the_year_in_which_it_has_paid_back(shell: Shell, part: WorthPart) -> None:
    assert part.answer.text() == "Ikke på 5 år, så langt vi vet"
    shell.session.edit(Set(("benefits", "hourly_cost"), Decimal(3_000)))
    shell.redraw()
    month = shell.session.figures.benefits.payback_month
    assert month is not None
    first = shell.session.figures.benefits.months_first_year
    year = 2027 if month <= first else 2028 + (month - first - 1) // 12
    assert part.answer.text().startswith(f"Ja, fra {year}")


def test_a_plan_without_benefits_says_where_to_begin(make_shell: Callable[[Document], Shell]) -> None:
    part = part_of(make_shell(Document()))
    assert part.empty.isVisible()
    assert not part.whole.isVisible()


def test_an_own_share_is_typed_beside_the_estimate(qtbot: QtBot, shell: Shell) -> None:
    enter_at(qtbot, shell, StepKey.BENEFITS, ("benefits", "ramp", "4", "digital_percent"), "58")
    assert shell.here == Place(StepKey.BENEFITS, "assumptions")
    assert next(one for one in shell.session.plan.benefits.ramp if one.id == "4").digital_percent == 58
