"""Labels, buttons, cards and boxes in the program's look, each with a name that a screen reader can say."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontInfo, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from digisos_wizard.ui.widgets.look.theme import Look

from .terms import TermLabel


class ToneName(StrEnum):
    """The tones that a box can have; each also says its meaning in words."""

    DANGER = "danger"
    WARNING = "warning"
    INFO = "info"
    SUCCESS = "success"
    NEUTRAL = "neutral"


def text_scale(widget: QWidget) -> float:
    """Return how large a widget's text is, 1.0 being as designed."""
    return QFontInfo(widget.font()).pixelSize() / 16


def label(text: str = "", look: Look | None = None) -> QLabel:
    """Return a wrapping label of plain text; within the open plan it explains the terms of the glossary."""
    widget = TermLabel(text)
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setWordWrap(True)
    if look is not None:
        widget.setProperty("look", look.value)
    policy = widget.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
    return widget


def short_label(text: str = "", look: Look | None = None) -> QLabel:
    """Return a label that takes just the room of its text, on one line."""
    widget = label(text, look)
    widget.setWordWrap(False)
    widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return widget


class OneLine(QLabel):
    """A text on one line, cut where the room ends; the whole of it is in the tip and what a screen reader says."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", look.value)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """Let the line become as narrow as need be."""
        return QSize(40, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Take what room there is, not what the text would need."""
        return QSize(40, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        if self.toolTip() != (self.text() if shown != self.text() else ""):
            self.setToolTip(self.text() if shown != self.text() else "")


class ChipLabel(QLabel):
    """A few words on a ground in their tone; without a tone they stand as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("chip", "none")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str, tone: ToneName | None) -> None:
        """Change words and tone, where they differ."""
        set_property(self, "chip", tone.value if tone is not None else "none")
        set_text(self, words)


def set_text(widget: QLabel | QPushButton, text: str) -> None:
    """Change a text only where it differs, so that nothing is laid out anew for nothing."""
    if widget.text() != text:
        widget.setText(text)
        if isinstance(widget, QPushButton):
            widget.setAccessibleName(text)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change a style property and dress the widget again, only where it differs."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def button(text: str, look: Look, on_click: Callable[[], object], *, name: str = "") -> QPushButton:
    """Return a button that acts when clicked; `name` is said by a screen reader where the text isn't enough."""
    widget = QPushButton(text)
    widget.setProperty("look", look.value)
    widget.setAccessibleName(name or text)
    widget.setCursor(Qt.CursorShape.PointingHandCursor)
    widget.setAutoDefault(False)
    widget.clicked.connect(lambda _checked=False: on_click())
    return widget


def column(spacing: int = 16, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return a vertical layout."""
    layout = QVBoxLayout()
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    return layout


def row(*parts: QWidget | QLayout | None, spacing: int = 16) -> QHBoxLayout:
    """Return a horizontal layout with the parts; None is a stretch."""
    layout = QHBoxLayout()
    layout.setSpacing(spacing)
    layout.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout


class Card(QFrame):
    """A bordered group with a heading; add parts to `body`."""

    def __init__(self, heading: str = "", help_text: str = "") -> None:
        super().__init__()
        self.setProperty("look", Look.CARD.value)
        self.body = column(16, (24, 20, 24, 24))
        self.setLayout(self.body)
        self.heading = label(heading, Look.HEADING)
        self.help = label(help_text, Look.HELP)
        if heading:
            self.setAccessibleName(heading)
            self.body.addWidget(self.heading)
        if help_text:
            self.body.addWidget(self.help)

    def add(self, part: QWidget | QLayout) -> None:
        """Put a widget or a layout last in the card."""
        if isinstance(part, QWidget):
            self.body.addWidget(part)
        else:
            self.body.addLayout(part)


class Box(QFrame):
    """A toned box with a title in words, a text, and room for more in `body`."""

    def __init__(self, tone: ToneName, title: str = "", text: str = "") -> None:
        super().__init__()
        self.setProperty("tone", tone.value)
        self.body = column(4, (16, 12, 16, 12))
        self.setLayout(self.body)
        self.title = label(title, Look.LABEL)
        self.text = label(text)
        self.body.addWidget(self.title)
        self.body.addWidget(self.text)
        self.say(title, text)

    def say(self, title: str, text: str = "", tone: ToneName | None = None) -> None:
        """Change what the box says; an empty part takes no room."""
        set_text(self.title, title)
        set_text(self.text, text)
        self.title.setVisible(bool(title))
        self.text.setVisible(bool(text))
        self.setAccessibleName(title or text)
        if tone is not None:
            set_property(self, "tone", tone.value)


def shortcut(
    keys: QKeySequence | QKeySequence.StandardKey,
    part: QWidget,
    act: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetShortcut,
) -> QShortcut:
    """Let keys act where a part has the focus, or wherever `context` says."""
    made = QShortcut(QKeySequence(keys), part)
    made.setContext(context)  # the constructor takes a context beside a function, and forgets it
    made.activated.connect(act)
    return made


def clear(layout: QLayout) -> None:
    """Take all parts out of a layout and let them go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
