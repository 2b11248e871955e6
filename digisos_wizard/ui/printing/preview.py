"""A document looked at inside the program: page by page, as large as one likes, drawn off the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from digisos_wizard.errors import UserError
from digisos_wizard.export.pdfium import page_sizes, page_text
from digisos_wizard.i18n import _
from digisos_wizard.ui import jobs
from digisos_wizard.ui.form.choices import CalmComboBox
from digisos_wizard.ui.printing.print_dialog import PrintDialog, opened
from digisos_wizard.ui.printing.reader import Reader
from digisos_wizard.ui.printing.work import image
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look

EDGE = 24
"""Around the page, in pixels."""
KEPT = 8
"""Drawn pages that are remembered."""
SAID = 4_000
"""Characters of a page that a screen reader is given."""
PERCENT = (50, 75, 100, 125, 150, 200, 300)
WHOLE, WIDE = 0, -1
"""Zooms that follow the window: the whole page, and its width."""
PIXELS = 96 / 72
"""Pixels for each point at 100 %."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page in a size: `scale` pixels for each point."""

    page: int
    scale: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page that has been drawn, and what it says."""

    wanted: Wanted
    picture: QImage
    words: str


class PreviewDialog(QDialog):
    """Shows the PDF that `make` returns; it is made in the background."""

    def __init__(self, parent: QWidget, title: str, name: str, make: Callable[[], bytes], reader: Reader) -> None:
        super().__init__(parent)
        self._title, self._name, self._reader = title, name, reader
        self._data = b""
        self._sizes: tuple[tuple[float, float], ...] = ()
        self.number = 0
        self._kept: dict[Wanted, Drawn] = {}
        self._asked: Wanted | None = None
        self.setWindowTitle(_("Forhåndsvisning: {title}").format(title=title))
        self._controls()
        self._lay_out()
        room = parent.window().size()
        self.resize(min(1000, room.width() - 40), min(900, room.height() - 20))
        self.making, self.drawing = jobs.JobSignals(), jobs.JobSignals()
        self.making.done.connect(self._made)
        self.making.failed.connect(self._not_made)
        self.drawing.done.connect(self._drawn)
        self.drawing.failed.connect(self._not_made)
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
        return len(self._sizes)

    def turn(self, by: int) -> None:
        """Go so many pages on or back."""
        self.number = max(0, min(self.number + by, self.count - 1))
        self._show()
        self.area.verticalScrollBar().setValue(0)

    def _made(self, data: bytes) -> None:
        self._data = data
        self._sizes = page_sizes(data)
        self._show()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_made(self, error: Exception) -> None:
        words = error.whole() if isinstance(error, UserError) else _("Dokumentet kunne ikke vises.")
        set_text(self.said, words)
        self.said.show()
        set_text(self.where, "")

    def _show(self) -> None:
        """Show the page where it has been drawn, else have it drawn."""
        ready = bool(self._data)
        self.before.setEnabled(ready and self.number > 0)
        self.after.setEnabled(ready and self.number + 1 < self.count)
        self.print.setEnabled(ready)
        self.read.setEnabled(ready)
        if not ready:
            return
        set_text(self.where, _("Side {number} av {count}").format(number=self.number + 1, count=self.count))
        wanted = Wanted(self.number, self._scale())
        drawn = self._kept.get(wanted)
        if drawn is not None:
            self._put(drawn)
        elif wanted != self._asked:
            self._asked = wanted
            data = self._data
            jobs.start(
                lambda: Drawn(wanted, image(data, wanted.page, wanted.scale), page_text(data, wanted.page)[:SAID]),
                self.drawing,
            )

    def _scale(self) -> float:
        """Return pixels for each point, real pixels on a fine screen."""
        width, height = self._sizes[self.number]
        chosen = int(self.zoom.currentData())
        room = self.area.viewport().size()
        fine = self.devicePixelRatioF()
        if chosen > 0:
            return chosen / 100 * PIXELS * fine
        across = (room.width() - EDGE) / width
        return max(0.2, across if chosen == WIDE else min(across, (room.height() - EDGE) / height)) * fine

    def _drawn(self, drawn: Drawn) -> None:
        self._kept[drawn.wanted] = drawn
        while len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        if drawn.wanted == self._asked:
            self._asked = None
        self._show()

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
        if key in steps and self._data:
            self.turn(steps[key])
        elif key in zooms:
            self.zoom.setCurrentIndex(max(0, min(self.zoom.currentIndex() + zooms[key], self.zoom.count() - 1)))
        else:
            super().keyPressEvent(event)

    def _print(self) -> None:
        opened(PrintDialog(self, (self._title, self._name, self._data), self._reader))

    def _open(self) -> None:
        if not self._reader.open(self._name, self._data):
            set_text(self.said, _("Maskinen har ikke noe program for PDF-filer. Lagre filen i stedet."))
            self.said.show()
