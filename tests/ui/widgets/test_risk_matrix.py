"""The risk matrix: walked with the arrows, opened with Enter, and told in words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from digisos_wizard.model.rules.privacy.risks import Cell, level_of
from digisos_wizard.ui.widgets.charts.risk_matrix import RiskMatrix
from digisos_wizard.ui.widgets.charts.risk_matrix_model import Matrix

LIMIT = 9
LIKELY = ("Svært lite", "Lite", "Mulig", "Sannsynlig", "Svært sannsynlig")
SERIOUS = ("Ubetydelig", "Liten", "Moderat", "Alvorlig", "Svært alvorlig")
CELLS = tuple(
    Cell(likely, serious, level_of(likely * serious, LIMIT), ("r1", "r2") if (likely, serious) == (5, 2) else ())
    for likely in range(5, 0, -1)
    for serious in range(1, 6)
)


@pytest.fixture
def matrix(qtbot: QtBot) -> Iterator[RiskMatrix]:
    made = RiskMatrix()
    qtbot.addWidget(made)
    made.show_matrix(Matrix(CELLS, LIKELY, SERIOUS, now=(3, 4), after=(2, 3)))
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def test_the_arrows_walk_the_cells_and_stop_at_the_edges(qtbot: QtBot, matrix: RiskMatrix) -> None:
    view = matrix.view
    view.setCurrentIndex(view.matrix_model.index(0, 0))
    for key, place in (
        (Qt.Key.Key_Left, (0, 0)),
        (Qt.Key.Key_Up, (0, 0)),
        (Qt.Key.Key_Right, (0, 1)),
        (Qt.Key.Key_Left, (0, 0)),
        (Qt.Key.Key_Down, (1, 0)),
    ):
        qtbot.keyClick(view, key)
        assert (view.currentIndex().row(), view.currentIndex().column()) == place, key


def test_enter_opens_the_risks_of_a_cell(qtbot: QtBot, matrix: RiskMatrix) -> None:
    matrix.view.setCurrentIndex(matrix.view.matrix_model.index(0, 1))
    with qtbot.waitSignal(matrix.picked) as told:
        qtbot.keyClick(matrix.view, Qt.Key.Key_Return)
    assert told.args == [("r1", "r2")]


def test_every_cell_says_place_level_count_and_mark(matrix: RiskMatrix) -> None:
    table = QAccessible.queryAccessibleInterface(matrix.view)
    names = [table.child(position).text(QAccessible.Text.Name) for position in range(table.childCount())]
    assert "Svært sannsynlig, Liten, over grensen, 2 andre risikoer" in names
    assert "Mulig, Alvorlig, over grensen, 0 andre risikoer, nå" in names
    assert "Lite, Moderat, lav, 0 andre risikoer, etter" in names
    assert matrix.view.accessibleDescription() == "Nå: Mulig, Alvorlig. Etter tiltakene: Lite, Moderat"


def test_nothing_scrolls_and_tab_leaves(qtbot: QtBot, matrix: RiskMatrix) -> None:
    assert matrix.view.verticalScrollBar().maximum() == 0
    assert matrix.view.horizontalScrollBar().maximum() == 0
    assert not matrix.view.tabKeyNavigation()
    del qtbot
