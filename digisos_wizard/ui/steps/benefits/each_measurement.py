"""All measurements of one benefit, with day and note; those between the measuring points as well."""

from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.benefits import Measurement
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.told.benefit_lines import ITEMS
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row


class EachMeasurement(QWidget):
    """Bound to one benefit at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._table: Address = (*ITEMS, "*", "measurements")
        self._title, self._indicator = label("", Look.HEADING), label("", Look.HELP)
        self.grid = Grid(
            GridParts(
                _("Målinger av gevinsten"),
                (
                    Column(_("Målepunkt"), 2, 130),
                    Column(_("Målt"), 0, 160),
                    Column(_("Verdi"), 0, 110, numeric=True),
                    Column(_("Merknad"), 4, 180),
                ),
                enter=desk.session.enter,
                paste=lambda found: desk.session.enter_many(found, _("Innlimte målinger")),
                signs=False,
                chevrons=False,
                whole=True,
                refused=desk.say,
            )
        )
        add = button(_("Legg til måling"), Look.SECONDARY, self._add)
        self._remove_button = button(_("Fjern målingen"), Look.QUIET, self._remove)
        change = button(_("Endre hva som måles"), Look.LINK, self._to_benefit)
        lines = column(8, (0, 0, 0, 8))
        for piece in (self._title, self._indicator, self.grid):
            lines.addWidget(piece)
        lines.addLayout(row(add, self._remove_button, None, change, spacing=8))
        lines.addStretch(1)
        self.setLayout(lines)

    def show_row(self, found: Row) -> None:
        """Show the measurements of a row's benefit."""
        figures = self._desk.figures
        benefit = next(one for one in figures.plan.benefits.items if one.id == found.row_id)
        self._table = found.address
        set_text(self._title, found.title)
        set_text(self._indicator, benefit.indicator or _("Ikke satt hva som måles"))
        titles = {one.spec.id: one.spec.label for one in figures.measuring_points}
        rows = []
        for one in benefit.measurements:
            at = (*found.address, one.id)
            point = titles.get(one.point)
            words = _("Etter {label}").format(label=point) if point else _("Utenom")
            paths = ("measured_on", "value", "note")
            rows.append(Row(one.id, at, (Cell(words), *(entry(figures, (*at, path)) for path in paths)), opens=False))
        self.grid.show_rows(rows)
        self.grid.setVisible(bool(rows))
        self._remove_button.setVisible(bool(rows))

    def _add(self) -> None:
        session = self._desk.session
        row_id = session.new_row_id()
        session.edit(Insert(self._table, Measurement(id=row_id, measured_on=session.now().date())))

    def _remove(self) -> None:
        found = self.grid.current_row
        if found is not None:
            self._desk.session.edit(Remove(found.address))

    def _to_benefit(self) -> None:
        self._desk.goto(StepKey.BENEFITS, (*self._table[:-1], "indicator"))
