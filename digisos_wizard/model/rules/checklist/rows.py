"""The checklist: what the plan itself shows about every item, and what the office says (H22, H19)."""

from collections.abc import Collection
from datetime import date

from digisos_wizard.model.base import SHARED, instance_id
from digisos_wizard.model.content import ChecklistItem, Content
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.checklist import evidence
from digisos_wizard.model.rules.checklist.proof import Basis
from digisos_wizard.model.rules.checklist.result import ChecklistRow, Moment
from digisos_wizard.model.rules.cooperation.result import RequiredAgreement
from digisos_wizard.model.signoff import ChecklistAnswer, OwnChecklistItem
from digisos_wizard.model.terms import SignOffPhase, TaskState


def rows(plan: Plan, content: Content, agreements: tuple[RequiredAgreement, ...]) -> tuple[ChecklistRow, ...]:
    """Return the checklist's lines in order, one per municipality where each has its own, then own items."""
    every = tuple(place.id for place in plan.decision.municipalities)
    days = _days(plan)
    answers = {answer.id: answer for answer in plan.checklist.answers}
    lines: list[ChecklistRow] = []
    for item in content.checklist(plan.checklist.catalogue).items:
        each = every if item.per_municipality and len(every) > 1 else (SHARED,)
        for place in each:
            basis = Basis(plan, content, agreements, (place,) if place else every)
            row_id = instance_id(item.id, place)
            lines.append(_row(basis, item, place, answers.get(row_id, ChecklistAnswer(id=row_id)), days))
    return (*lines, *(_own_row(item, days) for item in plan.checklist.own))


def _row(
    basis: Basis, item: ChecklistItem, place: str, answer: ChecklistAnswer, days: Collection[date]
) -> ChecklistRow:
    shown = evidence.find(basis, item.evidence)
    state = answer.state
    if state is None:
        state = TaskState.NOT_RELEVANT if item.superseded else shown.state
    contradicts = not answer.reason.strip() and (
        (answer.state is TaskState.DONE and shown.state not in (TaskState.DONE, TaskState.NOT_RELEVANT))
        or (
            answer.state is TaskState.NOT_RELEVANT and shown.state is not TaskState.NOT_RELEVANT and not item.superseded
        )
    )
    moment = _moment(item.phase, answer.deadline, days)
    row_id = instance_id(item.id, place)
    return ChecklistRow(row_id, item, item.section, item.text, place, shown, answer, state, contradicts, moment)


def _own_row(item: OwnChecklistItem, days: Collection[date]) -> ChecklistRow:
    answer = ChecklistAnswer(
        id=item.id,
        state=item.state,
        reason=item.reason,
        comment=item.comment,
        responsible=item.responsible,
        deadline=item.deadline,
    )
    unexplained = item.state is TaskState.NOT_RELEVANT and not item.reason.strip()
    moment = _moment(item.phase, item.deadline, days)
    return ChecklistRow(item.id, None, item.section, item.text, SHARED, None, answer, item.state, unexplained, moment)


def _days(plan: Plan) -> frozenset[date]:
    """Return the connection days: those that were, else those that are wished for."""
    places = [place.id for place in plan.decision.municipalities] or [SHARED]
    answers = [plan.connection.day.of(place) for place in places]
    return frozenset(day for answer in answers if (day := answer.connected_on or answer.wished) is not None)


def _moment(phase: SignOffPhase, deadline: date | None, days: Collection[date]) -> Moment:
    """Return when an item is due; what doesn't come before is for the day itself where that is its deadline."""
    if phase is SignOffPhase.CONNECT:
        return Moment.BEFORE
    return Moment.ON if deadline in days else Moment.AFTER


def phase_of(plan: Plan, row: ChecklistRow) -> SignOffPhase:
    """Return by when a line must be done: before the day, or when all is."""
    if row.item is not None:
        return row.item.phase
    return next((own.phase for own in plan.checklist.own if own.id == row.row_id), SignOffPhase.CONNECT)
