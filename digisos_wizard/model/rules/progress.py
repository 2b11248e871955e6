"""How far every step has come, in words: the one answer for rail, overview and command line."""

from typing import TYPE_CHECKING

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.findings import STEPS, Severity, StepKey
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.actions import open_actions
from digisos_wizard.model.rules.meetings import going_on
from digisos_wizard.model.rules.results.checklist import StepProgress
from digisos_wizard.model.rules.signed_changes import is_signed
from digisos_wizard.model.rules.standing import ReadyState
from digisos_wizard.model.terms import AgreementState, SignOffPhase, TaskState

if TYPE_CHECKING:
    from digisos_wizard.model.figures import Figures

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


def all_steps(figures: "Figures") -> tuple[StepProgress, ...]:
    """Return the progress of all steps, in order."""
    return tuple(_step(figures, step) for step in STEPS)


def _step(figures: "Figures", step: StepKey) -> StepProgress:
    missing = len(figures.findings_at(step, least=Severity.MISSING))
    if step in (StepKey.OVERVIEW, StepKey.OUTPUT):
        return StepProgress(step, TaskState.OPEN, 0, "")
    if step is StepKey.WORKSHOP:
        return _workshop(figures)
    if step is StepKey.CHECKLIST:
        return _checklist(figures, missing)
    begun = any(getattr(figures.plan, area) != _untouched(area, figures.plan) for area in AREAS[step])
    if not begun:
        return StepProgress(step, TaskState.OPEN, missing, _("Ikke startet"))
    words = _words(figures, step, missing)
    if not missing:
        return StepProgress(step, TaskState.DONE, 0, words or _("Ferdig"))
    words = words or _("{count} mangler").format(count=missing)
    return StepProgress(step, TaskState.IN_PROGRESS, missing, words, _urgency(figures, step))


def _urgency(figures: "Figures", step: StepKey) -> str:
    """Return the word for a step that stops the connection or must hurry, by the same reasons as everywhere."""
    worst = next((reason.state for reason in figures.current.reasons if reason.step is step), None)
    return {ReadyState.BLOCKED: _("stopper"), ReadyState.AT_RISK: _("pass på")}.get(worst or ReadyState.READY, "")


def _untouched(area: str, plan: Plan) -> object:
    """Return an area as it is in a new plan: the choices that a new plan is born with don't count as begun."""
    empty = getattr(EMPTY, area)
    if area == "costs":
        return type(empty)(catalogue=plan.costs.catalogue)
    if area == "decision":
        return type(empty)(kind=plan.decision.kind)
    return empty


def _words(figures: "Figures", step: StepKey, missing: int) -> str:
    if step is StepKey.AGREEMENTS:
        needed = [cell for cell in figures.agreements if cell.required]
        signed = sum(cell.state is AgreementState.SIGNED for cell in needed)
        if needed and signed < len(needed):
            return _("{signed} av {all} signert").format(signed=signed, all=len(needed))
    if step is StepKey.CONNECTION and figures.schedule.day is not None:
        day = day_words(figures.schedule.day)
        return _("{day}, {count} mangler").format(day=day, count=missing) if missing else day
    return ""


def _workshop(figures: "Figures") -> StepProgress:
    """Return how many meetings have been held, or how much of what they decided is still to be done."""
    held = sum(meeting.ended_at is not None for meeting in figures.plan.workshop.meetings)
    waiting = len(open_actions(figures.plan, figures.today))
    if going_on(figures.plan) is not None:
        return StepProgress(StepKey.WORKSHOP, TaskState.IN_PROGRESS, 0, _("Møte pågår"))
    if held or waiting:
        words = ngettext("{count} møte holdt", "{count} møter holdt", held).format(count=held)
        if not waiting:
            return StepProgress(StepKey.WORKSHOP, TaskState.DONE, 0, words)
        left = ngettext("{count} åpen beslutning", "{count} åpne beslutninger", waiting).format(count=waiting)
        return StepProgress(StepKey.WORKSHOP, TaskState.IN_PROGRESS, 0, left)
    begun = bool(figures.plan.workshop.agenda)
    return StepProgress(StepKey.WORKSHOP, TaskState.OPEN, 0, _("Klar til møte") if begun else "")


def _checklist(figures: "Figures", missing: int) -> StepProgress:
    rows = [row for row in figures.checklist if row.state is not TaskState.NOT_RELEVANT]
    done = sum(row.state is TaskState.DONE for row in rows)
    words = _("{done} av {all}").format(done=done, all=len(rows))
    signed = is_signed(figures.signoffs, figures.checklist, SignOffPhase.FINAL)
    if rows and done == len(rows) and signed:
        return StepProgress(StepKey.CHECKLIST, TaskState.DONE, missing, _("Signert"))
    begun = done or figures.plan.signoffs.records
    return StepProgress(StepKey.CHECKLIST, TaskState.IN_PROGRESS if begun else TaskState.OPEN, missing, words)
