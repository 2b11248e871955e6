"""What the program remembers of how it is used: a small file that may be lost without harm.

Those who look after a machine may set what is usual in a file of their own; what a person has chosen goes before it.
"""

import codecs
import contextlib
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from pydantic import Field, ValidationError

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import BOKMAAL
from digisos_wizard.model.base import Record

from .replace import write_whole

Kind = TypeVar("Kind", bound=Record)

MOST_RECENT = 8
MOST_PLACES = 40
LARGEST = 1_000_000


class RecentPlan(Record):
    """A plan that was open not long ago."""

    path: str
    name: str = ""
    opened_on: date | None = None


class Scheme(StrEnum):
    """Which colours the window has."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class PlanPlace(Record):
    """Where one was in a plan: the place, the row there, and beside which places the panel was folded (or opened)."""

    plan_id: str
    place: str = ""
    row: str = ""
    folded: dict[str, bool] = Field(default_factory=dict)


class Settings(Record):
    """Recent plans (newest first), the window as it was, and how the person likes it; text size in percent.

    `language` is the key of the language that the program speaks; `meeting_screen` is the screen for
    meetings, by its name, empty where the program chooses.
    """

    recent: tuple[RecentPlan, ...] = ()
    places: tuple[PlanPlace, ...] = ()
    language: str = BOKMAAL.key
    geometry: str = ""
    help_folded: bool = False
    text_size: int = 100
    scheme: Scheme = Scheme.LIGHT
    meeting_screen: str = ""

    def remembering(self, path: Path, name: str, opened_on: date) -> "Settings":
        """Return the settings with a plan as the newest of the recent ones."""
        newest = RecentPlan(path=str(path.absolute()), name=name, opened_on=opened_on)
        others = tuple(plan for plan in self.recent if plan.path != newest.path)
        return self.changed(recent=(newest, *others)[:MOST_RECENT])

    def at_place(self, place: PlanPlace) -> "Settings":
        """Return the settings with the place in a plan remembered; those of plans not seen for long are forgotten."""
        others = tuple(known for known in self.places if known.plan_id != place.plan_id)
        return self.changed(places=(place, *others)[:MOST_PLACES])

    def changed(self, **fields: object) -> "Settings":
        """Return the settings with some fields changed, validated."""
        return Settings.model_validate({**{name: getattr(self, name) for name in Settings.model_fields}, **fields})


class MachineSettings(Record):
    """What may be set for everybody on a machine; text size in percent, `language` by its key."""

    language: str = BOKMAAL.key
    help_folded: bool = False
    text_size: int = Field(default=100, ge=80, le=200)
    scheme: Scheme = Scheme.LIGHT


def usual(machine: Path | None) -> Settings:
    """Return the settings of somebody who has chosen nothing; the program's own where the file is damaged."""
    found = _read(machine, MachineSettings) if machine is not None else None
    return Settings(**found.model_dump()) if found is not None else Settings()


def load(path: Path, machine: Path | None = None) -> Settings:
    """Return the settings in the file; the usual ones for what it lacks, and where it is missing or damaged."""
    found = _read(path, Settings)
    chosen = {name: getattr(found, name) for name in found.model_fields_set} if found is not None else {}
    return usual(machine).changed(**chosen)


def save(path: Path, settings: Settings, machine: Path | None = None) -> None:
    """Put what differs from the usual in the file; nobody is troubled where that is impossible."""
    base = usual(machine)
    same = {name for name in Settings.model_fields if getattr(settings, name) == getattr(base, name)}
    with contextlib.suppress(OSError, UserError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, settings.model_dump_json(indent=1, exclude=same).encode())


def _read(path: Path, kind: type[Kind]) -> Kind | None:
    try:
        with path.open("rb") as file:
            return kind.model_validate_json(file.read(LARGEST).removeprefix(codecs.BOM_UTF8))
    except (OSError, ValidationError):
        return None
