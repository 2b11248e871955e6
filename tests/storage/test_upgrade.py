"""Upgrades run one version at a time, on plain data."""

import pytest

from digisos_wizard.model.plan import SCHEMA_VERSION
from digisos_wizard.storage.upgrade import UPGRADES, Json, upgraded


def one_to_two(data: Json) -> Json:
    """Name a field otherwise."""
    return {"plan": {"title": data["plan"]["name"]}}


def two_to_three(data: Json) -> Json:
    """Add a field."""
    return {**data, "drafts": []}


STEPS = {1: one_to_two, 2: two_to_three}


def test_an_old_document_goes_through_every_step_in_order() -> None:
    assert upgraded({"plan": {"name": "x"}}, 1, 3, STEPS) == {"plan": {"title": "x"}, "drafts": []}
    assert upgraded({"plan": {"title": "x"}}, 2, 3, STEPS) == {"plan": {"title": "x"}, "drafts": []}
    assert upgraded({"plan": {}}, 3, 3, STEPS) == {"plan": {}}


def test_a_missing_step_is_told() -> None:
    with pytest.raises(KeyError):
        upgraded({}, 0, 2, STEPS)


def test_every_version_that_was_left_behind_has_its_upgrade() -> None:
    assert set(UPGRADES) == set(range(1, SCHEMA_VERSION))


def test_a_box_of_a_layer_that_is_no_longer_known_becomes_a_change() -> None:
    nodes = [{"id": "a", "layer": "goal", "title": "Mål"}, {"id": "b", "layer": "annet", "title": "Boks"}]
    old = {"plan": {"about": {"name": "Plan"}, "benefits": {"map_nodes": nodes, "years": 3}}, "drafts": []}
    new = upgraded(old, 1, 2)
    assert [node["layer"] for node in new["plan"]["benefits"]["map_nodes"]] == ["goal", "change"]
    assert new["plan"]["about"] == {"name": "Plan"}
    assert new["plan"]["benefits"]["years"] == 3


def test_a_plan_of_several_municipalities_with_amounts_is_asked_to_look_at_whom_they_cover() -> None:
    offer = {"answers": {"shared": {"vendor_costs": [{"id": "v", "one_off": "62000.00"}]}}}
    places = [{"id": "a"}, {"id": "b"}]
    old = {"plan": {"decision": {"municipalities": places}, "costs": offer}, "drafts": []}
    assert upgraded(old, 3, 4)["plan"]["costs"] == {**offer, "coverage_seen": False}
    alone = {"plan": {"decision": {"municipalities": places[:1]}, "costs": offer}, "drafts": []}
    assert upgraded(alone, 3, 4) == alone
    empty = {"plan": {"decision": {"municipalities": places}}, "drafts": []}
    assert upgraded(empty, 3, 4) == empty
