"""Benefits, boxes of the map and measuring points that don't hold together are refused, each by its own name."""

import pytest

from digisos_wizard.content import load
from digisos_wizard.content.check_benefits import check
from digisos_wizard.errors import ContentError
from digisos_wizard.model.content import BenefitSpec, Content, MapNodeSpec, MeasuringPointSpec
from digisos_wizard.model.terms import BenefitClass, MapLayer

SHIPPED = load()


def benefit(name: str, *leads_to: str, steps: tuple[str, ...] = ()) -> BenefitSpec:
    """Return a benefit of the catalogue that leads to these boxes."""
    return SHIPPED.benefits[0].model_copy(update={"id": name, "leads_to": leads_to, "baseline_steps": steps})


def node(name: str, layer: MapLayer, *leads_to: str) -> MapNodeSpec:
    """Return a box of the map that leads to these boxes."""
    return SHIPPED.map_nodes[0].model_copy(update={"id": name, "layer": layer, "leads_to": leads_to})


def point(months: int) -> MeasuringPointSpec:
    """Return a measuring point so many months after the connection."""
    return SHIPPED.measuring_points[0].model_copy(update={"id": str(months), "months": months})


def having(
    benefits: tuple[BenefitSpec, ...] = (),
    nodes: tuple[MapNodeSpec, ...] = (),
    points: tuple[MeasuringPointSpec, ...] = (),
) -> Content:
    """Return the shipped content with other benefits, boxes and measuring points."""
    return SHIPPED.model_copy(update={"benefits": benefits, "map_nodes": nodes, "measuring_points": points})


def refused(content: Content) -> str:
    """Return the message with which a content is refused."""
    with pytest.raises(ContentError) as caught:
        check(content)
    return str(caught.value)


def says(message: str, *words: str) -> bool:
    """Tell whether a message holds all these words."""
    return all(word in message for word in words)


def test_the_shipped_content_holds_together() -> None:
    check(SHIPPED)
    assert SHIPPED.benefits
    assert SHIPPED.map_nodes
    assert any(spec.baseline_steps for spec in SHIPPED.benefits)
    assert {spec.kind for spec in SHIPPED.benefits} == set(BenefitClass)


def test_a_content_without_benefits_boxes_and_points_holds_together() -> None:
    check(having())


def test_a_link_may_pass_over_layers_but_runs_to_the_right() -> None:
    goal = node("goal", MapLayer.GOAL)
    check(having((benefit("gain", "goal"),), (node("way", MapLayer.ENABLER, "gain", "goal"), goal)))


def test_a_box_may_not_have_the_id_of_a_benefit() -> None:
    message = refused(having((benefit("same"),), (node("same", MapLayer.GOAL),)))
    assert says(message, "map_nodes.json", "same", "a benefit has the same id")


def test_a_baseline_is_taken_from_steps_that_exist() -> None:
    known = SHIPPED.process_steps[0].id
    check(having((benefit("gain", steps=(known,)),)))
    message = refused(having((benefit("gain", steps=(known, "nowhere")),)))
    assert says(message, "benefits.json", "gain", "unknown step nowhere")


@pytest.mark.parametrize(
    ("content", "file", "entry"),
    [
        (having((benefit("gain", "nowhere"),)), "benefits.json", "gain"),
        (having(nodes=(node("way", MapLayer.ENABLER, "nowhere"),)), "map_nodes.json", "way"),
    ],
)
def test_a_link_to_what_is_unknown_is_refused(content: Content, file: str, entry: str) -> None:
    assert says(refused(content), file, entry, "leads to unknown nowhere")


@pytest.mark.parametrize("layer", [MapLayer.ENABLER, MapLayer.CHANGE, MapLayer.EFFECT])
def test_a_benefit_leads_to_nothing_left_of_the_benefits(layer: MapLayer) -> None:
    message = refused(having((benefit("gain", "before"),), (node("before", layer),)))
    assert says(message, "benefits.json", "gain", "leads to before, which isn't further right")


def test_a_benefit_leads_to_no_other_benefit_and_not_to_itself() -> None:
    assert says(refused(having((benefit("gain", "more"), benefit("more")))), "gain", "leads to more")
    assert says(refused(having((benefit("gain", "gain"),))), "gain", "isn't further right")


@pytest.mark.parametrize("layer", list(MapLayer))
def test_a_box_leads_to_none_in_its_own_layer(layer: MapLayer) -> None:
    message = refused(having(nodes=(node("one", layer, "two"), node("two", layer))))
    assert says(message, "map_nodes.json", "one", "leads to two, which isn't further right")


def test_a_goal_leads_to_no_benefit() -> None:
    message = refused(having((benefit("gain"),), (node("goal", MapLayer.GOAL, "gain"),)))
    assert says(message, "map_nodes.json", "goal", "leads to gain")


def test_measuring_points_come_one_after_the_other() -> None:
    check(having(points=(point(3), point(12))))
    for months in ((12, 3), (3, 3), (3, 24, 12)):
        message = refused(having(points=tuple(point(count) for count in months)))
        assert says(message, "measuring_points.json", "not in the order of their months")
