"""A list to tick in: found by search and group, ticked anywhere on the row, handed on in order."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from pytestqt.qtbot import QtBot

from digisos_wizard.ui.widgets.tables.pick_many import Pick, PickMany

PICKS = (
    Pick("a", "Tilgang", "For vid", "Personen"),
    Pick("b", "Fritekst", "For mye", "Personen", ticked=True, fixed=True, beside="Lagt til"),
    Pick("c", "Strøm", "Borte", "Sikkerheten"),
)


class Given:
    """What was handed on."""

    def __init__(self) -> None:
        self.keys: list[Sequence[str]] = []


@pytest.fixture
def given() -> Given:
    return Given()


@pytest.fixture
def picks(qtbot: QtBot, given: Given) -> Iterator[PickMany]:
    made = PickMany(
        "Risikoer", lambda count: f"Legg til {count}", given.keys.append, filters=("Personen", "Sikkerheten")
    )
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show_picks(PICKS)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def found(picks: PickMany) -> list[str]:
    model = picks.tree.model()
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(model.index(row, 0, group).data()) for group in groups for row in range(model.rowCount(group))]


def index_of(picks: PickMany, words: str) -> QModelIndex:
    model = picks.tree.model()
    for row in range(model.rowCount()):
        group = model.index(row, 0)
        for inside in range(model.rowCount(group)):
            if model.index(inside, 0, group).data() == words:
                return model.index(inside, 0, group)
    raise AssertionError(words)


def test_words_are_looked_for_in_all_that_is_said(picks: PickMany) -> None:
    assert found(picks) == ["Tilgang", "Fritekst", "Strøm"]
    picks.search.setText("borte")
    assert found(picks) == ["Strøm"]
    picks.search.setText("finnes ikke")
    assert found(picks) == []


def test_a_group_is_seen_alone_and_says_how_many(qtbot: QtBot, picks: PickMany) -> None:
    assert [one.text() for one in picks.chips.buttons.values()] == ["Alle 3", "Personen 2", "Sikkerheten 1"]
    qtbot.mouseClick(picks.chips.buttons["Sikkerheten"], Qt.MouseButton.LeftButton)
    assert found(picks) == ["Strøm"]


def test_a_row_is_ticked_wherever_it_is_clicked_and_the_act_says_how_many(
    qtbot: QtBot, picks: PickMany, given: Given
) -> None:
    assert not picks.act.isEnabled()
    for words, across in (("Strøm", 200), ("Tilgang", 10), ("Fritekst", 200)):
        place = picks.tree.visualRect(index_of(picks, words))
        qtbot.mouseClick(picks.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(across, place.center().y()))
    assert picks.ticked() == ["a", "c"], "what is fixed can't be ticked"
    assert picks.act.text() == "Legg til 2"
    qtbot.mouseClick(picks.act, Qt.MouseButton.LeftButton)
    assert given.keys == [["a", "c"]]
    qtbot.mouseClick(picks.none, Qt.MouseButton.LeftButton)
    assert not picks.ticked()


def test_the_keyboard_ticks_with_space(qtbot: QtBot, picks: PickMany) -> None:
    picks.tree.setCurrentIndex(index_of(picks, "Tilgang"))
    qtbot.keyClick(picks.tree, Qt.Key.Key_Space)
    assert picks.ticked() == ["a"]


def test_what_is_ticked_stays_ticked_while_one_searches(picks: PickMany) -> None:
    picks.tick("a")
    picks.search.setText("strøm")
    assert picks.ticked() == ["a"]
