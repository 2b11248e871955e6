"""Text as large as there is room for: the size of type that fills an area, and where its lines break."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from digisos_wizard.ui.widgets.look.dress import FONT_FAMILY

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
ENDLESS = 100_000.0
LEAST_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as it fits: perhaps cut, its font, and how high it is."""

    text: str
    font: QFont
    height: float


def font_of(size: float, *, strong: bool = False) -> QFont:
    """Return the program's typeface in a size in pixels."""
    font = QFont(FONT_FAMILY)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def fitted(text: str, room: tuple[float, float], sizes: tuple[float, float], *, strong: bool = False) -> Fitted:
    """Return the text in the largest size between two (smallest, largest) that fits width and height.

    What is too long for the smallest size is cut at a word and ends with an ellipsis.
    """
    low, high = round(sizes[0]), max(round(sizes[0]), round(sizes[1]))
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(text, room, font_of(middle, strong=strong)):
            low = middle
        else:
            high = middle - 1
    font = font_of(low, strong=strong)
    if not _fits(text, room, font):
        text = _cut(text, room, font)
    return Fitted(text, font, _size(text, room[0], font)[1])


def _size(text: str, width: float, font: QFont) -> tuple[float, float]:
    rect = QFontMetricsF(font).boundingRect(QRectF(0, 0, width, ENDLESS), WRAPPED, text)
    return rect.width(), rect.height()


def _fits(text: str, room: tuple[float, float], font: QFont) -> bool:
    width, height = _size(text, room[0], font)
    return width <= room[0] and height <= room[1]


def _cut(text: str, room: tuple[float, float], font: QFont) -> str:
    low, high = min(LEAST_LETTERS, len(text)), len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(f"{text[:middle].rstrip()} …", room, font):
            low = middle
        else:
            high = middle - 1
    whole = text[:low].rsplit(" ", 1)[0] if " " in text[:low] else text[:low]
    return f"{whole.rstrip()} …"
