"""How it stands with everything that must be done before a phase: one reason each, with evidence, owner and a place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.address import Address
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import near_day, number
from digisos_wizard.model.judged import Judged
from digisos_wizard.model.rules.commitments.result import Commitment, Kind
from digisos_wizard.model.rules.commitments.words import owner_words
from digisos_wizard.model.rules.connection.reach import is_after
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.rules.days import assumption
from digisos_wizard.model.rules.people.holders import holder
from digisos_wizard.model.rules.proof.owed import Owner
from digisos_wizard.model.steps import BY_KEY
from digisos_wizard.model.terms import SignOffPhase


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
    "answer-unexplained",
    "hands-differ",
    "deadline-after-day",
    "told-too-late",
    "day-missing",
    "day-too-soon",
    "signing-unclear",
)
"""Findings that are no errors and yet put the day at risk."""
COUNTED = (Kind.ACTIVITY, Kind.OWN_ACTIVITY, Kind.RISK_MEASURE, Kind.CHECKLIST, Kind.OWN_ITEM, Kind.AGREEMENT)
"""What the answer to "can we?" rests on; the others have their own deadlines."""
CONNECT = "connect"
"""The activity that is the connection itself."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that isn't done: how it stands, what the plan shows of it, who does it, by when, and where to mend it.

    `slack` is in working days, None where nothing is due; `rule` tells one kind of reason from another; `todo` says in
    the imperative what it holds back, empty where nothing stands for it.
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
    todo: str = ""


def reasons(judged: Judged, phase: SignOffPhase) -> tuple[Reason, ...]:
    """Return what isn't done for a phase, the worst first, then what lies on the critical path and has least slack."""
    found: dict[Address, Reason] = {}
    for reason in (*_of_findings(judged), *_of_commitments(judged, phase)):
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
    """Return a finding as a reason, with the commitment that it holds back."""
    one = judged.commitment_at(found.address)
    activity = one.activity if one is not None else None
    return Reason(
        state=state,
        text=found.message,
        evidence="",
        owner=_owner(judged, one, found.step),
        deadline=one.due.day if one is not None else None,
        slack=_slack(activity),
        critical=_critical(activity),
        step=found.step,
        address=found.address,
        rule=found.rule,
        todo=one.title if one is not None and not one.finished else "",
    )


def _of_commitments(judged: Judged, phase: SignOffPhase) -> Iterator[Reason]:
    """Yield what is left of the connection plan and the checklist."""
    for one in judged.register.tops():
        if one.finished or one.kind not in COUNTED:
            continue
        if phase is SignOffPhase.CONNECT and (one.phase is not phase or one.key.partition("@")[0] == CONNECT):
            continue
        activity = one.activity
        made = activity is not None and judged.schedule.connected and activity.spec is not None
        if made and one.item is None and activity is not None and not is_after(activity):
            continue  # for a connection that has been made, whatever became of it
        yield of_commitment(judged, one)


def of_commitment(judged: Judged, one: Commitment) -> Reason:
    """Return how it stands with something that isn't done."""
    proof = one.standing.proof
    spec = one.activity.spec if one.activity is not None else None
    rule = one.key
    if one.item is not None and one.item.item is not None:
        rule = f"item-{one.item.item.id}"
    elif spec is not None:
        rule = f"activity-{spec.id}"
    return Reason(
        state=_state(judged, one.activity, one.due.day),
        text=one.title,
        evidence=proof.text if proof is not None else _timing(one.activity, judged.today),
        owner=_owner(judged, one, one.step),
        deadline=one.due.day,
        slack=_slack(one.activity),
        critical=_critical(one.activity),
        step=one.step,
        address=one.place,
        rule=rule,
        todo=one.title,
    )


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


def _timing(item: PlannedActivity | None, today: date) -> str:
    timing = item.timing if item is not None else None
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


def _owner(judged: Judged, one: Commitment | None, step: StepKey) -> str:
    """Return who does it; what no commitment stands for falls to the role that the step's work is of."""
    known = owner_words(judged.plan, judged.content, one.owner) if one is not None else ""
    if known:
        return known
    role = BY_KEY[step].role
    return owner_words(judged.plan, judged.content, Owner(holder(judged.plan, role).person, role))
