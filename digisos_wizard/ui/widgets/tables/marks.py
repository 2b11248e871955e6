"""Small marks in a row: boxes to tick, bars, states in words with their sign, and chips in a tone of their own."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.ui.widgets.look.basics import ToneName
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, draw_icon
from digisos_wizard.ui.widgets.look.theme import Tone

from .rows import Cell, Chip, Square

CHIP_PAD, ARROW = 8, 30
SQUARE, BETWEEN, TICK = 11, 2, 18


def tone_of(name: ToneName | None) -> Tone:
    """Return the shades of a tone; without one those of ordinary text."""
    return {
        ToneName.DANGER: worn().danger,
        ToneName.WARNING: worn().warning,
        ToneName.SUCCESS: worn().success,
        ToneName.INFO: worn().info,
    }.get(name or ToneName.NEUTRAL, worn().neutral)


def draw_chips(painter: QPainter, room: QRect, chips: Sequence[Chip]) -> None:
    """Draw chips from the left, with an arrow from each to the next, in the painter's font."""
    left = room.left()
    metrics = painter.fontMetrics()
    for position, chip in enumerate(chips):
        if position:
            place = QRectF(left + 7, room.center().y() - 7, 15, 15)
            draw_icon(painter, place, Icon.TO, QColor(worn().neutral.text))
            left += ARROW
        width = max(metrics.horizontalAdvance(chip.words) + 2 * CHIP_PAD, 56 if chip.tone else 0)
        area = QRectF(left, room.top(), width, room.height())
        tone = tone_of(chip.tone)
        if chip.tone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone.moderate))
            painter.drawRoundedRect(area, 4, 4)
        painter.setPen(QColor(tone.text))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, chip.words)
        left += int(width)


def draw_box(painter: QPainter, area: QRectF, *, ticked: bool) -> None:
    """Draw a box to tick."""
    painter.setPen(QPen(QColor(worn().accent.strong if ticked else worn().neutral.strong), 2))
    painter.setBrush(QColor(worn().accent.strong if ticked else worn().page))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 3, 3)
    if ticked:
        draw_icon(painter, area.adjusted(3, 3, -3, -3), Icon.TICK, QColor(worn().on_strong))


def draw_bars(painter: QPainter, area: QRect, lengths: Sequence[float]) -> None:
    """Draw bars below each other, the first in grey; a length is from 0 to 1."""
    room = QRectF(area)
    top = room.center().y() - 10 * len(lengths) / 2 - 1
    painter.setPen(Qt.PenStyle.NoPen)
    for position, length in enumerate(lengths):
        painter.setBrush(QColor(worn().accent.strong if position else worn().neutral.strong))
        painter.drawRoundedRect(QRectF(room.left(), top + 11 * position, max(room.width() * length, 3), 9), 2, 2)


def draw_state(painter: QPainter, room: QRect, words: str, sign: Sign) -> None:
    """Draw a state at the right: grey words, green ones behind a tick, or red ones behind a warning."""
    tone = {Sign.DONE: worn().success, Sign.STOPS: worn().danger}.get(sign, worn().neutral)
    painter.setPen(QColor(tone.text))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    if sign is not Sign.NONE:
        left = room.right() - painter.fontMetrics().horizontalAdvance(words) - 22
        icon = Icon.TICK if sign is Sign.DONE else Icon.STOP
        draw_icon(painter, QRectF(left, room.center().y() - 7, 15, 15), icon, QColor(tone.text))


def draw_marked(painter: QPainter, room: QRect, cell: Cell) -> None:
    """Draw a cell's words behind what they say in another way: squares that count, a sign, or a grey chip."""
    left = room.left()
    for square in cell.squares:
        _square(painter, QRectF(left, room.center().y() - SQUARE / 2, SQUARE, SQUARE), square)
        left += SQUARE + BETWEEN
    left += 8 if cell.squares else 0
    if cell.sign is not Sign.NONE:
        tone = worn().success if cell.sign is Sign.DONE else worn().danger
        icon = Icon.TICK if cell.sign is Sign.DONE else Icon.STOP
        painter.setBackground(QColor(worn().page))
        draw_icon(painter, QRectF(left, room.center().y() - 7, 15, 15), icon, QColor(tone.text))
        painter.setPen(QColor(tone.text))
        left += 20
    else:
        painter.setPen(QColor(worn().neutral.text))
    room = QRect(left, room.top(), room.right() - left, room.height())
    metrics = painter.fontMetrics()
    if cell.chip:
        high = metrics.height() + 4
        chip = QRect(left, room.center().y() - high // 2, room.width(), high)
        draw_chips(painter, chip, (Chip(cell.text, ToneName.NEUTRAL),))
        return
    shown = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _square(painter: QPainter, area: QRectF, square: Square) -> None:
    """Draw one of many: filled, grey within a line, or a broken line alone."""
    style = Qt.PenStyle.DashLine if square is Square.EMPTY else Qt.PenStyle.SolidLine
    line = QPen(QColor(worn().neutral.strong), 1, style)
    full = square is Square.FULL
    painter.setPen(Qt.PenStyle.NoPen if full else line)
    fill = {Square.FULL: worn().accent.strong, Square.BEGUN: worn().neutral.moderate}.get(square)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area if full else area.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)


def draw_tick(painter: QPainter, room: QRect, *, ticked: bool) -> None:
    """Draw a box to tick."""
    box = QRectF(room.left() + 3, room.center().y() - TICK / 2, TICK, TICK).adjusted(0.5, 0.5, 0.5, 0.5)
    painter.setPen(QPen(QColor(worn().accent.strong if ticked else worn().neutral.strong), 2))
    painter.setBrush(QColor(worn().accent.strong if ticked else worn().page))
    painter.drawRoundedRect(box, 3, 3)
    if ticked:
        draw_icon(painter, box.adjusted(2, 2, -2, -2), Icon.TICK, QColor(worn().on_strong))


def draw_fold(painter: QPainter, room: QRect, words: str) -> None:
    """Draw at the right what opening a folded line does, as a link."""
    font = painter.font()
    font.setUnderline(True)
    painter.setFont(font)
    painter.setPen(QColor(worn().accent.text))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
