"""Grunnlag og priser, Finansiering and Hva om: typed and chosen in the grids, and what matters most stands on top."""

from collections.abc import Callable
from decimal import Decimal

from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.terms import FinancingState
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.costs.prices import PricesPart
from digisos_wizard.ui.steps.costs.what_if import WhatIfPart
from digisos_wizard.ui.widgets.charts.swing import Swing
from tests.model.given import plan_of
from tests.ui.hands import choose, choose_at, enter_at, field

MakeShell = Callable[[Document], Shell]
FEE = ("costs", "overrides", "fee-per-inhabitant", "amount")


def test_an_own_price_is_typed_beside_the_list_price(qtbot: QtBot, make_shell: MakeShell) -> None:
    shell = make_shell(Document(plan=plan_of(10_000)))
    place = Place(StepKey.COSTS, "prices")
    shell.show_place(place)
    part = shell.view(place)
    assert isinstance(part, PricesPart)
    choose(qtbot, field(part, "catalogue"), "Egen prisliste")
    shell.redraw()
    enter_at(qtbot, shell, StepKey.COSTS, FEE, "9,10")
    fee = next(line for line in shell.session.figures.costs.lines if line.label.startswith("Tilknytning"))
    assert fee.net == Decimal(91_000)
    assert not shell.session.figures.costs.total().complete


def test_a_cost_is_financed_in_its_row(qtbot: QtBot, shell: Shell) -> None:
    base = ("costs", "answers", "shared", "nav_operation")
    choose_at(qtbot, shell, StepKey.COSTS, (*base, "state"), "Ikke avklart")
    assert shell.here == Place(StepKey.COSTS, "financing")
    choose_at(qtbot, shell, StepKey.COSTS, (*base, "state"), "Finansiert")
    enter_at(qtbot, shell, StepKey.COSTS, (*base, "source"), "Budsjettet for 2027")
    found = shell.session.plan.costs.answers.shared.nav_operation
    assert (found.state, found.source) == (FinancingState.FINANCED, "Budsjettet for 2027")


def test_what_matters_most_for_the_cost_stands_on_top(shell: Shell) -> None:
    place = Place(StepKey.COSTS, "what-if")
    shell.show_place(place)
    part = shell.view(place)
    assert isinstance(part, WhatIfPart)
    rows = part.swings.grid.rows_model.rows
    assert len(rows) == len(shell.session.figures.sensitivity)
    widths = []
    for one in rows:
        drawn = one.cells[1].drawn
        assert isinstance(drawn, Swing)
        assert 0 <= drawn.lower[0] <= drawn.planned <= drawn.higher[0] <= 1
        widths.append(drawn.higher[0] - drawn.lower[0])
    assert widths == sorted(widths, reverse=True)
