"""Little height, little width or large text: everything is still seen, and nothing is pressed together."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.parts.flow import flow
from digisos_wizard.ui.parts.rows_view import shared
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.widgets.look import dress
from digisos_wizard.ui.widgets.look.basics import button
from digisos_wizard.ui.widgets.look.theme import Look

SIZES = [(1366, 768), (1024, 640)]
LARGE = 1.5


@pytest.fixture
def scaled(dressed: QApplication) -> Iterator[Callable[[float], None]]:
    """How the text is made larger; afterwards it is as before.

    Asked for before the windows are, so that none of them is laid out once more on its way out.
    """
    yield dress.apply
    dress.apply()


@pytest.mark.parametrize("scale", [1.0, LARGE])
@pytest.mark.parametrize("size", SIZES)
def test_all_steps_are_seen_at_once(
    scaled: Callable[[float], None], make_shell: Callable[[Document], Shell], size: tuple[int, int], scale: float
) -> None:
    scaled(scale)
    shell = make_shell(Document())
    shell.resize(*size)
    QApplication.processEvents()
    assert shell.width() == size[0], "nothing makes the window wider than the screen"
    rail = shell.rail
    assert rail.verticalScrollBar().maximum() == 0
    line = next(iter(rail.steps.values())).fontMetrics().lineSpacing()
    for step in rail.steps.values():
        assert step.height() >= line
        assert rail.viewport().rect().contains(QRect(step.mapTo(rail.viewport(), step.rect().topLeft()), step.size()))


def test_every_page_begins_at_its_top(make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    for key in shell.keys:
        shell.show_step(key)
        QApplication.processEvents()
        assert shell.page(key).widget.verticalScrollBar().value() == 0, key


def test_with_height_enough_the_steps_are_no_higher_than_is_comfortable(shell: Shell) -> None:
    shell.resize(1366, 1400)
    QApplication.processEvents()
    step = shell.rail.steps[StepKey.DECISION]
    assert step.height() == step.sizeHint().height() < 1400 / len(shell.rail.steps)


def test_a_step_too_low_for_its_words_says_them_in_the_tip(
    scaled: Callable[[float], None], make_shell: Callable[[Document], Shell], example: Document
) -> None:
    scaled(LARGE)
    shell = make_shell(example)
    shell.resize(1024, 640)
    QApplication.processEvents()
    assert shell.rail.steps[StepKey.DECISION].toolTip() == "Beslutning: Ferdig"


@pytest.mark.parametrize("size", SIZES)
def test_the_bars_are_readable_with_large_text(
    scaled: Callable[[float], None], make_shell: Callable[[Document], Shell], example: Document, size: tuple[int, int]
) -> None:
    scaled(LARGE)
    shell = make_shell(example)
    shell.resize(*size)
    for key in (StepKey.CHECKLIST, StepKey.WORKSHOP, StepKey.REFERENCE):
        shell.show_step(key)
        QApplication.processEvents()
        for bar in (shell.top, shell.bottom):
            for part in bar.findChildren(QAbstractButton):
                if part.isVisible():
                    assert part.width() >= part.sizeHint().width(), part.text()
        assert "Sjekkliste og signering" in shell.bottom.back.accessibleName() or key is not StepKey.WORKSHOP


@pytest.mark.parametrize("key", [StepKey.OUTPUT, StepKey.WORKSHOP, StepKey.CHECKLIST, StepKey.CONNECTION])
def test_buttons_are_whole_with_large_text(
    scaled: Callable[[float], None], make_shell: Callable[[Document], Shell], example: Document, key: StepKey
) -> None:
    scaled(LARGE)
    shell = make_shell(example)
    shell.show_step(key)
    QApplication.processEvents()
    pressed = [
        part.text()
        for part in shell.page(key).column.findChildren(QAbstractButton)
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


@given(
    st.integers(40, 2000),
    st.lists(st.tuples(st.integers(1, 9), st.integers(0, 200)), min_size=1, max_size=8),
)
def test_a_width_is_shared_whole_and_every_title_has_room_where_all_have(
    width: int, columns: list[tuple[int, int]]
) -> None:
    weights, least = [weight for weight, _least in columns], [least for _weight, least in columns]
    parts = shared(width, weights, least)
    assert sum(parts) == width
    assert all(part >= 0 for part in parts)
    if sum(least) <= width:
        assert all(part >= needed for part, needed in zip(parts, least, strict=True))
