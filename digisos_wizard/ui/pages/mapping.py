"""Organisering og kartlegging: time use today and tomorrow, applicants, tasks and routines."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QLabel

from digisos_wizard.export.drawing.process import scene
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.content import MaterialSpec, TaskSpec
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import mapping_form
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.ui.cards.staff_answers import StaffAnswersCard
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.figures import KeyFigures
from digisos_wizard.ui.parts.rows import new_row
from digisos_wizard.ui.parts.rows_view import Column
from digisos_wizard.ui.parts.scene_view import SceneView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.shown.mapping import (
    STEPS,
    band,
    group_rows,
    material_rows,
    reflection_rows,
    step_rows,
    task_rows,
)
from digisos_wizard.ui.widgets.look.basics import Card, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

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
        self._build_flow()
        self.answers = StaffAnswersCard(self)
        self.add(self.answers)
        self._build_groups()
        self._build_tasks()
        self._build_materials()
        self._build_reflections()

    def _build_steps(self) -> None:
        card = Card(
            _("Arbeidsprosess og tidsbruk"),
            _("Hvor mange minutter går med per søknad, på papir i dag og når den kommer digitalt?"),
        )
        card.add(self.form(mapping_form.VOLUME))
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
                    rows=step_rows,
                    empty=_("Ingen steg er lagt inn. Hent de vanlige, og tilpass dem til kontoret."),
                    adding=(Adding(_("Legg til steg"), new_row(self.desk.session, lambda: STEPS, ProcessStep)),),
                    removable=True,
                    movable=True,
                ),
                mapping_form.STEPS,
            )
        )
        card.add(self.steps)
        self.add(card)

    def _build_flow(self) -> None:
        self.flow_card = Card(
            _("I dag og i morgen"),
            _("Stegene side om side. Klikk på et steg for å endre det."),
        )
        self.flow = SceneView(_("Arbeidsprosessen i dag og i morgen"))
        self.flow.chosen.connect(lambda step: self.desk.goto(self.key, (*STEPS, step)))
        self.flow_card.add(self.flow)
        self.add(self.flow_card)

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
                    rows=group_rows,
                ),
                mapping_form.GROUPS,
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
                        Column(_("Status"), 3),
                        Column(_("Ansvarlig"), 3),
                        Column(_("Frist"), 3),
                    ),
                    rows=task_rows,
                ),
                mapping_form.TASKS,
            )
        )
        self.task_help = label("", Look.HELP)
        self.tasks.detail.body.insertWidget(1, self.task_help)
        self.tasks.chosen.connect(lambda _row: self.show(self.desk.figures))
        card.add(self.tasks)
        self.add(card)

    def _build_materials(self) -> None:
        card = Card(_("Støttemateriell"), _("Velg det dere vil bruke, og skriv gjerne når og hvordan."))
        self.materials = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Støttemateriell"),
                    columns=(
                        Column(_("Materiell"), 5),
                        Column(_("For"), 2),
                        Column(_("Vi bruker det"), 2),
                        Column(_("Slik bruker vi det"), 4),
                    ),
                    rows=material_rows,
                ),
                mapping_form.MATERIALS,
            )
        )
        self.material_help = label("", Look.HELP)
        self.materials.detail.body.insertWidget(1, self.material_help)
        self.materials.chosen.connect(lambda _row: self.show(self.desk.figures))
        card.add(self.materials)
        self.add(card)

    def _build_reflections(self) -> None:
        card = Card(_("Spørsmål å tenke gjennom sammen"))
        self.reflections = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Refleksjonsspørsmål"),
                    columns=(Column(_("Spørsmål"), 6), Column(_("Svar"), 4)),
                    rows=reflection_rows,
                ),
                mapping_form.REFLECTIONS,
            )
        )
        card.add(self.reflections)
        self.add(card)

    def show(self, figures: Figures) -> None:
        """Show sums, the flow, the answers, and the help of the chosen task."""
        mapping = figures.plan.mapping
        self.band.show_figures(band(figures))
        self.usual.setVisible(not mapping.steps)
        self.flow_card.setVisible(bool(mapping.steps))
        self.flow.show_scene(partial(scene, figures, steps=mapping.steps))
        self.answers.show_plan(figures)
        shares = [group.percent for group in mapping.groups if group.percent is not None]
        total = sum(shares, Decimal(0))
        words = _("Til sammen {sum} prosent.").format(sum=formatting.number(total)) if shares else ""
        whole = total == WHOLE or not shares
        set_text(self.group_sum, words if whole else " ".join((words, _("Det skal bli 100."))))
        self._show_help(self.tasks, self.task_help, figures.content.tasks)
        self._show_help(self.materials, self.material_help, figures.content.materials)

    def _show_help(self, table: RecordTable, help_label: QLabel, specs: Sequence[TaskSpec | MaterialSpec]) -> None:
        chosen = table.chosen_row
        spec = next((spec for spec in specs if chosen is not None and spec.id == chosen.row_id), None)
        set_text(help_label, spec.help if spec else "")
        help_label.setVisible(bool(spec and spec.help))

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
