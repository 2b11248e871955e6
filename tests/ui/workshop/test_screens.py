"""Two screens, as Qt sees them: the room gets the other one, and the leader's window stays; without it they share."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from datetime import datetime
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from digisos_wizard.content import load
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.rules.meetings.agenda import AGENDA
from digisos_wizard.model.workshop import AgendaQuestion
from digisos_wizard.session import Session
from digisos_wizard.ui.app import application
from digisos_wizard.ui.pictures import iter_ids, settle
from digisos_wizard.ui.shell import Shell

app = application()
session = Session(load(), None, lambda: datetime(2026, 11, 23, 14, 0).astimezone(), iter_ids().__next__)
session.edit(Insert(AGENDA, AgendaQuestion(id="a", question="connection.ready")))
shell = Shell(session, QMenu())
shell.show()
shell.desk.stage.screen = sys.argv[1]
shell.hold_meeting()
settle(app)
show = shell.meeting
for window in show.windows():
    whole = window.geometry() == window.screen().geometry()
    print(type(window).__name__, window.screen().name(), whole, window.isFullScreen())
shell.close_plan()
settle(app)
print("closed", [type(one).__name__ for one in app.topLevelWidgets() if one.isVisible() and one is not shell])
"""
LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
PROJECTOR = {"name": "projector", "x": 1366, "y": 0, "width": 1920, "height": 1080}
TOGETHER = ["AudienceWindow laptop True True", "closed []"]
APART = ["AudienceWindow projector True True", "SpeakerWindow laptop False False", "closed []"]


@pytest.mark.posix
@pytest.mark.parametrize(
    ("screens", "wish", "windows"),
    [
        ([LAPTOP], "", TOGETHER),
        ([LAPTOP, PROJECTOR], "", APART),
        ([LAPTOP, PROJECTOR], "projector", APART),
        ([LAPTOP, PROJECTOR], "together", TOGETHER),
    ],
)
def test_the_windows_stand_on_their_screens(
    tmp_path: Path, screens: list[dict[str, object]], wish: str, windows: list[str]
) -> None:
    file = tmp_path / "screens.json"
    plain = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, "refreshRate": 60}
    file.write_text(json.dumps({"screens": [plain | screen for screen in screens]}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, wish],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == windows
