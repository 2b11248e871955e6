"""A document beside the list that it is chosen from: its page, the pages around it, and a way through them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.ui import jobs
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text, short_label
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, as_icon
from digisos_wizard.ui.widgets.look.theme import Look

from .pages import Pages, Wanted

SMALL_WIDTH, SMALL_HEIGHT, GAP = 66, 92, 10
"""Pixels that a small page takes, and between pages."""
PAUSE = 150
"""Milliseconds that a row has been chosen before its document is made."""


class Maker(QObject):
    """Makes the latest document asked for, one at a time, a moment after it was asked for."""

    made = Signal(bytes)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._wanted: Callable[[], bytes] | None = None
        self._busy: Callable[[], bytes] | None = None
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._begin)
        self._making = jobs.JobSignals()
        self._making.done.connect(self._done)
        self._making.failed.connect(self._not_done)

    def ask(self, make: Callable[[], bytes] | None) -> None:
        """Ask for another document; None for none."""
        self._wanted = make
        self._soon.start()

    @property
    def waiting(self) -> bool:
        """Whether something will be begun in a moment."""
        return self._soon.isActive()

    def _begin(self) -> None:
        if self._busy is None and self._wanted is not None:
            self._busy = self._wanted
            jobs.start(self._busy, self._making)

    def _done(self, data: bytes) -> None:
        if self._is_latest():
            self.made.emit(data)

    def _not_done(self, error: Exception) -> None:
        if self._is_latest():
            self.failed.emit(error)

    def _is_latest(self) -> bool:
        """Tell whether what was made is what is wanted now; what is wanted instead is begun."""
        latest, self._busy = self._busy is self._wanted, None
        if latest:
            self._wanted = None
        elif not self.waiting:
            self._begin()
        return latest


class Sheets(QWidget):
    """Paints the page as large as there is room for, with small ones to the left to choose from."""

    turned = Signal()

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        self.pages = pages
        self.number = 0
        self._later = QTimer(self, singleShot=True, interval=80)
        self._later.timeout.connect(self.update)
        pages.drawn.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Siden"))

    def turn_to(self, number: int) -> None:
        """Show another page."""
        self.number = max(0, min(number, len(self.pages.sizes) - 1))
        self.update()
        self.turned.emit()

    def sizeHint(self) -> QSize:
        """Return the least room in which a page can be read; it takes what there is."""
        return QSize(320, 220)

    def minimumSizeHint(self) -> QSize:
        """Let it become small."""
        return QSize(160, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew, a moment after the window has come to rest."""
        super().resizeEvent(event)
        self._later.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what has been drawn, and ask for the rest."""
        if not self.pages.sizes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, place in self._small():
            self._page(painter, number, place, chosen=number == self.number)
        words = self._page(painter, self.number, self._large(), chosen=False)
        if words is not None and words != self.accessibleDescription():
            self.setAccessibleDescription(words)
        if self.hasFocus():
            painter.setPen(QPen(QColor(worn().focus), 3))
            painter.drawRect(self._large().adjusted(-2, -2, 2, 2))

    def _page(self, painter: QPainter, number: int, place: QRect, *, chosen: bool) -> str | None:
        """Paint a page in its place; return what it says, None where it isn't drawn yet."""
        width, height = self.pages.sizes[number]
        fit = min(place.width() / width, place.height() / height)
        target = QRect(place.left(), place.top(), round(width * fit), round(height * fit))
        if number == self.number and not chosen:
            target.moveCenter(QRect(place.left(), target.top(), place.width(), target.height()).center())
        scale = fit if self._later.isActive() else round(fit * self.devicePixelRatioF(), 3)
        drawn = self.pages.page(Wanted(number, scale))
        if drawn is not None:
            painter.drawImage(target, drawn.picture)
        pen = QPen(QColor(worn().accent.strong if chosen else worn().border), 2 if chosen else 1)
        painter.setPen(pen)
        painter.drawRect(target)
        return drawn.words if drawn is not None else None

    def _large(self) -> QRect:
        left = SMALL_WIDTH + GAP if len(self.pages.sizes) > 1 else 2
        return QRect(left, 2, self.width() - left - 4, self.height() - 4)

    def _small(self) -> list[tuple[int, QRect]]:
        """Return the pages around the one shown, with their places; none where there is one page."""
        every = len(self.pages.sizes)
        if every < 2:
            return []
        shown = max(min(self.height() // (SMALL_HEIGHT + GAP), every), 1)
        first = max(0, min(self.number - shown // 2, every - shown))
        step = SMALL_HEIGHT + GAP
        return [(first + at, QRect(2, 2 + at * step, SMALL_WIDTH - 4, SMALL_HEIGHT)) for at in range(shown)]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the page that is clicked."""
        for number, place in self._small():
            if place.contains(event.position().toPoint()):
                self.turn_to(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with the keys that turn pages."""
        by = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in by:
            self.turn_to(self.number + by[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class PaperBeside(QWidget):
    """The title, the way through the pages, and the page; the document is made in the background."""

    def __init__(self) -> None:
        super().__init__()
        self.maker, self.pages = Maker(), Pages()
        self.sheets = Sheets(self.pages)
        self.title, self.where = label("", Look.HEADING), short_label("", Look.HELP)
        self.said = label("", Look.HELP)
        self.before = button("", Look.BAR, lambda: self.sheets.turn_to(self.sheets.number - 1), name=_("Forrige side"))
        self.after = button("", Look.BAR, lambda: self.sheets.turn_to(self.sheets.number + 1), name=_("Neste side"))
        self.before.setIcon(as_icon(Icon.LEFT, QColor(worn().neutral.text)))
        self.after.setIcon(as_icon(Icon.RIGHT, QColor(worn().neutral.text)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row(self.title, self.where, self.before, self.after, spacing=4))
        layout.addWidget(self.said)
        layout.addWidget(self.sheets, 1)
        self.maker.made.connect(self._made)
        self.maker.failed.connect(self._not_made)
        self.sheets.turned.connect(self._show_where)

    def show_paper(self, title: str, make: Callable[[], bytes] | None, words: str, *, same: bool) -> None:
        """Have a document made and shown; without one its words stand alone. The `same` stays until it is made anew."""
        set_text(self.title, title)
        if not same or make is None:
            self.pages.put(b"")
            self.sheets.number = 0
            set_text(self.said, words)
            self.said.setVisible(bool(words))
            self._show_where()
        self.maker.ask(make)

    def picture(self) -> QImage:
        """Return what is painted, for those who look at it from outside."""
        return self.sheets.grab().toImage()

    def _made(self, data: bytes) -> None:
        self.pages.put(data)
        self.said.hide()
        self.sheets.turn_to(self.sheets.number)

    def _not_made(self, error: Exception) -> None:
        set_text(self.said, error.whole() if isinstance(error, UserError) else _("Dokumentet kunne ikke vises."))
        self.said.show()

    def _show_where(self) -> None:
        count, number = len(self.pages.sizes), self.sheets.number
        for tool in (self.where, self.before, self.after):
            tool.setVisible(count > 1)
        set_text(self.where, _("Side {number} av {count}").format(number=number + 1, count=count))
        self.before.setEnabled(number > 0)
        self.after.setEnabled(number + 1 < count)
        self.sheets.update()
