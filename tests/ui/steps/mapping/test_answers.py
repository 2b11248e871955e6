"""Svar fra de ansatte: forms out and back, what stands out is decided, and every form's numbers can be typed."""

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from digisos_wizard.export.staff_form.workbook import build
from digisos_wizard.model.edits import Remove, Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.pictures import settle
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.mapping.answers import AnswersPart
from digisos_wizard.ui.widgets.charts.dots import Dots
from digisos_wizard.ui.widgets.tables.rows import Row
from tests.ui.hands import choose_file, press, type_in_cell

HERE = Place(StepKey.MAPPING, "answers")
WAIT = 10_000
"""Milliseconds for work in the background; it is done far sooner."""


def part_of(shell: Shell) -> AnswersPart:
    """Return the part, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, AnswersPart)
    return found


def offers(part: AnswersPart) -> bool:
    """Tell whether the part has the first useful act to offer."""
    return part.has_act


@pytest.fixture
def part(shell: Shell) -> AnswersPart:
    """The part on the example."""
    return part_of(shell)


def form_with(shell: Shell, folder: Path, name: str, cells: dict[str, str | float]) -> Path:
    """Return a form of the open plan, filled in."""
    book = openpyxl.load_workbook(BytesIO(build(shell.session.figures)))
    for place, value in cells.items():
        book["Skjema"][place] = value
    path = folder / name
    book.save(path)
    return path


def asking(part: AnswersPart) -> Row:
    """Return the only line that asks for a decision."""
    (found,) = [row for row in part.grid.rows_model.rows if row.acts]
    return found


def scan(shell: Shell) -> ProcessStep:
    """Return the step of scanning, of which one answer stands out."""
    return next(step for step in shell.session.plan.mapping.steps if step.name == "Skanne")


def test_forms_come_back_as_one_step_of_undo(qtbot: QtBot, shell: Shell, part: AnswersPart, tmp_path: Path) -> None:
    before = shell.session.plan
    paths = [form_with(shell, tmp_path, f"{minutes}.xlsx", {"D13": minutes}) for minutes in (20, 30)]
    part.fetch_forms(paths)
    qtbot.waitUntil(lambda: len(shell.session.plan.mapping.responses) == 7, timeout=WAIT)
    shell.redraw()
    assert part.files.notice.title.text() == "2 skjemaer er hentet"
    assert part.files.notice.isVisible()
    assert part.count.text() == "7 skjemaer er inne"
    shell.session.undo()
    assert shell.session.plan == before


def test_a_bad_form_among_good_ones_takes_nothing_in(
    qtbot: QtBot, shell: Shell, part: AnswersPart, tmp_path: Path
) -> None:
    before = shell.session.plan
    good = form_with(shell, tmp_path, "god.xlsx", {"D7": 4})
    bad = form_with(shell, tmp_path, "dårlig.xlsx", {"D8": "nokså lenge"})
    part.fetch_forms([good, bad])
    qtbot.waitUntil(part.files.notice.isVisible, timeout=WAIT)
    assert part.files.notice.title.text() == "Ingenting er hentet"
    assert "dårlig.xlsx, arket «Skjema», celle D8" in part.files.notice.text.text()
    assert shell.session.plan is before


def test_the_form_is_saved_where_the_user_says(qtbot: QtBot, part: AnswersPart, tmp_path: Path) -> None:
    path = tmp_path / "skjema.xlsx"
    choose_file(path)
    part.tools[0].menu().actions()[0].trigger()
    qtbot.waitUntil(path.exists, timeout=WAIT)
    qtbot.waitUntil(lambda: str(path) in part.files.notice.text.text(), timeout=WAIT)


def test_an_odd_answer_is_left_out_under_its_row_and_may_come_back(
    qtbot: QtBot, shell: Shell, part: AnswersPart
) -> None:
    rows = part.grid.rows_model.rows
    assert rows.index(asking(part)) == [row.row_id for row in rows].index(scan(shell).id) + 1
    assert "De andre svarte fra 7 til 9." in asking(part).title
    press(qtbot, part.widget, "Hold det utenfor")
    shell.redraw()
    assert asking(part).title.endswith("Det er holdt utenfor.")
    found = next(one for one in shell.session.figures.estimates if one.step.name == "Skanne")
    assert found.counted == 4
    press(qtbot, part.widget, "Ta det med igjen")
    shell.redraw()
    found = next(one for one in shell.session.figures.estimates if one.step.name == "Skanne")
    assert found.counted == 5


def test_a_finding_leads_to_the_line_that_asks(shell: Shell, part: AnswersPart) -> None:
    found = next(one for one in shell.session.figures.findings if one.rule == "odd-answer")
    shell.show_step(StepKey.MAPPING)
    shell.goto(StepKey.MAPPING, found.address)
    assert shell.here == HERE
    assert part.grid.current_row == asking(part)


def test_dots_stand_on_a_scale_of_their_own_and_few_have_no_band(shell: Shell, part: AnswersPart) -> None:
    def dots() -> Dots:
        row = next(row for row in part.grid.rows_model.rows if row.row_id == scan(shell).id)
        drawn = row.cells[1].drawn
        assert isinstance(drawn, Dots)
        return drawn

    assert dots().odd == ((1.0, "35"),)
    assert dots().band is not None
    for response in shell.session.plan.mapping.responses[3:]:
        shell.session.edit(Remove(("mapping", "responses", response.id)))
    shell.redraw()
    assert dots().band is None, "half of three says nothing"
    assert len(dots().values) == 3


def test_a_paper_form_is_typed_row_by_row(qtbot: QtBot, qapp: QApplication, shell: Shell, part: AnswersPart) -> None:
    part.tools[1].menu().actions()[1].trigger()
    shell.redraw()
    grid = part.each.grid
    assert grid.isVisible()
    assert grid.currentIndex().row() == 0
    for minutes in ("3", "5,5"):
        qtbot.keyClicks(QApplication.focusWidget(), minutes)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        settle(qapp)
    shell.redraw()
    written = shell.session.plan.mapping.responses[-1]
    assert [row.paper_minutes for row in written.rows] == [Decimal(3), Decimal("5.5")]
    assert grid.rows_model.rows[1].cells[1].text == "5,5"


def test_what_is_no_number_stays_as_typed_and_is_marked(qtbot: QtBot, shell: Shell, part: AnswersPart) -> None:
    press(qtbot, part.widget, "Se hvert skjema")
    first, step = shell.session.plan.mapping.responses[0], shell.session.plan.mapping.steps[0]
    place = ("mapping", "responses", first.id, "rows", step.id, "paper_minutes")
    type_in_cell(qtbot, part, place, "ti")
    shell.redraw()
    cell = part.each.grid.rows_model.rows[0].cells[1]
    assert (cell.text, bool(cell.wrong)) == ("ti", True)
    assert shell.session.plan.mapping.responses[0].rows[0].paper_minutes is None
    shell.show_step(StepKey.DECISION)
    shell.goto(StepKey.MAPPING, place)
    assert part.each.grid.isVisible(), "a fault leads to the form that it stands in"


def test_medians_are_used_where_the_office_asks_for_them(qtbot: QtBot, shell: Shell, part: AnswersPart) -> None:
    assert not part.take.isVisible()
    shell.session.edit(Set(("mapping", "steps", scan(shell).id, "paper_minutes"), Decimal(11)))
    shell.redraw()
    assert "Skanne" in part.difference.text()
    row = next(row for row in part.grid.rows_model.rows if row.row_id == scan(shell).id)
    assert row.cells[-1].strong
    press(qtbot, part.widget, "Bruk medianene")
    assert scan(shell).paper_minutes == 8


def test_an_empty_plan_is_led_to_its_steps_then_to_its_form(
    qtbot: QtBot, make_shell: Callable[[Document], Shell]
) -> None:
    shell = make_shell(Document())
    part = part_of(shell)
    assert offers(part)
    press(qtbot, part.widget, "Gå til Tidsbruk")
    press(qtbot, shell, "Hent de vanlige stegene")
    part_of(shell)
    shell.redraw()
    assert offers(part)
    assert part.empty.isVisible()
    press(qtbot, part.widget, "Skriv inn fra papir")
    shell.redraw()
    assert len(shell.session.plan.mapping.responses) == 1
    assert part.each.isVisible()
    assert not offers(part)


def test_a_form_taken_away_takes_its_answers(qtbot: QtBot, shell: Shell, part: AnswersPart) -> None:
    press(qtbot, part.widget, "Se hvert skjema")
    before = len(shell.session.plan.mapping.responses)
    buttons = [one for one in part.each.findChildren(QPushButton) if one.text() == "Fjern skjemaet"]
    assert len(buttons) == 1
    press(qtbot, part.widget, "Fjern skjemaet")
    assert len(shell.session.plan.mapping.responses) == before - 1
