"""Tidsbruk: minutes at every step, on paper and digitally, typed where they stand."""

from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import mapping_form
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.model.rules.benefits.time_saved import saved_minutes
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail, Room
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row

STEPS = ("mapping", "steps")


class TimePart(StepPart):
    """The baseline of what is saved: minutes for every step of the process."""

    step = StepKey.MAPPING
    key = "time"
    scrolls = False

    def build(self) -> None:
        """Make the grid with its sums, and the detail of a step."""
        self.toolbar.addWidget(button(_("Legg til steg"), Look.SECONDARY, self._add))
        self.add(self.form(mapping_form.VOLUME))
        self.grid = Grid(
            GridParts(
                name=_("Steg i arbeidsprosessen"),
                columns=(
                    Column(_("Steg"), 5, 180),
                    Column(_("Hvem"), 2, 90, folds=True),
                    Column(_("Papir, min"), 0, 96, numeric=True),
                    Column(_("Digitalt, min"), 0, 96, numeric=True),
                    Column("", 4, 90, folds=True, bars=True),
                    Column(_("Spart"), 0, 70, numeric=True),
                ),
                enter=self.desk.session.enter,
                paste=lambda found: self.desk.session.enter_many(found, _("Innlimte minutter")),
                signs=False,
                refused=self.desk.say,
            )
        )
        self.detail = self.known(Form(self.desk, (*STEPS, "*"), mapping_form.STEPS.lines))
        self.steps = ListDetail(
            self.grid,
            self.detail,
            self._show_detail,
            empty=Empty(
                _("Hent de vanlige stegene, og tilpass dem til kontoret."),
                _("Hent de vanlige stegene"),
                self._add_usual,
            ),
            room=Room.TURNS,
        )
        self.track(self.steps)
        self.add(self.steps, 1)
        self.sum = label("", Look.LABEL)
        self.add(row(label(_("Tab går til neste rute, Enter til neste rad."), Look.SMALL), self.sum))

    def show(self, figures: Figures) -> None:
        """Show the steps, the sums and what the year comes to."""
        self.steps.show_rows(_rows(figures))
        hours = figures.benefits.full_effect_hours
        words = _("Søker alle digitalt: {hours} spart i året").format(hours=formatting.hours(hours)) if hours else ""
        set_text(self.sum, words)

    def _show_detail(self, one: Row) -> None:
        self.detail.point_at(one.address)
        self.detail.show_plan(self.desk.figures)

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
    """Return a row for every step, and their sum."""
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
                    Cell(one.name or _("Steg uten navn"), paper_clip=one.depends_on_attachments),
                    Cell(one.who),
                    entry(figures, (*address, "paper_minutes")),
                    entry(figures, (*address, "digital_minutes")),
                    Cell(bars=bars if one.paper_minutes is not None or one.digital_minutes is not None else ()),
                    Cell("–" if saved is None else _("{count} min").format(count=formatting.number(saved))),
                ),
            )
        )
    if len(steps) > 1:
        paper, digital = (
            sum((minutes for minutes in values if minutes is not None), Decimal(0))
            for values in ([one.paper_minutes for one in steps], [one.digital_minutes for one in steps])
        )
        whole = max(paper, digital, Decimal(1))
        rows.append(
            Row(
                "sum",
                (),
                (
                    Cell(_("Per søknad")),
                    Cell(),
                    Cell(formatting.number(paper)),
                    Cell(formatting.number(digital)),
                    Cell(bars=(float(paper / whole), float(digital / whole))),
                    Cell(_("{count} min").format(count=formatting.number(paper - digital))),
                ),
                total=True,
                opens=False,
            )
        )
    return rows
