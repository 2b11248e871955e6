"""The program is killed in the middle of a meeting, really, and the next one finds every word and goes on."""

import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from digisos_wizard.content import load
from digisos_wizard.model.rules.meetings.course import going_on
from digisos_wizard.session import Session
from digisos_wizard.storage.paths import Folders
from digisos_wizard.storage.recovery import Recovery
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.workshop.conductor import Conductor

PROGRAM = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from digisos_wizard.content import load
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.rules.meetings.agenda import AGENDA
from digisos_wizard.model.terms import PlanKind
from digisos_wizard.model.workshop import AgendaQuestion
from digisos_wizard.session import Session
from digisos_wizard.storage.keeper import Keeper
from digisos_wizard.storage.paths import Folders
from digisos_wizard.storage.recovery import Recovery
from digisos_wizard.storage.writer import Delays
from digisos_wizard.ui.app import application
from digisos_wizard.ui.pictures import iter_ids, settle
from digisos_wizard.ui.shell import Shell

app = application()
clock = lambda: datetime.now().astimezone()
keeper = Keeper(clock, Recovery(Folders(Path(sys.argv[1])), clock), background=True, delays=Delays(pause=600))
session = Session(load(), keeper, clock, iter_ids().__next__)
session.new_plan("Møteplan", PlanKind.INTRODUCTION)
for number, key in enumerate(("contingency.frequency", "connection.ready", "connection.mail")):
    session.edit(Insert(AGENDA, AgendaQuestion(id=f"q{number}", question=key)))
shell = Shell(session, QMenu())
shell.show()
shell.hold_meeting()
settle(app)
window = shell.meeting.windows()[0]
window.activateWindow()
settle(app)

def key(pressed, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.focusWidget() or window, pressed, modifier)
    settle(app)

def write(words):
    QTest.keyClicks(window.focusWidget(), words)
    settle(app)

key(Qt.Key.Key_PageDown)
for _hand in range(7):
    key(Qt.Key.Key_1)
key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
write("Kari ser hver morgen")
key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
write("Skriv rutinen")
key(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
write("Midt i en set")
print("typed", flush=True)
sys.stdin.read()
"""
"""Leads a meeting with keys, and then stands still in the middle of a sentence, until it is killed."""
PATIENCE = 30


def snapshot_with(folders: Folders, words: bytes) -> bool:
    """Wait until the words are in a snapshot."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if any(words in file.read_bytes() for file in folders.recovery.glob("*.snapshot")):
            return True
    return False


def test_a_meeting_survives_the_death_of_the_program(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "lokalt")
    next_start = Recovery(folders, lambda: datetime.now(UTC))
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "lokalt")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "typed\n"
        assert snapshot_with(folders, b"Midt i en set")
        program.kill()
    (offer,) = next_start.offers()
    workshop = offer.document.plan.workshop
    assert [note.text for note in workshop.notes] == ["Kari ser hver morgen"]
    assert [action.text for action in workshop.actions] == ["Skriv rutinen"]
    assert [note.text for note in workshop.parked] == ["Midt i en set"]
    assert [choice.count for choice in workshop.tallies[0].choices] == [7, 0, 0]
    session = Session(load(), None, lambda: datetime.now(UTC), iter_ids().__next__)
    session.take(offer)
    meeting = going_on(session.plan)
    assert meeting is not None
    conductor = Conductor(session)
    conductor.begin()
    assert conductor.meeting == meeting
    assert conductor.key == "connection.ready", "where it was"
