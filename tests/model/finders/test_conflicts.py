"""Dates that can't all hold are named with both sides, where they can be mended."""

from datetime import date

import pytest

from digisos_wizard.model.agreements import Signatory
from digisos_wizard.model.base import Own, PerMunicipality
from digisos_wizard.model.connection import ActivityStatus, ConnectionDay, OwnActivity, ScheduleAssumption
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.terms import AgreementState
from tests.model.given import figures_of, found, plan_of, severity_of

WISHED = "connection/day/shared/wished"
MARCH = date(2027, 3, 4)


def test_a_signature_that_is_due_needs_somebody_to_give_it() -> None:
    """The dossier's example: the agreement must be signed by 9 February, but the signatory isn't settled."""
    plan = plan_of(5_000, answers={WISHED: MARCH})
    (finding,) = found(plan, "signing-unclear")
    assert "må være signert 11. februar 2027, men det er ikke avklart hvem som signerer" in finding.message
    assert finding.address == ("agreements", "signatory", "shared", "person")
    assert finding.severity is Severity.WARNING
    assert severity_of(plan, "signing-unclear", date(2027, 2, 15)) is Severity.BLOCKER
    settled = plan_of(5_000, answers={WISHED: MARCH, "agreements/signatory/shared": Signatory(person="p")})
    assert not found(settled, "signing-unclear")


def test_signed_agreements_wait_for_nobody() -> None:
    cells = figures_of(plan_of(5_000)).agreements
    states = {f"agreements/statuses/{cell.row_id}/state": AgreementState.SIGNED for cell in cells if cell.required}
    assert not found(plan_of(5_000, answers={WISHED: MARCH, **states}), "signing-unclear")


def test_each_signatory_is_asked_for_by_name() -> None:
    own = PerMunicipality[Signatory](shared=Signatory(person="p"), own=(Own(id="b", value=Signatory()),))
    plan = plan_of(5_000, 6_000, answers={WISHED: MARCH, "agreements/signatory": own})
    (finding,) = found(plan, "signing-unclear")
    assert finding.message.startswith("Bjerk: ")


@pytest.mark.parametrize(
    ("field", "words"), [("installation_date", "Installasjonen"), ("training_date", "Opplæringen")]
)
def test_the_vendor_comes_before_the_day(field: str, words: str) -> None:
    late = plan_of(5_000, answers={WISHED: MARCH, f"vendor/shared/{field}": MARCH})
    (finding,) = found(late, f"vendor-{field.partition('_')[0]}-late")
    assert finding.severity is Severity.BLOCKER
    assert finding.message.startswith(f"{words} er avtalt til 4. mars")
    early = plan_of(5_000, answers={WISHED: MARCH, f"vendor/shared/{field}": date(2027, 3, 3)})
    assert not found(early, f"vendor-{field.partition('_')[0]}-late")


def test_activities_that_wait_for_each_other_are_named() -> None:
    own = (
        OwnActivity(id="a", title="Kake", after=("b",), offset_days=-5),
        OwnActivity(id="b", title="Kaffe", after=("a",)),
    )
    plan = plan_of(5_000, answers={WISHED: MARCH, "connection/own_activities": own})
    (finding,) = found(plan, "own-circle")
    assert finding.severity is Severity.ERROR
    assert "Kake" in finding.message
    assert "Kaffe" in finding.message
    assert finding.address[-1] == "after"
    assert figures_of(plan).schedule.by_id["a"].deadline == date(2027, 2, 26), "and the rest is planned all the same"


def test_an_own_deadline_that_is_too_soon_is_said() -> None:
    early = (ActivityStatus(id="dpia", deadline=date(2026, 11, 27)),)
    (finding,) = found(
        plan_of(5_000, answers={WISHED: date(2027, 9, 2), "connection/activities": early}), "activity-no-time"
    )
    assert "har frist 27. november, men kan tidligst være ferdig" in finding.message


@pytest.mark.parametrize(
    ("day", "rule", "severity", "words"),
    [
        (date(2026, 12, 18), "day-infeasible", Severity.BLOCKER, "Tidligst mulig er 14. januar 2027"),
        (date(2027, 3, 22), "day-quiet", Severity.WARNING, "påskeuken"),
        (date(2027, 7, 13), "day-quiet", Severity.WARNING, "fellesferien"),
        (date(2060, 3, 4), "day-out-of-range", Severity.ERROR, "Sjekk årstallet"),
        (date(1999, 3, 4), "day-out-of-range", Severity.ERROR, "Sjekk årstallet"),
    ],
)
def test_a_day_that_will_not_do(day: date, rule: str, severity: Severity, words: str) -> None:
    (finding,) = found(plan_of(5_000, answers={WISHED: day}), rule)
    assert finding.severity is severity
    assert words in finding.message


def test_what_decides_is_said_by_name() -> None:
    (finding,) = found(plan_of(5_000, answers={WISHED: date(2026, 12, 18)}), "day-infeasible")
    assert "Vedta innføringen → Avklar med leverandøren" in finding.message


def test_a_fixed_weekday_is_the_offices_own() -> None:
    thursday = (ScheduleAssumption(id="slot-weekday", value=4),)
    answers: dict[str, object] = {"connection/assumptions": thursday}
    assert not found(plan_of(5_000, answers={WISHED: MARCH, **answers}), "day-not-slot")
    (finding,) = found(plan_of(5_000, answers={WISHED: date(2027, 3, 3), **answers}), "day-not-slot")
    assert "ikke en torsdag" in finding.message
    assert not found(plan_of(5_000, answers={WISHED: date(2027, 3, 3)}), "day-not-slot")


def test_only_the_municipality_without_time_is_blocked() -> None:
    days = PerMunicipality[ConnectionDay](
        shared=ConnectionDay(wished=date(2027, 9, 2)),
        own=(Own(id="b", value=ConnectionDay(wished=date(2026, 12, 15))),),
    )
    (finding,) = found(plan_of(5_000, 6_000, answers={"connection/day": days}), "day-infeasible")
    assert finding.message.startswith("Bjerk: ")
    assert finding.address == ("connection", "day", "own", "b", "value", "wished")
