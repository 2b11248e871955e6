"""Roller: the people, and who holds which role."""

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import resolve
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import roles_form
from digisos_wizard.model.people import OwnRole, Person, RoleAssignment
from digisos_wizard.model.rules.editing.erasure import mentions, references
from digisos_wizard.model.rules.people.workload import hours_by_person, roles_by_person
from digisos_wizard.model.steps import step_of
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.dialogs import ask_erasing
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.rows import new_row, table_rows
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.widgets.look.basics import Card, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

PERSONS = ("people", "persons")
ROLES = ("people", "roles")
OWN_ROLES = ("people", "own_roles")


class RolesPage(Page):
    """Persons first, then the handbook's roles and the office's own."""

    key = StepKey.ROLES

    def build(self) -> None:
        """Make the page's parts."""
        self.add(self.missing)
        self._build_persons()
        self._build_roles()
        self._build_own_roles()

    def _build_persons(self) -> None:
        card = Card(_("Personer"), _("Legg inn hver person én gang. Andre steder velger du fra denne listen."))
        self.persons = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Personer"),
                    columns=(
                        Column(_("Navn"), 4),
                        Column(_("Tittel"), 4),
                        Column(_("E-post"), 5),
                        Column(_("Roller"), 2, numeric=True),
                        Column(_("Timer i uken"), 3, numeric=True),
                    ),
                    rows=_person_rows,
                    empty=_("Ingen personer er lagt inn ennå."),
                    adding=(Adding(_("Legg til person"), new_row(self.desk.session, lambda: PERSONS, Person)),),
                    removable=True,
                ),
                roles_form.PERSONS,
            )
        )
        card.add(self.persons)
        self.erase_button = button(
            _("Fjern personen overalt …"), Look.QUIET, self._erase, name=_("Fjern den valgte personen overalt")
        )
        card.add(row(self.erase_button, None))
        self.add(card)

    def _erase(self) -> None:
        """Ask, and take the chosen person out of plan, undo, snapshots and archive."""
        chosen = self.persons.chosen_row
        if chosen is None:
            return
        session = self.desk.session
        used = len(references(session.plan, session.content, chosen.row_id))
        steps = {step_of(address) for address in mentions(session.plan, chosen.row_id)}
        titles = {step.id: step.title for step in session.content.steps}
        texts = ", ".join(titles[step.value] for step in StepKey if step in steps)
        name = person_name(session.plan, chosen.row_id)
        if not ask_erasing(self.widget, name, used, texts):
            return
        try:
            session.erase_person(chosen.row_id)
        except UserError as error:
            self.desk.say(error.message)

    def _build_roles(self) -> None:
        card = Card(
            _("Roller fra håndboka"), _("Rollene som håndboka anbefaler står først. Resten er nyttige i tillegg.")
        )
        self.roles = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Roller fra håndboka"),
                    columns=(Column(_("Rolle"), 4), Column(_("Person"), 3), Column(_("Stedfortreder"), 3)),
                    rows=_role_rows,
                ),
                roles_form.ROLES,
            )
        )
        self.why = label("", Look.HELP)
        self.roles.detail.body.insertWidget(1, self.why)
        self.roles.chosen.connect(lambda _row: self.show(self.desk.figures))
        card.add(self.roles)
        self.add(card)

    def _build_own_roles(self) -> None:
        card = Card(_("Egne roller"))
        self.own_roles = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Egne roller"),
                    columns=(Column(_("Rolle"), 4), Column(_("Person"), 3), Column(_("Stedfortreder"), 3)),
                    rows=table_rows(OWN_ROLES, "title", "person", "deputy"),
                    empty=_("Trenger dere en rolle som ikke står over, legger du den til her."),
                    adding=(Adding(_("Legg til rolle"), new_row(self.desk.session, lambda: OWN_ROLES, OwnRole)),),
                    removable=True,
                ),
                roles_form.OWN_ROLES,
            )
        )
        card.add(self.own_roles)
        self.add(card)

    def show(self, figures: Figures) -> None:
        """Show why the chosen role is needed, and when."""
        self.erase_button.setVisible(self.persons.chosen_row is not None)
        found = self.roles.chosen_row
        spec = next((role for role in figures.content.roles if found is not None and role.id == found.row_id), None)
        if spec is not None:
            phases = ", ".join(figures.content.option_label("Phase", phase.value) for phase in spec.phases)
            told = (spec.why, _("Fase: {phases}.").format(phases=phases)) if phases else (spec.why,)
            set_text(self.why, " ".join(told))


def _person_rows(figures: Figures) -> list[RowView]:
    held, hours = roles_by_person(figures.plan), hours_by_person(figures.plan)
    return [
        RowView(
            person.id,
            (*PERSONS, person.id),
            (
                person.name,
                person.title,
                person.email,
                str(held[person.id]),
                formatting.number(hours[person.id]) if person.id in hours else "",
            ),
        )
        for person in figures.plan.people.persons
    ]


def _role_rows(figures: Figures) -> list[RowView]:
    rows: list[RowView] = []
    for role in sorted(figures.content.roles, key=lambda spec: not spec.required):
        address = (*ROLES, role.id)
        held = resolve(figures.plan, address)
        if not isinstance(held, RoleAssignment):
            continue
        if held.not_relevant:
            state, person = TaskState.NOT_RELEVANT, _("Ikke aktuell")
        elif held.person:
            state, person = TaskState.DONE, person_name(figures.plan, held.person)
        else:
            state, person = TaskState.OPEN, _("Mangler") if role.required else _("Ikke valgt")
        rows.append(RowView(role.id, address, (role.title, person, person_name(figures.plan, held.deputy)), state))
    return rows
