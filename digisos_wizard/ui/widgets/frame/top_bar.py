"""The bar on top: whose plan it is, whether it is saved, the search, undo and redo, and the menus."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton

from digisos_wizard.i18n import _
from digisos_wizard.ui.widgets.look.basics import button, set_text, short_label
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, IconLabel, as_icon
from digisos_wizard.ui.widgets.look.theme import Look

AROUND = 66
"""Pixels of border and air around a placeholder."""


@dataclass(frozen=True, slots=True)
class TopActions:
    """What the top bar can ask for."""

    undo: Callable[[], object]
    redo: Callable[[], object]
    look_up: Callable[[str], object]
    rail: Callable[[], object]
    view_menu: QMenu
    plan_menu: QMenu
    help_menu: QMenu


class TopBar(QFrame):
    """Program and plan name, when it was saved, undo and redo in words, the plan's menu and help."""

    def __init__(self, actions: TopActions) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setMinimumHeight(52)
        self.rail = button(_("Steg og deler"), Look.BAR, actions.rail)
        self.rail.hide()
        self.program = short_label(_("Digisos-veiviser"), Look.LABEL)
        self.plan = short_label("", Look.HELP)
        self.saved = short_label("", Look.SMALL)
        self._tick = IconLabel(Icon.TICK, QColor(worn().neutral.text), 16)
        ink = QColor(worn().neutral.text)
        self.undo = button(_("Angre"), Look.BAR, actions.undo)
        self.undo.setIcon(as_icon(Icon.UNDO, ink))
        self.redo = button("", Look.BAR, actions.redo, name=_("Gjør om"))
        self.redo.setIcon(as_icon(Icon.REDO, ink))
        self.view_button = self._menu_button(_("Visning"), actions.view_menu, _("Meny for visning"))
        self.view_button.setIcon(as_icon(Icon.SCREEN, ink))
        self.menu_button = self._menu_button(_("Plan"), actions.plan_menu, _("Meny for planen"))
        self.help = self._menu_button(_("Hjelp"), actions.help_menu, _("Meny for hjelp"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Søk (Ctrl+K)"))
        self.search.setAccessibleName(_("Søk i planen, håndboka og spørsmålene"))
        self.search.addAction(as_icon(Icon.SEARCH, ink), QLineEdit.ActionPosition.LeadingPosition)
        self.search.ensurePolished()
        self.search.setFixedWidth(self.search.fontMetrics().horizontalAdvance(self.search.placeholderText()) + AROUND)
        self.search.textEdited.connect(self._hand_over)
        self._look_up = actions.look_up
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 14, 4)
        layout.setSpacing(6)
        layout.addWidget(self.rail)
        layout.addWidget(self.program)
        layout.addSpacing(10)
        layout.addWidget(self.plan)
        layout.addStretch(1)
        layout.addWidget(self._tick)
        layout.addWidget(self.saved)
        layout.addSpacing(8)
        layout.addWidget(self.search)
        for widget in (self.undo, self.redo, self.view_button, self.menu_button, self.help):
            layout.addWidget(widget)

    @staticmethod
    def _menu_button(words: str, menu: QMenu, name: str) -> QPushButton:
        made = button(words, Look.BAR, lambda: None, name=name)
        made.setMenu(menu)
        return made

    def minimumSizeHint(self) -> QSize:
        """Let the bar become narrower than its words."""
        return QSize(320, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the program's name, and then the plan's, where the width is short; the window's title has both."""
        for program, plan, icons in (
            (True, True, False),
            (False, True, False),
            (False, False, False),
            (False, False, True),
        ):
            self.program.setVisible(program)
            self.plan.setVisible(plan)
            self.view_button.setText("" if icons else _("Visning"))
            self.undo.setText("" if icons else _("Angre"))
            if super().minimumSizeHint().width() <= self.width():
                break

    def _hand_over(self, text: str) -> None:
        """Go on with what is typed where the hits are shown."""
        self.search.clear()
        self._look_up(text)

    def show_plan(self, name: str, saved: str, undo: str | None, redo: str | None, *, safe: bool) -> None:
        """Show names and what can be undone; the tick stands only beside what is in the file."""
        set_text(self.plan, name)
        set_text(self.saved, saved)
        self._tick.setVisible(safe and bool(saved))
        for widget, words, none in (
            (self.undo, undo, _("Ingenting å angre")),
            (self.redo, redo, _("Ingenting å gjøre om")),
        ):
            widget.setEnabled(words is not None)
            widget.setToolTip(f"{widget.accessibleName()}: {words}" if words else none)
            widget.setAccessibleDescription(words or none)
        self._fit()
