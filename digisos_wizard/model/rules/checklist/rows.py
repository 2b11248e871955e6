"""The checklist: what the plan itself shows about every item, and what the office says (H22, H19)."""

from collections.abc import Collection
from datetime import date

from digisos_wizard.model.base import SHARED, instance_id
from digisos_wizard.model.content import ChecklistItem, Content
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.checklist.result import ChecklistRow, Moment
from digisos_wizard.model.rules.connection.result import PlannedActivity, Schedule
from digisos_wizard.model.rules.cooperation.result import RequiredAgreement
from digisos_wizard.model.rules.proof import evidence
from digisos_wizard.model.rules.proof.basis import Basis
from digisos_wizard.model.rules.proof.hands import Hands, Known, about
from digisos_wizard.model.rules.proof.owed import NEVER, NOBODY, Due, Origin, Owner, named, set_on
from digisos_wizard.model.rules.proof.standing import Source, Standing, standing
from digisos_wizard.model.signoff import ChecklistAnswer, OwnChecklistItem
from digisos_wizard.model.terms import SignOffPhase, TaskState


def rows(
    plan: Plan, content: Content, agreements: tuple[RequiredAgreement, ...], known: Known, schedule: Schedule
) -> tuple[ChecklistRow, ...]:
    """Return the checklist's lines in order, one per municipality where each has its own, then own items."""
    every = tuple(place.id for place in plan.decision.municipalities)
    days = _days(plan)
    answers = {answer.id: answer for answer in plan.checklist.answers}
    work = _Work(schedule)
    lines: list[ChecklistRow] = []
    for item in content.checklist(plan.checklist.catalogue).items:
        each = every if item.per_municipality and len(every) > 1 else (SHARED,)
        for place in each:
            basis = Basis(plan, content, agreements, (place,) if place else every, known)
            row_id = instance_id(item.id, place)
            answer = answers.get(row_id, ChecklistAnswer(id=row_id))
            lines.append(_row(basis, item, answer, about(known, item.evidence, place), work, place, days))
    return (*lines, *(_own_row(item, days) for item in plan.checklist.own))


class _Work:
    """The activities by what proves them and by what they are the whole of."""

    def __init__(self, schedule: Schedule) -> None:
        self.same: dict[tuple[str, str], list[PlannedActivity]] = {}
        self.whole: dict[str, PlannedActivity] = {}
        for item in schedule.activities:
            if item.spec is None:
                continue
            if item.spec.evidence:
                self.same.setdefault((item.spec.evidence, item.municipality), []).append(item)
                if item.municipality:
                    self.same.setdefault((item.spec.evidence, "*"), []).append(item)
            for part in item.spec.covers:
                self.whole.setdefault(part, item)

    def of(self, proof: str, place: str) -> PlannedActivity | None:
        """Return the activity that is the same thing; for all municipalities the one that is due last."""
        found = self.same.get((proof, place)) or self.same.get((proof, SHARED)) or self.same.get((proof, "*"), [])
        return max(found, key=lambda item: (not item.finished, item.due or date.min), default=None)


def _row(
    basis: Basis,
    item: ChecklistItem,
    answer: ChecklistAnswer,
    said: Hands,
    work: _Work,
    place: str,
    days: Collection[date],
) -> ChecklistRow:
    shown = evidence.find(basis, item.evidence)
    found = standing(said, shown, superseded=item.superseded)
    activity, whole = work.of(item.evidence, place), work.whole.get(item.evidence)
    due = _due(said, activity, whole)
    return ChecklistRow(
        answer.id,
        item,
        item.section,
        item.text,
        place,
        shown,
        answer,
        found.state,
        found.unexplained,
        _moment(item.phase, due.day if due.origin is Origin.SET else None, days),
        found,
        said,
        _owner(said, activity, whole),
        due,
        item.phase,
    )


def _owner(said: Hands, activity: PlannedActivity | None, whole: PlannedActivity | None) -> Owner:
    """Return who does it: whoever is named for it, the owner of the same activity, or of the one it is a part of."""
    first = next(iter(said.owners), None)
    if first is not None:
        return Owner(first.value, activity.owed_by.role if activity is not None else "", Origin.SET, first.at)
    if activity is not None:
        return activity.owed_by
    if whole is None:
        return NOBODY
    owner = whole.owed_by
    return Owner(owner.person, owner.role, Origin.WHOLE, owner.at, whole.row_id)


def _due(said: Hands, activity: PlannedActivity | None, whole: PlannedActivity | None) -> Due:
    first = next(iter(said.deadlines), None)
    if activity is not None and (first is None or first in activity.said.deadlines):
        return activity.owed_to
    if first is not None:
        return Due(first.value, Origin.SET, first.at)
    return Due(whole.owed_to.day, Origin.WHOLE, whole.owed_to.at, whole.row_id) if whole is not None else NEVER


def _own_row(item: OwnChecklistItem, days: Collection[date]) -> ChecklistRow:
    answer = ChecklistAnswer(
        id=item.id,
        state=item.state,
        reason=item.reason,
        comment=item.comment,
        responsible=item.responsible,
        deadline=item.deadline,
    )
    at = ("checklist", "own", item.id)
    unexplained = item.state is TaskState.NOT_RELEVANT and not item.reason.strip()
    found = Standing(
        item.state,
        Source.HAND,
        unexplained=unexplained,
        against=item.state is TaskState.NOT_RELEVANT,
        reason=item.reason.strip(),
        at=(*at, "state"),
    )
    return ChecklistRow(
        item.id,
        None,
        item.section,
        item.text,
        SHARED,
        None,
        answer,
        item.state,
        unexplained,
        _moment(item.phase, item.deadline, days),
        found,
        owner=named(item.responsible, (*at, "responsible")),
        due=set_on(item.deadline, (*at, "deadline")),
        phase=item.phase,
    )


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
