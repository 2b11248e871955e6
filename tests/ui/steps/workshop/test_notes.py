"""Parkert og notater: one list, and what is parked comes on the agenda."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.rules.meetings.course import NOTES, PARKED
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.workshop.notes import NotesPart
from tests.model.meeting_plan import meeting_plan
from tests.ui.hands import field_at, press, type_into

HERE = Place(StepKey.WORKSHOP, "notes")


@pytest.fixture
def part(make_shell: Callable[[Document], Shell]) -> NotesPart:
    """The part on a plan with a meeting held."""
    shell = make_shell(Document(plan=meeting_plan()))
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, NotesPart)
    return found


def test_what_was_parked_and_noted_stands_with_its_question(part: NotesPart) -> None:
    rows = part.grid.rows_model.rows
    assert [one.title for one in rows if one.heading] == ["Parkert", "Notater"]
    parked = rows[1].cells[0]
    assert (parked.text, parked.below) == ("Hva med vikarer?", "Hvor ofte ser vi etter? · 23. november kl. 14.20")
    assert "Kari ser hver morgen. Ola tar fredagen." in [one.title for one in rows]
    assert "Uten tekst" in [one.title for one in rows]


def test_what_was_parked_comes_on_the_agenda(qtbot: QtBot, part: NotesPart) -> None:
    part.grid.go_to("k1")
    press(qtbot, part.widget, "Sett på dagsordenen")
    part.render(part.desk.figures)
    plan = part.desk.session.plan
    assert plan.workshop.agenda[-1].text == "Hva med vikarer?"
    assert plan.workshop.parked == ()
    assert not part.ask.isVisible()
    part.desk.session.undo()
    assert len(part.desk.session.plan.workshop.parked) == 1, "it is one step"


def test_something_new_is_parked_and_noted_with_the_time(qtbot: QtBot, part: NotesPart) -> None:
    for words, table in (("Parker noe", PARKED), ("Nytt notat", NOTES)):
        press(qtbot, part.widget, words)
        made = getattr(part.desk.session.plan.workshop, table[1])[-1]
        type_into(qtbot, field_at(part, (*table, made.id, "text")), "Husk lading")
        made = getattr(part.desk.session.plan.workshop, table[1])[-1]
        assert (made.text, made.taken_at) == ("Husk lading", part.desk.session.now())


def test_a_note_is_removed(qtbot: QtBot, part: NotesPart) -> None:
    part.grid.go_to("n1")
    press(qtbot, part.widget, "Fjern")
    assert all(one.id != "n1" for one in part.desk.session.plan.workshop.notes)
