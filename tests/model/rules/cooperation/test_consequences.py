"""Who is controller, receiver and signatory: the two questions in every combination, for two to four municipalities."""

import pytest

from digisos_wizard.model.findings import Severity
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.cooperation.result import ControllerModel, Question, Support
from digisos_wizard.model.terms import CaseSystemModel, CooperationForm
from tests.model.given import figures_of, found, plan_of, severity_of

SHARED, PARTS, APART = CaseSystemModel.SHARED, CaseSystemModel.SHARED_PARTITIONED, CaseSystemModel.SEPARATE
OTHER_FORMS = [form for form in CooperationForm if form not in (CooperationForm.NONE, CooperationForm.HOST)]


def host(transferred: bool | None, stated: bool | None, systems: CaseSystemModel | None, count: int = 2) -> Plan:
    """Return a host cooperation where `a` is host."""
    return plan_of(
        *[5_000] * count,
        answers={
            "decision/office": "NAV Prøve",
            "cooperation/form": CooperationForm.HOST,
            "cooperation/host": "a",
            "cooperation/controller_transferred": transferred,
            "cooperation/transfer_stated": stated,
            "cooperation/case_systems": systems,
        },
    )


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize(
    ("transferred", "stated", "systems", "controllers", "receiver", "support"),
    [
        (True, True, SHARED, ControllerModel.HOST, "a", Support.LISTED),
        (True, True, PARTS, ControllerModel.HOST, "a", Support.LISTED),
        (True, True, APART, ControllerModel.HOST, None, Support.UNLISTED),
        (True, False, SHARED, ControllerModel.EACH, "a", Support.EARLIER),
        (True, False, APART, ControllerModel.EACH, None, Support.LISTED),
        (False, None, APART, ControllerModel.EACH, None, Support.LISTED),
        (False, None, PARTS, ControllerModel.EACH, "a", Support.ASK),
        (False, None, SHARED, ControllerModel.EACH, "a", Support.EARLIER),
    ],
)
def test_host_cooperation(
    count: int,
    transferred: bool,
    stated: bool | None,
    systems: CaseSystemModel,
    controllers: ControllerModel,
    receiver: str | None,
    support: Support,
) -> None:
    plan = host(transferred, stated, systems, count)
    result = figures_of(plan).cooperation
    assert result.controllers is controllers
    assert result.support is support
    assert len(result.municipalities) == count
    for place, line in zip("abcd", result.municipalities, strict=False):
        signs = "a" if controllers is ControllerModel.HOST else place
        assert line.controller == signs
        assert line.signs_with_directorate == signs
        assert line.receiver == (receiver or place)
        number = next(one.org_number for one in plan.decision.municipalities if one.id == line.receiver)
        assert line.receiving_org_number == number
        named = "Ask" if signs == "a" else next(m.name for m in plan.decision.municipalities if m.id == place)
        assert (f"NAV Prøve i {named}" in line.nav_text) is (support is not Support.UNLISTED)
        assert ("SvarUt-adressen til Ask" in line.fiks_text) is (line.receiver == "a" and place != "a")


def test_transferred_but_not_stated_stops_the_connection() -> None:
    (finding,) = found(host(True, False, SHARED), "transfer-not-stated")
    assert finding.severity is Severity.BLOCKER
    assert "vklar i samarbeidsavtalen" in finding.message
    assert not found(host(True, True, SHARED), "transfer-not-stated")


@pytest.mark.parametrize("form", OTHER_FORMS)
@pytest.mark.parametrize("count", [2, 3, 4])
def test_other_forms_sign_one_by_one_and_ask_digisos_about_routing(form: CooperationForm, count: int) -> None:
    plan = plan_of(*[5_000] * count, answers={"cooperation/form": form})
    result = figures_of(plan).cooperation
    assert result.controllers is ControllerModel.EACH
    assert result.support is Support.UNLISTED
    assert all("NAV" not in line.nav_text for line in result.municipalities)
    assert "vklare med Digisos" in result.summary
    assert [line.signs_with_directorate for line in result.municipalities] == list("abcd"[:count])
    assert {line.receiver for line in result.municipalities} == {None}
    assert severity_of(plan, "cooperation-other") is Severity.WARNING


def test_municipalities_that_do_not_cooperate_each_do_their_own() -> None:
    plan = plan_of(5_000, 6_000, answers={"cooperation/form": CooperationForm.NONE})
    result = figures_of(plan).cooperation
    assert result.controllers is ControllerModel.EACH
    assert [line.receiver for line in result.municipalities] == ["a", "b"]


def test_a_single_municipality_does_everything_itself() -> None:
    plan = plan_of(5_000)
    result = figures_of(plan).cooperation
    (line,) = result.municipalities
    assert result.controllers is ControllerModel.SINGLE
    assert (line.controller, line.receiver, line.signs_with_directorate) == ("a", "a", "a")
    needed = {cell.spec.id for cell in figures_of(plan).agreements if cell.required}
    assert needed == {"cooperation", "processing", "ks-terms", "ks-annex", "ks-main", "vendor"}


@pytest.mark.parametrize(
    ("answers", "rule"),
    [
        ({}, "cooperation-form"),
        ({"cooperation/form": CooperationForm.HOST}, "host-missing"),
        ({"cooperation/form": CooperationForm.HOST}, "controller-open"),
        ({"cooperation/form": CooperationForm.HOST}, "case-systems-open"),
        (
            {"cooperation/form": CooperationForm.HOST, "cooperation/controller_transferred": True},
            "transfer-open",
        ),
        ({"cooperation/form": CooperationForm.HOST, "cooperation/host": "gone"}, "host-unknown"),
    ],
)
def test_what_is_not_answered_is_asked_for(answers: dict[str, object], rule: str) -> None:
    plan = plan_of(5_000, 6_000, answers=answers)
    assert found(plan, rule)
    assert figures_of(plan).cooperation.controllers is ControllerModel.UNDECIDED


def test_the_receiving_number_of_its_own_wins_over_the_municipalitys() -> None:
    plan = plan_of(5_000, answers={"decision/municipalities/a/receiving_org_number": "940837685"})
    assert figures_of(plan).cooperation.municipalities[0].receiving_org_number == "940837685"


def test_a_combination_that_no_handbook_lists_is_warned_about() -> None:
    assert severity_of(host(True, True, APART), "combination-unsupported") is Severity.WARNING
    assert severity_of(host(False, None, PARTS), "combination-ask") is Severity.WARNING
    assert severity_of(host(False, None, SHARED), "combination-earlier") is Severity.NOTE
    assert not found(host(False, None, SHARED), "combination-unsupported")
    assert not found(host(True, True, SHARED), "combination-unsupported")
    assert not found(host(False, None, APART), "combination-unsupported")


def test_one_municipality_whose_host_is_elsewhere_is_asked_for_it() -> None:
    answers = {
        "cooperation/form": CooperationForm.HOST,
        "cooperation/controller_transferred": True,
        "cooperation/transfer_stated": True,
    }
    plan = plan_of(5_000, answers=answers)
    assert figures_of(plan).cooperation.question is Question.HOST
    assert severity_of(plan, "host-missing") is Severity.MISSING
    known = plan_of(5_000, answers={**answers, "cooperation/host": "a"})
    assert figures_of(known).cooperation.controllers is ControllerModel.HOST
    assert not found(known, "host-missing")
