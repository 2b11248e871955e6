"""The program is killed, really, and the next one finds the work."""

import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digisos_wizard.storage import planfile
from digisos_wizard.storage.paths import Folders
from digisos_wizard.storage.recovery import Recovery

PROGRAM = """
import sys
from datetime import datetime
from pathlib import Path
from digisos_wizard.model.edits import Set
from digisos_wizard.model.terms import PlanKind
from digisos_wizard.session import Session
from digisos_wizard.storage.keeper import Keeper
from digisos_wizard.storage.paths import Folders
from digisos_wizard.storage.recovery import Recovery
from digisos_wizard.storage.writer import Delays
from tests.handbook import small_handbook

folder = Path(sys.argv[1])
clock = lambda: datetime.now().astimezone()
recovery = Recovery(Folders(folder / "lokalt"), clock)
keeper = Keeper(clock, recovery, background=True, delays=Delays(pause=600, longest=600))
session = Session(small_handbook(), keeper, clock, lambda: "id")
session.new_plan("Prøveplan", PlanKind.INTRODUCTION)
if sys.argv[2] == "file":
    session.save_to(folder / "plan.digisos")
for number in range(20):
    session.edit(Set(("decision", "scope"), f"ord {number}"))
print("typed", flush=True)
sys.stdin.read()
"""
"""Types twenty times and then stands still, until it is killed."""
PATIENCE = 30
"""Seconds before a snapshot is given up; that it takes less than one is shown with a clock in our hands."""


def snapshot_with(folders: Folders, words: bytes) -> bool:
    """Wait until the words are in a snapshot."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if any(words in file.read_bytes() for file in folders.recovery.glob("*.snapshot")):
            return True
    return False


@pytest.mark.parametrize("where", ["file", "nowhere"])
def test_work_survives_the_death_of_the_program(tmp_path: Path, where: str) -> None:
    folders = Folders(tmp_path / "lokalt")
    next_start = Recovery(folders, lambda: datetime.now(UTC))
    command = [sys.executable, "-c", PROGRAM, str(tmp_path), where]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "typed\n"
        assert snapshot_with(folders, b"ord 19")
        assert next_start.offers() == [], "its owner is alive"
        program.kill()
    (offer,) = next_start.offers()
    assert offer.document.plan.decision.scope == "ord 19"
    assert offer.name == "Prøveplan"
    if where == "file":
        assert offer.path == tmp_path / "plan.digisos"
        assert offer.changes == 20
        assert planfile.read(offer.path).document.plan.decision.scope == "", "the file is the whole old one"
    else:
        assert offer.path is None
        assert offer.changes == 21
