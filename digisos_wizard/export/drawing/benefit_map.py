"""The benefit map as a scene: a column for every layer that has boxes, and arrows along the links."""

from digisos_wizard.export.drawing.scene import Arrow, Box, Pen, Scene, Tone, Words
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits.benefit_map import BenefitMap
from digisos_wizard.model.terms import MapLayer

TONES = {
    MapLayer.ENABLER: Tone.PLAIN,
    MapLayer.CHANGE: Tone.PLAIN,
    MapLayer.EFFECT: Tone.ACCENT,
    MapLayer.BENEFIT: Tone.GOOD,
    MapLayer.GOAL: Tone.STRONG,
}
GAP, BETWEEN, PAD = 3.2, 1.0, 0.7
"""Room between columns, between boxes and inside a box, in sizes of the text."""
NARROW_GAP = 0.03
"""Room between columns where there is little width, as a part of it."""
LINES = 6
"""Lines in a box at most."""


def scene(figures: Figures, width: float, pen: Pen) -> Scene:
    """Return the map, as wide as asked and as high as it must be."""
    drawn = figures.benefit_map
    layers = [layer for layer in drawn.layers if layer]
    gap = min(GAP * pen.size, width * NARROW_GAP)
    column = (width - gap * max(len(layers) - 1, 0)) / max(len(layers), 1)
    head = pen.line * 2
    room = column - 2 * PAD * pen.size
    lines = {box.key: pen.wrapped(box.title, room, most=LINES) for layer in layers for box in layer}
    heights = [[len(lines[box.key]) * pen.line + 2 * PAD * pen.size for box in layer] for layer in layers]
    between = BETWEEN * pen.size
    tallest = max((sum(high) + between * (len(high) - 1) for high in heights), default=0)
    boxes: list[Box] = []
    words: list[Words] = []
    for position, (layer, high) in enumerate(zip(layers, heights, strict=True)):
        x = position * (column + gap)
        title = figures.content.option_label("MapLayer", layer[0].layer.value)
        words.append(Words(x, pen.size, title, strong=True))
        y = head + (tallest - sum(high) - between * (len(high) - 1)) / 2
        for box, height in zip(layer, high, strict=True):
            boxes.append(Box(box.key, x, y, column, height, lines[box.key], TONES[box.layer]))
            y += height + between
    placed = {box.key: box for box in boxes}
    arrows = tuple(_arrow(placed[start.key], placed[end.key]) for start, end in drawn.links)
    return Scene(width, head + tallest + 2, pen.size, arrows, tuple(boxes), tuple(words), told(drawn))


def told(drawn: BenefitMap) -> str:
    """Return the map in words: every box and what it leads to."""
    known = {box.key: box.title for box in drawn.boxes}
    sentences = [
        _("{box} leder til {others}.").format(box=box.title, others=", ".join(known[key] for key in box.leads_to))
        for box in drawn.boxes
        if box.leads_to
    ]
    return " ".join(sentences) or _("Kartet har ingen koblinger ennå.")


def _arrow(start: Box, end: Box) -> Arrow:
    leaves, arrives = (start.x + start.width, start.y + start.height / 2), (end.x - 1, end.y + end.height / 2)
    return Arrow(leaves, arrives, joins=(start.key, end.key))
