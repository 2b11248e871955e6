"""Oversikt: how far, what blocks, what is due, and the next best thing to do."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.readiness import Action
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.rules.benefits import said
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.figures import KeyFigure, KeyFigures
from digisos_wizard.ui.parts.timeline import Milestone, Timeline
from digisos_wizard.ui.widgets.look.basics import Box, Card, ToneName, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

ACTIONS_SHOWN = 5
MILESTONES_SHOWN = 6


class OverviewPage(Page):
    """The page a leader opens on a Monday."""

    key = StepKey.OVERVIEW

    def build(self) -> None:
        """Make the page's parts."""
        self.timeline = Timeline(_("Veien til påkobling"))
        self.add(self.timeline)
        self.actions_heading = label(_("Gjør dette først"), Look.HEADING)
        self.add(self.actions_heading)
        self._actions: list[ActionBox] = [ActionBox(self) for _position in range(ACTIONS_SHOWN)]
        for box in self._actions:
            self.add(box)
        self.band = KeyFigures(3)
        self.add(self.band)
        self.due = Card(_("Frister de neste fire ukene"))
        self._due_lines = QVBoxLayout()
        self._due_lines.setSpacing(6)
        self._due_labels = [label() for _position in range(8)]
        for line in self._due_labels:
            self._due_lines.addWidget(line)
        self.due.add(self._due_lines)
        self.add(self.due)

    def show(self, figures: Figures) -> None:
        """Show readiness, actions, milestones, key figures and deadlines."""
        day = figures.schedule.day
        set_text(
            self.heading,
            _("Koblet på. Er alt på plass?")
            if figures.schedule.connected
            else _("Klar til påkobling {day}?").format(day=formatting.day(day))
            if day
            else _("Klar til påkobling?"),
        )
        readiness = figures.current
        set_text(self.lead, readiness.headline)
        self.timeline.show_milestones(_milestones(figures))
        shown = readiness.actions[:ACTIONS_SHOWN]
        self.actions_heading.setVisible(bool(shown))
        for position, box in enumerate(self._actions):
            box.setVisible(position < len(shown))
            if position < len(shown):
                box.show_action(shown[position], self.desk.content.steps)
        self.band.show_figures(_band(figures))
        self._show_due(figures)

    def _show_due(self, figures: Figures) -> None:
        lines = [
            f"{formatting.day(item.deadline)}: {item.title}" + (_(" – forfalt") if item.late else "")
            for item in figures.schedule.activities
            if item.deadline is not None
            and item.state not in (TaskState.DONE, TaskState.NOT_RELEVANT)
            and (item.deadline - figures.today).days <= 28
        ]
        lines = list(dict.fromkeys(lines))
        for position, widget in enumerate(self._due_labels):
            widget.setVisible(position < len(lines))
            set_text(widget, lines[position] if position < len(lines) else "")
        self.due.setVisible(bool(lines))


class ActionBox(Box):
    """One thing to do: what, why, who, and the way there."""

    def __init__(self, page: Page) -> None:
        super().__init__(ToneName.WARNING)
        self._page = page
        self._action: Action | None = None
        self.who = label("", Look.HELP)
        self.go = button("", Look.QUIET, self._go)
        self.body.addLayout(row(self.who, self.go))

    def show_action(self, action: Action, steps: Sequence[object]) -> None:
        """Show an action."""
        self._action = action
        finding = action.finding
        tone = ToneName.DANGER if finding.severity >= Severity.ERROR else ToneName.WARNING
        self.say(finding.message, "", tone)
        parts = [action.owner] if action.owner else []
        if action.deadline is not None:
            today = self._page.desk.figures.today
            passed = action.deadline < today
            words = _("Fristen var {day}") if passed else _("Frist {day}")
            parts.append(words.format(day=formatting.near_day(action.deadline, today)))
        if action.slack is not None and action.slack >= 0:
            words = ngettext(
                "{days} arbeidsdag til påkoblingen må flyttes",
                "{days} arbeidsdager til påkoblingen må flyttes",
                action.slack,
            )
            parts.append(words.format(days=formatting.number(action.slack)))
        if action.critical:
            parts.append(_("avgjør hvor tidlig dere kan"))
        set_text(self.who, " · ".join(parts))
        title = next(
            (str(getattr(step, "title", "")) for step in steps if getattr(step, "id", "") == finding.step.value), ""
        )
        set_text(self.go, _("Gå til {step}").format(step=title))
        self.go.setAccessibleName(f"{self.go.text()}: {finding.message}")

    def _go(self) -> None:
        if self._action is not None:
            self._page.desk.goto(self._action.finding.step, self._action.finding.address)


def _milestones(figures: Figures) -> Sequence[Milestone]:
    day = figures.schedule.day
    if day is None:
        return ()
    found = [Milestone(_("I dag"), figures.today, done=True), Milestone(_("Påkobling"), day, done=False)]
    dated = [
        item
        for item in figures.schedule.activities
        if item.spec is not None
        and item.deadline is not None
        and figures.today < item.deadline < day
        and item.state is not TaskState.DONE
    ]
    dated.sort(key=lambda item: item.deadline or day)
    room = MILESTONES_SHOWN - len(found)
    step = max(1, -(-len(dated) // room)) if dated else 1
    seen = set()
    for item in dated[::step]:
        if item.deadline not in seen and item.deadline is not None:
            seen.add(item.deadline)
            found.append(Milestone(item.title, item.deadline, done=False))
    return sorted(found, key=lambda milestone: milestone.day)


def _band(figures: Figures) -> Sequence[KeyFigure]:
    rows = figures.checklist
    relevant = [line for line in rows if line.state is not TaskState.NOT_RELEVANT]
    done = sum(line.state is TaskState.DONE for line in relevant)
    working = sum(line.state is TaskState.IN_PROGRESS for line in relevant)
    costs = figures.costs
    whole = costs.total()
    result = figures.benefits
    last = result.rows[-1] if result.rows else None
    note = _("{count} årsverk").format(count=formatting.number(last.full_time_equivalents, 1)) if last else ""
    if not result.claimed:
        note = _("ingen gevinst bruker tiden ennå")
    elif result.uncounted_hours:
        note = _("{hours} uten bestemt bruk").format(hours=formatting.hours(result.uncounted_hours))
    return [
        KeyFigure(
            _("Sjekkliste"),
            _("{done} av {all}").format(done=done, all=len(relevant)),
            _("{count} i arbeid").format(count=working),
        ),
        KeyFigure(
            _("Kostnad {years} år, uten mva").format(years=costs.years),
            formatting.money(whole.net) if costs.lines else "–",
            "" if whole.complete else _("ufullstendig: priser mangler"),
        ),
        KeyFigure(
            said.freed(result),
            formatting.hours(last.saved_hours) if last else "–",
            note,
        ),
    ]
