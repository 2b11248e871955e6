"""What the mapping page shows: key figures, and rows of steps, groups, tasks, material and reflections."""

from collections.abc import Sequence
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import resolve
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.mapping import MappingTask, Material, Reflection
from digisos_wizard.model.rules.benefits.time_saved import saved_minutes
from digisos_wizard.model.terms import Audience, TaskState
from digisos_wizard.ui.parts.figures import KeyFigure
from digisos_wizard.ui.parts.rows import cells
from digisos_wizard.ui.parts.rows_view import RowView

STEPS = ("mapping", "steps")
TASKS = ("mapping", "tasks")
GROUPS = ("mapping", "groups")
MATERIALS = ("mapping", "materials")
REFLECTIONS = ("mapping", "reflections")


def band(figures: Figures) -> Sequence[KeyFigure]:
    """Return the key figures: applications, minutes saved for each, and what it may become in a year."""
    mapping = figures.plan.mapping
    saved = [saved_minutes(step) for step in mapping.steps]
    known = [minutes for minutes in saved if minutes is not None]
    whole = bool(saved) and len(known) == len(saved)
    cases = mapping.cases_per_month
    hours = figures.benefits.full_effect_hours
    return [
        KeyFigure(
            _("Søknader i måneden"),
            formatting.number(cases) if cases is not None else "–",
            _("papir og digitalt"),
        ),
        KeyFigure(
            _("Spart tid per digital søknad"),
            _("{count} min").format(count=formatting.number(sum(known, Decimal(0)))) if known else "–",
            "" if whole or not known else _("ufullstendig: minutter mangler"),
        ),
        KeyFigure(
            _("Mulig frigjort tid per år"),
            formatting.hours(hours) if hours else "–",
            _("hvis alle søker digitalt"),
        ),
    ]


def step_rows(figures: Figures) -> list[RowView]:
    """Return the steps with their minutes."""
    rows = []
    for step in figures.plan.mapping.steps:
        address = (*STEPS, step.id)
        name, paper, digital = cells(figures, address, "name", "paper_minutes", "digital_minutes")
        saved = saved_minutes(step)
        rows.append(
            RowView(
                step.id,
                address,
                (name, paper or "–", digital or "–", "–" if saved is None else formatting.number(saved)),
            )
        )
    return rows


def group_rows(figures: Figures) -> list[RowView]:
    """Return LP's groups with shares and measures."""
    rows = []
    for spec in figures.content.groups:
        percent, measures = cells(figures, (*GROUPS, spec.id), "percent", "measures")
        rows.append(
            RowView(
                spec.id, (*GROUPS, spec.id), (spec.title, f"{percent} %" if percent else "–", measures), tip=spec.help
            )
        )
    return rows


def task_rows(figures: Figures) -> list[RowView]:
    """Return tasks and routines; what no longer applies says so."""
    rows = []
    for spec in figures.content.tasks:
        address = (*TASKS, spec.id)
        task = resolve(figures.plan, address)
        if isinstance(task, MappingTask):
            title = _("{title} (gjaldt i 2019)").format(title=spec.title) if spec.superseded else spec.title
            state, owner, deadline = cells(figures, address, "state", "owner", "deadline")
            shown = TaskState.NOT_RELEVANT if spec.superseded and task.state is TaskState.OPEN else task.state
            rows.append(RowView(spec.id, address, (title, state, owner, deadline), shown, tip=spec.help))
    return rows


def reflection_rows(figures: Figures) -> list[RowView]:
    """Return the questions with their answers."""
    rows = []
    for spec in figures.content.reflections:
        answer = resolve(figures.plan, (*REFLECTIONS, spec.id))
        if isinstance(answer, Reflection):
            state = TaskState.DONE if answer.answer else TaskState.OPEN
            rows.append(RowView(spec.id, (*REFLECTIONS, spec.id), (spec.question, answer.answer), state))
    return rows


def material_rows(figures: Figures) -> list[RowView]:
    """Return the support material; what the office uses is ticked."""
    audiences = {Audience.STAFF: _("Ansatte"), Audience.CITIZENS: _("Innbyggere")}
    rows = []
    for spec in figures.content.materials:
        address = (*MATERIALS, spec.id)
        found = resolve(figures.plan, address)
        if isinstance(found, Material):
            state = TaskState.DONE if found.chosen else TaskState.OPEN
            used = _("Ja") if found.chosen else "–"
            rows.append(
                RowView(
                    spec.id, address, (spec.title, audiences[spec.audience], used, found.note), state, tip=spec.help
                )
            )
    return rows
