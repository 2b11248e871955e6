"""How long a place of the window takes to be shown: the first time, with all that is built and dressed, and again.

    python bench/visits.py [ROUNDS]

From the click to the painted place, on the example and in a new window every round, in the processor's time, so that
what else the machine does counts little. Aim: first 100 ms, again 30 ms; the
floor beside is a form of eight fields in the same run.
"""

import statistics
import time
from collections.abc import Mapping

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget
from shared import EXAMPLES, NOW, arguments, few

from digisos_wizard.content import load
from digisos_wizard.model.content import Content
from digisos_wizard.model.plan import Document
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.ui.app import application
from digisos_wizard.ui.pictures import iter_ids, settle
from digisos_wizard.ui.places import HOME, Place, places
from digisos_wizard.ui.shell import Menus, Shell

SIZE = (1366, 768)
FIRST, AGAIN = 100, 30
"""Milliseconds aimed at."""


def floor() -> float:
    """Return what a bare form of eight fields takes."""
    app = application()
    begun = time.process_time()
    bare = QWidget()
    layout = QFormLayout(bare)
    for number in range(8):
        layout.addRow(f"Felt {number}", QLineEdit())
    bare.resize(*SIZE)
    bare.show()
    app.processEvents()
    bare.grab()
    taken = (time.process_time() - begun) * 1000
    bare.close()
    bare.deleteLater()
    settle(app)
    return taken


def visits(document: Document, content: Content) -> tuple[Mapping[Place, float], Mapping[Place, float]]:
    """Return what every place takes the first time and again, in milliseconds."""
    app = application()
    session = Session(content, None, lambda: NOW, iter_ids().__next__)
    session.start(document, None)
    _ = session.figures.findings  # reckoned once for all places
    shell = Shell(session, Menus())
    shell.resize(*SIZE)
    shell.show()
    settle(app)
    found: tuple[dict[Place, float], dict[Place, float]] = ({}, {})
    for taken in found:
        for place in places(document.plan):
            shell.show_place(HOME)
            settle(app)
            begun = time.process_time()
            shell.show_place(place)
            app.processEvents()
            taken[place] = (time.process_time() - begun) * 1000
    shell.close_plan()
    shell.close()
    shell.deleteLater()
    settle(app)
    return found


def main() -> None:
    """Print the medians of every place beside the floor."""
    asked = arguments()
    rounds = few(int(asked[0]) if asked else 5, 1)
    content = load()
    document = planfile.read(EXAMPLES / "hamar.digisos").document
    floors, runs = [], []
    for _round in range(rounds):
        floors.append(floor())
        runs.append(visits(document, content))
    least = statistics.median(floors)
    print(f"floor: a form of eight fields {least:.1f} ms")
    slow = 0
    for place in places(document.plan):
        first, again = (statistics.median(run[which][place] for run in runs) for which in (0, 1))
        slow += first > FIRST or again > AGAIN
        name = f"{place.step.value} · {place.part}"
        print(f"{name:28} first {first:6.1f} ms ({first / least:4.1f} of the floor), again {again:5.1f} ms")
    print(f"{slow} of {len(places(document.plan))} are slower than {FIRST} ms first or {AGAIN} ms again")


if __name__ == "__main__":
    main()
