"""Dag og tidslinje: the day with how soon they can connect, and what is left to do drawn over the time until then."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import connection_form
from digisos_wizard.model.rules.commitments.words import owner_words
from digisos_wizard.model.told import moves
from digisos_wizard.model.told.activity_lines import Line, lines, room
from digisos_wizard.model.told.reach import Answer, Verdict, verdicts
from digisos_wizard.model.told.timeline import Axis, axis, window
from digisos_wizard.ui.form.trial import TrialForm
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.charts.legend import Legend
from digisos_wizard.ui.widgets.charts.time_axis import AxisHead, BarLook, TimeBar, deciding, waiting
from digisos_wizard.ui.widgets.form.chips import Chips
from digisos_wizard.ui.widgets.look.basics import Box, ToneName, button, label
from digisos_wizard.ui.widgets.look.flow import flow
from digisos_wizard.ui.widgets.look.links import Link
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row

from .assumptions import ASSUMPTIONS, Assumptions
from .phases import Phases

WISHED = ("connection", "day", "shared", "wished")
LEFT, EVERY, GRANTED = "left", "every", "granted"
TONES = {
    Answer.OPEN: ToneName.INFO,
    Answer.STOPPED: ToneName.DANGER,
    Answer.LATE: ToneName.DANGER,
    Answer.SHORT: ToneName.WARNING,
    Answer.ENOUGH: ToneName.SUCCESS,
}
DOCUMENTS = ("timeline", "timeline-poster", "months")


class TimelinePart(StepPart):
    """Another day is tried before it is taken; a row leads to its activity."""

    step = StepKey.CONNECTION
    key = "timeline"
    scrolls = False
    wide = True

    def build(self) -> None:
        """Make the day, the picture, and what the plan takes for granted."""
        self.toolbar.addWidget(button(_("Til Outlook …"), Look.QUIET, lambda: self.files.save("calendar")))
        self.toolbar.addWidget(self._printing())
        self.body.setSpacing(10)
        self.day = self.shared_form(
            connection_form.DAY, subject=_("Påkoblingsdag"), trial=(moves.told, _("Ny påkoblingsdag"))
        )
        self.verdicts: list[VerdictBox] = []
        self._count = 0
        self._verdicts = QVBoxLayout()
        self._verdicts.setSpacing(8)
        self.trial.shown.connect(self._share)
        self._verdicts.addWidget(self.trial.box)
        self._verdicts.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(self.day, 2)
        top.addLayout(self._verdicts, 3)
        self.add(top)
        self.chips = Chips(_("Vis"), (LEFT, EVERY, GRANTED), lambda _key: self.render(self.desk.figures))
        self.legend = Legend(((deciding, _("avgjør hvor tidlig dere kan")), (waiting, _("har noe å gå på"))))
        self.add(flow(self.chips, self.legend, spacing=12))
        self.granted = Assumptions(self.desk)
        self.known(self.granted.test)
        self.track(self.granted.grid)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._picture())
        self.stack.addWidget(self.granted)
        self.add(self.stack, 1)

    @property
    def trial(self) -> TrialForm:
        """The form of the day, where another one is tried."""
        found = self.day.form
        if not isinstance(found, TrialForm):
            raise TypeError(found)
        return found

    def _printing(self) -> QPushButton:
        made = button(_("Skriv ut"), Look.QUIET, lambda: None)
        menu = QMenu(made)
        titles = (_("Tidslinjen på A4 …"), _("Plakat på A3 …"), _("Månedskalender …"))
        self.papers = [QAction(title, menu) for title in titles]
        for action, key in zip(self.papers, DOCUMENTS, strict=True):
            action.triggered.connect(partial(self._save, key))
        menu.addActions(self.papers)
        made.setMenu(menu)
        return made

    def _save(self, key: str, _checked: bool = False) -> None:
        self.files.save(key)

    def _picture(self) -> QWidget:
        columns = (
            Column(_("Aktivitet"), 3, 250),
            Column(_("Ansvarlig"), 1, 150, folds=True),
            Column(_("Tid"), 7, 280),
        )
        self.grid = Grid(
            GridParts(_("Tidslinje mot påkobling"), columns, signs=False, chevrons=False, header=False, dense=True)
        )
        self._phases = Phases(most=18, columns=len(columns))
        self.grid.opened.connect(self._go)
        self.grid.unfolded.connect(self._unfold)
        self.track(self.grid)
        self.above = AxisHead(self.grid, column=2)
        self.empty = label(_("Velg en påkoblingsdag, så tegnes tidslinjen."), Look.HELP)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.empty)
        layout.addWidget(self.above)
        layout.addWidget(self.grid, 1)
        layout.setAlignment(self.empty, Qt.AlignmentFlag.AlignTop)
        return holder

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show the answer, and the activities that the chip asks for."""
        every = [one for one in lines(figures) if one.item.deadline is not None]
        left = [one for one in every if not one.item.finished]
        words = (_("Det som gjenstår {count}"), _("Alle {count}"))
        counted = [text.format(count=len(found)) for text, found in zip(words, (left, every), strict=True)]
        self.chips.show_words((*counted, _("Det planen legger til grunn")))
        granted = self.chips.chosen == GRANTED
        self.stack.setCurrentIndex(int(granted))
        self.legend.setVisible(bool(every) and not granted)
        self.granted.show_plan(figures)
        self._show_rows(figures, left if self.chips.chosen == LEFT else every)
        self._show_verdicts(figures)
        for path in self.papers:
            path.setEnabled(bool(every))
        day = self.trial.plan.connection.day
        passed = [one.wished for one in (day.shared, *(own.value for own in day.own)) if one.wished is not None]
        known = any(one.connected_on for one in (day.shared, *(own.value for own in day.own)))
        self.day.fields["connected_on"].setVisible(known or any(one <= figures.today for one in passed))

    def _show_rows(self, figures: Figures, shown: Sequence[Line]) -> None:
        some = bool(shown)
        self.empty.setVisible(not some)
        self.above.setVisible(some)
        self.grid.setVisible(some)
        if some:
            opened = [one.item for _phase, group, is_open in self._phases.groups(shown) if is_open for one in group]
            time = axis(figures, opened, ahead=self.chips.chosen == LEFT)
            self.above.show_axis(time)
            self.grid.show_rows(self._phases.rows(shown, partial(_row, figures, time)))

    def _show_verdicts(self, figures: Figures) -> None:
        found = verdicts(figures)
        while len(self.verdicts) < len(found):
            self.verdicts.append(VerdictBox(self))
            self._verdicts.insertWidget(len(self.verdicts), self.verdicts[-1])
        for position, box in enumerate(self.verdicts):
            if position < len(found):
                box.show_verdict(found[position], figures)
        self._count = len(found)
        self._share()

    def _share(self) -> None:
        """Let what another day would change stand where the answer is, while it is tried."""
        trying = not self.trial.box.isHidden()
        for position, box in enumerate(self.verdicts):
            box.setVisible(not trying and position < self._count)

    @property
    def has_act(self) -> bool:
        """Whether another day is tried, so that taking it is what to do."""
        return not self.trial.box.isHidden()

    def focus(self, address: Address) -> bool:
        """Show what the plan takes for granted where the address leads there."""
        granted = address[:2] in (ASSUMPTIONS, (*connection_form.TEST.base, "with_test"))
        self.chips.buttons[GRANTED if granted else LEFT].click()
        return super().focus(address)

    def _unfold(self, row_id: str) -> None:
        self._phases.open(row_id)
        self.render(self.desk.figures)

    def _go(self, row_id: str) -> None:
        item = self.desk.figures.schedule.by_id.get(row_id)
        if item is not None:
            step = StepKey.PRIVACY if item.address[0] == "privacy" else StepKey.CONNECTION
            self.desk.goto(step, item.address)


class VerdictBox(Box):
    """How soon a municipality can connect; leads to what stops it, or takes the day that is advised."""

    def __init__(self, part: StepPart) -> None:
        super().__init__(ToneName.NEUTRAL)
        self._part = part
        self._verdict: Verdict | None = None
        self.act = Link(self._do)
        self.body.addWidget(self.act)

    def show_verdict(self, verdict: Verdict, figures: Figures) -> None:
        """Show the answer and its act."""
        self._verdict = verdict
        self.say(verdict.title, verdict.text, TONES[verdict.answer])
        words = ""
        if verdict.stops is not None:
            words = verdict.stops.message
        elif verdict.answer is Answer.OPEN and figures.schedule.advised is not None:
            words = _("Bruk {day}").format(day=formatting.day(figures.schedule.advised))
        self.act.say(words)
        self.act.setVisible(bool(words))

    def _do(self) -> None:
        desk, verdict = self._part.desk, self._verdict
        if verdict is not None and verdict.stops is not None:
            desk.goto(verdict.stops.step, verdict.stops.address)
        elif desk.figures.schedule.advised is not None:
            desk.session.edit(Set(WISHED, desk.figures.schedule.advised))


def _row(figures: Figures, time: Axis, line: Line) -> Row:
    owner = owner_words(figures.plan, figures.content, line.item.owed_by)
    bar = _bar(figures, line, time)
    cells = (Cell(line.title, strong=line.critical), Cell(owner), Cell(drawn=bar))
    return Row(line.item.row_id, (), cells)


def _bar(figures: Figures, line: Line, time: Axis) -> TimeBar:
    item = line.item
    begin, end = window(item, figures.today)
    look = BarLook.DONE if item.finished else BarLook.DECIDES if line.critical else BarLook.WAITS
    beside = formatting.brief_day(end, end)
    if item.late:
        beside = _("{day}, forfalt").format(day=beside)
    span = _("{first} til {last}").format(first=formatting.day(begin), last=formatting.day(end))
    decides_words = _("avgjør hvor tidlig dere kan") if line.critical else ""
    return TimeBar(
        time, begin, end, look, beside, ", ".join(filter(None, (span, line.state, decides_words, room(item))))
    )
