"""The staff form on paper: the same rows with the same numbers, and lines to write minutes on."""

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, TableStyle

from digisos_wizard.export import palette
from digisos_wizard.export.fonts import REGULAR
from digisos_wizard.export.paper.blocks import Composer, Grid, Row, tag
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.export.paper.sheet import Sheet, printed, top
from digisos_wizard.export.staff_form.workbook import guidance
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.returned import staff_titles

WIDTHS = (11 * mm, COLUMN - 101 * mm, 38 * mm, 26 * mm, 26 * mm)
ROOM = 9 * mm
"""Height of a row that somebody writes in by hand."""
COMMENT = 34 * mm


def build(figures: Figures) -> bytes:
    """Return the PDF: the same bytes for the same plan on the same day."""
    sheet = Sheet()
    styles = sheet.styles
    story = top(sheet, _("Hvor lang tid bruker du?"), *guidance())
    if figures.plan.mapping.steps:
        story.append(_rows(sheet, figures))
    else:
        story.append(sheet.paragraph(_("Ingen steg er lagt inn ennå."), styles.body))
    frame: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("BOX", (0, 0), (-1, -1), 0.6, HexColor(palette.STRONG_LINE)),
    ]
    box = Grid([[""]], (COLUMN,), (COMMENT,), style=frame)
    story += [Spacer(0, 10), KeepTogether([sheet.paragraph(staff_titles().comment, styles.strong), box])]
    return printed(sheet, figures, _("Skjema for tidsbruk"), story)


def _rows(composer: Composer, figures: Figures) -> Grid:
    styles, titles = composer.styles, staff_titles()
    head: list[Flowable | str] = [
        composer.paragraph(text, styles.head)
        for text in (titles.number, titles.step, _("Hvem gjør det"), titles.paper, titles.digital)
    ]
    rows: list[list[Flowable | str]] = [
        [
            composer.paragraph(str(number), styles.strong),
            composer.paragraph(step.name, styles.cell),
            composer.paragraph(step.who, styles.label),
            "",
            "",
        ]
        for number, step in enumerate(figures.plan.mapping.steps, start=1)
    ]
    heights = [
        None,
        *(max(ROOM, *(_height(cell, width) for cell, width in zip(row, WIDTHS, strict=True))) for row in rows),
    ]
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor(palette.LINE)),
            ("BOX", (3, 1), (3, -1), 0.6, HexColor(palette.STRONG_LINE)),
            ("BOX", (4, 1), (4, -1), 0.6, HexColor(palette.STRONG_LINE)),
            ("INNERGRID", (3, 1), (4, -1), 0.6, HexColor(palette.STRONG_LINE)),
            ("BACKGROUND", (0, 0), (-1, 0), HexColor(palette.HEAD)),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ]
    )
    tag([Row([[cell] if isinstance(cell, Flowable) else [] for cell in row]) for row in (head, *rows)], head=True)
    return Grid([head, *rows], WIDTHS, heights, style=look, repeatRows=1)


def _height(cell: object, width: float) -> float:
    """Return how high a cell's text is, with air around it."""
    return float(cell.wrap(width - 8, 1000)[1]) + 8 if isinstance(cell, Flowable) else 0.0
