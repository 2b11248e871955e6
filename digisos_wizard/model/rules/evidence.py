"""What the plan itself shows: one rule for each evidence that checklist items and activities name (H22, H19)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.base import SHARED, PerMunicipality, Record
from digisos_wizard.model.content import Content
from digisos_wizard.model.costs import Financing
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.results import Evidence, RequiredAgreement
from digisos_wizard.model.rules.risks import acceptance_limit, of_kind, unhandled
from digisos_wizard.model.terms import AgreementState, CostKind, FinancingState, RiskKind, TaskState


@dataclass(frozen=True, slots=True)
class Basis:
    """What a rule looks at; `places` are the municipalities in question, all of them or one."""

    plan: Plan
    content: Content
    agreements: tuple[RequiredAgreement, ...]
    places: tuple[str, ...]


def find(basis: Basis, name: str) -> Evidence:
    """Return what the plan shows, by the evidence's name: `agreement:` or `task:` with an id, or a key of RULES."""
    kind, _colon, what = name.partition(":")
    if kind == "agreement":
        return _agreement(basis, what)
    if kind == "task":
        return _task(basis, what)
    return RULES[kind](basis)


def _many(
    counts: tuple[int, int],
    texts: tuple[str, str, str],
    address: Address,
    step: StepKey,
    basis: tuple[str, str] = ("", ""),
) -> Evidence:
    """Return evidence from a count: all, some or none done, each with its own words.

    `basis` is what the words of all and of some rest on, in signs that no new wording changes.
    """
    done, every = counts
    if every and done == every:
        return Evidence(TaskState.DONE, texts[0], address, step, basis[0])
    if done:
        return Evidence(TaskState.IN_PROGRESS, texts[1], address, step, basis[1])
    return Evidence(TaskState.OPEN, texts[2], address, step)


def _latest(days: Sequence[date]) -> str:
    return max(days).isoformat() if days else ""


def _answers(plan: Plan, area: Address) -> PerMunicipality[Record]:
    return cast("PerMunicipality[Record]", resolve(plan, area))


def _own_or_shared(basis: Basis, area: Address, field: str) -> Address:
    """Return where a field of a shared-or-own answer stands for the first municipality in question."""
    place = basis.places[0] if basis.places else SHARED
    if _answers(basis.plan, area).has_own(place):
        return (*area, "own", place, "value", field)
    return (*area, "shared", field)


def _decision(basis: Basis) -> Evidence:
    approvals = [basis.plan.decision.approval.of(place) for place in basis.places]
    made = [approval.decided_on for approval in approvals if approval.decided_on is not None and approval.decider]
    address = _own_or_shared(basis, ("decision", "approval"), "decided_on")
    done = _("Vedtatt {day}.").format(day=day_words(max(made))) if made else ""
    texts = (done, _("Noen av kommunene har vedtatt."), _("Dato eller hvem som vedtar, mangler."))
    return _many((len(made), len(approvals)), texts, address, StepKey.DECISION, (_latest(made), ""))


def _digifin(basis: Basis) -> Evidence:
    answers = [basis.plan.costs.answers.of(place) for place in basis.places]
    members = sum(
        answer.digifin_member is True or answer.digifin.state is FinancingState.FINANCED for answer in answers
    )
    address = _own_or_shared(basis, ("costs", "answers"), "digifin_member")
    texts = (
        _("Kommunen er medlem, eller medlemskapet er finansiert."),
        _("Noen av kommunene er medlem."),
        _("Medlemskapet er ikke avklart."),
    )
    return _many((members, len(answers)), texts, address, StepKey.COSTS)


def _financed(*kinds: CostKind) -> Callable[[Basis], Evidence]:
    def rule(basis: Basis) -> Evidence:
        states: list[Financing] = [
            getattr(basis.plan.costs.answers.of(place), kind.value) for place in basis.places for kind in kinds
        ]
        done = sum(state.state is not FinancingState.OPEN for state in states)
        address = (*_own_or_shared(basis, ("costs", "answers"), kinds[0].value), "state")
        texts = (
            _("Finansieringen er på plass."),
            _("Deler av kostnaden er finansiert."),
            _("Det står ikke at kostnaden er finansiert."),
        )
        return _many((done, len(states)), texts, address, StepKey.COSTS)

    return rule


def _benefits(basis: Basis) -> Evidence:
    count = len(basis.plan.benefits.items)
    text = _("{count} gevinster er ført opp.").format(count=count)
    texts = (text, text, _("Ingen gevinster er ført opp."))
    return _many((count, count), texts, ("benefits", "items"), StepKey.BENEFITS, (str(count), ""))


def _resources(basis: Basis) -> Evidence:
    held = {role.id: role for role in basis.plan.people.roles}
    needed = [role for role in basis.content.roles if role.required]
    filled = [role for role in needed if (found := held.get(role.id)) and (found.person or found.not_relevant)]
    empty = next((role for role in needed if role not in filled), needed[0])
    texts = (
        _("Alle rollene fra håndboka er besatt."),
        _("{done} av {all} roller er besatt.").format(done=len(filled), all=len(needed)),
        _("Ingen roller er besatt."),
    )
    return _many(
        (len(filled), len(needed)),
        texts,
        ("people", "roles", empty.id, "person"),
        StepKey.ROLES,
        ("", f"{len(filled)}/{len(needed)}"),
    )


def _agreement(basis: Basis, agreement: str) -> Evidence:
    cells = [cell for cell in basis.agreements if cell.spec.id == agreement and cell.municipality in basis.places]
    needed = [cell for cell in cells if cell.required]
    first: Address = ("agreements", "statuses", cells[0].row_id, "state") if cells else ("agreements", "statuses")
    if cells and not needed:
        return Evidence(TaskState.NOT_RELEVANT, cells[0].why, first, StepKey.AGREEMENTS, cells[0].why)
    signed = [cell for cell in needed if cell.state is AgreementState.SIGNED]
    waiting = next((cell for cell in needed if cell not in signed), None)
    address = ("agreements", "statuses", waiting.row_id, "state") if waiting else first
    if signed and len(signed) == len(needed):
        days = _signed_on(basis.plan, signed)
        words = _("Signert {day}.").format(day=day_words(max(days))) if days else _("Signert.")
        return Evidence(TaskState.DONE, words, address, StepKey.AGREEMENTS, _latest(days))
    if signed or any(cell.state is AgreementState.SENT for cell in needed):
        text = _("{done} av {all} er signert.").format(done=len(signed), all=len(needed))
        return Evidence(TaskState.IN_PROGRESS, text, address, StepKey.AGREEMENTS, f"{len(signed)}/{len(needed)}")
    return Evidence(TaskState.OPEN, _("Avtalen er ikke signert."), address, StepKey.AGREEMENTS)


def _signed_on(plan: Plan, signed: list[RequiredAgreement]) -> list[date]:
    wanted = {cell.row_id for cell in signed}
    return [
        status.signed_on for status in plan.agreements.statuses if status.id in wanted and status.signed_on is not None
    ]


def _task(basis: Basis, task_id: str) -> Evidence:
    task = next((task for task in basis.plan.mapping.tasks if task.id == task_id), None)
    state = task.state if task is not None else TaskState.OPEN
    words = basis.content.option_label("TaskState", state.value)
    text = _("Oppgaven står som «{state}».").format(state=words)
    return Evidence(state, text, ("mapping", "tasks", task_id, "state"), StepKey.MAPPING)


def _mapping(basis: Basis) -> Evidence:
    mapping = basis.plan.mapping
    known = sum(step.paper_minutes is not None and step.digital_minutes is not None for step in mapping.steps)
    done = known + (mapping.cases_per_month is not None)
    texts = (
        _("Alle steg har tidsbruk, og antall søknader er kjent."),
        _("{done} av {all} steg har tidsbruk.").format(done=known, all=len(mapping.steps)),
        _("Tidsbruken er ikke kartlagt."),
    )
    address: Address = (
        ("mapping", "steps")
        if mapping.cases_per_month is not None and mapping.steps
        else ("mapping", "cases_per_month")
    )
    every = len(mapping.steps) + 1 if mapping.steps else 0
    return _many((done, every), texts, address, StepKey.MAPPING, ("", f"{known}/{len(mapping.steps)}"))


def _benefits_plan(basis: Basis) -> Evidence:
    on = basis.plan.benefits.anchored_on
    address = ("benefits", "anchored_on")
    if on is not None:
        words = _("Forankret {day}.").format(day=day_words(on))
        return Evidence(TaskState.DONE, words, address, StepKey.BENEFITS, on.isoformat())
    if basis.plan.benefits.items:
        return Evidence(TaskState.IN_PROGRESS, _("Planen er begynt, men ikke forankret."), address, StepKey.BENEFITS)
    return Evidence(TaskState.OPEN, _("Gevinstplanen er ikke laget."), address, StepKey.BENEFITS)


def _vendor_receives(basis: Basis) -> Evidence:
    vendors = [basis.plan.vendor.of(place) for place in basis.places]
    done = sum(vendor.can_receive is True and vendor.has_archive is True for vendor in vendors)
    begun = any(vendor.can_receive or vendor.has_archive for vendor in vendors)
    field = "has_archive" if vendors and vendors[0].has_archive is not True else "can_receive"
    address = _own_or_shared(basis, ("vendor",), field)
    texts = (_("Fagsystemet har arkiv og kan ta imot."), _("Noe er på plass."), _("Ikke bekreftet for fagsystemet."))
    evidence = _many((done, len(vendors)), texts, address, StepKey.AGREEMENTS)
    if evidence.state is TaskState.OPEN and begun:
        return Evidence(TaskState.IN_PROGRESS, texts[1], address, StepKey.AGREEMENTS)
    return evidence


def _dates(area: Address, field: str, step: StepKey, open_text: str) -> Callable[[Basis], Evidence]:
    """Return a rule that asks for a date in every municipality's shared-or-own answer."""

    def rule(basis: Basis) -> Evidence:
        answers = _answers(basis.plan, area)
        days = [day for place in basis.places if (day := getattr(answers.of(place), field)) is not None]
        address = _own_or_shared(basis, area, field)
        done = _("Gjort {day}.").format(day=day_words(max(days))) if days else ""
        texts = (
            done,
            _("Gjort for {done} av {all} kommuner.").format(done=len(days), all=len(basis.places)),
            _(open_text),
        )
        return _many(
            (len(days), len(basis.places)),
            texts,
            address,
            step,
            (_latest(days), f"{len(days)}/{len(basis.places)}"),
        )

    return rule


def _assessed(kind: RiskKind, area: str, open_text: str) -> Callable[[Basis], Evidence]:
    """Return a rule that asks for a conclusion, and accepts none while a risk above the limit is left as it is."""
    concluded = _dates(("privacy", area), "decided_on", StepKey.PRIVACY, open_text)

    def rule(basis: Basis) -> Evidence:
        limit = acceptance_limit(basis.plan, basis.content)
        left = [risk for risk in of_kind(basis.plan, kind) if unhandled(risk, limit)]
        found = concluded(basis)
        if found.state is not TaskState.DONE or not left:
            return found
        text = _("Konkludert, men {count} risikoer over akseptgrensen har verken tiltak eller begrunnet aksept.")
        address = ("privacy", "risks", left[0].id, "accepted")
        return Evidence(TaskState.IN_PROGRESS, text.format(count=len(left)), address, StepKey.PRIVACY, f"-{len(left)}")

    return rule


def _one_date(area: Address, open_text: str) -> Callable[[Basis], Evidence]:
    """Return a rule that asks for one date of the connection step."""

    def rule(basis: Basis) -> Evidence:
        here = cast("date | None", resolve(basis.plan, area))
        done = _("Gjort {day}.").format(day=day_words(here)) if here is not None else ""
        return _many(
            (int(here is not None), 1),
            (done, done, _(open_text)),
            area,
            StepKey.CONNECTION,
            (here.isoformat() if here is not None else "", ""),
        )

    return rule


RULES: Mapping[str, Callable[[Basis], Evidence]] = {
    "decision-date": _decision,
    "digifin-member": _digifin,
    "financed-connection-fee": _financed(CostKind.CONNECTION_FEE),
    "financed-operation": _financed(CostKind.KS_OPERATION, CostKind.NAV_OPERATION),
    "financed-case-system": _financed(CostKind.CASE_SYSTEM),
    "benefits-mapped": _benefits,
    "resources": _resources,
    "mapping-steps": _mapping,
    "benefits-plan": _benefits_plan,
    "vendor-receives": _vendor_receives,
    "vendor-technical": _dates(
        ("vendor",), "technical_done_on", StepKey.AGREEMENTS, "De tekniske forberedelsene er ikke ferdige."
    ),
    "dpia-decided": _assessed(RiskKind.DPIA, "dpia", "Vurderingen er ikke konkludert."),
    "ros-decided": _assessed(RiskKind.ROS, "ros", "ROS-analysen er ikke konkludert."),
    "fiks-configured": _dates(
        ("connection", "fiks"), "configured_on", StepKey.CONNECTION, "Fiks Digisos er ikke satt opp."
    ),
    "contingency": _one_date(("connection", "contingency", "established_on"), "Beredskapsrutinen er ikke innført."),
    "person-card": _one_date(("connection", "person_card_checked_on"), "Personkortet er ikke sjekket."),
    "contact-centre": _one_date(("connection", "contact_centre_informed_on"), "Kontaktsenteret er ikke informert."),
}
"""Name of the evidence in the content -> the rule that finds it."""
