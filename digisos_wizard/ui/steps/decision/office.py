"""Kontoret og kommunene: what the plan is called and for, and the municipalities in a grid."""

from pathlib import Path

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.intake import population
from digisos_wizard.intake.files import read_bytes
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import decision_form
from digisos_wizard.ui.dialogs import ask_open
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import Box, ToneName, button, label, row
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row

MUNICIPALITIES = ("decision", "municipalities")
NUMBERS = ("org_number", "receiving_org_number")
"""What is asked for later, behind a link."""


class OfficePart(StepPart):
    """The office, and the municipalities that it serves."""

    step = StepKey.DECISION
    key = "office"

    def build(self) -> None:
        """Make the form, the grids, and the fetching of inhabitants."""
        self._unfolded = False
        self.add(self.form(decision_form.PLAN))
        self.add(self.form(decision_form.OFFICE))
        self.grid = self._grid(
            _("Kommuner"),
            Column(_("Kommune"), 3, 130),
            Column(_("Nummer"), 1, 90),
            Column(_("Innbyggere"), 1, 110, numeric=True),
            Column(_("Tallet er fra"), 2, 140),
        )
        self.numbers = self._grid(
            _("Organisasjonsnumrene"),
            Column(_("Kommune"), 3, 130),
            Column(_("Organisasjonsnummer"), 2, 160),
            Column(_("Nummer som mottar søknader"), 2, 160),
        )
        self.numbers_link = button(_("Vis organisasjonsnumrene"), Look.LINK, self._unfold)
        self.fetch_button = button(_("Hent innbyggertall fra en fil …"), Look.QUIET, self._ask_population)
        self.fetched = Box(ToneName.INFO)
        self.fetched.hide()
        add = button(_("Legg til kommune"), Look.SECONDARY, self._add)
        self.remove_button = button(_("Fjern kommunen"), Look.QUIET, self._remove)
        self.add(label(_("Kommunene"), Look.SUBHEADING))
        self.add(self.grid)
        self.add(row(add, self.fetch_button, None, self.remove_button, spacing=8))
        self.add(self.fetched)
        self.add(row(self.numbers_link, None))
        self.add(self.numbers)
        self.add(self.form(decision_form.MERGER_AHEAD))

    def _grid(self, name: str, *columns: Column) -> Grid:
        made = Grid(
            GridParts(
                name=name,
                columns=columns,
                enter=self.desk.session.enter,
                paste=lambda found: self.desk.session.enter_many(found, _("Innlimte kommuner")),
                signs=False,
                chevrons=False,
                refused=self.desk.say,
            )
        )
        self.track(made)
        return made

    def show(self, figures: Figures) -> None:
        """Show the municipalities."""
        rows, numbers = [], []
        for place in figures.plan.decision.municipalities:
            address = (*MUNICIPALITIES, place.id)
            cells = tuple(
                entry(figures, (*address, path)) for path in ("name", "number", "population", "population_date")
            )
            rows.append(Row(place.id, address, cells, opens=False))
            name = Cell(place.name or _("Kommune uten navn"))
            numbered = tuple(entry(figures, (*address, path)) for path in NUMBERS)
            numbers.append(Row(place.id, address, (name, *numbered), opens=False))
        self._fill(self.grid, rows)
        self._fill(self.numbers, numbers)
        self.numbers.setVisible(bool(rows) and self._unfolded)
        self.numbers_link.setVisible(bool(rows) and not self._unfolded)
        self.fetch_button.setEnabled(bool(rows))
        self.remove_button.setVisible(bool(rows))

    @staticmethod
    def _fill(grid: Grid, rows: list[Row]) -> None:
        grid.show_rows(rows)
        grid.setFixedHeight(grid.whole_height())
        grid.setVisible(bool(rows))

    def focus(self, address: Address) -> bool:
        """Put the cursor where an address stands; the organisation numbers are shown when they are meant."""
        if address[:2] == MUNICIPALITIES and address[-1] in NUMBERS:
            self._unfold()
            return self.numbers.focus(address)
        return super().focus(address)

    def _unfold(self) -> None:
        self._unfolded = True
        self.show(self.desk.figures)
        self.numbers.setFocus()

    def _add(self) -> None:
        row_id = self.desk.session.new_row_id()
        self.desk.session.edit(Insert(MUNICIPALITIES, Municipality(id=row_id)))
        self.show(self.desk.figures)
        self.grid.focus((*MUNICIPALITIES, row_id, "name"))

    def _remove(self) -> None:
        found = self.grid.current_row
        if found is not None:
            self.desk.session.edit(Remove(found.address))

    def _ask_population(self) -> None:
        path = ask_open(self.widget, _("Velg filen med innbyggertall"), ".csv")
        if path is not None:
            self.fetch_population(path)

    def fetch_population(self, path: Path) -> None:
        """Take inhabitants from a file, and say what was found and what was not."""
        session = self.desk.session
        try:
            file = population.read(read_bytes(path))
        except UserError as error:
            self.fetched.say(error.message, f"{error.safe} {error.next_step}".strip(), ToneName.DANGER)
        else:
            matches = population.match(session.plan.decision.municipalities, file)
            if matches.found:
                session.edit(*population.edits(matches, file.counted_on), label=_("Innbyggertall fra fil"))
            lines = [
                _("{name}: {people} innbyggere").format(name=one.name, people=formatting.number(one.people or 0))
                for _place, one in matches.found
            ]
            if matches.found and file.counted_on is None:
                lines.append(_("Filen sier ikke hvilken dag tallene gjelder for. Skriv den inn."))
            title = _("Hentet {found} av {all}").format(
                found=len(matches.found), all=len(session.plan.decision.municipalities)
            )
            tone = ToneName.WARNING if matches.missing or not matches.found else ToneName.SUCCESS
            self.fetched.say(title, "\n".join((*lines, *matches.missing)), tone)
        self.fetched.show()
