"""The register: activities, checklist and agreements joined where they are the same thing, and everything else once."""

from dataclasses import dataclass
from itertools import chain

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.base import SHARED
from digisos_wizard.model.content import Content, TaskSpec
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.checklist.result import ChecklistRow
from digisos_wizard.model.rules.commitments import elsewhere
from digisos_wizard.model.rules.commitments.result import Commitment, Kind, Register, joined
from digisos_wizard.model.rules.connection.own_work import MEASURES_COLUMN
from digisos_wizard.model.rules.connection.reach import is_after
from digisos_wizard.model.rules.connection.result import PlannedActivity, Schedule
from digisos_wizard.model.rules.connection.schedule import titled
from digisos_wizard.model.rules.cooperation.result import CooperationResult, RequiredAgreement
from digisos_wizard.model.rules.proof import evidence
from digisos_wizard.model.rules.proof.basis import Basis
from digisos_wizard.model.rules.proof.hands import Known, about
from digisos_wizard.model.rules.proof.owed import NEVER, NOBODY, Due, Origin, Owner
from digisos_wizard.model.rules.proof.standing import Source, Standing, standing
from digisos_wizard.model.terms import AgreementNeed, SignOffPhase


@dataclass(frozen=True, slots=True)
class Ground:
    """What the register is made from."""

    plan: Plan
    content: Content
    known: Known
    agreements: tuple[RequiredAgreement, ...]
    schedule: Schedule
    checklist: tuple[ChecklistRow, ...]
    cooperation: CooperationResult


def register(ground: Ground) -> Register:
    """Return all commitments of a plan."""
    joining = _Joining(ground)
    for item in ground.schedule.activities:
        joining.activity(item)
    for row in ground.checklist:
        joining.row(row)
    for cell in ground.agreements:
        joining.cell(cell)
    for spec in ground.content.tasks:
        joining.task(spec)
    others = chain(
        elsewhere.benefit_measures(ground.plan),
        elsewhere.decisions(ground.plan),
        elsewhere.vendor_duties(ground.plan),
        elsewhere.measurements(ground.plan, ground.content, ground.schedule.day, joining.same),
        elsewhere.confirmations(ground.plan, ground.cooperation, ground.agreements, joining.found),
    )
    return Register((*joining.found.values(), *others))


class _Joining:
    """The commitments found so far, by key and by what proves them."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.found: dict[str, Commitment] = {}
        self.same: dict[tuple[str, str], str] = {}
        self.wholes: dict[str, str] = {}
        self.cells: dict[str, int] = {}
        for cell in ground.agreements:
            self.cells[cell.spec.id] = self.cells.get(cell.spec.id, 0) + cell.required

    def activity(self, item: PlannedActivity) -> None:
        """Take in an activity of the connection plan: the handbook's, an own one, or a measure against a risk."""
        spec = item.spec
        proof = item.standing.proof if item.standing is not None else None
        kind = Kind.ACTIVITY
        if spec is None:
            kind = Kind.RISK_MEASURE if item.column == MEASURES_COLUMN else Kind.OWN_ACTIVITY
        day = self.ground.schedule.day
        later = is_after(item) if spec is not None else day is None or item.deadline is None or item.deadline > day
        self.found[item.row_id] = Commitment(
            key=item.row_id,
            kind=kind,
            title=titled(self.ground.plan, item),
            municipality=item.municipality,
            owner=item.owed_by,
            due=item.owed_to,
            standing=item.standing
            or Standing(item.state, Source.HAND, at=(*item.address, "state"), done_on=item.done_on),
            step=proof.step if proof else StepKey.PRIVACY if kind is Kind.RISK_MEASURE else StepKey.CONNECTION,
            place=proof.address if proof is not None else (*item.address, "state"),
            rows=(item.address,),
            phase=SignOffPhase.FINAL if later else SignOffPhase.CONNECT,
            start=item.start,
            help=spec.help if spec is not None else "",
            said=item.said,
            activity=item,
        )
        if spec is not None:
            if spec.evidence:
                self.same.setdefault((spec.evidence, item.municipality), item.row_id)
            for part in spec.covers:
                self.wholes.setdefault(part, item.row_id)

    def row(self, row: ChecklistRow) -> None:
        """Take in a line of the checklist: the same as its activity, a part of one, or a thing of its own."""
        at: Address = ("checklist", "own" if row.item is None else "answers", row.row_id)
        proof = row.item.evidence if row.item is not None else ""
        key = self.same.get((proof, row.municipality)) if proof else None
        if key is not None:
            here = self.found[key]
            self.found[key] = joined(here, at, item=row, said=row.said, phase=row.phase)
            return
        shown = row.evidence
        where = f" ({municipality_name(self.ground.plan, row.municipality)})" if row.municipality else ""
        self.found[f"item.{row.row_id}"] = Commitment(
            key=f"item.{row.row_id}",
            kind=Kind.OWN_ITEM if row.item is None else Kind.CHECKLIST,
            title=((row.item.todo if row.item is not None else "") or row.text or _("Uten tekst")) + where,
            municipality=row.municipality,
            owner=row.owner,
            due=row.due,
            standing=row.standing or Standing(row.state, Source.HAND),
            step=shown.step if shown is not None else StepKey.CHECKLIST,
            place=shown.address if shown is not None else (*at, "state"),
            rows=(at,),
            phase=row.phase,
            part_of=self.wholes.get(proof) or self.same.get((proof, SHARED), ""),
            said=row.said,
            item=row,
        )
        if proof:
            self.same.setdefault((proof, row.municipality), f"item.{row.row_id}")

    def cell(self, cell: RequiredAgreement) -> None:
        """Take in an agreement: the same as the activity that asks for it, or one of several that do."""
        at: Address = ("agreements", "statuses", cell.row_id)
        proof = f"agreement:{cell.spec.id}"
        key = self.same.get((proof, cell.municipality))
        shared = self.same.get((proof, SHARED))
        if key is None and shared is not None and self.cells[cell.spec.id] == 1 and cell.required:
            key = shared
        if key is not None:
            self.found[key] = joined(self.found[key], at, agreement=cell)
            return
        if cell.need is not AgreementNeed.REQUIRED:
            return
        basis = Basis(self.ground.plan, self.ground.content, self.ground.agreements, (cell.municipality,))
        shown = evidence.find(basis, proof)
        whole = self.found[shared] if shared is not None else None
        place = municipality_name(self.ground.plan, cell.municipality)
        self.found[f"agreement.{cell.row_id}"] = Commitment(
            key=f"agreement.{cell.row_id}",
            kind=Kind.AGREEMENT,
            title=_("Signer {agreement} ({place})").format(agreement=cell.spec.title, place=place),
            municipality=cell.municipality,
            owner=_of_whole(whole),
            due=Due(cell.due, Origin.DAY, at) if cell.due is not None else NEVER,
            standing=standing(about({}, proof, cell.municipality), shown),
            step=StepKey.AGREEMENTS,
            place=(*at, "state"),
            rows=(at,),
            part_of=shared or "",
            agreement=cell,
        )

    def task(self, spec: TaskSpec) -> None:
        """Take in a task or routine of the office: the same as an item of the checklist, or one of its own."""
        at: Address = ("mapping", "tasks", spec.id)
        proof = f"task:{spec.id}"
        key = self.same.get((proof, SHARED))
        if key is not None:
            here = self.found[key]
            self.found[key] = joined(here, at, title=here.title if here.activity is not None else spec.title)
            return
        said = about(self.ground.known, proof, SHARED)
        shown = evidence.find(Basis(self.ground.plan, self.ground.content, (), ()), proof)
        whole = self.found.get(self.wholes.get(proof, ""))
        if spec.superseded and not said.rows:
            return
        owner = next((Owner(one.value, "", Origin.SET, one.at) for one in said.owners), _of_whole(whole))
        due = next((Due(one.value, Origin.SET, one.at) for one in said.deadlines), None)
        if due is None and whole is not None:
            due = Due(whole.due.day, Origin.WHOLE, whole.due.at, whole.key)
        self.found[f"task.{spec.id}"] = Commitment(
            key=f"task.{spec.id}",
            kind=Kind.OFFICE_TASK,
            title=spec.title,
            municipality=SHARED,
            owner=owner,
            due=due or NEVER,
            standing=standing(said, shown),
            step=StepKey.MAPPING,
            place=(*at, "state"),
            rows=(at,),
            part_of=whole.key if whole is not None else "",
            help=spec.help,
            said=said,
        )


def _of_whole(whole: Commitment | None) -> Owner:
    """Return the owner that a part has from its whole."""
    if whole is None:
        return NOBODY
    owner = whole.owner
    return Owner(owner.person, owner.role, Origin.WHOLE, owner.at, whole.key)
