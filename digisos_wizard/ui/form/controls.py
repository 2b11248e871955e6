"""One control per kind of field, all with the same face: text in, text out, and a signal that only the user causes."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from digisos_wizard.ui.widgets.look.completing import completer

MOST = 16_777_215
"""Qt's word for no limit to a height."""


class Control(QObject):
    """What a field needs of its control: `edited` only when the user changes it, `left` when the focus goes.

    `beside`: the question stands to the left of it instead of above.
    """

    beside: ClassVar[bool] = False
    edited = Signal(str)
    left = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget

    def text(self) -> str:
        """Return the value as text."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Show a value without a signal."""
        raise NotImplementedError

    def cursor_to_end(self) -> None:
        """Put the cursor behind the last letter, where there is one."""

    def begin_low(self) -> None:
        """Begin with little height, where it grows with what is written."""

    def meaning(self) -> str:
        """Return what the value means, where it needs more words than its own."""
        return ""

    def be_called(self, name: str) -> None:
        """Take the name that a screen reader says; where there are several widgets, each with its own words."""
        targets = self.targets()
        for target in targets:
            own = target.property("text")
            target.setAccessibleName(f"{name}: {own}" if len(targets) > 1 and own else name)
        self.widget.setAccessibleName(name)

    def fill(self, least: int) -> None:
        """Take all the height there is and at least so many lines, where more than one can be written."""

    def targets(self) -> Sequence[QWidget]:
        """Return the widgets that take the focus and the accessible name."""
        return (self.widget,)


class _Undoable(QObject):
    """Hands Ctrl+Z and Ctrl+Y on to the program, instead of to the field's own undo."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the field's own undo, so that the shortcut reaches the window."""
        if (
            event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            and isinstance(event, QKeyEvent)
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class _Leaving(QObject):
    """Tells when a widget loses the focus for good (not to its own menu)."""

    left = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch for the focus going away."""
        if (
            event.type() == QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and event.reason() != Qt.FocusReason.PopupFocusReason
        ):
            self.left.emit()
        return super().eventFilter(watched, event)


def watch(control: Control, widget: QWidget) -> None:
    """Let a control tell when the focus leaves one of its widgets."""
    leaving = _Leaving(widget)
    leaving.left.connect(control.left)
    widget.installEventFilter(leaving)


class LineControl(Control):
    """A line of text: also numbers, money and dates, read when typed and never changed under the cursor."""

    def __init__(self, suggestions: Sequence[str] = ()) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.line.installEventFilter(_Undoable(self.line))
        self.line.textEdited.connect(self.edited)
        watch(self, self.line)
        if suggestions:
            offered = completer(suggestions, self.line)
            offered.activated.connect(self.edited)
            self.line.setCompleter(offered)

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Show a text, where it differs."""
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)  # a text longer than the line shows its beginning

    def cursor_to_end(self) -> None:
        """Put the cursor behind the last letter."""
        self.line.end(False)


class TextArea(QPlainTextEdit):
    """A text area that grows with its text, or takes all the height there is; Tab goes on to the next field."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self._least = lines
        self._fills = False
        self.textChanged.connect(self._grow)
        self._grow()

    def begin_with(self, lines: int) -> None:
        """Be so many lines high at least."""
        self._least = lines
        self._grow()

    def fill(self, least: int) -> None:
        """Take all the height there is from now on, and never less than so many lines."""
        self._fills, self._least = True, least
        self.setMinimumHeight(self._height(self._least))
        self.setMaximumHeight(MOST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Ask for the least where it takes what is left."""
        return QSize(200, self._height(self._least)) if self._fills else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Need no more than the least where it takes what is left."""
        return self.sizeHint() if self._fills else super().minimumSizeHint()

    def _height(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + 26

    def _grow(self) -> None:
        if not self._fills:
            self.setFixedHeight(self._height(min(max(self._least, int(self.document().size().height())), 14)))


class AreaControl(Control):
    """Several lines of text."""

    def __init__(self) -> None:
        self.area = TextArea()
        super().__init__(self.area)
        self._quiet = False
        self.area.setUndoRedoEnabled(False)
        self.area.installEventFilter(_Undoable(self.area))
        self.area.textChanged.connect(self._changed)
        watch(self, self.area)

    def text(self) -> str:
        """Return what is typed."""
        return self.area.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text, where it differs, without telling anybody."""
        if self.area.toPlainText() != text:
            self._quiet = True
            self.area.setPlainText(text)
            self._quiet = False

    def cursor_to_end(self) -> None:
        """Put the cursor behind the last letter."""
        self.area.moveCursor(QTextCursor.MoveOperation.End)

    def begin_low(self) -> None:
        """Begin with one line."""
        self.area.begin_with(1)

    def fill(self, least: int) -> None:
        """Take all the height there is."""
        self.area.fill(least)

    def _changed(self) -> None:
        if not self._quiet:
            self.edited.emit(self.text())
