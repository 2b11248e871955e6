"""The measures against one risk: rows that are typed in place."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.privacy import Risk, RiskMeasure
from digisos_wizard.model.rules.privacy.catalogue import RISKS
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.widgets.look.basics import button, row, short_label
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, as_icon
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import choice, entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.persons import enter_person, with_new_person
from digisos_wizard.ui.widgets.tables.rows import Column, Row


class Measures(QWidget):
    """As many rows as there are measures; none scrolls."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._table: Address = ()
        self.grid = Grid(
            GridParts(
                name=_("Tiltak mot risikoen"),
                columns=(Column(_("Tiltak"), 4, 170), Column(_("Ansvarlig"), 1, 128), Column(_("Frist"), 0, 132)),
                enter=enter_person(desk.session, self.window),
                choices=with_new_person(lambda: desk.figures),
                paste=lambda found: desk.session.enter_many(found, _("Innlimte tiltak")),
                signs=False,
                chevrons=False,
                header=False,
                whole=True,
                flat=True,
                refused=desk.say,
            )
        )
        add = button(_("Legg til tiltak"), Look.QUIET, self._add)
        add.setIcon(as_icon(Icon.PLUS, QColor(worn().accent.text), 16))
        self._remove_button = button(_("Fjern tiltaket"), Look.QUIET, self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row(short_label(_("Tiltak"), Look.SUBHEADING), None, self._remove_button, add, spacing=4))
        layout.addWidget(self.grid)

    def show_measures(self, figures: Figures, risk: Risk) -> None:
        """Show the measures of a risk."""
        self._table = (*RISKS, risk.id, "measures")
        self.grid.show_rows([_row(figures, (*self._table, one.id)) for one in risk.measures])
        self.grid.setVisible(bool(risk.measures))
        self._remove_button.setVisible(bool(risk.measures))

    def _add(self) -> None:
        row_id = self._desk.session.new_row_id()
        self._desk.session.edit(Insert(self._table, RiskMeasure(id=row_id)))
        self._show_again()
        self.grid.focus((*self._table, row_id, "text"))
        self.grid.edit(self.grid.currentIndex())

    def _remove(self) -> None:
        found = self.grid.current_row
        if found is not None:
            self._desk.session.edit(Remove(found.address))
            self._show_again()

    def _show_again(self) -> None:
        figures = self._desk.figures
        risk = next((one for one in figures.plan.privacy.risks if one.id == self._table[-2]), None)
        if risk is not None:
            self.show_measures(figures, risk)


def _row(figures: Figures, address: Address) -> Row:
    cells = (
        entry(figures, (*address, "text")),
        choice(figures, (*address, "owner"), _("Ansvarlig")),
        entry(figures, (*address, "deadline")),
    )
    return Row(address[-1], address, cells, opens=False)
