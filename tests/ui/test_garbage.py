"""What is over is let go of in the window's thread, and in no other."""

import gc
from threading import Thread, current_thread, main_thread
from weakref import ref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from digisos_wizard.ui import garbage
from digisos_wizard.ui.garbage import Collector


class Knot:
    """Something that holds on to itself, and notes in which thread it is let go of."""

    def __init__(self, let_go: list[object]) -> None:
        self._self = self
        self._let_go = let_go

    def __del__(self) -> None:
        """Note the thread."""
        self._let_go.append(current_thread())


def test_work_in_another_thread_collects_nothing_and_the_window_does(qtbot: QtBot) -> None:
    let_go: list[object] = []
    gc.enable()
    holder = QObject()
    Collector(holder)
    knot = ref(Knot(let_go))

    def work() -> None:
        kept = [[number] for number in range(200_000)]
        kept.clear()

    rest = [[number] for number in range(2_000)]  # more than is left to lie
    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert knot() is not None
    qtbot.waitUntil(lambda: knot() is None, timeout=3 * garbage.EVERY)
    assert let_go == [main_thread()]
    assert rest
    assert not gc.isenabled()
