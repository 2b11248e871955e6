"""Sums by kind of plan: who is connected pays no fee again, who merges pays as one, what no source says is missing."""

from datetime import date
from decimal import Decimal

import pytest

from digisos_wizard.model.base import Own
from digisos_wizard.model.connection import ConnectionDay
from digisos_wizard.model.costs import VendorCost
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs.result import CostLine
from digisos_wizard.model.terms import (
    CostKind,
    FinancingState,
    Invoicer,
    MergerStrategy,
    MergerVariant,
    PlanKind,
    TaskState,
)
from tests.model.given import figures_of, found, plan_of

MERGER = {
    "cooperation/merger/planned": True,
    "cooperation/merger/takes_effect": date(2028, 1, 1),
    "cooperation/merger/strategy": MergerStrategy.CONNECT_AFTER,
    "connection/day/shared/wished": date(2028, 2, 15),
}


def fees(plan: Plan) -> list[CostLine]:
    """Return the lines of the connection fee."""
    return [line for line in figures_of(plan).costs.lines if line.kind is CostKind.CONNECTION_FEE]


@pytest.mark.parametrize("kind", [PlanKind.NEW_VENDOR, PlanKind.FOLLOW_UP])
def test_who_is_connected_pays_no_fee_again_and_the_years_begin_now(kind: PlanKind) -> None:
    answers = {"decision/kind": kind, "connection/day/shared/connected_on": date(2021, 5, 4)}
    figures = figures_of(plan_of(19_950, answers=answers))
    (fee,) = fees(figures.plan)
    assert (fee.net, fee.formula, fee.year) == (Decimal(0), "Betalt ved påkobling.", 2026)
    # 19 950 × 0,11 × 12, every month of the year
    assert figures.costs.total(invoicer=Invoicer.NAV, year_index=0).net == Decimal("26334.00")
    assert figures.costs.total(kind=CostKind.DIGIFIN).net == 0
    assert (figures.costs.first_year, figures.costs.months_first_year) == (2026, 12)
    asked = {finding.address[-2] for finding in found(figures.plan, "financing-open")}
    assert asked == {"ks_operation", "nav_operation", "case_system"}
    states = {row.row_id.partition("@")[0]: row for row in figures.checklist}
    for item in ("decision.digifin", "decision.connection-fee"):
        assert states[item].state is TaskState.DONE, item


def test_a_new_vendors_offer_counts_from_the_day_of_the_change() -> None:
    offer = (VendorCost(id="v", one_off=Decimal(100_000), yearly=Decimal(20_000)),)
    answers = {
        "decision/kind": PlanKind.NEW_VENDOR,
        "connection/day/shared/connected_on": date(2021, 5, 4),
        "connection/day/shared/wished": date(2027, 6, 1),
        "costs/answers/shared/vendor_costs": offer,
    }
    total = figures_of(plan_of(19_950, answers=answers)).costs.total
    assert total(invoicer=Invoicer.VENDOR, year_index=0).net == 0
    assert total(invoicer=Invoicer.VENDOR, year_index=1).net == 120_000
    assert total(invoicer=Invoicer.VENDOR).net == 100_000 + 4 * 20_000


def test_in_an_introduction_one_that_was_connected_before_the_plan_has_paid() -> None:
    plan = plan_of(7_000, 3_000)
    plan = apply(
        plan,
        Set(("about", "created_on"), date(2026, 8, 1)),
        Set(("connection", "day", "shared", "wished"), date(2027, 3, 4)),
        Set(
            ("connection", "day", "own"),
            (Own[ConnectionDay](id="a", value=ConnectionDay(connected_on=date(2022, 9, 1))),),
        ),
    )
    assert [(fee.municipality, fee.net) for fee in fees(plan)] == [("a", Decimal(0)), ("b", Decimal(55_000))]
    assert [fee.year for fee in fees(plan)] == [2026, 2027]


def test_a_cost_that_is_not_had_is_in_no_sum_and_its_reason_is_kept() -> None:
    answers = {
        "costs/answers/shared/case_system/state": FinancingState.NOT_RELEVANT,
        "costs/answers/shared/case_system/source": "Dekkes av fylket",
    }
    costs = figures_of(plan_of(5_000, answers=answers)).costs
    assert not [line for line in costs.lines if line.kind is CostKind.CASE_SYSTEM]
    assert [(one.kind, one.reason) for one in costs.left_out] == [(CostKind.CASE_SYSTEM, "Dekkes av fylket")]
    assert costs.total(invoicer=Invoicer.VENDOR).complete


def test_municipalities_that_merge_before_connecting_pay_as_the_new_one() -> None:
    plan = plan_of(3_000, 7_000, answers=MERGER | {"costs/answers/shared/digifin_member": False})
    (fee,) = fees(plan)
    assert fee.net == Decimal(86_000)  # 10 000 × 8,60
    costs = figures_of(plan).costs
    assert costs.total(kind=CostKind.DIGIFIN).net == 200_000  # 10 000 × 20
    assert [payer.name for payer in costs.payers] == ["Ny kommune (Ask og Bjerk)"]
    required = [cell for cell in figures_of(plan).agreements if cell.required and cell.spec.id == "ks-terms"]
    assert [cell.municipality for cell in required] == ["a"], "the new municipality signs once"
    assert [one.address[-1] for one in found(plan, "merger-successor")] == ["successor"]


@pytest.mark.parametrize(
    ("variant", "successor", "name", "people"),
    [
        (MergerVariant.NEW, "c", "Sitka", 10_200),
        (MergerVariant.ABSORBED, "b", "Bjerk", 20_200),
        (None, None, "Ny kommune (Ask, Bjerk og Sitka)", 20_200),
    ],
)
def test_the_new_municipality_pays_by_its_own_inhabitants_where_it_is_in_the_plan(
    variant: MergerVariant | None, successor: str | None, name: str, people: int
) -> None:
    more = {"cooperation/merger/variant": variant, "cooperation/merger/successor": successor}
    (payer,) = figures_of(plan_of(3_000, 7_000, 10_200, answers=MERGER | more)).costs.payers
    assert (payer.name, payer.population) == (name, people)
    assert bool(found(plan_of(3_000, 7_000, 10_200, answers=MERGER | more), "merger-successor")) is (successor is None)


@pytest.mark.parametrize("variant", [MergerVariant.SPLIT, MergerVariant.ONLY_NUMBER])
def test_a_split_and_a_new_number_make_nobody_one(variant: MergerVariant) -> None:
    plan = plan_of(3_000, 7_000, answers=MERGER | {"cooperation/merger/variant": variant})
    assert [fee.net for fee in fees(plan)] == [55_000, Decimal("60200.00")]


def connected(variant: MergerVariant | None, **more: object) -> Plan:
    """Return a plan of two connected municipalities that merge or split."""
    answers = {
        "decision/kind": PlanKind.MERGER,
        "connection/day/shared/connected_on": date(2021, 5, 4),
        "cooperation/merger/planned": True,
        "cooperation/merger/takes_effect": date(2028, 1, 1),
        "cooperation/merger/variant": variant,
    }
    return plan_of(3_000, 7_000, answers=answers | more)


@pytest.mark.parametrize("variant", [None, MergerVariant.NEW, MergerVariant.ABSORBED, MergerVariant.SPLIT])
def test_what_connected_ones_pay_at_a_merger_or_split_is_missing_and_never_0(variant: MergerVariant | None) -> None:
    plan = connected(variant)
    anew = [fee for fee in fees(plan) if fee.label.startswith("Tilknytning ved")]
    assert [(fee.net, fee.year) for fee in anew] == [(None, 2028), (None, 2028)]
    assert all("Avklar med KS" in fee.formula for fee in anew)
    assert not figures_of(plan).costs.total(kind=CostKind.CONNECTION_FEE).complete
    assert found(plan, "financing-open")


def test_what_ks_has_said_of_a_merger_is_one_sum_and_of_a_split_one_each() -> None:
    said = {"costs/answers/shared/merger_fee": Decimal(60_000)}
    assert [fee.net for fee in fees(connected(MergerVariant.NEW, **said)) if fee.net] == [18_000, 42_000]
    assert [fee.net for fee in fees(connected(MergerVariant.SPLIT, **said)) if fee.net] == [60_000, 60_000]


def test_a_new_number_alone_costs_no_fee() -> None:
    assert {fee.net for fee in fees(connected(MergerVariant.ONLY_NUMBER))} == {Decimal(0)}


@pytest.mark.parametrize(
    ("day", "warned"),
    [
        (date(2028, 1, 3), True),
        (date(2028, 1, 28), True),
        (date(2028, 1, 31), False),
        (date(2027, 12, 20), True),
        (date(2027, 9, 2), False),
    ],
)
def test_a_day_near_the_merger_waits_for_a_stable_number(day: date, warned: bool) -> None:
    plan = plan_of(3_000, 7_000, answers=MERGER | {"connection/day/shared/wished": day})
    assert bool(found(plan, "merger-unsettled")) is warned


def test_before_a_day_is_set_the_first_year_is_the_one_in_which_it_can_be() -> None:
    costs = figures_of(plan_of(5_000)).costs
    assert (costs.first_year, costs.day_known) == (2027, False)  # eight weeks from 23 November
    assert figures_of(plan_of(5_000, answers={"connection/day/shared/wished": date(2026, 12, 30)})).costs.day_known


def test_who_connects_after_the_years_that_are_counted_is_named() -> None:
    plan = apply(
        plan_of(5_000, 6_000, answers={"connection/day/shared/wished": date(2027, 3, 4)}),
        Set(("connection", "day", "own"), (Own[ConnectionDay](id="b", value=ConnectionDay(wished=date(2032, 1, 5))),)),
    )
    assert figures_of(plan).costs.late == ("b",)
    (told,) = found(plan, "connects-after-costs")
    assert "Bjerk" in told.message
    assert "2031" in told.message


def test_a_price_list_that_is_superseded_is_found() -> None:
    assert found(plan_of(5_000, answers={"costs/catalogue": "2019"}), "catalogue-superseded")
    assert not found(plan_of(5_000, answers={"costs/catalogue": "2022"}), "catalogue-superseded")
