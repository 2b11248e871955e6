"""How rows are painted: title with a second line, chips, signs, boxes that are typed in, bars, and a chevron."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from digisos_wizard.model.address import Address
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.ui.widgets.look.completing import completer
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, draw_icon

from .grid_model import GridModel
from .marks import draw_bars, draw_box, draw_chips, draw_fold, draw_marked, draw_state, draw_tick
from .rows import Cell, Row, Way

PAD, SIGN_ROOM, TICK_ROOM, CHEVRON_ROOM = 6, 26, 34, 30
BOX_PAD = 16
ONE_LINE, DENSE, WITH_BELOW, HEADING, ASKING, BOX = 36, 33, 50, 38, 44, 32
"""Pixels of height at a text of sixteen pixels: rows of one line, dense or of two, a heading, an asking row, a box."""
ALIGN_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


CHIP_GAP = 10


def _beside(metrics: QFontMetrics, row: Row, room: int) -> bool:
    """Tell whether a chip has room on the title's line."""
    chip = metrics.horizontalAdvance(row.chip) + 18
    return metrics.horizontalAdvance(row.title) + CHIP_GAP + chip <= room and not any(one.below for one in row.cells)


def scaled(font: QFont, share: float, *, strong: bool = False) -> QFont:
    """Return a font at a share of another's size."""
    made = QFont(font)
    made.setPixelSize(max(10, round(QFontInfo(font).pixelSize() * share)))
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    return made


class RowPainter(QStyledItemDelegate):
    """Paints the cells of a grid, and makes the line that is typed in."""

    def __init__(self, view: QWidget, *, signs: bool, chevrons: bool) -> None:
        super().__init__(view)
        self.signs, self.chevrons = signs, chevrons
        self.folded: tuple[int, ...] = ()
        self.dense = self.flat = False
        self.suggestions: Callable[[Address], Sequence[str]] = lambda _address: ()

    def before(self, row: Row, font: QFont) -> int:
        """Return the room before the title: for a box to tick, or for signs."""
        if row.ticked is not None:
            return round(TICK_ROOM * QFontInfo(font).pixelSize() / 16)
        return SIGN_ROOM + 4 if self.signs else PAD

    def height(self, row: Row, font: QFont, widths: Mapping[int, int], first: int = 0) -> int:
        """Return the height that a row needs where its columns have so many pixels, its title those of the first."""
        scale = QFontInfo(font).pixelSize() / 16
        if row.heading or row.acts:
            return round((ASKING if row.acts else HEADING) * scale)
        room = max(widths[first] - PAD - self.before(row, font) - 1, 40)
        metrics = QFontMetrics(scaled(font, 1, strong=row.total))
        typed = bool(row.cells) and row.cells[0].way is Way.TYPED
        room -= BOX_PAD if typed else 0
        title = metrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, row.title).height()
        tallest = max((title, *self._written(row, metrics, widths)))
        more = max(tallest - metrics.lineSpacing(), 0)
        more += QFontMetrics(scaled(font, 14 / 16)).lineSpacing() + CHIP_GAP if row.chips else 0
        beside = row.chip and not row.stop and _beside(metrics, row, room)
        second = bool(row.stop or any(cell.below for cell in row.cells) or self._second(row))
        second = second or bool(row.chip and not beside)
        one_line = DENSE if self.dense else ONE_LINE
        return round((WITH_BELOW if second else one_line) * scale) + more

    @staticmethod
    def _written(row: Row, metrics: QFontMetrics, widths: Mapping[int, int]) -> Iterator[int]:
        """Yield the heights of what is typed in other cells than the first, where it needs several lines."""
        for at, cell in enumerate(row.cells):
            if at and at in widths and cell.way is Way.TYPED and cell.text:
                area = QRect(0, 0, max(widths[at] - BOX_PAD - 10, 40), 10_000)
                yield metrics.boundingRect(area, Qt.TextFlag.TextWordWrap, cell.text).height()

    def _second(self, row: Row) -> str:
        """Return the second line: what stands below the title, and columns that have no room of their own."""
        parts = [row.cells[0].below if row.cells else ""]
        parts += [row.cells[column].text for column in self.folded if column < len(row.cells)]
        return " · ".join(part for part in parts if part)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell."""
        model = index.model()
        if not isinstance(model, GridModel):
            return
        row, cell, column = model.rows[index.row()], model.cell(index), index.column()
        area: QRect = option.rect
        font: QFont = option.font
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and row.chosen
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, row, chosen=chosen, first=column == 0)
        last = column == model.columnCount() - 1
        inside = area.adjusted(0, 0, -CHEVRON_ROOM if last and self.chevrons else 0, 0)
        if row.acts:
            painter.fillRect(area, QColor(worn().neutral.soft))
        elif row.heading:
            self._heading(painter, area, font, cell, last=last and column > 0)
        elif row.fold and column:
            painter.setFont(scaled(font, 15 / 16))
            draw_fold(painter, area.adjusted(PAD, 0, -PAD, 0), cell.text)
        elif column == 0 and cell.way is Way.READ:
            self._title(painter, inside, font, row, cell)
        elif model.columns[column].bars:
            draw_bars(painter, area.adjusted(PAD, 0, -PAD, 0), cell.bars)
        elif cell.drawn is not None:
            cell.drawn.paint(painter, QRectF(inside.adjusted(PAD, 0, -PAD, 0)), scaled(font, 15 / 16))
        elif cell.state is not None:
            painter.setFont(scaled(font, 14 / 16))
            draw_state(painter, inside.adjusted(PAD, 0, -PAD, 0), cell.text, cell.state)
        else:
            numeric = model.columns[column].numeric
            self._cell(painter, inside, font, cell, numeric=numeric, strong=row.total, boxed=chosen or not self.flat)
        if self.chevrons and row.opens and last and not row.heading:
            place = QRectF(area.right() - 24, area.center().y() - 8, 16, 16)
            draw_icon(painter, place, Icon.RIGHT, QColor(worn().neutral.text))
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, area: QRect, row: Row, *, chosen: bool, first: bool) -> None:
        if row.total:
            painter.fillRect(area, QColor(worn().neutral.soft))
        elif chosen:
            painter.fillRect(area, QColor(worn().accent.soft))
        painter.setPen(QColor(worn().border))
        if not row.heading:
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        if chosen and first:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(worn().accent.strong))

    def _heading(self, painter: QPainter, area: QRect, font: QFont, cell: Cell, *, last: bool) -> None:
        painter.setFont(scaled(font, 15 / 16, strong=not last))
        painter.setPen(QColor(worn().neutral.text))
        room = area.adjusted(PAD, 8, -PAD, 0)
        painter.drawText(room, ALIGN_RIGHT if last else ALIGN_LEFT, cell.text)

    def _title(self, painter: QPainter, area: QRect, font: QFont, row: Row, cell: Cell) -> None:
        left = area.left() + self.before(row, font)
        if row.ticked is not None:
            side = round(18 * QFontInfo(font).pixelSize() / 16)
            draw_box(painter, QRectF(area.left() + 8, area.center().y() - side // 2, side, side), ticked=row.ticked)
        elif row.sign is not Sign.NONE:
            done = row.sign is Sign.DONE
            place = QRectF(area.left() + 8, area.center().y() - 8, 16, 16)
            painter.setBackground(QColor(worn().page))
            draw_icon(
                painter,
                place,
                Icon.TICK if done else Icon.STOP,
                QColor((worn().success if done else worn().danger).text),
            )
        title_font = scaled(font, 1, strong=row.total or cell.strong)
        painter.setFont(title_font)
        metrics = painter.fontMetrics()
        room = QRect(left, area.top(), area.left() + area.width() - left - PAD, area.height())
        if row.chips:
            small = QFontMetrics(scaled(font, 14 / 16)).lineSpacing() + 3
            painter.setFont(scaled(font, 14 / 16, strong=True))
            draw_chips(painter, QRect(left, area.bottom() - small - CHIP_GAP + 2, room.width(), small), row.chips)
            painter.setFont(title_font)
            room.setHeight(room.height() - small - CHIP_GAP + 2)
        second = self._second(row)
        if row.chip and not row.stop and not second and _beside(metrics, row, room.width()):
            title = room
            left_of_chip = left + metrics.horizontalAdvance(cell.text) + CHIP_GAP
            small = QFontMetrics(scaled(font, 14 / 16)).lineSpacing() + 3
            chip = QRect(left_of_chip, room.center().y() - small // 2, room.right() - left_of_chip, small)
            self._below(painter, chip, font, row, "")
            painter.setFont(title_font)
        elif second or row.chip or row.stop:
            wanted = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, cell.text).height()
            small = QFontMetrics(scaled(font, 14 / 16)).lineSpacing()
            top = room.top() + max((room.height() - wanted - small - 2) // 2, 2)
            title = QRect(left, top, room.width(), wanted)
            self._below(painter, QRect(left, top + wanted, room.width(), small + 3), font, row, second)
            painter.setFont(title_font)
        else:
            title = room
        painter.setPen(QColor(worn().neutral.text if cell.quiet else worn().neutral.dark))
        painter.drawText(title, int(ALIGN_LEFT) | int(Qt.TextFlag.TextWordWrap), cell.text)
        if cell.paper_clip:
            end = min(left + metrics.horizontalAdvance(cell.text) + 8, area.right() - 20)
            draw_icon(painter, QRectF(end, title.center().y() - 8, 16, 16), Icon.CLIP, QColor(worn().neutral.text))

    def _below(self, painter: QPainter, room: QRect, font: QFont, row: Row, second: str) -> None:
        """Draw the second line: small words, then what remains on a grey chip, or what stops in red."""
        painter.setFont(scaled(font, 14 / 16))
        painter.setPen(QColor(worn().neutral.text))
        metrics = painter.fontMetrics()
        left = room.left()
        if second:
            shown = metrics.elidedText(second, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, ALIGN_LEFT, shown)
            left += metrics.horizontalAdvance(shown) + 8
        if row.stop:
            draw_icon(painter, QRectF(left, room.center().y() - 6, 13, 13), Icon.STOP, QColor(worn().danger.text))
            painter.setFont(scaled(font, 14 / 16, strong=True))
            painter.setPen(QColor(worn().danger.text))
            painter.drawText(
                QRect(left + 18, room.top(), room.right() - left - 18, room.height()), ALIGN_LEFT, row.stop
            )
        elif row.chip:
            width = min(metrics.horizontalAdvance(row.chip) + 18, room.right() - left)
            chip = QRectF(left, room.top(), width, room.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn().neutral.moderate))
            painter.drawRoundedRect(chip, 4, 4)
            painter.setPen(QColor(worn().neutral.dark))
            shown = metrics.elidedText(row.chip, Qt.TextElideMode.ElideRight, int(width) - 16)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)

    @staticmethod
    def _box(painter: QPainter, area: QRect, font: QFont, cell: Cell) -> QRect:
        """Draw the box that is typed or chosen in, and return the room for its words."""
        needed = QFontMetrics(font).horizontalAdvance(cell.text) + BOX_PAD + 10
        box = box_in(area, font, whole=cell.way is Way.TYPED and needed > area.width())
        painter.setPen(
            QPen(QColor(worn().danger.strong if cell.wrong else worn().neutral.strong), 2 if cell.wrong else 1)
        )
        painter.setBrush(QColor(worn().danger.soft if cell.wrong else worn().page))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        room = box.adjusted(9, 0, -9, 0)
        if cell.way is Way.CHOSEN:
            place = QRectF(box.right() - 22, box.center().y() - 7, 14, 14)
            draw_icon(painter, place, Icon.DOWN, QColor(worn().neutral.text))
            room.setRight(box.right() - 26)
        return room

    def _cell(
        self, painter: QPainter, area: QRect, font: QFont, cell: Cell, *, numeric: bool, strong: bool, boxed: bool
    ) -> None:
        room = area.adjusted(PAD, 0, -PAD, 0)
        if cell.way is Way.TICKED:
            draw_tick(painter, room, ticked=bool(cell.text))
            return
        if cell.chip or cell.squares or cell.sign is not Sign.NONE:
            painter.setFont(scaled(font, 15 / 16))
            draw_marked(painter, room, cell)
            return
        if cell.way is not Way.READ and (boxed or cell.wrong):
            room = self._box(painter, area, font, cell)
        painter.setFont(scaled(font, 1, strong=strong or cell.strong))
        if cell.quiet:
            italic = painter.font()
            italic.setItalic(cell.way is Way.READ)
            painter.setFont(italic)
        painter.setPen(QColor(worn().neutral.text if cell.quiet else worn().neutral.dark))
        side = ALIGN_RIGHT if numeric else ALIGN_LEFT
        metrics = painter.fontMetrics()
        if cell.way is Way.TYPED and metrics.horizontalAdvance(cell.text) > room.width():
            painter.drawText(room, int(side) | int(Qt.TextFlag.TextWordWrap), cell.text)
            return
        if not cell.below:
            painter.drawText(room, side, metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, room.width()))
            return
        small = scaled(font, 14 / 16)
        height = metrics.lineSpacing() + QFontMetrics(small).lineSpacing()
        top = area.top() + (area.height() - height) // 2
        line = QRect(room.left(), top, room.width(), metrics.lineSpacing())
        painter.drawText(line, side, metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, room.width()))
        painter.setFont(small)
        painter.setPen(QColor(worn().neutral.text))
        below = QRect(room.left(), line.bottom() + 1, room.width(), QFontMetrics(small).lineSpacing())
        painter.drawText(
            below, side, painter.fontMetrics().elidedText(cell.below, Qt.TextElideMode.ElideRight, room.width())
        )

    def editorEvent(self, *_ignored: object) -> bool:
        """Leave clicks to the grid: the box is drawn elsewhere than Qt thinks."""
        return False

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return the line that is typed in; the plan hears every letter."""
        line = QLineEdit(parent)
        line.setObjectName("cell")
        model = index.model()
        if isinstance(model, GridModel):
            row, column = model.rows[index.row()], model.columns[index.column()]
            line.setAccessibleName(f"{row.title}, {column.title}")
            line.setAccessibleDescription(model.cell(index).wrong)
            if column.numeric:
                line.setAlignment(Qt.AlignmentFlag.AlignRight)
            if words := self.suggestions(model.cell(index).place):
                line.setCompleter(completer(words, line))
            here = QPersistentModelIndex(index)
            line.textChanged.connect(lambda text: _send(model, here, text))
        return line

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the value when the typing begins; what is being typed is never rewritten."""
        if isinstance(editor, QLineEdit) and editor.property("begun") is None:
            editor.blockSignals(True)
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.blockSignals(False)
            editor.setProperty("begun", editor.text())
            editor.selectAll()

    def setModelData(self, *_ignored: object) -> None:
        """Leave it: the plan has every letter already."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Lay the line over the box."""
        editor.setGeometry(box_in(option.rect, option.font))

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return something: the view sets the heights itself."""
        return QSize(60, option.fontMetrics.lineSpacing())


def box_in(area: QRect, font: QFont, *, whole: bool = False) -> QRect:
    """Return the box that is typed in within a cell; a `whole` one is as high as the row."""
    height = min(area.height() if whole else round(BOX * QFontInfo(font).pixelSize() / 16), area.height() - 4)
    return QRect(area.left() + 3, area.top() + (area.height() - height) // 2, area.width() - 8, height)


def _send(model: GridModel, index: QPersistentModelIndex, text: str) -> None:
    if index.isValid():
        model.setData(index, text)
