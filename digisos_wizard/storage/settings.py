"""What the program remembers of how it is used: a small file that may be lost without harm."""

import contextlib
from pathlib import Path

from pydantic import ValidationError

from digisos_wizard.errors import UserError
from digisos_wizard.model.base import Record

from .replace import write_whole

MOST_RECENT = 8
LARGEST = 1_000_000


class RecentPlan(Record):
    """A plan that was open not long ago."""

    path: str
    name: str = ""


class Settings(Record):
    """Recent plans (newest first), the window as it was, and how the person likes it; text size in percent.

    `meeting_screen` is the screen that meetings are shown on, by its name; empty where the program chooses.
    """

    recent: tuple[RecentPlan, ...] = ()
    geometry: str = ""
    help_folded: bool = False
    text_size: int = 100
    meeting_screen: str = ""

    def remembering(self, path: Path, name: str) -> "Settings":
        """Return the settings with a plan as the newest of the recent ones."""
        newest = RecentPlan(path=str(path.absolute()), name=name)
        others = tuple(plan for plan in self.recent if plan.path != newest.path)
        return self.changed(recent=(newest, *others)[:MOST_RECENT])

    def changed(self, **fields: object) -> "Settings":
        """Return the settings with some fields changed, validated."""
        return Settings.model_validate({**{name: getattr(self, name) for name in Settings.model_fields}, **fields})


def load(path: Path) -> Settings:
    """Return the settings in the file; the usual ones where it is missing or damaged."""
    try:
        with path.open("rb") as file:
            return Settings.model_validate_json(file.read(LARGEST))
    except (OSError, ValidationError):
        return Settings()


def save(path: Path, settings: Settings) -> None:
    """Put the settings in the file; nobody is troubled where that is impossible."""
    with contextlib.suppress(OSError, UserError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, settings.model_dump_json(indent=1).encode())
