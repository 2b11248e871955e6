"""The work process as a scene: today's steps on paper beside tomorrow's, with minutes and what falls away."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from digisos_wizard.export.drawing.scene import Arrow, Box, Pen, Scene, Side, Tone, Words
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.formatting import number
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.model.rules.benefits.time_saved import saved_minutes

HEAD = 2
"""Lines above the first step."""
PAD, BETWEEN = 0.6, 1.4
"""Room inside a box and between boxes, in sizes of the text."""


def scene(figures: Figures, width: float, pen: Pen, steps: Sequence[ProcessStep], *, first: int = 1) -> Scene:
    """Return the steps as a picture; `first` is the number of the first of them, for pictures in several parts."""
    middle = pen.size * 9
    lane = (width - middle) / 2
    top = HEAD * pen.line
    words = [
        Words(0, pen.size, _("I dag, på papir"), strong=True),
        Words(lane + middle, pen.size, _("I morgen, digitalt"), strong=True),
    ]
    boxes: list[Box] = []
    height = 2 * pen.line + 2 * PAD * pen.size
    step_height = _step_height(pen)
    for position, step in enumerate(steps):
        y = top + position * step_height
        boxes.append(_box(step, first + position, (0, y, lane, height), pen, digital=False))
        boxes.append(_box(step, first + position, (lane + middle, y, lane, height), pen, digital=True))
        words.append(Words(lane + middle / 2, y + height / 2 + pen.size * 0.35, _saved(step), Side.MIDDLE, muted=True))
    arrows = [*_down(boxes[0::2]), *_down([box for box in boxes[1::2] if box.tone is not Tone.GONE])]
    bottom = top + len(steps) * step_height
    every = figures.plan.mapping.steps
    if first + len(steps) - 1 >= len(every):
        words += [
            Words(0, bottom + pen.size, _total(every, digital=False), strong=True),
            Words(lane + middle, bottom + pen.size, _total(every, digital=True), strong=True),
        ]
    return Scene(width, bottom + pen.line + 2, pen.size, tuple(arrows), tuple(boxes), tuple(words), told(steps, first))


def fitting(room: float, pen: Pen) -> int:
    """Return how many steps a picture of that height has room for beside its titles and sums, at least one."""
    return max(int((room - (HEAD + 2) * pen.line - 4) / _step_height(pen)), 1)


def _step_height(pen: Pen) -> float:
    return 2 * pen.line + 2 * PAD * pen.size + BETWEEN * pen.size


def _box(step: ProcessStep, place: int, at: tuple[float, float, float, float], pen: Pen, *, digital: bool) -> Box:
    x, y, width, height = at
    minutes = step.digital_minutes if digital else step.paper_minutes
    gone = digital and bool(step.disappears)
    named = step.name or _("Steg uten navn")
    name = pen.wrapped(f"{place}. {named}", width - 2 * PAD * pen.size, strong=True, most=1)
    taken = _("faller bort") if gone else _("– min") if minutes is None else _("{n} min").format(n=number(minutes))
    detail = pen.wrapped(" · ".join(part for part in (step.who, taken) if part), width - 2 * PAD * pen.size, most=1)
    tone = Tone.GONE if gone else Tone.ACCENT if digital else Tone.PLAIN
    return Box(step.id, x, y, width, height, (*name, *detail), tone, strong=1)


def _down(boxes: Sequence[Box]) -> list[Arrow]:
    return [
        Arrow((box.x + box.width / 2, box.y + box.height), (box.x + box.width / 2, after.y - 1), upright=True)
        for box, after in pairwise(boxes)
    ]


def _saved(step: ProcessStep) -> str:
    saved = saved_minutes(step)
    if saved is None or saved == 0:
        return ""
    sign = "−" if saved > 0 else "+"
    return _("{sign}{n} min").format(sign=sign, n=number(abs(saved)))


def _total(steps: Sequence[ProcessStep], *, digital: bool) -> str:
    minutes = [step.digital_minutes if digital else step.paper_minutes for step in steps]
    known = [one for one in minutes if one is not None]
    words = _("Til sammen {n} minutter").format(n=number(sum(known, Decimal(0))))
    return words if len(known) == len(minutes) else _("{sum}, ufullstendig").format(sum=words)


def told(steps: Sequence[ProcessStep], first: int = 1) -> str:
    """Return the process in words; `first` is the number of the first step."""
    sentences = []
    for place, step in enumerate(steps, start=first):
        paper = number(step.paper_minutes) if step.paper_minutes is not None else "–"
        digital = number(step.digital_minutes) if step.digital_minutes is not None else "–"
        text = _("{place}. {name}: {paper} minutter på papir, {digital} digitalt.")
        if step.disappears:
            text = _("{place}. {name}: {paper} minutter på papir, faller bort digitalt.")
        name = step.name or _("Steg uten navn")
        sentences.append(text.format(place=place, name=name, paper=paper, digital=digital))
    return " ".join(sentences) or _("Ingen steg er lagt inn ennå.")
