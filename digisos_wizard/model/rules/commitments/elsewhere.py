"""What is promised outside of connection plan and checklist: benefits, meetings, the vendor, what must be confirmed."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.agreements import Vendor
from digisos_wizard.model.base import SHARED
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.content import Content, MeasuringPointSpec
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.commitments.result import Commitment, Kind
from digisos_wizard.model.rules.connection.measuring_days import measuring_day
from digisos_wizard.model.rules.cooperation.in_use import Used, in_use
from digisos_wizard.model.rules.cooperation.result import CooperationResult, RequiredAgreement, Support
from digisos_wizard.model.rules.people.holders import BENEFIT_OWNER, MANAGEMENT, holder, measures
from digisos_wizard.model.rules.proof.owed import NEVER, Due, Origin, Owner, named, set_on
from digisos_wizard.model.rules.proof.result import Evidence
from digisos_wizard.model.rules.proof.standing import Source, Standing
from digisos_wizard.model.terms import AgreementNeed, AgreementState, PlanKind, SignOffPhase, TaskState


def benefit_measures(plan: Plan) -> Iterator[Commitment]:
    """Yield what must be done for the benefits to come; without a name the benefit's owner does it."""
    for benefit in plan.benefits.items:
        for row in benefit.measures:
            at: Address = ("benefits", "items", benefit.id, "measures", row.id)
            owner = named(row.responsible, (*at, "responsible"))
            if not row.responsible and benefit.owner:
                owner = Owner(benefit.owner, "", Origin.WHOLE, ("benefits", "items", benefit.id, "owner"))
            owed = (owner, set_on(row.deadline, (*at, "deadline")))
            standing = Standing(row.state, Source.HAND, at=(*at, "state"))
            yield _by_hand(_Row(Kind.BENEFIT_MEASURE, f"benefit-measure.{row.id}", row.text, at), owed, standing)


def decisions(plan: Plan) -> Iterator[Commitment]:
    """Yield what meetings have decided."""
    for row in plan.workshop.actions:
        if row.text.strip():
            at: Address = ("workshop", "actions", row.id)
            owed = (named(row.owner, (*at, "owner")), set_on(row.deadline, (*at, "deadline")))
            standing = Standing(row.state, Source.HAND, at=(*at, "state"))
            yield _by_hand(_Row(Kind.MEETING, f"action-{row.id}", row.text, at), owed, standing)


def vendor_duties(plan: Plan) -> Iterator[Commitment]:
    """Yield the pieces of the technical preparation, done by whoever is named in words."""
    for used in in_use(plan, plan.vendor, ("vendor",)):
        for row in used.value.responsibilities:
            at: Address = (*used.at, "responsibilities", row.id)
            owner = Owner(others=row.party.strip(), origin=Origin.SET, at=(*at, "party"))
            state = TaskState.DONE if row.done else TaskState.OPEN
            owed = (owner, set_on(row.deadline, (*at, "deadline")))
            standing = Standing(state, Source.HAND, at=(*at, "done"))
            yield _by_hand(_Row(Kind.VENDOR_DUTY, f"duty.{row.id}", used.said(row.task), at), owed, standing)


class _Row(NamedTuple):
    """A row whose state is set by hand and nowhere else."""

    kind: Kind
    key: str
    title: str
    at: Address


STEPS = {
    Kind.BENEFIT_MEASURE: StepKey.BENEFITS,
    Kind.MEETING: StepKey.WORKSHOP,
    Kind.VENDOR_DUTY: StepKey.AGREEMENTS,
}


def _by_hand(row: _Row, owed: tuple[Owner, Due], standing: Standing) -> Commitment:
    text = " ".join(row.title.split()) or _("Uten tekst")
    step = STEPS[row.kind]
    return Commitment(
        row.key, row.kind, text, SHARED, *owed, standing, step, standing.at, (row.at,), SignOffPhase.FINAL
    )


def measurements(
    plan: Plan, content: Content, day: date | None, same: Mapping[tuple[str, str], str]
) -> Iterator[Commitment]:
    """Yield the measuring points that no activity stands for, and for each the benefits that are to be measured."""
    asked = [one for one in plan.benefits.items if one.indicator.strip()]
    if not asked:
        return
    for spec in content.measuring_points:
        on = measuring_day(plan, spec, day)
        origin = Origin.NONE if on is None else Origin.DAY
        due = Due(on, origin, ("benefits", "measuring_points", spec.id, "planned_on"))
        whole = next((key for (proof, _place), key in same.items() if proof == f"measured:{spec.id}"), None)
        if whole is None:
            whole = f"measuring-{spec.id}"
            yield _point(plan, spec, asked, due)
        for benefit in asked:
            yield _measurement(plan, spec, benefit, due, whole)


def _point(plan: Plan, spec: MeasuringPointSpec, asked: list[Benefit], due: Due) -> Commitment:
    """Return a measuring point as a whole."""
    left = [one for one in asked if _measured(one, spec.id) is None]
    state = TaskState.DONE if not left else TaskState.OPEN if len(left) == len(asked) else TaskState.IN_PROGRESS
    text = _("{done} av {all} er målt.").format(done=len(asked) - len(left), all=len(asked))
    place: Address = ("benefits", "items", (left or asked)[0].id, "measurements")
    held = holder(plan, BENEFIT_OWNER)
    on = max((day for one in asked if (day := _measured(one, spec.id)) is not None), default=None)
    return Commitment(
        key=f"measuring-{spec.id}",
        kind=Kind.MEASUREMENT,
        title=_("Mål gevinstene, {label} etter påkoblingen").format(label=spec.label),
        municipality=SHARED,
        owner=Owner(held.person, BENEFIT_OWNER, Origin.ROLE, held.at),
        due=due,
        standing=Standing(
            state,
            Source.PLAN,
            Evidence(state, text, place, StepKey.BENEFITS),
            done_on=on if not left and on is not date.min else None,
        ),
        step=StepKey.BENEFITS,
        place=place,
        rows=(("benefits", "measuring_points", spec.id),),
        phase=SignOffPhase.FINAL,
    )


def _measurement(plan: Plan, spec: MeasuringPointSpec, benefit: Benefit, due: Due, whole: str) -> Commitment:
    at: Address = ("benefits", "items", benefit.id)
    on = _measured(benefit, spec.id)
    state = TaskState.DONE if on is not None else TaskState.OPEN
    owner = named(benefit.measured_by, (*at, "measured_by"))
    if not benefit.measured_by:
        owner = Owner(measures(plan, benefit).person, BENEFIT_OWNER, Origin.WHOLE, (*at, "measured_by"), whole)
    name = " ".join(f"{benefit.number} {benefit.title}".split())
    proof = Evidence(state, "", (*at, "measurements"), StepKey.BENEFITS)
    return Commitment(
        key=f"measure.{benefit.id}.{spec.id}",
        kind=Kind.MEASUREMENT,
        title=_("Mål {benefit}, {label} etter påkoblingen").format(benefit=name, label=spec.label),
        municipality=SHARED,
        owner=owner,
        due=Due(due.day, Origin.WHOLE, due.at, whole),
        standing=Standing(state, Source.PLAN, proof, done_on=None if on is date.min else on),
        step=StepKey.BENEFITS,
        place=(*at, "measurements"),
        rows=((*at, "measurements", spec.id),),
        phase=SignOffPhase.FINAL,
        part_of=whole,
    )


def _measured(benefit: Benefit, point: str) -> date | None:
    """Return when a benefit was measured at a point, the first day there is where that isn't said, else None."""
    rows = (row for row in benefit.measurements if row.point == point and row.value is not None)
    return next((row.measured_on or date.min for row in rows), None)


def confirmations(
    plan: Plan,
    cooperation: CooperationResult,
    agreements: tuple[RequiredAgreement, ...],
    found: Mapping[str, Commitment],
) -> Iterator[Commitment]:
    """Yield what must be cleared with others before it can be relied on."""
    if cooperation.support in (Support.UNLISTED, Support.ASK):
        field = "form" if plan.cooperation.case_systems is None else "case_systems"
        text = _("Avklar med Digisos hvordan søknadene skal gå i samarbeidet")
        whole = found.get("notify-digisos")
        yield _confirm(plan, "cooperation", text, ("cooperation", field), StepKey.DECISION, whole, TaskState.OPEN)
    whole = found.get("vendor-contact")
    for vendor in in_use(plan, plan.vendor, ("vendor",)):
        yield from _preconditions(plan, vendor, whole)
    if plan.decision.kind is PlanKind.NEW_VENDOR:
        for cell in agreements:
            if cell.need is AgreementNeed.STANDS:
                text = _("Kontroller at avtalen fortsatt gjelder: {agreement}").format(agreement=cell.spec.title)
                state = TaskState.OPEN if cell.state is AgreementState.NOT_STARTED else TaskState.DONE
                at: Address = ("agreements", "statuses", cell.row_id, "state")
                yield _confirm(plan, f"stands.{cell.row_id}", text, at, StepKey.AGREEMENTS, None, state)


def _preconditions(plan: Plan, vendor: Used[Vendor], whole: Commitment | None) -> Iterator[Commitment]:
    for field, text in (
        ("has_archive", _("Avklar med leverandøren om fagsystemet har elektronisk arkiv")),
        ("supports_digisos", _("Avklar med leverandøren om versjonen støtter Digisos")),
        ("can_receive", _("Avklar med leverandøren om fagsystemet kan ta imot søknader")),
    ):
        state = TaskState.OPEN if getattr(vendor.value, field) is None else TaskState.DONE
        key = f"{field}.{vendor.municipality}" if vendor.municipality else field
        yield _confirm(plan, key, vendor.said(text), (*vendor.at, field), StepKey.AGREEMENTS, whole, state)


def _confirm(
    plan: Plan, key: str, text: str, at: Address, step: StepKey, whole: Commitment | None, state: TaskState
) -> Commitment:
    held = holder(plan, MANAGEMENT)
    owner = Owner(held.person, MANAGEMENT, Origin.ROLE, held.at)
    due = NEVER
    if whole is not None:
        owner = Owner(whole.owner.person, whole.owner.role, Origin.WHOLE, whole.owner.at, whole.key)
        due = Due(whole.due.day, Origin.WHOLE, whole.due.at, whole.key)
    return Commitment(
        key=f"confirm.{key}",
        kind=Kind.CONFIRM,
        title=text,
        municipality=SHARED,
        owner=owner,
        due=due,
        standing=Standing(state, Source.PLAN, Evidence(state, "", at, step)),
        step=step,
        place=at,
        rows=(at,),
        part_of=whole.key if whole is not None else "",
    )
