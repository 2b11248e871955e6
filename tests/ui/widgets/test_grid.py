"""A grid that is typed in: keys, pasting, what can't be read, and what an outside client does."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.model.address import Address
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, Way, heading


class Numbers:
    """Two numbers for each of three steps, and whoever shows them."""

    def __init__(self) -> None:
        self.values: dict[Address, str] = {(name, side): "" for name in "abc" for side in ("paper", "digital")}
        self.pasted: list[tuple[Address, str]] = []
        self.show: Callable[[], None] = lambda: None

    def enter(self, address: Address, text: str) -> None:
        self.values[address] = text
        self.show()

    def paste(self, found: object) -> None:
        self.pasted = list(found)  # type: ignore[call-overload] # a sequence of address and text
        for address, text in self.pasted:
            self.values[address] = text
        self.show()

    def rows(self) -> list[Row]:
        def typed(name: str, side: str) -> Cell:
            text = self.values[name, side]
            wrong = "Skriv et tall." if text and not text.isdigit() else ""
            return Cell(text, way=Way.TYPED, place=(name, side), wrong=wrong)

        rows = [heading("Mottaket", columns=3)]
        rows += [Row(name, (name,), (Cell(name), typed(name, "paper"), typed(name, "digital"))) for name in "abc"]
        return [*rows, Row("sum", (), (Cell("Sum"), Cell("0"), Cell("0")), total=True, opens=False)]


@pytest.fixture
def numbers() -> Numbers:
    return Numbers()


@pytest.fixture
def grid(qtbot: QtBot, numbers: Numbers) -> Iterator[Grid]:
    columns = (Column("Steg", 3), Column("Papir", 1, 80, numeric=True), Column("Digitalt", 1, 80, numeric=True))
    made = Grid(GridParts("Minutter", columns, numbers.enter, paste=numbers.paste))
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.addWidget(made)
    layout.addWidget(QPushButton("Etter"))
    qtbot.addWidget(holder)
    holder.resize(600, 400)
    numbers.show = lambda: made.show_rows(numbers.rows())
    numbers.show()
    holder.show()
    qtbot.waitExposed(holder)
    yield made
    holder.close()


def line(grid: Grid) -> QLineEdit:
    """Return the line that is typed in."""
    found = next((one for one in grid.viewport().findChildren(QLineEdit) if one.isVisible()), None)
    assert found is not None
    return found


def test_typing_goes_across_with_tab_and_down_with_enter(qtbot: QtBot, grid: Grid, numbers: Numbers) -> None:
    assert grid.focus(("a", "paper"))
    qtbot.keyClicks(grid, "4")
    qtbot.keyClicks(line(grid), "0")
    qtbot.keyClick(line(grid), Qt.Key.Key_Tab)
    qtbot.keyClicks(line(grid), "1")
    qtbot.keyClick(line(grid), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: grid.currentIndex().row() == 2)
    qtbot.keyClicks(line(grid), "7")
    assert {key: text for key, text in numbers.values.items() if text} == {
        ("a", "paper"): "40",
        ("a", "digital"): "1",
        ("b", "digital"): "7",
    }


def test_escape_takes_back_what_was_typed_in_the_cell(qtbot: QtBot, grid: Grid, numbers: Numbers) -> None:
    numbers.enter(("b", "paper"), "12")
    grid.focus(("b", "paper"))
    qtbot.keyClicks(grid, "9")
    assert numbers.values["b", "paper"] == "9"
    qtbot.keyClick(line(grid), Qt.Key.Key_Escape)
    assert numbers.values["b", "paper"] == "12"


def test_tab_leaves_the_grid_after_its_last_cell_and_before_its_first(qtbot: QtBot, grid: Grid) -> None:
    after = grid.window().findChild(QPushButton)
    grid.focus(("a", "paper"))
    grid.setFocus()
    for _cell in range(6):
        focused = QGuiApplication.focusObject()
        assert isinstance(focused, QWidget)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: QGuiApplication.focusObject() is after)


def test_a_paste_from_a_spreadsheet_is_one_step_and_keeps_what_cannot_be_read(
    qtbot: QtBot, grid: Grid, numbers: Numbers
) -> None:
    QGuiApplication.clipboard().setText("4\t1\n12\tto\n8\t0\n9\t9\n")
    grid.focus(("a", "paper"))
    qtbot.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(numbers.pasted) == 6
    assert numbers.values["b", "digital"] == "to"
    index = grid.rows_model.index(2, 2)
    assert grid.rows_model.data(index, Qt.ItemDataRole.ToolTipRole) == "Skriv et tall."


def test_a_cell_says_its_column_value_and_what_is_wrong(grid: Grid, numbers: Numbers) -> None:
    numbers.enter(("a", "paper"), "ti")
    table = QAccessible.queryAccessibleInterface(grid)
    names = [table.child(position).text(QAccessible.Text.Name) for position in range(table.childCount())]
    assert "Papir, ti, Skriv et tall." in names
    assert "Digitalt, tom" in names


def test_what_a_script_sets_the_plan_hears(grid: Grid, numbers: Numbers) -> None:
    assert grid.rows_model.setData(grid.rows_model.index(1, 1), "15")
    assert numbers.values["a", "paper"] == "15"
    assert not grid.rows_model.setData(grid.rows_model.index(1, 0), "Nei")


def test_the_wheel_and_passing_by_change_nothing(qtbot: QtBot, grid: Grid, numbers: Numbers) -> None:
    grid.focus(("a", "paper"))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(grid, key)
    assert not any(numbers.values.values())


def test_the_place_stays_with_its_row_when_rows_come(grid: Grid, numbers: Numbers) -> None:
    grid.go_to("c", 1)
    grid.show_rows([Row("new", ("new",), (Cell("Ny"),)), *numbers.rows()])
    assert grid.current_row is not None
    assert grid.current_row.row_id == "c"


def test_columns_without_room_fold_into_the_second_line(qtbot: QtBot) -> None:
    made = Grid(GridParts("Liste", (Column("Navn", 1), Column("Eier", 1, 120, folds=True))))
    qtbot.addWidget(made)
    made.show_rows([Row("a", ("a",), (Cell("Raskere svar"), Cell("Kari Eksempel")))])
    made.resize(900, 300)
    made.show()
    assert not made.isColumnHidden(1)
    wide = made.rowHeight(0)
    made.resize(400, 300)
    assert made.isColumnHidden(1)
    assert made.rowHeight(0) > wide


@pytest.fixture
def ticks(qtbot: QtBot) -> Iterator[Grid]:
    """A list to tick in."""
    on: set[str] = {"b"}

    def show() -> None:
        rows = [Row(name, (name,), (Cell(name),), ticked=name in on) for name in "abc"]
        made.show_rows([heading("Gruppe"), *rows])

    def tick(row_id: str, ticked: bool) -> None:
        (on.add if ticked else on.discard)(row_id)
        show()

    made = Grid(GridParts("Valg", (Column("Hva", 1),), tick=tick, header=False))
    qtbot.addWidget(made)
    made.resize(300, 300)
    show()
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def ticked(grid: Grid) -> list[str]:
    """Return what is ticked."""
    return [row.row_id for row in grid.rows_model.rows if row.ticked]


def test_space_and_a_click_on_the_box_tick_and_a_click_beside_it_opens(qtbot: QtBot, ticks: Grid) -> None:
    ticks.go_to("a")
    qtbot.keyClick(ticks, Qt.Key.Key_Space)
    assert ticked(ticks) == ["a", "b"]
    opened: list[str] = []
    ticks.opened.connect(opened.append)
    place = ticks.visualRect(ticks.rows_model.index(3, 0))
    qtbot.mouseClick(ticks.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(14, place.height() // 2))
    assert (ticked(ticks), opened) == (["a", "b", "c"], [])
    qtbot.mouseClick(ticks.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert (ticked(ticks), opened) == (["a", "b", "c"], ["c"])


def test_a_box_is_said_and_ticked_from_outside(ticks: Grid) -> None:
    model = ticks.rows_model
    first, second = model.index(1, 0), model.index(2, 0)
    assert model.data(second, Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    assert first.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert model.setData(first, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert ticked(ticks) == ["a", "b"]
    assert model.data(model.index(0, 0), Qt.ItemDataRole.CheckStateRole) is None, "a heading has no box"


def test_arrows_go_past_headings_and_stay_at_the_ends(qtbot: QtBot, ticks: Grid) -> None:
    ticks.go_to("a")
    for key, row_id in ((Qt.Key.Key_Up, "a"), (Qt.Key.Key_Down, "b"), (Qt.Key.Key_Down, "c"), (Qt.Key.Key_Down, "c")):
        qtbot.keyClick(ticks, key)
        assert ticks.current_row is not None
        assert ticks.current_row.row_id == row_id
