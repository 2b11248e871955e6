"""Kontoret og kommunene: the municipalities are typed in their grid, and their inhabitants come from a file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.decision.office import OfficePart
from tests.model.given import plan_of
from tests.ui.hands import cell_at, choose_file, press, type_in_cell

MakeShell = Callable[[Document], Shell]
TABLE = ("decision", "municipalities")


def office(shell: Shell) -> OfficePart:
    """Return the part, on screen."""
    shell.show_place(Place(StepKey.DECISION, "office"))
    part = shell.part(StepKey.DECISION, "office")
    assert isinstance(part, OfficePart)
    return part


def test_a_municipality_is_added_and_typed_where_it_stands(qtbot: QtBot, make_shell: MakeShell) -> None:
    shell = make_shell(Document())
    part = office(shell)
    assert not part.grid.isVisible()
    press(qtbot, part.widget, "Legg til kommune")
    (place,) = shell.session.plan.decision.municipalities
    for path, text in (("name", "Ask"), ("population", "31 999"), ("population_date", "1.1.2026")):
        type_in_cell(qtbot, part, (*TABLE, place.id, path), text)
        shell.redraw()
    (place,) = shell.session.plan.decision.municipalities
    assert (place.name, place.population, place.population_date) == ("Ask", 31_999, date(2026, 1, 1))
    press(qtbot, part.widget, "Fjern kommunen")
    shell.redraw()
    assert shell.session.plan.decision.municipalities == ()
    assert not part.grid.isVisible()


def test_a_number_that_is_none_stays_as_typed_and_is_marked(qtbot: QtBot, make_shell: MakeShell) -> None:
    shell = make_shell(Document(plan=plan_of(2_000)))
    part = office(shell)
    address = (*TABLE, shell.session.plan.decision.municipalities[0].id, "population")
    type_in_cell(qtbot, part, address, "mange")
    shell.redraw()
    grid, index = cell_at(part, address)
    assert shell.session.plan.decision.municipalities[0].population is None
    assert grid.rows_model.cell(index).text == "mange"
    assert grid.rows_model.cell(index).wrong


def test_rows_from_a_spreadsheet_are_one_step_of_undo(qtbot: QtBot, make_shell: MakeShell) -> None:
    shell = make_shell(Document(plan=plan_of(None, None)))
    part = office(shell)
    before = shell.session.plan
    grid, _index = cell_at(part, (*TABLE, before.decision.municipalities[0].id, "population"))
    QGuiApplication.clipboard().setText("8 140\n6 300\n")
    shell.activateWindow()
    qtbot.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [place.population for place in shell.session.plan.decision.municipalities] == [8_140, 6_300]
    shell.session.undo()
    assert shell.session.plan == before


def test_organisation_numbers_stand_behind_a_link_that_a_jump_opens(qtbot: QtBot, make_shell: MakeShell) -> None:
    shell = make_shell(Document(plan=plan_of(2_000)))
    part = office(shell)
    assert not part.numbers.isVisible()
    press(qtbot, part.widget, "Vis organisasjonsnumrene")
    assert part.numbers.isVisible()
    other = make_shell(Document(plan=plan_of(2_000)))
    address = (*TABLE, other.session.plan.decision.municipalities[0].id, "org_number")
    other.goto(StepKey.DECISION, address)
    shown = office(other).numbers
    assert shown.isVisible()
    assert shown.rows_model.cell(shown.currentIndex()).place == address


def test_population_comes_from_a_file_and_what_was_not_found_is_listed(
    qtbot: QtBot, make_shell: MakeShell, tmp_path: Path
) -> None:
    shell = make_shell(Document(plan=plan_of(None, 2_000)))
    part = office(shell)
    path = tmp_path / "ssb.csv"
    path.write_text('"region";"2026"\n"3403 Ask";32879\n', "cp1252")
    choose_file(path)
    press(qtbot, part.widget, "Hent innbyggertall fra en fil …")
    assert [place.population for place in shell.session.plan.decision.municipalities] == [32_879, 2_000]
    assert part.fetched.title.text() == "Hentet 1 av 2"
    assert "Bjerk: fant ingen" in part.fetched.text.text()
    assert shell.session.undo_label == "Innbyggertall fra fil"
    shell.session.undo()
    assert shell.session.plan.decision.municipalities[0].population is None


def test_a_file_that_is_no_table_is_said_and_changes_nothing(make_shell: MakeShell, tmp_path: Path) -> None:
    shell = make_shell(Document(plan=plan_of(5_000)))
    part = office(shell)
    before = shell.session.plan
    path = tmp_path / "annet.csv"
    path.write_bytes(b"PK\x03\x04\x00")
    part.fetch_population(path)
    assert part.fetched.title.text() == "Filen er ikke en tekstfil."
    part.fetch_population(tmp_path / "borte.csv")
    assert "borte.csv" in part.fetched.title.text()
    assert shell.session.plan is before
