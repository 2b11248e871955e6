"""Addresses and edits: they lead to one value, rebuild only what they touch, and refuse what has the wrong shape."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.content.locate import resources
from digisos_wizard.model import address as at
from digisos_wizard.model.address import UnknownAddressError
from digisos_wizard.model.base import Own, PerMunicipality, instance_id, split_instance
from digisos_wizard.model.decision import Approval, Municipality
from digisos_wizard.model.edits import Insert, Move, RefusedEditError, Remove, Set, apply
from digisos_wizard.model.people import Person, RoleAssignment
from digisos_wizard.model.plan import Plan
from digisos_wizard.storage import planfile
from tests.model.given import plan_of

PLAN = plan_of(5_000, 6_000)
PLACES = ("decision", "municipalities")
HAMAR = planfile.read(resources() / "examples" / "hamar.digisos").document.plan


def test_an_address_leads_to_a_field_of_a_row() -> None:
    assert at.resolve(PLAN, (*PLACES, "b", "population")) == 6_000
    assert at.resolve(PLAN, ()) is PLAN


def test_a_row_of_the_content_that_is_not_there_is_an_empty_one() -> None:
    assert at.resolve(PLAN, ("people", "roles", "it")) == RoleAssignment(id="it")
    assert at.exists(PLAN, ("people", "roles", "it", "person"))


@pytest.mark.parametrize(
    "address",
    [("nothing",), ("decision", "nothing"), (*PLACES, "z"), (*PLACES, "a", "nothing"), ("decision", "office", "x")],
)
def test_an_address_that_leads_nowhere(address: at.Address) -> None:
    assert not at.exists(PLAN, address)
    with pytest.raises(UnknownAddressError):
        at.resolve(PLAN, address)


def test_types_behind_addresses() -> None:
    assert at.row_type(Plan, PLACES) is Municipality
    assert at.row_type(Plan, ("decision", "office")) is None
    assert at.row_type(Plan, ("decision", "solution_parts")) is None
    assert at.value_type(Plan, (*PLACES, "a", "population")) is int
    assert at.value_type(Plan, ("costs", "project_cost")) is Decimal
    assert at.is_optional(Plan, (*PLACES, "a", "population"))
    assert not at.is_optional(Plan, ("decision", "office"))
    with pytest.raises(UnknownAddressError):
        at.annotation_at(Plan, ("decision", "nothing"))


@pytest.mark.parametrize(
    ("address", "pattern"),
    [
        ((*PLACES, "a", "population"), "decision.municipalities.*.population"),
        (("vendor", "shared", "version"), "vendor.version"),
        (("vendor", "own", "a", "value", "version"), "vendor.version"),
        (
            ("costs", "answers", "own", "a", "value", "vendor_costs", "v", "yearly"),
            "costs.answers.vendor_costs.*.yearly",
        ),
    ],
)
def test_patterns(address: at.Address, pattern: str) -> None:
    assert at.pattern(Plan, address) == pattern


def test_every_leaf_of_a_real_plan_resolves_to_itself_and_survives_being_written() -> None:
    count = 0
    for address, value in at.leaves(HAMAR):
        assert at.resolve(HAMAR, address) == value
        assert at.read(at.written(address)) == address
        count += 1
    assert count > 300


def test_setting_rebuilds_the_way_and_shares_the_rest() -> None:
    changed = apply(PLAN, Set((*PLACES, "b", "population"), 7))
    assert at.resolve(changed, (*PLACES, "b", "population")) == 7
    assert at.resolve(PLAN, (*PLACES, "b", "population")) == 6_000
    assert changed.costs is PLAN.costs
    assert changed.decision.municipalities[0] is PLAN.decision.municipalities[0]


def test_setting_what_stands_there_already_changes_nothing() -> None:
    office = PLAN.decision.office
    assert apply(PLAN, Set(("decision", "office"), office)) is PLAN


def test_a_sparse_row_is_made_when_first_answered() -> None:
    changed = apply(PLAN, Set(("people", "roles", "it", "person"), "p"))
    assert changed.people.roles == (RoleAssignment(id="it", person="p"),)


def test_rows_are_inserted_moved_and_removed() -> None:
    table = ("people", "persons")
    plan = apply(PLAN, *(Insert(table, Person(id=name)) for name in "xyz"), Insert(table, Person(id="w"), position=1))
    assert [row.id for row in plan.people.persons] == ["x", "w", "y", "z"]
    plan = apply(plan, Move((*table, "z"), 0), Remove((*table, "w")))
    assert [row.id for row in plan.people.persons] == ["z", "x", "y"]


def test_an_own_answer_is_a_row_like_any_other() -> None:
    own = Own(id="b", value=Approval(decider="Rådet"))
    plan = apply(PLAN, Insert(("decision", "approval", "own"), own))
    plan = apply(plan, Set(("decision", "approval", "own", "b", "value", "decided_on"), date(2026, 1, 2)))
    assert plan.decision.approval.of("b").decided_on == date(2026, 1, 2)
    assert plan.decision.approval.of("a").decided_on is None
    assert isinstance(plan.decision.approval, PerMunicipality)


@pytest.mark.parametrize(
    "edit",
    [
        Set((*PLACES, "a", "population"), "mange"),
        Set((*PLACES, "a", "population"), 1.5),
        Set(("costs", "project_cost"), 3.5),
        Insert(PLACES, Municipality(id="a")),
        Insert(("decision", "office"), Municipality(id="q")),
        Insert(PLACES, Person(id="q")),
        Remove(()),
    ],
)
def test_an_edit_of_the_wrong_shape_is_refused(edit: Set | Insert | Remove) -> None:
    with pytest.raises(RefusedEditError):
        apply(PLAN, edit)


@pytest.mark.parametrize(
    "edit",
    [
        Set(("decision", "nothing"), 1),
        Set((*PLACES, "z", "name"), "Z"),
        Remove((*PLACES, "z")),
        Move((*PLACES, "z"), 0),
        Set(("decision", "office", "deeper"), 1),
    ],
)
def test_an_edit_of_nothing_is_refused(edit: Set | Remove | Move) -> None:
    with pytest.raises(UnknownAddressError):
        apply(PLAN, edit)


@given(st.lists(st.sampled_from(list(at.leaves(HAMAR))), min_size=1, max_size=20))
def test_an_edit_and_its_opposite_give_the_same_plan(leaves: list[tuple[at.Address, object]]) -> None:
    plan = HAMAR
    for address, _value in leaves:
        if address[-1] == "id":
            continue
        before = at.resolve(plan, address)
        there = apply(plan, Set(address, before))
        assert there == plan


def test_instance_ids() -> None:
    assert instance_id("fiks", "a") == "fiks@a"
    assert split_instance("fiks@a") == ("fiks", "a")
    assert instance_id("fiks") == "fiks"
    assert split_instance("fiks") == ("fiks", "")
