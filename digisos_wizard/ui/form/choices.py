"""Controls to choose with: a drop-down, buttons in sight, boxes to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QWidget,
)

from digisos_wizard.i18n import _
from digisos_wizard.model.kinds.kind import Offered

from .controls import Control, watch


class CalmComboBox(QComboBox):
    """A drop-down that the mouse wheel scrolls past instead of changing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chevron that a style sheet takes away."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.Text if self.isEnabled() else QPalette.ColorRole.PlaceholderText
        painter.setPen(QPen(self.palette().color(role), 2))
        x, y = self.width() - 20, self.height() / 2 - 2
        painter.drawPolyline([QPointF(x - 5, y), QPointF(x, y + 5), QPointF(x + 5, y)])
        painter.end()


class DropDownControl(Control):
    """A choice among many; the first is always "not chosen", in words of its own where that is an answer."""

    def __init__(self, choices: Sequence[Offered] = (), *, unset: str = "") -> None:
        self._unset = unset
        self.box = CalmComboBox()
        super().__init__(self.box)
        self.box.setMinimumContentsLength(12)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choices: tuple[Offered, ...] = ()
        self.set_choices(choices)
        self.box.activated.connect(lambda _index: self.edited.emit(self.text()))
        watch(self, self.box)

    def set_choices(self, choices: Sequence[Offered]) -> None:
        """Offer other choices, where they differ; the value stays."""
        if tuple(choices) == self._choices and self.box.count():
            return
        value = self.text()
        self._choices = tuple(choices)
        self.box.clear()
        self.box.addItem(self._unset or _("Ikke valgt"), "")
        for key, words in self._choices:
            self.box.addItem(words, key)
        self.set_text(value)

    def text(self) -> str:
        """Return the chosen value."""
        return str(self.box.currentData() or "")

    def set_text(self, text: str) -> None:
        """Choose a value; one that is not offered is shown as unknown instead of hidden."""
        index = self.box.findData(text)
        if index < 0:
            self.box.addItem(_("Ukjent valg"), text)
            index = self.box.count() - 1
        if self.box.currentIndex() != index:
            self.box.setCurrentIndex(index)


class RadioControl(Control):
    """A choice among few, all in sight, `across` of them on a line; `""` is a choice of its own: not answered."""

    def __init__(self, choices: Sequence[Offered], *, upright: bool = False, across: int = 0) -> None:
        holder = QWidget()
        super().__init__(holder)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(8)
        self._group = QButtonGroup(holder)
        self._buttons: dict[str, QRadioButton] = {}
        for position, (key, words) in enumerate(choices):
            radio = QRadioButton(words)
            radio.setAccessibleName(words)
            radio.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(radio)
            self._buttons[key] = radio
            line, place = divmod(position, 1 if upright else across or len(choices))
            grid.addWidget(radio, line, place)
            radio.clicked.connect(lambda _checked=False, chosen=key: self.edited.emit(chosen))
            watch(self, radio)
        grid.setColumnStretch(1 if upright else across or len(choices), 1)

    def text(self) -> str:
        """Return the chosen value."""
        return next((key for key, radio in self._buttons.items() if radio.isChecked()), "")

    def set_text(self, text: str) -> None:
        """Choose a value without telling anybody."""
        chosen = self._buttons.get(text)
        if chosen is not None:
            if not chosen.isChecked():
                chosen.setChecked(True)
            return
        self._group.setExclusive(False)
        for radio in self._buttons.values():
            radio.setChecked(False)
        self._group.setExclusive(True)

    def targets(self) -> Sequence[QWidget]:
        """Return the radio buttons, the chosen one first."""
        return sorted(self._buttons.values(), key=lambda radio: not radio.isChecked())


class TickControl(Control):
    """A single box to tick."""

    def __init__(self, words: str) -> None:
        self.box = QCheckBox(words)
        super().__init__(self.box)
        self.box.clicked.connect(lambda _checked=False: self.edited.emit(self.text()))
        watch(self, self.box)

    def text(self) -> str:
        """Return `ja` or nothing."""
        return "ja" if self.box.isChecked() else ""

    def set_text(self, text: str) -> None:
        """Tick or untick without telling anybody."""
        self.box.setChecked(text == "ja")


class TicksControl(Control):
    """Several boxes to tick; the text is the chosen values with commas between."""

    def __init__(self, choices: Sequence[Offered]) -> None:
        holder = QWidget()
        super().__init__(holder)
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._boxes: dict[str, QCheckBox] = {}
        for key, words in choices:
            box = QCheckBox(words)
            self._boxes[key] = box
            layout.addWidget(box)
            box.clicked.connect(lambda _checked=False: self.edited.emit(self.text()))
            watch(self, box)
        layout.addStretch(1)

    def text(self) -> str:
        """Return the ticked values, in the order offered."""
        return ",".join(key for key, box in self._boxes.items() if box.isChecked())

    def set_text(self, text: str) -> None:
        """Tick the values named, without telling anybody."""
        ticked = set(text.split(","))
        for key, box in self._boxes.items():
            box.setChecked(key in ticked)

    def targets(self) -> Sequence[QWidget]:
        """Return the boxes."""
        return tuple(self._boxes.values())


class ListControl(Control):
    """Rows of the plan to tick, in a list that scrolls; the text is the chosen ids with commas between."""

    ROWS_SEEN = 5

    def __init__(self) -> None:
        self.list = QListWidget()
        super().__init__(self.list)
        self._choices: tuple[Offered, ...] = ()
        self._gone: tuple[str, ...] = ()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.itemChanged.connect(lambda _item: self.edited.emit(self.text()))
        watch(self, self.list)

    def set_choices(self, choices: Sequence[Offered]) -> None:
        """Offer other rows, where they differ; what is ticked stays."""
        if tuple(choices) == self._choices and self.list.count() == len(choices):
            return
        value = self.text()
        self._choices = tuple(choices)
        self.list.blockSignals(True)
        self.list.clear()
        for key, words in self._choices:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        rows = min(max(len(self._choices), 1), self.ROWS_SEEN)
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), 28) + 12)
        self.set_text(value)

    def show_all(self) -> None:
        """Be as high as all rows, where what is around it scrolls."""
        heights = [self.list.sizeHintForRow(position) for position in range(self.list.count())]
        self.list.setFixedHeight(sum(heights) + 12)

    def text(self) -> str:
        """Return the ticked ids, those of rows that are gone last."""
        ticked = [item.data(Qt.ItemDataRole.UserRole) for item in self._items() if self._is_ticked(item)]
        return ",".join((*ticked, *self._gone))

    def set_text(self, text: str) -> None:
        """Tick the rows named, without telling anybody."""
        ticked = [key for key in text.split(",") if key]
        known = {key for key, _words in self._choices}
        self._gone = tuple(key for key in ticked if key not in known)
        self.list.blockSignals(True)
        for item in self._items():
            on = item.data(Qt.ItemDataRole.UserRole) in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)

    def _items(self) -> Sequence[QListWidgetItem]:
        return [self.list.item(position) for position in range(self.list.count())]

    @staticmethod
    def _is_ticked(item: QListWidgetItem) -> bool:
        return item.checkState() is Qt.CheckState.Checked
