"""Small marks in a row: states in words with their sign, and chips in the tone of what they say, joined by arrows."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.ui.widgets.look.basics import ToneName
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, draw_icon
from digisos_wizard.ui.widgets.look.theme import Tone

from .rows import Chip

CHIP_PAD, ARROW = 8, 30


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


def draw_state(painter: QPainter, room: QRect, words: str, sign: Sign) -> None:
    """Draw a state at the right: grey words, green ones behind a tick, or red ones behind a warning."""
    tone = {Sign.DONE: worn().success, Sign.STOPS: worn().danger}.get(sign, worn().neutral)
    painter.setPen(QColor(tone.text))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    if sign is not Sign.NONE:
        left = room.right() - painter.fontMetrics().horizontalAdvance(words) - 22
        icon = Icon.TICK if sign is Sign.DONE else Icon.STOP
        draw_icon(painter, QRectF(left, room.center().y() - 7, 15, 15), icon, QColor(tone.text))
