"""What is asked once: every place that it stands in takes it from there, says so, and rules and documents follow."""

from datetime import date
from decimal import Decimal

import pytest

from digisos_wizard.model.address import Address, exists, read
from digisos_wizard.model.agreements import Signatory
from digisos_wizard.model.base import Own, PerMunicipality
from digisos_wizard.model.benefits import Benefit, BenefitMeasure
from digisos_wizard.model.connection import ActivityStatus
from digisos_wizard.model.costs import VendorCost
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.judged.inherited import Inherited
from digisos_wizard.model.mapping import FormResponse, FormRow, ProcessStep
from digisos_wizard.model.people import Person, RoleAssignment
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.privacy import Risk, RiskMeasure
from digisos_wizard.model.rules.commitments.words import owner_words
from digisos_wizard.model.rules.people.holders import holder, stands
from digisos_wizard.model.signoff import ChecklistAnswer
from digisos_wizard.model.terms import CaseSystemModel, TaskState
from tests.model.given import figures_of, found, plan_of
from tests.model.promised import promised

WISHED = "connection/day/shared/wished"
MARCH = date(2027, 3, 4)
PEOPLE = (Person(id="p", name="Kari"), Person(id="q", name="Liv"))


def given(*populations: int, **answers: object) -> Plan:
    """Return a plan with a day, Kari and Liv, and answers whose slashes are written as two underscores."""
    told = {key.replace("__", "/"): value for key, value in answers.items()}
    return plan_of(*(populations or (5_000,)), answers={WISHED: MARCH, "people/persons": PEOPLE, **told})


def at(plan: Plan, address: str) -> Inherited | None:
    """Return what a field takes from elsewhere."""
    return figures_of(plan).inherited.get(read(address))


def said(plan: Plan, address: str) -> str:
    """Return what a field says of it, empty where it takes nothing."""
    one = at(plan, address)
    return one.words if one is not None else ""


@pytest.mark.parametrize(
    ("role", "address"),
    [
        ("management", "decision/project_owner"),
        ("management", "benefits/responsible"),
        ("management", "privacy/dpia/shared/decided_by"),
        ("management", "privacy/ros/shared/decided_by"),
        ("privacy-officer", "privacy/dpia/shared/officer"),
        ("signatory", "agreements/signatory/shared/person"),
        ("fiks-contact", "connection/contingency/watcher"),
        ("archive", "connection/fiks/shared/altinn_role_holder"),
    ],
)
def test_whoever_holds_a_role_stands_where_it_is_asked_for(role: str, address: str) -> None:
    plan = given(people__roles=(RoleAssignment(id=role, person="p"),))
    assert said(plan, address) == "Kari – fra Roller"
    assert stands(plan, read(address)).person == "p"
    named = apply(plan, Set(read(address), "q"))
    assert said(named, address) == "Kari – fra Roller", "the way back"
    assert stands(named, read(address)).person == "q"
    idle = apply(plan, Set(("people", "roles"), (RoleAssignment(id=role, person="p", not_relevant=True),)))
    assert said(idle, address) == ""


def test_a_deputy_is_the_deputy_of_the_role() -> None:
    plan = given(people__roles=(RoleAssignment(id="fiks-contact", person="p", deputy="q"),))
    assert said(plan, "connection/contingency/deputy") == "Liv – fra Roller"


def test_a_role_that_is_answered_elsewhere_shows_it() -> None:
    plan = given(agreements__signatory__shared=Signatory(person="p"))
    assert said(plan, "people/roles/signatory/person") == "Kari – fra Avtaler"
    named = apply(plan, Set(("people", "roles"), (RoleAssignment(id="signatory", person="q"),)))
    assert said(named, "people/roles/signatory/person") == "Kari – fra Avtaler", "it is what the agreements say"
    assert holder(named, "signatory").person == "p"


def test_an_own_signatory_follows_the_role_and_signs_its_agreements() -> None:
    own = (Own[Signatory](id="b", value=Signatory()),)
    plan = given(
        5_000,
        6_000,
        people__roles=(RoleAssignment(id="signatory", person="q"),),
        agreements__signatory=PerMunicipality[Signatory](shared=Signatory(person="p"), own=own),
    )
    assert said(plan, "agreements/signatory/own/b/value/person") == "Liv – fra Roller"
    assert said(plan, "agreements/statuses/ks-terms@a/signed_by") == "Kari – fra Avtaler"
    assert said(plan, "agreements/statuses/ks-terms@b/signed_by") == "Liv – fra Roller"


def test_an_activity_takes_owner_deadline_and_state_from_where_they_are() -> None:
    plan = given(
        people__roles=(RoleAssignment(id="it", person="p"),),
        connection__contingency__established_on=date(2026, 11, 2),
    )
    row = "connection/activities/contingency"
    assert said(plan, f"{row}/owner") == "Kari – fra Roller: IT"
    assert said(plan, f"{row}/deadline") == "25. februar 2027 – regnet fra påkoblingsdagen"
    assert said(plan, f"{row}/state") == "Ferdig – fra Påkoblingsplan"
    assert said(plan, f"{row}/done_on") == "2. november 2026 – fra Påkoblingsplan"


def test_the_checklist_and_tasks_take_them_from_each_other_and_their_whole() -> None:
    plan = given(
        checklist__answers=(ChecklistAnswer(id="org.benefits-plan", responsible="q", deadline=date(2026, 12, 18)),),
        people__roles=(RoleAssignment(id="purchasing", person="p"),),
    )
    assert said(plan, "connection/activities/benefits-plan/owner") == "Liv – fra Sjekkliste og signering"
    assert said(plan, "connection/activities/benefits-plan/deadline").startswith("18. desember 2026 – fra Sjekkliste")
    assert said(plan, "checklist/answers/org.benefits-plan/deadline").endswith("regnet fra påkoblingsdagen")
    part = said(plan, "checklist/answers/decision.operation/responsible")
    assert part == "Kari – fra «Finansier tilknytning, drift og fagsystem»"


def test_dates_of_targets_follow_the_measuring_points_and_the_start_the_day() -> None:
    plan = given(benefits__items=(Benefit(id="g", owner="p", measures=(BenefitMeasure(id="m"),)),))
    assert said(plan, "benefits/items/g/midway_on") == "6. september 2027 – fra Måling"
    assert said(plan, "benefits/items/g/target_on") == "6. mars 2028 – fra Måling"
    assert said(plan, "benefits/items/g/start_on") == "4. mars 2027 – fra Påkoblingsplan"
    assert said(plan, "benefits/items/g/measured_by") == "Kari – fra gevinsteieren"
    assert said(plan, "benefits/items/g/measures/m/responsible") == "Kari – fra gevinsteieren"


def test_a_measure_is_done_by_whoever_does_the_one_before_it() -> None:
    measures = (RiskMeasure(id="1", owner="p"), RiskMeasure(id="2"), RiskMeasure(id="3", owner="q"))
    plan = given(privacy__risks=(Risk(id="r", measures=measures),))
    assert said(plan, "privacy/risks/r/measures/2/owner") == "Kari – fra tiltaket før"
    assert said(plan, "privacy/risks/r/measures/1/owner") == ""
    figures = figures_of(plan)
    owners = [figures.register.by_key[f"r/{number}"].owner for number in "123"]
    assert [owner_words(plan, figures.content, owner) for owner in owners] == ["Kari", "Kari", "Liv"]


def test_minutes_of_staff_are_copies() -> None:
    rows = (FormRow(id="s", paper_minutes=Decimal(12)),)
    step = ProcessStep(id="s", name="Åpne", paper_minutes=Decimal(12))
    plan = given(mapping__steps=(step,), mapping__responses=(FormResponse(id="a", rows=rows),))
    one = at(plan, "mapping/steps/s/paper_minutes")
    assert one is not None
    assert (one.copied, one.words, one.value) == (True, "12 – fra 1 svar", Decimal(12))


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (CaseSystemModel.SHARED, "Alle samlet"),
        (CaseSystemModel.SEPARATE, "Hver for seg"),
    ],
)
def test_whether_they_share_a_case_system_is_asked_once(model: CaseSystemModel, words: str) -> None:
    lines = (VendorCost(id="v"),)
    plan = given(5_000, 6_000, cooperation__case_systems=model, costs__answers__shared__vendor_costs=lines)
    assert said(plan, "costs/answers/shared/vendor_costs/v/coverage/covers") == f"{words} – fra Beslutning"
    alone = given(5_000, cooperation__case_systems=model, costs__answers__shared__vendor_costs=lines)
    assert said(alone, "costs/answers/shared/vendor_costs/v/coverage/covers") == ""


def test_nobody_is_asked_for_who_is_inherited() -> None:
    roles = (RoleAssignment(id="management", person="p"), RoleAssignment(id="privacy-officer", person="p"))
    for rule in ("owner-missing", "responsible-missing", "officer-missing"):
        assert found(given(), rule), rule
        assert not found(given(people__roles=roles), rule), rule


def test_the_access_in_altinn_is_meant_for_somebody_until_it_is_said() -> None:
    plan = given(people__roles=(RoleAssignment(id="archive", person="p"),))
    proof = figures_of(plan).register.by_key["altinn"].standing.proof
    assert proof is not None
    assert (proof.state, proof.text) == (TaskState.OPEN, "Kari er tenkt å ha tilgangen. Velg den som har den.")
    named = apply(plan, Set(read("connection/fiks/shared/altinn_role_holder"), "p"))
    assert figures_of(named).register.by_key["altinn"].finished


@pytest.mark.parametrize("seed", range(3))
def test_every_field_that_inherits_exists_and_what_it_takes_can_be_its_own(seed: int) -> None:
    plan = promised(seed)
    inherited = figures_of(plan).inherited
    assert len(inherited) > 100
    for address, one in inherited.items():
        assert exists(plan, address), address
        assert one.text
        assert one.origin.startswith(("fra ", "regnet ", "avtalt ", "noe annet ")), one.origin
        assert apply(plan, Set(address, one.value)) is not None


def test_emptying_a_field_leaves_what_was_inherited() -> None:
    """What a field says it would take, is what holds when it is emptied."""
    for plan in map(promised, range(2)):
        figures = figures_of(plan)
        rows: dict[Address, str] = {("connection", "activities"): "owner", ("checklist", "answers"): "responsible"}
        for address, one in list(figures.inherited.items()):
            if address[3:] != (rows.get(address[:2]),):
                continue
            commitment = figures_of(apply(plan, Set(address, None))).register.at(address)
            assert commitment is not None
            assert commitment.owner.person == one.value, address


def test_other_answers_are_untouched() -> None:
    plan = given(connection__activities=(ActivityStatus(id="fiks", note="Se her"),))
    assert said(plan, "connection/activities/fiks/note") == ""
    assert said(plan, "decision/office") == ""
