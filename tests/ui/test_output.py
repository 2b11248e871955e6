"""Utskrift og deling: choosing documents, saving one or several, and the slides of the leader package."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digisos_wizard.export import EXPORTS, export
from digisos_wizard.export.pdfium import page_sizes, page_text
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.cards.documents import DocumentsCard
from digisos_wizard.ui.pages.output import OutputPage
from digisos_wizard.ui.printing.preview import PreviewDialog
from digisos_wizard.ui.shell import Shell
from tests.ui.hands import choose_file, field_at, pick, press, type_into


@pytest.fixture
def page(shell: Shell) -> OutputPage:
    """The page on the example plan."""
    shell.show_step(StepKey.OUTPUT)
    found = shell.page(StepKey.OUTPUT)
    assert isinstance(found, OutputPage)
    return found


def shown(card: DocumentsCard) -> set[str]:
    """Return the keys of the documents in the list."""
    return {view.row_id for view in card.list.documents.rows}


def test_all_documents_are_offered_and_the_handouts_are_a_choice(page: OutputPage) -> None:
    card = page.documents
    assert shown(card) == {kind.key for kind in EXPORTS}
    pick(card.group, "Alt som kan deles ut på papir")
    assert shown(card) == {kind.key for kind in EXPORTS if kind.handout}


def test_nothing_can_be_bound_before_something_is_ticked(page: OutputPage) -> None:
    card = page.documents
    card.tick_none.click()
    assert card.ticked.text() == "Ingen er krysset av."
    assert not any(tool.isEnabled() for tool in (card.save_one, card.save_each, card.print_all, card.look_all))
    pick(card.group, "Alt som kan deles ut på papir")
    card.tick_all.click()
    assert all(tool.isEnabled() for tool in (card.save_one, card.save_each, card.print_all, card.look_all))


def test_those_ticked_become_one_file_in_the_order_of_the_list(
    qtbot: QtBot, shell: Shell, page: OutputPage, tmp_path: Path
) -> None:
    card = page.documents
    card.list.documents.tick(["letter", "overview", "timeline-poster"], on=True)
    assert card.ticked.text().startswith("3 valgt:")
    choose_file(tmp_path / "alt.pdf")
    with qtbot.waitSignal(card.saving.done):
        press(qtbot, page.widget, "Lagre som én PDF …")
    data = (tmp_path / "alt.pdf").read_bytes()
    words = page_text(data, 0)
    places = [words.index(export(key).title) for key in ("timeline-poster", "overview", "letter")]
    assert places == sorted(places)
    figures = shell.session.figures
    alone = sum(len(page_sizes(export(key).build(figures))) for key in ("letter", "overview", "timeline-poster"))
    assert len(page_sizes(data)) == 1 + alone
    qtbot.waitUntil(card.open_button.isVisible)


def test_those_ticked_become_a_file_each(qtbot: QtBot, page: OutputPage, tmp_path: Path) -> None:
    card = page.documents
    card.list.documents.tick(["letter", "overview", "slides"], on=True)
    assert "Bare PDF-ene kan skrives ut og samles." in card.ticked.text()
    choose_file(tmp_path)
    with qtbot.waitSignal(card.saving.done):
        press(qtbot, page.widget, "Lagre hver for seg …")
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".pdf", ".pdf", ".pptx"]


def test_a_saved_calendar_is_remembered_in_the_plan(
    qtbot: QtBot, shell: Shell, page: OutputPage, tmp_path: Path
) -> None:
    card = page.documents
    card.list.documents.tick(["calendar", "calendars"], on=True)
    before, revision = shell.session.plan, shell.session.document.revision
    assert not before.connection.calendars
    choose_file(tmp_path)
    with qtbot.waitSignal(card.saving.done):
        press(qtbot, page.widget, "Lagre hver for seg …")
    qtbot.waitUntil(lambda: bool(shell.session.plan.connection.calendars))
    assert shell.session.plan.connection.calendars[0].id == "all"
    assert len(shell.session.plan.connection.calendars) > 3
    assert shell.session.document.revision == revision + 1
    shell.session.undo()
    assert shell.session.plan == before


def test_a_document_is_looked_at_inside_the_program(qtbot: QtBot, page: OutputPage) -> None:
    page.documents.look("overview")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PreviewDialog)
    qtbot.waitUntil(lambda: not dialog.page.pixmap().isNull())
    assert "Planen på én side" in dialog.windowTitle()
    dialog.reject()


def test_the_leader_picks_orders_and_rewrites_slides(qtbot: QtBot, shell: Shell, page: OutputPage) -> None:
    session = shell.session
    package = page.package
    before = len(session.content.slides)
    page.show(session.figures)
    if not session.plan.workshop.slides:
        press(qtbot, page.widget, "Velg og endre selv")
        shell.redraw()
    rows = session.plan.workshop.slides
    assert 0 < len(rows) <= before
    type_into(qtbot, field_at(page, ("workshop", "slides", rows[0].id, "title")), "Velkommen til oss")
    shell.redraw()
    assert session.plan.workshop.slides[0].title == "Velkommen til oss"
    assert "Velkommen til oss" in package.text.text()
    data = export("slides-pdf").build(session.figures)
    assert "Velkommen til oss" in page_text(data, 0)
    session.undo()
    shell.redraw()
    assert "Velkommen til oss" not in package.text.text()


def test_enter_in_the_list_looks_and_space_ticks(qtbot: QtBot, page: OutputPage) -> None:
    card = page.documents
    card.list.setFocus()
    first = card.list.documents.rows[0].row_id
    qtbot.keyClick(card.list, Qt.Key.Key_Space)
    assert first in card.list.documents.ticked
    qtbot.keyClick(card.list, Qt.Key.Key_Space)
    assert first not in card.list.documents.ticked
