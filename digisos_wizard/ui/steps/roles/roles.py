"""Rollene: who has which role, chosen in the row; the handbook's, the useful ones, and the office's own."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import resolve
from digisos_wizard.model.content import RoleSpec
from digisos_wizard.model.edits import Insert, Remove, Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.forms import roles_form
from digisos_wizard.model.people import OwnRole, RoleAssignment
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import choice
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail, Room
from digisos_wizard.ui.widgets.tables.persons import enter_person, with_new_person
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, Way, heading

ROLES, OWN_ROLES = ("people", "roles"), ("people", "own_roles")
NOT_RELEVANT = "-"
COLUMNS = 3


class RolesPart(StepPart):
    """One grid in three groups; the rest of a role stands in its detail."""

    step = StepKey.ROLES
    key = "roles"
    scrolls = False

    def build(self) -> None:
        """Make the grid and the detail of a role."""
        self.toolbar.addWidget(button(_("Egen rolle"), Look.SECONDARY, self._add))
        session = self.desk.session
        self._enter_person = enter_person(session, self.widget.window)
        persons = with_new_person(lambda: self.desk.figures)
        self.grid = Grid(
            GridParts(
                name=_("Roller"),
                columns=(
                    Column(_("Rolle"), 3, 200),
                    Column(_("Person"), 2, 190),
                    Column(_("Stedfortreder"), 2, 190, folds=True),
                ),
                enter=self._enter,
                choices=lambda address: (
                    (*persons(address), (NOT_RELEVANT, _("Ikke aktuell")))
                    if address[-1] == "person" and address[:2] == ROLES
                    else persons(address)
                ),
                signs=False,
                refused=self.desk.say,
            )
        )
        self.held = self.known(Form(self.desk, (*ROLES, "*"), roles_form.ROLES.lines))
        self.own = self.known(Form(self.desk, (*OWN_ROLES, "*"), roles_form.OWN_ROLES.lines))
        self._title, self._why = label("", Look.HEADING), label("", Look.HELP)
        self._remove = button(_("Fjern rollen"), Look.QUIET, self._remove_own)
        self.roles = ListDetail(self.grid, self._detail(), self._show_detail, empty=Empty(""), room=Room.TURNS)
        self.track(self.roles)
        self.add(self.roles, 1)

    def _detail(self) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        parts: tuple[QLabel | Form, ...] = (self._title, self._why, self.held, self.own)
        for part in parts:
            layout.addWidget(part)
        layout.addLayout(row(self._remove, None))
        layout.addStretch(1)
        return holder

    def show(self, figures: Figures) -> None:
        """Show who has which role."""
        self.roles.show_rows(_rows(figures))

    def _show_detail(self, found: Row) -> None:
        own = found.address[:2] == OWN_ROLES
        self.held.setVisible(not own)
        self.own.setVisible(own)
        self._remove.setVisible(own)
        set_text(self._title, found.title)
        spec = next((one for one in self.desk.content.roles if one.id == found.row_id), None)
        set_text(self._why, _why(self.desk.figures, spec) if spec is not None else "")
        form = self.own if own else self.held
        form.point_at(found.address)
        form.show_plan(self.desk.figures)

    def _enter(self, address: tuple[str, ...], text: str) -> None:
        """Take who has a role; that the role is not needed is an answer of its own."""
        role = address[:-1]
        if text == NOT_RELEVANT:
            self.desk.session.edit(Set(address, None), Set((*role, "not_relevant"), value=True))
            return
        assigned = resolve(self.desk.session.plan, role)
        if isinstance(assigned, RoleAssignment) and assigned.not_relevant and text:
            self.desk.session.edit(Set((*role, "not_relevant"), value=False))
        self._enter_person(address, text)

    def _add(self) -> None:
        row_id = self.desk.session.new_row_id()
        self.desk.session.edit(Insert(OWN_ROLES, OwnRole(id=row_id)))
        self.show(self.desk.figures)
        self.roles.open_row(row_id)
        self.own.fields["title"].take_focus()

    def _remove_own(self) -> None:
        found = self.roles.open_found
        if found is not None:
            self.roles.close_row()
            self.desk.session.edit(Remove(found.address))

    def below_remaining(self, figures: Figures) -> str:
        """Say what the names are used for."""
        del figures
        return _("Navnene her brukes i resten av planen.")


def _rows(figures: Figures) -> list[Row]:
    """Return the roles in their groups."""
    roles = figures.content.roles
    lacking = {
        one.address[2] for one in figures.findings_at(StepKey.ROLES, least=Severity.MISSING) if len(one.address) > 2
    }
    rows = [heading(_("Anbefalt av håndboka"), columns=COLUMNS)]
    rows += [_role(figures, one, lacking) for one in roles if one.required]
    rows.append(heading(_("Nyttige i tillegg"), columns=COLUMNS))
    rows += [_role(figures, one, lacking) for one in roles if not one.required]
    own = figures.plan.people.own_roles
    if own:
        rows.append(heading(_("Egne"), columns=COLUMNS))
    for one in own:
        address = (*OWN_ROLES, one.id)
        cells = (
            Cell(one.title or _("Rolle uten navn"), quiet=not one.title),
            choice(figures, (*address, "person"), _("Velg person")),
            choice(figures, (*address, "deputy")),
        )
        rows.append(Row(one.id, address, cells))
    return rows


def _role(figures: Figures, spec: RoleSpec, lacking: set[str]) -> Row:
    address = (*ROLES, spec.id)
    held = resolve(figures.plan, address)
    person = choice(figures, (*address, "person"), _("Velg person"))
    deputy = choice(figures, (*address, "deputy"))
    if isinstance(held, RoleAssignment) and held.not_relevant:
        person = Cell(_("Ikke aktuell"), way=Way.CHOSEN, place=(*address, "person"))
        deputy = Cell()
    chip = _("Gjenstår") if spec.id in lacking else ""
    return Row(spec.id, address, (Cell(spec.title), person, deputy), chip=chip, tip=spec.why)


def _why(figures: Figures, spec: RoleSpec) -> str:
    phases = ", ".join(figures.content.option_label("Phase", phase.value) for phase in spec.phases)
    if not phases:
        return spec.why
    return " ".join((spec.why, _("Fase: {phases}.").format(phases=phases)))
