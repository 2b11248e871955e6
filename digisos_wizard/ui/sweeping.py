"""Looks for garbage in the window's own thread, and seldom: plans and content are trees without cycles.

Left to itself, Python looks in whatever thread happens to need memory; a widget thrown away by another thread than the
window's takes the program with it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

ENOUGH = (20_000, 20, 100)
"""How many objects come, and how many rounds pass, before garbage is looked for among the young, middling and old."""
EVERY = 1_000
"""Milliseconds between two looks at how much has come."""


class Sweeper(QObject):
    """Belongs to the application; from now on nobody else looks for garbage."""

    def __init__(self, app: QObject) -> None:
        super().__init__(app)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.sweep)
        self._timer.start(EVERY)

    def sweep(self) -> None:
        """Look among the oldest of which enough have come, and among all younger ones."""
        if gc.get_count()[0] <= ENOUGH[0]:
            return
        due = [age for age, (count, enough) in enumerate(zip(gc.get_count(), ENOUGH, strict=True)) if count > enough]
        gc.collect(max(due))
