"""Findings of the meetings: decisions whose deadline has passed."""

from collections.abc import Iterator

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.findings import Finding, Severity, StepKey, StepProgress
from digisos_wizard.model.formatting import day
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.meetings.actions import open_actions
from digisos_wizard.model.rules.meetings.course import going_on
from digisos_wizard.model.terms import TaskState


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield a warning for every decision that is late."""
    for one in open_actions(reckoned.plan, reckoned.today):
        if one.late and one.action.deadline is not None:
            text = _("Fristen for «{text}» gikk ut {day}.").format(text=one.action.text, day=day(one.action.deadline))
            address = ("workshop", "actions", one.action.id, "deadline")
            yield Finding("action-late", StepKey.WORKSHOP, address, Severity.WARNING, text)


def progress(reckoned: Reckoned, _missing: int) -> StepProgress:
    """Return how many meetings have been held, or how much of what they decided is still to be done."""
    held = sum(meeting.ended_at is not None for meeting in reckoned.plan.workshop.meetings)
    waiting = len(open_actions(reckoned.plan, reckoned.today))
    if going_on(reckoned.plan) is not None:
        return StepProgress(StepKey.WORKSHOP, TaskState.IN_PROGRESS, 0, _("Møte pågår"))
    if waiting:
        left = ngettext("{count} åpen beslutning", "{count} åpne beslutninger", waiting).format(count=waiting)
        return StepProgress(StepKey.WORKSHOP, TaskState.IN_PROGRESS, 0, left)
    if held:
        words = ngettext("{count} møte holdt", "{count} møter holdt", held).format(count=held)
        return StepProgress(StepKey.WORKSHOP, TaskState.DONE, 0, words)
    return StepProgress(
        StepKey.WORKSHOP, TaskState.OPEN, 0, _("Klar til møte") if reckoned.plan.workshop.agenda else ""
    )
