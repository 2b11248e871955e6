"""The open plan on screen: rail, one part, the panel beside it, and the bars around them."""

from dataclasses import dataclass, field

from PySide6.QtCore import QElapsedTimer, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWhatsThis, QWidget

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.figures.part_progress import Said
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.naming import row_name
from digisos_wizard.model.parts import PARTS, Panel, Standing, part_at
from digisos_wizard.model.plan import Document
from digisos_wizard.session import Session
from digisos_wizard.storage.settings import PlanPlace
from digisos_wizard.ui.widgets.look.basics import text_scale
from digisos_wizard.ui.widgets.look.dress import keeper
from digisos_wizard.ui.widgets.look.terms import TermScope, explained

from .desk import Desk, Programme, Stage
from .places import HOME, LOOKUP, Place, first_of, places, rail_rows
from .steps import made
from .steps.part import StepPart
from .steps.reference.search import SearchPart
from .widgets.frame.help_panel import HelpPanel
from .widgets.frame.part_bar import Notches, PartBar
from .widgets.frame.rail import RAIL_WIDTH, Rail, RailRow
from .widgets.frame.side_panel import Remaining, RemainingList, SidePanel
from .widgets.frame.top_bar import TopActions, TopBar
from .workshop.show import Show

WIDE, NARROW, NARROWEST = 1800, 1300, 760
"""Effective widths (window ÷ text scale): a wider rail, the panel folded at first, and the rail behind a button."""
MOST_EXPLAINED = 5
NAME = 60
"""Letters of a row's name above what remains of it."""

SMALLEST = QSize(320, 240)
BIG = 1.4
"""How much larger text is for the projector."""

SLOW, PAUSE = 30, 150
"""Milliseconds: a redraw that takes longer waits until nobody has typed for a while."""


@dataclass(frozen=True, slots=True)
class Menus:
    """The menus of the bar on top."""

    view: QMenu = field(default_factory=QMenu)
    plan: QMenu = field(default_factory=QMenu)
    help: QMenu = field(default_factory=QMenu)


class Places(QStackedWidget):
    """The middle of the window; what is wider than it scrolls or folds, and never makes the window wider."""

    def minimumSizeHint(self) -> QSize:
        """Let it become as small as the window may, whatever is hidden in it."""
        return SMALLEST


class Shell(TermScope):
    """Shows one place at a time; renders only what is visible, a moment after the plan has changed."""

    page_shown = Signal(str)
    _saved_signal = Signal()

    def __init__(
        self,
        session: Session,
        menus: Menus,
        place: PlanPlace | None = None,
        *,
        help_folded: bool = False,
    ) -> None:
        super().__init__(session.content)
        self.session = session
        self._plan_id = session.plan.about.plan_id
        self.folded = dict(place.folded) if place is not None else {}
        self._help_folded = help_folded
        self.big = False
        self._views: dict[Place, StepPart] = {}
        self.titles = self._titles()
        self.here = HOME
        self._before = self.here
        self.desk = Desk(session, self.goto, self.say, Stage(self.hold_meeting))
        self.meeting: Show | None = None
        self.top = TopBar(
            TopActions(session.undo, session.redo, self.look_up, self._toggle_rail, menus.view, menus.plan, menus.help)
        )
        self.rail = Rail(self._choose)
        self.stack = Places()
        self.panel = SidePanel(RemainingList(self._jump), HelpPanel(session.content, self.goto))
        self.panel.folded.connect(self._fold_told)
        self.bottom = PartBar(self.back, self.forward)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.redraw)
        self._unsubscribe = session.subscribe(self._changed)
        self._unsubscribe_saved = session.on_saved(self._saved_soon)
        self._saved_signal.connect(self._show_bars)
        self.show_place(self._known(place.place) if place is not None else HOME)
        if place is not None and place.row:
            self.view(self.here).come_back(place.row)

    def _titles(self) -> dict[Place, str]:
        found: dict[Place, str] = {}
        for step in self.session.content.steps:
            key = StepKey(step.id)
            found[Place(key)] = step.short or step.title
            found |= {Place(key, part.id): part.title for part in step.parts}
        return found

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.bottom)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.rail)
        body.addLayout(middle, 1)
        body.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addLayout(body, 1)

    def close_plan(self) -> None:
        """Stop listening to the session; a meeting that goes on is ended first."""
        if self.big:
            self.toggle_big()
        if self.meeting is not None:
            self.meeting.end()
        self._unsubscribe()
        self._unsubscribe_saved()
        self._soon.stop()

    # --------------------------------------------------------------------------------------------------------- places

    @property
    def current(self) -> StepKey:
        """The step where one is."""
        return self.here.step

    def view(self, place: Place) -> StepPart:
        """Return what is shown at a place, built when first asked for, and put in its place before it is filled."""
        if place not in self._views:
            part = next(one for one in PARTS if (one.step, one.key) == (place.step, place.part))
            made_now = made(part, self.desk)
            made_now.widget.walked.connect(self._walked)
            made_now.widget.beside_wanted.connect(self.panel.show_own_tab)
            self._views[place] = made_now
            self.stack.addWidget(made_now.widget)
        return self._views[place]

    def part(self, step: StepKey, key: str) -> StepPart:
        """Return a part."""
        return self.view(Place(step, key))

    def show_step(self, key: StepKey) -> None:
        """Show a step at its first part."""
        self.show_place(first_of(self.session.plan, key))

    def show_place(self, place: Place) -> None:
        """Show a place."""
        view = self.view(place)
        if self.here != LOOKUP:
            self._before = self.here
        view.arrive(self._before.step)
        self.here = place
        self.stack.setCurrentWidget(view.widget)
        self._fit_width()
        self.redraw()
        view.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        view.begin_at_top()  # what is hidden while it is filled hands its focus on, and that scrolls
        self.page_shown.emit(place.step.value)

    def goto(self, step: StepKey, address: Address) -> None:
        """Show the part of a step that an address belongs to, and put the cursor where it stands."""
        part = part_at(address, step) if address and step is not LOOKUP.step else None
        there = Place(step, part.key) if part is not None else None
        known = [one for one in places(self.session.plan) if one.step is step]
        place = there if there in known and there is not None else first_of(self.session.plan, step)
        if place != self.here:
            self.show_place(place)
        if self.view(place).focus(address):
            return
        for other in known:
            if other.part and other != place and self.view(other).focus(address):
                self.show_place(other)
                self.view(other).focus(address)
                return
        meant = self.view(self.here)
        if address:
            meant.begin_here()

    def _jump(self, address: Address) -> None:
        self.goto(self.here.step, address)

    def _known(self, written: str) -> Place:
        step, _slash, part = written.partition("/")
        return next(
            (one for one in places(self.session.plan) if (one.step.value, one.part) == (step, part)),
            HOME,
        )

    @property
    def written_place(self) -> str:
        """The place where one is, as it is remembered."""
        here = self._before if self.here == LOOKUP else self.here
        return f"{here.step.value}/{here.part}" if here.part else here.step.value

    def remembered(self) -> PlanPlace:
        """Return where one is, as it is remembered until the plan is opened again."""
        view = self.view(self._before if self.here.step is StepKey.REFERENCE else self.here)
        return PlanPlace(plan_id=self._plan_id, place=self.written_place, row=view.row_here(), folded=self.folded)

    def _choose(self, key: str) -> None:
        step, _slash, part = key.partition("/")
        if part:
            self.show_place(Place(StepKey(step), part))
        else:
            self.show_step(StepKey(step))

    # ------------------------------------------------------------------------------------------------- back and forth

    def back(self) -> None:
        """Go one notch back: to the row before where rows are walked, else to the place before."""
        if self.here == LOOKUP:
            self.show_place(self._before)
        else:
            self._move(-1)

    def forward(self) -> None:
        """Show at the fields what is wrong, and go one notch on; nothing is ever locked."""
        self.view(self.here).validate()
        self._move(1)

    def _move(self, by: int) -> None:
        view = self.view(self.here)
        walking = view.walking()
        if walking is not None and walking.walk(by):
            return
        known = places(self.session.plan)
        if self.here not in known:
            return
        position = known.index(self.here) + by
        if 0 <= position < len(known):
            self.show_place(known[position])

    def _notches(self) -> Notches:
        if self.here == LOOKUP:
            return Notches(_("Tilbake til: {place}").format(place=self._title(self._before)))
        view = self.view(self.here)
        walking = view.walking()
        quiet = view.has_act
        known = places(self.session.plan)
        position = known.index(self.here) if self.here in known else 0
        back = self._title(known[position - 1]) if position else ""
        ahead = self._title(known[position + 1]) if position + 1 < len(known) else ""
        siblings = [one for one in known if one.step is self.here.step and one.part]
        place = ""
        if len(siblings) > 1 and self.here in siblings:
            place = _("Del {number} av {all}").format(number=siblings.index(self.here) + 1, all=len(siblings))
        if walking is not None and (opened := walking.open_found) is not None:
            rows = list(walking.walkable)
            number = rows.index(opened)
            back = rows[number - 1].title if number else back
            ahead = rows[number + 1].title if number + 1 < len(rows) else ahead
            place = _("{number} av {all}").format(number=number + 1, all=len(rows))
        return Notches(
            _("Forrige: {place}").format(place=_short(back)) if back else "",
            place,
            _("Neste: {place}").format(place=_short(ahead)) if ahead else "",
            quiet=quiet,
        )

    def _title(self, place: Place) -> str:
        return self.titles[place]

    # -------------------------------------------------------------------------------------------------------- the rest

    def look_up(self, text: str = "") -> None:
        """Show the reference, and search there for a text or let one be typed."""
        if self.here != LOOKUP:
            self.show_place(LOOKUP)
        view = self.view(LOOKUP)
        if text and isinstance(view, SearchPart):
            view.look_up(text)
        else:
            view.focus(())

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
        """Fold the panel beside, or show the handbook in it."""
        self.panel.fold(folded=not self.panel.is_folded, tab=1)

    def toggle_big(self) -> None:
        """Show the part alone and with larger text, for the projector, or everything around it again."""
        self.big = not self.big
        keeper().enlarge(BIG if self.big else 1)
        self._fit_width()
        self.redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape that nothing within has use for lead back from the projector."""
        if self.big and event.key() == Qt.Key.Key_Escape:
            self.toggle_big()
        else:
            super().keyPressEvent(event)

    def redraw(self) -> None:
        """Render what is visible and everything around it."""
        self._soon.stop()
        begun = QElapsedTimer()
        begun.start()
        figures = self.session.figures
        if self.here.part and self.here not in (*places(figures.plan), LOOKUP):
            self.show_step(self.here.step)  # the part went with the answer that it hung on
            return
        view = self.view(self.here)
        view.render(figures)
        self._show_panel()
        lookup = self.titles[Place(LOOKUP.step)]
        apart = RailRow(LOOKUP.step.value, lookup, Said(), current=self.here == LOOKUP)
        self.rail.show_rows(rail_rows(figures, self.titles, self.here), (apart,))
        self._show_bars()
        # In a very large plan the results wait for a pause in the typing, so that no letter waits for them.
        self._soon.setInterval(PAUSE if begun.elapsed() > SLOW else 0)

    def _show_panel(self) -> None:
        view, figures = self.view(self.here), self.session.figures
        own = view.panel_tab()
        self.panel.show_own(*(own or ("", None)))
        found = [one for one in figures.findings_in(view.part) if one.severity >= Severity.MISSING]
        things = [(row_name(figures.plan, figures.content, one.address, NAME), one) for one in found]
        names = list(dict.fromkeys(name for name, _one in things))
        things.sort(key=lambda thing: names.index(thing[0]))
        stops = any(one.severity is Severity.BLOCKER for one in found)
        below = view.below_remaining(figures)
        if things and not stops:
            below = " ".join(filter(None, (below, _("Ingenting her stopper påkoblingen."))))
        counts = view.part.standing is Standing.FILLED_IN or bool(things)
        self.panel.show_part(Remaining(tuple(things), below), view.help, counts=counts)

    def _show_bars(self) -> None:
        self.top.show_plan(
            self.session.plan.about.name or _("Plan uten navn"),
            self._saved_words(),
            self.session.undo_label,
            self.session.redo_label,
            safe=self.session.path is not None and self.session.saved.error is None and not self.session.saved.pending,
        )
        self.bottom.show_notches(self._notches())

    def _walked(self) -> None:
        self.bottom.show_notches(self._notches())
        self._show_bottom()

    def _show_bottom(self) -> None:
        view = self.view(self.here)
        own = view.bars_itself
        self.bottom.setVisible(not self.big and not own and self.here.step is not StepKey.OVERVIEW)

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

    # --------------------------------------------------------------------------------------------------------- layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is around the part to the width."""
        super().resizeEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        scale = text_scale(self)
        effective = self.width() / scale
        self.rail.setFixedWidth(round((RAIL_WIDTH + (18 if effective >= WIDE else 0)) * scale))
        self.rail.setVisible(not self.big and effective >= NARROWEST)
        self.top.rail.setVisible(effective < NARROWEST)
        self.top.setVisible(not self.big)
        view = self.view(self.here)
        self._show_bottom()
        self.panel.setVisible(not self.big and self.here not in (HOME, LOOKUP))
        by_width = self._help_folded or effective < NARROW or (view.part.panel is Panel.FOLDED and effective < WIDE)
        self.panel.blockSignals(True)
        self.panel.fold(folded=self.folded.get(self.written_place, by_width))
        self.panel.blockSignals(False)

    def _fold_told(self, folded: bool) -> None:
        self.folded[self.written_place] = folded

    def _toggle_rail(self) -> None:
        self.rail.setVisible(self.rail.isHidden())


def _short(title: str) -> str:
    return title if len(title) <= NAME else f"{title[: NAME - 1].rstrip()}…"
