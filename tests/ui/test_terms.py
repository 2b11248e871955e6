"""Terms are explained where they stand: dots below them, a tip above them, words for screen readers, and a key."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot

from digisos_wizard.model.content import Content
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.widgets.look.basics import label, set_text
from digisos_wizard.ui.widgets.look.terms import TermLabel, TermScope, explained
from digisos_wizard.ui.widgets.look.theme import Look


@pytest.fixture
def scope(qtbot: QtBot, content: Content, dressed: QApplication) -> TermScope:
    """A part of the window in which terms are explained."""
    del dressed
    made = TermScope(content)
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.resize(300, 200)
    made.show()
    return made


def put(scope: TermScope, text: str, look: Look | None = None) -> TermLabel:
    """Return a label in the scope, laid out."""
    made = label(text, look)
    assert isinstance(made, TermLabel)
    layout = scope.layout()
    assert layout is not None
    layout.addWidget(made)
    made.show()
    QApplication.processEvents()
    return made


def test_a_term_is_described_with_its_source(scope: TermScope) -> None:
    made = put(scope, "Sett opp SvarUt og SvarInn først, så SvarUt igjen.")
    assert [mark.term.id for mark in made.marks] == ["svarut", "svarinn"]
    said = made.accessibleDescription()
    assert said.startswith("SvarUt: Tjeneste i Fiks")
    assert "Kilde: Håndbok 2022 · klargjøring" in said


def test_another_text_says_something_else(scope: TermScope) -> None:
    made = put(scope, "Porten")
    set_text(made, "Uten noe særlig")
    assert made.accessibleDescription() == ""
    set_text(made, "NORG")
    assert made.accessibleDescription().startswith("NORG: ")


@pytest.mark.parametrize(
    ("look", "marked"), [(Look.HELP, True), (Look.HEADING, True), (Look.BADGE, False), (Look.ERROR, False)]
)
def test_only_running_text_and_headings_are_marked(scope: TermScope, look: Look, marked: bool) -> None:
    assert bool(put(scope, "SvarUt", look).marks) is marked


def test_outside_the_open_plan_nothing_is_marked(qtbot: QtBot) -> None:
    made = label("SvarUt")
    assert isinstance(made, TermLabel)
    qtbot.addWidget(made)
    made.show()
    assert not made.marks


def test_the_dots_stand_under_the_word_also_on_the_next_line(scope: TermScope) -> None:
    made = put(scope, "Her står det ganske mye tekst før ordet kommer, og det er mottaksområde som er ordet.")
    ((mark, places),) = made._places()
    assert mark.term.id == "reception-area"
    assert len(places) == 1
    assert places[0].top() > made.fontMetrics().lineSpacing() * 0.8
    assert made.mark_at(places[0].center().toPoint()) == mark
    assert made.mark_at(QPoint(2, 2)) is None
    picture = made.grab().toImage()
    across = range(round(places[0].left()), round(places[0].right()))
    row = [picture.pixelColor(x, round(places[0].bottom())) for x in across]
    assert any(colour.blue() - colour.red() > 60 for colour in row)


def test_the_tip_belongs_to_the_word_under_the_pointer(scope: TermScope, content: Content) -> None:
    made = put(scope, "SvarUt og SvarInn")
    for mark, places in made._places():
        point = places[0].center().toPoint()
        event = QHelpEvent(QEvent.Type.ToolTip, point, made.mapToGlobal(point))
        assert made.event(event)
        assert f"<b>{mark.term.term}</b>" in explained(content, [mark.term])


def test_fields_of_the_plan_are_explained_and_the_text_is_as_typed(shell: Shell) -> None:
    shell.goto(StepKey.CONNECTION, ("connection", "fiks", "shared", "reception_system"))
    marked = [one for one in shell.view(shell.here).widget.findChildren(TermLabel) if one.isVisible() and one.marks]
    assert marked
    for one in marked:
        assert one.textFormat() is Qt.TextFormat.PlainText
        assert "<" not in one.text()
        assert one.accessibleDescription()


def test_a_key_explains_the_words_at_the_control_that_has_the_focus(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("digisos_wizard.ui.shell.QWhatsThis.showText", lambda _place, text, _widget: said.append(text))
    shell.goto(StepKey.CONNECTION, ("connection", "fiks", "shared", "reception_system"))
    shell.explain()
    assert "<b>Mottakssystem</b>" in said[-1]
    shell.goto(StepKey.CONNECTION, ("connection", "day", "shared", "wished"))
    shell.explain()
    assert said[-1] == "Her er det ingen ord fra ordlisten."
