"""From the shape of older plan files to today's: one function for every schema version that was left behind."""

from collections.abc import Callable, Mapping
from typing import Any

Json = dict[str, Any]
"""`{"plan": …, "drafts": …}` as plain JSON data: upgrades know nothing of today's classes."""


def _one_to_two(data: Json) -> Json:
    """Give the boxes of the benefit map one of the layers that are known; the rest of version 2 is new fields."""
    known = {"enabler", "change", "effect", "benefit", "goal"}
    plan = data["plan"]
    benefits = plan.get("benefits", {})
    nodes = [
        node if node.get("layer") in known else {**node, "layer": "change"} for node in benefits.get("map_nodes", [])
    ]
    if not nodes:
        return data
    return {**data, "plan": {**plan, "benefits": {**benefits, "map_nodes": nodes}}}


def _two_to_three(data: Json) -> Json:
    """Change nothing: version 3 is new fields alone."""
    return data


def _by_hand(data: Json) -> Json:
    """Leave to the plan what is said of activities where nothing was said: until version 4 that was "open"."""
    plan = data["plan"]
    connection = plan.get("connection", {})
    rows = [{**row, "state": None} if row.get("state") == "open" else row for row in connection.get("activities", [])]
    if not rows:
        return data
    return {**data, "plan": {**plan, "connection": {**connection, "activities": rows}}}


def _coverage(data: Json) -> Json:
    """Ask the office to look at amounts that were read as the same sum for every municipality."""
    plan = data["plan"]
    costs = plan.get("costs", {})
    shared = costs.get("answers", {}).get("shared", {})
    known = (
        shared.get(name) for name in ("ks_operation_yearly", "shipments_per_year", "indexed_documents", "storage_gb")
    )
    several = len(plan.get("decision", {}).get("municipalities", [])) > 1
    if not several or not (shared.get("vendor_costs") or any(amount is not None for amount in known)):
        return data
    return {**data, "plan": {**plan, "costs": {**costs, "coverage_seen": False}}}


def _three_to_four(data: Json) -> Json:
    """Take every area to version 4."""
    return _coverage(_by_hand(data))


UPGRADES: Mapping[int, Callable[[Json], Json]] = {1: _one_to_two, 2: _two_to_three, 3: _three_to_four}
"""Schema version -> function that returns the same document in the shape of the next version.

When the shape changes, raise `SCHEMA_VERSION`, add the step from the old version here, and run
`python -m tests.plan_shape`; the files of older versions stay as they are.
"""


def upgraded(data: Json, version: int, target: int, steps: Mapping[int, Callable[[Json], Json]] = UPGRADES) -> Json:
    """Return the document in the shape of the target version; raises KeyError where a step is missing."""
    for number in range(version, target):
        data = steps[number](data)
    return data
