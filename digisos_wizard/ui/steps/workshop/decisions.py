"""Beslutninger: what was agreed, who does it, by when and how far it has come, typed and chosen where it stands."""

from functools import partial

from PySide6.QtGui import QKeySequence

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.edits import Insert, Move, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.meetings.actions import open_actions
from digisos_wizard.model.rules.meetings.course import ACTIONS
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.workshop import Action
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text, shortcut
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import choice, entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, EmptyView
from digisos_wizard.ui.widgets.tables.persons import enter_person, with_new_person
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row


class DecisionsPart(StepPart):
    """A grid; decisions come here from the meetings, and can be written here too."""

    step = StepKey.WORKSHOP
    key = "decisions"
    scrolls = False
    wide = True

    def build(self) -> None:
        """Make the grid, its acts, and what it says while it is empty."""
        self.adding = button(_("Ny beslutning"), Look.SECONDARY, self._add)
        self.toolbar.addWidget(self.adding)
        self.grid = Grid(
            GridParts(
                name=_("Beslutninger"),
                columns=(
                    Column(_("Beslutning"), 5, 200),
                    Column(_("Ansvarlig"), 1, 150),
                    Column(_("Frist"), 0, 168),
                    Column(_("Status"), 0, 132),
                ),
                enter=enter_person(self.desk.session, self.widget.window),
                choices=with_new_person(lambda: self.desk.figures),
                chevrons=False,
                refused=self.desk.say,
            )
        )
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut(QKeySequence(keys), self.grid, partial(self._move, by))
        self.track(self.grid)
        self.add(self.grid, 1)
        self.left = label("", Look.SMALL)
        self.tools = (
            button(_("Flytt opp"), Look.QUIET, partial(self._move, -1)),
            button(_("Flytt ned"), Look.QUIET, partial(self._move, 1)),
            button(_("Fjern beslutningen"), Look.QUIET, self._remove),
        )
        self.add(row(self.left, *self.tools, spacing=4))
        self.empty = EmptyView(Empty(_("Beslutningene fra møtene kommer hit."), _("Ny beslutning"), self._add))
        self.add(self.empty, 1)

    @property
    def has_act(self) -> bool:
        """Whether there is nothing yet, so that the first decision is what to write."""
        return not self.grid.rows_model.rows

    def show(self, figures: Figures) -> None:
        """Show what was decided."""
        rows = [_row(figures, one) for one in figures.plan.workshop.actions]
        self.grid.show_rows(rows)
        for part in (self.grid, self.adding, *self.tools):
            part.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        waiting = open_actions(figures.plan, figures.today)
        late = sum(one.late for one in waiting)
        words = ngettext("{count} åpen", "{count} åpne", len(waiting)).format(count=len(waiting)) if rows else ""
        if late:
            words = _("{words}, {late} over fristen").format(words=words, late=late)
        set_text(self.left, words)

    def _add(self) -> None:
        row_id = self.desk.session.new_row_id()
        self.desk.session.edit(Insert(ACTIONS, Action(id=row_id)))
        self.render(self.desk.figures)
        self.grid.focus((*ACTIONS, row_id, "text"))

    def _move(self, by: int) -> None:
        here = self.grid.current_row
        if here is None:
            return
        position = self.grid.rows_model.rows.index(here) + by
        if 0 <= position < len(self.grid.rows_model.rows):
            self.desk.session.edit(Move(here.address, position))
            self.show(self.desk.figures)  # a key that is held down moves on from there

    def _remove(self) -> None:
        here = self.grid.current_row
        if here is not None:
            self.desk.session.edit(Remove(here.address))


def _row(figures: Figures, action: Action) -> Row:
    address = (*ACTIONS, action.id)
    cells: tuple[Cell, ...] = (
        entry(figures, (*address, "text")),
        choice(figures, (*address, "owner"), _("Velg person")),
        entry(figures, (*address, "deadline")),
        choice(figures, (*address, "state")),
    )
    sign = Sign.DONE if action.state is TaskState.DONE else Sign.NONE
    return Row(action.id, address, cells, sign=sign, opens=False)
