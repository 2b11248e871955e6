"""Organisering og kartlegging: time use today and tomorrow, applicants, tasks and routines."""

from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import resolve
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.mapping import MappingTask, ProcessStep, Reflection
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.basics import Card, button, label, row, set_text
from digisos_wizard.ui.parts.figures import KeyFigure, KeyFigures
from digisos_wizard.ui.parts.rows import cells, new_row
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.theme import Look

STEPS = ("mapping", "steps")
TASKS = ("mapping", "tasks")
GROUPS = ("mapping", "groups")
REFLECTIONS = ("mapping", "reflections")
WHOLE = 100


class MappingPage(Page):
    """The baseline that the benefits are measured against."""

    key = StepKey.MAPPING

    def build(self) -> None:
        """Make the page's parts."""
        self.band = KeyFigures(3)
        self.add(self.band)
        self.add(self.missing)
        self._build_steps()
        self._build_groups()
        self._build_tasks()
        self._build_reflections()

    def _build_steps(self) -> None:
        card = Card(
            _("Arbeidsprosess og tidsbruk"),
            _("Hvor mange minutter går med per søknad, på papir i dag og når den kommer digitalt?"),
        )
        card.add(self.form(("mapping",), (("cases_per_month",),)))
        self.usual = button(_("Hent de vanlige stegene"), Look.PRIMARY, self._add_usual)
        card.add(row(self.usual, None))
        self.steps = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Steg i arbeidsprosessen"),
                    columns=(
                        Column(_("Steg"), 5),
                        Column(_("Papir, min"), 2, numeric=True),
                        Column(_("Digitalt, min"), 2, numeric=True),
                        Column(_("Spart, min"), 2, numeric=True),
                    ),
                    rows=_step_rows,
                    empty=_("Ingen steg er lagt inn. Hent de vanlige, og tilpass dem til kontoret."),
                    adding=(Adding(_("Legg til steg"), new_row(self.desk.session, lambda: STEPS, ProcessStep)),),
                    removable=True,
                    movable=True,
                ),
                (
                    ("name", "who"),
                    ("paper_minutes", "digital_minutes"),
                    ("depends_on_attachments",),
                    ("disappears",),
                    ("note",),
                ),
                base=(*STEPS, "*"),
            )
        )
        card.add(self.steps)
        self.add(card)

    def _build_groups(self) -> None:
        card = Card(
            _("Søkerne deres"),
            _("Anslå hvor stor del av søkerne som hører til hver gruppe. Til sammen skal det bli 100 prosent."),
        )
        self.groups = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Grupper av søkere"),
                    columns=(Column(_("Gruppe"), 5), Column(_("Andel"), 1, numeric=True), Column(_("Tiltak"), 4)),
                    rows=_group_rows,
                ),
                (("percent",), ("measures",)),
                base=(*GROUPS, "*"),
            )
        )
        self.group_sum = label("", Look.HELP)
        card.add(self.groups)
        card.add(self.group_sum)
        self.add(card)

    def _build_tasks(self) -> None:
        card = Card(_("Oppgaver og rutiner"))
        self.tasks = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Oppgaver og rutiner"),
                    columns=(
                        Column(_("Oppgave"), 6),
                        Column(_("Status"), 2),
                        Column(_("Ansvarlig"), 3),
                        Column(_("Frist"), 2),
                    ),
                    rows=_task_rows,
                ),
                (("state",), ("owner", "deadline"), ("note",)),
                base=(*TASKS, "*"),
            )
        )
        self.task_help = label("", Look.HELP)
        self.tasks.detail.body.insertWidget(1, self.task_help)
        self.tasks.chosen.connect(lambda _row: self.show(self.desk.figures))
        card.add(self.tasks)
        self.add(card)

    def _build_reflections(self) -> None:
        card = Card(_("Spørsmål å tenke gjennom sammen"))
        self.reflections = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Refleksjonsspørsmål"),
                    columns=(Column(_("Spørsmål"), 6), Column(_("Svar"), 4)),
                    rows=_reflection_rows,
                ),
                (("answer",), ("decision",), ("owner",)),
                base=(*REFLECTIONS, "*"),
            )
        )
        card.add(self.reflections)
        self.add(card)

    def show(self, figures: Figures) -> None:
        """Show sums and the help of the chosen task."""
        mapping = figures.plan.mapping
        saved = [_saved(step) for step in mapping.steps]
        known = [minutes for minutes in saved if minutes is not None]
        whole = bool(saved) and len(known) == len(saved)
        cases = mapping.cases_per_month
        hours = figures.benefits.full_effect_hours
        self.band.show_figures(
            [
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
        )
        self.usual.setVisible(not mapping.steps)
        shares = [group.percent for group in mapping.groups if group.percent is not None]
        total = sum(shares, Decimal(0))
        words = _("Til sammen {sum} prosent.").format(sum=formatting.number(total)) if shares else ""
        set_text(self.group_sum, words if total == WHOLE or not shares else f"{words} {_('Det skal bli 100.')}")
        chosen = self.tasks.chosen_row
        spec = next((task for task in figures.content.tasks if chosen is not None and task.id == chosen.row_id), None)
        set_text(self.task_help, spec.help if spec else "")
        self.task_help.setVisible(bool(spec and spec.help))

    def _add_usual(self) -> None:
        session = self.desk.session
        session.edit(
            *(
                Insert(
                    STEPS,
                    ProcessStep(
                        id=session.new_row_id(),
                        catalogue_id=spec.id,
                        name=spec.name,
                        who=spec.who,
                        depends_on_attachments=spec.depends_on_attachments,
                    ),
                )
                for spec in session.content.process_steps
            )
        )


def _saved(step: ProcessStep) -> Decimal | None:
    if step.paper_minutes is None or step.digital_minutes is None:
        return None
    return step.paper_minutes - step.digital_minutes


def _step_rows(figures: Figures) -> list[RowView]:
    rows = []
    for step in figures.plan.mapping.steps:
        address = (*STEPS, step.id)
        name, paper, digital = cells(figures, address, "name", "paper_minutes", "digital_minutes")
        saved = _saved(step)
        rows.append(
            RowView(
                step.id,
                address,
                (name, paper or "–", digital or "–", "–" if saved is None else formatting.number(saved)),
            )
        )
    return rows


def _group_rows(figures: Figures) -> list[RowView]:
    rows = []
    for spec in figures.content.groups:
        percent, measures = cells(figures, (*GROUPS, spec.id), "percent", "measures")
        rows.append(
            RowView(
                spec.id, (*GROUPS, spec.id), (spec.title, f"{percent} %" if percent else "–", measures), tip=spec.help
            )
        )
    return rows


def _task_rows(figures: Figures) -> list[RowView]:
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


def _reflection_rows(figures: Figures) -> list[RowView]:
    rows = []
    for spec in figures.content.reflections:
        answer = resolve(figures.plan, (*REFLECTIONS, spec.id))
        if isinstance(answer, Reflection):
            state = TaskState.DONE if answer.answer else TaskState.OPEN
            rows.append(RowView(spec.id, (*REFLECTIONS, spec.id), (spec.question, answer.answer), state))
    return rows
