"""Dokumenter: ticking, the preview beside the list, what the bar saves and shows, and what a document lacks."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digisos_wizard.export import EXPORTS, export
from digisos_wizard.export.pdfium import page_sizes, page_text
from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.printing.preview import PreviewDialog
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.output.documents import LISTED, WORDS, DocumentsPart
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.rows import Row
from tests.ui.hands import choose_file, press

HERE = Place(StepKey.OUTPUT, "documents")
LATER = 20_000


@pytest.fixture
def part(shell: Shell) -> DocumentsPart:
    """The part on the example plan."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, DocumentsPart)
    return found


def row(part: DocumentsPart, key: str) -> Row:
    """Return a document's row."""
    return next(one for one in part.grid.rows_model.rows if one.row_id == key)


def tick(qtbot: QtBot, part: DocumentsPart, *keys: str) -> None:
    """Tick documents with the keyboard, whatever chip they stand behind."""
    for key in keys:
        for chip in part.chips.buttons.values():
            chip.click()
            if part.grid.go_to(key):
                break
        qtbot.keyClick(part.grid, Qt.Key.Key_Space)


def pages(part: DocumentsPart) -> int:
    """Return how many pages are seen beside the list."""
    return len(part.paper.pages.sizes)


def test_every_document_is_behind_one_of_the_chips_or_saved_from_the_row_of_its_paper(part: DocumentsPart) -> None:
    seen: list[str] = []
    for chip in part.chips.buttons.values():
        chip.click()
        seen += [one.row_id for one in part.grid.rows_model.rows if one.chosen]
    assert sorted(seen) == sorted(kind.key for kind in LISTED)
    assert {*seen, *(kind.key for kind in WORDS.values())} == {kind.key for kind in EXPORTS}


def test_the_bar_acts_on_the_row_until_something_is_ticked(qtbot: QtBot, part: DocumentsPart) -> None:
    assert part.count.text() == "Beslutningsnotat"
    assert part.save.text() == "Lagre …"
    assert not part.each.isVisible()
    assert not part.clear.isVisible()
    tick(qtbot, part, "contacts", "letter")
    assert part.count.text() == "2 valgt"
    assert (part.save.text(), part.each.isVisible(), part.contents.isVisible()) == ("Lagre som én PDF …", True, True)
    tick(qtbot, part, "workbook")
    assert part.count.text() == "3 valgt · bare PDF-ene kan samles"
    press(qtbot, part.widget, "Fjern valgene")
    assert not any(one.ticked for one in part.grid.rows_model.rows)
    assert not part.clear.isVisible()


def test_one_act_is_the_primary_one_whatever_the_file(qtbot: QtBot, part: DocumentsPart) -> None:
    for key, primary in (("memo", part.look), ("workbook", part.save)):
        part.chips.buttons["0"].click()
        part.grid.go_to(key)
        QApplication.processEvents()
        tools = [one for one in (part.save, part.look, part.each) if one.isVisible()]
        assert [one for one in tools if one.property("look") == Look.PRIMARY.value] == [primary]
    del qtbot


def test_those_ticked_become_one_file_in_the_order_of_the_list(
    qtbot: QtBot, shell: Shell, part: DocumentsPart, tmp_path: Path
) -> None:
    keys = ("timeline-poster", "overview", "letter")
    tick(qtbot, part, *reversed(keys))
    choose_file(tmp_path / "alt.pdf")
    with qtbot.waitSignal(part.files.saving.done, timeout=LATER):
        press(qtbot, part.widget, "Lagre som én PDF …")
    data = (tmp_path / "alt.pdf").read_bytes()
    words = page_text(data, 0)
    places = [words.index(export(key).title) for key in keys]
    assert places == sorted(places)
    alone = sum(len(page_sizes(export(key).build(shell.session.figures))) for key in keys)
    assert len(page_sizes(data)) == 1 + alone
    qtbot.waitUntil(part.files.notice.act.isVisible)
    assert "alt.pdf" in part.files.notice.text.text()


def test_those_ticked_become_a_file_each(qtbot: QtBot, part: DocumentsPart, tmp_path: Path) -> None:
    tick(qtbot, part, "letter", "overview", "slides")
    choose_file(tmp_path)
    with qtbot.waitSignal(part.files.saving.done, timeout=LATER):
        press(qtbot, part.widget, "Hver for seg …")
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".pdf", ".pdf", ".pptx"]


def test_a_text_is_saved_to_be_edited(qtbot: QtBot, part: DocumentsPart, tmp_path: Path) -> None:
    choose_file(tmp_path / "notat.docx")
    with qtbot.waitSignal(part.files.saving.done, timeout=LATER):
        press(qtbot, part.widget, "Lagre til redigering i Word …")
    assert (tmp_path / "notat.docx").read_bytes().startswith(b"PK")
    part.grid.go_to("workbook")
    assert not part.word.isVisible()


def test_the_document_of_the_row_is_beside_it_and_follows_the_plan(
    qtbot: QtBot, shell: Shell, part: DocumentsPart
) -> None:
    paper = part.paper
    with qtbot.waitSignal(paper.maker.made, timeout=LATER):
        part.grid.go_to("contacts")
        assert not pages(part), "another document's page is gone at once"
    assert paper.title.text() == "Kontaktliste"
    qtbot.waitUntil(lambda: "Kontaktliste" in paper.sheets.accessibleDescription())
    with qtbot.waitSignal(paper.maker.made, timeout=LATER):
        shell.session.edit(Set(("decision", "office"), "NAV Prøveby"))
        shell.redraw()
        assert pages(part), "the page stays until it is made anew"
    qtbot.waitUntil(lambda: "NAV Prøveby" in paper.sheets.accessibleDescription())


def test_the_latest_row_wins_where_one_runs_through_the_list(qtbot: QtBot, part: DocumentsPart) -> None:
    made: list[bytes] = []
    part.paper.maker.made.connect(made.append)
    part.grid.setFocus()
    for _press in range(4):
        qtbot.keyClick(part.grid, Qt.Key.Key_Down)
    found = part.grid.current_row
    assert found is not None
    assert found.row_id == "staff-form-paper"
    qtbot.waitUntil(lambda: bool(made), timeout=LATER)
    qtbot.waitUntil(lambda: "Skjema for tidsbruk" in part.paper.sheets.accessibleDescription())
    assert len(made) == 1


def test_pages_are_turned_beside_the_list(qtbot: QtBot, part: DocumentsPart) -> None:
    paper = part.paper
    qtbot.waitUntil(lambda: len(paper.pages.sizes) > 1, timeout=LATER)
    assert not paper.before.isEnabled()
    press(qtbot, paper, "Neste side")
    assert paper.where.text().startswith("Side 2 av ")
    paper.sheets.setFocus()
    qtbot.keyClick(paper.sheets, Qt.Key.Key_PageUp)
    assert paper.where.text().startswith("Side 1 av ")


def test_what_is_no_paper_says_so(part: DocumentsPart) -> None:
    part.grid.go_to("workbook")
    assert part.paper.said.text() == "Lagre filen for å se den: Excel-fil."
    assert not part.look.isVisible()


def test_a_document_is_looked_at_inside_the_program(qtbot: QtBot, part: DocumentsPart) -> None:
    tick(qtbot, part, "overview")
    press(qtbot, part.widget, "Forhåndsvis og skriv ut")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PreviewDialog)
    qtbot.waitUntil(lambda: not dialog.page.pixmap().isNull(), timeout=LATER)
    assert "Planen på én side" in dialog.windowTitle()
    dialog.reject()


def test_what_a_document_lacks_is_named_with_a_way_there(shell: Shell, part: DocumentsPart) -> None:
    assert row(part, "memo").cells[1].text == "Utkast: 2 mangler"
    link = part.lacking[0]
    assert link.isVisible()
    link.linkActivated.emit("#")
    assert shell.current is StepKey.COSTS


def test_a_saved_calendar_is_remembered_in_the_plan(
    qtbot: QtBot, shell: Shell, part: DocumentsPart, tmp_path: Path
) -> None:
    tick(qtbot, part, "calendar", "calendars")
    before = shell.session.plan
    assert not before.connection.calendars
    choose_file(tmp_path)
    with qtbot.waitSignal(part.files.saving.done, timeout=LATER):
        press(qtbot, part.widget, "Hver for seg …")
    qtbot.waitUntil(lambda: bool(shell.session.plan.connection.calendars))
    assert shell.session.plan.connection.calendars[0].id == "all"
    assert len(shell.session.plan.connection.calendars) > 3
    shell.session.undo()
    assert shell.session.plan == before
