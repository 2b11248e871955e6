"""The canvas: text as large as there is room for, never cut, on every size of screen; also slides with drawings."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digisos_wizard.content import load
from digisos_wizard.export.drawing.scene import Box, Pen, Scene, Tone
from digisos_wizard.ui.stage.canvas import Canvas
from digisos_wizard.ui.stage.fit import ENDLESS, WRAPPED, fitted
from digisos_wizard.ui.stage.showing import Bar, Clock, Showing
from digisos_wizard.ui.widgets.look.dress import worn

SIZES = [(1366, 768), (1024, 640), (1920, 1080), (800, 600), (1366, 470)]
SMALLEST_SHARE = 1 / 18
"""Height of the type against that of the screen: what can be read from the back of a room."""


@pytest.fixture
def canvas(qtbot: QtBot, dressed: QApplication) -> Canvas:
    """A canvas on the screen."""
    del dressed
    made = Canvas()
    qtbot.addWidget(made)
    made.show()
    return made


def painted(canvas: Canvas, showing: Showing, size: tuple[int, int]) -> QImage:
    """Return what is painted at a size."""
    canvas.resize(*size)
    canvas.show_now(showing)
    return canvas.grab().toImage()


def inked(image: QImage, area: QRect) -> bool:
    """Tell whether anything but the page's white stands in an area."""
    white = QColor(worn().page).rgb()
    return any(
        image.pixel(x, y) != white
        for x in range(area.left(), area.right(), 2)
        for y in range(area.top(), area.bottom(), 2)
    )


@pytest.mark.parametrize("size", SIZES[:3])
def test_every_question_of_the_handbook_is_readable_from_the_back(dressed: QApplication, size: tuple[int, int]) -> None:
    del dressed
    unit = min(size[0] / 16, size[1] / 9) / 10
    for group in load().questions:
        for question in group.questions:
            room = (size[0] - 14 * unit, (size[1] - 22 * unit) * (0.36 if question.choices else 1))
            found = fitted(question.text, room, (2.6 * unit, (8 if question.choices else 17) * unit), strong=True)
            assert found.text == question.text
            assert found.height <= room[1]
            assert found.font.pixelSize() >= size[1] * SMALLEST_SHARE, question.id


def test_a_text_of_any_length_stays_within_its_room(dressed: QApplication) -> None:
    del dressed
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QFontMetricsF

    for text in ("", "x", "ord " * 2_000, "x" * 3_000, "Personvernkonsekvensvurderingsarbeidsgruppemøte"):
        found = fitted(text, (600, 300), (20, 120), strong=True)
        rect = QFontMetricsF(found.font).boundingRect(QRectF(0, 0, 600, ENDLESS), WRAPPED, found.text)
        assert rect.height() <= 300
        assert rect.width() <= 600
        assert found.text == text or found.text.endswith("…")


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_painted_outside_the_margins(canvas: Canvas, size: tuple[int, int]) -> None:
    bars = tuple(Bar(str(number), f"Et ganske langt svar nummer {number}", number * 3) for number in range(1, 10))
    points = tuple(f"Et punkt som er langt nok til å ta mer enn én linje, nummer {number}" for number in range(7))
    long = "Hva gjør vi når en søker kommer i mottaket og vil ha hjelp til å fylle ut søknaden på nettbrett?"
    for showing in (
        Showing(long, heading="Beredskap " * 30, place="3 av 12", clock=Clock("6 min igjen", 0.4), footer="NAV " * 90),
        Showing(long, bars=bars, clock=Clock("2 min over tiden", 1.0, over=True)),
        Showing(long, points=points, clock=Clock("Pause", paused=True)),
    ):
        image = painted(canvas, showing, size)
        unit = min(size[0] / 16, size[1] / 9) / 10
        side, top, bottom = round(6 * unit), round(2 * unit), round(size[1] - 2 * unit)
        assert not inked(image, QRect(0, top, side, bottom - top))
        assert not inked(image, QRect(size[0] - side, top, side, bottom - top))
        assert inked(image, QRect(side, top, size[0] - 2 * side, bottom - top))


def test_a_slide_with_a_drawing_fills_the_room_below_its_title(canvas: Canvas) -> None:
    def draw(width: float, pen: Pen) -> Scene:
        box = Box("a", 0, 0, width, width / 3, pen.wrapped("nav.no", width), Tone.STRONG)
        return Scene(width, width / 3, pen.size, (), (box,), (), "nav.no")

    image = painted(canvas, Showing("Slik går søknaden", draw=draw), (1366, 768))
    ink = QColor(worn().accent.dark)
    found = [x for x in range(1366) if image.pixelColor(x, 420) == ink]
    assert max(found) - min(found) > 1_000


def test_a_screen_reader_hears_everything(canvas: Canvas) -> None:
    canvas.show_now(
        Showing("Er vi klare?", heading="Påkobling", bars=(Bar("1", "Klar", 7),), place="3 av 12", clock=Clock("Pause"))
    )
    assert canvas.accessibleName() == "Er vi klare?"
    assert canvas.accessibleDescription() == "Påkobling. 3 av 12. Er vi klare?. Klar: 7. Pause"
