"""How it stands with everything that must be done before a phase: one reason each, with evidence, owner and a place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.address import Address
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import near_day, number
from digisos_wizard.model.judged import Judged
from digisos_wizard.model.rules.checklist.result import ChecklistRow
from digisos_wizard.model.rules.checklist.rows import phase_of
from digisos_wizard.model.rules.connection.reach import is_after
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.rules.connection.schedule import MEASURES_COLUMN, titled
from digisos_wizard.model.rules.days import assumption
from digisos_wizard.model.steps import BY_KEY
from digisos_wizard.model.terms import SignOffPhase, TaskState


class ReadyState(StrEnum):
    """The answers to "can we?"; the last is the worst."""

    READY = "ready"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    BLOCKED = "blocked"


ORDER = {state: position for position, state in enumerate(ReadyState)}
RISKY_RULES = (
    "activity-late",
    "activity-no-time",
    "activity-unproven",
    "answer-unexplained",
    "day-missing",
    "day-too-soon",
    "signing-unclear",
)
"""Findings that are no errors and yet put the day at risk."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that isn't done: how it stands, what the plan shows of it, who does it, by when, and where to mend it.

    `slack` is in working days, None where nothing is due; `rule` tells one kind of reason from another.
    """

    state: ReadyState
    text: str
    evidence: str
    owner: str
    deadline: date | None
    slack: int | None
    critical: bool
    step: StepKey
    address: Address
    rule: str


def reasons(judged: Judged, phase: SignOffPhase) -> tuple[Reason, ...]:
    """Return what isn't done for a phase, the worst first, then what lies on the critical path and has least slack."""
    found: dict[Address, Reason] = {}
    for reason in (*_of_findings(judged), *_of_checklist(judged, phase), *_of_activities(judged, phase)):
        here = found.get(reason.address)
        if here is None or ORDER[reason.state] > ORDER[here.state]:
            found[reason.address] = reason
    return tuple(sorted(found.values(), key=urgency))


def urgency(reason: Reason) -> tuple[int, bool, int, date]:
    """Return the key by which what is most urgent comes first."""
    slack = reason.slack if reason.slack is not None else 10_000
    return -ORDER[reason.state], not reason.critical, slack, reason.deadline or date.max


def _of_findings(judged: Judged) -> Iterator[Reason]:
    """Yield blockers, errors, and what puts the day at risk."""
    for found in judged.findings:
        if found.severity >= Severity.ERROR:
            yield of_finding(judged, found, ReadyState.BLOCKED)
        elif found.rule in RISKY_RULES:
            yield of_finding(judged, found, ReadyState.AT_RISK)


def of_finding(judged: Judged, found: Finding, state: ReadyState) -> Reason:
    """Return a finding as a reason, with the activity that it holds back."""
    activity = judged.activity_at(found.address)
    return Reason(
        state=state,
        text=found.message,
        evidence="",
        owner=_owner(judged, activity, found.step),
        deadline=activity.due if activity is not None else _agreement_due(judged, found.address),
        slack=_slack(activity),
        critical=_critical(activity),
        step=found.step,
        address=found.address,
        rule=found.rule,
    )


def _of_checklist(judged: Judged, phase: SignOffPhase) -> Iterator[Reason]:
    for row in judged.checklist:
        if row.state in (TaskState.DONE, TaskState.NOT_RELEVANT):
            continue
        if phase is SignOffPhase.CONNECT and phase_of(judged.plan, row) is not phase:
            continue
        yield of_row(judged, row)


def of_row(judged: Judged, row: ChecklistRow) -> Reason:
    """Return how it stands with an item of the checklist; owner and deadline are its activity's where it has none."""
    shown = row.evidence
    activity = _proving(judged, row)
    step, address = (shown.step, shown.address) if shown is not None else (StepKey.CHECKLIST, _answer_at(row))
    deadline = row.answer.deadline or (activity.due if activity is not None else None)
    where = f" ({municipality_name(judged.plan, row.municipality)})" if row.municipality else ""
    owner = person_name(judged.plan, row.answer.responsible) or _owner(judged, activity, step)
    return Reason(
        state=_state(judged, activity, deadline),
        text=f"{row.text}{where}",
        evidence=shown.text if shown is not None else "",
        owner=owner,
        deadline=deadline,
        slack=_slack(activity),
        critical=_critical(activity),
        step=step,
        address=address,
        rule=f"item-{row.item.id}" if row.item is not None else row.row_id,
    )


def _answer_at(row: ChecklistRow) -> Address:
    return ("checklist", "own" if row.item is None else "answers", row.row_id, "state")


def _of_activities(judged: Judged, phase: SignOffPhase) -> Iterator[Reason]:
    """Yield activities that no item of the checklist asks for."""
    asked = {row.item.evidence for row in judged.checklist if row.item is not None}
    for item in judged.schedule.activities:
        spec = item.spec
        if item.finished or (spec is not None and spec.evidence in asked):
            continue
        if judged.schedule.connected and not is_after(item) and spec is not None:
            continue  # for a connection that has been made, whatever became of it
        if phase is SignOffPhase.CONNECT and (_after_the_day(judged, item) or (spec and spec.id == "connect")):
            continue
        yield Reason(
            state=_state(judged, item, item.due),
            text=titled(judged.plan, item),
            evidence=_timing(item, judged.today),
            owner=_owner(judged, item, StepKey.CONNECTION),
            deadline=item.due,
            slack=_slack(item),
            critical=_critical(item),
            step=StepKey.PRIVACY if item.column == MEASURES_COLUMN else StepKey.CONNECTION,
            address=(*item.address, "state"),
            rule=f"activity-{spec.id}" if spec is not None else item.row_id,
        )


def may_wait_for(judged: Judged, row_id: str) -> list[tuple[str, str]]:
    """Return row id and title of the activities that an own activity can wait for: all but itself."""
    items = (item for item in judged.schedule.activities if item.column != MEASURES_COLUMN)
    return [(item.row_id, titled(judged.plan, item)) for item in items if item.row_id != row_id]


def _state(judged: Judged, activity: PlannedActivity | None, deadline: date | None) -> ReadyState:
    """Return whether time has run out, is short, or suffices for something that isn't done."""
    slack = _slack(activity)
    later = activity is not None and (is_after(activity) or activity.spec is None)
    if slack is not None and slack < 0 and not later and not judged.schedule.connected:
        return ReadyState.BLOCKED
    timing = activity.timing if activity is not None else None
    soonest = timing.soonest_finish if timing is not None else judged.today
    if deadline is not None and deadline < max(soonest, judged.today):
        return ReadyState.AT_RISK
    tight = assumption(judged.plan, judged.content, "tight-days")
    if slack is not None and slack < tight and not later and not judged.schedule.connected:
        return ReadyState.AT_RISK
    return ReadyState.ON_TRACK


def _after_the_day(judged: Judged, item: PlannedActivity) -> bool:
    """Tell whether an activity is no matter of connecting: it comes after the day, or has no date of its own."""
    if item.spec is not None:
        return is_after(item)
    day = judged.schedule.day
    return day is None or item.deadline is None or item.deadline > day


def _timing(item: PlannedActivity, today: date) -> str:
    timing = item.timing
    if timing is None or timing.latest_finish is None or timing.slack is None:
        return ""
    if timing.slack < 0:
        return _("Skulle vært ferdig {day}.").format(day=near_day(timing.latest_finish, today))
    words = ngettext("{days} arbeidsdag å gå på.", "{days} arbeidsdager å gå på.", timing.slack)
    return words.format(days=number(timing.slack))


def _slack(activity: PlannedActivity | None) -> int | None:
    return activity.timing.slack if activity is not None and activity.timing is not None else None


def _critical(activity: PlannedActivity | None) -> bool:
    return activity is not None and activity.timing is not None and activity.timing.critical


def _proving(judged: Judged, row: ChecklistRow) -> PlannedActivity | None:
    """Return the activity that shares its evidence with an item of the checklist."""
    if row.item is None:
        return None
    return next(
        (
            item
            for item in judged.schedule.activities
            if item.spec is not None
            and item.spec.evidence == row.item.evidence
            and (not row.municipality or item.municipality in ("", row.municipality))
            and not item.finished
        ),
        None,
    )


def _agreement_due(judged: Judged, address: Address) -> date | None:
    return next((cell.due for cell in judged.agreements if cell.row_id in address), None)


def _owner(judged: Judged, activity: PlannedActivity | None, step: StepKey) -> str:
    """Return who does it: the activity's owner, the holder of its role, else of the role that the step's work is of."""
    if activity is not None and activity.owner:
        return person_name(judged.plan, activity.owner)
    role_id = activity.spec.role if activity is not None and activity.spec is not None else ""
    role_id = role_id if step is StepKey.CONNECTION and role_id else BY_KEY[step].role
    held = next((held.person for held in judged.plan.people.roles if held.id == role_id), None)
    if held:
        return person_name(judged.plan, held)
    return next((role.title for role in judged.content.roles if role.id == role_id), "")
