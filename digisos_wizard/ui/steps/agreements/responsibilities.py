"""Hvem gjør hva: the technical preparations, each with who does it and by when, typed where they stand."""

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.address import Address
from digisos_wizard.model.agreements import Responsibility
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import entry, suggested, ticked
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, EmptyView
from digisos_wizard.ui.widgets.tables.rows import Column, Row, heading

VENDOR, TABLE = ("vendor",), "responsibilities"
SHARED = (*VENDOR, "shared", TABLE)
COLUMNS = 4


class ResponsibilitiesPart(StepPart):
    """A grid: what municipalities have for themselves stands under their names."""

    step = StepKey.AGREEMENTS
    key = "responsibilities"
    scrolls = False

    def build(self) -> None:
        """Make the grid, and what it says while it is empty."""
        self.adding = button(_("Legg til oppgave"), Look.SECONDARY, self._add)
        self.toolbar.addWidget(self.adding)
        session = self.desk.session
        self.grid = Grid(
            GridParts(
                name=_("Ansvar i de tekniske forberedelsene"),
                columns=(
                    Column(_("Oppgave"), 5, 200),
                    Column(_("Ansvarlig"), 3, 160),
                    Column(_("Frist"), 0, 170),
                    Column(_("Gjort"), 0, 64),
                ),
                enter=session.enter,
                suggestions=suggested(lambda: self.desk.figures),
                paste=lambda found: session.enter_many(found, _("Innlimte oppgaver")),
                signs=False,
                chevrons=False,
                refused=self.desk.say,
            )
        )
        self.track(self.grid)
        self.add(self.grid, 1)
        self.removing = button(_("Fjern oppgaven"), Look.QUIET, self._remove)
        self.done = label("", Look.SMALL)
        self.add(row(self.done, self.removing))
        words = _("Skriv ned hvem som gjør hva, før avtalen med leverandøren signeres.")
        self.empty = EmptyView(Empty(words, _("Legg til oppgave"), self._add))
        self.add(self.empty, 1)

    @property
    def has_act(self) -> bool:
        """Whether there is nothing yet, so that the first task is what to do."""
        return not self.grid.rows_model.rows

    def show(self, figures: Figures) -> None:
        """Show the tasks."""
        rows = _rows(figures)
        self.grid.show_rows(rows)
        for part in (self.grid, self.removing, self.adding):
            part.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        tasks = [one for _table, _name, tasks in _tables(figures) for one in tasks]
        done = sum(one.done for one in tasks)
        words = ngettext("{done} av {all} oppgave er gjort", "{done} av {all} oppgaver er gjort", len(tasks))
        set_text(self.done, words.format(done=done, all=len(tasks)) if tasks else "")

    def _add(self) -> None:
        """Add a task below the one where one is."""
        here = self.grid.current_row
        table = here.address[:-1] if here is not None and here.address else SHARED
        row_id = self.desk.session.new_row_id()
        self.desk.session.edit(Insert(table, Responsibility(id=row_id)))
        self.show(self.desk.figures)
        self.grid.focus((*table, row_id, "task"))

    def _remove(self) -> None:
        here = self.grid.current_row
        if here is not None and here.address:
            self.desk.session.edit(Remove(here.address))


def _tables(figures: Figures) -> list[tuple[Address, str, tuple[Responsibility, ...]]]:
    """Return every table of tasks with whose it is."""
    vendor = figures.plan.vendor
    found: list[tuple[Address, str, tuple[Responsibility, ...]]] = [
        (SHARED, _("Felles"), vendor.shared.responsibilities)
    ]
    for own in vendor.own:
        name = municipality_name(figures.plan, own.id)
        found.append(((*VENDOR, "own", own.id, "value", TABLE), name, own.value.responsibilities))
    return [one for one in found if one[2]]


def _rows(figures: Figures) -> list[Row]:
    tables = _tables(figures)
    rows: list[Row] = []
    for table, name, tasks in tables:
        if len(tables) > 1:
            rows.append(heading(name, columns=COLUMNS))
        for task in tasks:
            at = (*table, task.id)
            typed = tuple(entry(figures, (*at, path)) for path in ("task", "party", "deadline"))
            rows.append(Row(task.id, at, (*typed, ticked(figures, (*at, "done"))), opens=False))
    return rows
