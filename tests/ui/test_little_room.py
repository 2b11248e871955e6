"""Little height, little width or large text: everything is still seen, and nothing is pressed together."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.content.locate import resources
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.storage import planfile
from digisos_wizard.ui.pictures import settle
from digisos_wizard.ui.places import LOOKUP, Place, places
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.widgets.look import dress
from digisos_wizard.ui.widgets.look.basics import button
from digisos_wizard.ui.widgets.look.flow import flow
from digisos_wizard.ui.widgets.look.theme import Look
from tests.ui.hands import press

SIZES = [(1366, 768), (1024, 640)]
LARGE, LARGEST = 1.5, 2.0


@pytest.fixture
def scaled(dressed: QApplication) -> Iterator[Callable[[float], None]]:
    """How the text is made larger; afterwards it is as before.

    Asked for before the windows are, so that none of them is laid out once more on its way out.
    """
    yield dress.apply
    dress.apply()


def first_places(document: Document) -> list[Place]:
    """Return the first place of every step."""
    return list({place.step: place for place in reversed(places(document.plan))}.values())[::-1]


@pytest.mark.parametrize("size", [(1366, 768), (1366, 688)])
def test_all_steps_with_the_parts_of_one_are_seen_at_once(
    make_shell: Callable[[Document], Shell], example: Document, size: tuple[int, int]
) -> None:
    shell = make_shell(example)
    shell.resize(*size)
    for place in first_places(example):
        shell.show_place(place)
        QApplication.processEvents()
        assert shell.rail.verticalScrollBar().maximum() == 0, place
        for row in shell.rail.buttons:
            assert row.height() >= row.fontMetrics().lineSpacing()


@pytest.mark.parametrize("scale", [1.0, LARGE, LARGEST])
@pytest.mark.parametrize("name", ["hamar", "vertskommune"])
def test_no_title_in_the_rail_is_cut(
    scaled: Callable[[float], None], make_shell: Callable[[Document], Shell], name: str, scale: float
) -> None:
    scaled(scale)
    document = planfile.read(resources() / "examples" / f"{name}.digisos").document
    shell = make_shell(document)
    shell.resize(1366, 768)
    for place in first_places(document):
        shell.show_place(place)
        if shell.rail.isHidden():
            shell.top.rail.click()
        QApplication.processEvents()
        assert shell.rail.isVisible()
        assert not [row.text() for row in shell.rail.buttons if row.isVisible() and row.is_cut], place


def test_with_the_largest_text_the_rail_stands_behind_a_button(
    qtbot: QtBot, scaled: Callable[[float], None], shell: Shell
) -> None:
    assert not shell.top.rail.isVisible()
    scaled(LARGEST)
    shell.show_step(StepKey.ROLES)
    shell.resize(1365, 768)
    QApplication.processEvents()
    assert not shell.rail.isVisible()
    press(qtbot, shell, "Steg og deler")
    assert shell.rail.isVisible()
    qtbot.mouseClick(shell.rail.button(StepKey.DECISION.value), Qt.MouseButton.LeftButton)
    assert shell.current is StepKey.DECISION
    assert not shell.rail.isVisible(), "where one has chosen, the place needs the room"


def test_with_height_enough_the_steps_are_no_higher_than_is_comfortable(shell: Shell) -> None:
    shell.resize(1366, 1400)
    QApplication.processEvents()
    step = shell.rail.button(StepKey.DECISION.value)
    assert step.height() == step.sizeHint().height() < 1400 / len(shell.rail.buttons)


@pytest.mark.parametrize("size", SIZES)
def test_the_bars_are_readable_with_large_text(
    scaled: Callable[[float], None], make_shell: Callable[[Document], Shell], example: Document, size: tuple[int, int]
) -> None:
    scaled(LARGE)
    shell = make_shell(example)
    shell.resize(*size)
    for place in (*places(example.plan), LOOKUP):
        shell.show_place(place)
        QApplication.processEvents()
        assert shell.width() == size[0], "nothing makes the window wider than the screen"
        for bar in (shell.top, shell.bottom):
            for part in bar.findChildren(QAbstractButton):
                if part.isVisible() and not isinstance(part.parent(), QLineEdit):
                    assert part.width() >= part.sizeHint().width(), part.text()


@pytest.mark.parametrize("key", [StepKey.OUTPUT, StepKey.WORKSHOP, StepKey.CHECKLIST, StepKey.CONNECTION])
def test_buttons_are_whole_with_large_text(
    scaled: Callable[[float], None],
    make_shell: Callable[[Document], Shell],
    example: Document,
    dressed: QApplication,
    key: StepKey,
) -> None:
    scaled(LARGE)
    shell = make_shell(example)
    shell.show_step(key)
    settle(dressed)
    pressed = [
        part.text()
        for part in shell.view(shell.here).widget.findChildren(QAbstractButton)
        if part.isVisible() and part.property("look") and part.width() < part.sizeHint().width()
    ]
    assert pressed == []


def test_a_flow_goes_on_on_a_new_line_and_leaves_out_what_is_hidden(qtbot: QtBot, dressed: QApplication) -> None:
    del dressed
    holder = QWidget()
    qtbot.addWidget(holder)
    parts = [button(words, Look.SECONDARY, lambda: None) for words in ("Lagre som én PDF", "Skriv ut", "Forhåndsvis")]
    holder.setLayout(flow(*parts))
    holder.resize(600, 60)
    holder.show()
    assert len({part.y() for part in parts}) == 1
    parts[1].hide()
    QApplication.processEvents()
    assert parts[2].x() == parts[0].width() + 12
    parts[1].show()
    holder.resize(parts[0].sizeHint().width() + 20, 300)
    QApplication.processEvents()
    assert [part.x() for part in parts] == [0, 0, 0]
    assert parts[0].y() < parts[1].y() < parts[2].y()
