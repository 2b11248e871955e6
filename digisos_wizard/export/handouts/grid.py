"""Tables with frames to write in: known rows with their values, and empty rows for more."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from digisos_wizard.export import palette
from digisos_wizard.export.fonts import REGULAR
from digisos_wizard.export.paper.blocks import Composer, packed

PAD = 4.0
ROOM = 8 * mm
"""Height of a row that somebody writes in by hand."""

Texts = Sequence[str]


def grid(composer: Composer, titles: Texts, rows: Sequence[Texts], widths: Sequence[float], *, spare: int = 0) -> Table:
    """Return the table; tall rows go on in rows of their own, and `spare` empty ones follow."""
    styles = composer.styles
    body: list[list[list[Flowable]]] = [[[composer.paragraph(title, styles.head)] for title in titles]]
    going_on: list[int] = []
    for row in rows:
        stacks: list[list[list[Flowable]]] = [
            packed(composer.paragraphs(text, styles.strong if first else styles.cell), width - 2 * PAD)
            if text
            else [[]]
            for first, text, width in zip((True, *[False] * len(row)), row, widths, strict=False)
        ]
        for part, cells in enumerate(zip_longest(*stacks, fillvalue=())):
            if part:
                going_on.append(len(body))
            body.append([list(cell) or [Spacer(0, ROOM - 2 * PAD if not part else 1)] for cell in cells])
    body += [[[Spacer(0, ROOM - 2 * PAD)] for _title in titles] for _row in range(spare)]
    line, strong = HexColor(palette.LINE), HexColor(palette.STRONG_LINE)
    look: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
        ("TOPPADDING", (0, 0), (-1, -1), PAD),
        ("BOTTOMPADDING", (0, 0), (-1, -1), PAD),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(palette.HEAD)),
        ("LINEBELOW", (0, 0), (-1, 0), 0.7, strong),
        ("LINEBEFORE", (1, 0), (-1, -1), 0.5, line),
        ("BOX", (0, 0), (-1, -1), 0.6, strong),
        *(("LINEABOVE", (0, row), (-1, row), 0.5, line) for row in range(1, len(body)) if row not in going_on),
    ]
    return Table(body, list(widths), style=TableStyle(look), repeatRows=1, hAlign="LEFT")
