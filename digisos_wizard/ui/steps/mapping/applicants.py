"""Søkerne: how large a part of the applicants is in each group, and what is done for them."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import resolve
from digisos_wizard.model.content import GroupSpec
from digisos_wizard.model.edits import Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import mapping_form
from digisos_wizard.model.mapping import ApplicantGroup
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.charts.track import Track
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail, Room
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row
from digisos_wizard.ui.widgets.tables.sum_row import SumRow

GROUPS = ("mapping", "groups")
WHOLE = Decimal(100)


class ApplicantsPart(StepPart):
    """Five rows that add up to a hundred; the measures stand in the detail."""

    step = StepKey.MAPPING
    key = "applicants"
    scrolls = False
    headed = True

    def build(self) -> None:
        """Make the grid and the detail of a group."""
        self.grid = Grid(
            GridParts(
                name=_("Grupper av søkere"),
                columns=(
                    Column(_("Gruppe"), 4, 240),
                    Column(_("Prosent"), 0, 84, numeric=True),
                    Column("", 2, 80, folds=True),
                    Column(_("Dette gjør vi"), 4, 160, folds=True),
                ),
                enter=self.desk.session.enter,
                paste=lambda found: self.desk.session.enter_many(found, _("Innlimte andeler")),
                signs=False,
                refused=self.desk.say,
            )
        )
        self.sums = SumRow(self.grid)
        head = QWidget()
        lines = column(4)
        lines.addWidget(self.head)
        lines.addWidget(label(_("Anslå hvor stor del av søkerne som hører til hver gruppe."), Look.HELP))
        head.setLayout(lines)
        self.groups = ListDetail(
            self.grid, self._detail(), self._show_detail, empty=Empty(""), room=Room.TURNS, head=head
        )
        self.groups.put_below(self.sums)
        self.track(self.groups)
        self.add(self.groups, 1)

    def _detail(self) -> QWidget:
        self.named, self.about = label("", Look.HEADING), label("", Look.HELP)
        self.form_of_group = self.known(Form(self.desk, (*GROUPS, "*"), mapping_form.GROUPS.lines))
        self.proposal = label("", Look.HELP)
        self.use = button(_("Bruk forslagene"), Look.SECONDARY, self._use_proposal)
        holder = QWidget()
        lines = column(12)
        for piece in (self.named, self.about, self.form_of_group, self.proposal):
            lines.addWidget(piece)
        lines.addLayout(row(self.use, None))
        lines.addStretch(1)
        holder.setLayout(lines)
        return holder

    def show(self, figures: Figures) -> None:
        """Show the groups with their shares."""
        self.groups.show_rows([_row(figures, spec) for spec in figures.content.groups])
        self.sums.show_row(_sum(figures))

    def _spec(self, group: str) -> GroupSpec:
        return next(spec for spec in self.desk.content.groups if spec.id == group)

    def _show_detail(self, found: Row) -> None:
        spec = self._spec(found.row_id)
        set_text(self.named, spec.title)
        set_text(self.about, spec.help)
        self.form_of_group.point_at(found.address)
        self.form_of_group.show_plan(self.desk.figures)
        written = resolve(self.desk.session.plan, (*found.address, "measures"))
        words = _("Vanlige tiltak: {measures}.").format(measures="; ".join(spec.measures)) if spec.measures else ""
        set_text(self.proposal, words)
        self.use.setVisible(bool(spec.measures) and not written)

    def _use_proposal(self) -> None:
        found = self.groups.open_found
        if found is not None:
            text = "\n".join(self._spec(found.row_id).measures)
            self.desk.session.edit(Set((*found.address, "measures"), text))


def _row(figures: Figures, spec: GroupSpec) -> Row:
    address = (*GROUPS, spec.id)
    group = resolve(figures.plan, address)
    percent = group.percent if isinstance(group, ApplicantGroup) else None
    measures = group.measures if isinstance(group, ApplicantGroup) else ""
    track = Track("", float(percent / WHOLE), told=False) if percent is not None else None
    cells = (
        Cell(spec.title, below=spec.help),
        entry(figures, (*address, "percent")),
        Cell(drawn=track),
        Cell(" · ".join(measures.split("\n")) or _("Ikke skrevet"), quiet=not measures),
    )
    return Row(spec.id, address, cells)


def _sum(figures: Figures) -> Row | None:
    """Return what the groups come to, and what it should be; None where nothing is typed."""
    shares = [group.percent for group in figures.plan.mapping.groups if group.percent is not None]
    if not shares:
        return None
    total = sum(shares, Decimal(0))
    told = "" if total == WHOLE else _("Det skal bli 100.")
    return Row(
        "sum", (), (Cell(_("Til sammen")), Cell(formatting.number(total)), Cell(), Cell(told)), total=True, opens=False
    )
