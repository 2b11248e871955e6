"""The benefit map: boxes in layers from what is put in to what it is for, ordered so that few lines cross."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.benefits import Benefits, MapNode
from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Edit, Insert, Set
from digisos_wizard.model.terms import MapLayer

LAYERS = tuple(MapLayer)
SWEEPS = 4
"""Passes forth and back over the layers; more change nothing for maps that people draw."""


@dataclass(frozen=True, slots=True)
class MapBox:
    """A box: a benefit or a node of the office's own, and the boxes further right that it leads to."""

    key: str
    layer: MapLayer
    title: str
    address: Address
    leads_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BenefitMap:
    """The boxes of every layer from top to bottom, empty layers included, and the links between them."""

    layers: tuple[tuple[MapBox, ...], ...]

    @property
    def boxes(self) -> tuple[MapBox, ...]:
        """All boxes, layer by layer."""
        return tuple(box for layer in self.layers for box in layer)

    @property
    def links(self) -> tuple[tuple[MapBox, MapBox], ...]:
        """Every link, from box to box."""
        known = {box.key: box for box in self.boxes}
        return tuple((box, known[key]) for box in self.boxes for key in box.leads_to)

    def path_of(self, key: str) -> frozenset[str]:
        """Return the boxes that a box comes from and leads to, itself included."""
        links = [(start.key, end.key) for start, end in self.links]
        return frozenset(_followed(key, links) | _followed(key, [(end, start) for start, end in links]))

    def sources_of(self, key: str) -> tuple[MapBox, ...]:
        """Return the boxes that lead straight to a box."""
        return tuple(box for box in self.boxes if key in box.leads_to)

    @property
    def loose(self) -> tuple[MapBox, ...]:
        """Boxes that nothing leads to and that lead to nothing."""
        reached = {target.key for _box, target in self.links}
        return tuple(box for box in self.boxes if not box.leads_to and box.key not in reached)


def _followed(key: str, links: Sequence[tuple[str, str]]) -> set[str]:
    """Return everything that can be reached from a box along links."""
    found, waiting = {key}, [key]
    while waiting:
        here = waiting.pop()
        for start, end in links:
            if start == here and end not in found:
                found.add(end)
                waiting.append(end)
    return found


def benefit_map(benefits: Benefits) -> BenefitMap:
    """Return the map; links to the left, to the same layer and to what is gone are left out."""
    boxes = [
        *(MapBox(node.id, node.layer, node_title(node), _node(node), node.leads_to) for node in benefits.map_nodes),
        *(
            MapBox(
                item.id,
                MapLayer.BENEFIT,
                " ".join((item.number, item.title or _("Uten navn"))).strip(),
                ("benefits", "items", item.id),
                item.leads_to,
            )
            for item in benefits.items
        ),
    ]
    layer_of = {box.key: LAYERS.index(box.layer) for box in boxes}
    whole = [
        MapBox(box.key, box.layer, box.title, box.address, tuple(_forward(box.key, box.leads_to, layer_of)))
        for box in boxes
    ]
    return BenefitMap(_ordered([[box for box in whole if box.layer is layer] for layer in LAYERS]))


def node_title(node: MapNode) -> str:
    """Return what a box of the office's own is called."""
    return node.title.strip() or _("Boks uten tekst")


def _node(node: MapNode) -> Address:
    return ("benefits", "map_nodes", node.id)


def _forward(key: str, leads_to: Iterable[str], layer_of: Mapping[str, int]) -> Iterable[str]:
    return (other for other in dict.fromkeys(leads_to) if layer_of.get(other, -1) > layer_of[key])


def _ordered(layers: Sequence[Sequence[MapBox]]) -> tuple[tuple[MapBox, ...], ...]:
    """Return the layers with every box near the middle of its neighbours (the barycentre of Sugiyama's method)."""
    here = [list(layer) for layer in layers]
    beside: dict[str, list[str]] = {box.key: list(box.leads_to) for layer in layers for box in layer}
    for layer in layers:
        for box in layer:
            for key in box.leads_to:
                beside[key].append(box.key)
    for sweep in range(SWEEPS):
        order = range(len(here)) if sweep % 2 == 0 else reversed(range(len(here)))
        for position in order:
            height = {
                box.key: (place + 0.5) / len(layer)
                for other, layer in enumerate(here)
                if other != position
                for place, box in enumerate(layer)
            }
            own = {box.key: (place + 0.5) / len(here[position]) for place, box in enumerate(here[position])}
            here[position].sort(key=lambda box: _middle(beside[box.key], height, own[box.key]))
    return tuple(map(tuple, here))


def _middle(neighbours: Sequence[str], height: Mapping[str, float], own: float) -> float:
    found = [height[key] for key in neighbours if key in height]
    return sum(found) / len(found) if found else own


def may_lead_to(benefits: Benefits, key: str) -> tuple[MapBox, ...]:
    """Return the boxes that a box may lead to: those in layers further right."""
    whole = benefit_map(benefits)
    box = next((box for box in whole.boxes if box.key == key), None)
    if box is None:
        return ()
    return tuple(other for other in whole.boxes if LAYERS.index(other.layer) > LAYERS.index(box.layer))


def beginning(benefits: Benefits, content: Content, ids: Sequence[str]) -> tuple[Edit, ...]:
    """Return the edits that draw the content's map around the benefits; `ids` are new ids, one for each node.

    Links that the office has made stay.
    """
    key_of = dict(zip((spec.id for spec in content.map_nodes), ids, strict=True))
    key_of |= {item.catalogue_id: item.id for item in benefits.items if item.catalogue_id}
    nodes = [
        Insert(
            ("benefits", "map_nodes"),
            MapNode(
                id=key_of[spec.id],
                layer=spec.layer,
                title=spec.title,
                leads_to=tuple(key_of[target] for target in spec.leads_to if target in key_of),
            ),
        )
        for spec in content.map_nodes
    ]
    goals = {spec.id: spec.leads_to for spec in content.benefits}
    links = [
        Set(("benefits", "items", item.id, "leads_to"), tuple(key_of[goal] for goal in goals[item.catalogue_id]))
        for item in benefits.items
        if item.catalogue_id in goals and not item.leads_to
    ]
    return (*nodes, *links)
