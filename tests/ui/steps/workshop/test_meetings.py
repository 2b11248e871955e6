"""Holdte møter: each with its summary, to copy or have on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digisos_wizard.export.pdfium import page_text
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.workshop.meetings import MeetingsPart
from tests.model.meeting_plan import meeting_plan
from tests.ui.hands import choose_file, field, press, type_into

HERE = Place(StepKey.WORKSHOP, "meetings")


def part_in(shell: Shell) -> MeetingsPart:
    """Return the part, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, MeetingsPart)
    return found


@pytest.fixture
def part(make_shell: Callable[[Document], Shell]) -> MeetingsPart:
    """The part on a plan with a meeting held."""
    return part_in(make_shell(Document(plan=meeting_plan())))


def test_a_meeting_stands_with_its_time(part: MeetingsPart) -> None:
    (row,) = part.grid.rows_model.rows
    assert (row.title, row.cells[0].below) == ("Personalmøte", "23. november 2026 kl. 14.00–15.30 · 4 spørsmål")


def test_the_summary_is_copied(qtbot: QtBot, part: MeetingsPart) -> None:
    press(qtbot, part.widget, "Kopier")
    text = QApplication.clipboard().text()
    assert text.startswith("Oppsummering: Personalmøte\n\n")
    assert "- Skriv rutinen (Kari Moen, frist 1. desember 2026)" in text


def test_the_summary_is_had_on_paper(qtbot: QtBot, part: MeetingsPart, tmp_path: Path) -> None:
    choose_file(tmp_path / "møte.pdf")
    with qtbot.waitSignal(part.files.saving.done, timeout=20_000):
        press(qtbot, part.widget, "Lagre som PDF …")
    assert "Personalmøte" in page_text((tmp_path / "møte.pdf").read_bytes(), 0)


def test_name_and_participants_stand_behind_their_link(qtbot: QtBot, part: MeetingsPart) -> None:
    assert not field(part, "title").isVisible()
    press(qtbot, part.widget, "Navn og deltakere")
    type_into(qtbot, field(part, "title"), "Oppstart")
    assert part.desk.session.plan.workshop.meetings[0].title == "Oppstart"


def test_without_meetings_one_is_prepared(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    part = part_in(shell)
    press(qtbot, part.meetings.empty, "Forbered et møte")
    assert shell.here == Place(StepKey.WORKSHOP, "prepare")
