"""From process start to the first painted page, beside a bare PySide6 window with one pydantic model in the same run.

    python bench/startup.py [ROUNDS]

Times on one machine say little; the ratio of the medians is the figure. Aim: at most 1.4.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

from shared import EXAMPLES, ROOT, arguments, few

WATCH = """
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and wanted(watched):
            print("painted", flush=True)
            QTimer.singleShot(0, app.quit)
        return False
"""
BARE = f"""
from pydantic import BaseModel, ConfigDict
class Plan(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)
    name: str = ""
    people: int = 0
Plan.model_validate_json('{{"name": "Hamar", "people": 32879}}')
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
{WATCH}
def wanted(widget): return widget is window
watch = Watch()
window = QMainWindow()
window.setCentralWidget(QLabel("Hamar"))
window.resize(1366, 768)
app.installEventFilter(watch)
window.show()
app.exec()
"""
PROGRAM = f"""
import sys
from pathlib import Path
from digisos_wizard.ui.app import application, run_window
from digisos_wizard.ui.shell import Shell
app = application()
{WATCH}
def wanted(widget): return isinstance(widget, Shell)
watch = Watch()
app.installEventFilter(watch)
run_window(Path(sys.argv[1]), None)
"""


def painted(code: str, folder: str) -> float:
    """Return the seconds from starting a process to its first painted page."""
    own = {"HOME": folder, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
    # Bytecode is kept, as where the program is installed: else every start compiles the whole of it.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    variables = {**kept, **own, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    example = str(EXAMPLES / "hamar.digisos")
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, example],
        env=variables, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as process:  # fmt: skip
        line = process.stdout.readline() if process.stdout is not None else ""
        seconds = time.perf_counter() - begun
        process.communicate()
    if line.strip() != "painted":
        sys.exit("nothing was painted")
    return seconds


def main() -> None:
    """Measure both in turn, and print medians and their ratio."""
    asked = arguments()
    rounds = few(int(asked[0]) if asked else 9, 1)
    with tempfile.TemporaryDirectory() as folder:
        for code in (BARE, PROGRAM)[: few(2, 0)]:
            painted(code, folder)  # fills the caches of files and bytecode
        pairs = [(painted(BARE, folder), painted(PROGRAM, folder)) for _round in range(rounds)]
    bare, program = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"bare window {bare * 1000:.0f} ms, program {program * 1000:.0f} ms, ratio {program / bare:.2f}")


if __name__ == "__main__":
    main()
