"""A workshop of three hours with 2 000 entries: how much memory it takes, beside the plan's own size and an idle one.

    python bench/workshop.py

Every entry is typed in the leader's panels and goes through the session, with its steps of undo, redraws of both
windows, snapshots and the plan's file as in the program. The floor is the same three hours with nothing typed.
"""

import gc
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QMenu
from shared import EXAMPLES, few, p95

from digisos_wizard.content import load
from digisos_wizard.model.edits import Insert, Set
from digisos_wizard.model.rules.meetings.agenda import AGENDA
from digisos_wizard.model.workshop import AgendaQuestion, Workshop
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.storage.keeper import Keeper
from digisos_wizard.storage.paths import Folders
from digisos_wizard.storage.recovery import Recovery
from digisos_wizard.ui.app import application
from digisos_wizard.ui.pictures import iter_ids, settle
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.stage.keys import Hands
from digisos_wizard.ui.workshop.entries import EntryPanel
from digisos_wizard.ui.workshop.show import Show

ENTRIES = few(2_000, 8)
LENGTH = timedelta(hours=3)
QUESTIONS = few(40)
WORDS = (
    "Kari ser i innboksen hver morgen før klokka ni, og Ola tar over når hun er borte. Vi øver på det fredag {number}."
)
MEGABYTE = 1_048_576


def resident() -> float:
    """Return the memory of this process, in megabytes."""
    gc.collect()
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")


class Hall:
    """A meeting with a clock that is moved on, and everything around it as in the program."""

    def __init__(self, folder: Path) -> None:
        self.app = application()
        self.at = datetime(2026, 11, 23, 9, 0).astimezone()
        self.keeper = Keeper(lambda: self.at, Recovery(Folders(folder), lambda: self.at), background=True)
        self.session = Session(load(), self.keeper, lambda: self.at, iter_ids().__next__)
        document = planfile.read(EXAMPLES / "hamar.digisos").document
        self.session.start(document, None)
        self.session.save_to(folder / "plan.digisos")
        keys = [question.id for group in self.session.content.questions for question in group.questions][:QUESTIONS]
        self.session.edit(
            Set(("workshop",), Workshop()),
            *(Insert(AGENDA, AgendaQuestion(id=f"q{at}", question=key)) for at, key in enumerate(keys)),
        )
        self.shell = Shell(self.session, QMenu())
        self.show = Show(self.shell.desk, None, lambda: None)
        self.show.separate()
        settle(self.app)
        for number in range(QUESTIONS):  # every question once, so that what is loaded when first shown is loaded
            self.show.conductor.go(number)
            settle(self.app)
        self.show.conductor.go(0)

    def hold(self, entries: int) -> list[float]:
        """Let three hours pass with so many entries; return the milliseconds that each took until it was painted."""
        panels = self.show.view.panels
        kinds = (panels.notes, panels.actions, panels.parked, None)
        times = []
        for number in range(ENTRIES):
            self.at += LENGTH / ENTRIES
            if number % (ENTRIES // QUESTIONS) == 0:
                self.show.conductor.go(number * QUESTIONS // ENTRIES)
                settle(self.app)  # lets go of the fields of the question before, as a running program does
            begun = time.perf_counter()
            if number < entries:
                self._enter(kinds[number % 4], number)
            self.show.tick()
            self.app.processEvents()
            times.append((time.perf_counter() - begun) * 1000)
        settle(self.app)
        return times

    def _enter(self, panel: EntryPanel | None, number: int) -> None:
        if panel is None:
            self.show.conductor.obey(Hands(1 + number % 3, 1))
            return
        panel.begin_another()
        field = next(iter(panel.form.fields.values()))
        words = WORDS.format(number=number)
        half = words[: len(words) // 2]
        for part in (half, words):  # two strokes of the writer's
            field.control.edited.emit(part)

    def close(self) -> None:
        """End the meeting."""
        self.show.conductor.end()
        self.shell.close_plan()
        self.keeper.stop()


def main() -> None:
    """Measure, and print beside the floor; end with an error where the growth is too much."""
    grown = {}
    for words, entries in (("floor: three hours, nothing typed", 0), (f"three hours, {ENTRIES} entries", ENTRIES)):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            hall = Hall(Path(folder))
            before = resident()
            times = hall.hold(entries)
            grown[words] = resident() - before
            size = len(planfile.encode(hall.session.document)) / MEGABYTE
            print(
                f"{words}: {grown[words]:.1f} MB more, the plan's file is {size:.2f} MB, "
                f"an entry is painted in {p95(times):.1f} ms p95"
            )
            hall.close()
    if max(grown.values()) >= 20:
        sys.exit("more than 20 MB")


if __name__ == "__main__":
    main()
