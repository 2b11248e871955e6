"""What the window remembers between runs, and the unsaved work that it offers to take up."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.storage import settings
from digisos_wizard.storage.recovery import Offer, Recovery
from digisos_wizard.storage.settings import PlanPlace, RecentPlan, Scheme


class WindowState:
    """The settings file and the recovery folder, as the window sees them; without either, nothing is remembered."""

    def __init__(self, file: Path | None, recovery: Recovery | None, machine: Path | None = None) -> None:
        self._file = file
        self._machine = machine
        self._recovery = recovery
        self._settings = settings.load(file, machine) if file is not None else settings.Settings()

    @property
    def geometry(self) -> str:
        """Where the window stood, as Qt wrote it."""
        return self._settings.geometry

    @property
    def help_folded(self) -> bool:
        """Whether the panel beside is folded until somebody opens it."""
        return self._settings.help_folded

    def place(self, plan_id: str) -> PlanPlace:
        """Return where one was in a plan, nowhere where nothing is known."""
        return next((one for one in self._settings.places if one.plan_id == plan_id), PlanPlace(plan_id=plan_id))

    def keep_place(self, place: PlanPlace) -> None:
        """Remember where one is in a plan, and how its panels are."""
        self._settings = self._settings.at_place(place)
        self._save()

    @property
    def text_scale(self) -> float:
        """How large text is, 1.0 being as designed."""
        return self._settings.text_size / 100

    @property
    def scheme(self) -> Scheme:
        """Whether colours are light, dark or as the system's."""
        return self._settings.scheme

    @property
    def meeting_screen(self) -> str:
        """The screen that meetings are shown on, by its name; empty where the program chooses."""
        return self._settings.meeting_screen

    def recent(self) -> Sequence[RecentPlan]:
        """Return the plans that were open lately and still are where they were, newest first."""
        return [plan for plan in self._settings.recent if Path(plan.path).exists()]

    def remember(self, path: Path, name: str, today: date) -> None:
        """Put a plan first among the recent ones."""
        self._settings = self._settings.remembering(path, name, today)
        self._save()

    def keep(self, *, geometry: str | None = None, meeting_screen: str | None = None) -> None:
        """Remember how the window is now, and the screen for meetings."""
        fields: dict[str, object] = {}
        if meeting_screen is not None:
            fields["meeting_screen"] = meeting_screen
        if geometry is not None:
            fields["geometry"] = geometry
        self._settings = self._settings.changed(**fields)
        self._save()

    def _save(self) -> None:
        if self._file is not None:
            settings.save(self._file, self._settings, self._machine)

    def offers(self) -> Sequence[Offer]:
        """Return the unsaved work that was left behind."""
        return self._recovery.offers() if self._recovery is not None else ()

    def put_aside(self, offer: Offer) -> None:
        """Move unsaved work that is not wanted now to the archive."""
        if self._recovery is not None:
            self._recovery.archive(offer)


def opened_words(opened_on: date | None, today: date) -> str:
    """Return when a plan was last opened, empty where that is not known."""
    if opened_on is None:
        return ""
    ago = (today - opened_on).days
    return {0: _("I dag"), 1: _("I går")}.get(ago) or formatting.near_day(opened_on, today)


def offer_words(offer: Offer) -> tuple[str, str]:
    """Return title and text for unsaved work: plan, time, number of changes."""
    title = _("Det finnes arbeid i «{name}» som ikke kom i filen").format(name=offer.name or _("Plan uten navn"))
    when = offer.at.astimezone()
    changes = ngettext("{count} endring", "{count} endringer", offer.changes).format(
        count=formatting.number(offer.changes)
    )
    text = _("Sist endret {day} {clock}, {changes}. Ingenting slettes, uansett hva du velger.").format(
        day=formatting.day(when.date()), clock=formatting.clock(when), changes=changes
    )
    return title, text
