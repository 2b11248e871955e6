"""Forutsetninger: the few figures that the benefits rest on, and how fast applicants go digital."""

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import benefits_form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import label
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row
from digisos_wizard.ui.widgets.tables.short_list import ShortList

RAMP = ("benefits", "ramp")


class AssumptionsPart(StepPart):
    """Figures above, the years as a grid below; an own share is typed beside the estimate."""

    step = StepKey.BENEFITS
    key = "assumptions"

    def build(self) -> None:
        """Make the form and the grid."""
        self.add(label(_("Anslagene våre gjelder til dere skriver inn egne tall."), Look.HELP))
        self.form_of_all = self.form(benefits_form.ASSUMPTIONS)
        self.add(self.form_of_all)
        self.add(label(_("Hvor mange bruker det?"), Look.SUBHEADING))
        grid = Grid(
            GridParts(
                name=_("Digital andel per år"),
                columns=(
                    Column(_("År"), 1, 60),
                    Column(_("Søker digitalt, prosent"), 0, 190, numeric=True),
                    Column(_("Vårt anslag"), 1, 100, numeric=True, folds=True),
                    Column(_("Digitale vedlegg, prosent"), 0, 200, numeric=True),
                    Column(_("Vårt anslag"), 1, 100, numeric=True, folds=True),
                ),
                enter=self.desk.session.enter,
                paste=lambda found: self.desk.session.enter_many(found, _("Innlimte andeler")),
                signs=False,
                chevrons=False,
                refused=self.desk.say,
            )
        )
        self.ramp = ShortList(grid)
        self.track(self.ramp)
        self.add(self.ramp)
        self.add(label(_("Digitale vedlegg regnes av dem som søker digitalt."), Look.SMALL))

    def show(self, figures: Figures) -> None:
        """Show the years."""
        self.ramp.show_rows([_row(figures, at, year.year) for at, year in enumerate(figures.benefits.rows, start=1)])


def _row(figures: Figures, position: int, year: int) -> Row:
    address: Address = (*RAMP, str(position))
    cells = (
        Cell(str(year)),
        entry(figures, (*address, "digital_percent")),
        Cell(_estimate(figures, f"digital-percent.{position}"), quiet=True),
        entry(figures, (*address, "attachment_percent")),
        Cell(_estimate(figures, f"attachment-percent.{position}"), quiet=True),
    )
    return Row(str(position), address, cells, opens=False)


def _estimate(figures: Figures, key: str) -> str:
    found = figures.content.assumption_index.get(key)
    return f"{formatting.number(found.value)} %" if found is not None else "–"
