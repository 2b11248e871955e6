"""How soon they can connect, in words: a sentence and what it rests on, for each municipality with a day of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Finding, Severity
from digisos_wizard.model.rules.connection.result import Reach


class Answer(Enum):
    """Whether the day can be kept; `STOPPED` and `OPEN` are no answers yet."""

    OPEN = "open"
    STOPPED = "stopped"
    LATE = "late"
    SHORT = "short"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer with its words; `stops` is the first thing that stops the day."""

    answer: Answer
    title: str
    text: str
    stops: Finding | None = None


def verdicts(figures: Figures) -> Sequence[Verdict]:
    """Return the answer for every municipality that is not connected; one where all have the same day."""
    stops = [one for one in figures.findings if one.severity is Severity.BLOCKER and one.rule != "day-infeasible"]
    left = [reach for reach in figures.schedule.reaches if not reach.connected]
    return [_verdict(figures, reach, stops) for reach in left]


def _verdict(figures: Figures, reach: Reach, stops: Sequence[Finding]) -> Verdict:
    name = f"{municipality_name(figures.plan, reach.municipality)}: " if reach.municipality else ""
    schedule = figures.schedule
    chain = ", ".join(f"«{title}»" for title in schedule.titled(reach.chain))
    decides = _("Det som avgjør, i rekkefølge: {chain}.").format(chain=chain) if chain else ""
    work = _("Det som gjenstår, kan være ferdig til {day}.").format(day=formatting.day(reach.soonest))
    if reach.day is None:
        title = _("Tidligst mulig dag er {day}").format(day=formatting.day(max(reach.soonest, schedule.earliest_day)))
        shortest = _("Den korteste forberedelsen gir {day}.").format(day=formatting.day(schedule.earliest_day))
        return Verdict(Answer.OPEN, name + title, f"{work} {shortest}")
    if not reach.in_time:
        title = _("Det er ikke tid før {day}").format(day=formatting.day(reach.day))
        text = _("Tidligst mulig er {day}.").format(day=formatting.day(reach.soonest))
        return Verdict(Answer.LATE, name + title, f"{text} {decides}".strip())
    if stops:
        words = ngettext("{count} ting stopper påkoblingen", "{count} ting stopper påkoblingen", len(stops))
        text = _("Alt annet kan være ferdig til {day}.").format(day=formatting.day(reach.soonest))
        return Verdict(Answer.STOPPED, name + words.format(count=len(stops)), text, stops[0])
    if reach.day < schedule.earliest_day:
        title = _("Dere kan rekke {day}, men det er kort tid").format(day=formatting.day(reach.day))
        text = _("En vanlig forberedelse varer til {day}.").format(day=formatting.day(schedule.earliest_day))
        return Verdict(Answer.SHORT, name + title, f"{work} {text}")
    return Verdict(Answer.ENOUGH, name + _("Det er tid nok"), work)
