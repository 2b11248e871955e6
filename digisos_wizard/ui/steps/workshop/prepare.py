"""Forbered: questions ticked in groups, and beside them the order in which they are asked, with the act that begins."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QMenu, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.content import WorkshopQuestion
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Finding, StepKey
from digisos_wizard.model.formatting import clock
from digisos_wizard.model.rules.meetings.agenda import AGENDA, leaving, minutes_words, picking
from digisos_wizard.model.rules.meetings.course import going_on
from digisos_wizard.model.told.suggested import Why, suggested
from digisos_wizard.ui.desk import Programme
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.form.chips import Chips
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text, text_scale
from digisos_wizard.ui.widgets.look.scroller import MOST
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, heading

from .order import MeetingOrder
from .screens import ScreenChoice

SUGGESTED, EVERY = "suggested", "every"
BESIDE = 820
"""Pixels of width, at 100 % text, from which the two lists stand beside each other."""
Suggested = Mapping[str, tuple[Why, Finding]]


class PreparePart(StepPart):
    """What is ticked comes last in the order."""

    step = StepKey.WORKSHOP
    key = "prepare"
    scrolls = False
    headed = True
    acts = True

    def build(self) -> None:
        """Make the two lists and what begins the meeting."""
        self._suggested: tuple[Figures | None, Suggested] = (None, {})
        self.order = MeetingOrder(self.desk)
        self.known(self.order.question)
        right = QWidget()
        layout = QVBoxLayout(right)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(self.order, 1)
        layout.addLayout(self._starting())
        self.add(Sides(self._picking(), right), 1)
        self.track(self.picks)
        self.track(self.order.grid)

    def _picking(self) -> QWidget:
        every = sum(len(group.questions) for group in self.desk.content.questions)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Søk i {count} spørsmål").format(count=every))
        self.search.setAccessibleName(_("Søk i spørsmålene"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._show_picks(self.desk.figures))
        self.chips = Chips(_("Vis"), (SUGGESTED, EVERY), lambda _key: self._show_picks(self.desk.figures))
        columns = (Column(_("Spørsmål"), 1, 180), Column(_("Tid"), 0, 70, numeric=True))
        name = _("Spørsmål å velge blant")
        self.picks = Grid(GridParts(name, columns, signs=False, chevrons=False, header=False, tick=self._tick))
        every_shown = button(_("Velg alle viste"), Look.LINK, lambda: self._pick(self._shown_keys, on=True))
        none_shown = button(_("Velg ingen av dem"), Look.LINK, lambda: self._pick(self._shown_keys, on=False))
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addLayout(row(self.search, self.chips, spacing=8))
        layout.addWidget(self.picks, 1)
        layout.addLayout(row(every_shown, none_shown, None, spacing=8))
        return holder

    def _starting(self) -> QVBoxLayout:
        begin = self.desk.stage.begin
        self.screens = ScreenChoice(self.desk.stage)
        self.start = button(_("Start møtet (F5)"), Look.PRIMARY, lambda: begin(Programme.QUESTIONS))
        self.more = button(_("Med lysbilder"), Look.SECONDARY, lambda: None)
        menu = QMenu(self.more)
        self.both = QAction(_("Lysbilder først, så spørsmålene"), menu)
        self.slides = QAction(_("Bare lysbildene"), menu)
        self.both.triggered.connect(lambda _on=False: begin(Programme.BOTH))
        self.slides.triggered.connect(lambda _on=False: begin(Programme.SLIDES))
        menu.addActions([self.both, self.slides])
        self.more.setMenu(menu)
        self.note = label("", Look.HELP)
        starting = QVBoxLayout()
        starting.setSpacing(8)
        starting.addWidget(self.screens)
        starting.addWidget(self.note)
        starting.addLayout(row(self.start, self.more, None, spacing=8))
        return starting

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show what can be asked, what will be, and how it begins."""
        self._show_picks(figures)
        self.order.show_plan(figures)
        self.screens.show_screens(self.widget.screen())
        some, going = bool(figures.agenda), going_on(figures.plan)
        words = _("Start møtet (F5)")
        if going is not None and going.began_at is not None:
            words = _("Fortsett møtet fra {time} (F5)").format(time=clock(going.began_at))
        set_text(self.start, words)
        self.start.setToolTip(self.screens.note())
        self.start.setEnabled(some)
        self.both.setEnabled(some)
        set_text(self.note, self.screens.note() if some else _("Velg minst ett spørsmål først."))
        self.note.setVisible(not some or self.screens.several)

    def _show_picks(self, figures: Figures) -> None:
        if self._suggested[0] is not figures:
            self._suggested = (figures, suggested(figures))
        known = self._suggested[1]
        every = sum(len(group.questions) for group in figures.content.questions)
        self.chips.show_words((_("Foreslått {count}").format(count=len(known)), _("Alle {count}").format(count=every)))
        asked = self.search.text().casefold().strip()
        rows = _every_row(figures, known) if asked or self.chips.chosen == EVERY else _suggested_rows(figures, known)
        self.picks.show_rows(_found(rows, asked))

    @property
    def _shown_keys(self) -> Sequence[str]:
        return [row.row_id for row in self.picks.rows_model.rows if row.chosen]

    def _tick(self, key: str, on: bool) -> None:
        self._pick([key], on=on)

    def _pick(self, keys: Sequence[str], *, on: bool) -> None:
        session = self.desk.session
        edits = picking(session.plan, keys, session.new_row_id) if on else leaving(session.plan, keys)
        if edits:
            session.edit(*edits, label=_("Valg av spørsmål"))
            self.render(self.desk.figures)

    def focus(self, address: Address) -> bool:
        """Come to a question in the order; to its words where the address leads to them."""
        if address[: len(AGENDA)] == AGENDA and address[-1] == "text":
            return self.order.focus_words(address)
        self.order.stack.setCurrentIndex(0)
        return super().focus(address)


class Sides(QWidget):
    """Two lists beside each other, or below where there is too little width."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._line = QFrame()
        self._line.setObjectName("apart")
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(20)
        self._layout.addWidget(left, 54)
        self._layout.addWidget(self._line)
        self._layout.addWidget(right, 46)
        self._turn(beside=True)

    def minimumSizeHint(self) -> QSize:
        """Let it become narrower than both together."""
        return QSize(320, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside each other where there is room."""
        super().resizeEvent(event)
        self._turn(beside=self.width() >= BESIDE * text_scale(self))

    def _turn(self, *, beside: bool) -> None:
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._line.setMinimumSize(1, 1)
        self._line.setMaximumSize(*((1, MOST) if beside else (MOST, 1)))


def _suggested_rows(figures: Figures, known: Suggested) -> list[Row]:
    """Return the questions that are suggested, by why they are."""
    titles = {Why.STOPS: _("Stopper påkoblingen"), Why.LACKS: _("Mangler i planen")}
    rows: list[Row] = []
    for why, title in titles.items():
        keys = [key for key, (reason, _found_there) in known.items() if reason is why]
        inside = [_pick_row(figures, known, figures.content.question_index[key][1]) for key in keys]
        rows += [heading(title, columns=2), *inside] if inside else []
    return rows


def _every_row(figures: Figures, known: Suggested) -> list[Row]:
    """Return all questions by their sets."""
    rows: list[Row] = []
    for group in figures.content.questions:
        rows += [heading(group.title, columns=2), *(_pick_row(figures, known, one) for one in group.questions)]
    return rows


def _pick_row(figures: Figures, known: Suggested, question: WorkshopQuestion) -> Row:
    on = any(one.question == question.id for one in figures.plan.workshop.agenda)
    below = known[question.id][1].message if question.id in known else ""
    cells = (Cell(question.text, below=below, strong=on), Cell(minutes_words(question.minutes)))
    return Row(question.id, (), cells, ticked=on, tip=question.help, opens=False)


def _found(rows: Sequence[Row], text: str) -> list[Row]:
    """Return the rows that hold a text, and the headings over any."""
    found: list[Row] = []
    for one in rows:
        if one.heading and found and found[-1].heading:
            found.pop()
        if one.heading or text in f"{one.title} {one.tip}".casefold():
            found.append(one)
    return found[:-1] if found and found[-1].heading else found
