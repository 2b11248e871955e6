"""The user's hands: typing, choosing, pressing and answering dialogs, found by what stands on the screen."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from digisos_wizard.model.address import Address
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.form.field import Field
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.tables.grid import Grid

W = TypeVar("W", bound=QWidget)


def fields(view: StepPart) -> Iterator[Field]:
    """Yield every field of a part, also those that wait behind links and those beside it."""
    of_forms = [found for form in view.forms for found in form.fields.values()]
    yield from {id(found): found for found in (*view.widget.findChildren(Field), *of_forms)}.values()


def field(view: StepPart, path: str) -> Field:
    """Return the first field of a part whose address ends with a dotted path."""
    wanted = tuple(path.split("."))
    return next(found for found in fields(view) if found.address[-len(wanted) :] == wanted)


def field_at(view: StepPart, address: Address) -> Field:
    """Return the field at an address, after jumping to it as a link would."""
    assert view.focus(address), address
    return next(found for found in fields(view) if found.address == address)


def cursor_in(found: Field) -> bool:
    """Tell whether the cursor is in a field, whether or not its window is the active one."""
    return found.window().focusWidget() in found.control.targets()


def come_to(shell: Shell, step: StepKey, address: Address) -> Field:
    """Return the field at an address after going there as a link does, in whatever part of the step it stands."""
    shell.goto(step, address)
    QApplication.processEvents()  # what was unfolded for it is shown a moment later
    found = [one for one in fields(shell.view(shell.here)) if one.address == address and one.isVisible()]
    assert found, f"{address} is not on screen at {shell.here}"
    return found[0]


def enter_at(qtbot: QtBot, shell: Shell, step: StepKey, address: Address, text: str) -> None:
    """Go to an address as a link does, and type there: in a field or in a cell."""
    shell.goto(step, address)
    view = shell.view(shell.here)
    if any(has_cell(grid, address) for grid in grids(view)):
        type_in_cell(qtbot, view, address, text)
    else:
        type_into(qtbot, come_to(shell, step, address), text)
    shell.redraw()


def choose_at(qtbot: QtBot, shell: Shell, step: StepKey, address: Address, words: str) -> None:
    """Go to an address as a link does, and choose the answer with those words: at a field or in a cell."""
    shell.goto(step, address)
    view = shell.view(shell.here)
    if any(has_cell(grid, address) for grid in grids(view)):
        choose_in_cell(qtbot, view, address, words)
    else:
        choose(qtbot, come_to(shell, step, address), words)
    shell.redraw()


def has_cell(grid: Grid, address: Address) -> bool:
    """Tell whether a value is typed or chosen in a grid."""
    return any(cell.place == address for row in grid.rows_model.rows for cell in row.cells)


def grids(part: StepPart) -> Sequence[Grid]:
    """Return the grids of a part, those of its lists and details among them."""
    return part.widget.findChildren(Grid)


def cell_at(part: StepPart, address: Address) -> tuple[Grid, QModelIndex]:
    """Return the grid and the cell in which the value at an address is typed or chosen, and come there."""
    for grid in grids(part):
        for row, shown in enumerate(grid.rows_model.rows):
            for column, cell in enumerate(shown.cells):
                if cell.place == address:
                    index = grid.rows_model.index(row, column)
                    grid.setCurrentIndex(index)
                    grid.setFocus()
                    return grid, index
    raise AssertionError(address)


def row_of(part: StepPart, row_id: str) -> Grid:
    """Return the grid that has a row, after coming to it."""
    found = next(grid for grid in grids(part) if grid.go_to(row_id))
    found.setFocus()
    return found


def type_in_cell(qtbot: QtBot, part: StepPart, address: Address, text: str) -> None:
    """Type in a cell as a user would: come to it, write, and leave it with Enter."""
    grid, index = cell_at(part, address)
    grid.window().activateWindow()
    QTest.qWaitForWindowActive(grid.window())
    grid.setFocus()
    grid.edit(index)
    editor = grid.window().focusWidget()  # whether or not the window is the active one
    assert isinstance(editor, QLineEdit), address
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt leaves a cell a moment after Enter
    left = QApplication.focusWidget()
    if isinstance(left, QLineEdit) and grid.isAncestorOf(left):  # Enter went on to the row below
        qtbot.keyClick(left, Qt.Key.Key_Escape)


def choose_in_cell(qtbot: QtBot, part: StepPart, address: Address, words: str) -> None:
    """Choose in a cell as the keyboard does: Space shows the choices, and one of them is taken."""
    grid, _index = cell_at(part, address)
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), address
    action = next(one for one in menu.actions() if words in one.text())
    menu.setActiveAction(action)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def name_person(name: str) -> None:
    """Answer the next question about a new person's name."""

    def answer(dialog: QInputDialog) -> None:
        dialog.setTextValue(name)
        dialog.accept()

    when_asked(QInputDialog, answer)


def type_into(qtbot: QtBot, found: Field, text: str) -> None:
    """Type as a user would: select all, write."""
    line = found.control.widget
    assert isinstance(line, QLineEdit | QPlainTextEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def choose(qtbot: QtBot, found: Field, words: str) -> None:
    """Choose the answer with those words: in a drop-down, or among buttons to pick or tick."""
    widget = found.control.widget
    if isinstance(widget, QComboBox):
        pick(widget, words)
        return
    targets = [target for target in found.control.targets() if isinstance(target, QAbstractButton)]
    wanted = next(target for target in targets if words in (target.text() or target.accessibleName()))
    # Beside the words, on the mark: a box stretches further than its text.
    qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton, pos=QPoint(10, wanted.height() // 2))


def pick(box: QComboBox, words: str) -> None:
    """Pick the first entry of a drop-down with those words, as by its list."""
    index = next(position for position in range(box.count()) if words in box.itemText(position))
    box.setCurrentIndex(index)
    box.activated.emit(index)


def press(qtbot: QtBot, root: QWidget, words: str) -> None:
    """Press the first visible button whose text or name is these words."""
    found = [
        one
        for one in root.findChildren(QAbstractButton)
        if one.isVisible() and words in (one.text().replace("&", ""), one.accessibleName())
    ]
    assert found, f"no button {words!r}"
    assert found[0].isEnabled(), f"{words!r} is not enabled"
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def when_asked(kind: type[W], answer: Callable[[W], object]) -> None:
    """Answer the next dialog of a kind as soon as it is on the screen."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            answer(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def choose_file(path: Path) -> None:
    """Answer the next file dialog with a path, whether it asks for a file or a folder."""

    def answer(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(str(path))
        dialog.accept()

    when_asked(QFileDialog, answer)


def choose_answer(words: str) -> None:
    """Answer the next question with the button of those words."""

    def answer(box: QMessageBox) -> None:
        next(button for button in box.buttons() if button.text().replace("&", "") == words).click()

    when_asked(QMessageBox, answer)


def open_row(qtbot: QtBot, grid: Grid, words: str) -> None:
    """Come to the first row with those words in its title, and open it with Enter."""
    row = next(one for one in grid.rows_model.rows if words in one.title)
    assert grid.isVisible()
    assert grid.go_to(row.row_id)
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Return)
