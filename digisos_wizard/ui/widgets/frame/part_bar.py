"""The bar below: exactly one notch back, exactly one on, and the place between; the words say where they lead."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from digisos_wizard.i18n import _
from digisos_wizard.ui.widgets.look.basics import button, set_property, set_text, short_label
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, as_icon
from digisos_wizard.ui.widgets.look.theme import Look

HEIGHT = 58


@dataclass(frozen=True, slots=True)
class Notches:
    """Where Back and Next lead in words, empty where they lead nowhere, and the place between.

    `quiet`: the part has a primary act of its own, so that Next is not the blue one.
    """

    back: str = ""
    place: str = ""
    forward: str = ""
    quiet: bool = False


class PartBar(QFrame):
    """Back to the left, Next to the right; shorter words where the width is short."""

    def __init__(self, back: Callable[[], object], forward: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("bottombar")
        self.setMinimumHeight(HEIGHT)
        self.back = button("", Look.QUIET, back)
        self.back.setIcon(as_icon(Icon.LEFT, QColor(worn().accent.text)))
        self.forward = button("", Look.PRIMARY, forward)
        self.place = short_label("", Look.HELP)
        self._notches = Notches()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 8, 24, 8)
        layout.addWidget(self.back)
        layout.addStretch(1)
        layout.addWidget(self.place)
        layout.addSpacing(12)
        layout.addWidget(self.forward)

    def show_notches(self, notches: Notches) -> None:
        """Show where Back and Next lead."""
        if notches != self._notches:
            self._notches = notches
            self.back.setVisible(bool(notches.back))
            self.forward.setVisible(bool(notches.forward))
            set_property(self.forward, "look", (Look.SECONDARY if notches.quiet else Look.PRIMARY).value)
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let the bar become narrower than its words."""
        return QSize(320, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        back, forward, place = self._notches.back, self._notches.forward, self._notches.place
        for words in ((back, forward, place), (back, forward, ""), (_("Forrige"), _("Neste"), "")):
            set_text(self.back, words[0])
            set_text(self.forward, words[1])
            set_text(self.place, words[2])
            if super().minimumSizeHint().width() <= self.width():
                break
        for widget, name in ((self.back, back), (self.forward, forward)):
            widget.setAccessibleName(name)
            widget.setToolTip(name if name != widget.text() else "")
