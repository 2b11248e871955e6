"""State shapes: a tick, a half circle, a ring, a cross: drawn, so that a state never is colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.widgets.look.dress import worn


def draw_state(painter: QPainter, area: QRectF, state: TaskState, number: str = "") -> None:
    """Draw the shape of a state into a square area; an open state shows the number in a ring."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = max(1.5, area.width() / 13)
    circle = area.adjusted(stroke, stroke, -stroke, -stroke)
    if state is TaskState.DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn().success.strong))
        painter.drawEllipse(circle)
        painter.setPen(
            QPen(QColor(worn().on_strong), stroke * 1.2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPolyline([_at(circle, 0.27, 0.52), _at(circle, 0.43, 0.68), _at(circle, 0.74, 0.34)])
        return
    colour = QColor(worn().warning.strong if state is TaskState.IN_PROGRESS else worn().neutral.strong)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, stroke))
    painter.drawEllipse(circle)
    if state is TaskState.IN_PROGRESS:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        inner = circle.adjusted(stroke * 1.8, stroke * 1.8, -stroke * 1.8, -stroke * 1.8)
        painter.drawPie(inner, 90 * 16, -200 * 16)
    elif state is TaskState.NOT_RELEVANT:
        painter.drawLine(_at(circle, 0.28, 0.5), _at(circle, 0.72, 0.5))
    elif number:
        font = painter.font()
        font.setPixelSize(round(area.height() * 0.5))
        painter.setFont(font)
        painter.setPen(QColor(worn().neutral.text))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, number)


def _at(area: QRectF, x: float, y: float) -> QPointF:
    return QPointF(area.left() + x * area.width(), area.top() + y * area.height())


def state_pixmap(state: TaskState, size: int = 20, number: str = "") -> QPixmap:
    """Return the shape as a picture for table cells, sharp at 2x."""
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_state(painter, QRectF(0, 0, size * 2, size * 2), state, number)
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return pixmap
