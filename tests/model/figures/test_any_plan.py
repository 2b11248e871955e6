"""Whatever a plan holds, the rules answer: no rule raises, every finding leads somewhere, nothing depends on order."""

from datetime import date
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digisos_wizard.content.locate import resources
from digisos_wizard.model.address import Address, exists, is_optional, leaves, pattern, value_type
from digisos_wizard.model.edits import Remove, Set, apply
from digisos_wizard.model.figures.readiness import ready
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import SignOffPhase
from digisos_wizard.storage import planfile
from tests.model.given import content, figures_of

pytestmark = pytest.mark.untraced  # heavy to trace, and nothing here is reached by no other test

EXAMPLES = [planfile.read(file).document.plan for file in sorted((resources() / "examples").glob("*.digisos"))]
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
NUMBERS = st.decimals(-(10**9), 10**9, places=2)


def values_for(address: Address) -> st.SearchStrategy[object]:
    """Return values of the type that stands at an address."""
    kind = value_type(Plan, address)
    strategies: dict[object, st.SearchStrategy[object]] = {
        str: st.text(max_size=12),
        int: st.integers(-(10**9), 10**9),
        bool: st.booleans(),
        date: DAYS,
        Decimal: NUMBERS,
    }
    found = strategies.get(kind)
    if found is None:
        if not (isinstance(kind, type) and issubclass(kind, Enum)):
            return st.nothing()
        found = st.sampled_from(list(kind))
    return st.none() | found if is_optional(Plan, address) else found


def rows_of(plan: Plan) -> list[Address]:
    """Return the addresses of all rows that can be taken away."""
    return [address[:-1] for address, _value in leaves(plan) if address[-1] == "id"]


@st.composite
def edited_plans(draw: st.DrawFn) -> Plan:
    """Return an example plan after some changes that nobody would make."""
    plan = draw(st.sampled_from(EXAMPLES))
    for _change in range(draw(st.integers(1, 6))):
        if draw(st.integers(0, 4)) == 0 and (rows := rows_of(plan)):
            plan = apply(plan, Remove(draw(st.sampled_from(rows))))
            continue
        addresses = [
            address for address, _value in leaves(plan)
            if address[-1] != "id" and address[0] != "signoffs" and pattern(Plan, address) in content().field_index
            and not values_for(address).is_empty
        ]  # fmt: skip
        address = draw(st.sampled_from(addresses))
        plan = apply(plan, Set(address, draw(values_for(address))))
    return plan


@given(edited_plans(), DAYS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_no_plan_breaks_the_rules(plan: Plan, today: date) -> None:
    figures = figures_of(plan, today)
    for finding in figures.findings:
        assert exists(plan, finding.address), finding
        assert finding.message.strip(), finding
    for phase in SignOffPhase:
        assert ready(figures, phase).headline
    assert len(figures.progress) == len({step.step for step in figures.progress})
    whole = figures.costs.total()
    assert sum(figures.costs.total(municipality=one.id).net for one in plan.decision.municipalities) == whole.net
    assert len(figures.benefits.rows) == figures.benefits.years
    assert all(row.state is not None for row in figures.checklist)
    assert figures_of(plan, today).findings == figures.findings
