"""Råd og konklusjon: asked as the answers stand, for all municipalities or for one of its own."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.privacy import Risk
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.privacy.conclusion import ConclusionPart
from tests.model.given import plan_of
from tests.ui.hands import choose, cursor_in, press, type_into

DPIA, ROS = ("privacy", "dpia"), ("privacy", "ros")


def shown(shell: Shell) -> ConclusionPart:
    shell.show_place(Place(StepKey.PRIVACY, "conclusion"))
    found = shell.part(StepKey.PRIVACY, "conclusion")
    assert isinstance(found, ConclusionPart)
    return found


@pytest.fixture
def make(make_shell: Callable[[Document], Shell]) -> Callable[..., Shell]:
    """How a shell is made on a plan of so many municipalities with answers."""

    def made(*populations: int, answers: dict[str, object] | None = None) -> Shell:
        return make_shell(Document(plan=plan_of(*populations, answers=answers)))

    return made


def asked(part: ConclusionPart) -> set[str]:
    return {path for form in (part.dpia, part.ros) for path, field in form.fields.items() if field.isVisible()}


def test_what_follows_is_asked_when_it_is_needed(qtbot: QtBot, make: Callable[..., Shell]) -> None:
    shell = make(5_000)
    part = shown(shell)
    first = {"officer", "advised_on", "advice", "conclusion", "decided_on"}
    assert asked(part) == first
    type_into(qtbot, part.dpia.fields["advised_on"], "20.11.2026")
    shell.redraw()
    assert asked(part) == first | {"followed"}
    choose(qtbot, part.dpia.fields["followed"], "Nei")
    shell.redraw()
    assert "deviation_reason" in asked(part)
    type_into(qtbot, part.dpia.fields["decided_on"], "21.11.2026")
    shell.redraw()
    assert "decided_by" in asked(part)


def test_the_authority_is_asked_first_only_while_something_is_high(qtbot: QtBot, make: Callable[..., Shell]) -> None:
    high = Risk(id="r", title="Lekkasje", likelihood=5, consequence=5, accepted=True)
    shell = make(5_000, answers={"privacy/risks": (high,)})
    part = shown(shell)
    assert "prior_consultation" in asked(part)
    assert "consultation_sent_on" not in asked(part)
    choose(qtbot, part.dpia.fields["prior_consultation"], "Ja")
    shell.redraw()
    assert "consultation_sent_on" in asked(part)


def test_the_row_of_municipalities_is_for_two_or_more(make: Callable[..., Shell]) -> None:
    assert not shown(make(5_000)).whose.isVisible()
    assert shown(make(5_000, 6_000)).whose.isVisible()


def test_a_municipality_gets_answers_of_its_own_and_goes_back_to_the_shared_ones(
    qtbot: QtBot, make: Callable[..., Shell]
) -> None:
    shell = make(5_000, 6_000, answers={"privacy/dpia/shared/conclusion": "Felles"})
    part = shown(shell)
    press(qtbot, part.widget, "Bjerk")
    assert part.dpia.fields["conclusion"].control.text() == "Felles"
    assert not part.dpia.isEnabled(), "the shared answer is changed where it is everybody's"
    press(qtbot, part.widget, "Gi kommunen et eget svar")
    shell.redraw()
    type_into(qtbot, part.dpia.fields["conclusion"], "Bare Bjerk")
    dpia = shell.session.plan.privacy.dpia
    assert dpia.shared.conclusion == "Felles"
    assert dpia.of("b").conclusion == "Bare Bjerk"
    assert shell.session.plan.privacy.ros.has_own("b"), "both conclusions are the municipality's"
    press(qtbot, part.widget, "Bruk det felles svaret")
    shell.redraw()
    assert part.dpia.fields["conclusion"].control.text() == "Felles"
    assert not shell.session.plan.privacy.dpia.own
    press(qtbot, part.widget, "Begge kommunene")
    assert part.dpia.isEnabled()


def test_a_finding_leads_to_the_municipality_that_it_is_about(qtbot: QtBot, make: Callable[..., Shell]) -> None:
    shell = make(5_000, 6_000)
    part = shown(shell)
    press(qtbot, part.widget, "Bjerk")
    press(qtbot, part.widget, "Gi kommunen et eget svar")
    shell.redraw()
    shell.goto(StepKey.PRIVACY, (*DPIA, "shared", "decided_on"))
    assert part.dpia.base == (*DPIA, "shared")
    shell.goto(StepKey.PRIVACY, (*ROS, "own", "b", "value", "decided_on"))
    assert part.ros.base == (*ROS, "own", "b", "value")
    assert cursor_in(part.ros.fields["decided_on"])
