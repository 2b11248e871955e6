"""Garbage is looked for in the window's thread alone, and not before enough of it has come."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from digisos_wizard.ui.sweeping import ENOUGH, Sweeper


class Knot:
    """Something that only a search for garbage lets go."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def sweeper(qapp: QApplication) -> Iterator[Sweeper]:
    """A sweeper that is gone after the test, and Python's own search is back."""
    owner = QObject(qapp)
    gc.collect()
    yield Sweeper(owner)
    owner.deleteLater()
    gc.enable()


def test_garbage_is_swept_when_enough_has_come(sweeper: Sweeper) -> None:
    assert not gc.isenabled()
    knot = weakref.ref(Knot())
    sweeper.sweep()
    assert knot() is not None, "too little has come"
    many: list[list[int]] = [[] for _number in range(ENOUGH[0] + 1)]
    sweeper.sweep()
    assert knot() is None
    assert many
