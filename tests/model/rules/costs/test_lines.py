"""Costs, by the worked examples: fixed fee and fee per inhabitant, NAV's share by months, missing prices, VAT."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.model.base import Own, PerMunicipality
from digisos_wizard.model.connection import ConnectionDay
from digisos_wizard.model.costs import CostAnswers, PriceOverride, VendorCost
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs.result import CostLine
from digisos_wizard.model.terms import CostKind, CostTiming, Invoicer
from tests.model.given import figures_of, plan_of

MEMBER = {"costs/answers/shared/digifin_member": True}


def line(plan: Plan, kind: CostKind, year: int = 0, place: str = "a") -> CostLine:
    """Return the only line of a kind in a year."""
    (found,) = [
        line
        for line in figures_of(plan).costs.lines
        if line.kind is kind and line.year_index == year and line.municipality == place
    ]
    return found


@pytest.mark.parametrize(
    ("people", "net", "gross"),
    [
        (6_299, "55000", "68750"),
        (6_300, "55000", "68750"),
        (6_301, "54188.60", "67735.75"),
        (6_395, "54997.00", "68746.25"),
        (6_396, "55005.60", "68757.00"),
        (31_999, "275191.40", "343989.25"),
    ],
)
def test_the_connection_fee_is_fixed_up_to_6_300_and_by_inhabitant_above(people: int, net: str, gross: str) -> None:
    fee = line(plan_of(people), CostKind.CONNECTION_FEE)
    assert fee.net == Decimal(net)
    assert fee.gross == Decimal(gross)
    assert fee.invoicer is Invoicer.KS
    assert fee.timing is CostTiming.ONE_OFF


def test_exactly_6_300_says_that_no_source_defines_it() -> None:
    assert "Nøyaktig 6" in line(plan_of(6_300), CostKind.CONNECTION_FEE).formula
    assert "Nøyaktig" not in line(plan_of(6_299), CostKind.CONNECTION_FEE).formula


@pytest.mark.parametrize(
    ("day", "first", "months"),
    [
        (date(2027, 1, 1), "42238.68", 12),
        (date(2027, 3, 4), "35198.90", 10),
        (date(2027, 12, 31), "3519.89", 1),
    ],
)
def test_navs_share_runs_from_the_connection_month_to_december(day: date, first: str, months: int) -> None:
    plan = plan_of(31_999, answers={"connection/day/shared/wished": day})
    assert line(plan, CostKind.NAV_OPERATION).net == Decimal(first)
    assert line(plan, CostKind.NAV_OPERATION, year=1).net == Decimal("42238.68")
    assert figures_of(plan).costs.months_first_year == months
    assert figures_of(plan).costs.first_year == 2027


@pytest.mark.parametrize(("member", "net"), [(True, Decimal(0)), (False, Decimal(639_980)), (None, None)])
def test_digifin_costs_20_kroner_per_inhabitant_unless_member(member: bool | None, net: Decimal | None) -> None:
    plan = plan_of(31_999, answers={"costs/answers/shared/digifin_member": member})
    assert line(plan, CostKind.DIGIFIN).net == net


def test_a_price_that_the_catalogue_lacks_is_missing_and_never_0() -> None:
    plan = plan_of(31_999, answers=MEMBER)
    assert line(plan, CostKind.KS_OPERATION).net is None
    assert not figures_of(plan).costs.total(invoicer=Invoicer.KS).complete
    old = plan_of(31_999, answers=MEMBER | {"costs/catalogue": "2019"})
    assert line(old, CostKind.NAV_OPERATION).net is None
    assert "Mangler" in line(old, CostKind.NAV_OPERATION).formula


def test_the_office_can_enter_the_price_of_ks() -> None:
    plan = plan_of(31_999, answers={"costs/answers/shared/ks_operation_yearly": Decimal(42_000)})
    assert line(plan, CostKind.KS_OPERATION, year=3).net == Decimal(42_000)


def test_the_unit_prices_of_2019_count_shipments_a_year_and_the_rest_by_month() -> None:
    answers = {
        "costs/catalogue": "2019",
        "costs/answers/shared/shipments_per_year": Decimal(1_000),
        "costs/answers/shared/indexed_documents": Decimal(5_000),
        "costs/answers/shared/storage_gb": Decimal(10),
    }
    nets = {
        line.label: line.net
        for line in figures_of(plan_of(31_999, answers=answers)).costs.lines
        if line.kind is CostKind.KS_OPERATION and line.year_index == 0
    }
    # 1 000 × 1,50; 5 000 × 0,01 × 12; 10 × 0,65 × 12
    assert sorted(net for net in nets.values() if net is not None) == [Decimal(78), Decimal(600), Decimal(1_500)]
    unknown = plan_of(31_999, answers={"costs/catalogue": "2019"})
    assert all(found.net is None for found in figures_of(unknown).costs.lines if found.kind is CostKind.KS_OPERATION)


def test_an_own_price_and_an_own_vat_flag_win_over_the_catalogue() -> None:
    own = (PriceOverride(id="nav-per-inhabitant-month", amount=Decimal("0.20"), vat=True),)
    plan = plan_of(1_000, answers={"costs/overrides": own})
    nav = line(plan, CostKind.NAV_OPERATION)
    assert nav.net == Decimal(2_400)
    assert nav.vat == Decimal(600)


def test_vat_is_counted_on_the_connection_fee_alone_unless_the_office_says_otherwise() -> None:
    answers = MEMBER | {
        "costs/answers/shared/ks_operation_yearly": Decimal(100),
        "costs/answers/shared/vendor_costs": (VendorCost(id="v", yearly=Decimal(10)),),
    }
    lines = figures_of(plan_of(10_000, answers=answers)).costs.lines
    assert {found.kind for found in lines if found.vat} == {CostKind.CONNECTION_FEE}


def test_the_offer_counts_once_and_every_year() -> None:
    offer = (
        VendorCost(id="v", one_off=Decimal(50_000), yearly=Decimal(12_000), vat=True),
        VendorCost(id="w"),
    )
    plan = plan_of(10_000, answers={"costs/answers/shared/vendor_costs": offer})
    total = figures_of(plan).costs.total
    assert total(invoicer=Invoicer.VENDOR, timing=CostTiming.ONE_OFF).net == Decimal(50_000)
    assert not total(invoicer=Invoicer.VENDOR, timing=CostTiming.ONE_OFF).complete
    yearly = total(invoicer=Invoicer.VENDOR, year_index=2, timing=CostTiming.YEARLY)
    assert (yearly.net, yearly.gross, yearly.complete) == (Decimal(12_000), Decimal(15_000), True)


def test_without_an_offer_both_what_comes_once_and_what_comes_every_year_is_missing() -> None:
    total = figures_of(plan_of(10_000)).costs.total
    for timing in CostTiming:
        assert not total(invoicer=Invoicer.VENDOR, timing=timing, year_index=0).complete


def test_every_municipality_pays_on_its_own_population_from_its_own_day() -> None:
    plan = plan_of(
        5_500,
        2_500,
        answers={
            "connection/day/shared/wished": date(2027, 3, 4),
            "connection/day/own": (Own(id="b", value=ConnectionDay(wished=date(2028, 7, 1))),),
        },
    )
    assert line(plan, CostKind.CONNECTION_FEE, place="a").net == Decimal(55_000)
    assert line(plan, CostKind.CONNECTION_FEE, year=1, place="b").net == Decimal(55_000)
    nav = line(plan, CostKind.NAV_OPERATION, year=1, place="b")
    assert nav.net == Decimal(1_650)  # 2 500 × 0,11 × 6 months
    assert nav.year == 2028


def test_yearly_prices_grow_by_the_index_and_one_off_ones_do_not() -> None:
    plan = plan_of(10_000, answers={"costs/index_percent": Decimal(10)})
    assert line(plan, CostKind.NAV_OPERATION, year=2).net == Decimal("15972.00")  # 13 200 × 1,1²
    assert "Prisvekst 10 prosent i 2 år" in line(plan, CostKind.NAV_OPERATION, year=2).formula
    assert line(plan, CostKind.CONNECTION_FEE).net == Decimal(86_000)


def test_without_inhabitants_the_lines_are_missing_and_point_there() -> None:
    for people in (None, 0, -4):
        fee = line(plan_of(people), CostKind.CONNECTION_FEE)
        assert fee.net is None
        assert fee.address == ("decision", "municipalities", "a", "population")


def test_every_line_tells_how_it_came_about_and_where_the_price_is_from() -> None:
    for found in figures_of(plan_of(6_301, 31_999, answers=MEMBER)).costs.lines:
        assert found.formula.strip()
        assert found.sources or found.kind is CostKind.CASE_SYSTEM, found.label


@given(
    people=st.lists(st.integers(1, 800_000), min_size=1, max_size=4),
    index=st.integers(0, 900),
    years=st.integers(1, 10),
    yearly=st.integers(0, 10**9),
)
def test_any_cut_of_the_lines_adds_up_to_the_total(people: list[int], index: int, years: int, yearly: int) -> None:
    answers = CostAnswers(digifin_member=False, ks_operation_yearly=Decimal(yearly) / 100)
    plan = plan_of(
        *people,
        answers={
            "costs/years": years,
            "costs/index_percent": Decimal(index) / 100,
            "costs/answers": PerMunicipality[CostAnswers](shared=answers),
        },
    )
    costs = figures_of(plan).costs
    whole = costs.total()
    by_place = [costs.total(municipality=place) for place in "abcd"[: len(people)]]
    by_invoicer = [costs.total(invoicer=invoicer) for invoicer in Invoicer]
    by_year = [costs.total(year_index=year) for year in range(years)]
    by_kind = [costs.total(kind=kind) for kind in CostKind]
    for cut in (by_place, by_invoicer, by_year, by_kind):
        assert sum(total.net for total in cut) == whole.net
        assert sum(total.gross for total in cut) == whole.gross
        assert all(total.complete for total in cut) is whole.complete
    for found in costs.lines:
        assert found.net is None or found.net == found.net.quantize(Decimal("0.01"))


def test_before_any_municipality_nothing_is_known_and_0_is_not_the_whole_of_it() -> None:
    assert not figures_of(Plan()).costs.total().complete
