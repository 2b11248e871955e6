"""Oversikt: the answer in words, the road, the first thing to do, what is due next, and how far every step has come."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Said, Sign, of_step
from digisos_wizard.model.figures.readiness import Action
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.told.weekly import due
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.charts.road import Milestone, Road
from digisos_wizard.ui.widgets.look.basics import (
    OneLine,
    button,
    clear,
    label,
    row,
    set_property,
    set_text,
    short_label,
)
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, IconLabel, pixmap
from digisos_wizard.ui.widgets.look.links import Link
from digisos_wizard.ui.widgets.look.theme import Look

MILESTONES, LATER_ACTIONS, DEADLINES = 5, 2, 4
GROUPS: tuple[tuple[StepKey, ...], ...] = (
    (StepKey.DECISION, StepKey.COSTS, StepKey.ROLES, StepKey.AGREEMENTS),
    (StepKey.PRIVACY, StepKey.MAPPING, StepKey.BENEFITS),
    (StepKey.CONNECTION, StepKey.CHECKLIST),
)
"""The steps of the task list: what is decided, what is prepared, what connects."""


class HomePart(StepPart):
    """The place a leader opens on a Monday: the first act is the primary button."""

    step = StepKey.OVERVIEW
    key = "home"
    wide = True
    acts = True

    def build(self) -> None:
        """Make what stands on the page, once."""
        self.lead = label("", Look.LEAD)
        self.body.setSpacing(8)
        self.eyebrow.hide()
        self.bar = CheckedBar()
        self.toolbar.addWidget(self.bar)
        self.add(self.lead)
        self.road = Road(_("Veien til påkobling"))
        self.add(self.road)
        middle = QHBoxLayout()
        middle.setSpacing(36)
        self.first = FirstActs(self)
        middle.addWidget(self.first, 3)
        self._due = QVBoxLayout()
        self._due.setSpacing(0)
        due_side = QWidget()
        due_side.setLayout(self._due)
        middle.addWidget(due_side, 2)
        self.add(middle)
        self.tasks = TaskList(self)
        self.add(self.tasks)
        self._due_shown: Sequence[tuple[str, str, str]] | None = None

    def show(self, figures: Figures) -> None:
        """Show the answer, the road, what to do, what is due, and the task list."""
        day = figures.schedule.day
        asked = _("Klar til påkobling?")
        if figures.schedule.connected:
            asked = _("Koblet på. Er alt på plass?")
        elif day is not None:
            asked = _("Klar til påkobling {day}?").format(day=formatting.day(day))
        set_text(self.heading, asked)
        set_text(self.lead, figures.current.headline)
        self.road.show_milestones(_milestones(figures))
        self.first.show_actions(figures.current.actions, figures)
        self._show_due(figures)
        self.tasks.show_steps(figures)
        rows = [one for one in figures.checklist if one.state is not TaskState.NOT_RELEVANT]
        self.bar.show_count(sum(one.state is TaskState.DONE for one in rows), len(rows))

    def _show_due(self, figures: Figures) -> None:
        found = [
            (formatting.near_day(one.deadline, figures.today), one.text, one.owner) for one in due(figures, date.max)
        ]
        shown = found[:DEADLINES]
        if shown == self._due_shown:
            return
        self._due_shown = shown
        clear(self._due)
        self._due.addWidget(label(_("Neste frister"), Look.HEADING))
        for when, what, who in shown:
            self._due.addLayout(_line(when, what, who))
            self._due.addWidget(_rule())
        if not shown:
            self._due.addWidget(label(_("Ingen frister ennå. De kommer når dere har valgt en dag."), Look.HELP))
        else:
            words = _("Vis alle {count} i tidslinjen").format(count=len(found))
            self._due.addWidget(Link(lambda: self.desk.goto(StepKey.CONNECTION, ("connection", "day")), words))
        self._due.addStretch(1)


def _line(when: str, what: str, who: str) -> QHBoxLayout:
    day, text = short_label(when, Look.LABEL), OneLine(Look.BODY)
    day.setMinimumWidth(104)
    text.setText(what)
    text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    made = row(day, text, short_label(who, Look.HELP), spacing=8)
    made.setContentsMargins(0, 7, 0, 7)
    return made


def _rule() -> QFrame:
    line = QFrame()
    line.setObjectName("apart")
    line.setFixedHeight(1)
    return line


class CheckedBar(QWidget):
    """How much of the checklist is done, in words with a bar below."""

    def __init__(self) -> None:
        super().__init__()
        self._done, self._all = 0, 0
        self._words = short_label("", Look.HELP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 14)
        layout.addWidget(self._words, 0, Qt.AlignmentFlag.AlignRight)

    def show_count(self, done: int, everything: int) -> None:
        """Show a count."""
        if (done, everything) != (self._done, self._all):
            self._done, self._all = done, everything
            set_text(self._words, _("{done} av {all} på sjekklisten").format(done=done, all=everything))
            self.update()

    def sizeHint(self) -> QSize:
        """Return the width of the bar."""
        return QSize(230, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(0, self.height() - 12, self.width(), 9)
        painter.setBrush(QColor(worn().neutral.moderate))
        painter.drawRoundedRect(area, 4, 4)
        if self._all and self._done:
            area.setWidth(area.width() * self._done / self._all)
            painter.setBrush(QColor(worn().accent.strong))
            painter.drawRoundedRect(area, 4, 4)


class FirstActs(QWidget):
    """The first thing to do with its button, and the next two as lines."""

    def __init__(self, part: StepPart) -> None:
        super().__init__()
        self._part = part
        self._shown: tuple[Action, ...] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_actions(self, actions: Sequence[Action], figures: Figures) -> None:
        """Show the first three, where they differ."""
        wanted = tuple(actions[: 1 + LATER_ACTIONS])
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._layout)
        self._layout.addWidget(label(_("Gjør dette først"), Look.HEADING))
        box = QFrame()
        box.setProperty("look", Look.CARD.value)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(16, 10, 16, 4)
        inside.setSpacing(4)
        if not wanted:
            inside.addWidget(label(_("Ingenting haster nå.")))
        else:
            self._first(inside, wanted[0], figures)
        for action in wanted[1:]:
            inside.addWidget(_rule())
            inside.addLayout(self._later(action))
        self._layout.addWidget(box)
        self._layout.addStretch(1)

    def _first(self, inside: QVBoxLayout, action: Action, figures: Figures) -> None:
        if action.finding.severity is Severity.BLOCKER:
            stops = short_label(_("Stopper påkoblingen"), Look.ERROR)
            inside.addLayout(row(IconLabel(Icon.STOP, QColor(worn().danger.text), 18), stops, None, spacing=8))
        inside.addWidget(label(action.finding.message, Look.SUBHEADING))
        go = button(_("Gå dit"), Look.PRIMARY, lambda: self._go(action))
        go.setAccessibleDescription(action.finding.message)
        beside = [action.owner]
        if action.deadline is not None:
            passed = action.deadline < figures.today
            words = _("fristen var {day}") if passed else _("frist {day}")
            beside.append(words.format(day=formatting.near_day(action.deadline, figures.today)))
        if action.slack is not None and action.slack >= 0:
            words = ngettext("{days} arbeidsdag å gå på", "{days} arbeidsdager å gå på", action.slack)
            beside.append(words.format(days=formatting.number(action.slack)))
        inside.addLayout(row(go, label(" · ".join(filter(None, beside)), Look.HELP), spacing=12))

    def _later(self, action: Action) -> QHBoxLayout:
        stops = action.finding.severity is Severity.BLOCKER
        tone = worn().danger.text if stops else worn().neutral.text
        icon = IconLabel(Icon.STOP if stops else Icon.TO, QColor(tone), 18)
        link = Link(lambda: self._go(action), action.finding.message)
        made = row(icon, link, short_label(action.owner, Look.HELP), spacing=10)
        made.setContentsMargins(0, 5, 0, 5)
        return made

    def _go(self, action: Action) -> None:
        self._part.desk.goto(action.finding.step, action.finding.address)


class TaskList(QWidget):
    """The steps in three groups, each with how far it has come and what remains."""

    def __init__(self, part: StepPart) -> None:
        super().__init__()
        self._part = part
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 4, 0, 0)
        columns.setSpacing(36)
        self._entries: dict[StepKey, TaskEntry] = {}
        titles = {step.id: step.title for step in part.desk.content.steps}
        for words, steps in zip((_("Bestem"), _("Forbered"), _("Koble på")), GROUPS, strict=True):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(label(words, Look.HEADING))
            for step in steps:
                self._entries[step] = TaskEntry(titles[step.value], partial(part.desk.goto, step, ()))
                column.addWidget(self._entries[step])
            column.addStretch(1)
            columns.addLayout(column, 1)

    def show_steps(self, figures: Figures) -> None:
        """Show how far every step has come, and the first thing that remains there."""
        progress = {one.step: one for one in figures.progress}
        for step, entry in self._entries.items():
            found = figures.findings_at(step, least=Severity.MISSING)
            stopping = sum(one.severity is Severity.BLOCKER for one in found)
            entry.show_state(of_step(progress[step], stopping), found[0].message if found else "")


class TaskEntry(QWidget):
    """A step: its name as a link, its state in words, and one line of what remains."""

    def __init__(self, title: str, on_follow: Callable[[], object]) -> None:
        super().__init__()
        self.link = Link(on_follow, title)
        self._icon = IconLabel(Icon.TICK, QColor(worn().success.text), 15)
        self._state = short_label("", Look.HELP)
        self._below = OneLine(Look.SMALL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row(self.link, self._icon, self._state, spacing=6))
        layout.addWidget(self._below)
        layout.addSpacing(3)
        layout.addWidget(_rule())
        self._said = Said("?")

    def show_state(self, said: Said, below: str) -> None:
        """Show state and the line below."""
        set_text(self._below, _first_sentence(below))
        if said == self._said:
            return
        self._said = said
        self._icon.setVisible(said.sign is not Sign.NONE)
        if said.sign is not Sign.NONE:
            done = said.sign is Sign.DONE
            tone = worn().success.text if done else worn().danger.text
            self._icon.setPixmap(pixmap(Icon.TICK if done else Icon.STOP, QColor(tone), 15))
        set_text(self._state, said.words)
        looks = {Sign.NONE: Look.HELP, Sign.DONE: Look.HELP, Sign.STOPS: Look.ERROR}
        set_property(self._state, "look", looks[said.sign].value)


def _first_sentence(text: str) -> str:
    first, dot, _rest = text.partition(". ")
    return f"{first}." if dot else text


def _milestones(figures: Figures) -> Sequence[Milestone]:
    """Return today, the day, and up to three of what lies between, spread over the time."""
    day = figures.schedule.day
    if day is None:
        return ()
    dated = sorted(
        (item.due, item.title)
        for item in figures.schedule.activities
        if item.spec is not None
        and item.due is not None
        and figures.today < item.due < day
        and item.state is not TaskState.DONE
    )
    by_day = dict(reversed(dated))
    days = sorted(by_day)
    room = MILESTONES - 2
    chosen = days[:: max(1, -(-len(days) // room))][:room] if days else []
    return [
        Milestone(_("I dag"), figures.today, done=True),
        *(Milestone(by_day[one], one, done=False) for one in chosen),
        Milestone(_("Påkobling"), day, done=False),
    ]
