"""The program's own folders on this machine: local ones, never roaming and never synchronised; and long paths."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

NAME = "digisos-wizard"
MACHINE_NAME = "Digisos-veiviser"
WINDOWS = sys.platform == "win32"
LONGEST_PLAIN = 240
"""Characters that a path may have on Windows without the extended form, with room for a temporary name."""


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


def extended(text: str) -> str:
    """Return an absolute path in the form that Windows takes beyond 260 characters."""
    if len(text) < LONGEST_PLAIN or text.startswith("\\\\?\\"):
        return text
    return f"\\\\?\\UNC\\{text[2:]}" if text.startswith("\\\\") else f"\\\\?\\{text}"
