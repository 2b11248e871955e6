"""The sheet for a risk workshop: an empty map with the office's own words, and the risks with boxes to tick."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from digisos_wizard.export import palette
from digisos_wizard.export.fonts import REGULAR
from digisos_wizard.export.handouts.grid import PAD
from digisos_wizard.export.handouts.writing import Ticks
from digisos_wizard.export.paper.blocks import Cell, Grid, Row, packed, tag
from digisos_wizard.export.paper.pages import MARGIN
from digisos_wizard.export.paper.sheet import Sheet, printed, top
from digisos_wizard.export.text import short
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.privacy import Risk
from digisos_wizard.model.rules.privacy.risks import STEPS, RiskLevel, acceptance_limit, level_of, scale_word

SIZE = landscape(A4)
WIDTH = SIZE[0] - 2 * MARGIN
WORDS, CELL = 42 * mm, 17 * mm
"""Width of the words beside the map, and height of its rows."""
OWN = 6
"""Empty rows for risks that come up in the room."""
TICKED = 54 * mm
MEASURES = 58 * mm
LONGEST = 160
"""Characters of cause and measures that the sheet repeats of a risk."""


def build(figures: Figures, title: str) -> bytes:
    """Return the sheet: map first, then every risk of the plan, then room for more."""
    made = Sheet()
    limit = acceptance_limit(figures.plan, figures.content)
    lead = _("Skriv nummeret til risikoen i ruten der den hører hjemme. Bli enige før dere skriver.")
    legend = _(
        "Tallet i ruten er sannsynlighet ganger konsekvens. Stiplet kant: over grensen på {limit}. Tykk kant: høy."
    )
    story = top(made, title, lead, legend.format(limit=limit))
    story += [_map(made, figures, limit), *made.heading(_("Risikoene"))]
    story.append(_risks(made, figures.plan.privacy.risks))
    return printed(made, figures, title, story, SIZE)


def _map(made: Sheet, figures: Figures, limit: int) -> Table:
    styles = made.styles

    def word(scale: str, step: int) -> Flowable:
        words = f"{step} {scale_word(figures.plan, figures.content, scale, step)}"
        return packed(made.paragraphs(words, styles.strong), WORDS)[0][0]

    width = (WIDTH - WORDS) / len(STEPS)
    body: list[list[Cell]] = []
    look: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), PAD),
    ]
    for row, likely in enumerate(reversed(STEPS)):
        cells: list[Cell] = [[word("likelihood", likely)]]
        for serious in STEPS:
            cells.append([made.paragraph(str(likely * serious), styles.small)])
            at = (serious, row)
            level = level_of(likely * serious, limit)
            if level is RiskLevel.LOW:
                look.append(("BOX", at, at, 0.5, HexColor(palette.LINE)))
        body.append(cells)
    for row, likely in enumerate(reversed(STEPS)):
        for serious in STEPS:
            at, level = (serious, row), level_of(likely * serious, limit)
            if level is RiskLevel.ABOVE_LIMIT:
                look.append(("BOX", at, at, 1.2, HexColor(palette.INK), 1, (3, 2)))
            elif level is RiskLevel.HIGH:
                look.append(("BOX", at, at, 2.2, HexColor(palette.INK)))
    corner = made.paragraph(_("Opp: sannsynlighet. Bort: konsekvens."), styles.small)
    body.append([[corner], *([word("consequence", step)] for step in STEPS)])
    tag([Row(cells) for cells in body], head=False, labelled=True)
    heights = [CELL] * len(STEPS) + [None]
    return Grid(body, [WORDS, *[width] * len(STEPS)], heights, style=TableStyle(look), hAlign="LEFT")


def _risks(made: Sheet, risks: Sequence[Risk]) -> Table:
    styles = made.styles
    titles = (_("Nr."), _("Risiko"), _("Sannsynlighet"), _("Konsekvens"), _("Tiltak og hvem"))
    number, told = 12 * mm, WIDTH - 12 * mm - 2 * TICKED - MEASURES
    body: list[list[Cell]] = [[[made.paragraph(title, styles.head)] for title in titles]]
    for position, risk in enumerate(risks, start=1):
        name = short(risk.title, LONGEST) or _("Risiko uten navn")
        cell = [made.paragraph(name, styles.strong)]
        if risk.cause.strip():
            cell.append(made.paragraph(short(risk.cause, LONGEST), styles.small))
        measures = "; ".join(measure.text for measure in risk.measures if measure.text.strip())
        body.append(
            [
                [made.paragraph(str(position), styles.strong)],
                cell,
                [_steps(risk.likelihood)],
                [_steps(risk.consequence)],
                [made.paragraph(short(measures, LONGEST), styles.small)],
            ]
        )
    for position in range(OWN):
        number_cell = [made.paragraph(str(len(risks) + position + 1), styles.strong)]
        body.append([number_cell, [Spacer(0, 24)], *([_steps(None)] for _scale in range(2)), []])
    tag([Row(cells) for cells in body], head=True)
    look: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(palette.HEAD)),
        ("GRID", (0, 0), (-1, -1), 0.5, HexColor(palette.STRONG_LINE)),
        ("LEFTPADDING", (0, 0), (-1, -1), PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
    ]
    widths = (number, told, TICKED, TICKED, MEASURES)
    return Grid(body, widths, style=TableStyle(look), repeatRows=1, hAlign="LEFT")


def _steps(chosen: int | None) -> Ticks:
    return Ticks([(str(step), step == chosen) for step in STEPS], between=9)
