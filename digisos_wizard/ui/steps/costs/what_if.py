"""Hva om: what the whole period costs when one thing turns out otherwise, as bars around the plan."""

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.costs.sensitivity import Factor
from digisos_wizard.model.rules.costs.sensitivity import Swing as CostSwing
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.charts.swing import Swing
from digisos_wizard.ui.widgets.look.basics import label, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, EmptyView
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row
from digisos_wizard.ui.widgets.tables.short_list import ShortList

from .offer_rows import amount


class WhatIfPart(StepPart):
    """A row for each thing that may turn out otherwise, what matters most on top."""

    step = StepKey.COSTS
    key = "what-if"

    def build(self) -> None:
        """Make the rows."""
        self.about = label("", Look.HELP)
        self.planned = label("", Look.HEADING)
        grid = Grid(
            GridParts(
                name=_("Kostnaden når en forutsetning endrer seg"),
                columns=(Column(_("Forutsetning"), 2, 200), Column(_("Kroner uten mva"), 5, 300)),
                signs=False,
                chevrons=False,
            )
        )
        self.swings = ShortList(grid)
        self.empty = EmptyView(
            Empty(
                _("Når kommune og innbyggere er lagt inn, ser dere her hva som betyr mest for kostnaden."),
                _("Gå til Beslutning"),
                lambda: self.desk.goto(StepKey.DECISION, ("decision", "municipalities")),
            )
        )
        for piece in (self.planned, self.about, self.swings, self.empty):
            self.add(piece)
        self.body.addStretch(1)

    def show(self, figures: Figures) -> None:
        """Show the bars."""
        some = bool(figures.costs.lines)
        for piece in (self.planned, self.about, self.swings):
            piece.setVisible(some)
        self.empty.setVisible(not some)
        if not some:
            return
        costs = figures.costs
        set_text(
            self.planned,
            _("{amount} på {years} år").format(amount=f"{amount(costs.total())} kr", years=costs.years),
        )
        swing = formatting.number(figures.content.assumption_index["swing-percent"].value)
        words = _(
            "Streken er planen. Grått er {swing} prosent lavere og blått {swing} prosent høyere. "
            "For prisveksten er det ett prosentpoeng."
        )
        set_text(self.about, words.format(swing=swing))
        self.swings.show_rows(_rows(figures))

    @property
    def has_act(self) -> bool:
        """Whether going to the municipalities is what there is to do."""
        return not self.desk.figures.costs.lines


def _rows(figures: Figures) -> list[Row]:
    words = {
        Factor.POPULATION: _("Innbyggertallet"),
        Factor.INDEX: _("Prisveksten"),
        Factor.VENDOR: _("Leverandørens priser"),
    }
    found = sorted(figures.sensitivity, key=lambda one: one.low.net - one.high.net)
    ends = [total.net for one in found for total in (one.low, one.planned, one.high)]
    low, span = min(ends), (max(ends) - min(ends)) or 1

    def drawn(one: CostSwing) -> Swing:
        at_low, at_plan, at_high = (float((each.net - low) / span) for each in (one.low, one.planned, one.high))
        said = _("{low} hvis lavere, {high} hvis høyere").format(low=amount(one.low), high=amount(one.high))
        return Swing(said, at_plan, (at_low, amount(one.low)), (at_high, amount(one.high)))

    return [
        Row(one.factor.value, ("costs",), (Cell(words[one.factor]), Cell(drawn=drawn(one))), opens=False)
        for one in found
    ]
