"""The mapping page: the flow leads to its steps, forms come back in the background, and odd answers are decided."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from digisos_wizard.ui.cards.staff_answers import StaffAnswersCard
from digisos_wizard.ui.pages.mapping import MappingPage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from digisos_wizard.export.staff_form.workbook import build
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.pictures import settle
from digisos_wizard.ui.shell import Shell
from tests.ui.hands import choose, choose_file, press, type_into

WAIT = 10_000
"""Milliseconds for work in the background; it is done far sooner."""


@pytest.fixture
def page(shell: Shell) -> MappingPage:
    """The page on the example, on screen."""
    shell.show_step(StepKey.MAPPING)
    found = shell.page(StepKey.MAPPING)
    assert isinstance(found, MappingPage)
    return found


@pytest.fixture
def answers(page: MappingPage) -> StaffAnswersCard:
    """The card with what staff say."""
    return page.answers


def form_with(shell: Shell, folder: Path, name: str, cells: dict[str, str | float]) -> Path:
    """Return a form of the open plan, filled in."""
    book = openpyxl.load_workbook(BytesIO(build(shell.session.figures)))
    for place, value in cells.items():
        book["Skjema"][place] = value
    path = folder / name
    book.save(path)
    return path


def test_the_flow_shows_every_step_twice_and_leads_to_it(shell: Shell, page: MappingPage) -> None:
    steps = shell.session.plan.mapping.steps
    assert page.flow.scene is not None
    assert len(page.flow.scene.boxes) == 2 * len(steps)
    page.flow.chosen.emit(steps[3].id)
    assert page.steps.chosen_row is not None
    assert page.steps.chosen_row.row_id == steps[3].id


def test_a_click_on_the_flow_is_a_click_on_a_step(qtbot: QtBot, page: MappingPage) -> None:
    assert page.flow.scene is not None
    box = page.flow.scene.boxes[4]
    place = page.flow.rect().topLeft()
    place.setX(round(box.x + box.width / 2))
    place.setY(round(box.y + box.height / 2))
    with qtbot.waitSignal(page.flow.chosen) as heard:
        qtbot.mouseClick(page.flow, Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [box.key]


def test_minutes_move_the_flow_and_undo_moves_it_back(qtbot: QtBot, shell: Shell, page: MappingPage) -> None:
    assert page.steps.form is not None
    assert page.flow.scene is not None
    before = page.flow.scene.told
    type_into(qtbot, page.steps.form.fields["paper_minutes"], "17,5")
    shell.redraw()
    assert "17,5 minutter på papir" in page.flow.scene.told
    shell.session.undo()
    shell.redraw()
    assert page.flow.scene.told == before


def test_forms_come_back_as_one_step_of_undo(
    qtbot: QtBot, shell: Shell, answers: StaffAnswersCard, tmp_path: Path
) -> None:
    before = shell.session.plan
    paths = [form_with(shell, tmp_path, f"{minutes}.xlsx", {"D13": minutes}) for minutes in (20, 30)]
    answers.fetch_forms(paths)
    qtbot.waitUntil(lambda: len(shell.session.plan.mapping.responses) == 7, timeout=WAIT)
    assert answers.told.title.text() == "2 skjemaer er hentet"
    assert answers.told.isVisible()
    shell.session.undo()
    assert shell.session.plan == before


def test_a_bad_form_among_good_ones_takes_nothing_in(
    qtbot: QtBot, shell: Shell, answers: StaffAnswersCard, tmp_path: Path
) -> None:
    before = shell.session.plan
    good = form_with(shell, tmp_path, "god.xlsx", {"D7": 4})
    bad = form_with(shell, tmp_path, "dårlig.xlsx", {"D8": "nokså lenge"})
    answers.fetch_forms([good, bad])
    qtbot.waitUntil(answers.told.isVisible, timeout=WAIT)
    assert answers.told.title.text() == "Ingenting er hentet"
    assert "dårlig.xlsx, arket «Skjema», celle D8" in answers.told.text.text()
    assert shell.session.plan is before


def test_the_form_is_saved_where_the_user_says(
    qtbot: QtBot, page: MappingPage, answers: StaffAnswersCard, tmp_path: Path
) -> None:
    path = tmp_path / "skjema.xlsx"
    choose_file(path)
    press(qtbot, page.widget, "Lag Excel-skjema …")
    qtbot.waitUntil(path.exists, timeout=WAIT)
    qtbot.waitUntil(answers.told.isVisible, timeout=WAIT)
    assert str(path) in answers.told.text.text()


def test_an_odd_answer_is_left_out_and_may_come_back(
    qtbot: QtBot, shell: Shell, page: MappingPage, answers: StaffAnswersCard
) -> None:
    (odd,) = answers.odd.model.rows
    assert odd.cells[-1] == "Ikke avgjort"
    press(qtbot, page.widget, "Hold svaret utenfor")
    shell.redraw()
    (odd,) = answers.odd.model.rows
    assert odd.cells[-1] == "Holdt utenfor"
    skanne = next(found for found in shell.session.figures.estimates if found.step.name == "Skanne")
    assert skanne.counted == 4
    press(qtbot, page.widget, "Behold svaret")
    shell.redraw()
    skanne = next(found for found in shell.session.figures.estimates if found.step.name == "Skanne")
    assert skanne.counted == 5


def test_a_paper_form_is_typed_row_by_row(qtbot: QtBot, qapp: QApplication, shell: Shell, page: MappingPage) -> None:
    press(qtbot, page.widget, "Skriv inn fra papir")
    shell.redraw()
    grid, model = page.answers.grid, page.answers.model
    assert grid.currentIndex().row() == 0
    for minutes in ("3", "5,5"):
        editor = grid.viewport().focusWidget()
        assert isinstance(editor, QLineEdit)
        qtbot.keyClicks(editor, minutes)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        settle(qapp)
    shell.redraw()
    written = shell.session.plan.mapping.responses[-1]
    assert [row.paper_minutes for row in written.rows] == [Decimal(3), Decimal("5.5")]
    assert model.index(1, 1).data() == "5,5"


def test_what_is_no_number_stays_as_typed_and_is_marked(shell: Shell, page: MappingPage) -> None:
    model = page.answers.model
    assert model.setData(model.index(0, 1), "ti")
    shell.redraw()
    assert model.index(0, 1).data() == "ti"
    assert model.index(0, 1).data(Qt.ItemDataRole.BackgroundRole) is not None
    first = shell.session.plan.mapping.responses[0]
    assert first.rows[0].paper_minutes is None


def test_medians_are_used_where_the_office_asks_for_them(qtbot: QtBot, shell: Shell, page: MappingPage) -> None:
    scan = next(step for step in shell.session.plan.mapping.steps if step.name == "Skanne")
    page.steps.choose(scan.id)
    shell.redraw()
    assert page.steps.form is not None
    type_into(qtbot, page.steps.form.fields["paper_minutes"], "11")
    shell.redraw()
    assert "Skanne" in page.answers.take_help.text()
    press(qtbot, page.widget, "Bruk medianene")
    after = next(step for step in shell.session.plan.mapping.steps if step.name == "Skanne")
    assert after.paper_minutes == 8


def test_material_in_use_is_ticked_and_undone(qtbot: QtBot, shell: Shell, page: MappingPage) -> None:
    assert page.materials.form is not None
    third = page.materials.model.rows[2]
    page.materials.choose(third.row_id)
    shell.redraw()
    assert page.material_help.text()
    choose(qtbot, page.materials.form.fields["chosen"], "Vi bruker dette")
    shell.redraw()
    assert page.materials.model.rows[2].cells[2] == "Ja"
    shell.session.undo()
    shell.redraw()
    assert page.materials.model.rows[2].cells[2] == "–"
