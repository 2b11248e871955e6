"""The risk matrix, five by five: where one risk stands now and after measures, and how many others there are."""

from PySide6.QtCore import (
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from digisos_wizard.i18n import _
from digisos_wizard.model.rules.privacy.risks import RiskLevel
from digisos_wizard.ui.widgets.look.basics import text_scale
from digisos_wizard.ui.widgets.look.dress import worn

from .risk_matrix_model import SIDE, Index, Matrix, MatrixModel, Place

CELL, AXIS = 36, 24


class _Painter(QStyledItemDelegate):
    """Paints a cell: its level by ground and edge, the count of others, and the marks."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        model = index.model()
        cell = model.cell(index) if isinstance(model, MatrixModel) else None
        if cell is None or not isinstance(model, MatrixModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(2, 2, -2, -2)
        tone, edge = {
            RiskLevel.LOW: (worn().success, Qt.PenStyle.NoPen),
            RiskLevel.ABOVE_LIMIT: (worn().warning, Qt.PenStyle.DashLine),
            RiskLevel.HIGH: (worn().danger, Qt.PenStyle.SolidLine),
        }[cell.level]
        painter.setBrush(QColor(tone.moderate))
        painter.setPen(QPen(QColor(tone.strong), 1, edge))
        painter.drawRoundedRect(area, 4, 4)
        font: QFont = option.font
        painter.setFont(font)
        painter.setPen(QColor(worn().neutral.dark))
        place = (cell.likelihood, cell.consequence)
        if place not in (model.matrix.now, model.matrix.after):
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(index.data() or ""))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(worn().focus), 3))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        painter.restore()


class MatrixView(QTableView):
    """The cells; the arrows walk them and stop at the edges, Enter or a click opens one."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.matrix_model = MatrixModel()
        self.setModel(self.matrix_model)
        self.setItemDelegate(_Painter(self))
        self.setObjectName("grid")
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(10)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit(self, side: int) -> None:
        """Give every cell its size."""
        for header in (self.horizontalHeader(), self.verticalHeader()):
            for section in range(SIDE):
                header.resizeSection(section, side)
        self.setFixedSize(side * SIDE, side * SIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell with Enter or Space; the rest is the view's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the cell."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()))

    def _open(self, index: QModelIndex) -> None:
        cell = self.matrix_model.cell(index) if index.isValid() else None
        if cell is not None and cell.risks:
            self.picked.emit(cell.risks)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then the marks and the way from one to the other."""
        super().paintEvent(event)
        matrix = self.matrix_model.matrix
        now, after = (self._middle(place) if place else None for place in (matrix.now, matrix.after))
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(round(14 * text_scale(self)))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        lift = self.rowHeight(0) / 4 if now is not None and now == after else 0
        if now is not None and after is not None and now != after:
            _draw_arrow(painter, now, after)
        if now is not None:
            _draw_mark(painter, now - QPointF(0, lift), _("nå"), filled=True)
        if after is not None:
            _draw_mark(painter, after + QPointF(0, lift), _("etter"), filled=False)
        painter.end()

    def _middle(self, place: Place) -> QPointF:
        index = self.matrix_model.index(SIDE - place[0], place[1] - 1)
        return QRectF(self.visualRect(index)).center()


def _draw_mark(painter: QPainter, middle: QPointF, words: str, *, filled: bool) -> None:
    metrics = QFontMetrics(painter.font())
    width, height = metrics.horizontalAdvance(words) + 7, metrics.height() + 1
    area = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    painter.setPen(QPen(QColor(worn().neutral.dark), 1.5))
    painter.setBrush(QColor(worn().neutral.dark if filled else worn().page))
    painter.drawRoundedRect(area, 4, 4)
    painter.setPen(QColor(worn().page if filled else worn().neutral.dark))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


def _draw_arrow(painter: QPainter, start: QPointF, end: QPointF) -> None:
    """Draw a line that ends at the edge of the mark at its end."""
    way = end - start
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5
    along = way / length
    tip = end - along * 15
    across = QPointF(-along.y(), along.x())
    painter.setPen(QPen(QColor(worn().neutral.dark), 2))
    painter.drawLine(start, tip)
    painter.setBrush(QColor(worn().neutral.dark))
    painter.drawPolygon(QPolygonF([tip, tip - along * 7 + across * 4, tip - along * 7 - across * 4]))


class RiskMatrix(QWidget):
    """The cells with the names of the axes; `picked` tells the ids of the risks in a cell that is opened."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.view = MatrixView()
        self.view.setAccessibleName(_("Risikokart"))
        self.view.picked.connect(self.picked)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.view)
        self._fit()

    def show_matrix(self, matrix: Matrix) -> None:
        """Show the cells and the marks, where they differ."""
        if matrix == self.view.matrix_model.matrix:
            return
        self.view.matrix_model.put(matrix)
        said = (
            f"{name}: {matrix.likelihoods[place[0] - 1]}, {matrix.consequences[place[1] - 1]}"
            for name, place in ((_("Nå"), matrix.now), (_("Etter tiltakene"), matrix.after))
            if place
        )
        self.view.setAccessibleDescription(". ".join(said))
        self.view.viewport().update()

    def _fit(self) -> None:
        scale = text_scale(self)
        axis = round(AXIS * scale)
        self._layout.setContentsMargins(axis, 0, 0, axis)
        side = round(CELL * scale)
        self.view.fit(side)
        self.setFixedSize(QSize(side * SIDE + axis, side * SIDE + axis))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the names of the axes."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(round(14 * text_scale(self)))
        painter.setFont(font)
        painter.setPen(QColor(worn().neutral.text))
        axis, side = round(AXIS * text_scale(self)), self.view.height()
        painter.drawText(QRect(axis, side, side, axis), Qt.AlignmentFlag.AlignCenter, _("Konsekvens →"))
        painter.rotate(-90)
        painter.drawText(QRect(-side, 0, side, axis - 4), Qt.AlignmentFlag.AlignCenter, _("Sannsynlighet →"))
        painter.end()
