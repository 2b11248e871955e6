"""What is told when work is done: over the lower end of a part, so that nothing in it moves, until it is closed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _
from digisos_wizard.ui.widgets.look.basics import Box, ToneName, button, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

MARGIN, WIDEST = 16, 620


class Notice(Box):
    """Says what was done or went wrong, with an act where there is one; takes no focus."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(ToneName.NEUTRAL)
        self.setParent(over)
        self._over = over
        self._on_act: Callable[[], object] = lambda: None
        self.act = button("", Look.SECONDARY, self._do, name=_("Åpne"))
        self.leave = button(_("Lukk"), Look.QUIET, self.hide, name=_("Lukk meldingen"))
        self.body.addSpacing(4)
        self.body.addLayout(row(self.act, self.leave, None, spacing=8))
        self.hide()
        over.installEventFilter(self)

    def tell(self, title: str, text: str, tone: ToneName, act: tuple[str, Callable[[], object]] | None = None) -> None:
        """Show a message; it is also said by a screen reader."""
        self.say(title, text, tone)
        set_text(self.act, act[0] if act is not None else "")
        self._on_act = act[1] if act is not None else self._on_act
        self.act.setVisible(act is not None)
        self.show()
        self.raise_()
        self._place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {text}"))

    def _do(self) -> None:
        self._on_act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower end."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        over = self._over
        width = min(over.width() - 2 * MARGIN, WIDEST)
        layout = self.layout()
        height = max(layout.heightForWidth(width) if layout is not None else 0, self.minimumSizeHint().height())
        self.setGeometry(MARGIN, over.height() - height - MARGIN, width, height)
