"""What the plan takes for granted: our estimates, and the office's own figures where it has any."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Assumption
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms import connection_form
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.widgets.look.basics import label
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import choice, entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row

ASSUMPTIONS = ("connection", "assumptions")
USED = ("shortest-weeks", "slot-weekday", "tight-days")
"""The assumptions of the content that the schedule uses."""


class Assumptions(QWidget):
    """A grid with a row for each, and whether the setup is tested first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.grid = Grid(
            GridParts(
                name=_("Det planen legger til grunn"),
                columns=(
                    Column(_("Hva"), 4, 240),
                    Column(_("Verdi"), 0, 150),
                    Column(_("Enhet"), 0, 90),
                    Column(_("Hvem sier det"), 0, 120),
                ),
                enter=desk.session.enter,
                choices=self._choices,
                signs=False,
                chevrons=False,
                refused=desk.say,
            )
        )
        self.test = Form(desk, connection_form.TEST.base, connection_form.TEST.lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(_("Dette er våre anslag. Skriv deres eget tall der det passer bedre."), Look.HELP))
        layout.addWidget(self.grid)
        layout.addWidget(self.test)
        layout.addStretch(1)

    def show_plan(self, figures: Figures) -> None:
        """Show what is used."""
        self.grid.show_rows([_row(figures, figures.content.assumption_index[key]) for key in USED])
        self.grid.setFixedHeight(self.grid.whole_height())

    def _choices(self, address: Address) -> Sequence[tuple[str, str]]:
        spec = self._desk.content.assumption_index[address[-2]]
        return [("", _("Vårt anslag")), *((str(number), words) for number, words in enumerate(spec.words))]


def _row(figures: Figures, spec: Assumption) -> Row:
    address = (*ASSUMPTIONS, spec.id, "value")
    own = next((row.value for row in figures.plan.connection.assumptions if row.id == spec.id), None)
    used = int(own if own is not None else spec.value)
    named = bool(spec.words) and 0 <= used < len(spec.words)
    cell = choice(figures, address) if spec.words else entry(figures, address)
    if spec.words or not cell.text:
        words = spec.words[used] if named else formatting.number(used)
        cell = replace(cell, text=words, quiet=own is None)
    whose = _("deres eget") if own is not None else _("vårt anslag")
    cells = (Cell(spec.label, below=spec.why), cell, Cell("" if spec.words else spec.unit), Cell(whose))
    return Row(spec.id, address[:-1], cells, opens=False)
