"""Pictures: the way of the data, and risk maps before and after measures.

A risk's level is a colour, and for black and white a frame and a word; risks stand by number.
"""

from collections.abc import Iterator, Sequence

from reportlab.graphics.shapes import Drawing, Line, Polygon, Rect, String
from reportlab.lib.colors import HexColor

from digisos_wizard.export import palette
from digisos_wizard.export.assessment.tables import number_of
from digisos_wizard.export.document import model as d
from digisos_wizard.export.fonts import REGULAR, SEMIBOLD, Typesetter
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.i18n import _
from digisos_wizard.model.content import DataPath
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.privacy.risks import STEPS, Cell, RiskLevel, cells, scale_word
from digisos_wizard.model.terms import RiskKind

BOX, STEP = 118.0, 30.0
CELL, HEIGHT, LEFT, BELOW = 40.0, 30.0, 14.0, 14.0
SHOWN = 4
"""Numbers that a cell has room for; the rest are counted."""
FILLS = {
    RiskLevel.LOW: palette.SUCCESS_MODERATE,
    RiskLevel.ABOVE_LIMIT: palette.WARNING_MODERATE,
    RiskLevel.HIGH: palette.DANGER_MODERATE,
}
FRAMES: dict[RiskLevel, tuple[str, float, list[int] | None]] = {
    RiskLevel.LOW: (palette.LINE, 0.5, None),
    RiskLevel.ABOVE_LIMIT: (palette.WARNING_TEXT, 1.0, [3, 2]),
    RiskLevel.HIGH: (palette.DANGER_TEXT, 1.6, None),
}


def flow(figures: Figures) -> Iterator[d.Block]:
    """Yield the way of the data as a picture, and as a table with who answers for each way."""
    paths = figures.content.data_flow
    if not paths:
        return
    told = "; ".join(f"{number}. {path.start} → {path.end}: {path.what}" for number, path in enumerate(paths, start=1))
    yield d.Together([d.Heading(_("Veien opplysningene går")), d.Picture(_drawing(paths), told)])
    titles = ((_("Nr."), 8.5), (_("Fra"), 33.1), (_("Til"), 33.1), (_("Hva"), 46.3), (_("Hvem svarer for det"), 53))
    rows = [
        (str(number), path.start, path.end, path.what, f"{path.responsible} ({path.role})")
        for number, path in enumerate(paths, start=1)
    ]
    yield d.Table([d.Column(title, width) for title, width in titles], rows)


def _drawing(paths: tuple[DataPath, ...]) -> Drawing:
    """Return one arrow for each way, the start on the left and the end on the right."""
    height = STEP * len(paths) + 6
    drawing = Drawing(COLUMN, height)
    right = COLUMN - BOX
    for position, path in enumerate(paths):
        y = height - STEP * (position + 1) + 4
        for x, name in ((0.0, path.start), (right, path.end)):
            box = Rect(x, y, BOX, 21, rx=3)
            box.fillColor, box.strokeColor = HexColor(palette.ACCENT_SOFT), HexColor(palette.ACCENT)
            drawing.add(box)
            drawing.add(_text(x + BOX / 2, y + 7, name, 8.5))
        middle = y + 10.5
        drawing.add(Line(BOX + 3, middle, right - 8, middle, strokeColor=HexColor(palette.STRONG_LINE)))
        tip = [right - 3, middle, right - 9, middle + 3.5, right - 9, middle - 3.5]
        drawing.add(Polygon(tip, fillColor=HexColor(palette.STRONG_LINE), strokeColor=None))
        drawing.add(_text(COLUMN / 2, middle + 3, f"{position + 1}. {path.what}", 8.5))
    return drawing


def maps(figures: Figures, kind: RiskKind) -> d.Block:
    """Return both maps side by side, with what the frames and steps mean."""
    width = LEFT + 5 * CELL
    drawing = Drawing(COLUMN, 5 * HEIGHT + BELOW + 16)
    for x, title, after in ((0.0, _("Nå"), False), (COLUMN - width, _("Etter tiltak"), True)):
        _map(drawing, x, title, cells(figures.plan, figures.content, kind, after=after), number_of(figures, kind))
    told = "; ".join(
        _told(figures, kind, title, after=after) for title, after in ((_("Nå"), False), (_("Etter tiltak"), True))
    )
    legend = _(
        "Tynn kant: lav. Stiplet kant: over akseptgrensen. Tykk kant: høy. Opp: sannsynlighet. Bort: konsekvens."
    )
    return d.Together(
        [
            d.Heading(_("Risikokart")),
            d.Picture(drawing, told),
            d.Text(legend, look=d.Look.SMALL),
            d.Labelled([(_("Sannsynlighet:"), _words(figures, "likelihood"))], d.Look.SMALL),
            d.Labelled([(_("Konsekvens:"), _words(figures, "consequence"))], d.Look.SMALL),
        ]
    )


def _told(figures: Figures, kind: RiskKind, title: str, *, after: bool) -> str:
    """Return where the risks stand, in words."""
    numbers = number_of(figures, kind)
    places = [
        _("sannsynlighet {likelihood}, konsekvens {consequence}: {risks}").format(
            likelihood=5 - position // 5,
            consequence=position % 5 + 1,
            risks=", ".join(numbers[risk] for risk in cell.risks),
        )
        for position, cell in enumerate(cells(figures.plan, figures.content, kind, after=after))
        if cell.risks
    ]
    told = "; ".join(places) or _("ingen risikoer")
    return f"{title}: {told}"


def _words(figures: Figures, scale: str) -> str:
    named = (f"{step} {scale_word(figures.plan, figures.content, scale, step).lower()}" for step in STEPS)
    return ", ".join(named)


def _map(drawing: Drawing, left: float, title: str, grid: Sequence[Cell], numbers: dict[str, str]) -> None:
    top = 5 * HEIGHT + BELOW
    drawing.add(String(left + LEFT, top + 5, title, fontName=SEMIBOLD, fontSize=9.5))
    for position, cell in enumerate(grid):
        x, y = left + LEFT + position % 5 * CELL, top - (position // 5 + 1) * HEIGHT
        colour, weight, dashes = FRAMES[cell.level]
        frame = Rect(x + 1, y + 1, CELL - 2, HEIGHT - 2)
        if dashes is not None:
            frame.strokeDashArray = dashes
        frame.fillColor, frame.strokeColor, frame.strokeWidth = HexColor(FILLS[cell.level]), HexColor(colour), weight
        drawing.add(frame)
        for line, text in enumerate(_lines([numbers[risk] for risk in cell.risks])):
            drawing.add(_text(x + CELL / 2, y + HEIGHT - 12 - 10 * line, text))
    for step in STEPS:
        drawing.add(_text(left + LEFT / 2 - 1, top - (6 - step) * HEIGHT + HEIGHT / 2 - 3, str(step)))
        drawing.add(_text(left + LEFT + (step - 0.5) * CELL, top - 5 * HEIGHT - 10, str(step)))


def _lines(numbers: Sequence[str]) -> list[str]:
    shown = list(numbers[:SHOWN]) if len(numbers) <= SHOWN else [*numbers[: SHOWN - 1], f"+{len(numbers) - SHOWN + 1}"]
    return [" ".join(shown[start : start + 2]) for start in range(0, len(shown), 2)]


def _text(x: float, y: float, text: str, size: float = 8) -> String:
    words = Typesetter().text(text)
    return String(x, y, words, fontName=REGULAR, fontSize=size, textAnchor="middle", fillColor=HexColor(palette.INK))
