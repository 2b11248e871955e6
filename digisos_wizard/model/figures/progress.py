"""How far every step has come, in words: the one answer for rail, overview and command line."""

from digisos_wizard.i18n import _
from digisos_wizard.model.address import resolve
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures.readiness import Readiness
from digisos_wizard.model.figures.standing import ReadyState
from digisos_wizard.model.findings import Severity, StepKey, StepProgress
from digisos_wizard.model.judged import Judged
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.steps import WALKED, Step
from digisos_wizard.model.terms import TaskState

EMPTY = Plan()


def all_steps(judged: Judged, current: Readiness) -> tuple[StepProgress, ...]:
    """Return the progress of all steps, in order."""
    return tuple(_step(judged, step, current) for step in WALKED)


def _step(judged: Judged, step: Step, current: Readiness) -> StepProgress:
    missing = len(judged.findings_at(step.key, least=Severity.MISSING))
    if step.progress is not None:
        return step.progress(judged, missing)
    if not step.areas:
        return StepProgress(step.key, TaskState.OPEN, 0, "")
    if not _begun(judged.plan, step):
        return StepProgress(step.key, TaskState.OPEN, missing, _("Ikke startet"))
    words = step.words(judged, missing) if step.words is not None else ""
    if not missing:
        return StepProgress(step.key, TaskState.DONE, 0, words or _("Ferdig"))
    words = words or _("{count} mangler").format(count=missing)
    return StepProgress(step.key, TaskState.IN_PROGRESS, missing, words, _urgency(current, step.key))


def _begun(plan: Plan, step: Step) -> bool:
    """Tell whether anything is answered; the choices that a new plan is born with don't count."""
    new = apply(EMPTY, *(Set(address, resolve(plan, address)) for address in step.given))
    return any(getattr(plan, area) != getattr(new, area) for area in step.areas)


def _urgency(current: Readiness, step: StepKey) -> str:
    """Return the word for a step that stops the connection or must hurry, by the same reasons as everywhere."""
    worst = next((reason.state for reason in current.reasons if reason.step is step), None)
    return {ReadyState.BLOCKED: _("stopper"), ReadyState.AT_RISK: _("pass på")}.get(worst or ReadyState.READY, "")
