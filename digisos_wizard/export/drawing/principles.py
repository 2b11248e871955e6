"""The principle sketches of the leader package, our own, large enough to be read from the back of a room."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from digisos_wizard.export.drawing.scene import Arrow, Box, Pen, Scene, Side, Tone, Words
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures

THICK = 3.0
"""How thick arrows are beside those of other drawings."""
PAD = 0.7
"""Room inside a box, in sizes of the text."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sketch is drawn on: its width and height, and the pen."""

    width: float
    height: float
    pen: Pen

    def box(self, at: tuple[float, float, float, float], tone: Tone, title: str, text: str = "") -> Box:
        """Return a box with a title in a strong face and a text below it, in the middle."""
        x, y, width, height = at
        room = width - 2 * PAD * self.pen.size
        lines = self.pen.wrapped(title, room, strong=True)
        more = self.pen.wrapped(text, room) if text else ()
        return Box(title, x, y, width, height, (*lines, *more), tone, strong=len(lines), middle=True)

    def scene(self, arrows: list[Arrow], boxes: list[Box], told: str, words: tuple[Words, ...] = ()) -> Scene:
        """Return the finished sketch."""
        return Scene(self.width, self.height, self.pen.size, tuple(arrows), tuple(boxes), words, told)


def sketch(name: str, figures: Figures, sheet: Sheet) -> Scene:
    """Return a sketch by its name; raises KeyError where there is none such."""
    return _SKETCHES[name](figures, sheet)


def _right(start: Box, end: Box, y: float) -> Arrow:
    return Arrow((start.x + start.width, y), (end.x - 2, y), weight=THICK)


def _left(start: Box, end: Box, y: float) -> Arrow:
    return Arrow((start.x, y), (end.x + end.width + 2, y), weight=THICK)


def _channels(_figures: Figures, sheet: Sheet) -> Scene:
    """Draw three ways to the office, the digital one new."""
    gap = sheet.width * 0.09
    side = sheet.width * 0.2
    middle = sheet.width - 2 * side - 2 * gap
    high = (sheet.height - 2 * 14) / 3
    applicant = sheet.box((0, 0, side, sheet.height), Tone.PLAIN, _("Søkeren"))
    office = sheet.box((sheet.width - side, 0, side, sheet.height), Tone.PLAIN, _("NAV-kontoret"))
    ways = (
        (_("Papir og brev"), Tone.PLAIN),
        (_("Telefon og mottak"), Tone.PLAIN),
        (_("Nytt: digital søknad"), Tone.STRONG),
    )
    boxes, arrows = [applicant, office], []
    for position, (title, tone) in enumerate(ways):
        box = sheet.box((side + gap, position * (high + 14), middle, high), tone, title)
        y = box.y + high / 2
        arrows += [_right(applicant, box, y), _right(box, office, y)]
        boxes.append(box)
    told = _("Tre veier fra søkeren til NAV-kontoret: papir og brev, telefon og mottak, og den nye digitale søknaden.")
    return sheet.scene(arrows, boxes, told)


def _parts(_figures: Figures, sheet: Sheet) -> Scene:
    """Draw guide, application and insight."""
    gap = sheet.width * 0.06
    width = (sheet.width - 2 * gap) / 3
    told = (
        (_("Veiviser"), _("Før: Hvilke muligheter har jeg?")),
        (_("Digital søknad"), _("Nå: Jeg fyller ut og sender.")),
        (_("Innsyn"), _("Etter: Hvor langt er saken?")),
    )
    boxes = [
        sheet.box((position * (width + gap), 0, width, sheet.height), Tone.ACCENT, title, text)
        for position, (title, text) in enumerate(told)
    ]
    arrows = [_right(boxes[0], boxes[1], sheet.height / 2), _right(boxes[1], boxes[2], sheet.height / 2)]
    return sheet.scene(arrows, boxes, " ".join(f"{title}. {text}" for title, text in told))


def _route(_figures: Figures, sheet: Sheet) -> Scene:
    """Draw the way from nav.no through Fiks to the case system, and back to Min side."""
    gap = sheet.width * 0.13
    width = (sheet.width - 2 * gap) / 3
    half = (sheet.height - 20) / 2
    application = sheet.box((0, 0, width, half), Tone.ACCENT, "nav.no", _("søknaden"))
    insight = sheet.box((0, half + 20, width, half), Tone.ACCENT, _("Min side"), _("innsyn og vedlegg"))
    fiks = sheet.box((width + gap, 0, width, sheet.height), Tone.PLAIN, "Fiks", _("KS frakter meldingene"))
    system = sheet.box((2 * (width + gap), 0, width, sheet.height), Tone.STRONG, _("Fagsystemet"), _("her jobber vi"))
    up, down = half / 2, half + 20 + half / 2
    arrows = [
        _right(application, fiks, up),
        _right(fiks, system, up),
        _left(fiks, insight, down),
        _left(system, fiks, down),
    ]
    size = sheet.pen.size
    words = tuple(
        Words(start + gap / 2, y - size * 0.6, text, Side.MIDDLE, muted=True)
        for y, text in ((up, _("søknad")), (down, _("status")))
        for start in (width, 2 * width + gap)
    )
    told = _(
        "Søknaden går fra nav.no gjennom Fiks til fagsystemet. Status går fra fagsystemet gjennom Fiks til Min side."
    )
    return sheet.scene(arrows, [application, insight, fiks, system], told, words)


def _process(_figures: Figures, sheet: Sheet) -> Scene:
    """Draw the new work process: what the applicant does above, and round to the follow-up."""
    steps = (
        (_("Trenger penger"), Tone.PLAIN),
        (_("Ser hva som finnes på nav.no"), Tone.PLAIN),
        (_("Logger inn på Min side"), Tone.PLAIN),
        (_("Fyller ut og sender, med vedlegg"), Tone.PLAIN),
        (_("Fortsetter senere, sender mer"), Tone.PLAIN),
        (_("Snakker med oss ved behov"), Tone.STRONG),
        (_("Får svar gjennom SvarUt"), Tone.STRONG),
        (_("Følges opp av oss"), Tone.STRONG),
    )
    across = len(steps) // 2
    gap = sheet.width * 0.045
    width = (sheet.width - (across - 1) * gap) / across
    below = sheet.pen.line * 1.6
    high = (sheet.height - below - 36) / 2
    boxes = []
    for position, (title, tone) in enumerate(steps):
        row, place = divmod(position, across)
        column = place if row == 0 else across - 1 - place
        boxes.append(
            sheet.box((column * (width + gap), row * (high + 36), width, high), tone, f"{position + 1}. {title}")
        )
    arrows = []
    for position, (start, end) in enumerate(pairwise(boxes)):
        if position + 1 == across:
            x = start.x + width / 2
            arrows.append(Arrow((x, start.y + high), (x, end.y - 2), upright=True, weight=THICK))
        else:
            arrows.append((_right if position < across else _left)(start, end, start.y + high / 2))
    legend = Words(0, sheet.height - sheet.pen.size * 0.4, _("Lys: søkeren. Mørk: der vi er med."), muted=True)
    told = " ".join(f"{position}. {title}." for position, (title, _tone) in enumerate(steps, start=1))
    return sheet.scene(arrows, boxes, told, (legend,))


def _groups(figures: Figures, sheet: Sheet) -> Scene:
    """Draw the five groups of applicants as steps, with the office's own shares."""
    shares = {group.id: group.percent for group in figures.plan.mapping.groups}
    groups = figures.content.groups
    gap = 10.0
    high = (sheet.height - gap * max(len(groups) - 1, 0)) / max(len(groups), 1)
    inset = sheet.width * 0.06
    boxes, told = [], []
    for position, group in enumerate(groups):
        share = shares.get(group.id)
        title = (
            group.title
            if share is None
            else _("{share}: {group}").format(share=formatting.percent(share), group=group.title)
        )
        last = position == len(groups) - 1
        x = position * inset
        box = sheet.box((x, position * (high + gap), sheet.width - x, high), Tone.PLAIN if last else Tone.ACCENT, title)
        boxes.append(Box(group.id, box.x, box.y, box.width, box.height, box.lines, box.tone, box.strong))
        told.append(f"{title}.")
    return sheet.scene([], boxes, " ".join(told))


_SKETCHES: Mapping[str, Callable[[Figures, Sheet], Scene]] = {
    "channels": _channels,
    "parts": _parts,
    "route": _route,
    "process": _process,
    "groups": _groups,
}
