"""What if: costs at other assumptions, what another form of cooperation changes, and the mails that go out."""

from datetime import date
from decimal import Decimal

import pytest

from digisos_wizard.model.agreements import Signatory
from digisos_wizard.model.costs import VendorCost
from digisos_wizard.model.people import Person
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs.sensitivity import Factor, Swing
from digisos_wizard.model.terms import CaseSystemModel, CooperationForm, SignatoryBasis
from digisos_wizard.model.told.cooperation_change import changes
from digisos_wizard.model.told.cover_mail import Mail, draft
from tests.model.given import figures_of, plan_of

D = Decimal
PRICED = {
    "costs/years": 2,
    "connection/day/shared/wished": date(2027, 1, 4),
    "costs/answers/shared/digifin_member": True,
    "costs/answers/shared/ks_operation_yearly": D(1_000),
    "costs/answers/shared/vendor_costs": (VendorCost(id="v", one_off=D(100_000), yearly=D(10_000)),),
}


def swing(factor: Factor, **more: object) -> Swing:
    """Return one swing of a municipality of 10 000."""
    answers = PRICED | {name.replace("__", "/"): value for name, value in more.items()}
    return next(one for one in figures_of(plan_of(10_000, answers=answers)).sensitivity if one.factor is factor)


def test_population_moves_the_fee_and_navs_share() -> None:
    found = swing(Factor.POPULATION)
    # 86 000 + 2 × 13 200 + 2 × 1 000 + 100 000 + 2 × 10 000
    assert found.planned.net == D(234_400)
    assert found.high.net - found.planned.net == D(17_200) + 2 * D(2_640)
    assert found.planned.net - found.low.net == D(17_200) + 2 * D(2_640)


def test_fewer_inhabitants_may_fall_below_the_limit_of_the_fee() -> None:
    answers = PRICED | {"decision/municipalities/a/population": 7_000}
    found = figures_of(plan_of(7_000, answers=answers)).sensitivity[0]
    # 7 000 × 8,60 = 60 200; 5 600 inhabitants pay the fixed 55 000
    assert found.planned.net - found.low.net == D(5_200) + 2 * D(1_848)


def test_the_vendor_moves_both_its_prices() -> None:
    found = swing(Factor.VENDOR)
    assert found.high.net - found.planned.net == D(24_000)
    assert found.planned.net - found.low.net == D(24_000)


def test_the_index_moves_only_what_grows_and_by_points() -> None:
    # 24 200 a year grow by 1, 0 or −1 percent in the second year
    still = swing(Factor.INDEX)
    assert (still.high.net - still.planned.net, still.planned.net - still.low.net) == (D(242), D(242))
    # … and by 11, 10 or 9 percent
    found = swing(Factor.INDEX, costs__index_percent=D(10))
    assert (found.high.net - found.planned.net, found.planned.net - found.low.net) == (D(242), D(242))


def test_a_missing_price_stays_missing_whatever_is_moved() -> None:
    for found in figures_of(plan_of(10_000)).sensitivity:
        assert {found.low.complete, found.planned.complete, found.high.complete} == {False}


def host(**answers: object) -> Plan:
    """Return a host cooperation of two, transferred and shared unless said otherwise."""
    given_answers = {
        "form": CooperationForm.HOST,
        "host": "a",
        "controller_transferred": True,
        "transfer_stated": True,
        "case_systems": CaseSystemModel.SHARED,
    } | answers
    return plan_of(5_000, 6_000, answers={f"cooperation/{name}": value for name, value in given_answers.items()})


def test_taking_back_the_transfer_says_who_must_sign_and_who_is_controller() -> None:
    lines = changes(figures_of(host()), figures_of(host(transfer_stated=False)))
    assert "Bjerk: behandlingsansvarlig blir Bjerk (nå Ask)." in lines
    assert "Bjerk: må signere Databehandleravtale." in lines
    assert not any(line.startswith("Ask: må") for line in lines)


def test_separate_systems_move_the_applications() -> None:
    lines = changes(figures_of(host()), figures_of(host(case_systems=CaseSystemModel.SEPARATE)))
    assert "Bjerk: søknadene går til Bjerk (nå Ask)." in lines


def test_nothing_changed_says_nothing() -> None:
    assert changes(figures_of(host()), figures_of(host())) == ()


SIGNED_FOR = {
    "decision/office": "NAV Ask",
    "people/persons": (Person(id="p", name="Ola Test", title="Kommunedirektør", email="ola@ask.kommune.no"),),
    "agreements/signatory/shared": Signatory(person="p", basis=SignatoryBasis.DELEGATED, authority_reference="26/9"),
    "connection/day/shared/wished": date(2027, 3, 4),
}


def mail(agreement: str, plan: Plan) -> Mail:
    """Return the mail of an agreement of municipality `a`."""
    figures = figures_of(plan)
    found = draft(figures, next(cell for cell in figures.agreements if cell.row_id == f"{agreement}@a"))
    assert found is not None
    return found


def test_the_mail_to_ks_has_its_address_and_reference() -> None:
    found = mail("ks-terms", plan_of(5_000, answers=SIGNED_FOR))
    assert found.to == "fiks@ks.no"
    assert found.subject == "KS' vilkår for påkobling: Ask, referanse 19/00689"
    assert "19/00689" in found.body


@pytest.mark.parametrize("agreement", ["cooperation", "processing", "ks-terms", "ks-annex", "ks-main", "vendor"])
def test_a_mail_says_who_signs_with_what_authority_and_when(agreement: str) -> None:
    body = mail(agreement, plan_of(5_000, answers=SIGNED_FOR)).body
    for words in ("Ask, organisasjonsnummer 970540008", "Ola Test, Kommunedirektør", "26/9", "4. mars 2027", "NAV Ask"):
        assert words in body
    assert "{" not in body


def test_what_is_not_known_is_said_and_braces_of_a_user_are_just_braces() -> None:
    body = mail("cooperation", plan_of(5_000)).body
    assert "Signerer for kommunen: ikke avklart" in body
    assert "Fullmakt" not in body
    named = plan_of(5_000, answers={"decision/office": "NAV {signatory}"})
    assert "NAV {signatory}" in mail("vendor", named).body


def test_an_agreement_without_words_has_no_mail() -> None:
    figures = figures_of(plan_of(5_000))
    assert draft(figures, next(cell for cell in figures.agreements if cell.spec.id == "ks-supplement")) is None
