"""Forankring: who answers for the benefits, where the plan was agreed on, and whom they depend on."""

from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Stakeholder
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import benefits_form
from digisos_wizard.ui.form.field import Manner
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import button, label, row
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import choice, choices_of, entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Column, Row

STAKEHOLDERS = ("benefits", "stakeholders")


class SupportPart(StepPart):
    """Three answers above, and the stakeholders in a grid that everything is written in."""

    step = StepKey.BENEFITS
    key = "support"
    wide = True

    def build(self) -> None:
        """Make the answers and the grid."""
        self.add(self.form(benefits_form.ANCHORING, manner=Manner.BRIEF))
        self.add(label(_("Hvem er gevinstene avhengige av?"), Look.SUBHEADING))
        self.grid = Grid(
            GridParts(
                _("Interessenter"),
                (
                    Column(_("Hvem"), 3, 130),
                    Column(_("Det de er opptatt av"), 4, 150),
                    Column(_("Innflytelse"), 0, 118),
                    Column(_("Holdning"), 0, 118),
                    Column(_("Slik møter vi dem"), 4, 150),
                ),
                enter=self.desk.session.enter,
                choices=choices_of(lambda: self.desk.figures),
                paste=lambda found: self.desk.session.enter_many(found, _("Innlimte interessenter")),
                signs=False,
                chevrons=False,
                whole=True,
                refused=self.desk.say,
            )
        )
        self.track(self.grid)
        self.none = label(_("Ingen er lagt inn ennå. Tenk for eksempel på tillitsvalgte og ledere."), Look.HELP)
        self.drop = button(_("Fjern raden"), Look.QUIET, self._remove)
        self.add(self.none)
        self.add(self.grid)
        self.add(row(button(_("Legg til interessent"), Look.SECONDARY, self._add), self.drop, None, spacing=8))

    def show(self, figures: Figures) -> None:
        """Show whom the benefits depend on."""
        rows = []
        for one in figures.plan.benefits.stakeholders:
            at = (*STAKEHOLDERS, one.id)
            cells = (
                entry(figures, (*at, "name")),
                entry(figures, (*at, "interest")),
                choice(figures, (*at, "influence")),
                choice(figures, (*at, "attitude")),
                entry(figures, (*at, "strategy")),
            )
            rows.append(Row(one.id, at, cells, opens=False))
        self.grid.show_rows(rows)
        for piece in (self.grid, self.drop):
            piece.setVisible(bool(rows))
        self.none.setVisible(not rows)

    def _add(self) -> None:
        row_id = self.desk.session.new_row_id()
        self.desk.session.edit(Insert(STAKEHOLDERS, Stakeholder(id=row_id)))
        self.show(self.desk.figures)
        self.grid.focus((*STAKEHOLDERS, row_id, "name"))

    def _remove(self) -> None:
        found = self.grid.current_row
        if found is not None:
            self.desk.session.edit(Remove(found.address))
