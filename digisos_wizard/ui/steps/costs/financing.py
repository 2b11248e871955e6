"""Finansiering: for every cost its amount, whether the money is there, and where it comes from."""

from collections.abc import Sequence
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.base import SHARED
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.costs.result import CostResult, Total
from digisos_wizard.model.terms import CostKind
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import label
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import choice, choices_of, entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, heading
from digisos_wizard.ui.widgets.tables.short_list import ShortList

from .offer_rows import ANSWERS, amount

COLUMNS = 4


class FinancingPart(StepPart):
    """A row for every cost, answered where it stands; those with answers of their own come below."""

    step = StepKey.COSTS
    key = "financing"

    def build(self) -> None:
        """Make the grid."""
        self.add(label(_("Vedtaket skal dekke pengene. Si for hver kostnad om de er på plass."), Look.HELP))
        grid = Grid(
            GridParts(
                name=_("Finansiering"),
                columns=(
                    Column(_("Kostnad"), 3, 170),
                    Column(_("Hele perioden, kr"), 0, 130, numeric=True, folds=True),
                    Column(_("Er pengene på plass?"), 2, 190),
                    Column(_("Hvor de kommer fra"), 3, 200, folds=True),
                ),
                enter=self.desk.session.enter,
                choices=choices_of(lambda: self.desk.figures),
                signs=False,
                chevrons=False,
                refused=self.desk.say,
            )
        )
        self.costs = ShortList(grid)
        self.track(self.costs)
        self.add(self.costs)

    def show(self, figures: Figures) -> None:
        """Show the costs with their money."""
        self.costs.show_rows(_rows(figures))

    def below_remaining(self, figures: Figures) -> str:
        """Say where the amounts come from."""
        del figures
        return _("Beløpene kommer fra Tilbud og sum.")


def _rows(figures: Figures) -> list[Row]:
    answers = figures.plan.costs.answers
    rows = _of(figures, (*ANSWERS, "shared"), SHARED)
    if answers.own:
        rows.insert(0, heading(_("Felles for kommunene"), columns=COLUMNS))
    for own in answers.own:
        rows.append(heading(municipality_name(figures.plan, own.id), columns=COLUMNS))
        rows += _of(figures, (*ANSWERS, "own", own.id, "value"), own.id)
    return rows


def _total(costs: CostResult, kind: CostKind, payers: Sequence[str]) -> Total:
    """Return what some payers pay of a kind."""
    found = [costs.total(kind=kind, municipality=payer) for payer in payers]
    net, gross = (sum(amounts, Decimal(0)) for amounts in zip(*((one.net, one.gross) for one in found), strict=True))
    return Total(net, gross, complete=all(one.complete for one in found))


def _of(figures: Figures, base: Address, municipality: str) -> list[Row]:
    rows = []
    own = {one.id for one in figures.plan.costs.answers.own}
    everybody = [payer.id for payer in figures.costs.payers]
    payers = [municipality] if municipality else [one for one in everybody if one not in own]
    for kind in CostKind:
        address = (*base, kind.value)
        total = _total(figures.costs, kind, payers) if payers else None
        name = figures.content.option_label("CostKind", kind.value)
        cells = (
            Cell(name),
            Cell(amount(total) if figures.costs.lines and total else "–"),
            choice(figures, (*address, "state")),
            entry(figures, (*address, "source")),
        )
        rows.append(Row(f"{municipality}/{kind.value}", address, cells, opens=False))
    return rows
