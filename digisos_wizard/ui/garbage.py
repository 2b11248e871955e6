"""Garbage is collected in the window's own thread: Qt's objects may not be let go of in another one."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1_000
"""Milliseconds between looks at how much there is."""


class Collector(QObject):
    """Collects what Python itself would have, now and then; Python would do it in whatever thread allocates."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        counted = enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if due := [generation for generation, (count, most) in counted if count > most]:
            gc.collect(due[-1])
