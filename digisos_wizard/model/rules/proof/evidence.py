"""What the plan itself shows: one rule for each evidence that checklist items and activities name (H22, H19)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from digisos_wizard.i18n import N_, _
from digisos_wizard.model.address import Address
from digisos_wizard.model.base import SHARED
from digisos_wizard.model.costs import Financing
from digisos_wizard.model.display import person_name
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.cooperation.result import RequiredAgreement
from digisos_wizard.model.rules.costs.payers import at_merger
from digisos_wizard.model.rules.days import connected_before
from digisos_wizard.model.rules.people.holders import stands
from digisos_wizard.model.rules.privacy.risks import acceptance_limit, of_kind, unhandled
from digisos_wizard.model.rules.proof.basis import (
    Basis,
    after_connection,
    answered,
    counted,
    dates,
    latest,
    one_date,
    own_or_shared,
)
from digisos_wizard.model.rules.proof.counting import counted as benefits_counted
from digisos_wizard.model.rules.proof.hands import about
from digisos_wizard.model.rules.proof.result import Evidence
from digisos_wizard.model.rules.proof.standing import FINISHED, standing
from digisos_wizard.model.terms import AgreementState, CostKind, FinancingState, RiskKind, TaskState

MOST_NAMED = 6
FIKS = ("connection", "fiks")


def find(basis: Basis, name: str) -> Evidence:
    """Return what the plan shows: `agreement:`, `task:`, `tasks:` or `measured:` with ids, or a key of RULES."""
    kind, _colon, what = name.partition(":")
    if kind == "agreement":
        return _agreement(basis, what)
    if kind == "task":
        return _task(basis, what)
    if kind == "tasks":
        return _tasks(basis, what.split(","))
    if kind == "measured":
        return _measured(basis, what)
    return RULES[kind](basis)


def _decision(basis: Basis) -> Evidence:
    approvals = [basis.plan.decision.approval.of(place) for place in basis.places]
    made = [approval.decided_on for approval in approvals if approval.decided_on is not None and approval.decider]
    address = own_or_shared(basis, ("decision", "approval"), "decided_on")
    done = _("Vedtatt {day}.").format(day=day_words(max(made))) if made else ""
    texts = (done, _("Noen av kommunene har vedtatt."), _("Dato eller hvem som vedtar, mangler."))
    return counted((len(made), len(approvals)), texts, address, StepKey.DECISION, (latest(made), ""), made)


def _digifin(basis: Basis) -> Evidence:
    """Return whether they are members, which is a condition; money for it is a beginning (H19, KS)."""
    answers = [basis.plan.costs.answers.of(place) for place in basis.places]
    members = sum(
        answer.digifin_member is True or connected_before(basis.plan, place)
        for answer, place in zip(answers, basis.places, strict=True)
    )
    financed = sum(answer.digifin.state is FinancingState.FINANCED for answer in answers)
    address = own_or_shared(basis, ("costs", "answers"), "digifin_member")
    some = _("Noen av kommunene er medlem.") if members else _("Medlemskapet er finansiert, men ikke på plass.")
    texts = (_("Kommunen er medlem."), some, _("Medlemskapet er ikke avklart."))
    found = counted((members, len(answers)), texts, address, StepKey.COSTS)
    if found.state is TaskState.OPEN and financed:
        return Evidence(TaskState.IN_PROGRESS, some, address, StepKey.COSTS, "financed")
    return found


def _financed(*kinds: CostKind) -> Callable[[Basis], Evidence]:
    def rule(basis: Basis) -> Evidence:
        address = (*own_or_shared(basis, ("costs", "answers"), kinds[0].value), "state")
        changed = at_merger(basis.plan)
        states: list[Financing] = [
            getattr(basis.plan.costs.answers.of(place), kind.value)
            for place in basis.places
            for kind in kinds
            if kind is not CostKind.CONNECTION_FEE or place in changed or not connected_before(basis.plan, place)
        ]
        if not states:
            return Evidence(TaskState.DONE, _("Betalt ved påkobling."), address, StepKey.COSTS, "paid")
        done = sum(state.state is not FinancingState.OPEN for state in states)
        texts = (
            _("Finansieringen er på plass."),
            _("Deler av kostnaden er finansiert."),
            _("Det står ikke at kostnaden er finansiert."),
        )
        return counted((done, len(states)), texts, address, StepKey.COSTS)

    return rule


def _benefits(basis: Basis) -> Evidence:
    count = len(basis.plan.benefits.items)
    text = _("{count} er ført opp.").format(count=benefits_counted(basis.plan.benefits).said)
    texts = (text, text, _("Ingen gevinster er ført opp."))
    return counted((count, count), texts, ("benefits", "items"), StepKey.BENEFITS, (str(count), ""))


def _resources(basis: Basis) -> Evidence:
    held = {role.id: role for role in basis.plan.people.roles}
    needed = [role for role in basis.content.roles if role.required]
    filled = [role for role in needed if (found := held.get(role.id)) and (found.person or found.not_relevant)]
    empty = next((role for role in needed if role not in filled), needed[0])
    texts = (
        _("Alle rollene dere trenger, er besatt."),
        _("{done} av {all} roller er besatt.").format(done=len(filled), all=len(needed)),
        _("Ingen roller er besatt."),
    )
    return counted(
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
        return Evidence(TaskState.DONE, words, address, StepKey.AGREEMENTS, latest(days), max(days, default=None))
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


def _tasks(basis: Basis, wanted: list[str]) -> Evidence:
    """Return whether several tasks are done, by the plan or by hand."""
    states = {one: standing(about(basis.known, f"task:{one}", SHARED), _task(basis, one)).state for one in wanted}
    done = [one for one in wanted if states[one] in FINISHED]
    left = next((one for one in wanted if one not in done), wanted[0])
    text = _("{done} av {all} oppgaver er ferdige.").format(done=len(done), all=len(wanted))
    address = ("mapping", "tasks", left, "state")
    found = counted((len(done), len(wanted)), (text, text, text), address, StepKey.MAPPING)
    begun = TaskState.IN_PROGRESS in states.values()
    return replace(found, state=TaskState.IN_PROGRESS) if begun and found.state is TaskState.OPEN else found


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
    return counted((done, every), texts, address, StepKey.MAPPING, ("", f"{known}/{len(mapping.steps)}"))


def _benefits_plan(basis: Basis) -> Evidence:
    on = basis.plan.benefits.anchored_on
    address = ("benefits", "anchored_on")
    if on is not None:
        words = _("Forankret {day}.").format(day=day_words(on))
        return Evidence(TaskState.DONE, words, address, StepKey.BENEFITS, on.isoformat(), on)
    if basis.plan.benefits.items:
        return Evidence(TaskState.IN_PROGRESS, _("Planen er begynt, men ikke forankret."), address, StepKey.BENEFITS)
    return Evidence(TaskState.OPEN, _("Gevinstplanen er ikke laget."), address, StepKey.BENEFITS)


def _measured(basis: Basis, point: str) -> Evidence:
    """Return whether every benefit that has an indicator is measured at a point."""
    asked = [one for one in basis.plan.benefits.items if one.indicator.strip()]
    days = {
        one.id: row.measured_on
        for one in asked
        for row in one.measurements
        if row.point == point and row.value is not None
    }
    left = [one.number or one.title for one in asked if one.id not in days]
    some = _("{done} av {all} er målt. Gjenstår: {names}.").format(
        done=len(days), all=len(asked), names=", ".join(left[:MOST_NAMED]) + (" …" if len(left) > MOST_NAMED else "")
    )
    texts = (_("Alle gevinstene er målt."), some, _("Ingen av gevinstene er målt."))
    known = [day for day in days.values() if day is not None]
    return counted((len(days), len(asked)), texts, ("benefits", "items"), StepKey.BENEFITS, ("", ""), known)


def _vendor_receives(basis: Basis) -> Evidence:
    vendors = [basis.plan.vendor.of(place) for place in basis.places]
    done = sum(
        vendor.can_receive is True and vendor.has_archive is True and vendor.supports_digisos is not False
        for vendor in vendors
    )
    begun = any(vendor.can_receive or vendor.has_archive for vendor in vendors)
    field = "has_archive" if vendors and vendors[0].has_archive is not True else "can_receive"
    address = own_or_shared(basis, ("vendor",), field)
    texts = (_("Fagsystemet har arkiv og kan ta imot."), _("Noe er på plass."), _("Ikke bekreftet for fagsystemet."))
    evidence = counted((done, len(vendors)), texts, address, StepKey.AGREEMENTS)
    if evidence.state is TaskState.OPEN and begun:
        return Evidence(TaskState.IN_PROGRESS, texts[1], address, StepKey.AGREEMENTS)
    return evidence


def _assessed(kind: RiskKind, area: str, open_text: str) -> Callable[[Basis], Evidence]:
    """Return a rule that asks for a conclusion, and accepts none while a risk above the limit is left as it is."""
    concluded = dates(("privacy", area), "decided_on", StepKey.PRIVACY, open_text)

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


def _altinn(basis: Basis) -> Evidence:
    """Return whether somebody is said to have the access; whoever has the role that usually has it, is only meant."""
    words = N_("Noen har tilgangen."), N_("Ingen er ført opp med tilgangen.")
    found = answered(FIKS, ("altinn_role_holder",), *words)(basis)
    meant = stands(basis.plan, found.address).person
    if found.state is TaskState.OPEN and meant:
        text = _("{name} er tenkt å ha tilgangen. Velg den som har den.")
        words_of = text.format(name=person_name(basis.plan, meant))
        return Evidence(TaskState.OPEN, words_of, found.address, found.step)
    return found


RULES: Mapping[str, Callable[[Basis], Evidence]] = {
    "decision-date": _decision,
    "digifin-member": _digifin,
    "financed-connection-fee": _financed(CostKind.CONNECTION_FEE),
    "financed-operation": _financed(CostKind.KS_OPERATION, CostKind.NAV_OPERATION),
    "financed-case-system": _financed(CostKind.CASE_SYSTEM),
    "financed": _financed(CostKind.CONNECTION_FEE, CostKind.KS_OPERATION, CostKind.NAV_OPERATION, CostKind.CASE_SYSTEM),
    "benefits-mapped": _benefits,
    "resources": _resources,
    "mapping-steps": _mapping,
    "benefits-plan": _benefits_plan,
    "vendor-receives": _vendor_receives,
    "vendor-technical": dates(
        ("vendor",), "technical_done_on", StepKey.AGREEMENTS, N_("De tekniske forberedelsene er ikke ferdige.")
    ),
    "vendor-dates": answered(
        ("vendor",), ("installation_date", "training_date"), N_("Datoene er avtalt."), N_("Datoene er ikke avtalt.")
    ),
    "dpia-decided": _assessed(RiskKind.DPIA, "dpia", N_("Vurderingen er ikke konkludert.")),
    "ros-decided": _assessed(RiskKind.ROS, "ros", N_("ROS-analysen er ikke konkludert.")),
    "fiks-configured": dates(FIKS, "configured_on", StepKey.CONNECTION, N_("Fiks Digisos er ikke satt opp.")),
    "firewall": answered(FIKS, ("firewall_open",), N_("Brannmuren er åpnet."), N_("Brannmuren er ikke åpnet.")),
    "warning-mail": answered(
        FIKS, ("warning_email",), N_("Adressen er lagt inn."), N_("Det er ingen felles e-postadresse for varsler.")
    ),
    "altinn": _altinn,
    "org-number": answered(
        FIKS, ("org_number_confirmed",), N_("Nummeret er bekreftet."), N_("Organisasjonsnummeret er ikke bekreftet.")
    ),
    "connected": dates(("connection", "day"), "connected_on", StepKey.CONNECTION, N_("Dere er ikke koblet på.")),
    "digisos-mailed": after_connection(
        one_date(("connection", "digisos_mailed_on"), N_("E-posten til Digisos er ikke sendt."))
    ),
    "norg": after_connection(one_date(("connection", "norg_checked_on"), N_("Opplysningene i NORG er ikke sjekket."))),
    "contingency": one_date(("connection", "contingency", "established_on"), N_("Beredskapsrutinen er ikke innført.")),
    "person-card": after_connection(
        one_date(("connection", "person_card_checked_on"), N_("Personkortet er ikke sjekket."))
    ),
    "contact-centre": one_date(("connection", "contact_centre_informed_on"), N_("Kontaktsenteret er ikke informert.")),
}
"""Name of the evidence in the content -> the rule that finds it."""
