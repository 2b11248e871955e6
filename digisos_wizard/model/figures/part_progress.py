"""How far every part of a step has come, in the few words that the rail has room for."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.findings import Severity, StepKey, StepProgress
from digisos_wizard.model.formatting import month
from digisos_wizard.model.judged import Judged
from digisos_wizard.model.parts import PARTS, Part, Standing, part_of
from digisos_wizard.model.rules.benefits.measuring import is_due, unmeasured
from digisos_wizard.model.rules.checklist.signed_changes import is_signed
from digisos_wizard.model.rules.meetings.actions import open_actions
from digisos_wizard.model.terms import SignOffPhase, TaskState

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
    said = {
        part: said_of(missing[part], stopping[part]) if part.standing is Standing.FILLED_IN or missing[part] else Said()
        for part in PARTS
        if part.exists(judged.plan)
    }
    own = {
        (StepKey.CHECKLIST, "items"): _items,
        (StepKey.CHECKLIST, "signing"): _signing,
        (StepKey.BENEFITS, "measuring"): _measuring,
        (StepKey.WORKSHOP, "decisions"): _decisions,
        (StepKey.WORKSHOP, "notes"): _parked,
    }
    for part in said:
        tell = own.get((part.step, part.key))
        if tell is not None and not stopping[part]:
            said[part] = tell(judged)
    return said


def _items(judged: Judged) -> Said:
    """Say how many items of the checklist aren't done, which is not what remains to be filled in."""
    left = sum(row.state not in (TaskState.DONE, TaskState.NOT_RELEVANT) or row.contradicts for row in judged.checklist)
    if not left:
        return Said(_("Ferdig"), Sign.DONE)
    return Said(ngettext("{count} ikke ferdig", "{count} ikke ferdige", left).format(count=left), Sign.NONE, left)


def _signing(judged: Judged) -> Said:
    """Say what is signed, and whether it still is what the plan says."""
    phases = (SignOffPhase.FINAL, SignOffPhase.CONNECT)
    if any(is_signed(judged.signoffs, judged.checklist, phase) for phase in phases):
        return Said(_("Signert"), Sign.DONE)
    changed = any(status.current and not status.valid for status in judged.signoffs)
    return Said(_("Endret etterpå") if changed else _("Ikke signert"))


def _measuring(judged: Judged) -> Said:
    """Say how much is not measured of what is due; before anything is, from when."""
    points = judged.measuring_points
    due = [point for point in points if is_due(judged.plan, point, judged.today)]
    if due and any(item.indicator.strip() for item in judged.plan.benefits.items):
        return said_of(unmeasured(judged.plan, due[-1]), 0)
    first = next((point.day for point in points if point.day is not None), None)
    if first is None or not judged.plan.benefits.items:
        return Said()
    return Said(_("Fra {month}").format(month=month(first)))


def _decisions(judged: Judged) -> Said:
    """Say how many decisions are to be carried out."""
    count = len(open_actions(judged.plan, judged.today))
    return Said(ngettext("{count} åpen", "{count} åpne", count).format(count=count), count=count) if count else Said()


def _parked(judged: Judged) -> Said:
    """Say how many things wait for another meeting."""
    count = len(judged.plan.workshop.parked)
    return Said(ngettext("{count} parkert", "{count} parkert", count).format(count=count)) if count else Said()


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
