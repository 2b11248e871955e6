"""Every form for itself: a list of them, and the minutes of the one chosen in a grid that is typed in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.mapping.estimates import DIGITAL, PAPER
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.steps.row_tools import RowTools
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row

RESPONSES: Address = ("mapping", "responses")


class EachAnswer(QWidget):
    """The forms to the left, the minutes of one to the right."""

    def __init__(self, desk: Desk, back: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        forms = Grid(GridParts(_("Skjemaene"), (Column(_("Skjema"), 1, 160),), signs=False, chevrons=False))
        self.grid = Grid(
            GridParts(
                _("Minutter i skjemaet"),
                (
                    Column(_("Steg"), 1, 160),
                    Column(_("Papir, min"), 0, 110, numeric=True),
                    Column(_("Digitalt, min"), 0, 110, numeric=True),
                ),
                enter=desk.session.enter,
                paste=lambda found: desk.session.enter_many(found, _("Innlimte minutter")),
                signs=False,
                chevrons=False,
                refused=desk.say,
            )
        )
        self._named, self._comment = label("", Look.HEADING), label("", Look.HELP)
        self.tools = RowTools(desk, _("Fjern skjemaet"), lambda: self.list)
        detail = QWidget()
        lines = column(8)
        for piece in (self._named, self._comment, self.grid, self.tools):
            lines.addWidget(piece)
        lines.addStretch(1)
        detail.setLayout(lines)
        self.list = ListDetail(forms, detail, self._show_detail, empty=Empty(""), list_width=300)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row(button(_("Tilbake til svarene samlet"), Look.LINK, back), None))
        layout.addWidget(self.list, 1)

    def show_plan(self, figures: Figures) -> None:
        """Show the forms, and the one that is open."""
        self.list.show_rows(
            [
                Row(
                    one.id,
                    (*RESPONSES, one.id),
                    (
                        Cell(
                            one.label or _("Skjema uten navn"),
                            below=formatting.day(one.read_on) if one.read_on else "",
                        ),
                    ),
                )
                for one in figures.plan.mapping.responses
            ]
        )

    def _show_detail(self, found: Row) -> None:
        figures = self._desk.figures
        response = next(one for one in figures.plan.mapping.responses if one.id == found.row_id)
        set_text(self._named, found.title)
        set_text(self._comment, response.comment)
        self._comment.setVisible(bool(response.comment))
        rows = []
        for step in figures.plan.mapping.steps:
            address = (*found.address, "rows", step.id)
            minutes = (entry(figures, (*address, way)) for way in (PAPER, DIGITAL))
            rows.append(Row(step.id, address, (Cell(step.name or _("Steg uten navn")), *minutes), opens=False))
        self.grid.show_rows(rows)
        self.grid.setFixedHeight(self.grid.whole_height())
        self.tools.point_at(found.address)

    def open(self, row_id: str) -> None:
        """Open a form at its first number."""
        self.list.open_row(row_id)
        step = self._desk.session.plan.mapping.steps[0].id
        self.grid.focus((*RESPONSES, row_id, "rows", step, PAPER))

    def focus(self, address: Address) -> bool:
        """Open the form of an address, at its number where it names one; tells whether it is here."""
        form = self.list.grid.row_at(address)
        if form is None:
            return False
        self.list.open_row(form.row_id)
        if not self.grid.focus(address):
            self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
