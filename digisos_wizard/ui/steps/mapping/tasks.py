"""Oppgaver og rutiner: what is done at the office, in groups; state, owner and deadline stand in the row."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import resolve
from digisos_wizard.model.content import TaskSpec
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import mapping_form
from digisos_wizard.model.mapping import MappingTask
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import column, label, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import choice, entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail, Room
from digisos_wizard.ui.widgets.tables.persons import enter_person, with_new_person
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, heading

TASKS = ("mapping", "tasks")
COLUMNS = 4


class TasksPart(StepPart):
    """One grid in groups; what a task is about and a note stand in its detail."""

    step = StepKey.MAPPING
    key = "tasks"
    scrolls = False
    headed = True

    def build(self) -> None:
        """Make the grid and the detail of a task."""
        self.grid = Grid(
            GridParts(
                name=_("Oppgaver og rutiner"),
                columns=(
                    Column(_("Oppgave"), 5, 200),
                    Column(_("Status"), 1, 122),
                    Column(_("Ansvarlig"), 2, 138),
                    Column(_("Frist"), 0, 168),
                ),
                enter=enter_person(self.desk.session, self.widget.window),
                choices=with_new_person(lambda: self.desk.figures),
                refused=self.desk.say,
            )
        )
        self.tasks = ListDetail(
            self.grid, self._detail(), self._show_detail, empty=Empty(""), room=Room.TURNS, head=self.head
        )
        self.track(self.tasks)
        self.add(self.tasks, 1)

    def _detail(self) -> QWidget:
        self.named, self.about = label("", Look.HEADING), label("", Look.HELP)
        self.task = self.known(Form(self.desk, (*TASKS, "*"), mapping_form.TASKS.lines))
        holder = QWidget()
        lines = column(12)
        for piece in (self.named, self.about, self.task):
            lines.addWidget(piece)
        lines.addStretch(1)
        holder.setLayout(lines)
        return holder

    def show(self, figures: Figures) -> None:
        """Show the tasks in their groups."""
        self.tasks.show_rows(_rows(figures))

    def _show_detail(self, found: Row) -> None:
        set_text(self.named, found.title)
        spec = next(spec for spec in self.desk.content.tasks if spec.id == found.row_id)
        set_text(self.about, spec.help)
        self.task.point_at(found.address)
        self.task.show_plan(self.desk.figures)


def _rows(figures: Figures) -> list[Row]:
    """Return the tasks that apply in three groups, and last what applied before."""
    tasks = figures.content.tasks
    groups: tuple[tuple[str, Sequence[TaskSpec]], ...] = (
        (_("Fra håndboka"), [one for one in tasks if one.group == "handbook" and not one.superseded]),
        (_("Rutiner på kontoret"), [one for one in tasks if one.group == "routine" and not one.superseded]),
        (_("Med de ansatte"), [one for one in tasks if one.group == "staff" and not one.superseded]),
        (_("Gjaldt i 2019"), [one for one in tasks if one.superseded]),
    )
    rows = []
    for words, specs in groups:
        if specs:
            rows += [heading(words, _count(figures, specs), COLUMNS), *(_row(figures, spec) for spec in specs)]
    return rows


def _state(figures: Figures, spec: TaskSpec) -> TaskState:
    task = resolve(figures.plan, (*TASKS, spec.id))
    return task.state if isinstance(task, MappingTask) else TaskState.OPEN


def _count(figures: Figures, specs: Sequence[TaskSpec]) -> str:
    states = [_state(figures, one) for one in specs if not one.superseded]
    known = [state for state in states if state is not TaskState.NOT_RELEVANT]
    if not known:
        return ""
    done = sum(state is TaskState.DONE for state in known)
    return _("{done} av {all} ferdig").format(done=done, all=len(known))


def _row(figures: Figures, spec: TaskSpec) -> Row:
    address = (*TASKS, spec.id)
    cells = (
        Cell(spec.title, quiet=spec.superseded),
        choice(figures, (*address, "state")),
        choice(figures, (*address, "owner"), _("Velg person")),
        entry(figures, (*address, "deadline")),
    )
    done = Sign.DONE if _state(figures, spec) is TaskState.DONE else Sign.NONE
    return Row(spec.id, address, cells, sign=done, tip=spec.help)
