"""Whatever a plan holds, its sums agree with each other to the øre, and no amount is lost or counted twice."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from digisos_wizard.commands.figures import everything
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs.coverage import part
from digisos_wizard.model.rules.costs.result import CostLine, CostResult
from digisos_wizard.model.rules.costs.shareable import shareable
from digisos_wizard.model.terms import CostTiming, Covers, Invoicer
from tests.model.any_money import plans
from tests.model.given import figures_of

pytestmark = pytest.mark.untraced  # heavy to trace, and nothing here is reached by no other test

ZERO = Decimal(0)
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Making a plan of twelve municipalities smaller takes minutes, and tells little."""


def known(lines: Sequence[CostLine]) -> Decimal:
    """Return the sum of what is known."""
    return sum((line.net for line in lines if line.net is not None), ZERO)


def check(costs: CostResult) -> None:
    """Compare the sums of each dimension with the lines and with one another."""
    whole = costs.total()
    ids = [payer.id for payer in costs.payers]
    assert whole.net == known(costs.lines)
    for parts in (
        [costs.total(municipality=one) for one in ids],
        [costs.total(invoicer=who) for who in Invoicer],
        [costs.total(year_index=year) for year in range(costs.years)],
        [costs.total(timing=timing) for timing in CostTiming],
        [
            costs.total(municipality=one, invoicer=who, year_index=year)
            for one in ids
            for who in Invoicer
            for year in range(costs.years)
        ],
    ):
        assert sum((total.net for total in parts), ZERO) == whole.net
        assert sum((total.gross for total in parts), ZERO) == whole.gross
        assert all(total.complete for total in parts) == whole.complete or not costs.lines


@given(plans())
@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None, phases=PHASES)
def test_every_way_of_adding_up_gives_the_same(plan: Plan) -> None:
    figures = figures_of(plan)
    costs = figures.costs
    check(costs)
    members = [member for payer in costs.payers for member in payer.members]
    assert sorted(members) == sorted(place.id for place in plan.decision.municipalities)
    for line in costs.lines:
        assert 0 <= line.year_index < costs.years
        if line.sum is not None:
            assert line.net == part(line.sum, line.part)


@given(plans())
@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None, phases=PHASES)
def test_a_sum_for_all_is_paid_once(plan: Plan) -> None:
    costs = figures_of(plan).costs
    shared: dict[tuple[object, ...], list[CostLine]] = {}
    for line in costs.lines:
        if line.part is not None:
            shared.setdefault((line.address, line.timing, line.year_index), []).append(line)
    for lines in shared.values():
        assert {line.sum for line in lines if line.sum is not None} == {known(lines)} or not known(lines)
    for one in shareable(plan):
        if one.covered.covers is Covers.TOGETHER and one.covered.whom:
            for amount in one.amounts:
                parts = [part(amount, one.covered.part_of(payer)) for payer in one.covered.whom]
                assert sum(parts, ZERO) == part(amount, None)
        if one.covered.covers is Covers.TOGETHER and "vendor_costs" in one.at:
            at = (*one.at[:-1], "one_off")
            once = {line.municipality: line.net for line in costs.lines if line.address == at and line.net is not None}
            shown = {payer.id: part(one.amounts[0], one.covered.part_of(payer)) for payer in one.covered.whom if once}
            assert once == shown, "what the page says is what is paid"


@given(plans())
@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None, phases=PHASES)
def test_the_command_line_tells_the_same(plan: Plan) -> None:
    figures = figures_of(plan)
    told = everything(figures)["costs"]
    assert isinstance(told, dict)
    whole = told["total"]["net"]
    places = [place["total"] for place in told["by_municipality"]]
    for parts in (told["by_invoicer"].values(), told["by_year"].values(), places):
        assert sum(Decimal(one["net"]) for one in parts) == Decimal(whole)
