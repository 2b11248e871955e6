"""How far every part of a step has come, in the few words that the rail has room for."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.findings import Severity, StepKey, StepProgress
from digisos_wizard.model.judged import Judged
from digisos_wizard.model.parts import PARTS, Part, Standing, part_of
from digisos_wizard.model.rules.meetings.actions import open_actions
from digisos_wizard.model.terms import TaskState

OWN_PARTS = ((StepKey.WORKSHOP, "decisions"), (StepKey.WORKSHOP, "notes"))
"""Parts whose state is a count of what stands there."""
OWN_WORDS = (StepKey.CHECKLIST, StepKey.WORKSHOP)
"""Steps whose state is a count of their own, not of what remains."""


class Sign(Enum):
    """What stands before the words: nothing while something remains, a tick when done, a warning when it stops."""

    NONE = "none"
    DONE = "done"
    STOPS = "stops"


@dataclass(frozen=True, slots=True)
class Said:
    """A state in words, with its sign; `count` is how many things are left to do."""

    words: str = ""
    sign: Sign = Sign.NONE
    count: int = 0


def said_of(missing: int, stopping: int) -> Said:
    """Return the words for what is left: what stops first, else what remains, else done."""
    if stopping:
        words = ngettext("{count} stopper", "{count} stopper", stopping).format(count=stopping)
        return Said(words, Sign.STOPS, missing)
    if missing:
        return Said(ngettext("{count} gjenstår", "{count} gjenstår", missing).format(count=missing), Sign.NONE, missing)
    return Said(_("Ferdig"), Sign.DONE)


def all_parts(judged: Judged) -> dict[Part, Said]:
    """Return how far every part of the plan has come; a part that only shows results says nothing."""
    missing: Counter[Part] = Counter()
    stopping: Counter[Part] = Counter()
    for found in judged.findings:
        part = part_of(found)
        if part is not None and found.severity >= Severity.MISSING:
            missing[part] += 1
            stopping[part] += found.severity is Severity.BLOCKER
    return {part: _said(judged, part, missing[part], stopping[part]) for part in PARTS if part.exists(judged.plan)}


def _said(judged: Judged, part: Part, missing: int, stopping: int) -> Said:
    if (part.step, part.key) in OWN_PARTS:
        return _of_meetings(judged, part)
    return said_of(missing, stopping) if part.standing is Standing.FILLED_IN or missing else Said()


def _of_meetings(judged: Judged, part: Part) -> Said:
    """Return how many decisions are open, or how many things are parked."""
    if part.key == "decisions":
        count = len(open_actions(judged.plan, judged.today))
        words = ngettext("{count} åpen", "{count} åpne", count)
    else:
        count = len(judged.plan.workshop.parked)
        words = ngettext("{count} parkert", "{count} parkert", count)
    return Said(words.format(count=count), Sign.NONE, count) if count else Said()


def of_step(progress: StepProgress, stopping: int) -> Said:
    """Return the rail's words for a whole step; the checklist and the meetings have words of their own."""
    if stopping:
        return said_of(progress.missing, stopping)
    if progress.state is TaskState.DONE:
        return Said(progress.words if progress.step in OWN_WORDS else _("Ferdig"), Sign.DONE)
    if progress.step in OWN_WORDS or not progress.missing:
        return Said(progress.words, Sign.NONE, progress.missing)
    if progress.state is TaskState.OPEN:
        return Said(_("Ikke startet"), Sign.NONE, progress.missing)
    return said_of(progress.missing, 0)
