"""What the rules say of a plan: what is missing, wrong or blocking, at the field where it can be mended."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from digisos_wizard.model.agreements import Signatory, Vendor
from digisos_wizard.model.base import Own, PerMunicipality
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.costs import CostAnswers, Financing, VendorCost
from digisos_wizard.model.decision import Approval
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.mapping import ApplicantGroup, ProcessStep
from digisos_wizard.model.people import Person, RoleAssignment
from digisos_wizard.model.plan import Document, Draft, Plan
from digisos_wizard.model.privacy import DpiaConclusion, DpiaPart, Risk, RiskMeasure
from digisos_wizard.model.steps import step_of
from digisos_wizard.model.terms import (
    AgreementState,
    BenefitClass,
    BenefitMethod,
    CostKind,
    FinancingState,
    FreedTimeUse,
    Level,
    ReviewState,
    RiskKind,
    SignatoryBasis,
)
from tests.model.given import TODAY, content, figures_of, found, plan_of, severity_of

MISSING, WARNING, ERROR, BLOCKER, NOTE = (
    Severity.MISSING,
    Severity.WARNING,
    Severity.ERROR,
    Severity.BLOCKER,
    Severity.NOTE,
)
PLACE = "decision/municipalities/a"


def one(**answers: object) -> Callable[[], Plan]:
    """Return a plan of one municipality; `__` stands for the slash of an address."""
    return lambda: plan_of(5_000, answers={name.replace("__", "/"): value for name, value in answers.items()})


def two(**answers: object) -> Callable[[], Plan]:
    """Return a plan of two municipalities."""
    return lambda: plan_of(5_000, 6_000, answers={name.replace("__", "/"): value for name, value in answers.items()})


def risk(**fields: object) -> dict[str, object]:
    """Return the answers of a plan with one risk."""
    return {"privacy__risks": (Risk.model_validate({"id": "r", "title": "Lekkasje", **fields}),)}


def parts(state: ReviewState = ReviewState.DRAFT, text: str = "Vurdert.") -> dict[str, object]:
    """Return the answers of a plan with every part of the DPIA written."""
    return {
        "privacy__parts": tuple(DpiaPart(id=spec.id, text=text, state=state) for spec in content().dpia_parts),
    }


def benefit(**fields: object) -> dict[str, object]:
    """Return the answers of a plan with one benefit."""
    return {"benefits__items": (Benefit.model_validate({"id": "g", "title": "Tid", **fields}),)}


SAVED, AVOIDED, GUESS = BenefitMethod.SAVED_TIME, BenefitMethod.AVOIDED_COST, BenefitMethod.ESTIMATE
TABLE: tuple[tuple[str, Severity, str, Callable[[], Plan], Callable[[], Plan]], ...] = (
    # Decision
    ("office-missing", MISSING, "decision/office", one(), one(decision__office="NAV Ask")),
    ("municipality-missing", MISSING, "decision/municipalities", Plan, one()),
    ("municipality-name", MISSING, f"{PLACE}/name", one(decision__municipalities__a__name=" "), one()),
    ("org-number-missing", MISSING, f"{PLACE}/org_number", one(decision__municipalities__a__org_number=""), one()),
    ("population-missing", MISSING, f"{PLACE}/population", lambda: plan_of(None), one()),
    ("population-impossible", ERROR, f"{PLACE}/population", lambda: plan_of(0), one()),
    ("population-implausible", ERROR, f"{PLACE}/population", lambda: plan_of(2_000_001), lambda: plan_of(720_000)),
    (
        "population-date",
        WARNING,
        f"{PLACE}/population_date",
        one(decision__municipalities__a__population_date=None),
        one(),
    ),
    (
        "municipality-twice-name",
        ERROR,
        "decision/municipalities/b/name",
        two(decision__municipalities__b__name="ask "),
        two(),
    ),
    (
        "municipality-twice-org-number",
        ERROR,
        "decision/municipalities/b/org_number",
        two(decision__municipalities__b__org_number="970540008"),
        two(),
    ),
    (
        "decider-missing",
        MISSING,
        "decision/approval/shared/decider",
        one(),
        one(decision__approval__shared__decider="Kommunestyret"),
    ),
    (
        "decision-date",
        MISSING,
        "decision/approval/shared/decided_on",
        one(),
        one(decision__approval__shared__decided_on=TODAY),
    ),
    (
        "decision-future",
        WARNING,
        "decision/approval/shared/decided_on",
        one(decision__approval__shared__decided_on=date(2026, 11, 24)),
        one(decision__approval__shared__decided_on=TODAY),
    ),
    ("owner-missing", MISSING, "decision/project_owner", one(), one(decision__project_owner="p")),
    # Costs
    (
        "exactly-at-limit",
        NOTE,
        f"{PLACE}/population",
        lambda: plan_of(6_300),
        lambda: plan_of(6_299),
    ),
    ("below-fixed-fee", NOTE, f"{PLACE}/population", lambda: plan_of(6_395), lambda: plan_of(6_396)),
    # Roles
    (
        "role-empty",
        MISSING,
        "people/roles/it/person",
        one(),
        one(
            people__roles=tuple(
                RoleAssignment(id=role, not_relevant=True)
                for role in ("it", "archive", "legal", "purchasing", "management", "social-work", "coordinator")
            )
        ),
    ),
    (
        "role-person-gone",
        ERROR,
        "people/roles/it/person",
        one(people__roles=(RoleAssignment(id="it", person="p"),)),
        one(people__persons=(Person(id="p"),), people__roles=(RoleAssignment(id="it", person="p"),)),
    ),
    (
        "person-name",
        MISSING,
        "people/persons/p/name",
        one(people__persons=(Person(id="p"),)),
        one(people__persons=(Person(id="p", name="Kari"),)),
    ),
    # Vendor and agreements
    ("system-missing", MISSING, "vendor/shared/system", one(), one(vendor__shared__system="Fasit")),
    (
        "precondition-open",
        MISSING,
        "vendor/shared/has_archive",
        one(),
        one(vendor__shared=Vendor(has_archive=True, supports_digisos=True, can_receive=True)),
    ),
    (
        "precondition-not-met",
        BLOCKER,
        "vendor/shared/can_receive",
        one(vendor__shared__can_receive=False),
        one(vendor__shared__can_receive=True),
    ),
    (
        "vendor-date-missing",
        MISSING,
        "vendor/shared/installation_date",
        one(),
        one(vendor__shared__installation_date=TODAY, vendor__shared__training_date=TODAY),
    ),
    (
        "vendor-dates-order",
        WARNING,
        "vendor/shared/training_date",
        one(vendor__shared__installation_date=date(2027, 1, 12), vendor__shared__training_date=date(2027, 1, 11)),
        one(vendor__shared__installation_date=date(2027, 1, 12), vendor__shared__training_date=date(2027, 1, 12)),
    ),
    (
        "signatory-missing",
        MISSING,
        "agreements/signatory/shared/person",
        one(),
        one(agreements__signatory__shared__person="p"),
    ),
    (
        "authority-missing",
        MISSING,
        "agreements/signatory/shared/authority_reference",
        one(agreements__signatory__shared=Signatory(person="p", basis=SignatoryBasis.DELEGATED)),
        one(agreements__signatory__shared=Signatory(person="p", basis=SignatoryBasis.REGISTER)),
    ),
    (
        "agreement-overdue",
        BLOCKER,
        "agreements/statuses/cooperation@a/state",
        one(connection__day__shared__wished=date(2026, 12, 3)),
        one(connection__day__shared__wished=date(2027, 9, 2)),
    ),
    (
        "signed-before-sent",
        WARNING,
        "agreements/statuses/ks-terms@a/signed_on",
        one(
            **{
                "agreements__statuses__ks-terms@a__state": AgreementState.SIGNED,
                "agreements__statuses__ks-terms@a__sent_on": date(2026, 11, 2),
                "agreements__statuses__ks-terms@a__signed_on": date(2026, 11, 1),
            }
        ),
        one(
            **{
                "agreements__statuses__ks-terms@a__state": AgreementState.SIGNED,
                "agreements__statuses__ks-terms@a__sent_on": date(2026, 11, 2),
                "agreements__statuses__ks-terms@a__signed_on": date(2026, 11, 2),
            }
        ),
    ),
    # Privacy
    ("dpia-unwritten", MISSING, "privacy/parts/need/text", one(), one(**parts())),
    (
        "dpia-suggestion",
        Severity.WARNING,
        "privacy/parts/need/text",
        one(**parts(ReviewState.APPROVED, "Startforslag – må vurderes. Den er ny.")),
        one(**parts(ReviewState.FOR_REVIEW, "Startforslag – må vurderes. Den er ny.")),
    ),
    ("no-risks-dpia", MISSING, "privacy/risks", one(), one(**risk())),
    ("no-risks-ros", MISSING, "privacy/risks", one(), one(**risk(kind=RiskKind.ROS))),
    ("risk-title", MISSING, "privacy/risks/r/title", one(**risk(title="")), one(**risk())),
    (
        "risk-unscored",
        MISSING,
        "privacy/risks/r/consequence",
        one(**risk(likelihood=3)),
        one(**risk(likelihood=3, consequence=3)),
    ),
    (
        "risk-unhandled",
        BLOCKER,
        "privacy/risks/r/accepted",
        one(**risk(likelihood=2, consequence=5)),
        one(**risk(likelihood=3, consequence=3)),
    ),
    (
        "risk-unhandled",
        BLOCKER,
        "privacy/risks/r/accepted",
        one(**risk(likelihood=4, consequence=4)),
        one(**risk(likelihood=4, consequence=4, measures=(RiskMeasure(id="m", text="Rutine"),))),
    ),
    (
        "risk-residual-higher",
        ERROR,
        "privacy/risks/r/residual_reason",
        one(**risk(likelihood=2, consequence=2, residual_likelihood=3, residual_consequence=2)),
        one(
            **risk(
                likelihood=2,
                consequence=2,
                residual_likelihood=3,
                residual_consequence=2,
                residual_reason="Nytt",
            )
        ),
    ),
    (
        "risk-acceptance-reason",
        MISSING,
        "privacy/risks/r/acceptance_reason",
        one(**risk(likelihood=5, consequence=5, accepted=True)),
        one(**risk(likelihood=5, consequence=5, accepted=True, acceptance_reason="Kort tid")),
    ),
    ("officer-missing", MISSING, "privacy/dpia/shared/officer", one(), one(privacy__dpia__shared__officer="p")),
    ("advice-missing", MISSING, "privacy/dpia/shared/advised_on", one(), one(privacy__dpia__shared__advised_on=TODAY)),
    (
        "deviation-reason",
        MISSING,
        "privacy/dpia/shared/deviation_reason",
        one(privacy__dpia__shared__followed=False),
        one(privacy__dpia__shared__followed=True),
    ),
    (
        "consultation-unsent",
        BLOCKER,
        "privacy/dpia/shared/consultation_sent_on",
        one(privacy__dpia__shared__prior_consultation=True),
        one(privacy__dpia__shared=DpiaConclusion(prior_consultation=True, consultation_sent_on=TODAY)),
    ),
    ("ros-open", MISSING, "privacy/ros/shared/decided_on", one(), one(privacy__ros__shared__decided_on=TODAY)),
    # Mapping
    ("volume-missing", MISSING, "mapping/cases_per_month", one(), one(mapping__cases_per_month=Decimal(40))),
    (
        "minutes-rising",
        NOTE,
        "mapping/steps/s/digital_minutes",
        one(mapping__steps=(ProcessStep(id="s", paper_minutes=Decimal(5), digital_minutes=Decimal(6)),)),
        one(mapping__steps=(ProcessStep(id="s", paper_minutes=Decimal(5), digital_minutes=Decimal(5)),)),
    ),
    (
        "groups-sum",
        WARNING,
        "mapping/groups/alone/percent",
        one(mapping__groups=(ApplicantGroup(id="alone", percent=Decimal(99)),)),
        one(mapping__groups=(ApplicantGroup(id="alone", percent=Decimal(100)),)),
    ),
    # Benefits
    ("no-benefits", MISSING, "benefits/items", one(), one(**benefit())),
    ("responsible-missing", MISSING, "benefits/responsible", one(), one(benefits__responsible="p")),
    ("benefit-title", MISSING, "benefits/items/g/title", one(**benefit(title=" ")), one(**benefit())),
    ("benefit-owner", MISSING, "benefits/items/g/owner", one(**benefit()), one(**benefit(owner_body="Fylket"))),
    ("benefit-indicator", MISSING, "benefits/items/g/indicator", one(**benefit()), one(**benefit(indicator="Andel"))),
    (
        "time-use-open",
        MISSING,
        "benefits/items/g/use",
        one(**benefit(method=SAVED)),
        one(**benefit(method=SAVED, use=FreedTimeUse.QUALITY)),
    ),
    (
        "benefit-units",
        MISSING,
        "benefits/items/g/unit_cost",
        one(**benefit(method=AVOIDED, quantity=Decimal(3))),
        one(**benefit(method=AVOIDED, quantity=Decimal(3), unit_cost=Decimal(9))),
    ),
    (
        "benefit-value",
        MISSING,
        "benefits/items/g/expected",
        one(**benefit(method=GUESS)),
        one(**benefit(method=GUESS, expected=Decimal(9))),
    ),
    (
        "benefit-range",
        WARNING,
        "benefits/items/g/low",
        one(**benefit(method=GUESS, low=Decimal(9), expected=Decimal(9), high=Decimal(8))),
        one(**benefit(method=GUESS, low=Decimal(8), expected=Decimal(9), high=Decimal(9))),
    ),
    (
        "benefit-range",
        WARNING,
        "benefits/items/g/low",
        one(**benefit(method=GUESS, low=Decimal(20), expected=Decimal(19), high=Decimal(25))),
        one(**benefit(method=GUESS, low=Decimal(19), expected=Decimal(19), high=Decimal(25))),
    ),
    (
        "benefit-range",
        WARNING,
        "benefits/items/g/low_percent",
        one(**benefit(method=GUESS, expected=Decimal(9), low_percent=Decimal(110), high_percent=Decimal(120))),
        one(**benefit(method=GUESS, expected=Decimal(9), low_percent=Decimal(100), high_percent=Decimal(120))),
    ),
    (
        "benefit-importance",
        MISSING,
        "benefits/items/g/reason",
        one(**benefit(kind=BenefitClass.NOT_PRICED, importance=Level.HIGH)),
        one(**benefit(kind=BenefitClass.NOT_PRICED, importance=Level.HIGH, reason="Verdighet")),
    ),
    (
        "time-over-shared",
        ERROR,
        "benefits/items/g/quantity",
        one(**benefit(method=SAVED, quantity=Decimal(101))),
        one(**benefit(method=SAVED, quantity=Decimal(100))),
    ),
    ("not-anchored", MISSING, "benefits/anchored_on", one(**benefit()), one(benefits__anchored_on=TODAY, **benefit())),
    # Connection
    (
        "contingency-open",
        MISSING,
        "connection/contingency/established_on",
        one(),
        one(connection__contingency__established_on=TODAY),
    ),
    (
        "contact-centre-open",
        MISSING,
        "connection/contact_centre_informed_on",
        one(),
        one(connection__contact_centre_informed_on=TODAY),
    ),
)


@pytest.mark.parametrize(("rule", "severity", "address", "bad", "good"), TABLE)
def test_a_rule_speaks_where_something_is_wrong_and_is_silent_where_it_is_not(
    rule: str, severity: Severity, address: str, bad: Callable[[], Plan], good: Callable[[], Plan]
) -> None:
    first = found(bad(), rule)[0]
    assert "/".join(first.address) == address
    assert first.severity is severity
    assert first.message.endswith((".", "?"))
    assert "{" not in first.message
    assert not found(good(), rule)


def test_every_cost_must_be_financed_but_membership_only_for_those_who_are_no_members() -> None:
    asked = {finding.address[-2] for finding in found(plan_of(5_000), "financing-open")}
    assert asked == {kind.value for kind in CostKind}
    member = plan_of(5_000, answers={"costs/answers/shared/digifin_member": True})
    assert len(found(member, "financing-open")) == len(CostKind) - 1
    paid = Financing(state=FinancingState.FINANCED)
    fields = {kind.value: paid for kind in CostKind}
    answers = CostAnswers.model_validate(fields)
    assert not found(plan_of(5_000, answers={"costs/answers/shared": answers}), "financing-open")


def test_the_answers_of_one_municipality_are_asked_for_by_its_name() -> None:
    own = PerMunicipality[CostAnswers](
        shared=CostAnswers(), own=(Own(id="b", value=CostAnswers(vendor_costs=(VendorCost(id="v"),))),)
    )
    plan = plan_of(5_000, 6_000, answers={"costs/answers": own})
    assert any(one.message.startswith("Bjerk, ") for one in found(plan, "financing-open"))
    assert any(one.message.startswith("Bjerk: ") for one in found(plan, "price-missing"))


def test_a_shared_answer_that_nobody_uses_is_not_asked_for() -> None:
    own = tuple(Own(id=place, value=Approval(decider="Rådet", decided_on=TODAY)) for place in "ab")
    approval = PerMunicipality[Approval](shared=Approval(), own=own)
    plan = plan_of(5_000, 6_000, answers={"decision/approval": approval})
    assert not found(plan, "decision-date")
    assert not found(plan, "decider-missing")


@pytest.mark.parametrize("rule", ["signed-date", "signed-by", "agreement-archive"])
def test_a_signed_agreement_has_a_day_a_signature_and_a_place(rule: str) -> None:
    signed: dict[str, object] = {"agreements/statuses/ks-terms@a/state": AgreementState.SIGNED}
    assert found(plan_of(5_000, answers=signed), rule)
    whole = signed | {
        "agreements/statuses/ks-terms@a/signed_on": TODAY,
        "agreements/statuses/ks-terms@a/signed_by": "p",
        "agreements/statuses/ks-terms@a/archived_at": "26/9",
    }
    assert not found(plan_of(5_000, answers=whole), rule)


def test_an_agreement_that_is_not_relevant_is_not_asked_for() -> None:
    plan = plan_of(5_000, answers={"agreements/statuses/ks-main@a/state": AgreementState.NOT_RELEVANT})
    assert not any("ks-main" in one.address[2] for one in found(plan, "agreement-unsigned"))
    assert any("ks-terms" in one.address[2] for one in found(plan, "agreement-unsigned"))


def test_one_person_with_very_many_roles_is_worth_a_warning() -> None:
    roles = ("it", "archive", "legal", "purchasing", "management")
    held = tuple(RoleAssignment(id=role, person="p") for role in roles)
    people = (Person(id="p", name="Kari"),)
    plan = plan_of(5_000, answers={"people/persons": people, "people/roles": held})
    assert severity_of(plan, "person-overloaded") is WARNING
    fewer = plan_of(5_000, answers={"people/persons": people, "people/roles": held[:2]})
    assert not found(fewer, "person-overloaded")


def test_more_hours_than_a_week_has_are_worth_a_warning() -> None:
    people = (Person(id="p", name="Kari"),)

    def held(hours: str) -> Plan:
        roles = (
            RoleAssignment(id="it", person="p", hours_per_week=Decimal(hours)),
            RoleAssignment(id="legal", person="p", hours_per_week=Decimal("7.5")),
        )
        return plan_of(5_000, answers={"people/persons": people, "people/roles": roles})

    assert not found(held("30"), "person-hours")
    assert severity_of(held("30.5"), "person-hours") is WARNING


def test_own_acceptance_limit() -> None:
    scored = {name.replace("__", "/"): value for name, value in risk(likelihood=2, consequence=3).items()}
    assert not found(plan_of(5_000, answers=scored), "risk-unhandled")
    assert found(plan_of(5_000, answers=scored | {"privacy/acceptance_limit": 5}), "risk-unhandled")


@pytest.mark.parametrize(
    ("address", "text", "words"),
    [
        (f"{PLACE}/population", "tretti", "«tretti» er ikke et tall"),
        (f"{PLACE}/org_number", "123456789", "Kontrollsifferet"),
        (f"{PLACE}/population_date", "31.2.2026", "finnes ikke i kalenderen"),
        ("people/persons/p/email", "kari", "ikke en e-postadresse"),
    ],
)
def test_text_that_can_not_be_read_is_an_error_at_its_field(address: str, text: str, words: str) -> None:
    plan = plan_of(5_000, answers={"people/persons": (Person(id="p"),)})
    document = Document(plan=plan, drafts=(Draft(id=address, text=text), Draft(id="people/persons/x/email", text="?")))
    (finding,) = [one for one in Figures(document, content(), TODAY).findings if one.rule == "draft"]
    assert "/".join(finding.address) == address
    assert finding.severity is ERROR
    assert words in finding.message
    assert finding.step is step_of(finding.address)


def test_a_draft_that_can_be_read_by_now_says_nothing() -> None:
    document = Document(plan=plan_of(5_000), drafts=(Draft(id=f"{PLACE}/population", text="6 300"),))
    assert not [one for one in Figures(document, content(), TODAY).findings if one.rule == "draft"]


def test_findings_come_step_by_step_and_the_worst_first() -> None:
    findings = figures_of(plan_of(None, 0, 6_300)).findings
    steps = [finding.step for finding in findings]
    assert steps == sorted(steps, key=list(type(steps[0])).index)
    for step in set(steps):
        severities = [finding.severity for finding in findings if finding.step is step]
        assert severities == sorted(severities, reverse=True)


def test_a_target_for_the_digital_share_is_the_one_that_is_reckoned_with() -> None:
    item = Benefit(id="g", number="K1", title="Lettere", catalogue_id="one-channel", target_on=date(2028, 3, 6))
    answers: dict[str, object] = {"connection/day/shared/wished": date(2027, 3, 4), "benefits/items": (item,)}
    off = plan_of(5_000, answers={**answers, "benefits/items/g/target": Decimal(45)})
    (finding,) = found(off, "target-off-ramp")
    assert finding.message == "K1 Lettere: målet er 45 prosent, men regnestykket bruker 40 prosent i år 2."
    assert not found(plan_of(5_000, answers={**answers, "benefits/items/g/target": Decimal(40)}), "target-off-ramp")
