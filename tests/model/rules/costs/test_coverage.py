"""Whom an amount covers: one sum is counted once and parted to the øre; own amounts replace shared ones."""

from datetime import date
from decimal import Decimal

import pytest

from digisos_wizard.model.base import Own
from digisos_wizard.model.costs import CostAnswers, Coverage, Share, VendorCost
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs.shareable import shareable
from digisos_wizard.model.terms import (
    CaseSystemModel,
    CooperationForm,
    CostKind,
    CostTiming,
    Covers,
    FinancingState,
    Invoicer,
    Split,
)
from tests.model.given import figures_of, found, plan_of

OFFER = VendorCost(id="v", description="Oppgradering", one_off=Decimal(62_000))
SHARED = {
    "cooperation/form": CooperationForm.HOST,
    "cooperation/case_systems": CaseSystemModel.SHARED,
    "costs/answers/shared/ks_operation_yearly": Decimal(9_800),
    "costs/answers/shared/vendor_costs": (OFFER,),
    "connection/day/shared/wished": date(2027, 3, 4),
}
COVERAGE = "costs/answers/shared/vendor_costs/v/coverage"


def vendor(plan: Plan, place: str | None = None) -> Decimal:
    """Return what the vendor asks of one municipality, or of all."""
    return figures_of(plan).costs.total(invoicer=Invoicer.VENDOR, municipality=place).net


def kroner(*amounts: str | int) -> tuple[Decimal, ...]:
    """Return amounts to compare with."""
    return tuple(Decimal(amount) for amount in amounts)


def ks_a_year(plan: Plan, place: str | None = None) -> Decimal:
    """Return what KS' operation costs one municipality, or all, in the first year."""
    return figures_of(plan).costs.total(kind=CostKind.KS_OPERATION, municipality=place, year_index=0).net


def test_with_one_case_system_an_offer_and_ks_operation_are_one_sum_by_inhabitants() -> None:
    plan = plan_of(3_500, 6_300, answers=SHARED)
    # 62 000 × 3 500 / 9 800 = 22 142,857…, and the rest of 62 000
    assert (vendor(plan, "a"), vendor(plan, "b"), vendor(plan)) == kroner("22142.86", "39857.14", 62_000)
    # 9 800 × 3 500 / 9 800
    assert (ks_a_year(plan, "a"), ks_a_year(plan, "b"), ks_a_year(plan)) == kroner(3_500, 6_300, 9_800)


def test_a_sum_for_all_says_how_it_is_parted() -> None:
    plan = plan_of(3_500, 6_300, answers=SHARED)
    (line,) = [one for one in figures_of(plan).costs.lines if one.label == "Oppgradering" and one.municipality == "a"]
    assert line.formula == (
        "Beløpet fra tilbudet. Samlet 62\u202f000\u202fkr for 2 kommuner, delt etter innbyggertall: "
        "3\u202f500 av 9\u202f800."
    )
    assert line.sum == Decimal(62_000)
    told = [one.told() for one in shareable(plan)]
    assert told[0] == "Alle samlet: Ask 22\u202f142,86\u202fkr, Bjerk 39\u202f857,14\u202fkr"


@pytest.mark.parametrize(
    ("more", "usual"),
    [
        ({}, 62_000),
        ({"cooperation/form": None, "cooperation/case_systems": None}, 62_000),
        ({"cooperation/case_systems": CaseSystemModel.SHARED_PARTITIONED}, 62_000),
        ({"cooperation/case_systems": CaseSystemModel.SEPARATE}, 124_000),
        ({"cooperation/form": CooperationForm.NONE, "cooperation/case_systems": None}, 124_000),
    ],
)
def test_what_is_usual_follows_from_the_cooperation(more: dict[str, object], usual: int) -> None:
    assert vendor(plan_of(3_500, 6_300, answers=SHARED | more)) == usual


@pytest.mark.parametrize(
    ("coverage", "a", "b", "c"),
    [
        (Coverage(covers=Covers.EACH), "62000", "62000", "62000"),
        (Coverage(covers=Covers.ONLY, only="b"), "0", "62000", "0"),
        (Coverage(split=Split.EQUALLY), "20666.67", "20666.66", "20666.67"),
        (
            Coverage(
                split=Split.SHARES,
                shares=tuple(
                    Share(id=one, percent=Decimal(part)) for one, part in zip("abc", (50, 30, 20), strict=True)
                ),
            ),
            "31000",
            "18600",
            "12400",
        ),
    ],
)
def test_every_way_of_covering_and_parting(coverage: Coverage, a: str, b: str, c: str) -> None:
    plan = plan_of(1_000, 2_000, 3_000, answers=SHARED | {COVERAGE: coverage})
    assert [vendor(plan, place) for place in "abc"] == [Decimal(a), Decimal(b), Decimal(c)]


def test_who_is_not_covered_by_any_line_lacks_its_offer() -> None:
    plan = plan_of(1_000, 2_000, answers=SHARED | {COVERAGE: Coverage(covers=Covers.ONLY, only="b")})
    total = figures_of(plan).costs.total
    assert not total(invoicer=Invoicer.VENDOR, municipality="a").complete
    assert total(invoicer=Invoicer.VENDOR, municipality="b").complete


def test_an_offer_line_once_and_a_year_grows_and_is_still_parted_to_the_oere() -> None:
    line = VendorCost(id="v", one_off=Decimal(45_000), yearly=Decimal(12_000))
    plan = plan_of(1_000, 2_000, 4_000, answers=SHARED | {"costs/answers/shared/vendor_costs": (line,)})
    assert vendor(plan) == 45_000 + 5 * 12_000
    grown = apply(plan, Set(("costs", "index_percent"), Decimal("2.5")))
    year = figures_of(grown).costs.total(invoicer=Invoicer.VENDOR, year_index=3, timing=CostTiming.YEARLY)
    # 12 000 × 1,025³ = 12 922,6875
    assert year.net == Decimal("12922.69")


def test_a_municipality_with_answers_of_its_own_still_has_its_part_until_it_has_an_offer_of_its_own() -> None:
    plan = plan_of(3_500, 6_300, answers=SHARED)
    shared = plan.costs.answers.shared
    begun = apply(plan, Set(("costs", "answers", "own"), (Own[CostAnswers](id="b", value=shared.as_own()),)))
    assert (vendor(begun), ks_a_year(begun)) == kroner(62_000, 9_800)
    copied = apply(plan, Set(("costs", "answers", "own"), (Own[CostAnswers](id="b", value=shared),)))
    assert (vendor(copied), ks_a_year(copied)) == kroner(62_000, 9_800), "a copy of the shared offer is the same offer"
    at = ("costs", "answers", "own", "b", "value")
    own = apply(
        begun,
        Set((*at, "vendor_costs"), (VendorCost(id="w", yearly=Decimal(7_900)),)),
        Set((*at, "ks_operation_yearly"), Decimal(4_000)),
    )
    assert (vendor(own, "a"), vendor(own, "b")) == kroner(62_000, 5 * 7_900)
    assert (ks_a_year(own, "a"), ks_a_year(own, "b")) == kroner(9_800, 4_000)


def test_quantities_are_shared_like_the_amount() -> None:
    answers = {"costs/catalogue": "2019", "costs/answers/shared/shipments_per_year": Decimal(1_000)}
    plan = plan_of(3_500, 6_300, answers=SHARED | {"costs/answers/shared/ks_operation_yearly": None} | answers)
    assert ks_a_year(plan) == 1_500, "1 000 × 1,50"


def test_a_municipality_without_the_cost_leaves_the_sum_to_the_others() -> None:
    state = {"state": FinancingState.NOT_RELEVANT, "source": "Verten betaler"}
    own = CostAnswers.model_validate({"case_system": state})
    plan = plan_of(3_500, 6_300, answers=SHARED | {"costs/answers/own": (Own[CostAnswers](id="b", value=own),)})
    assert (vendor(plan, "a"), vendor(plan, "b")) == kroner(62_000, 0)
    (left_out,) = figures_of(plan).costs.left_out
    assert (left_out.municipality, left_out.kind, left_out.reason) == ("b", CostKind.CASE_SYSTEM, "Verten betaler")


def test_own_project_work_is_one_sum_also_with_a_case_system_each() -> None:
    answers = {"costs/project_cost": Decimal(180_000), "cooperation/case_systems": CaseSystemModel.SEPARATE}
    work = figures_of(plan_of(1_000, 2_000, answers=SHARED | answers)).costs.own_work
    assert [one.municipality for one in work] == ["a", "b"]
    assert tuple(one.net for one in work) == kroner(60_000, 120_000)
    each = answers | {"costs/project_coverage": Coverage(covers=Covers.EACH)}
    assert figures_of(plan_of(1_000, 2_000, answers=SHARED | each)).costs.own_work_net == 360_000


def test_without_inhabitants_the_sum_is_parted_equally_and_nothing_is_lost() -> None:
    plan = plan_of(3_500, None, answers=SHARED)
    assert (vendor(plan, "a"), vendor(plan, "b")) == kroner(31_000, 31_000)


def test_shares_that_are_no_whole_are_named_at_the_field_and_nothing_is_lost() -> None:
    shares = (Share(id="a", percent=Decimal(50)), Share(id="b", percent=Decimal(40)))
    plan = plan_of(1_000, 2_000, answers=SHARED | {COVERAGE: Coverage(split=Split.SHARES, shares=shares)})
    (wrong,) = found(plan, "coverage-shares")
    assert "90 prosent" in wrong.message
    assert wrong.address == (*COVERAGE.split("/"), "shares", "a", "percent")
    assert (vendor(plan, "a"), vendor(plan)) == kroner("34444.44", 62_000)  # 62 000 × 50 / 90
    unsaid = apply(plan, Set((*COVERAGE.split("/"), "shares"), shares[:1]))
    assert [one.address[-2] for one in found(unsaid, "coverage-share")] == ["b"]
    none = apply(plan, Set((*COVERAGE.split("/"), "shares"), ()))
    assert vendor(none) == 62_000


def test_a_payer_that_is_not_chosen_is_asked_for_and_the_sum_counts() -> None:
    plan = plan_of(1_000, 2_000, answers=SHARED | {COVERAGE: Coverage(covers=Covers.ONLY, only="gone")})
    assert vendor(plan) == 62_000
    assert [one.address[-1] for one in found(plan, "coverage-only")] == ["only"]


def test_a_plan_from_before_says_which_amounts_are_read_anew_until_somebody_has_looked() -> None:
    plan = plan_of(1_000, 2_000, answers=SHARED | {"costs/coverage_seen": False})
    (told,) = found(plan, "coverage-unseen")
    assert "Oppgradering (62\u202f000\u202fkr)" in told.message
    assert "Drift hos KS (9\u202f800\u202fkr)" in told.message
    assert not found(apply(plan, Set(("costs", "coverage_seen"), True)), "coverage-unseen")
    assert not found(apply(plan, Set(("cooperation", "case_systems"), CaseSystemModel.SEPARATE)), "coverage-unseen")
