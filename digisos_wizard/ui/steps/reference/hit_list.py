"""The list beside the reading pane: the table of contents, or what a search found, in groups with words marked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from digisos_wizard.model.search.marks import Marked
from digisos_wizard.ui.widgets.look.dress import worn

ROW = Qt.ItemDataRole.UserRole
AIR, SIDE = 6, 12
SMALLER = 0.9

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ListRow:
    """A line to choose: a title, perhaps a piece of text below, and where it belongs."""

    title: Marked
    text: Marked
    place: str
    value: object


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Rows below a heading."""

    heading: str
    rows: Sequence[ListRow]


class HitList(QListView):
    """Rows in groups; moving reads, Enter or a click follows."""

    def __init__(self, name: str, on_read: Callable[[object], object], on_follow: Callable[[object], object]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._on_read = on_read
        self._on_follow = on_follow
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._moved)
        self.clicked.connect(self._clicked)

    def show_groups(self, groups: Sequence[ListGroup]) -> None:
        """Show these rows instead of the ones before; none of them is chosen yet."""
        self.selectionModel().blockSignals(True)
        self._model.clear()
        for group in groups:
            heading = QStandardItem(group.heading)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self._model.appendRow(heading)
            for row in group.rows:
                item = QStandardItem(row.title.text)
                item.setData(row, ROW)
                words = ". ".join(part for part in (row.title.text, row.text.text, row.place) if part)
                item.setAccessibleText(words)
                item.setToolTip(row.title.text if not row.text.text else "")
                self._model.appendRow(item)
        self.selectionModel().blockSignals(False)
        self.scrollToTop()

    def rows(self) -> list[ListRow]:
        """Return the rows shown, in order."""
        found = (self._model.item(number).data(ROW) for number in range(self._model.rowCount()))
        return [row for row in found if isinstance(row, ListRow)]

    def headings(self) -> list[str]:
        """Return the headings shown, in order."""
        items = (self._model.item(number) for number in range(self._model.rowCount()))
        return [item.text() for item in items if item.data(ROW) is None]

    def choose(self, value: object) -> bool:
        """Choose the row that stands for a value; tells whether there is one."""
        for number in range(self._model.rowCount()):
            row = self._model.item(number).data(ROW)
            if isinstance(row, ListRow) and row.value == value:
                self.setCurrentIndex(self._model.index(number, 0))
                return True
        return False

    def _moved(self, current: Index, _before: Index) -> None:
        row = current.data(ROW)
        if isinstance(row, ListRow):
            self._on_read(row.value)

    def _clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, ListRow):
            self._on_follow(row.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter follow."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    """Draws headings, titles and excerpts."""

    def __init__(self, view: HitList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a heading, of a title, or of a title with two lines below."""
        del option
        row = index.data(ROW)
        line = self._view.fontMetrics().lineSpacing()
        if not isinstance(row, ListRow):
            return QSize(10, line + 16)
        small = QFontMetrics(self._small())
        room = self._view.viewport().width() - 2 * SIDE
        lines = 0 if not row.text.text else 1 if small.horizontalAdvance(row.text.text) <= room else 2
        return QSize(10, line + 2 * AIR + lines * small.lineSpacing())

    def _small(self) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(max(9, round(font.pixelSize() * SMALLER)))
        return font

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW)
        area = QRectF(option.rect)
        painter.save()
        if isinstance(row, ListRow):
            self._row(painter, area, row, option.state)
        else:
            font = self._small()
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(worn().neutral.text))
            painter.drawText(area.adjusted(SIDE, 8, -SIDE, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()

    def _row(self, painter: QPainter, area: QRectF, row: ListRow, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(worn().accent.moderate if chosen else worn().neutral.soft))
        if chosen:
            painter.fillRect(QRectF(area.left(), area.top(), 4, area.height()), QColor(worn().accent.strong))
        inner = area.adjusted(SIDE, AIR, -SIDE, -AIR)
        small = self._small()
        if row.place:
            metrics = QFontMetrics(small)
            width = metrics.horizontalAdvance(row.place)
            painter.setFont(small)
            painter.setPen(QColor(worn().neutral.text))
            box = QRectF(inner.right() - width, inner.top(), width, self._view.fontMetrics().lineSpacing())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, row.place)
            title = inner.adjusted(0, 0, -width - 12, 0)
        else:
            title = inner
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold if row.text.text else QFont.Weight.Normal)
        painter.setPen(QColor(worn().neutral.dark))
        below = _draw(painter, title, row.title, font, 1)
        if row.text.text:
            painter.setPen(QColor(worn().neutral.text))
            _draw(painter, inner.adjusted(0, below, 0, 0), row.text, small, 2)


def _draw(painter: QPainter, area: QRectF, text: Marked, font: QFont, lines: int) -> float:
    """Draw a text on at most so many lines, its marked words on a ground of their own; returns the height taken."""
    room = area.width()
    shown = QFontMetrics(font).elidedText(text.text, Qt.TextElideMode.ElideRight, round(room * lines * 0.97))
    if lines == 1:
        shown = QFontMetrics(font).elidedText(text.text, Qt.TextElideMode.ElideRight, round(room))
    layout = QTextLayout(shown, font)
    lit = QTextCharFormat()
    lit.setBackground(QColor(worn().warning.moderate))
    formats = []
    for start, end in text.places:
        if start < len(shown):
            place = QTextLayout.FormatRange()
            place.start, place.length, place.format = start, min(end, len(shown)) - start, lit
            formats.append(place)
    layout.setFormats(formats)
    layout.beginLayout()
    height = 0.0
    for _line in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    layout.draw(painter, area.topLeft())
    return height
