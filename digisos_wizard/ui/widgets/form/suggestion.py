"""A suggestion beside what is written: read it, and use it as a draft; folded to a line where there is little room."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from digisos_wizard.i18n import _
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look


class Suggestion(QFrame):
    """Its mark, the acts, the text and where it is from."""

    def __init__(self, on_use: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("suggestion")
        self._mark, self._text, self._source = short_label("", Look.LABEL), label(), label("", Look.SMALL)
        self.use = button(_("Bruk som utkast"), Look.LINK, on_use)
        self.read = button("", Look.LINK, lambda: self.fold(folded=not self._text.isHidden()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(4)
        layout.addLayout(row(self._mark, None, self.read, self.use, spacing=12))
        layout.addWidget(self._text)
        layout.addWidget(self._source)
        self.fold(folded=False)

    def say(self, mark: str, text: str, source: str) -> None:
        """Show a suggestion; without one nothing is shown."""
        set_text(self._mark, mark)
        set_text(self._text, text)
        set_text(self._source, source)
        self.setAccessibleName(mark)
        self.setVisible(bool(text))

    def fold(self, *, folded: bool) -> None:
        """Show the mark and the acts alone, or the text too."""
        self._text.setHidden(folded)
        self._source.setHidden(folded)
        set_text(self.read, _("Les forslaget") if folded else _("Skjul forslaget"))

    def whole_height(self, width: int) -> int:
        """Return the height that the whole suggestion takes at a width."""
        inside = max(width - 28, 1)
        line = self.use.sizeHint().height()
        return 28 + line + self._text.heightForWidth(inside) + self._source.heightForWidth(inside)
