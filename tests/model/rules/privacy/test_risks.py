"""Risks: levels against the limit, the map before and after, the action plan, and what a high risk asks for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.privacy import DpiaConclusion, Risk, RiskMeasure, ScaleWord
from digisos_wizard.model.rules.privacy.risks import (
    RiskLevel,
    actions,
    cells,
    left_high,
    level_of,
    scale_word,
    unhandled,
)
from digisos_wizard.model.terms import RiskKind, TaskState
from tests.model.given import TODAY, content, figures_of, found, plan_of, severity_of

CONNECT = "connection/day/shared/wished"


def risk(risk_id: str = "r", **fields: object) -> Risk:
    return Risk.model_validate({"id": risk_id, "title": "Lekkasje", **fields})


def risky(*risks: Risk, **answers: object) -> Plan:
    """Return a plan with those risks."""
    more = {name.replace("__", "/"): value for name, value in answers.items()}
    return plan_of(5_000, answers={"privacy/risks": risks, **more})


@pytest.mark.parametrize(
    ("product", "limit", "level"),
    [(9, 9, RiskLevel.LOW), (10, 9, RiskLevel.ABOVE_LIMIT), (15, 9, RiskLevel.HIGH), (15, 20, RiskLevel.LOW)],
)
def test_levels(product: int, limit: int, level: RiskLevel) -> None:
    assert level_of(product, limit) is level


def test_the_map_has_25_cells_with_the_highest_likelihood_on_top() -> None:
    plan = risky(risk("a", likelihood=4, consequence=5), risk("b", kind=RiskKind.ROS, likelihood=4, consequence=5))
    grid = cells(plan, content(), RiskKind.DPIA)
    assert [(cell.likelihood, cell.consequence) for cell in grid[:6]] == [
        (5, 1),
        (5, 2),
        (5, 3),
        (5, 4),
        (5, 5),
        (4, 1),
    ]
    (place,) = [cell for cell in grid if cell.risks]
    assert (place.likelihood, place.consequence, place.risks, place.level) == (4, 5, ("a",), RiskLevel.HIGH)


def test_after_measures_a_risk_moves_where_it_was_assessed_again() -> None:
    plan = risky(
        risk("a", likelihood=4, consequence=5, residual_likelihood=2, residual_consequence=5),
        risk("b", likelihood=3, consequence=3),
        risk("c", likelihood=3),
    )
    after = {
        cell.risks: (cell.likelihood, cell.consequence) for cell in cells(plan, content(), RiskKind.DPIA, after=True)
    }
    assert after[("a",)] == (2, 5)
    assert after[("b",)] == (3, 3)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=40))
def test_every_assessed_risk_stands_in_one_cell(scores: list[tuple[int, int]]) -> None:
    risks = [risk(str(number), likelihood=one, consequence=two) for number, (one, two) in enumerate(scores)]
    grid = cells(risky(*risks), content(), RiskKind.DPIA)
    assert len(grid) == 25
    assert sorted(found_id for cell in grid for found_id in cell.risks) == sorted(one.id for one in risks)


def test_the_office_can_choose_its_own_words() -> None:
    plan = risky(privacy__scale=(ScaleWord(id="likelihood.5", text="Hver uke"), ScaleWord(id="likelihood.4", text=" ")))
    assert scale_word(plan, content(), "likelihood", 5) == "Hver uke"
    assert scale_word(plan, content(), "likelihood", 4) == "Sannsynlig"


def test_the_action_plan_has_the_nearest_deadline_first_and_says_what_is_late() -> None:
    measures = (
        RiskMeasure(id="m1", text="Uten frist"),
        RiskMeasure(id="m2", text="Sent", deadline=date(2027, 2, 1)),
        RiskMeasure(id="m3", text="Forbi", deadline=date(2026, 11, 1)),
        RiskMeasure(id="m4", text="Gjort", deadline=date(2026, 10, 1), state=TaskState.DONE),
    )
    found_actions = actions(risky(risk(measures=measures)), TODAY)
    assert [action.measure.id for action in found_actions] == ["m4", "m3", "m2", "m1"]
    assert [action.late for action in found_actions] == [False, True, False, False]


def test_a_measure_stands_in_the_connection_plan_and_its_lateness_under_privacy() -> None:
    plan = risky(risk(measures=(RiskMeasure(id="m", text="Rutine", deadline=date(2026, 11, 1), owner="p"),)))
    item = next(item for item in figures_of(plan).schedule.activities if item.title == "Rutine")
    assert (item.deadline, item.owner, item.late) == (date(2026, 11, 1), "p", True)
    (finding,) = found(plan, "activity-late")
    assert finding.step is StepKey.PRIVACY
    assert finding.address == ("privacy", "risks", "r", "measures", "m")


def test_an_unhandled_risk_keeps_the_assessment_from_being_done() -> None:
    above = risk(likelihood=4, consequence=4)
    assert unhandled(above, 9)
    for plan, state in (
        (risky(above, privacy__dpia__shared__decided_on=TODAY), TaskState.IN_PROGRESS),
        (risky(above, privacy__ros__shared__decided_on=TODAY), TaskState.OPEN),
        (
            risky(risk(likelihood=4, consequence=4, accepted=True), privacy__dpia__shared__decided_on=TODAY),
            TaskState.DONE,
        ),
    ):
        assert next(row for row in figures_of(plan).checklist if row.row_id == "privacy.dpia").state is state


def test_what_is_high_even_after_measures_asks_about_prior_consultation() -> None:
    high = risk(likelihood=5, consequence=5, residual_likelihood=3, residual_consequence=5, accepted=True)
    assert left_high(risky(high)) == (high,)
    assert severity_of(risky(high), "consultation-open") is Severity.BLOCKER
    assert not found(risky(high, privacy__dpia__shared__prior_consultation=False), "consultation-open")
    lower = risk(likelihood=5, consequence=5, residual_likelihood=2, residual_consequence=5, accepted=True)
    assert not found(risky(lower), "consultation-open")


@pytest.mark.parametrize(
    ("day", "severity"),
    [
        (date(2027, 1, 14), Severity.BLOCKER),  # before the eight weeks of 25 November are over
        (date(2027, 2, 4), Severity.WARNING),  # before the six more
        (date(2027, 3, 4), None),
    ],
)
def test_the_answer_may_come_after_the_connection_day(day: date, severity: Severity | None) -> None:
    sent = DpiaConclusion(prior_consultation=True, consultation_sent_on=date(2026, 11, 25))
    plan = plan_of(5_000, answers={"privacy/dpia/shared": sent, CONNECT: day})
    assert severity_of(plan, "consultation-late") is severity


@pytest.mark.parametrize("text", ["1234.56.78903", "12345678903", "konto 1234 56 78903.", "123456 78903"])
def test_eleven_digits_are_asked_about(text: str) -> None:
    (finding,) = found(plan_of(5_000, answers={"decision/scope": text}), "eleven-digits")
    assert finding.severity is Severity.WARNING
    assert finding.address == ("decision", "scope")


@pytest.mark.parametrize("text", ["123456789", "62 56 30 00 12", "2026-11-23 14:30", "123456789012"])
def test_other_numbers_are_not(text: str) -> None:
    assert not found(plan_of(5_000, answers={"decision/scope": text}), "eleven-digits")


def test_every_way_of_the_data_has_somebody_who_answers_for_it_in_the_text() -> None:
    """The suggested description names everybody whom the picture names."""
    texts = " ".join(part.suggestion for part in content().dpia_parts).casefold()
    assert len(content().data_flow) >= 5
    for path in content().data_flow:
        word = {"Arbeids- og velferdsdirektoratet": "direktoratet", "Leverandøren av fagsystemet": "leverandøren"}
        assert word.get(path.responsible, path.responsible).casefold() in texts, path.id
        assert path.role in ("databehandler", "behandlingsansvarlig", "mottaker")
