"""Panels behind each other, with a button for each; Ctrl and a digit brings one forward."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.ui.widgets.look.basics import button, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

Panel = tuple[str, QWidget]


class Tabs(QWidget):
    """Shows one panel at a time; each scrolls when it is higher than the room."""

    def __init__(self, panels: Sequence[Panel]) -> None:
        super().__init__()
        self._titles = [title for title, _panel in panels]
        self.stack = QStackedWidget()
        self.buttons: list[QPushButton] = []
        for number, (title, panel) in enumerate(panels):
            self.stack.addWidget(scrolling(panel))
            chooser = button(title, Look.QUIET, partial(self.bring, number))
            chooser.setCheckable(True)
            chooser.setToolTip(_("{title} (Ctrl+{number})").format(title=title, number=number + 1))
            self.buttons.append(chooser)
            QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self, partial(self.bring, number))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row(*self.buttons, None, spacing=4))
        layout.addWidget(self.stack, 1)
        self._mark()

    def bring(self, number: int) -> None:
        """Bring a panel forward, and the cursor into its first field."""
        self.stack.setCurrentIndex(number)
        self._mark()
        panel = self.stack.currentWidget()
        parts = panel.findChildren(QWidget) if panel is not None else []
        first = next((part for part in parts if _takes_text(part)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def count(self, number: int, entries: int) -> None:
        """Tell in a button how much its panel holds."""
        title = self._titles[number]
        set_text(self.buttons[number], f"{title} ({entries})" if entries else title)

    def _mark(self) -> None:
        for number, chooser in enumerate(self.buttons):
            chooser.setChecked(number == self.stack.currentIndex())


def scrolling(part: QWidget) -> QScrollArea:
    """Return a part that scrolls when there is too little room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    part.setContentsMargins(2, 2, 10, 2)
    area.setWidget(part)
    return area


def _takes_text(part: QWidget) -> bool:
    return (
        part.isVisible()
        and part.isEnabled()
        and bool(part.focusPolicy() & Qt.FocusPolicy.ClickFocus)
        and (part.inherits("QLineEdit") or part.inherits("QPlainTextEdit"))
    )
