"""Oppslag: searching while typing, reading, and the ways into the plan and back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.search.entries import IN_THE_PLAN, Kind
from digisos_wizard.model.search.index import Hit
from digisos_wizard.model.search.places import place
from digisos_wizard.model.search.reading import Room, Target
from digisos_wizard.ui.places import LOOKUP, places
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.state import WindowState
from digisos_wizard.ui.steps.reference.hit_list import ListRow
from digisos_wizard.ui.steps.reference.search import SearchPart
from digisos_wizard.ui.widgets.look.folded import Folded
from digisos_wizard.ui.widgets.look.links import Link
from digisos_wizard.ui.window import MainWindow


@pytest.fixture
def part(shell: Shell) -> SearchPart:
    """The reference on the example plan, reached from the costs."""
    shell.show_step(StepKey.COSTS)
    shell.show_step(StepKey.REFERENCE)
    found = shell.view(LOOKUP)
    assert isinstance(found, SearchPart)
    return found


def row_of(part: SearchPart, kind: Kind, target: str) -> ListRow:
    """Return the row of a hit."""
    for found in part.hits.rows():
        if isinstance(found.value, Hit) and (found.value.entry.kind, found.value.entry.target) == (kind, target):
            return found
    raise AssertionError((kind, target))


def test_it_stands_beside_the_steps_and_is_not_counted(shell: Shell) -> None:
    plan = shell.session.plan
    assert LOOKUP not in places(plan)
    last = places(plan)[-1]
    shell.show_place(last)
    shell.forward()
    assert shell.here == last
    shell.show_step(StepKey.REFERENCE)
    assert shell.here == LOOKUP
    assert shell.bottom.place.text() == ""
    assert not shell.panel.isVisible()
    assert StepKey.REFERENCE not in {step.step for step in shell.session.figures.progress}
    assert shell.written_place == f"{last.step.value}/{last.part}", "one comes back to the step"


def test_back_leads_to_the_step_that_one_came_from(shell: Shell, part: SearchPart) -> None:
    assert part.field.isVisible()
    assert shell.bottom.back.text() == "Tilbake til: Tilbud og sum"
    shell.back()
    assert shell.current is StepKey.COSTS


def test_hits_come_while_typing_in_groups_with_words_marked(qtbot: QtBot, part: SearchPart) -> None:
    qtbot.keyClicks(part.field, "ombud")
    assert part.hits.headings()[0] == "Ord (1)"
    best = part.hits.rows()[0]
    assert best.title.text == "Personvernombud"
    assert best.title.places == ((0, 15),)
    assert part.status.text().endswith("treff")
    qtbot.waitUntil(lambda: "Gir råd om personvern" in part.reader.toPlainText())


def test_no_hits_are_said_and_the_contents_stay(qtbot: QtBot, part: SearchPart) -> None:
    qtbot.keyClicks(part.field, "xqzwvkb")
    assert part.status.text().startswith("Ingen treff")
    assert part.hits.headings() == ["Samlet", "Håndboka", "Spørsmål og svar"]


def test_words_that_are_not_together_anywhere_are_told(qtbot: QtBot, part: SearchPart) -> None:
    qtbot.keyClicks(part.field, "brannmur blåbærsyltetøy")
    assert part.status.text().startswith("Ingen tekst har alle ordene.")


def test_the_step_that_one_came_from_counts_more(qtbot: QtBot, shell: Shell, part: SearchPart) -> None:
    qtbot.keyClicks(part.field, "mva")
    costs = [found.value for found in part.hits.rows()]
    assert isinstance(costs[0], Hit)
    assert costs[0].entry.step is StepKey.COSTS
    shell.show_step(StepKey.PRIVACY)
    shell.show_step(StepKey.REFERENCE)
    part.look_up("mva")
    assert [found.value for found in part.hits.rows()] != costs


def test_keys_lead_from_the_field_to_the_list_and_back_to_the_beginning(qtbot: QtBot, part: SearchPart) -> None:
    qtbot.keyClicks(part.field, "svarut")
    qtbot.keyClick(part.field, Qt.Key.Key_Down)
    assert part.widget.window().focusWidget() is part.hits
    assert part.hits.currentIndex().data() == "SvarUt"
    qtbot.keyClick(part.hits, Qt.Key.Key_Down)
    assert part.hits.currentIndex().data() != "SvarUt"
    qtbot.keyClick(part.field, Qt.Key.Key_Escape)
    assert part.field.text() == ""
    assert "Håndboka" in part.hits.headings()


def test_enter_opens_the_best_hit(qtbot: QtBot, part: SearchPart) -> None:
    qtbot.keyClicks(part.field, "Må vi vente på tur")
    qtbot.keyClick(part.field, Qt.Key.Key_Return)
    assert "Nye kommuner ble koblet på hver uke" in part.reader.toPlainText()


@pytest.mark.parametrize(
    ("query", "kind", "target", "step"),
    [
        ("versjon", Kind.FIELD, "vendor.version", StepKey.AGREEMENTS),
        ("innbyggere fra ssb", Kind.FIELD, "decision.municipalities.*.population", StepKey.DECISION),
        ("bestill brannmuren", Kind.ACTIVITY, "firewall", StepKey.CONNECTION),
        ("porteføljen ryddet", Kind.ITEM, "org.portfolio", StepKey.CHECKLIST),
        ("tjenestevedlegg", Kind.AGREEMENT, "ks-annex", StepKey.AGREEMENTS),
        ("skjermet adresse", Kind.TASK, "protected-address", StepKey.MAPPING),
        ("lommeguide", Kind.MATERIAL, "pocket-guide", StepKey.MAPPING),
        ("innføringskoordinator", Kind.ROLE, "coordinator", StepKey.ROLES),
    ],
)
def test_a_hit_in_the_plan_leads_to_it(
    qtbot: QtBot, shell: Shell, part: SearchPart, query: str, kind: Kind, target: str, step: StepKey
) -> None:
    qtbot.keyClicks(part.field, query)
    found = row_of(part, kind, target)
    assert isinstance(found.value, Hit)
    assert found.value.entry.kind in IN_THE_PLAN
    address = place(shell.session.figures, found.value.entry)
    part._follow_row(found.value)
    assert shell.current is step
    assert shell.view(shell.here).focus(address)


def test_moving_in_the_list_reads_and_never_leaves(qtbot: QtBot, shell: Shell, part: SearchPart) -> None:
    qtbot.keyClicks(part.field, "bestill brannmuren")
    found = row_of(part, Kind.ACTIVITY, "firewall")
    part.hits.choose(found.value)
    assert shell.current is StepKey.REFERENCE
    assert part.reader.toPlainText().startswith("Bestill åpning i brannmuren")
    assert "Ellers stopper søknaden" in part.reader.toPlainText()


def test_links_lead_on_and_back_returns(shell: Shell, part: SearchPart) -> None:
    assert part.focus(Target(Room.CHAPTER, "agreements").written())
    text = part.reader.toPlainText()
    assert "Gjaldt tidligere (2019)" in text
    assert "Håndbok 2022 · avtaler" in text.replace("\u00a0", " ")
    part._follow(Target(Room.GLOSSARY, "", "mercell"))
    assert part.reader.toPlainText().startswith("Ordliste")
    part.back.click()
    assert part.reader.toPlainText().startswith("Avtaler")
    part._follow(StepKey.AGREEMENTS)
    assert shell.current is StepKey.AGREEMENTS


def test_a_term_in_the_text_is_a_link_with_its_meaning(part: SearchPart) -> None:
    part.focus(Target(Room.CHAPTER, "readiness").written())
    found = part.reader.document().find("Mottaksområdet")
    assert found.charFormat().toolTip().startswith("Mottaksområde: Stedet i fagsystemet")
    assert found.charFormat().isAnchor()
    part.reader.anchorClicked.emit(QUrl(found.charFormat().anchorHref()))
    assert part.reader.toPlainText().startswith("Mottaksområde")


def test_the_changes_and_the_glossary_are_parts_of_their_own(part: SearchPart) -> None:
    part.hits.choose(Target(Room.CHANGES))
    text = part.reader.toPlainText()
    assert text.startswith("2019 → 2022: hva er endret")
    assert "Nå: Tre til fem uker før" in text
    assert "Versjon 114" in text
    part.hits.choose(Target(Room.GLOSSARY))
    assert part.reader.toPlainText().startswith("Ordliste")


def test_typing_in_the_bar_on_top_goes_on_in_the_reference(qtbot: QtBot, shell: Shell) -> None:
    qtbot.keyClicks(shell.top.search, "n")
    part = shell.view(LOOKUP)
    assert isinstance(part, SearchPart)
    assert shell.current is StepKey.REFERENCE
    assert shell.top.search.text() == ""
    assert part.field.text() == "n"
    qtbot.keyClicks(part.field, "org")
    assert part.hits.rows()[0].title.text == "NORG"


def test_the_help_panel_has_the_chapters_and_leads_to_the_reference(shell: Shell) -> None:
    shell.show_step(StepKey.CONNECTION)
    shell.panel.fold(folded=False, tab=1)
    folded = next(one for one in shell.panel.findChildren(Folded) if one.link.words() == "Beredskap")
    assert not folded.findChildren(QLabel, "", Qt.FindChildOption.FindDirectChildrenOnly)[1:]
    folded.link.linkActivated.emit("#")
    QApplication.processEvents()
    shown = [one for one in folded.findChildren(QLabel) if "vanlige rutinene" in one.text()]
    assert [one.isVisible() for one in shown] == [True]
    assert folded.link.accessibleDescription() == "Åpen"
    folded.link.linkActivated.emit("#")
    assert [one.isVisible() for one in shown] == [False]
    folded.link.linkActivated.emit("#")
    more = next(one for one in folded.findChildren(Link) if one.words() == "Les mer i oppslag")
    more.linkActivated.emit("#")
    assert shell.current is StepKey.REFERENCE
    part = shell.view(LOOKUP)
    assert isinstance(part, SearchPart)
    assert part.reader.toPlainText().startswith("Beredskap")


def test_questions_that_the_step_does_not_answer_itself_are_asked_in_the_panel(shell: Shell) -> None:
    shell.show_step(StepKey.PRIVACY)
    shell.show_step(StepKey.MAPPING)
    QApplication.processEvents()
    shell.panel.fold(folded=False, tab=1)
    words = [link.words() for link in shell.panel.findChildren(Link) if not link.isHidden()]
    assert "Hvilken hjelp kan vi få til innføringen?" in words


def test_an_empty_plan_can_be_looked_up_from_too(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    shell.look_up("innbyggere fra ssb")
    part = shell.view(LOOKUP)
    assert isinstance(part, SearchPart)
    qtbot.keyClick(part.field, Qt.Key.Key_Return)
    assert shell.current is StepKey.DECISION


def test_the_keys_of_the_window_lead_there(qtbot: QtBot, shell: Shell) -> None:
    window = MainWindow(shell.session, WindowState(None, None), list)
    qtbot.addWidget(window)
    window.show()
    words = {action.text(): action for action in window.actions()}
    words["Søk"].trigger()  # without a plan nothing happens
    window._show_plan()
    assert window.shell is not None
    words["Søk"].trigger()
    assert window.shell.current is StepKey.REFERENCE
    window.shell.show_step(StepKey.ROLES)
    words["Slå opp"].trigger()
    assert window.shell.current is StepKey.REFERENCE
    assert {action.shortcut().toString() for action in (words["Søk"], words["Slå opp"])} == {"Ctrl+F", "Ctrl+K"}
    window._drop_shell()
