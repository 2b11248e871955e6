"""Samarbeidet: who does what for whom, what it leads to, and a merger ahead."""

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import decision_form
from digisos_wizard.model.rules.cooperation import merger
from digisos_wizard.model.rules.cooperation.result import Support
from digisos_wizard.model.rules.costs.payers import merging
from digisos_wizard.model.terms import CooperationForm
from digisos_wizard.model.told.cooperation_change import changes
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import Box, ToneName, label
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row

TONES = {
    Support.LISTED: ToneName.SUCCESS,
    Support.ASK: ToneName.WARNING,
    Support.UNLISTED: ToneName.WARNING,
}
"""How the outcome is shown; what is open, or known from 2019 alone, is told plainly."""
MUNICIPALITIES, MERGER = ("decision", "municipalities"), ("cooperation", "merger")


class CooperationPart(StepPart):
    """The answers are tried before they are taken; what follows for each municipality stands below."""

    step = StepKey.DECISION
    key = "cooperation"

    def build(self) -> None:
        """Make the forms and the two tables of what follows."""
        words = _("Dette endres hvis dere bruker de nye svarene")
        self.cooperation = self.trial_form(decision_form.COOPERATION, changes, words)
        self.cooperation.shown.connect(self._fit_cooperation)
        self.add(self.cooperation)
        self.outcome = Box(ToneName.NEUTRAL)
        self.add(self.outcome)
        columns = (
            Column(_("Kommune"), 2, 110),
            Column(_("Ansvarlig"), 2, 110),
            Column(_("Mottaker"), 2, 110),
            Column(_("Søkeren får vite"), 4, 160, folds=True),
            Column(_("Oppsett i Fiks"), 4, 160, folds=True),
        )
        self.consequences = Grid(
            GridParts(_("Hva samarbeidet betyr for hver kommune"), columns, signs=False, chevrons=False)
        )
        self.track(self.consequences)
        self.add(self.consequences)
        self.merger_heading = label(_("Sammenslåing eller deling"), Look.SUBHEADING)
        self.add(self.merger_heading)
        self.merger = self.form(decision_form.MERGER)
        self.add(self.merger)
        tasks = (Column(_("Oppgave"), 5, 200), Column(_("Fra"), 1, 120), Column(_("Senest"), 1, 120))
        self.merger_tasks = Grid(GridParts(_("Dette gjør dere ved sammenslåingen"), tasks, signs=False, chevrons=False))
        self.add(self.merger_tasks)

    def show(self, figures: Figures) -> None:
        """Show what the answers lead to."""
        result = figures.cooperation
        tone = TONES.get(result.support, ToneName.NEUTRAL)
        self.outcome.say(_("Dette følger av svarene"), result.summary, tone)
        several = len(figures.plan.decision.municipalities) > 1
        self.cooperation.setVisible(several or figures.plan.cooperation.form is not None)
        self.outcome.setVisible(bool(result.summary))
        _fill(self.consequences, _consequences(figures) if several else [])
        ahead = bool(figures.plan.cooperation.merger.planned)
        self.merger_heading.setVisible(ahead)
        self.merger.setVisible(ahead)
        self.merger.fields["successor"].setVisible(bool(merging(figures.plan)))
        _fill(self.merger_tasks, _merger_tasks(figures) if ahead else [])

    def _fit_cooperation(self) -> None:
        """Ask about the host only where there is one, and about its agreement only where something is transferred."""
        tried = self.cooperation.plan.cooperation
        host = tried.form is CooperationForm.HOST
        for path in ("host", "controller_transferred"):
            self.cooperation.fields[path].setVisible(host)
        self.cooperation.fields["transfer_stated"].setVisible(host and bool(tried.controller_transferred))
        self.cooperation.fields["case_systems"].setVisible(host)


def _fill(grid: Grid, rows: list[Row]) -> None:
    grid.show_rows(rows)
    grid.setFixedHeight(grid.whole_height())
    grid.setVisible(bool(rows))


def _consequences(figures: Figures) -> list[Row]:
    """Return what the answers lead to for each municipality."""

    def named(place: str | None) -> str:
        return municipality_name(figures.plan, place) if place else _("Avklares")

    return [
        Row(
            line.municipality,
            (*MUNICIPALITIES, line.municipality),
            (
                Cell(named(line.municipality)),
                Cell(named(line.controller)),
                Cell(line.receiving_org_number or named(line.receiver)),
                Cell(line.nav_text),
                Cell(line.fiks_text),
            ),
            opens=False,
            tip=f"{line.nav_text} {line.fiks_text}",
        )
        for line in figures.cooperation.municipalities
    ]


def _merger_tasks(figures: Figures) -> list[Row]:
    """Return what the chosen way through a merger asks for."""
    return [
        Row(
            task.spec.id,
            MERGER,
            (
                Cell(task.spec.title),
                Cell(formatting.day(task.start) if task.start else ""),
                Cell(formatting.day(task.deadline) if task.deadline else ""),
            ),
            opens=False,
            tip=task.spec.help,
        )
        for task in merger.tasks(figures.plan, figures.content)
    ]
