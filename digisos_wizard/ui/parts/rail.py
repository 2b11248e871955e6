"""The step rail: every step with its state in shape and words; never locked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.findings import StepKey, StepProgress
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.theme import Tone

from .shapes import draw_state

MARGIN, SPACING = 8, 1
"""Pixels above and below all steps, and between them."""
MOST_AIR, ONE_AIR = 10, 8
"""Air in a step of two lines at most, and in one of a single line."""


class RailStep(QAbstractButton):
    """One step: shape, title, words; a bar at the left marks the one shown."""

    def __init__(self, title: str, number: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._number = number
        self._height: int | None = None
        self._progress: StepProgress | None = None
        self.setAccessibleName(title)

    def show_progress(self, progress: StepProgress | None) -> None:
        """Show how far the step has come."""
        if progress != self._progress:
            self._progress = progress
            words = progress.said if progress else ""
            self.setAccessibleName(f"{self.text()}: {words}" if words else self.text())
            self.setToolTip(self.accessibleName())
            self.update()

    def least(self, lines: int) -> int:
        """Return how much height that many lines need."""
        return self.fontMetrics().lineSpacing() * lines + (ONE_AIR if lines == 1 else 2)

    def fit(self, height: int | None) -> None:
        """Be that high, as high as is comfortable where None; with little height the words are left to the tip."""
        if height != self._height:
            self._height = height
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return two lines' height with air, where there is room for it."""
        comfortable = self.least(2) + MOST_AIR
        return QSize(200, comfortable if self._height is None else min(comfortable, self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw background, bar, shape and both lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(8, 1, -8, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn().page if self.isChecked() else worn().neutral.moderate))
            painter.drawRoundedRect(area, 6, 6)
        if self.isChecked():
            painter.setBrush(QColor(worn().accent.strong))
            painter.drawRect(QRectF(area.left(), area.top(), 4, area.height()))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(worn().focus))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
        self._draw_words(painter, area)

    def _draw_words(self, painter: QPainter, area: QRectF) -> None:
        if self._progress is not None:
            size = min(26.0, area.height() - 2)
            place = QRectF(area.left() + 25 - size / 2, area.center().y() - size / 2, size, size)
            draw_state(painter, place, self._progress.state, self._number)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(worn().neutral.dark))
        line = self.fontMetrics().lineSpacing()
        left = round(area.left() + 48)
        words = self._progress.said if self._progress and self.height() >= self.least(2) else ""
        top = round(area.center().y() - (line if words else line / 2))
        room = round(area.right()) - left - 2
        title = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, top, room, line), Qt.AlignmentFlag.AlignVCenter, title)
        if words and self._progress is not None:
            font.setWeight(QFont.Weight.Normal)
            font.setPixelSize(max(10, round(font.pixelSize() * 0.88)))
            painter.setFont(font)
            painter.setPen(QColor(_word_tone(self._progress.state).text))
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, top + line, room, line), Qt.AlignmentFlag.AlignVCenter, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose too, as links do."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Redraw for the hover."""
        self.update()
        super().mouseMoveEvent(event)


class Rail(QScrollArea):
    """All steps, one chosen; what is no step stands apart at the foot."""

    def __init__(
        self,
        steps: Sequence[tuple[StepKey, str]],
        apart: Sequence[tuple[StepKey, str]],
        on_choose: Callable[[StepKey], object],
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Steg"))
        self._holder = QWidget()
        self._holder.setObjectName("rail")
        layout = QVBoxLayout(self._holder)
        layout.setContentsMargins(0, MARGIN, 0, MARGIN)
        layout.setSpacing(SPACING)
        self.steps: dict[StepKey, RailStep] = {}
        for position, (key, title) in enumerate(steps):
            layout.addWidget(self._step(key, RailStep(title, str(position) if position else ""), on_choose))
        layout.addStretch(1)
        line = QFrame()
        line.setObjectName("apart")
        line.setFixedHeight(1)
        layout.addWidget(line)
        for key, title in apart:
            layout.addWidget(self._step(key, RailStep(title, ""), on_choose))
        self.setWidget(self._holder)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the steps lower where they would else not all be seen."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the steps anew for another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "steps"):
            self._fit()

    def _fit(self) -> None:
        count = len(self.steps)
        room = self.viewport().height() - 2 * MARGIN - SPACING * (count + 1) - 1
        each = room // count
        least = min(step.least(1) for step in self.steps.values())
        for step in self.steps.values():
            step.fit(max(each, least))

    def _step(self, key: StepKey, step: RailStep, on_choose: Callable[[StepKey], object]) -> RailStep:
        step.clicked.connect(lambda _checked=False: on_choose(key))
        self.steps[key] = step
        return step

    def show_progress(self, progress: Sequence[StepProgress], current: StepKey) -> None:
        """Show the state of all steps, and which is shown."""
        by_key = {step.step: step for step in progress}
        for key, step in self.steps.items():
            step.show_progress(by_key.get(key) if key is not StepKey.OVERVIEW else None)
            step.setChecked(key is current)
            if key is current:
                self.ensureWidgetVisible(step)


def _word_tone(state: TaskState) -> Tone:
    done, begun = worn().success, worn().warning
    return {TaskState.DONE: done, TaskState.IN_PROGRESS: begun}.get(state, worn().neutral)
