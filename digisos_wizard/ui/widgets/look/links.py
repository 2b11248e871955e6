"""Links: text that wraps, can be reached with the keyboard, and does something when followed."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from digisos_wizard.ui.widgets.look.dress import keeper, worn


class LinkLabel(QLabel):
    """A wrapping text with links that the keyboard reaches, in the colour of the theme."""

    def __init__(self) -> None:
        super().__init__()
        self._markup = ""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        keeper().changed.connect(self._dress)

    def write(self, markup: str) -> None:
        """Change text and links."""
        self._markup = markup
        self._dress()

    def _dress(self) -> None:
        # Qt gives links their colour when the text is read, and would keep it.
        self.setText(self._markup.replace("<a ", f'<a style="color:{worn().accent.text}" '))


class Link(LinkLabel):
    """A wrapping text that acts when clicked, or with Enter when it has the focus."""

    def __init__(self, on_follow: Callable[[], object], text: str = "") -> None:
        super().__init__()
        self._text = ""
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
            self.write(f'<a href="#">{escape(text)}</a>')
            self.setAccessibleName(text)

    def words(self) -> str:
        """Return the text shown."""
        return self._text
