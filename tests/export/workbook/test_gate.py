"""Every formula of the workbooks comes to what the model says: reckoned here, without a spreadsheet program.

What is stored beside a formula is the model's figure, so that a formula that says something else is found at once.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pytest

from digisos_wizard.content import load as handbook
from digisos_wizard.content.locate import resources
from digisos_wizard.export import workbook
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import Invoicer
from digisos_wizard.storage import planfile
from tests.export import plans
from tests.export.workbook import given
from tests.export.workbook.reading import read
from tests.spreadsheet.book import Loaded, load
from tests.spreadsheet.grammar import Fault
from tests.spreadsheet.values import Value

HALF_AN_ORE = 0.005
CASES = ("hamar", "vertskommune", "long", "empty", "shared-1", "shared-4")


def figures_of(case: str) -> Figures:
    """Return the figures of an example, or of a plan made for this."""
    match case.partition("-"):
        case "small", _, _:
            return plans.figures(given.small_plan())
        case "long", _, _:
            return plans.figures(given.small_plan(years=4))
        case "empty", _, _:
            return plans.empty()
        case "shared", _, seed:
            return plans.figures(given.shared_plan(int(seed)))
        case _:
            data = (resources() / "examples" / f"{case}.digisos").read_bytes()
            return Figures(planfile.decode(data), handbook(), plans.TODAY)


@cache
def made(case: str) -> bytes:
    """Return the workbook of a case."""
    return workbook.build(figures_of(case))


def different(found: Loaded) -> Iterator[str]:
    """Yield every formula that comes to something else than what is stored with it."""
    for place, stored in found.stored.items():
        now = found.book.value(place)
        if not same(stored, now):
            yield f"{place}: {stored!r} is {now!r} by {found.book.cells[place]}"


def same(stored: Value, now: Value) -> bool:
    """Tell whether two values are the same to the øre."""
    if isinstance(now, Fault):
        return False
    if isinstance(stored, float) and isinstance(now, float):
        return abs(stored - now) < HALF_AN_ORE
    return (stored or "") == (now or "")


@pytest.mark.parametrize("case", CASES)
def test_every_formula_comes_to_the_models_figure(case: str) -> None:
    found = load(made(case))
    assert len(found.stored) > 700
    assert list(different(found)) == []


def test_the_plans_reach_what_formulas_tell_apart() -> None:
    """A formula is tried only where its answer isn't always the same: paid back, missing, over a limit, parted."""
    found = read(made("long"))
    assert {row["Vurdering"] for row in found.table("Indikatorer")} == {"På vei", "Over grensen", "Ikke målt"}
    assert {"mangler", "ufullstendig", "komplett"} <= {str(value) for _sheet, _cell, value in found.formula_cells()}
    assert {row["Gjelder"] for row in found.table("Priser")} == {"Samlet", "Hver for seg", "Bare én"}
    months = [row["Tjent inn i måned"] for row in found.table("Netto_per_år")]
    assert months[0] == "–"
    assert isinstance(months[-1], float | int)


@pytest.mark.parametrize("case", ["long", "shared-1", "shared-4"])
def test_what_is_paid_is_the_same_however_it_is_summed(case: str) -> None:
    figures = figures_of(case)
    costs, book = figures.costs, read(made(case))
    whole = costs.total().net
    years = [str(costs.first_year + year) for year in range(costs.years)]
    rows, lines = book.table("Kostnader"), book.table("Kostnadslinjer")
    assert sum((costs.total(municipality=payer.id).net for payer in costs.payers), Decimal(0)) == whole
    assert sum((costs.total(invoicer=who).net for who in Invoicer), Decimal(0)) == whole
    assert sum((costs.total(year_index=year).net for year in range(costs.years)), Decimal(0)) == whole
    assert cents(row["Sum uten mva"] for row in rows) == whole
    assert cents(row[year] for row in rows for year in years) == whole
    assert cents(row["Sum uten mva"] for row in lines) == whole
    for payer in costs.payers:
        mine = [row["Sum uten mva"] for row in rows if row["Kommune"] == payer.name]
        assert cents(mine) == costs.total(municipality=payer.id).net


def cents(cells: Iterator[object] | list[object]) -> Decimal:
    """Return the sum of the numbers among cells, to the øre."""
    found = (Decimal(str(cell)).quantize(Decimal("0.01")) for cell in cells if isinstance(cell, int | float))
    return sum(found, Decimal(0))
