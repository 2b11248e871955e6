"""Links: text that wraps, can be reached with the keyboard, and does something when followed."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from digisos_wizard.ui import theme


class Link(QLabel):
    """A wrapping text that acts when clicked, or with Enter when it has the focus."""

    def __init__(self, on_follow: Callable[[], object], text: str = "") -> None:
        super().__init__()
        self._text = ""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.linkActivated.connect(lambda _target: on_follow())
        self.say(text)

    def say(self, text: str) -> None:
        """Change the text, where it differs."""
        if text != self._text or not self.text():
            self._text = text
            self.setText(f'<a href="#" style="color:{theme.ACCENT.text}">{escape(text)}</a>')
            self.setAccessibleName(text)

    def words(self) -> str:
        """Return the text shown."""
        return self._text
