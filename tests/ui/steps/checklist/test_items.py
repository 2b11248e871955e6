"""Sjekklisten: sections with what is ready folded, what the plan shows, own answers and own items."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from digisos_wizard.model.edits import Insert
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.signoff import OwnChecklistItem
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.checklist.item_rows import folded_line
from digisos_wizard.ui.steps.checklist.items import ItemsPart
from digisos_wizard.ui.widgets.look.basics import Box
from tests.ui.hands import choose, press, type_into

ANSWERS, OWN = ("checklist", "answers"), ("checklist", "own")
DPIA = (*ANSWERS, "privacy.dpia")


@pytest.fixture
def part(shell: Shell) -> ItemsPart:
    """The part on the example plan."""
    return items(shell)


def items(shell: Shell) -> ItemsPart:
    """Return the part, on screen."""
    shell.show_step(StepKey.CHECKLIST)
    found = shell.part(StepKey.CHECKLIST, "items")
    assert isinstance(found, ItemsPart)
    return found


def titles(part: ItemsPart) -> list[str]:
    """Return the first cells of the list."""
    return [row.title for row in part.grid.rows_model.rows]


def state(part: ItemsPart, row_id: str) -> str:
    """Return the state that the list says of an item."""
    return next(row.cells[-1].text for row in part.grid.rows_model.rows if row.row_id == row_id)


def test_what_is_ready_is_one_line_in_its_section(qtbot: QtBot, part: ItemsPart) -> None:
    rows = part.grid.rows_model.rows
    assert (rows[0].title, rows[0].cells[-1].text) == ("Vedtak og penger", "6 av 8")
    assert (rows[1].title, rows[1].cells[-1].text) == ("6 er klare", "Vis")
    assert "Kommunen er medlem av DigiFin" not in titles(part)
    part.grid.go_to(folded_line("decision"))
    qtbot.keyClick(part.grid, Qt.Key.Key_Return)
    assert "Kommunen er medlem av DigiFin" in titles(part)
    assert part.grid.current_row is not None
    assert part.grid.current_row.cells[-1].text == "Skjul"


def test_what_does_not_apply_is_told_in_the_line(part: ItemsPart) -> None:
    assert "2 er klare, 1 med eget svar, 1 gjelder ikke" in titles(part)


def test_a_heading_or_a_line_is_never_the_open_row(qtbot: QtBot, part: ItemsPart) -> None:
    part.grid.setFocus()
    for _time in range(12):
        qtbot.keyClick(part.grid, Qt.Key.Key_Down)
        opened = part.items.open_found
        assert opened is not None
        assert not opened.heading
        assert not opened.fold


def test_the_filters_count_and_choose(qtbot: QtBot, part: ItemsPart) -> None:
    words = [button.text() for button in part.chips.buttons.values()]
    assert words == ["Alle 30", "Ikke ferdige 19", "Egne 2"]
    press(qtbot, part.chips, "Egne 2")
    assert len(part.items.walkable) == 2
    press(qtbot, part.chips, "Ikke ferdige 19")
    assert not any(row.fold for row in part.grid.rows_model.rows)


def test_evidence_is_shown_and_leads_to_its_field(qtbot: QtBot, part: ItemsPart, shell: Shell) -> None:
    part.focus((*DPIA, "state"))
    assert part.evidence.title.text() == "Dette viser planen"
    assert part.evidence.text.text() == "Vurderingen er ikke konkludert."
    press(qtbot, part.evidence, "Gå dit")
    assert shell.current is StepKey.PRIVACY


def test_done_against_the_evidence_asks_for_a_reason(qtbot: QtBot, part: ItemsPart, shell: Shell) -> None:
    part.focus((*DPIA, "state"))
    reason = part.answer.fields["reason"]
    assert not reason.isVisible(), "asked for when the answer differs"
    choose(qtbot, part.answer.fields["state"], "Ferdig")
    shell.redraw()
    assert part.evidence.title.text() == "Svaret går på tvers av planen"
    assert state(part, "privacy.dpia") == "Begrunn"
    type_into(qtbot, reason, "Konkludert i møte")
    shell.redraw()
    assert part.evidence.title.text() == "Dette viser planen"
    assert part.items.open_found is not None
    assert part.items.open_found.row_id == "privacy.dpia", "it stays while it is open, though it is ready"
    choose(qtbot, part.answer.fields["state"], "Følg planen")
    assert next(one for one in shell.session.plan.checklist.answers if one.id == "privacy.dpia").state is None


def test_a_jump_unfolds_what_is_folded(part: ItemsPart, shell: Shell) -> None:
    shell.goto(StepKey.CHECKLIST, (*ANSWERS, "decision.digifin", "comment"))
    assert part.items.open_found is not None
    assert part.items.open_found.row_id == "decision.digifin"
    comment = part.answer.fields["comment"]
    assert comment.isVisible()
    assert shell.focusWidget() is comment.control.widget


def test_an_own_item_stands_in_its_section(qtbot: QtBot, part: ItemsPart, shell: Shell) -> None:
    press(qtbot, part.widget, "Eget punkt")
    type_into(qtbot, part.own.fields["text"], "Kake til alle")
    choose(qtbot, part.own.fields["section"], "Kontoret")
    shell.redraw()
    item = shell.session.plan.checklist.own[-1]
    assert (item.text, item.section) == ("Kake til alle", "organisation")
    headings = [row.title for row in part.grid.rows_model.rows if row.heading]
    here = titles(part).index("Kake til alle")
    assert [title for title in titles(part)[:here] if title in headings][-1] == "Kontoret"
    press(qtbot, part.widget, "Fjern punktet")
    shell.redraw()
    assert "Kake til alle" not in titles(part)


def test_sections_that_are_long_begin_folded(make_shell: Callable[[Document], Shell]) -> None:
    part = items(make_shell(Document()))
    assert "8 ikke ferdige, 1 gjelder ikke" in titles(part)
    assert part.whole_height() < 2 * part.widget.height()


def test_five_hundred_items_are_shown_without_a_widget_for_each(
    make_shell: Callable[[Document], Shell], example: Document
) -> None:
    shell = make_shell(example)
    for number in range(500):
        item = OwnChecklistItem(id=f"o{number}", text=f"Punkt {number}", section="privacy", state=TaskState.OPEN)
        shell.session.edit(Insert(OWN, item))
    part = items(shell)
    part.focus((*OWN, "o7", "text"))
    assert len(part.grid.rows_model.rows) > 500
    assert len(part.widget.findChildren(QLineEdit)) < 40
    assert len(part.widget.findChildren(Box)) < 12
