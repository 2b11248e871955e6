"""Sheet `Gevinstkart`: the benefit map as a picture, and the links that it is drawn from."""

from io import BytesIO

from digisos_wizard.export.drawing.documents import map_picture
from digisos_wizard.export.pdfium import POINTS
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.sheet import Column, Sheet
from digisos_wizard.i18n import _

DOTS, SHOWN_DOTS = 144, 96
"""Dots per inch of the picture, and of the screen that it is shown on."""
ROW_POINTS = 15.0
"""Height of a row as spreadsheets make it."""


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Gevinstkart"), (18, 62, 62))


def write(book: Book, sheet: Sheet) -> None:
    """Fill the sheet."""
    figures = book.figures
    drawn = figures.benefit_map
    sheet.title(
        _("Gevinstkart"),
        _("Fra venstre mot høyre: hva som må være på plass, hva det fører til, og hva gevinstene er til for."),
    )
    sheet.freeze(sheet.row - 1, 1)
    sheet.repeat(0, 0)
    if not drawn.boxes:
        sheet.note(_("Kartet er tomt. Legg inn gevinster og bokser under Gevinster."))
        return
    picture = map_picture(figures, DOTS)
    scale = picture.width / POINTS * SHOWN_DOTS / picture.dots
    told = _("Gevinstkartet tegnet. Koblingene står i tabellen under.")
    sheet.raw.insert_image(
        sheet.row,
        0,
        "gevinstkart.png",
        {
            "image_data": BytesIO(picture.data),
            "x_scale": scale,
            "y_scale": scale,
            "object_position": 2,
            "description": told,
        },
    )
    sheet.row += int(picture.height / ROW_POINTS) + 2
    sheet.heading(_("Koblingene i kartet"))
    titles = {box.key: box.title for box in drawn.boxes}
    sheet.table(
        (Column(_("Lag")), Column(_("Boks")), Column(_("Leder til"))),
        [
            (
                figures.content.option_label("MapLayer", box.layer.value),
                box.title,
                "; ".join(titles[key] for key in box.leads_to),
            )
            for box in drawn.boxes
        ],
    )
