"""The program's own folders on this machine: local ones, never roaming and never synchronised."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

NAME = "digisos-wizard"


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
