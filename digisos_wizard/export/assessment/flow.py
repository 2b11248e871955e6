"""The way of the data: a picture of boxes and arrows, and the same as a table with who answers for each way."""

from reportlab.graphics.shapes import Drawing, Line, Polygon, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, KeepTogether

from digisos_wizard.export import palette
from digisos_wizard.export.fonts import REGULAR
from digisos_wizard.export.paper.blocks import Composer, Row, table
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.export.paper.shapes import Drawn
from digisos_wizard.i18n import _
from digisos_wizard.model.content import DataPath
from digisos_wizard.model.figures import Figures

BOX, GAP, STEP = 118.0, 20.0, 30.0
SIZE = 8.5


def picture(composer: Composer, figures: Figures) -> list[Flowable]:
    """Return the picture and the table."""
    paths = figures.content.data_flow
    if not paths:
        return []
    heading, *more = composer.heading(_("Veien opplysningene går"), room=STEP * (len(paths) + 2))
    return [heading, KeepTogether([*more, Drawn(_drawing(composer, paths), _told(paths))]), _table(composer, paths)]


def _drawing(composer: Composer, paths: tuple[DataPath, ...]) -> Drawing:
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
            drawing.add(_words(composer, x + BOX / 2, y + 7, name))
        middle = y + 10.5
        drawing.add(Line(BOX + 3, middle, right - 8, middle, strokeColor=HexColor(palette.STRONG_LINE)))
        tip = [right - 3, middle, right - 9, middle + 3.5, right - 9, middle - 3.5]
        drawing.add(Polygon(tip, fillColor=HexColor(palette.STRONG_LINE), strokeColor=None))
        drawing.add(_words(composer, COLUMN / 2, middle + 3, f"{position + 1}. {path.what}"))
    return drawing


def _told(paths: tuple[DataPath, ...]) -> str:
    """Return what the picture shows; who answers for each way stands in the table after it."""
    ways = (f"{number}. {path.start} → {path.end}: {path.what}" for number, path in enumerate(paths, start=1))
    return "; ".join(ways)


def _words(composer: Composer, x: float, y: float, text: str) -> String:
    words = String(x, y, composer.plain(text), fontName=REGULAR, fontSize=SIZE, textAnchor="middle")
    words.fillColor = HexColor(palette.INK)
    return words


def _table(composer: Composer, paths: tuple[DataPath, ...]) -> Flowable:
    styles = composer.styles
    titles = (_("Nr."), _("Fra"), _("Til"), _("Hva"), _("Hvem svarer for det"))
    rows = [Row([[composer.paragraph(title, styles.head)] for title in titles])]
    for number, path in enumerate(paths, start=1):
        cells = (str(number), path.start, path.end, path.what, f"{path.responsible} ({path.role})")
        rows.append(Row([[composer.paragraph(cell, styles.cell)] for cell in cells]))
    share = (COLUMN - 24) / 100
    return table(rows, (24, 20 * share, 20 * share, 28 * share, 32 * share), head=True, tight=True)
