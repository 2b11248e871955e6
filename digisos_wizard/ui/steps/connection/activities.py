"""Aktiviteter: one list in groups by time, with own activities and measures in it, and the one chosen beside it."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.connection import OwnActivity
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.told.activity_lines import Line, about, lines, waited_for_by, waiting_for, week_late
from digisos_wizard.ui.form.sections import Section, SectionForm
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.form.chips import Chips
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, heading

from .phases import Phases

ACTIVITIES, OWN = ("connection", "activities"), ("connection", "own_activities")
LEFT, EVERY, DECIDING = "left", "every", "deciding"
NAMED = 2
"""Activities waited for that are listed; the rest are counted."""


class ActivitiesPart(StepPart):
    """What is not done first; the network is walked by what an activity waits for, and what waits for it."""

    step = StepKey.CONNECTION
    key = "activities"
    scrolls = False
    headed = True

    def build(self) -> None:
        """Make the list and the detail."""
        self._lines: dict[str, Line] = {}
        self._place: tuple[StepKey, Address] = (self.step, ())
        self.toolbar.addWidget(button(_("Egen aktivitet"), Look.SECONDARY, self._add))
        self.chips = Chips(_("Vis"), (LEFT, EVERY, DECIDING), lambda _key: self.render(self.desk.figures))
        head = QWidget()
        above = QVBoxLayout(head)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(8)
        above.addWidget(self.head)
        above.addWidget(self.chips)
        self._phases = Phases(most=12, columns=2)
        columns = (Column(_("Aktivitet"), 1, 220), Column(_("Status"), 0, 122))
        self.grid = Grid(GridParts(_("Aktiviteter"), columns, signs=False, chevrons=False, header=False))
        self.grid.unfolded.connect(self._unfold)
        words = _("Ingen aktiviteter å vise her.")
        self.list = ListDetail(
            self.grid, self._detail(), self._show_detail, empty=Empty(words), list_width=480, head=head
        )
        self.track(self.list)
        self.add(self.list, 1)

    def _detail(self) -> QWidget:
        self.phase, self.named = label("", Look.SMALL), label("", Look.HEADING)
        self.explained, self.facts = label("", Look.HELP), label("", Look.HELP)
        status = Section("", (("state", "owner"), ("done_on",)))
        self.activity = self.known(
            SectionForm(
                self.desk,
                (*ACTIVITIES, "*"),
                (
                    status,
                    Section(_("Egen frist eller varighet"), (("deadline", "duration_days"),), folded=True),
                    Section(_("Merknad"), (("note",),), folded=True),
                ),
            )
        )
        self.own = self.known(
            SectionForm(
                self.desk,
                (*OWN, "*"),
                (
                    Section("", (("title",), ("state", "owner"), ("done_on", "municipality"))),
                    Section("", (("offset_days", "duration_days"),)),
                    Section(_("Kan ikke begynne før"), (("after",),), folded=True),
                    Section(_("Merknad"), (("note",),), folded=True),
                ),
            )
        )
        network = (Column(_("Aktivitet"), 1, 200), Column(_("Status"), 0, 110))
        self.network = Grid(GridParts(_("Venter"), network, signs=False, header=False, whole=True))
        self.network.opened.connect(self.open_activity)
        self.late = label("", Look.HELP)
        self.there = button("", Look.SECONDARY, self._go)
        self.remove = button(_("Fjern aktiviteten"), Look.QUIET, self._remove)
        holder = QWidget()
        layout = column(8)
        pieces = (self.phase, self.named, self.explained, self.facts, self.activity, self.own, self.network, self.late)
        for piece in pieces:
            layout.addWidget(piece)
        layout.addLayout(row(self.there, self.remove, None, spacing=8))
        layout.addStretch(1)
        holder.setLayout(layout)
        return holder

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show the activities that the chip asks for; the one that is open stays, however its state and time change."""
        every = list(lines(figures))
        self._lines = {one.item.row_id: one for one in every}
        here = self._lines.get(self.list.open_found.row_id) if self.list.open_found is not None else None
        if here is not None:
            self._phases.open(here.phase)
        shown = {
            LEFT: [one for one in every if not one.item.finished or one is here],
            EVERY: every,
            DECIDING: [one for one in every if one.critical],
        }
        words = (_("Ikke ferdig {count}"), _("Alle {count}"), _("Avgjør dagen {count}"))
        counts = (sum(not one.item.finished for one in every), len(every), len(shown[DECIDING]))
        self.chips.show_words([text.format(count=count) for text, count in zip(words, counts, strict=True)])
        self.list.show_rows(self._phases.rows(shown[self.chips.chosen], _row))

    def _show_detail(self, found: Row) -> None:
        figures = self.desk.figures
        line = self._lines.get(found.row_id)
        if line is None:
            return
        item = line.item
        decides = _("avgjør hvor tidlig dere kan") if line.critical else ""
        set_text(self.phase, " · ".join(filter(None, (line.phase, decides))))
        set_text(self.named, line.title)
        self._say(self.explained, item.spec.help if item.spec is not None else "")
        self._say(self.facts, "\n".join(about(figures, item)))
        self._say(self.late, week_late(figures, item))
        own, measure = item.address[:2] == OWN, item.spec is None and item.address[:2] != OWN
        self.own.setVisible(own)
        self.activity.setVisible(item.spec is not None)
        self.remove.setVisible(own)
        self._show_way(item, measure=measure)
        if own or not measure:
            form = self.own if own else self.activity
            form.point_at(item.address)
            several = len(figures.plan.decision.municipalities) > 1
            done = item.state is TaskState.DONE
            form.ask_only(lambda path: {"done_on": done, "municipality": several}.get(path, True))
            form.show_plan(figures)
        self._show_network(figures, item)

    def _show_network(self, figures: Figures, item: PlannedActivity) -> None:
        rows = [
            *_waits(self._lines, _("Venter på"), waiting_for(figures, item)),
            *_waits(self._lines, _("Venter på denne"), waited_for_by(figures, item)),
        ]
        self.network.show_rows(rows)
        self.network.setVisible(bool(rows))

    def _show_way(self, item: PlannedActivity, *, measure: bool) -> None:
        """Offer the place where it is done, where that is another one."""
        known = self.desk.figures.register.at(item.address)
        step = known.step if known is not None else StepKey.CONNECTION
        title = next(one.title for one in self.desk.content.steps if one.id == step.value)
        self._place = (step, known.place if known is not None else item.address)
        elsewhere = measure or (known is not None and known.place[: len(ACTIVITIES)] not in (ACTIVITIES, OWN))
        self.there.setVisible(elsewhere)
        set_text(self.there, _("Gå til {step}").format(step=title))

    @staticmethod
    def _say(where: QLabel, words: str) -> None:
        where.setVisible(bool(words))
        set_text(where, words)

    # ----------------------------------------------------------------------------------------------------------- acts

    def open_activity(self, row_id: str) -> None:
        """Open an activity, also one that the chip leaves out or that is folded away."""
        line = self._lines.get(row_id)
        if line is not None:
            self._bring(line)
            self.list.open_row(row_id)

    def focus(self, address: Address) -> bool:
        """Come to an activity, also one that the chip leaves out or that is folded away."""
        if address[:2] in (ACTIVITIES, OWN) and len(address) > len(OWN):
            self.render(self.desk.figures)
            line = next((one for one in self._lines.values() if one.item.address == address[: len(OWN) + 1]), None)
            if line is not None:
                self._bring(line)
        return super().focus(address)

    def _bring(self, line: Line) -> None:
        if all(one.row_id != line.item.row_id for one in self.grid.rows_model.rows):
            self._phases.open(line.phase)
            if line.item.finished or self.chips.chosen == DECIDING:
                self.chips.buttons[EVERY].click()
            self.render(self.desk.figures)

    def _unfold(self, row_id: str) -> None:
        self._phases.open(row_id)
        self.render(self.desk.figures)

    def _go(self) -> None:
        self.desk.goto(*self._place)

    def _add(self) -> None:
        row_id = self.desk.session.new_row_id()
        self.desk.session.edit(Insert(OWN, OwnActivity(id=row_id)))
        self.render(self.desk.figures)
        self.focus((*OWN, row_id, "title"))

    def _remove(self) -> None:
        found = self.list.open_found
        if found is not None:
            self.list.close_row()
            self.desk.session.edit(Remove(found.address))


def _row(line: Line) -> Row:
    cells = (Cell(line.title, below=line.below, strong=line.critical), Cell(line.state, state=line.sign))
    return Row(line.item.row_id, line.item.address, cells)


def _waits(known: Mapping[str, Line], words: str, items: Sequence[PlannedActivity]) -> list[Row]:
    """Return the first of what waits under a heading, those that are more in it."""
    if not items:
        return []
    if len(items) > NAMED:
        words = _("{words}, og {count} til").format(words=words, count=len(items) - NAMED)
    shown = [known[one.row_id] for one in items[:NAMED]]
    rows = [Row(one.item.row_id, one.item.address, (Cell(one.title), Cell(one.state, state=one.sign))) for one in shown]
    return [heading(words, columns=2), *rows]
