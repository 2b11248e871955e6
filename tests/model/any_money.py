"""Plans made by chance for the tests of money: every coverage, one to twelve municipalities, every kind of plan."""

from datetime import date

from hypothesis import strategies as st

from digisos_wizard.model.base import Own
from digisos_wizard.model.connection import ConnectionDay
from digisos_wizard.model.costs import CostAnswers, Coverage, Financing, Share, VendorCost
from digisos_wizard.model.decision import Merger, Municipality
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import (
    CaseSystemModel,
    CooperationForm,
    Covers,
    FinancingState,
    MergerStrategy,
    MergerVariant,
    PlanKind,
    Split,
)

KRONER = st.decimals(0, 500_000, places=2)
PERCENT = st.decimals(0, 100, places=2)
DAYS = st.dates(date(2026, 1, 1), date(2034, 12, 31))
CREATED = date(2026, 8, 1)


def coverages(ids: list[str]) -> st.SearchStrategy[Coverage]:
    """Return whom an amount may cover, and every way of parting it."""
    return st.builds(
        Coverage,
        covers=st.none() | st.sampled_from(Covers),
        only=st.none() | st.sampled_from(ids),
        split=st.none() | st.sampled_from(Split),
        shares=st.lists(
            st.builds(Share, id=st.sampled_from(ids), percent=st.none() | PERCENT), unique_by=lambda one: one.id
        ).map(tuple),
    )


@st.composite
def answers(draw: st.DrawFn, ids: list[str]) -> CostAnswers:
    """Return answers about costs, some of them missing."""
    lines = tuple(
        VendorCost(
            id=f"v{number}",
            description=f"Linje {number}",
            one_off=draw(st.none() | KRONER),
            yearly=draw(st.none() | KRONER),
            vat=draw(st.none() | st.booleans()),
            coverage=draw(coverages(ids)),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    money = st.builds(Financing, state=st.sampled_from(FinancingState))
    return CostAnswers(
        digifin_member=draw(st.none() | st.booleans()),
        ks_operation_yearly=draw(st.none() | KRONER),
        shipments_per_year=draw(st.none() | PERCENT),
        ks_coverage=draw(coverages(ids)),
        merger_fee=draw(st.none() | KRONER),
        vendor_costs=lines,
        digifin=draw(money),
        connection_fee=draw(money),
        ks_operation=draw(money),
        nav_operation=draw(money),
        case_system=draw(money),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Return a plan with nothing but what the sums rest on."""
    places = tuple(
        Municipality(id=f"m{number}", name=f"K{number}", population=draw(st.none() | st.integers(1, 40_000)))
        for number in range(draw(st.integers(1, 12)))
    )
    ids = [place.id for place in places]
    days = st.builds(ConnectionDay, wished=st.none() | DAYS, connected_on=st.none() | DAYS)
    owners = draw(st.lists(st.sampled_from(ids), unique=True, max_size=3))
    movers = draw(st.lists(st.sampled_from(ids), unique=True, max_size=3))
    merger = draw(
        st.builds(
            Merger,
            planned=st.none() | st.booleans(),
            variant=st.none() | st.sampled_from(MergerVariant),
            successor=st.none() | st.sampled_from(ids),
            takes_effect=st.none() | DAYS,
            strategy=st.none() | st.sampled_from(MergerStrategy),
        )
    )
    return apply(
        Plan(),
        Set(("about", "created_on"), CREATED),
        Set(("decision", "kind"), draw(st.sampled_from(PlanKind))),
        Set(("decision", "municipalities"), places),
        Set(("cooperation", "form"), draw(st.none() | st.sampled_from(CooperationForm))),
        Set(("cooperation", "case_systems"), draw(st.none() | st.sampled_from(CaseSystemModel))),
        Set(("cooperation", "merger"), merger),
        Set(("connection", "day", "shared"), draw(days)),
        Set(("connection", "day", "own"), tuple(Own[ConnectionDay](id=one, value=draw(days)) for one in movers)),
        Set(("costs", "catalogue"), draw(st.sampled_from(("2019", "2022", "")))),
        Set(("costs", "index_percent"), draw(st.none() | st.decimals(-5, 8, places=2))),
        Set(("costs", "years"), draw(st.none() | st.integers(1, 10))),
        Set(("costs", "project_cost"), draw(st.none() | KRONER)),
        Set(("costs", "project_coverage"), draw(coverages(ids))),
        Set(("costs", "answers", "shared"), draw(answers(ids))),
        Set(("costs", "answers", "own"), tuple(Own[CostAnswers](id=one, value=draw(answers(ids))) for one in owners)),
    )
