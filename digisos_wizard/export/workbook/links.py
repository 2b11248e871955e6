"""Sheet `Gevinstkart`: the benefit map as a picture, and the links that it is drawn from."""

from io import BytesIO

from digisos_wizard.export.drawing.documents import map_picture
from digisos_wizard.export.pdfium import POINTS
from digisos_wizard.export.workbook import checks, said
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import LONGEST_TEXT, Formula, as_word, cell_text
from digisos_wizard.export.workbook.sheet import Sheet
from digisos_wizard.export.workbook.table import Field, Row, Table
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.rules.benefits.benefit_map import MapBox

DOTS, SHOWN_DOTS = 144, 96
"""Dots per inch of the picture, and of the screen that it is shown on."""
ROW_POINTS = 15.0
"""Height of a row as spreadsheets make it."""
WIDTHS = (18, 62, 62)
LONGEST_FORMULA, LONGEST_LITERAL = 8_000, 255
"""Letters that a formula takes, in all and in one text."""


def place(book: Book) -> Sheet:
    """Add the sheet with its title."""
    sheet = book.sheet(_("Gevinstkart"), WIDTHS)
    sheet.title(
        _("Gevinstkart"),
        _(
            "Fra venstre mot høyre: hva som må være på plass, hva det fører til, og hva gevinstene er til for. "
            "Bildet viser navnene slik de var da arbeidsboken ble laget. Tabellen under følger arket Gevinstplan."
        ),
    )
    sheet.freeze(sheet.row - 1, 1)
    sheet.repeat(0, 0)
    return sheet


def write(book: Book, tables: Tables, sheet: Sheet) -> None:
    """Draw the map and list its links."""
    drawn = book.figures.benefit_map
    if not drawn.boxes:
        sheet.note(_("Kartet er tomt. Legg inn gevinster og bokser under Gevinster."))
        return
    picture = map_picture(book.figures, DOTS)
    scale = picture.width / POINTS * SHOWN_DOTS / picture.dots
    told = _("Gevinstkartet tegnet. Koblingene står i tabellen under.")
    options = {"image_data": BytesIO(picture.data), "x_scale": scale, "y_scale": scale, "object_position": 2}
    sheet.raw.insert_image(sheet.row, 0, "gevinstkart.png", {**options, "description": told})
    sheet.row += int(picture.height / ROW_POINTS) + 2
    sheet.heading(_("Koblingene i kartet"))
    fields = (
        Field("layer", _("Lag"), width=WIDTHS[0], locked=True),
        Field("box", _("Boks"), width=WIDTHS[1], locked=True),
        Field("leads", _("Leder til"), width=WIDTHS[2], locked=True),
    )
    table = Table(sheet, "Koblinger", fields, len(drawn.boxes), unique=False)
    items = {item.id: item for item in book.figures.plan.benefits.items}
    boxes = {box.key: box for box in drawn.boxes}
    names = _Names(tables.register, items)
    rows: list[Row] = [
        {
            "layer": book.figures.content.option_label("MapLayer", box.layer.value),
            "box": names.of(box),
            "leads": names.all([boxes[key] for key in box.leads_to]),
        }
        for box in drawn.boxes
    ]
    checks.fill(book, table, rows, {})


class _Names:
    """Boxes by name: a benefit's is the one that it has in the register now."""

    def __init__(self, register: Table, items: dict[str, Benefit]) -> None:
        self._register = register
        self._items = items

    def of(self, box: MapBox) -> Formula | str:
        """Return a box's name."""
        return self.all([box]) if box.key in self._items else box.title

    def all(self, boxes: list[MapBox]) -> Formula | str:
        """Return the names of several boxes."""
        told = "; ".join(map(self._told, boxes))
        if not any(box.key in self._items for box in boxes):
            return told
        text = '&"; "&'.join(map(self._text, boxes))
        literals = [box.title for box in boxes if box.key not in self._items]
        short = len(text) < LONGEST_FORMULA and all(len(title) < LONGEST_LITERAL for title in literals)
        return Formula(text, told) if short and len(told) < LONGEST_TEXT else told

    def _told(self, box: MapBox) -> str:
        item = self._items.get(box.key)
        if item is None:
            return box.title
        title = cell_text(item.title) or _("Uten navn")
        return f"{item.number} {title}"

    def _text(self, box: MapBox) -> str:
        item = self._items.get(box.key)
        if item is None:
            return as_word(box.title)
        number = as_word(item.number)
        found = self._register.find("title", number)
        found = f"IF(LEN({found})=0,{said.nameless()},{found})"
        gone = as_word(_("{number} (tatt ut)").format(number=item.number))
        return f'IFERROR({number}&" "&{found},{gone})'
