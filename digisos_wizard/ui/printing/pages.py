"""The pages of a document as pictures, drawn off the window's thread and remembered for a while."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from digisos_wizard.export.pdfium import page_sizes, page_text
from digisos_wizard.ui import jobs

from .work import image

KEPT = 16
"""Drawn pages that are remembered."""
SAID = 4_000
"""Characters of a page that a screen reader is given."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page in a size: `scale` pixels for each point."""

    page: int
    scale: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page that has been drawn, and what it says; `of` is the number of the document."""

    wanted: Wanted
    picture: QImage
    words: str
    of: int


class Pages(QObject):
    """Draws pages as they are asked for; `drawn` tells that another one can be shown."""

    drawn = Signal()
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.data = b""
        self.sizes: tuple[tuple[float, float], ...] = ()
        self._document = 0
        self._kept: dict[Wanted, Drawn] = {}
        self._asked: set[Wanted] = set()
        self._drawing = jobs.JobSignals()
        self._drawing.done.connect(self._done)
        self._drawing.failed.connect(self.failed)

    def put(self, data: bytes) -> None:
        """Take another document in; without data there is none."""
        self.data = data
        self.sizes = page_sizes(data) if data else ()
        self._document += 1
        self._kept.clear()
        self._asked.clear()

    def page(self, wanted: Wanted) -> Drawn | None:
        """Return a page where it has been drawn, else have it drawn."""
        found = self._kept.get(wanted)
        if found is None and wanted not in self._asked:
            self._asked.add(wanted)
            data, document = self.data, self._document
            jobs.start(lambda: _drawn(data, wanted, document), self._drawing)
        return found

    def _done(self, drawn: Drawn) -> None:
        if drawn.of != self._document:
            return
        self._asked.discard(drawn.wanted)
        self._kept[drawn.wanted] = drawn
        while len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        self.drawn.emit()


def _drawn(data: bytes, wanted: Wanted, document: int) -> Drawn:
    return Drawn(wanted, image(data, wanted.page, wanted.scale), page_text(data, wanted.page)[:SAID], document)
