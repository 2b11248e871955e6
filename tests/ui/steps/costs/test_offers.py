"""Tilbud og sum: lines are written where they stand, a year tells how it is reckoned, and what is shared says so."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.terms import Covers
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.costs.offers import OFFER, OffersPart
from tests.model.given import plan_of
from tests.ui.hands import choose, field, press, type_into

MakeShell = Callable[[Document], Shell]
HERE = Place(StepKey.COSTS, "offers")


def part_of(shell: Shell) -> OffersPart:
    """Return the part, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, OffersPart)
    return found


@pytest.fixture
def part(shell: Shell) -> OffersPart:
    """The part on the example."""
    return part_of(shell)


def test_a_line_is_added_written_and_removed(qtbot: QtBot, shell: Shell, part: OffersPart) -> None:
    before = len(shell.session.plan.costs.answers.shared.vendor_costs)
    press(qtbot, part.widget, "Legg til linje")
    type_into(qtbot, field(part, "description"), "Opplæring")
    type_into(qtbot, field(part, "one_off"), "18 000")
    shell.redraw()
    line = shell.session.plan.costs.answers.shared.vendor_costs[-1]
    assert (line.description, line.one_off) == ("Opplæring", Decimal(18_000))
    shown = part.offer.grid.rows_model.rows[-1]
    assert shown.title == "Opplæring"
    assert "18 000" in {cell.text.replace("\u202f", " ").replace("\xa0", " ") for cell in shown.cells}
    press(qtbot, part.widget, "Fjern linjen")
    shell.redraw()
    assert len(shell.session.plan.costs.answers.shared.vendor_costs) == before
    assert part.offer.open_found is None


def test_every_year_can_be_opened(shell: Shell, part: OffersPart) -> None:
    assert not part.reckoned.isVisible()
    part.years.grid.opened.emit("2029")
    assert "2029" in part.year_heading.text()
    rows = part.reckoned.grid.rows_model.rows
    assert len(rows) == sum(line.year_index == 2 for line in shell.session.figures.costs.lines)
    assert any("Prisliste: Håndbok 2022 (2. september 2022)" in one.tip for one in rows)
    part.reckoned.open_row(rows[0].row_id)
    assert part.formula.text() == rows[0].tip
    part.years.grid.opened.emit("2029")
    assert not part.reckoned.isVisible()


def test_the_years_add_up_to_the_sum_below(shell: Shell, part: OffersPart) -> None:
    rows = part.years.grid.rows_model.rows
    assert len(rows) == shell.session.figures.costs.years + 1
    assert rows[-1].total


def test_whom_a_line_is_for_is_asked_where_it_stands(qtbot: QtBot, make_shell: MakeShell) -> None:
    shell = make_shell(Document(plan=plan_of(30_000, 10_000)))
    part = part_of(shell)
    press(qtbot, part.widget, "Legg til den første linjen")
    type_into(qtbot, field(part, "one_off"), "40 000")
    shell.redraw()
    line = shell.session.plan.costs.answers.shared.vendor_costs[0]
    shell.session.edit(Set((*OFFER, line.id, "coverage", "covers"), Covers.TOGETHER))
    shell.redraw()
    assert part.coverage.isVisible()
    assert "30" in part.coverage.told.text()
    assert "10" in part.coverage.told.text()
    choose(qtbot, field(part, "coverage.covers"), "Hver")
    shell.redraw()
    assert shell.session.plan.costs.answers.shared.vendor_costs[0].coverage.covers is Covers.EACH
    assert any("2 ×" in cell.text for cell in part.offer.grid.rows_model.rows[0].cells)


def test_one_municipality_is_not_asked_whom_a_line_is_for(qtbot: QtBot, make_shell: MakeShell) -> None:
    part = part_of(make_shell(Document(plan=plan_of(10_000))))
    press(qtbot, part.widget, "Legg til den første linjen")
    assert not part.coverage.isVisible()
    assert len(part.offer.grid.rows_model.columns) == 3


def test_a_finding_leads_to_its_line(shell: Shell, part: OffersPart) -> None:
    line = shell.session.plan.costs.answers.shared.vendor_costs[0]
    shell.goto(StepKey.COSTS, (*OFFER, line.id, "yearly"))
    assert shell.here == HERE
    assert part.offer.open_found is not None
    assert part.offer.open_found.row_id == line.id
