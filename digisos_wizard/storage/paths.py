"""The program's own folders on this machine, local and never synchronised; and what Windows asks of who opens files."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import platformdirs

NAME = "digisos-wizard"
MACHINE_NAME = "Digisos-veiviser"
WINDOWS = sys.platform == "win32"
PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts where Windows says that another program (virus scanner, synchroniser) has the file open."""
LONGEST_PLAIN = 240
"""Characters that a path may have on Windows without the extended form, with room for a temporary name."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the program keeps what is not in plan files."""

    root: Path

    @property
    def recovery(self) -> Path:
        """Snapshots of work that is not yet in a plan file."""
        return self.root / "recovery"

    @property
    def archive(self) -> Path:
        """Snapshots that have been answered, and versions that were replaced on purpose."""
        return self.root / "archive"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.root / "settings.json"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.root / "log.txt"


def user_folders() -> Folders:
    """Return the folders of the person at the keyboard; made by those who write to them."""
    return Folders(Path(platformdirs.user_state_dir(NAME, appauthor=False, roaming=False)))


def machine_settings() -> Path | None:
    """Return the file where those who look after the machine may set what is usual; None elsewhere than on Windows."""
    common = os.environ.get("PROGRAMDATA") if WINDOWS else None
    return Path(common) / MACHINE_NAME / "settings.json" if common else None


def on_disk(path: Path) -> Path:
    """Return the path in a form that the system takes however long it is."""
    return Path(extended(str(path.absolute()))) if WINDOWS else path


def patiently(
    act: Callable[[], Result], *, sleep: Callable[[float], None] = time.sleep, windows: bool = WINDOWS
) -> Result:
    """Do something with a file, again and again for a second and a half where Windows says that it is in use."""
    for pause in PAUSES if windows else ():
        try:
            return act()
        except PermissionError:
            sleep(pause)
    return act()


def extended(text: str) -> str:
    """Return an absolute path in the form that Windows takes beyond 260 characters."""
    if len(text) < LONGEST_PLAIN or text.startswith("\\\\?\\"):
        return text
    return f"\\\\?\\UNC\\{text[2:]}" if text.startswith("\\\\") else f"\\\\?\\{text}"
