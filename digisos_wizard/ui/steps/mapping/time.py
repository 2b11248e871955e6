"""Tidsbruk: minutes at every step, on paper and digitally, typed where they stand."""

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import mapping_form
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.model.rules.benefits.time_saved import saved_minutes
from digisos_wizard.ui.form.field import Manner
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.steps.row_tools import RowTools
from digisos_wizard.ui.widgets.charts.legend import Legend, after, before, clip
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail, Room
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row
from digisos_wizard.ui.widgets.tables.sum_row import SumRow

STEPS = ("mapping", "steps")


class TimePart(StepPart):
    """The baseline of what is saved: minutes for every step of the process."""

    step = StepKey.MAPPING
    key = "time"
    scrolls = False
    headed = True

    def build(self) -> None:
        """Make the grid with its sums, and the detail of a step."""
        self.toolbar.addWidget(button(_("Legg til steg"), Look.SECONDARY, self._add))
        self.grid = Grid(
            GridParts(
                name=_("Steg i arbeidsprosessen"),
                columns=(
                    Column(_("Steg"), 5, 180),
                    Column(_("Hvem"), 1, 90, folds=True),
                    Column(_("Papir, min"), 0, 92, numeric=True),
                    Column(_("Digitalt, min"), 0, 92, numeric=True),
                    Column("", 4, 90, folds=True, bars=True),
                    Column(_("Spart"), 0, 70, numeric=True),
                ),
                enter=self.desk.session.enter,
                paste=lambda found: self.desk.session.enter_many(found, _("Innlimte minutter")),
                signs=False,
                refused=self.desk.say,
            )
        )
        self.sums = SumRow(self.grid)
        self.saved = short_label("", Look.LABEL)
        self.steps = ListDetail(
            self.grid,
            self._detail(),
            self._show_detail,
            empty=Empty(
                _(
                    "{steps}. Dere kan endre, fjerne og legge til etterpå. Minuttene skriver dere rett i tabellen."
                ).format(steps=", ".join(one.name for one in self.desk.content.process_steps)),
                _("Hent de vanlige stegene"),
                self._add_usual,
                title=_("Begynn med stegene som de fleste kontorer har"),
                others=((_("Skriv egne steg"), self._add),),
            ),
            room=Room.TURNS,
            head=self._head(),
        )
        self.steps.put_below(self._below())
        self.track(self.steps)
        self.add(self.steps, 1)

    def _head(self) -> QWidget:
        self.legend = Legend(((clip, _("avhenger av vedlegg")), (before, _("Papir i dag")), (after, _("Digitalt"))))
        holder = QWidget()
        lines = column(8)
        lines.addWidget(self.head)
        lines.addLayout(row(self.form(mapping_form.VOLUME, manner=Manner.ON_LINE), self.legend))
        holder.setLayout(lines)
        return holder

    def _below(self) -> QWidget:
        holder = QWidget()
        lines = column(6, (0, 0, 0, 8))
        lines.addWidget(self.sums)
        hint = short_label(_("Tab går til neste rute, Enter til neste rad."), Look.SMALL)
        lines.addLayout(row(hint, None, self.saved))
        holder.setLayout(lines)
        return holder

    def _detail(self) -> QWidget:
        self.named = label("", Look.HEADING)
        self.detail = self.known(Form(self.desk, (*STEPS, "*"), mapping_form.STEPS.lines))
        self.tools = RowTools(self.desk, _("Fjern steget"), lambda: self.steps, movable=True)
        holder = QWidget()
        lines = column(12)
        for piece in (self.named, self.detail, self.tools):
            lines.addWidget(piece)
        lines.addStretch(1)
        holder.setLayout(lines)
        return holder

    def show(self, figures: Figures) -> None:
        """Show the steps, the sums and what the year comes to."""
        self.steps.show_rows(_rows(figures))
        self.sums.show_row(_sums(figures))
        self.legend.setVisible(bool(figures.plan.mapping.steps))
        hours = figures.benefits.full_effect_hours
        words = _("Søker alle digitalt: {hours} spart i året").format(hours=formatting.hours(hours)) if hours else ""
        set_text(self.saved, words)

    def _show_detail(self, one: Row) -> None:
        set_text(self.named, one.title)
        self.detail.point_at(one.address)
        self.detail.show_plan(self.desk.figures)
        self.tools.point_at(one.address)

    def below_remaining(self, figures: Figures) -> str:
        """Say which benefits the minutes are the baseline of."""
        numbers = [one.number for one in figures.plan.benefits.items if one.baseline_steps and one.number]
        if not numbers:
            return ""
        return _("Minuttene er nullpunktet for {benefits}.").format(benefits=", ".join(numbers))

    def _add(self) -> None:
        row_id = self.desk.session.new_row_id()
        self.desk.session.edit(Insert(STEPS, ProcessStep(id=row_id)))
        self.show(self.desk.figures)
        self.steps.open_row(row_id)
        self.detail.fields["name"].take_focus()

    def _add_usual(self) -> None:
        session = self.desk.session
        specs = session.content.process_steps
        session.edit(
            *(
                Insert(
                    STEPS,
                    ProcessStep(
                        id=session.new_row_id(),
                        catalogue_id=spec.id,
                        name=spec.name,
                        who=spec.who,
                        depends_on_attachments=spec.depends_on_attachments,
                    ),
                )
                for spec in specs
            )
        )


def _rows(figures: Figures) -> list[Row]:
    """Return a row for every step."""
    steps = figures.plan.mapping.steps
    longest = max(
        (minutes for one in steps for minutes in (one.paper_minutes, one.digital_minutes) if minutes),
        default=Decimal(1),
    )
    rows = []
    for one in steps:
        address = (*STEPS, one.id)
        saved = saved_minutes(one)
        bars = tuple(float((minutes or Decimal(0)) / longest) for minutes in (one.paper_minutes, one.digital_minutes))
        rows.append(
            Row(
                one.id,
                address,
                (
                    Cell(one.name or _("Steg uten navn"), quiet=not one.name, paper_clip=one.depends_on_attachments),
                    Cell(one.who),
                    entry(figures, (*address, "paper_minutes")),
                    entry(figures, (*address, "digital_minutes")),
                    Cell(bars=bars if one.paper_minutes is not None or one.digital_minutes is not None else ()),
                    Cell("–" if saved is None else _minutes(saved)),
                ),
            )
        )
    return rows


def _sums(figures: Figures) -> Row | None:
    """Return what an application takes in all, None where there is nothing to add up."""
    steps = figures.plan.mapping.steps
    if not steps:
        return None
    paper, digital = _added(one.paper_minutes for one in steps), _added(one.digital_minutes for one in steps)
    whole = max(paper, digital, Decimal(1))
    cells = (
        Cell(_("Per søknad")),
        Cell(),
        Cell(formatting.number(paper)),
        Cell(formatting.number(digital)),
        Cell(bars=(float(paper / whole), float(digital / whole))),
        Cell(_minutes(paper - digital)),
    )
    return Row("sum", (), cells, total=True, opens=False)


def _added(minutes: Iterable[Decimal | None]) -> Decimal:
    return sum((one for one in minutes if one is not None), Decimal(0))


def _minutes(count: Decimal) -> str:
    return _("{count} min").format(count=formatting.number(count))
