"""How a line of the checklist was judged before canonical form 3: what older sign-offs are held against."""

from digisos_wizard.model.base import instance_id
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.checklist.result import ChecklistRow
from digisos_wizard.model.terms import AgreementState, CooperationForm, TaskState

DIRECTORATE = ("cooperation", "processing")
ROLES = ("it", "archive", "legal", "purchasing", "management", "social-work", "coordinator")
"""The roles that somebody had to hold; the county's coordinator is recommended now."""


def judged_then(plan: Plan, row: ChecklistRow) -> tuple[TaskState, str]:
    """Return state and token of a line: its own answer, else its own proof, agreements by the rules of then."""
    if row.item is None or row.evidence is None:
        return row.state, ""
    state, token = row.evidence.state, row.evidence.token
    kind, _colon, agreement = row.item.evidence.partition(":")
    if kind == "agreement":
        state, token = _agreement(plan, agreement, row)
    elif kind == "resources":
        state, token = _roles(plan)
    if row.answer.state is not None:
        return row.answer.state, token
    return (TaskState.NOT_RELEVANT if row.item.superseded else state), token


def _roles(plan: Plan) -> tuple[TaskState, str]:
    held = {role.id: role for role in plan.people.roles}
    filled = sum(bool(one is not None and (one.person or one.not_relevant)) for one in map(held.get, ROLES))
    if filled == len(ROLES):
        return TaskState.DONE, TaskState.DONE.value
    if filled:
        return TaskState.IN_PROGRESS, f"{TaskState.IN_PROGRESS.value} {filled}/{len(ROLES)}"
    return TaskState.OPEN, TaskState.OPEN.value


def _agreement(plan: Plan, agreement: str, row: ChecklistRow) -> tuple[TaskState, str]:
    statuses = {status.id: status for status in plan.agreements.statuses}
    places = [row.municipality] if row.municipality else [place.id for place in plan.decision.municipalities]
    found = [(place, statuses.get(instance_id(agreement, place))) for place in places]
    needed = [
        status
        for place, status in found
        if _needed(plan, agreement, place) and (status is None or status.state is not AgreementState.NOT_RELEVANT)
    ]
    shown = row.evidence
    if shown is None or (places and not needed):
        same = shown is not None and shown.state is TaskState.NOT_RELEVANT
        return TaskState.NOT_RELEVANT, shown.token if shown is not None and same else TaskState.NOT_RELEVANT.value
    signed = [one for one in needed if one is not None and one.state is AgreementState.SIGNED]
    if signed and len(signed) == len(needed):
        last = max((one.signed_on for one in signed if one.signed_on is not None), default=None)
        return TaskState.DONE, f"done {last.isoformat() if last else ''}".strip()
    if signed or any(one is not None and one.state is AgreementState.SENT for one in needed):
        return TaskState.IN_PROGRESS, f"in_progress {len(signed)}/{len(needed)}"
    return TaskState.OPEN, TaskState.OPEN.value


def _needed(plan: Plan, agreement: str, place: str) -> bool:
    answers = plan.cooperation
    places = [one.id for one in plan.decision.municipalities]
    if agreement == "ks-supplement":
        return False
    if agreement in DIRECTORATE:
        transferred = answers.controller_transferred and answers.transfer_stated
        hosted = len(places) > 1 and answers.form is CooperationForm.HOST and transferred and answers.host in places
        return place == answers.host if hosted else True
    if agreement == "vendor" and len(places) > 1 and not plan.vendor.has_own(place):
        sharing = [one for one in places if not plan.vendor.has_own(one)]
        return place == (answers.host if answers.host in sharing else sharing[0])
    return True
