"""One handout for each role: what it is for, who holds it, and its tasks with deadlines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from digisos_wizard.export.handouts.sheet import Sheet, printed, top
from digisos_wizard.export.paper.blocks import Row, packed, table
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.export.paper.shapes import StateWords
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.content import RoleSpec
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import RoleAssignment
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.rules.connection.schedule import titled
from digisos_wizard.model.terms import TaskState

WIDTHS = (COLUMN - 92 * mm, 29 * mm, 29 * mm, 34 * mm)


@dataclass(frozen=True, slots=True)
class Task:
    """A line of a role sheet."""

    text: str
    start: date | None
    deadline: date | None
    state: TaskState
    help: str


def build(figures: Figures) -> bytes:
    """Return a page or more for every role that has anything to do, or is held by somebody."""
    sheet = Sheet()
    story: list[Flowable] = []
    held = {one.id: one for one in figures.plan.people.roles}
    for role in figures.content.roles:
        answer = held.get(role.id, RoleAssignment(id=role.id))
        tasks = tasks_of(figures, role, answer)
        if (tasks or answer.person) and not answer.not_relevant:
            if story:
                story.append(PageBreak())
            story += _page(sheet, figures, role, answer, tasks)
    for own in figures.plan.people.own_roles:
        tasks = _of_person(figures, own.person, set()) if own.person else ()
        if tasks:
            story += [PageBreak()] if story else []
            who = person_name(figures.plan, own.person)
            story += [*top(sheet, own.title or _("Rolle uten navn"), who), *_tasks(sheet, figures, tasks)]
    if not story:
        story = top(sheet, _("Dine oppgaver"), _("Ingen roller har oppgaver ennå."))
    return printed(sheet, figures, _("Dine oppgaver"), story)


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


def _page(
    sheet: Sheet, figures: Figures, role: RoleSpec, answer: RoleAssignment, tasks: Sequence[Task]
) -> list[Flowable]:
    phases = ", ".join(figures.content.option_label("Phase", phase.value).lower() for phase in role.phases)
    deputy = person_name(figures.plan, answer.deputy)
    pairs = [
        (_("Navn"), person_name(figures.plan, answer.person) or _("ikke bestemt")),
        (_("Stedfortreder"), deputy),
        (_("Når"), phases),
        (_("Hvorfor"), role.why),
        (_("Påkoblingsdag"), formatting.day(figures.schedule.day) if figures.schedule.day else _("ikke bestemt")),
    ]
    title = _("Dine oppgaver: {role}").format(role=role.title)
    return [*top(sheet, title), sheet.pairs(pairs, tight=True), *_tasks(sheet, figures, tasks)]


def _tasks(sheet: Sheet, figures: Figures, tasks: Sequence[Task]) -> list[Flowable]:
    styles = sheet.styles
    heading = sheet.heading(_("Oppgaver"))
    if not tasks:
        return [*heading, sheet.paragraph(_("Ingen oppgaver med denne rollen ennå."), styles.body)]
    titles = (_("Hva"), _("Begynn helst"), _("Ferdig senest"), _("Status"))
    rows = [Row([[sheet.paragraph(text, styles.head)] for text in titles])]
    for task in tasks:
        flow = [
            *sheet.paragraphs(task.text, styles.strong),
            *(sheet.paragraphs(task.help, styles.cell) if task.help else []),
        ]
        first, *more = packed(flow, WIDTHS[0])
        words = figures.content.option_label("TaskState", task.state.value)
        start, last = (formatting.day(day) if day else "–" for day in (task.start, task.deadline))
        state = StateWords(task.state, sheet.paragraph(words, styles.cell))
        days = [[sheet.paragraph(start, styles.cell)], [sheet.paragraph(last, styles.strong)]]
        rows.append(Row([first, *days, [state]]))
        rows += [Row([stack, [], [], []]) for stack in more]
    return [*heading, table(rows, WIDTHS, head=True, tight=True)]
