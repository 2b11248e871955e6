"""Our own icons: strokes on a square of twenty, drawn in whatever colour is asked for."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLabel

Stroke = tuple[tuple[float, float], ...]
SQUARE = 20.0


class Icon(Enum):
    """An icon as strokes; a stroke is points joined by lines."""

    TICK = (((3.5, 10.5), (8, 15), (16.5, 5)),)
    RIGHT = (((7.5, 4.5), (13, 10), (7.5, 15.5)),)
    LEFT = (((12.5, 4.5), (7, 10), (12.5, 15.5)),)
    DOWN = (((4.5, 7.5), (10, 13), (15.5, 7.5)),)
    UP = (((4.5, 12.5), (10, 7), (15.5, 12.5)),)
    PLUS = (((10, 3.5), (10, 16.5)), ((3.5, 10), (16.5, 10)))
    CLOSE = (((5, 5), (15, 15)), ((15, 5), (5, 15)))
    BACK = (((16.5, 10), (3.5, 10)), ((8.5, 5), (3.5, 10), (8.5, 15)))
    TO = (((3.5, 10), (16.5, 10)), ((11.5, 5), (16.5, 10), (11.5, 15)))
    UNDO = (
        ((7, 3.5), (3.5, 7), (7, 10.5)),
        ((3.5, 7), (12, 7), (15.2, 8.2), (16.5, 11), (15.2, 13.8), (12, 15), (9, 15)),
    )
    REDO = (
        ((13, 3.5), (16.5, 7), (13, 10.5)),
        ((16.5, 7), (8, 7), (4.8, 8.2), (3.5, 11), (4.8, 13.8), (8, 15), (11, 15)),
    )
    SEARCH = (
        (
            (14, 8.5), (12.9, 12.4), (8.5, 14), (4.6, 12.4), (3, 8.5), (4.6, 4.6), (8.5, 3), (12.4, 4.6), (14, 8.5)
        ),
        ((12.6, 12.6), (17, 17)),
    )  # fmt: skip
    SCREEN = (
        ((2.5, 3.5), (17.5, 3.5), (17.5, 13), (2.5, 13), (2.5, 3.5)),
        ((10, 13), (10, 16.5)),
        ((6, 16.5), (14, 16.5)),
    )
    PANEL = (((3, 3.5), (17, 3.5), (17, 16.5), (3, 16.5), (3, 3.5)), ((12, 3.5), (12, 16.5)))
    PENCIL = (
        ((4, 16), (5, 12), (13.5, 3.5), (16.5, 6.5), (8, 15), (4, 16)),
        ((11.5, 5.5), (14.5, 8.5)),
    )
    MORE = (((4, 10), (4.4, 10)), ((10, 10), (10.4, 10)), ((16, 10), (16.4, 10)))
    CLIP = (
        (
            (14.5, 8),
            (8, 14.5),
            (5, 14.7),
            (4.2, 12),
            (11.5, 4.6),
            (14.2, 4.2),
            (15.6, 6.5),
            (9.2, 13),
            (7.6, 12.4),
            (13, 7),
        ),
    )
    BOOK = (
        ((4, 3), (16, 3), (16, 14.5), (5.5, 14.5), (4, 15.8), (4, 3)),
        ((4, 15.8), (5.5, 17.2), (16, 17.2)),
        ((7.5, 6.5), (12.5, 6.5)),
    )
    LIST = (
        ((8, 4.5), (17, 4.5)), ((8, 10), (17, 10)), ((8, 15.5), (17, 15.5)),
        ((3, 4.5), (4, 4.5)), ((3, 10), (4, 10)), ((3, 15.5), (4, 15.5)),
    )  # fmt: skip
    PERSON = (
        ((10, 3), (13, 4.2), (13, 7.8), (10, 9.2), (7, 7.8), (7, 4.2), (10, 3)),
        ((3.5, 17), (4.5, 13), (8, 11.5), (12, 11.5), (15.5, 13), (16.5, 17)),
    )
    STOP = (((10, 2.5), (18, 16.5), (2, 16.5), (10, 2.5)),)


def draw_icon(painter: QPainter, area: QRectF, icon: Icon, colour: QColor) -> None:
    """Draw an icon in a square area; the sign for what stops is filled, with its mark left open."""
    scale = area.width() / SQUARE
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(scale, scale)
    pen = QPen(colour, 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if icon is Icon.STOP:
        painter.setBrush(colour)
    strokes: tuple[Stroke, ...] = icon.value
    for stroke in strokes:
        points = [QPointF(x, y) for x, y in stroke]
        if icon is Icon.STOP:
            painter.drawPolygon(points)
        else:
            painter.drawPolyline(points)
    if icon is Icon.STOP:
        painter.setPen(QPen(painter.background().color(), 1.8, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(10, 7.5), QPointF(10, 11.2))
        painter.drawPoint(QPointF(10, 14))
    painter.restore()


def pixmap(icon: Icon, colour: QColor, size: int = 20) -> QPixmap:
    """Return an icon as a picture, sharp at twice the size."""
    found = QPixmap(size * 2, size * 2)
    found.fill(Qt.GlobalColor.transparent)
    painter = QPainter(found)
    painter.setBackground(QColor("white"))
    draw_icon(painter, QRectF(0, 0, size * 2, size * 2), icon, colour)
    painter.end()
    found.setDevicePixelRatio(2)
    return found


def as_icon(icon: Icon, colour: QColor, size: int = 20) -> QIcon:
    """Return an icon for a button."""
    return QIcon(pixmap(icon, colour, size))


class IconLabel(QLabel):
    """An icon that stands beside words which say the same."""

    def __init__(self, icon: Icon, colour: QColor, size: int = 20) -> None:
        super().__init__()
        self.setPixmap(pixmap(icon, colour, size))
        self.setFixedSize(QSize(size, size))
