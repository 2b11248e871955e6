"""What is said of a risk as it stands, and which fields are asked for."""

import pytest

from digisos_wizard.model.privacy import Risk, RiskMeasure
from digisos_wizard.model.rules.privacy.verdict import Verdict, asks_for, verdict
from digisos_wizard.model.terms import RiskKind

LIMIT = 9
MEASURE = (RiskMeasure(id="m", text="Rutine"),)


def risk(likelihood: int | None = None, consequence: int | None = None, **answers: object) -> Risk:
    return Risk.model_validate({"id": "r", "likelihood": likelihood, "consequence": consequence, **answers})


@pytest.mark.parametrize(
    ("one", "wanted"),
    [
        (risk(), Verdict.UNRATED),
        (risk(3), Verdict.UNRATED),
        (risk(2, 2), Verdict.BELOW),
        (risk(4, 4), Verdict.UNHANDLED),
        (risk(4, 4, measures=MEASURE), Verdict.AFTER_UNRATED),
        (risk(4, 4, measures=MEASURE, residual_likelihood=2, residual_consequence=2), Verdict.BELOW_AFTER),
        (risk(4, 4, measures=MEASURE, residual_likelihood=4, residual_consequence=3), Verdict.ABOVE_AFTER),
        (risk(4, 4, accepted=True), Verdict.ACCEPTED),
        (risk(2, 2, residual_likelihood=3, residual_consequence=2), Verdict.HIGHER_AFTER),
        (risk(2, 2, residual_likelihood=3, residual_consequence=2, residual_reason="Nytt"), Verdict.BELOW),
    ],
)
def test_the_verdict(one: Risk, wanted: Verdict) -> None:
    assert verdict(one, LIMIT) is wanted
    assert wanted.words.endswith(".")


@pytest.mark.parametrize(
    ("one", "path", "wanted"),
    [
        (risk(), "aspect", False),
        (risk(kind=RiskKind.ROS), "aspect", True),
        (risk(2, 2), "residual_likelihood", False),
        (risk(2, 2, measures=MEASURE), "residual_likelihood", True),
        (risk(2, 2), "accepted", False),
        (risk(4, 4), "accepted", True),
        (risk(4, 4, measures=MEASURE, residual_likelihood=2, residual_consequence=2), "accepted", False),
        (risk(4, 4), "acceptance_reason", False),
        (risk(4, 4, accepted=True), "acceptance_reason", True),
        (risk(2, 2, residual_likelihood=1, residual_consequence=2), "residual_reason", True),
        (risk(2, 2, measures=MEASURE, residual_likelihood=1, residual_consequence=2), "residual_reason", False),
        (risk(), "likelihood", True),
    ],
)
def test_what_is_asked_for(one: Risk, path: str, wanted: bool) -> None:
    assert asks_for(one, LIMIT, path) is wanted
