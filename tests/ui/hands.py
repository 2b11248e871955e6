"""The user's hands: typing, choosing, pressing and answering dialogs, found by what stands on the screen."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from digisos_wizard.model.address import Address
from digisos_wizard.ui.form.field import Field
from digisos_wizard.ui.page import Page

W = TypeVar("W", bound=QWidget)


def field(page: Page, path: str) -> Field:
    """Return the first field of the page whose address ends with a dotted path."""
    wanted = tuple(path.split("."))
    forms = (*page.forms, *(table.form for table in page.tables if table.form))
    return next(found for form in forms for found in form.fields.values() if found.address[-len(wanted) :] == wanted)


def field_at(page: Page, address: Address) -> Field:
    """Return the field of the page at an address, after jumping to it as a link would."""
    assert page.focus(address), address
    forms = (*page.forms, *(table.form for table in page.tables if table.form))
    return next(found for form in forms for found in form.fields.values() if found.address == address)


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
    wanted = next(target for target in targets if words in target.text())
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
