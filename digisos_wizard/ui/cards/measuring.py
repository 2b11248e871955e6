"""Measuring: when, how far each indicator has come, filled-in follow-up sheets back, and the report."""

from functools import partial
from pathlib import Path

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.intake import measurements
from digisos_wizard.intake.files import read_bytes
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms import benefits_form
from digisos_wizard.ui.cards.exchange import Exchange, Said
from digisos_wizard.ui.dialogs import ask_open
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.flow import flow
from digisos_wizard.ui.parts.rows_view import Column
from digisos_wizard.ui.parts.table import RecordTable, TableParts
from digisos_wizard.ui.shown.benefits import point_rows, status_rows
from digisos_wizard.ui.widgets.look.basics import Card, ToneName, button, label
from digisos_wizard.ui.widgets.look.theme import Look


class MeasuringCard(Card):
    """Measuring points, achievement, and measurements in and out."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Måling og oppfølging"),
            _(
                "Lagre gevinstplanen i Excel, fyll ut arket for målepunktet, og hent filen inn igjen. Målingene legges "
                "inn her, og samme fil to ganger gir ikke flere."
            ),
        )
        self._desk = page.desk
        self.told = told = Exchange(page)
        self.workbook = button(_("Lagre gevinstplanen i Excel …"), Look.SECONDARY, partial(told.save, "workbook"))
        self.fetch = button(_("Hent målinger …"), Look.PRIMARY, self._ask_file)
        self.report = button(_("Lag oppfølgingsrapport …"), Look.SECONDARY, partial(told.save, "follow-up"))
        self.add(flow(self.workbook, self.fetch, self.report))
        self.add(self.told)
        self._tables(page)

    def _tables(self, page: Page) -> None:
        self.points = page.track(
            RecordTable(
                page.desk,
                TableParts(
                    name=_("Målepunkter"),
                    columns=(Column(_("Målepunkt"), 4), Column(_("Dag"), 4), Column(_("Målt"), 2)),
                    rows=point_rows,
                ),
                benefits_form.POINTS,
            )
        )
        self.statuses = page.track(
            RecordTable(
                page.desk,
                TableParts(
                    name=_("Måloppnåelse"),
                    columns=(
                        Column(_("Nr."), 2),
                        Column(_("Indikator"), 6),
                        Column(_("Nullpunkt"), 3, numeric=True),
                        Column(_("Mål eller grense"), 3, numeric=True),
                        Column(_("Sist målt"), 3, numeric=True),
                        Column(_("Avvik"), 2, numeric=True),
                        Column(_("Oppnådd"), 4),
                    ),
                    rows=status_rows,
                    empty=_("Ingen gevinster er lagt inn ennå."),
                ),
            )
        )
        self.add(self.points)
        self.add(label(_("Måloppnåelse"), Look.SUBHEADING))
        self.add(self.statuses)

    def show_plan(self, figures: Figures) -> None:
        """Show what can be done; the tables show themselves."""
        self.fetch.setEnabled(bool(figures.plan.benefits.items))

    def _ask_file(self) -> None:
        path = ask_open(self, _("Velg den utfylte gevinstplanen"), ".xlsx")
        if path is not None:
            self.fetch_measurements(path)

    def fetch_measurements(self, path: Path) -> None:
        """Read a filled-in workbook in the background and take its measurements into the plan, all or none."""
        session = self._desk.session
        plan, content, today = session.plan, session.content, session.now().date()
        self.told.read(lambda: measurements.read(path.name, read_bytes(path), plan, content, today), self._take)

    def _take(self, result: measurements.Returned) -> Said:
        """Take what has been read into the plan, and return what to say of it."""
        session = self._desk.session
        edits = measurements.edits(result, session.plan, session.new_row_id)
        if edits:
            session.edit(*edits, label=_("Målinger fra Excel"))
        count = len(result.measured)
        title = ngettext("{count} måling er lest", "{count} målinger er lest", count).format(count=count)
        lines = list(result.notes) if edits else [_("Det var ikke noe nytt i filen."), *result.notes]
        return title, "\n".join(lines), ToneName.SUCCESS if edits else ToneName.INFO
