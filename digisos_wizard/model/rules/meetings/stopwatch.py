"""How long a question has been up: a stopwatch as a value, and what it says in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from digisos_wizard.i18n import _

MINUTE = 60


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Time spent before, and since when it runs; stopped where `since` is None."""

    spent: timedelta = timedelta(0)
    since: datetime | None = None

    @property
    def running(self) -> bool:
        """Whether time passes."""
        return self.since is not None

    def started(self, at: datetime) -> "Stopwatch":
        """Return the watch running from then on."""
        return self if self.running else Stopwatch(self.spent, at)

    def stopped(self, at: datetime) -> "Stopwatch":
        """Return the watch standing still from then on."""
        return Stopwatch(self.elapsed(at))

    def elapsed(self, at: datetime) -> timedelta:
        """Return the time spent until then; a clock set back takes nothing away."""
        return self.spent if self.since is None else self.spent + max(timedelta(0), at - self.since)


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """Seconds left of the time set aside, negative when it is over; None where none was set aside."""

    spent: int
    left: int | None

    @property
    def over(self) -> bool:
        """Whether more time has been spent than was set aside."""
        return self.left is not None and self.left < 0

    @property
    def share(self) -> float:
        """How much of the time is spent, 0 to 1; nothing where none was set aside."""
        if self.left is None:
            return 0.0
        whole = self.spent + self.left
        return min(1.0, self.spent / whole) if whole > 0 else 1.0

    def exact(self) -> str:
        """Return minutes and seconds for whoever leads: "4.12 igjen"."""
        if self.left is None:
            return _("{time} brukt").format(time=_clock(self.spent))
        words = _("{time} over tiden") if self.over else _("{time} igjen")
        return words.format(time=_clock(abs(self.left)))

    def rough(self) -> str:
        """Return whole minutes for the room: "4 min igjen"; nothing where no time was set aside."""
        if self.left is None:
            return ""
        if self.over:
            minutes = -self.left // MINUTE
            return _("{minutes} min over tiden").format(minutes=minutes) if minutes else _("Tiden er ute")
        minutes = -(-self.left // MINUTE)
        return _("{minutes} min igjen").format(minutes=minutes) if self.left >= MINUTE else _("Under ett minutt igjen")


def time_left(watch: Stopwatch, minutes: int | None, at: datetime) -> TimeLeft:
    """Return how a stopwatch stands against the minutes set aside."""
    spent = int(watch.elapsed(at).total_seconds())
    return TimeLeft(spent, None if minutes is None else minutes * MINUTE - spent)


def _clock(seconds: int) -> str:
    return f"{seconds // MINUTE}.{seconds % MINUTE:02d}"
