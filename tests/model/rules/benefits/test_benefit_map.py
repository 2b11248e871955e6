"""The benefit map: layers, links to the right, loose boxes, few crossings, and the map to begin with."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.model.benefits import Benefit, Benefits, MapNode
from digisos_wizard.model.edits import Insert, Set, apply
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.benefits.benefit_map import BenefitMap, beginning, benefit_map, may_lead_to
from digisos_wizard.model.terms import MapLayer
from tests.model.given import content, plan_of

ENABLER, CHANGE, EFFECT, BENEFIT, GOAL = MapLayer
KEYS = "abcdefgh"


def node(key: str, layer: MapLayer, *leads_to: str, title: str = "") -> MapNode:
    """Return a box of the office's own."""
    return MapNode(id=key, layer=layer, title=title, leads_to=leads_to)


def drawn(*nodes: MapNode, items: Sequence[Benefit] = ()) -> BenefitMap:
    """Return the map of those boxes and benefits."""
    return benefit_map(Benefits(map_nodes=nodes, items=tuple(items)))


def keys(found: BenefitMap) -> list[str]:
    """Return the boxes of every layer, written together."""
    return ["".join(box.key for box in layer) for layer in found.layers]


def links(found: BenefitMap) -> list[str]:
    """Return the links as `start-end`."""
    return sorted(f"{start.key}-{end.key}" for start, end in found.links)


def crossings(found: BenefitMap) -> int:
    """Return how many pairs of links between the same two layers cross."""
    place = {box.key: (at, row) for at, layer in enumerate(found.layers) for row, box in enumerate(layer)}
    lines = [(place[start.key], place[end.key]) for start, end in found.links]
    return sum(
        (one[0][0], one[1][0]) == (two[0][0], two[1][0]) and (one[0][1] - two[0][1]) * (one[1][1] - two[1][1]) < 0
        for one, two in combinations(lines, 2)
    )


def test_the_layers_run_from_what_is_put_in_to_what_it_is_for() -> None:
    found = drawn(node("g", GOAL), node("e", EFFECT), node("c", CHANGE), node("a", ENABLER), items=[Benefit(id="b")])
    assert keys(found) == ["a", "c", "e", "b", "g"]
    assert keys(drawn()) == ["", "", "", "", ""], "empty layers have their place"
    assert keys(drawn(node("x", EFFECT))) == ["", "", "x", "", ""]


def test_a_box_has_a_name_and_stands_for_a_place_in_the_plan() -> None:
    found = drawn(
        node("a", ENABLER, title=" Søknad på nett "),
        node("c", CHANGE, title="  "),
        items=[Benefit(id="b", number="Ø1", title="Mindre papir"), Benefit(id="n")],
    )
    assert [(box.title, box.address) for box in found.boxes] == [
        ("Søknad på nett", ("benefits", "map_nodes", "a")),
        ("Boks uten tekst", ("benefits", "map_nodes", "c")),
        ("Ø1 Mindre papir", ("benefits", "items", "b")),
        ("Uten navn", ("benefits", "items", "n")),
    ]


def test_links_run_only_to_the_right_and_to_what_is_there() -> None:
    found = drawn(
        node("a", ENABLER, "c", "e", "g", "gone", "c"),  # over layers too, and each once
        node("c", CHANGE, "a", "c", "d", "b"),  # back, to itself, to its own layer
        node("d", CHANGE),
        node("e", EFFECT),
        node("g", GOAL, "b"),
        items=[Benefit(id="b", leads_to=("g", "e", "b"))],
    )
    assert links(found) == ["a-c", "a-e", "a-g", "b-g", "c-b"]


def test_loose_is_what_nothing_leads_to_and_what_leads_to_nothing() -> None:
    found = drawn(
        node("a", ENABLER, "e"),
        node("c", CHANGE, "a", "gone"),  # no link that counts
        node("e", EFFECT),
        node("g", GOAL),
        items=[Benefit(id="b", leads_to=("h",)), Benefit(id="k")],
    )
    assert {box.key for box in found.loose} == set("cbkg")
    assert not drawn(node("a", ENABLER, "c"), node("c", CHANGE)).loose


def test_a_box_may_lead_to_the_layers_to_its_right() -> None:
    nodes = (node("a", ENABLER), node("c", CHANGE), node("d", CHANGE), node("e", EFFECT), node("g", GOAL))
    benefits = Benefits(map_nodes=nodes, items=(Benefit(id="b"),))
    may = {key: "".join(sorted(box.key for box in may_lead_to(benefits, key))) for key in "acebg"}
    assert may == {"a": "bcdeg", "c": "beg", "e": "bg", "b": "g", "g": ""}
    assert may_lead_to(benefits, "gone") == ()


@pytest.mark.parametrize("count", [2, 3, 9])
def test_mirrored_pairs_are_drawn_without_crossings(count: int) -> None:
    changes = [node(f"c{at}", CHANGE, f"e{count - 1 - at}") for at in range(count)]
    found = drawn(*changes, *(node(f"e{at}", EFFECT) for at in range(count)))
    assert (crossings(found), len(found.boxes)) == (0, 2 * count)


def test_three_layers_are_drawn_without_crossings() -> None:
    # As written, a-d crosses b-c, and c-y crosses d-x.
    left = (node("a", ENABLER, "d"), node("b", ENABLER, "c"))
    middle = (node("c", CHANGE, "y"), node("d", CHANGE, "x", "z"))
    right = (node("x", EFFECT), node("z", EFFECT), node("y", EFFECT))
    assert crossings(drawn(*left, *middle, *right)) == 0


def begun(plan: Plan) -> Plan:
    """Return the plan with the content's map drawn around its benefits."""
    ids = [f"new-{spec.id}" for spec in content().map_nodes]
    return apply(plan, *beginning(plan.benefits, content(), ids))


def test_the_map_to_begin_with_has_the_contents_boxes_and_links() -> None:
    plan = begun(plan_of(1_000))
    assert [(one.id, one.layer, one.title) for one in plan.benefits.map_nodes] == [
        (f"new-{spec.id}", spec.layer, spec.title) for spec in content().map_nodes
    ]
    nodes = {spec.id for spec in content().map_nodes}
    expected = [f"new-{spec.id}-new-{key}" for spec in content().map_nodes for key in spec.leads_to if key in nodes]
    assert links(benefit_map(plan.benefits)) == sorted(expected), "benefits that the plan hasn't got are no boxes"


def test_the_benefits_stand_between_the_contents_boxes() -> None:
    items = (
        Benefit(id="b", catalogue_id="less-administration"),
        Benefit(id="k", catalogue_id="faster", leads_to=("mine",)),
        Benefit(id="o", title="Vår egen"),
    )
    plan = plan_of(1_000, answers={"benefits/items": items, "benefits/map_nodes": (node("mine", GOAL),)})
    found = benefit_map(begun(plan).benefits)
    around = {line for line in links(found) if {"b", "k", "o"} & {line.split("-")[0], line.split("-")[-1]}}
    # As the content says: minutes → less administration → people, earlier → faster; the office's own goal stays.
    assert around == {"new-minutes-b", "b-new-people-goal", "new-earlier-k", "k-mine"}
    assert [box.key for box in found.loose if not box.key.startswith("new-")] == ["o"]


def test_beginning_inserts_and_links_and_does_nothing_else() -> None:
    plan = plan_of(1_000, answers={"benefits/items": (Benefit(id="k", catalogue_id="faster", leads_to=("x",)),)})
    edits = beginning(plan.benefits, content(), [f"new-{spec.id}" for spec in content().map_nodes])
    assert not any(isinstance(edit, Set) for edit in edits), "what the office has linked is left alone"
    assert {edit.address for edit in edits if isinstance(edit, Insert)} == {("benefits", "map_nodes")}


BOX = st.tuples(st.sampled_from([*MapLayer]), st.lists(st.sampled_from(KEYS + "z"), max_size=5))


@given(st.lists(BOX, max_size=len(KEYS)))
def test_no_box_is_lost_and_every_link_is_one_that_was_asked_for(boxes: list[tuple[MapLayer, list[str]]]) -> None:
    asked = dict(zip(KEYS, boxes, strict=False))
    nodes = [node(key, layer, *to) for key, (layer, to) in asked.items() if layer is not BENEFIT]
    items = [Benefit(id=key, leads_to=tuple(to)) for key, (layer, to) in asked.items() if layer is BENEFIT]
    found = drawn(*nodes, items=items)
    order = [*MapLayer]
    assert ["".join(sorted(layer)) for layer in keys(found)] == [
        "".join(key for key, (layer, _to) in asked.items() if layer is name) for name in order
    ]
    assert links(found) == sorted(
        f"{key}-{end}"
        for key, (layer, to) in asked.items()
        for end in set(to) & set(asked)
        if order.index(layer) < order.index(asked[end][0])
    )
    linked = {key for line in links(found) for key in line.split("-")}
    assert {box.key for box in found.loose} == set(asked) - linked
