"""The bar on top (plan, saved, undo, help) and the bar below (back, next)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton

from digisos_wizard.i18n import _
from digisos_wizard.ui.widgets.look.basics import button, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look

AROUND = 40
"""Pixels of border and air around a placeholder."""


@dataclass(frozen=True, slots=True)
class TopActions:
    """What the top bar can ask for."""

    undo: Callable[[], object]
    redo: Callable[[], object]
    help: Callable[[], object]
    look_up: Callable[[str], object]
    menu: QMenu


class TopBar(QFrame):
    """Program and plan name, when it was saved, undo and redo in words, the plan's menu and help."""

    def __init__(self, actions: TopActions) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setFixedHeight(56)
        self.program = short_label(_("Digisos-veiviser"), Look.SUBHEADING)
        self.plan = short_label("", Look.HELP)
        self.saved = short_label("", Look.HELP)
        self.undo = button(_("Angre"), Look.QUIET, actions.undo)
        self.redo = button(_("Gjør om"), Look.QUIET, actions.redo)
        self.menu_button: QPushButton = button(_("Plan"), Look.QUIET, lambda: None, name=_("Meny for planen"))
        self.menu_button.setMenu(actions.menu)
        self.help = button(_("Hjelp"), Look.QUIET, actions.help, name=_("Vis eller skjul hjelp"))
        self.help.setCheckable(False)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Søk (Ctrl+F)"))
        self.search.setAccessibleName(_("Søk i håndboka, spørsmålene og planen"))
        self.search.ensurePolished()
        self.search.setFixedWidth(self.search.fontMetrics().horizontalAdvance(self.search.placeholderText()) + AROUND)
        self.search.textEdited.connect(self._hand_over)
        self._look_up = actions.look_up
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 16, 4)
        layout.setSpacing(8)
        layout.addWidget(self.program)
        layout.addSpacing(8)
        layout.addWidget(self.plan)
        layout.addStretch(1)
        layout.addWidget(self.saved)
        layout.addSpacing(8)
        layout.addWidget(self.search)
        for widget in (self.undo, self.redo, self.menu_button, self.help):
            layout.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        """Let the bar become narrower than its words."""
        return QSize(320, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the program's name, and then the plan's, where the width is short; the window's title has both."""
        for program, plan in ((True, True), (False, True), (False, False)):
            self.program.setVisible(program)
            self.plan.setVisible(plan)
            if super().minimumSizeHint().width() <= self.width():
                break

    def _hand_over(self, text: str) -> None:
        """Go on with what is typed where the hits are shown."""
        self.search.clear()
        self._look_up(text)

    def show_plan(self, name: str, saved: str, undo: str | None, redo: str | None) -> None:
        """Show names and what can be undone."""
        set_text(self.plan, name)
        set_text(self.saved, saved)
        for widget, words, none in (
            (self.undo, undo, _("Ingenting å angre")),
            (self.redo, redo, _("Ingenting å gjøre om")),
        ):
            widget.setEnabled(words is not None)
            widget.setToolTip(f"{widget.text()}: {words}" if words else none)
            widget.setAccessibleDescription(words or none)
        self._fit()


class BottomBar(QFrame):
    """Back and Next with the names of the steps they lead to."""

    def __init__(self, back: Callable[[], object], forward: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("bottombar")
        self.setFixedHeight(67)
        self.back = button("", Look.SECONDARY, back)
        self.forward = button("", Look.PRIMARY, forward)
        self.place = short_label("", Look.HELP)
        self._steps: tuple[str, str, str] = ("", "", "")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(40, 8, 24, 8)
        layout.addWidget(self.back)
        layout.addStretch(1)
        layout.addWidget(self.place)
        layout.addSpacing(16)
        layout.addWidget(self.forward)

    def show_place(self, back: str | None, place: str, forward: str | None, *, apart: bool = False) -> None:
        """Show where Back and Next lead; None hides the button. From what stands apart Back leads to where one was."""
        self.back.setVisible(back is not None)
        self.forward.setVisible(forward is not None)
        backward = _("Tilbake til: {step}") if apart else _("Forrige: {step}")
        self._steps = (backward.format(step=back or ""), _("Neste: {step}").format(step=forward or ""), place)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let the bar become narrower than its words."""
        return QSize(320, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Name the steps, leave out the place where the width is short, and the names where it is shorter still."""
        back, forward, place = self._steps
        for words in ((back, forward, place), (back, forward, ""), (_("Forrige"), _("Neste"), place)):
            set_text(self.back, words[0])
            set_text(self.forward, words[1])
            set_text(self.place, words[2])
            if super().minimumSizeHint().width() <= self.width():
                break
        for widget, name in ((self.back, back), (self.forward, forward)):
            widget.setAccessibleName(name)
            widget.setToolTip(name if name != widget.text() else "")
