"""A plan that is closed leaves nothing behind, however many places were looked at."""

import gc
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digisos_wizard.content.locate import resources
from digisos_wizard.session import Session
from digisos_wizard.ui.pictures import settle
from digisos_wizard.ui.places import LOOKUP, places
from digisos_wizard.ui.state import WindowState
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.window import MainWindow

EXAMPLES = resources() / "examples"
ROUNDS = 3


def widgets() -> Counter[str]:
    """Return how many widgets of each kind there are."""
    return Counter(type(one).__name__ for one in QApplication.allWidgets())


def parts() -> set[int]:
    """Return which parts there are."""
    return {id(one) for one in gc.get_objects() if isinstance(one, StepPart)}


def look_round(window: MainWindow, example: Path, app: QApplication) -> None:
    """Open an example, look at every place, and close it."""
    window.open_example(example)
    shell = window.shell
    assert shell is not None
    for place in (*places(window.session.plan), LOOKUP):
        shell.show_place(place)
        app.processEvents()
    window.close_plan()
    del shell
    settle(app)


@pytest.mark.slow
def test_opening_and_closing_plans_leaves_nothing_behind(qtbot: QtBot, session: Session, dressed: QApplication) -> None:
    window = MainWindow(session, WindowState(None, None), list)
    qtbot.addWidget(window)
    window.show()
    examples = sorted(EXAMPLES.glob("*.digisos"))
    for example in examples:
        look_round(window, example, dressed)  # what is made once for all plans
    gc.collect()
    before, listening = widgets(), len(session._listeners)
    others = parts()  # of windows that other tests keep
    for number in range(ROUNDS):
        look_round(window, examples[number % len(examples)], dressed)
    gc.collect()
    settle(dressed)
    assert dict(widgets() - before) == {}
    assert len(session._listeners) == listening
    assert parts() <= others
