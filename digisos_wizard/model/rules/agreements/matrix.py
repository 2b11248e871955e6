"""Which agreements must be signed by whom: the situation is found here, the rule for it stands in the content."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from digisos_wizard.i18n import _
from digisos_wizard.model.agreements import AgreementStatus
from digisos_wizard.model.base import instance_id
from digisos_wizard.model.content import AgreementRule, AgreementSpec, Content
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.connection.workdays import working_day_before
from digisos_wizard.model.rules.cooperation.consequences import SHARED_SYSTEMS, asked
from digisos_wizard.model.rules.cooperation.result import ControllerModel, CooperationResult, RequiredAgreement
from digisos_wizard.model.rules.costs.payers import merging
from digisos_wizard.model.rules.days import connection_date
from digisos_wizard.model.terms import (
    AgreementCase,
    AgreementNeed,
    AgreementParty,
    AgreementState,
    CaseSystemModel,
    CooperationForm,
    PlanKind,
)

KINDS = {PlanKind.NEW_VENDOR: AgreementCase.NEW_VENDOR, PlanKind.FOLLOW_UP: AgreementCase.FOLLOW_UP}
"""Kinds of plan in which agreements have been made before."""


class _Case(NamedTuple):
    """The situation of a municipality, and who signs in its place where it doesn't."""

    case: AgreementCase
    host: str


def matrix(plan: Plan, content: Content, cooperation: CooperationResult, today: date) -> tuple[RequiredAgreement, ...]:
    """Return a cell for every agreement and municipality, agreements in the content's order."""
    statuses = {status.id: status for status in plan.agreements.statuses}
    become = [place.id for place in merging(plan)][1:]
    offsets = _offsets(content)
    open_words = asked(cooperation.question) if cooperation.question is not None else ""
    cells = []
    for spec in content.agreements:
        for place in plan.decision.municipalities:
            row_id = instance_id(spec.id, place.id)
            state = statuses.get(row_id, AgreementStatus(id=row_id)).state
            found = _case(plan, spec, place.id, cooperation)
            rule = _rule(spec, found.case, plan.decision.kind)
            why = rule.why.format(host=municipality_name(plan, found.host), open=open_words)
            required = rule.need is AgreementNeed.REQUIRED and state is not AgreementState.NOT_RELEVANT
            if place.id in become:
                required = False
                why = _("Kommunene er slått sammen før de kobler på. Den nye kommunen signerer én gang.")
            day = connection_date(plan, place.id) if required else None
            due = working_day_before(day + timedelta(days=offsets.get(spec.id, 0))) if day is not None else None
            overdue = due is not None and due < today and state is not AgreementState.SIGNED
            cell = RequiredAgreement(
                row_id, spec, place.id, required, why, rule.sources, state, due, overdue, rule.need, rule.id
            )
            cells.append(cell)
    return tuple(cells)


def _offsets(content: Content) -> Mapping[str, int]:
    """Return the deadlines in days from the connection day: those of the activities that the agreements prove."""
    found: dict[str, int] = {}
    for item in content.activities:
        kind, _colon, agreement = item.evidence.partition(":")
        if kind == "agreement" and item.latest is not None:
            found[agreement] = min(found.get(agreement, item.latest), item.latest)
    return found


def _rule(spec: AgreementSpec, case: AgreementCase, kind: PlanKind) -> AgreementRule:
    """Return the first rule for the plan's kind, else for the situation; content without one demands the agreement."""
    cases = [found for found in (KINDS.get(kind), case) if found is not None]
    for one in cases:
        if (rule := next((rule for rule in spec.rules if one in rule.cases), None)) is not None:
            return rule
    always = next((rule for rule in spec.rules if not rule.cases), None)
    need = AgreementNeed.REQUIRED
    return always or AgreementRule(id="always", sources=spec.sources, cases=(), need=need, why=spec.rule)


def _case(plan: Plan, spec: AgreementSpec, place: str, cooperation: CooperationResult) -> _Case:
    if spec.party is AgreementParty.VENDOR:
        return _of_system(plan, place)
    host = plan.cooperation.host or ""
    match cooperation.controllers:
        case ControllerModel.SINGLE:
            case = AgreementCase.SINGLE
        case ControllerModel.UNDECIDED:
            case = AgreementCase.UNDECIDED
        case ControllerModel.HOST:
            case = AgreementCase.HOST if place == host else AgreementCase.PARTNER
        case _:
            case = _each(plan)
    return _Case(case, host)


def _each(plan: Plan) -> AgreementCase:
    """Return why every municipality is controller."""
    if plan.cooperation.form is CooperationForm.NONE:
        return AgreementCase.ALONE
    if plan.cooperation.form is not CooperationForm.HOST:
        return AgreementCase.OTHER_FORM
    return AgreementCase.NOT_STATED if plan.cooperation.controller_transferred else AgreementCase.NOT_TRANSFERRED


def _of_system(plan: Plan, place: str) -> _Case:
    """Return whose case system it is: whoever has an own answer has an own one, a shared one is the host's or first."""
    places = [one.id for one in plan.decision.municipalities]
    systems = plan.cooperation.case_systems
    if len(places) == 1:
        return _Case(AgreementCase.SINGLE, place)
    apart = plan.cooperation.form is CooperationForm.NONE or systems is CaseSystemModel.SEPARATE
    if apart or plan.vendor.has_own(place):
        return _Case(AgreementCase.SEPARATE, place)
    if systems not in SHARED_SYSTEMS:
        return _Case(AgreementCase.UNDECIDED, place)
    sharing = [one for one in places if not plan.vendor.has_own(one)]
    signer = plan.cooperation.host if plan.cooperation.host in sharing else sharing[0]
    return _Case(AgreementCase.SHARED if place == signer else AgreementCase.SHARED_PARTNER, signer)
