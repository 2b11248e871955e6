"""The open plan on screen: rail, page, help and the bars around them."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWhatsThis, QWidget

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.steps import WALKED
from digisos_wizard.session import Session
from digisos_wizard.ui.widgets.look.terms import TermScope, explained

from .desk import Desk, Programme, Stage
from .page import Page
from .pages import PAGES
from .pages.reference import ReferencePage
from .parts.bars import BottomBar, TopActions, TopBar
from .parts.help_panel import HelpPanel
from .parts.rail import Rail
from .workshop.show import Show

HELP_WIDTH = 300
NARROW = 1200
RAIL_WIDTH = 268
MOST_EXPLAINED = 5

SLOW, PAUSE = 30, 150
"""Milliseconds: a redraw that takes longer waits until nobody has typed for a while."""


class Shell(TermScope):
    """Shows one page at a time; renders only what is visible, a moment after the plan has changed."""

    page_shown = Signal(str)

    def __init__(self, session: Session, menu: QMenu, *, help_folded: bool = False) -> None:
        super().__init__(session.content)
        self.session = session
        self.help_folded = help_folded
        self._help_asked_for = False
        self._pages: dict[StepKey, Page] = {}
        self._titles = {step.id: step.title for step in session.content.steps}
        self.keys: Sequence[StepKey] = tuple(step.key for step in WALKED)
        self.current = self.keys[0]
        self._before = self.current
        self.desk = Desk(session, self.goto, self.say, Stage(self.hold_meeting))
        self.meeting: Show | None = None
        self.top = TopBar(TopActions(session.undo, session.redo, self.toggle_help, self.look_up, menu))
        self.rail = Rail(
            [(key, self._titles[key.value]) for key in self.keys],
            [(StepKey.REFERENCE, self._titles[StepKey.REFERENCE.value])],
            self.show_step,
        )
        self.stack = QStackedWidget()
        self.help = HelpPanel(session.content, self.goto)
        self.bottom = BottomBar(self.back, self.forward)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.redraw)
        self._unsubscribe = session.subscribe(self._changed)
        self._unsubscribe_saved = session.on_saved(self._saved_soon)
        self._saved_signal.connect(self._show_bars)
        self.show_step(self.current)

    _saved_signal = Signal()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.bottom)
        body = QHBoxLayout()
        body.setSpacing(0)
        self.rail.setFixedWidth(RAIL_WIDTH)
        self.help.setFixedWidth(HELP_WIDTH)
        body.addWidget(self.rail)
        body.addLayout(middle, 1)
        body.addWidget(self.help)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addLayout(body, 1)

    def close_plan(self) -> None:
        """Stop listening to the session; a meeting that goes on is ended first."""
        if self.meeting is not None:
            self.meeting.end()
        self._unsubscribe()
        self._unsubscribe_saved()
        self._soon.stop()

    def page(self, key: StepKey) -> Page:
        """Return the page of a step, built when first asked for."""
        if key not in self._pages:
            made = PAGES[key](self.desk)
            self._pages[key] = made
            self.stack.addWidget(made.widget)
        return self._pages[key]

    def show_step(self, key: StepKey) -> None:
        """Show a step's page."""
        page = self.page(key)
        if self.current is not StepKey.REFERENCE:
            self._before = self.current
        page.arrive(self._before)
        self.current = key
        bar = page.widget.verticalScrollBar()
        place = bar.value()
        self._fit_width()
        self.stack.setCurrentWidget(page.widget)
        self.help.show_step(page.help)
        self.redraw()
        page.widget.setFocus(Qt.FocusReason.OtherFocusReason)  # so that the keys scroll the page
        bar.setValue(place)  # a table that is hidden hands its cursor on, and the page would follow
        self.page_shown.emit(key.value)

    def goto(self, step: StepKey, address: Address) -> None:
        """Show a step and put the cursor where the address stands."""
        if step is not self.current:
            self.show_step(step)
        self.page(step).focus(address)

    def look_up(self, text: str = "") -> None:
        """Show the reference, and search there for a text or let one be typed."""
        if self.current is not StepKey.REFERENCE:
            self.show_step(StepKey.REFERENCE)
        page = self.page(StepKey.REFERENCE)
        if text and isinstance(page, ReferencePage):
            page.look_up(text)
        else:
            page.focus(())

    def explain(self) -> None:
        """Explain the terms at the control that has the focus, for those who use the keys."""
        focused: QWidget | None = self.focusWidget()
        if focused is None:
            return
        texts = [focused.accessibleName(), focused.accessibleDescription()]
        parent = focused.parentWidget()
        if parent is not None:
            texts += [one.text() for one in parent.findChildren(QLabel) if one.isVisible()]
        found = {mark.term.id: mark.term for text in texts for mark in self.terms.find(text)}
        words = explained(self.content, list(found.values())[:MOST_EXPLAINED])
        where = focused.mapToGlobal(focused.rect().bottomLeft())
        QWhatsThis.showText(where, words or _("Her er det ingen ord fra ordlisten."), focused)

    def back(self) -> None:
        """Show the step before; from the reference the one that led there."""
        if self.current is StepKey.REFERENCE:
            self.show_step(self._before)
        else:
            self._move(-1)

    def forward(self) -> None:
        """Show at the fields what is wrong, and the next step; nothing is ever locked."""
        self.page(self.current).validate()
        self._move(1)

    def _move(self, by: int) -> None:
        if self.current not in self.keys:
            return
        position = self.keys.index(self.current) + by
        if 0 <= position < len(self.keys):
            self.show_step(self.keys[position])
            self.page(self.current).widget.verticalScrollBar().setValue(0)

    def hold_meeting(self, programme: Programme = Programme.QUESTIONS) -> None:
        """Show the windows of a meeting or of the slides; without questions say where they are chosen."""
        if self.meeting is not None:
            for window in self.meeting.windows():
                window.activateWindow()
        elif programme is not Programme.SLIDES and not self.session.figures.agenda:
            self.show_step(StepKey.WORKSHOP)
            self.say(_("Velg spørsmålene til møtet først."))
        else:
            self.meeting = Show(self.desk, self.screen(), self._meeting_ended, programme)

    def _meeting_ended(self) -> None:
        self.meeting = None
        self._soon.start()

    def toggle_help(self) -> None:
        """Fold the help panel or show it, also where it was folded for lack of room."""
        showing = self.help.isVisible()
        self.help_folded = showing
        self._help_asked_for = not showing
        self._fit_width()

    def redraw(self) -> None:
        """Render the visible page and everything around it."""
        self._soon.stop()
        begun = QElapsedTimer()
        begun.start()
        figures = self.session.figures
        self.page(self.current).render(figures)
        self.rail.show_progress(figures.progress, self.current)
        self._show_bars()
        # In a very large plan the results wait for a pause in the typing, so that no letter waits for them.
        self._soon.setInterval(PAUSE if begun.elapsed() > SLOW else 0)

    def _show_bars(self) -> None:
        plan = self.session.plan
        apart = self.current not in self.keys
        position = len(self.keys) if apart else self.keys.index(self.current)
        before = self._before if apart else self.keys[position - 1] if position else None
        after = self.keys[position + 1] if position + 1 < len(self.keys) else None
        self.top.show_plan(
            plan.about.name or _("Plan uten navn"),
            self._saved_words(),
            self.session.undo_label,
            self.session.redo_label,
        )
        self.bottom.show_place(
            self._titles[before.value] if before else None,
            _("Steg {step} av {all}").format(step=position, all=len(self.keys) - 1) if position and not apart else "",
            self._titles[after.value] if after else None,
            apart=apart,
        )

    def _saved_words(self) -> str:
        saved = self.session.saved
        if saved.error is not None:
            return saved.error.message
        if self.session.path is None:
            return _("Ikke lagret i fil ennå")
        if saved.pending or saved.at is None:
            return _("Lagrer …") if saved.pending else ""
        return _("Lagret {clock}").format(clock=formatting.clock(saved.at))

    def _changed(self, _old: Document, _new: Document) -> None:
        self._soon.start()

    def _saved_soon(self) -> None:
        self._saved_signal.emit()

    def say_error(self, error: UserError) -> None:
        """Say in the bar on top what went wrong; the whole of it stands in the tip."""
        self.top.saved.setText(error.message)
        self.top.saved.setToolTip(f"{error.message} {error.safe} {error.next_step}".strip())

    def say(self, text: str) -> None:
        """Say something in the bar on top, until the plan changes."""
        self.top.saved.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the help where there is little room."""
        super().resizeEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        narrow = self.width() < NARROW
        beside = PAGES[self.current].help_beside
        self.help.setVisible(beside and (self._help_asked_for or (not narrow and not self.help_folded)))
