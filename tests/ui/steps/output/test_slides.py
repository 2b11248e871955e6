"""Lederpakken: slides are picked, ordered and written anew, and each is seen as the room sees it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digisos_wizard.export import export
from digisos_wizard.export.pdfium import page_text
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.output.slides import SLIDES, SlidesPart
from tests.ui.hands import field_at, press, type_into

HERE = Place(StepKey.OUTPUT, "slides")
LATER = 20_000


@pytest.fixture
def part(make_shell: Callable[[Document], Shell]) -> SlidesPart:
    """The part on an empty plan, where the usual slides are shown."""
    shell = make_shell(Document())
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, SlidesPart)
    return found


def chosen(part: SlidesPart) -> list[str]:
    """Return the slides that the plan holds, by their content's ids."""
    return [one.slide for one in part.desk.session.plan.workshop.slides]


def usual(part: SlidesPart) -> list[str]:
    """Return the usual slides."""
    return [spec.id for spec in part.desk.content.slides if spec.usual]


def test_ticks_take_slides_away_and_back(qtbot: QtBot, part: SlidesPart) -> None:
    first, *rest = usual(part)
    part.grid.go_to(first)
    qtbot.keyClick(part.grid, Qt.Key.Key_Space)
    assert chosen(part) == rest
    assert part.desk.session.undo_label == "Fjernet lysbilde"
    other = next(one.row_id for one in part.grid.rows_model.rows if one.ticked is False)
    part.grid.go_to(other)
    qtbot.keyClick(part.grid, Qt.Key.Key_Space)
    assert chosen(part) == [*rest, other]
    press(qtbot, part.widget, "Tilbake til standardutvalget")
    part.render(part.desk.figures)
    assert chosen(part) == []
    assert [one.row_id for one in part.grid.rows_model.rows if one.ticked] == usual(part)


def test_a_slide_is_moved_with_the_keyboard_and_stays_the_one_where_one_is(qtbot: QtBot, part: SlidesPart) -> None:
    window = part.widget.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first, second, *rest = usual(part)
    part.grid.setFocus()
    part.grid.go_to(second)
    qtbot.keyClick(part.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert chosen(part) == [second, first, *rest]
    found = part.list.open_found
    assert found is not None
    assert found.address == (*SLIDES, part.desk.session.plan.workshop.slides[0].id)
    qtbot.keyClick(part.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert chosen(part) == [second, first, *rest], "it is at the top"


def test_own_words_take_the_place_of_the_packages(qtbot: QtBot, part: SlidesPart) -> None:
    session = part.desk.session
    part.tabs.buttons["written"].click()
    press(qtbot, part.widget, "Velg og endre selv")
    rows = session.plan.workshop.slides
    assert [one.slide for one in rows] == usual(part)
    with qtbot.waitSignal(part.paper.maker.made, timeout=LATER):
        type_into(qtbot, field_at(part, (*SLIDES, rows[0].id, "title")), "Velkommen til oss")
        part.render(part.desk.figures)
    qtbot.waitUntil(lambda: bool(part.paper.pages.sizes))
    assert "Velkommen til oss" in page_text(part.paper.pages.data, 0)
    assert "Velkommen til oss" in page_text(export("slides-pdf").build(session.figures), 0)
    assert part.grid.rows_model.rows[1].cells[0].text == "1. Velkommen til oss"
    session.undo()
    part.render(part.desk.figures)
    assert part.grid.rows_model.rows[1].cells[0].text != "1. Velkommen til oss"


def test_an_own_slide_is_written_at_once(qtbot: QtBot, part: SlidesPart) -> None:
    press(qtbot, part.widget, "Eget lysbilde")
    (*_usual, own) = part.desk.session.plan.workshop.slides
    assert own.slide == ""
    assert part.texts.isVisible()
    assert part.texts.base == (*SLIDES, own.id)
