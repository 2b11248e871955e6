"""Opplysningenes vei: where personal data go, and who answers for each way."""

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import privacy_form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row


class FlowPart(StepPart):
    """The ways as the sources tell them, to be held against the office's own agreements."""

    step = StepKey.PRIVACY
    key = "flow"
    wide = True

    def build(self) -> None:
        """Make the list."""
        self.add(self.form(privacy_form.FLOW))
        self.grid = Grid(
            GridParts(
                name=_("Veien opplysningene går"),
                columns=(
                    Column(_("Fra og til"), 3, 220),
                    Column(_("Hvem svarer for det"), 2, 230),
                    Column(_("Kilde"), 3, 320, folds=True),
                ),
                signs=False,
                chevrons=False,
                whole=True,
            )
        )
        self.track(self.grid)
        self.add(self.grid)
        self.body.addStretch(1)

    def show(self, figures: Figures) -> None:
        """Show the ways."""
        self.grid.show_rows(_rows(figures))


def _rows(figures: Figures) -> list[Row]:
    rows = []
    for path in figures.content.data_flow:
        sources = [figures.content.source_label(source) for source in path.sources]
        cells = (
            Cell(f"{path.start} → {path.end}", below=path.what),
            Cell(path.responsible, below=path.role),
            Cell(sources[0], below=", ".join(sources[1:])),
        )
        rows.append(Row(path.id, (), cells, opens=False, tip=", ".join(sources)))
    return rows
