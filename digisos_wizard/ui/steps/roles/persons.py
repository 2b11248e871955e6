"""Personene: everybody who is with them, with roles and hours; a person can be taken out everywhere."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.display import person_name
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.people import Person
from digisos_wizard.model.rules.editing.erasure import mentions, references
from digisos_wizard.model.rules.people.workload import hours_by_person, roles_by_person
from digisos_wizard.model.steps import step_of
from digisos_wizard.ui.dialogs import ask_erasing
from digisos_wizard.ui.form.sections import Section, SectionForm
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row

PERSONS = ("people", "persons")


class PersonsPart(StepPart):
    """A list of persons with the one chosen beside it."""

    step = StepKey.ROLES
    key = "persons"
    scrolls = False

    def build(self) -> None:
        """Make the list and the detail of a person."""
        self.toolbar.addWidget(button(_("Ny person"), Look.SECONDARY, self._add))
        columns = (Column(_("Navn"), 3, 140), Column(_("Roller"), 0, 60, numeric=True))
        self.grid = Grid(GridParts(_("Personer"), columns, signs=False, chevrons=False))
        self._name, self._load = label("", Look.HEADING), label("", Look.HELP)
        self.person = self.known(
            SectionForm(
                self.desk,
                (*PERSONS, "*"),
                (
                    Section(_("Hvem"), (("name",), ("title",), ("email",))),
                    Section(_("Flere opplysninger"), (("organisation",), ("phone",)), folded=True),
                ),
            )
        )
        remove = button(_("Fjern fra listen"), Look.QUIET, self._remove)
        self.erase = button(_("Fjern personen overalt …"), Look.QUIET, self._erase)
        detail = QWidget()
        layout = QVBoxLayout(detail)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._name)
        layout.addWidget(self._load)
        layout.addWidget(self.person)
        layout.addLayout(row(remove, self.erase, None, spacing=8))
        layout.addStretch(1)
        self.persons = ListDetail(
            self.grid,
            detail,
            self._show_detail,
            empty=Empty(
                _("Legg inn hver person én gang. Andre steder velger du fra denne listen."),
                _("Legg til person"),
                self._add,
            ),
            list_width=360,
        )
        self.track(self.persons)
        self.add(self.persons, 1)

    def show(self, figures: Figures) -> None:
        """Show the persons with the number of their roles."""
        held = roles_by_person(figures.plan)
        self.persons.show_rows(
            [
                Row(
                    one.id,
                    (*PERSONS, one.id),
                    (
                        Cell(one.name or _("Person uten navn"), below=one.title, quiet=not one.name),
                        Cell(str(held[one.id])),
                    ),
                )
                for one in figures.plan.people.persons
            ]
        )

    def _show_detail(self, found: Row) -> None:
        plan = self.desk.session.plan
        count, hours = roles_by_person(plan)[found.row_id], hours_by_person(plan).get(found.row_id)
        words = ngettext("{count} rolle", "{count} roller", count).format(count=count)
        if hours is not None:
            words = _("{roles}, {hours} timer i uken").format(roles=words, hours=formatting.number(hours))
        set_text(self._name, found.title)
        set_text(self._load, words)
        self.person.point_at(found.address)
        self.person.show_plan(self.desk.figures)

    def _add(self) -> None:
        row_id = self.desk.session.new_row_id()
        self.desk.session.edit(Insert(PERSONS, Person(id=row_id)))
        self.show(self.desk.figures)
        self.persons.open_row(row_id)
        self.person.fields["name"].take_focus()

    def _remove(self) -> None:
        found = self.persons.open_found
        if found is not None:
            self.desk.session.edit(Remove(found.address))

    def _erase(self) -> None:
        """Ask, and take the person out of plan, undo, snapshots and archive."""
        found = self.persons.open_found
        if found is None:
            return
        session = self.desk.session
        used = len(references(session.plan, session.content, found.row_id))
        steps = {step_of(address) for address in mentions(session.plan, found.row_id)}
        titles = {step.id: step.title for step in session.content.steps}
        texts = ", ".join(titles[step.value] for step in StepKey if step in steps)
        if not ask_erasing(self.widget, person_name(session.plan, found.row_id), used, texts):
            return
        try:
            session.erase_person(found.row_id)
        except UserError as error:
            self.desk.say(error.message)
