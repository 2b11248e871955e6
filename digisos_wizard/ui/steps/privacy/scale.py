"""The words of the scales, the office's own beside the handbook's, and the limit above which something must be done."""

from collections.abc import Callable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms import privacy_form
from digisos_wizard.model.rules.privacy.risks import STEPS
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.widgets.look.basics import button, label, row
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, as_icon
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, heading

SCALE: Address = ("privacy", "scale")


class ScaleWords(QWidget):
    """Ten words in a grid that is typed in, and the limit."""

    def __init__(self, desk: Desk, on_back: Callable[[], object]) -> None:
        super().__init__()
        back = button(_("Tilbake til listen"), Look.QUIET, on_back)
        back.setIcon(as_icon(Icon.BACK, QColor(worn().accent.text)))
        self.grid = Grid(
            GridParts(
                name=_("Ordene på skalaen"),
                columns=(
                    Column(_("Ordet i håndboka"), 3, 160),
                    Column(_("Det betyr"), 4, 160, folds=True),
                    Column(_("Deres eget ord"), 3, 160),
                ),
                enter=desk.session.enter,
                paste=lambda found: desk.session.enter_many(found, _("Innlimte ord")),
                signs=False,
                chevrons=False,
                dense=True,
                refused=desk.say,
            )
        )
        self.limit = Form(desk, privacy_form.LIMIT.base, privacy_form.LIMIT.lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 0, 12)
        layout.setSpacing(8)
        layout.addLayout(row(back, None))
        layout.addWidget(label(_("Ordene og grensen"), Look.HEADING))
        layout.addWidget(self.limit)
        layout.addWidget(self.grid, 1)

    def show_plan(self, figures: Figures) -> None:
        """Show the words of both scales."""
        self.grid.show_rows(_rows(figures))

    def focus(self, address: Address) -> bool:
        """Come to a word, or to the limit."""
        return self.grid.focus(address) or self.limit.focus(address)


def _rows(figures: Figures) -> list[Row]:
    words = {step.id: step for step in figures.content.scales}
    rows = []
    for scale, title in (("likelihood", _("Sannsynlighet")), ("consequence", _("Konsekvens"))):
        rows.append(heading(title, columns=3))
        for step in STEPS:
            key = f"{scale}.{step}"
            address = (*SCALE, key)
            usual = words[key]
            cells = (Cell(f"{step}  {usual.label}"), Cell(usual.help), entry(figures, (*address, "text")))
            rows.append(Row(key, address, cells, opens=False))
    return rows
