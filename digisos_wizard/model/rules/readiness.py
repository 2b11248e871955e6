"""Whether a phase is reached, what stands in the way, and the next best thing to do."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.display import person_name
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.rules.signed_content import open_lines
from digisos_wizard.model.terms import SignOffPhase

if TYPE_CHECKING:
    from digisos_wizard.model.figures import Figures

URGENT_STEPS = (StepKey.DECISION, StepKey.AGREEMENTS, StepKey.CONNECTION, StepKey.PRIVACY, StepKey.COSTS)
"""Steps whose gaps hold others up come first among equals."""


class ReadyState(StrEnum):
    """The three answers to "can we?"."""

    READY = "ready"
    AT_RISK = "at_risk"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do: the finding it mends, who should, and by when."""

    finding: Finding
    owner: str
    deadline: date | None


@dataclass(frozen=True, slots=True)
class Readiness:
    """The answer in one sentence, and what to do, most urgent first."""

    state: ReadyState
    headline: str
    actions: tuple[Action, ...]


def ready(figures: "Figures", phase: SignOffPhase) -> Readiness:
    """Return how it stands with a phase."""
    opened = open_lines(figures, phase)
    serious = [found for found in figures.findings if found.severity >= Severity.ERROR]
    actions = _actions(figures)
    if serious:
        text = ngettext("Nei. {count} ting stopper dere.", "Nei. {count} ting stopper dere.", len(serious)).format(
            count=len(serious)
        )
        return Readiness(ReadyState.BLOCKED, text, actions)
    if opened:
        text = _("Ikke ennå. {count} punkter på sjekklisten er åpne.").format(count=len(opened))
        return Readiness(ReadyState.AT_RISK, text, actions)
    return Readiness(ReadyState.READY, _("Ja. Alle punkter på sjekklisten er ferdige eller ikke aktuelle."), actions)


def _actions(figures: "Figures") -> tuple[Action, ...]:
    """Return findings that ask for something: the worst first, then by deadline, then by step; one for each rule."""
    candidates = [
        Action(finding, _owner(figures, finding), _deadline(figures, finding))
        for finding in figures.findings
        if finding.severity >= Severity.MISSING or finding.rule == "activity-late"
    ]

    def urgency(action: Action) -> tuple[int, date, int]:
        step = action.finding.step
        place = URGENT_STEPS.index(step) if step in URGENT_STEPS else len(URGENT_STEPS)
        return -action.finding.severity, action.deadline or date.max, place

    candidates.sort(key=urgency)
    first_of_rule: dict[str, Action] = {}
    for action in candidates:
        first_of_rule.setdefault(action.finding.rule, action)
    return tuple(first_of_rule.values())


def _deadline(figures: "Figures", finding: Finding) -> date | None:
    """Return when what a finding asks for is due: an agreement's or an activity's own deadline, else its activity's."""
    for cell in figures.agreements:
        if cell.row_id in finding.address:
            return cell.due
    for item in figures.schedule.activities:
        if finding.address[: len(item.address)] == item.address:
            return item.deadline
    return None


ROLE_OF_STEP = {
    StepKey.DECISION: "management",
    StepKey.COSTS: "purchasing",
    StepKey.ROLES: "management",
    StepKey.AGREEMENTS: "legal",
    StepKey.PRIVACY: "legal",
    StepKey.MAPPING: "social-work",
    StepKey.BENEFITS: "management",
    StepKey.CONNECTION: "it",
    StepKey.CHECKLIST: "management",
}
"""Who usually does a step's work, among the handbook's roles (own)."""


def _owner(figures: "Figures", finding: Finding) -> str:
    role_id = ROLE_OF_STEP.get(finding.step, "")
    role = next((role for role in figures.content.roles if role.id == role_id), None)
    held = next((held.person for held in figures.plan.people.roles if held.id == role_id), None)
    if held:
        return person_name(figures.plan, held)
    return role.title if role is not None else ""
