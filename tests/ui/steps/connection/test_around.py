"""Rundt påkoblingen: mails before the day, days watched after it."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.connection.around import AroundPart
from tests.ui.hands import choose, field, field_at, press, type_into

HERE = Place(StepKey.CONNECTION, "around")


def part_in(shell: Shell) -> AroundPart:
    """Return the part, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, AroundPart)
    return found


@pytest.fixture
def part(shell: Shell) -> AroundPart:
    """The part on the example, on screen."""
    return part_in(shell)


def test_the_mails_are_filled_in(part: AroundPart) -> None:
    assert part.chips.chosen == "mails", "the day has not come"
    assert "Hamar: 4. mars 2027" in part.mail.text.toPlainText()
    part.choice.set_text("connected")
    part.choice.edited.emit("connected")
    assert "Hamar: ikke koblet på ennå" in part.mail.text.toPlainText()
    assert "Ikke send den ennå" in part.when.text()


def test_a_day_of_watching_is_added_with_today_and_who_watches(qtbot: QtBot, shell: Shell, part: AroundPart) -> None:
    part.chips.buttons["watched"].click()
    press(qtbot, part.widget, "Legg til i dag")
    (watch,) = shell.session.plan.connection.watch
    assert watch.day == date(2026, 11, 23)
    assert watch.seen_by == shell.session.plan.connection.contingency.watcher
    choose(qtbot, field(part, "trouble"), "Ja")
    shell.redraw()
    assert shell.session.plan.connection.watch[0].trouble is True
    assert "Stoppet: ikke beskrevet" in part.grid.rows_model.rows[0].cells[0].below
    press(qtbot, part.widget, "Fjern dagen")
    assert shell.session.plan.connection.watch == ()


def test_after_the_day_the_days_watched_come_first(example: Document, make_shell: Callable[[Document], Shell]) -> None:
    plan = apply(example.plan, Set(("connection", "day", "shared", "connected_on"), date(2026, 11, 20)))
    assert part_in(make_shell(Document(plan=plan))).chips.chosen == "watched"


def test_that_somebody_was_told_is_dated(qtbot: QtBot, shell: Shell, part: AroundPart) -> None:
    at = ("connection", "contact_centre_informed_on")
    shell.show_step(StepKey.DECISION)
    shell.goto(StepKey.CONNECTION, at)
    assert shell.here == HERE
    found = field_at(part, at)
    assert found.isVisible()
    type_into(qtbot, found, "20. november 2026")
    assert shell.session.plan.connection.contact_centre_informed_on == date(2026, 11, 20)


def test_whom_to_turn_to_and_when_is_measured(part: AroundPart) -> None:
    part.chips.buttons["whom"].click()
    assert len(part.support.rows_model.rows) == len(part.desk.content.support)
    assert part.measuring.text().count("\n") + 1 == len(part.desk.figures.measuring_points)
