"""The rail: every step with its state in words, the parts of the current one below it; nothing is ever locked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontInfo,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.figures.part_progress import Said, Sign
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, draw_icon

RAIL_WIDTH, SIGN = 252, 14
LOW_WINDOW = 740
"""Pixels of height below which the rows stand closer, so that eleven steps with six parts need no scrolling."""


class Level(Enum):
    """Whether a row is a step or a part of one."""

    STEP = "step"
    PART = "part"


@dataclass(frozen=True, slots=True)
class RailRow:
    """A row: its key for the one who listens, what it is called, how far it has come, and how it stands.

    `unfolded` is the step whose parts are shown below it; `opens_group` has air above.
    """

    key: str
    title: str
    said: Said
    level: Level = Level.STEP
    current: bool = False
    unfolded: bool = False
    opens_group: bool = False


class RailButton(QAbstractButton):
    """One row; a bar at the left marks the place where one is."""

    def __init__(self) -> None:
        super().__init__()
        self._row = RailRow("", "", Said())
        self._low = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_row(self, row: RailRow, *, low: bool) -> None:
        """Show another row, where it differs."""
        if (row, low) == (self._row, self._low):
            return
        self._row, self._low = row, low
        self.setText(row.title)
        self.setChecked(row.current)
        name = f"{row.title}, {row.said.words}" if row.said.words else row.title
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the row's height with the air above a group."""
        heights = {(Level.STEP, False): 34, (Level.STEP, True): 31, (Level.PART, False): 31, (Level.PART, True): 28}
        height = max(heights[self._row.level, self._low], self.fontMetrics().lineSpacing() + 4)
        return QSize(200, height + self._air())

    def _air(self) -> int:
        return (4 if self._low else 8) if self._row.opens_group else 0

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(8, self._air(), -7, 0)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        if self._row.level is Level.PART:
            font.setPixelSize(round(QFontInfo(font).pixelSize() * 15 / 16))
        if self._row.current or self._row.unfolded:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _state_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(QFontInfo(font).pixelSize() * 14 / 16))
        font.setWeight(QFont.Weight.DemiBold if self._row.said.sign is Sign.STOPS else QFont.Weight.Normal)
        return font

    def _title_room(self) -> QRect:
        """Return where the title stands: all that the state with its sign leaves free."""
        area, said = self._area(), self._row.said
        left = round(area.left()) + (12 if self._row.level is Level.STEP else 28)
        right = round(area.right()) - 9
        if said.words:
            right -= QFontMetrics(self._state_font()).horizontalAdvance(said.words) + 4
            right -= SIGN + 5 if said.sign is not Sign.NONE else 0
        return QRect(left, round(area.top()), right - left, round(area.height()))

    @property
    def is_cut(self) -> bool:
        """Whether there is too little room for the title."""
        return QFontMetrics(self._title_font()).horizontalAdvance(self._row.title) > self._title_room().width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the place's mark, the title, and the state at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, row = self._area(), self._row
        if row.current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn().page if row.current else worn().neutral.moderate))
            painter.drawRoundedRect(area, 6, 6)
        if row.current:
            painter.setBrush(QColor(worn().accent.strong))
            painter.drawRect(QRectF(area.left(), area.top() + 6, 3, area.height() - 12))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(worn().focus))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)
        self._draw_state(painter, area)
        room = self._title_room()
        painter.setFont(self._title_font())
        painter.setPen(QColor(worn().neutral.dark))
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)

    def _draw_state(self, painter: QPainter, area: QRectF) -> None:
        """Draw words at the right, and their sign before them."""
        said = self._row.said
        if not said.words:
            return
        tone = {Sign.NONE: worn().neutral.text, Sign.DONE: worn().success.text, Sign.STOPS: worn().danger.text}[
            said.sign
        ]
        painter.setFont(self._state_font())
        painter.setPen(QColor(tone))
        width = painter.fontMetrics().horizontalAdvance(said.words)
        room = QRect(round(area.right()) - 9 - width, round(area.top()), width, round(area.height()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said.words)
        if said.sign is not Sign.NONE:
            place = QRectF(room.left() - SIGN - 5, area.center().y() - SIGN / 2, SIGN, SIGN)
            painter.setBackground(QColor(worn().page))
            draw_icon(painter, place, Icon.TICK if said.sign is Sign.DONE else Icon.STOP, QColor(tone))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose too, as links do, and the arrows go to the row above or below."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Redraw for the hover."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Redraw when the pointer goes."""
        self.update()
        super().leaveEvent(event)


class Rail(QScrollArea):
    """The rows one below the other, and what stands apart at the foot; buttons are reused, never rebuilt."""

    def __init__(self, on_choose: Callable[[str], object]) -> None:
        super().__init__()
        self._on_choose = on_choose
        self.setObjectName("railarea")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Steg og deler"))
        self._rows: Sequence[RailRow] = ()
        self._apart: Sequence[RailRow] = ()
        self.buttons: list[RailButton] = []
        holder = QWidget()
        holder.setObjectName("rail")
        self._layout = QVBoxLayout(holder)
        self._layout.setContentsMargins(0, 11, 0, 6)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)
        line = QFrame()
        line.setObjectName("apart")
        line.setFixedHeight(1)
        self._layout.addWidget(line)
        self._layout.addSpacing(6)
        self.setWidget(holder)

    def show_rows(self, rows: Sequence[RailRow], apart: Sequence[RailRow]) -> None:
        """Show these rows, and those apart below the line."""
        if (rows, apart) != (self._rows, self._apart):
            self._rows, self._apart = rows, apart
            self._fill()

    def button(self, key: str) -> RailButton:
        """Return the button of a row by its key."""
        keys = [row.key for row in (*self._rows, *self._apart)]
        return self.buttons[keys.index(key)]

    def _fill(self) -> None:
        wanted = (*self._rows, *self._apart)
        while len(self.buttons) < len(wanted):
            self.buttons.append(self._made(len(self.buttons)))
        low = self.window().height() < LOW_WINDOW
        for button in self.buttons:
            self._layout.removeWidget(button)
        for position, (button, row) in enumerate(zip(self.buttons, wanted, strict=False)):
            button.show_row(row, low=low)
            # Before the stretch come the steps, after line and air what stands apart.
            self._layout.insertWidget(position if position < len(self._rows) else self._layout.count(), button)
            button.show()  # in its place: what stands nowhere would be a window for a moment
        for button in self.buttons[len(wanted) :]:
            button.hide()
        for before, after in zip(self.buttons, self.buttons[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _made(self, position: int) -> RailButton:
        button = RailButton()
        button.clicked.connect(lambda _checked=False: self._choose(position))
        return button

    def _choose(self, position: int) -> None:
        rows = (*self._rows, *self._apart)
        self.buttons[position].setChecked(rows[position].current)
        self._on_choose(rows[position].key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows stand closer in a low window."""
        super().resizeEvent(event)
        if self._rows:
            self._fill()
