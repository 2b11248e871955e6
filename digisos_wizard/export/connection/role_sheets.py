"""One handout for each role: what it is for, who holds it, and its tasks with deadlines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from digisos_wizard.export.document import model as d
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.content import RoleSpec
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import RoleAssignment
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.rules.connection.schedule import titled
from digisos_wizard.model.terms import TaskState


@dataclass(frozen=True, slots=True)
class Task:
    """A line of a role sheet."""

    text: str
    start: date | None
    deadline: date | None
    state: TaskState
    help: str


def document(figures: Figures) -> d.Document:
    """Return a page or more for every role that has anything to do, or is held by somebody."""
    held = {one.id: one for one in figures.plan.people.roles}
    pages: list[list[d.Block]] = []
    for role in figures.content.roles:
        answer = held.get(role.id, RoleAssignment(id=role.id))
        tasks = tasks_of(figures, role, answer)
        if (tasks or answer.person) and not answer.not_relevant:
            pages.append([*_role(figures, role, answer), *_tasks(figures, tasks)])
    for own in figures.plan.people.own_roles:
        tasks = _of_person(figures, own.person, set()) if own.person else ()
        if tasks:
            title = d.Title(own.title or _("Rolle uten navn"), lead=[person_name(figures.plan, own.person)])
            pages.append([title, *_tasks(figures, tasks)])
    if not pages:
        pages = [[d.Title(_("Dine oppgaver"), lead=[_("Ingen roller har oppgaver ennå.")])]]
    blocks = [block for number, page in enumerate(pages) for block in ([d.NewPage()] * bool(number) + page)]
    return d.Document(_("Dine oppgaver"), blocks, handout=True)


def tasks_of(figures: Figures, role: RoleSpec, answer: RoleAssignment) -> tuple[Task, ...]:
    """Return the tasks of a role: the activities that fall to it and nobody else, and what its holder is named for."""
    activities = figures.schedule.activities
    mine = [item for item in activities if item.spec is not None and item.spec.role == role.id]
    tasks = [_task(figures, item) for item in mine if item.owner in (None, answer.person)]
    known = {item.row_id for item in mine}
    return (*tasks, *(_of_person(figures, answer.person, known) if answer.person else ()))


def _of_person(figures: Figures, person: str | None, known: set[str]) -> tuple[Task, ...]:
    """Return what a person is named for beside the role: activities, own ones and decisions from meetings."""
    roles = {role.id for role in figures.plan.people.roles if role.person == person}
    found = [
        _task(figures, item)
        for item in figures.schedule.activities
        if item.owner == person and item.row_id not in known and not (item.spec is not None and item.spec.role in roles)
    ]
    found += [
        Task(action.text, None, action.deadline, action.state, "")
        for action in figures.plan.workshop.actions
        if action.owner == person
    ]
    return tuple(sorted(found, key=lambda task: task.deadline or date.max))


def _task(figures: Figures, item: PlannedActivity) -> Task:
    text = item.spec.help if item.spec is not None else ""
    return Task(titled(figures.plan, item), item.start, item.due, item.state, text)


def _role(figures: Figures, role: RoleSpec, answer: RoleAssignment) -> Iterator[d.Block]:
    phases = ", ".join(figures.content.option_label("Phase", phase.value).lower() for phase in role.phases)
    day = figures.schedule.day
    yield d.Title(_("Dine oppgaver: {role}").format(role=role.title))
    yield d.Facts(
        [
            (_("Navn"), person_name(figures.plan, answer.person) or _("ikke bestemt")),
            (_("Stedfortreder"), person_name(figures.plan, answer.deputy)),
            (_("Når"), phases),
            (_("Hvorfor"), role.why),
            (_("Påkoblingsdag"), formatting.day(day) if day else _("ikke bestemt")),
        ]
    )


def _tasks(figures: Figures, tasks: Sequence[Task]) -> Iterator[d.Block]:
    yield d.Heading(_("Oppgaver"))
    if not tasks:
        yield d.Text(_("Ingen oppgaver med denne rollen ennå."))
        return
    columns = (
        d.Column(_("Hva"), 82),
        d.Column(_("Begynn helst"), 29),
        d.Column(_("Ferdig senest"), 29, look=d.Look.STRONG),
        d.Column(_("Status"), 34),
    )
    rows: list[Sequence[d.Cell]] = [
        (
            [d.Text(task.text, look=d.Look.STRONG), *([d.Text(task.help)] if task.help else [])],
            *(formatting.day(day) if day else "–" for day in (task.start, task.deadline)),
            [d.Mark(task.state, figures.content.option_label("TaskState", task.state.value))],
        )
        for task in tasks
    ]
    yield d.Table(columns, rows)
