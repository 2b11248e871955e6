"""Tiltaksplan: the measures against all risks, the nearest deadline first; owner, deadline and state in the row."""

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.privacy.catalogue import RISKS
from digisos_wizard.model.rules.privacy.risks import Action, actions
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.tables.cells import choice, entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, EmptyView
from digisos_wizard.ui.widgets.tables.persons import enter_person, with_new_person
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row


class ActionsPart(StepPart):
    """One grid; a row leads to the risk that its measure is for."""

    step = StepKey.PRIVACY
    key = "actions"
    scrolls = False

    def build(self) -> None:
        """Make the grid."""
        self.grid = Grid(
            GridParts(
                name=_("Tiltaksplan"),
                columns=(
                    Column(_("Tiltak"), 5, 190),
                    Column(_("Ansvarlig"), 2, 120),
                    Column(_("Frist"), 1, 120),
                    Column(_("Status"), 1, 110),
                ),
                enter=enter_person(self.desk.session, self.widget.window),
                choices=self._choices,
                signs=False,
                refused=self.desk.say,
            )
        )
        self._persons = with_new_person(lambda: self.desk.figures)
        self.grid.opened.connect(self._open)
        self.track(self.grid)
        words = _("Ingen tiltak ennå. Tiltak legges til på risikoen de er for.")
        self.empty = EmptyView(Empty(words, _("Gå til risikoene"), lambda: self.desk.goto(self.step, RISKS)))
        self.add(self.grid, 1)
        self.add(self.empty, 1)

    def show(self, figures: Figures) -> None:
        """Show the measures, or where they are made."""
        rows = [_row(figures, action) for action in actions(figures.plan, figures.today)]
        self.grid.show_rows(rows)
        self.grid.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    @property
    def has_act(self) -> bool:
        """Whether the way to the risks is the blue button."""
        return self.empty.isVisibleTo(self.widget)

    def _choices(self, address: tuple[str, ...]) -> list[tuple[str, str]]:
        found = list(self._persons(address))
        return found if address[-1] == "owner" else [one for one in found[:-1] if one[0]]

    def _open(self, row_id: str) -> None:
        row = next(row for row in self.grid.rows_model.rows if row.row_id == row_id)
        self.desk.goto(self.step, (*row.address, "text"))


def _row(figures: Figures, action: Action) -> Row:
    address, measure = action.address, action.measure
    state = choice(figures, (*address, "state"))
    cells = (
        Cell(measure.text or _("Tiltak uten navn"), below=action.risk.title, quiet=not measure.text),
        choice(figures, (*address, "owner"), _("Velg person")),
        entry(figures, (*address, "deadline")),
        state,
    )
    return Row(measure.id, address, cells, chip=_("Forfalt") if action.late else "")
