"""What types can't say of the benefits: where their minutes are mapped, and that the map runs to the right."""

from digisos_wizard.errors import ContentError
from digisos_wizard.model.content import Content
from digisos_wizard.model.terms import MapLayer

LAYERS = tuple(MapLayer)


def check(content: Content) -> None:
    """Raise ContentError for the first benefit, box or measuring point that doesn't hold together."""
    steps = {step.id for step in content.process_steps}
    layers = {benefit.id: MapLayer.BENEFIT for benefit in content.benefits}
    layers |= {node.id: node.layer for node in content.map_nodes}
    if shared := {benefit.id for benefit in content.benefits} & {node.id for node in content.map_nodes}:
        raise ContentError("map_nodes.json", min(shared), "a benefit has the same id")
    for benefit in content.benefits:
        if unknown := set(benefit.baseline_steps) - steps:
            raise ContentError("benefits.json", benefit.id, f"unknown step {min(unknown)}")
    for name, boxes in (("benefits.json", content.benefits), ("map_nodes.json", content.map_nodes)):
        for box in boxes:
            for target in box.leads_to:
                if target not in layers:
                    raise ContentError(name, box.id, f"leads to unknown {target}")
                if LAYERS.index(layers[target]) <= LAYERS.index(layers[box.id]):
                    raise ContentError(name, box.id, f"leads to {target}, which isn't further right")
    months = [point.months for point in content.measuring_points]
    if months != sorted(set(months)):
        raise ContentError("measuring_points.json", content.measuring_points[0].id, "not in the order of their months")
