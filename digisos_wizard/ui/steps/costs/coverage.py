"""Whom an amount is for, and how one sum for several municipalities is parted: asked where the amount stands."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms import costs_form
from digisos_wizard.model.rules.costs.shareable import Shareable, shareable
from digisos_wizard.model.terms import Covers, Split
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import column, label, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row
from digisos_wizard.ui.widgets.tables.short_list import ShortList


class CoverageForm(QWidget):
    """The question, what everybody pays, and own shares where those are wanted."""

    def __init__(self, part: StepPart) -> None:
        super().__init__()
        self._desk = part.desk
        self.form = part.form(costs_form.COVERAGE)
        self.told = label("", Look.HELP)
        grid = Grid(
            GridParts(
                name=_("Egne andeler"),
                columns=(Column(_("Kommune"), 4, 160), Column(_("Andel, prosent"), 0, 130, numeric=True)),
                enter=part.desk.session.enter,
                signs=False,
                chevrons=False,
                refused=part.desk.say,
            )
        )
        self.shares = ShortList(grid)
        part.track(self.shares)
        lines = column(8)
        for piece in (self.form, self.told, self.shares):
            lines.addWidget(piece)
        self.setLayout(lines)

    def show_amount(self, figures: Figures, amount: Shareable | None) -> None:
        """Ask about another amount; nothing at all where there is nobody to share with."""
        several = len(figures.plan.decision.municipalities) > 1
        self.setVisible(several and amount is not None)
        if not several or amount is None:
            return
        asked = {"covers"}
        if amount.coverage.covers is Covers.ONLY:
            asked.add("only")
        if amount.covered.covers is Covers.TOGETHER:
            asked.add("split")
        self.form.point_at(amount.at)
        self.form.ask_only(asked.__contains__)
        self.form.show_plan(figures)
        set_text(self.told, amount.told())
        rows = _share_rows(figures, amount)
        self.shares.show_rows(rows)
        self.shares.setVisible(bool(rows))


def amount_at(figures: Figures, address: Address) -> Shareable | None:
    """Return the amount whose coverage stands at an address."""
    return next((one for one in shareable(figures.plan) if one.at == address), None)


def whom(amount: Shareable | None) -> str:
    """Return whom an amount is for in a few words: "Ask og Bø samlet", "Hver for seg", "Bare Ask"."""
    if amount is None:
        return ""
    if amount.covered.covers is Covers.EACH:
        return _("Hver kommune for seg")
    if amount.covered.covers is Covers.TOGETHER:
        return _("{count} kommuner samlet").format(count=len(amount.covered.whom))
    return amount.told()


def _share_rows(figures: Figures, amount: Shareable) -> list[Row]:
    if amount.covered.covers is not Covers.TOGETHER or amount.coverage.split is not Split.SHARES:
        return []
    places = [place for payer in amount.covered.whom for place in payer.members]
    rows = []
    for place in places:
        address = (*amount.at, "shares", place)
        cells = (Cell(municipality_name(figures.plan, place)), entry(figures, (*address, "percent")))
        rows.append(Row(place, address, cells, opens=False))
    given = sum((share.percent for share in amount.coverage.shares if share.percent is not None), Decimal(0))
    rows.append(
        Row("sum", (), (Cell(_("Til sammen")), Cell(formatting.number(given))), total=True, opens=False),
    )
    return rows
