"""Måling: every benefit with its measuring points in one grid that is typed in, and how far each has come."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.intake import measurements
from digisos_wizard.intake.files import read_bytes
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.content import MeasuringPointSpec
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.benefits.measuring import Point, is_due
from digisos_wizard.model.told.measuring_lines import begun, headline
from digisos_wizard.ui.dialogs import ask_open
from digisos_wizard.ui.form.field import Manner
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.steps.files import Said
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import ToneName, button, column, row, set_text, short_label
from digisos_wizard.ui.widgets.look.menus import menu_button
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail, Room
from digisos_wizard.ui.widgets.tables.rows import Column

from .each_measurement import EachMeasurement
from .measuring_rows import measuring_rows

POINTS: Address = ("benefits", "measuring_points")


class MeasuringPart(StepPart):
    """What is due is typed where it stands; later points are opened one by one."""

    step = StepKey.BENEFITS
    key = "measuring"
    scrolls = False
    headed = True

    def build(self) -> None:
        """Make the grid, what is measured of one benefit, and files out and in."""
        self._opened: set[str] = set()
        made = (
            (_("Måleskjema i Excel …"), partial(self.files.save, "workbook")),
            (_("Oppfølgingsrapport …"), partial(self.files.save, "follow-up")),
        )
        self.make = menu_button(_("Lag måleskjema"), Look.SECONDARY, made)
        self.fetch = button(_("Hent fra Excel …"), Look.SECONDARY, self._ask_file)
        self.toolbar.addWidget(self.make)
        self.toolbar.addWidget(self.fetch)
        self.grid = Grid(
            GridParts(
                _("Målinger av gevinstene"),
                self._columns(self.desk.figures),
                enter=self._enter,
                paste=self._paste,
                signs=False,
                refused=self.desk.say,
            )
        )
        self.each = EachMeasurement(self.desk)
        self.benefits = ListDetail(
            self.grid,
            self.each,
            self.each.show_row,
            empty=Empty(
                _("Når gevinstene er lagt inn, skriver dere målingene her."),
                _("Gå til Gevinstene"),
                lambda: self.desk.goto(self.step, ("benefits", "items")),
            ),
            room=Room.TURNS,
            head=self._head(),
        )
        self.benefits.put_below(self._below())
        self.track(self.benefits)
        self.track(self.each.grid)
        self.add(self.benefits, 1)

    def _head(self) -> QWidget:
        self.told = short_label("", Look.LABEL)
        about = short_label(_("Streken i søylen er målet underveis, eller grensen."), Look.SMALL)
        holder = QWidget()
        lines = column(4)
        lines.addWidget(self.head)
        lines.addLayout(row(self.told, about, None))
        holder.setLayout(lines)
        return holder

    def _below(self) -> QWidget:
        points = self.desk.content.measuring_points
        self.open_next = button("", Look.LINK, self._open_next, name=_("Skriv inn neste måling"))
        self.change_days = button(_("Endre måledagene"), Look.LINK, self._turn_days)
        self.days = self.known(
            Form(self.desk, POINTS, (tuple(f"{one.id}.planned_on" for one in points),), manner=Manner.BRIEF)
        )
        for one in points:
            self.days.fields[f"{one.id}.planned_on"].call(_("Etter {label}").format(label=one.label))
        self.days.hide()
        holder = QWidget()
        lines = column(6, (0, 4, 0, 8))
        lines.addLayout(row(self.change_days, self.open_next, None))
        lines.addWidget(self.days)
        holder.setLayout(lines)
        return holder

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show the numbers, and how far every benefit has come."""
        self.grid.show_columns(self._columns(figures))
        self.benefits.show_rows(measuring_rows(figures, self._open_points(figures)))
        set_text(self.told, headline(figures))
        later = self._later(figures)
        if later is not None:
            set_text(self.open_next, _("Skriv inn målingen etter {label} nå").format(label=later.label))
        self.open_next.setVisible(later is not None)
        for point in figures.measuring_points:
            usual = formatting.day(point.day) if point.day is not None and not point.own else ""
            self.days.fields[f"{point.spec.id}.planned_on"].suggest(usual)
        for one in (self.make, self.fetch):
            one.setVisible(not self.benefits.is_empty)

    def _columns(self, figures: Figures) -> Sequence[Column]:
        points = [Column(_point_title(one), 0, 80, numeric=True) for one in figures.measuring_points]
        return (
            Column(_("Gevinst"), 5, 290),
            Column(_("Nullpunkt"), 0, 84, numeric=True),
            *points,
            Column(_("Mål"), 0, 84, numeric=True),
            Column(_("Veien til målet"), 1, 236),
        )

    def _open_points(self, figures: Figures) -> frozenset[str]:
        due = {one.spec.id for one in figures.measuring_points if is_due(figures.plan, one, figures.today)}
        return frozenset(due | self._opened)

    def _later(self, figures: Figures) -> MeasuringPointSpec | None:
        """Return the first point that is not open yet."""
        known = self._open_points(figures)
        return next((one.spec for one in figures.measuring_points if one.spec.id not in known), None)

    def focus(self, address: Address) -> bool:
        """Show the days where one of them is meant, and the benefit's own list where one measurement is."""
        if address[:2] == POINTS:
            self.days.show()
            return self.days.focus(address)
        return super().focus(address)

    # ----------------------------------------------------------------------------------------------------------- acts

    def _open_next(self) -> None:
        later = self._later(self.desk.figures)
        if later is not None:
            self._opened.add(later.id)
            self.show(self.desk.figures)

    def _turn_days(self) -> None:
        self.days.setVisible(self.days.isHidden())

    def _enter(self, address: Address, text: str) -> None:
        """Take a number into the plan; the first letter makes the row that it stands in."""
        session = self.desk.session
        place, row_ = begun(session.plan, address, session.new_row_id(), session.now().date())
        if row_ is not None:
            if not text.strip():
                return
            session.edit(row_)
        session.enter(place, text)

    def _paste(self, found: Sequence[tuple[Address, str]]) -> None:
        session = self.desk.session
        places, rows = [], []
        for address, text in found:
            place, row_ = begun(session.plan, address, session.new_row_id(), session.now().date())
            if text.strip() or row_ is None:
                places.append((place, text))
                rows += [row_] if isinstance(row_, Insert) else []
        session.edit(*rows, label=_("Innlimte målinger"))
        session.enter_many(places, _("Innlimte målinger"))

    def _ask_file(self) -> None:
        path = ask_open(self.widget, _("Velg den utfylte gevinstplanen"), ".xlsx")
        if path is not None:
            self.fetch_measurements(path)

    def fetch_measurements(self, path: Path) -> None:
        """Read a filled-in workbook in the background and take its measurements into the plan, all or none."""
        session = self.desk.session
        plan, content, today = session.plan, session.content, session.now().date()
        self.files.read(lambda: measurements.read(path.name, read_bytes(path), plan, content, today), self._take)

    def _take(self, result: measurements.Returned) -> Said:
        """Take what has been read into the plan, and return what to say of it."""
        session = self.desk.session
        edits = measurements.edits(result, session.plan, session.new_row_id)
        if edits:
            session.edit(*edits, label=_("Målinger fra Excel"))
        count = len(result.measured)
        title = ngettext("{count} måling er lest", "{count} målinger er lest", count).format(count=count)
        lines = list(result.notes) if edits else [_("Det var ikke noe nytt i filen."), *result.notes]
        return title, "\n".join(lines), ToneName.SUCCESS if edits else ToneName.INFO


def _point_title(point: Point) -> str:
    months = _("{count} mnd.").format(count=point.spec.months)
    return f"{months}\n{formatting.brief_day(point.day, point.day) if point.day is not None else '–'}"
