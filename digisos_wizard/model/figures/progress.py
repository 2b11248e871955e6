"""How far every step has come, in words: the one answer for rail, overview and command line."""

from dataclasses import dataclass

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.figures.readiness import Readiness
from digisos_wizard.model.figures.standing import ReadyState
from digisos_wizard.model.findings import STEPS, Severity, StepKey
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.judged import Judged
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.checklist.signed_changes import is_signed
from digisos_wizard.model.rules.meetings.actions import open_actions
from digisos_wizard.model.rules.meetings.course import going_on
from digisos_wizard.model.terms import AgreementState, SignOffPhase, TaskState

EMPTY = Plan()
AREAS = {
    StepKey.DECISION: ("decision", "cooperation"),
    StepKey.COSTS: ("costs",),
    StepKey.ROLES: ("people",),
    StepKey.AGREEMENTS: ("vendor", "agreements"),
    StepKey.PRIVACY: ("privacy",),
    StepKey.MAPPING: ("mapping",),
    StepKey.BENEFITS: ("benefits",),
    StepKey.CONNECTION: ("connection",),
    StepKey.CHECKLIST: ("checklist", "signoffs"),
}


@dataclass(frozen=True, slots=True)
class StepProgress:
    """How far a step has come, as rail and overview say it; `words` such as "2 mangler" or "Ferdig".

    `urgency` is a word where the step stops the connection or puts it at risk.
    """

    step: StepKey
    state: TaskState
    missing: int
    words: str
    urgency: str = ""

    @property
    def said(self) -> str:
        """The words with the urgency after them."""
        return " · ".join(part for part in (self.words, self.urgency) if part)


def all_steps(judged: Judged, current: Readiness) -> tuple[StepProgress, ...]:
    """Return the progress of all steps, in order."""
    return tuple(_step(judged, step, current) for step in STEPS)


def _step(judged: Judged, step: StepKey, current: Readiness) -> StepProgress:
    missing = len(judged.findings_at(step, least=Severity.MISSING))
    if step in (StepKey.OVERVIEW, StepKey.OUTPUT):
        return StepProgress(step, TaskState.OPEN, 0, "")
    if step is StepKey.WORKSHOP:
        return _workshop(judged)
    if step is StepKey.CHECKLIST:
        return _checklist(judged, missing)
    begun = any(getattr(judged.plan, area) != _untouched(area, judged.plan) for area in AREAS[step])
    if not begun:
        return StepProgress(step, TaskState.OPEN, missing, _("Ikke startet"))
    words = _words(judged, step, missing)
    if not missing:
        return StepProgress(step, TaskState.DONE, 0, words or _("Ferdig"))
    words = words or _("{count} mangler").format(count=missing)
    return StepProgress(step, TaskState.IN_PROGRESS, missing, words, _urgency(current, step))


def _urgency(current: Readiness, step: StepKey) -> str:
    """Return the word for a step that stops the connection or must hurry, by the same reasons as everywhere."""
    worst = next((reason.state for reason in current.reasons if reason.step is step), None)
    return {ReadyState.BLOCKED: _("stopper"), ReadyState.AT_RISK: _("pass på")}.get(worst or ReadyState.READY, "")


def _untouched(area: str, plan: Plan) -> object:
    """Return an area as it is in a new plan: the choices that a new plan is born with don't count as begun."""
    empty = getattr(EMPTY, area)
    if area == "costs":
        return type(empty)(catalogue=plan.costs.catalogue)
    if area == "decision":
        return type(empty)(kind=plan.decision.kind)
    return empty


def _words(judged: Judged, step: StepKey, missing: int) -> str:
    if step is StepKey.AGREEMENTS:
        needed = [cell for cell in judged.agreements if cell.required]
        signed = sum(cell.state is AgreementState.SIGNED for cell in needed)
        if needed and signed < len(needed):
            return _("{signed} av {all} signert").format(signed=signed, all=len(needed))
    if step is StepKey.CONNECTION and judged.schedule.day is not None:
        day = day_words(judged.schedule.day)
        return _("{day}, {count} mangler").format(day=day, count=missing) if missing else day
    return ""


def _workshop(judged: Judged) -> StepProgress:
    """Return how many meetings have been held, or how much of what they decided is still to be done."""
    held = sum(meeting.ended_at is not None for meeting in judged.plan.workshop.meetings)
    waiting = len(open_actions(judged.plan, judged.today))
    if going_on(judged.plan) is not None:
        return StepProgress(StepKey.WORKSHOP, TaskState.IN_PROGRESS, 0, _("Møte pågår"))
    if held or waiting:
        words = ngettext("{count} møte holdt", "{count} møter holdt", held).format(count=held)
        if not waiting:
            return StepProgress(StepKey.WORKSHOP, TaskState.DONE, 0, words)
        left = ngettext("{count} åpen beslutning", "{count} åpne beslutninger", waiting).format(count=waiting)
        return StepProgress(StepKey.WORKSHOP, TaskState.IN_PROGRESS, 0, left)
    begun = bool(judged.plan.workshop.agenda)
    return StepProgress(StepKey.WORKSHOP, TaskState.OPEN, 0, _("Klar til møte") if begun else "")


def _checklist(judged: Judged, missing: int) -> StepProgress:
    rows = [row for row in judged.checklist if row.state is not TaskState.NOT_RELEVANT]
    done = sum(row.state is TaskState.DONE for row in rows)
    words = _("{done} av {all}").format(done=done, all=len(rows))
    signed = is_signed(judged.signoffs, judged.checklist, SignOffPhase.FINAL)
    if rows and done == len(rows) and signed:
        return StepProgress(StepKey.CHECKLIST, TaskState.DONE, missing, _("Signert"))
    begun = done or judged.plan.signoffs.records
    return StepProgress(StepKey.CHECKLIST, TaskState.IN_PROGRESS if begun else TaskState.OPEN, missing, words)
