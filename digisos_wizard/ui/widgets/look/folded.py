"""A title that shows and hides what stands below it; what is below is made when it is first shown."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _

from .links import Link


class Folded(QWidget):
    """A link with parts that unfold below it."""

    def __init__(self, title: str, make: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__()
        self._make = make
        self._inside: QWidget | None = None
        self.link = Link(self.toggle, title)
        self.link.setAccessibleDescription(_("Lukket"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.link)

    def toggle(self) -> None:
        """Show what was hidden, or hide what was shown."""
        if self._inside is None:
            self._inside = QWidget()
            inner = QVBoxLayout(self._inside)
            inner.setContentsMargins(0, 0, 0, 8)
            inner.setSpacing(8)
            for part in self._make():
                inner.addWidget(part)
            self._inside.hide()
            self._layout.addWidget(self._inside)
        shown = self._inside.isHidden()
        self._inside.setVisible(shown)
        self.link.setAccessibleDescription(_("Åpen") if shown else _("Lukket"))
