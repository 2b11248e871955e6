"""A document looked at inside the program: page by page, as large as one likes, drawn off the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.ui import jobs
from digisos_wizard.ui.form.choices import CalmComboBox
from digisos_wizard.ui.printing.print_dialog import PrintDialog, opened
from digisos_wizard.ui.printing.reader import Reader
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look

from .pages import Drawn, Pages, Wanted

EDGE = 24
"""Around the page, in pixels."""
PERCENT = (50, 75, 100, 125, 150, 200, 300)
WHOLE, WIDE = 0, -1
"""Zooms that follow the window: the whole page, and its width."""
PIXELS = 96 / 72
"""Pixels for each point at 100 %."""


class PreviewDialog(QDialog):
    """Shows the PDF that `make` returns; it is made in the background."""

    def __init__(self, parent: QWidget, title: str, name: str, make: Callable[[], bytes], reader: Reader) -> None:
        super().__init__(parent)
        self._title, self._name, self._reader = title, name, reader
        self.number = 0
        self.pages = Pages()
        self.pages.drawn.connect(self._show)
        self.pages.failed.connect(self._not_made)
        self.setWindowTitle(_("Forhåndsvisning: {title}").format(title=title))
        self._controls()
        self._lay_out()
        room = parent.window().size()
        self.resize(min(1000, room.width() - 40), min(900, room.height() - 20))
        self.making = jobs.JobSignals()
        self.making.done.connect(self._made)
        self.making.failed.connect(self._not_made)
        self._show()
        jobs.start(make, self.making)

    def _controls(self) -> None:
        self.before = button(_("Forrige"), Look.SECONDARY, lambda: self.turn(-1), name=_("Forrige side"))
        self.after = button(_("Neste"), Look.SECONDARY, lambda: self.turn(1), name=_("Neste side"))
        self.where = short_label(_("Lager dokumentet …"))
        self.zoom = CalmComboBox()
        self.zoom.setAccessibleName(_("Størrelse"))
        self.zoom.addItem(_("Hele siden"), WHOLE)
        self.zoom.addItem(_("Hele bredden"), WIDE)
        for percent in PERCENT:
            self.zoom.addItem(_("{count} %").format(count=percent), percent)
        self.zoom.setCurrentIndex(1)
        self.zoom.currentIndexChanged.connect(lambda _index: self._show())
        self.page = QLabel()
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setAccessibleName(_("Siden"))
        self.area = QScrollArea()
        self.area.setAccessibleName(_("Siden"))
        self.area.setWidget(self.page)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setObjectName("pages")
        self.print = button(_("Skriv ut …"), Look.PRIMARY, self._print)
        self.read = button(_("Åpne i PDF-leser"), Look.SECONDARY, self._open)
        self.leave = button(_("Lukk"), Look.QUIET, self.reject)
        self.said = label("", Look.ERROR)
        self.said.hide()

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 12, 16, 12)
        body.setSpacing(10)
        body.addLayout(row(self.before, self.after, self.where, None, self.zoom, spacing=12))
        body.addWidget(self.said)
        body.addWidget(self.area, 1)
        body.addLayout(row(self.print, self.read, None, self.leave, spacing=12))
        self._later = QTimer(self, singleShot=True, interval=80)
        self._later.timeout.connect(self._show)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.pages.sizes)

    def turn(self, by: int) -> None:
        """Go so many pages on or back."""
        self.number = max(0, min(self.number + by, self.count - 1))
        self._show()
        self.area.verticalScrollBar().setValue(0)

    def _made(self, data: bytes) -> None:
        self.pages.put(data)
        self._show()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_made(self, error: Exception) -> None:
        words = error.whole() if isinstance(error, UserError) else _("Dokumentet kunne ikke vises.")
        set_text(self.said, words)
        self.said.show()
        set_text(self.where, "")

    def _show(self) -> None:
        """Show the page where it has been drawn, else have it drawn."""
        ready = bool(self.count)
        self.before.setEnabled(ready and self.number > 0)
        self.after.setEnabled(ready and self.number + 1 < self.count)
        self.print.setEnabled(ready)
        self.read.setEnabled(ready)
        if not ready:
            return
        set_text(self.where, _("Side {number} av {count}").format(number=self.number + 1, count=self.count))
        drawn = self.pages.page(Wanted(self.number, self._scale()))
        if drawn is not None:
            self._put(drawn)

    def _scale(self) -> float:
        """Return pixels for each point, real pixels on a fine screen."""
        width, height = self.pages.sizes[self.number]
        chosen = int(self.zoom.currentData())
        room = self.area.viewport().size()
        fine = self.devicePixelRatioF()
        if chosen > 0:
            return chosen / 100 * PIXELS * fine
        across = (room.width() - EDGE) / width
        return max(0.2, across if chosen == WIDE else min(across, (room.height() - EDGE) / height)) * fine

    def _put(self, drawn: Drawn) -> None:
        pixels = QPixmap.fromImage(drawn.picture)
        pixels.setDevicePixelRatio(self.devicePixelRatioF())
        self.page.setPixmap(pixels)
        self.page.setAccessibleName(self.where.text())
        self.page.setAccessibleDescription(drawn.words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the page follow the window, a moment after it has come to rest."""
        super().resizeEvent(event)
        self._later.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages with Page Up and Page Down, zoom with plus and minus."""
        steps = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_End: self.count,
            Qt.Key.Key_Home: -self.count,
        }
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
        key = Qt.Key(event.key())
        if key in steps and self.count:
            self.turn(steps[key])
        elif key in zooms:
            self.zoom.setCurrentIndex(max(0, min(self.zoom.currentIndex() + zooms[key], self.zoom.count() - 1)))
        else:
            super().keyPressEvent(event)

    def _print(self) -> None:
        opened(PrintDialog(self, (self._title, self._name, self.pages.data), self._reader))

    def _open(self) -> None:
        if not self._reader.open(self._name, self.pages.data):
            set_text(self.said, _("Maskinen har ikke noe program for PDF-filer. Lagre filen i stedet."))
            self.said.show()
