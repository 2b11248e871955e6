"""The assessment of consequences for privacy and the risk analysis (GDPR art. 35–36)."""

from datetime import date

from .base import Item, PerMunicipality, Record, SparseItem
from .terms import ReviewState, RiskKind, SecurityAspect, TaskState


class DpiaPart(SparseItem):
    """The text of one part of the DPIA; the id is the part's content id."""

    text: str = ""
    state: ReviewState = ReviewState.DRAFT
    comment: str = ""


class RiskMeasure(Item):
    """Something that will be done about a risk."""

    text: str = ""
    owner: str | None = None
    deadline: date | None = None
    state: TaskState = TaskState.OPEN


class Risk(Item):
    """A risk to persons (DPIA) or to security (ROS); likelihood and consequence run from 1 to 5."""

    kind: RiskKind = RiskKind.DPIA
    catalogue_id: str | None = None
    title: str = ""
    cause: str = ""
    effect: str = ""
    aspect: SecurityAspect | None = None
    likelihood: int | None = None
    consequence: int | None = None
    existing_measures: str = ""
    measures: tuple[RiskMeasure, ...] = ()
    residual_likelihood: int | None = None
    residual_consequence: int | None = None
    residual_reason: str = ""
    accepted: bool = False
    acceptance_reason: str = ""


class ScaleWord(SparseItem):
    """The office's own word for a step of a scale; the id is `likelihood.3` or `consequence.3`."""

    text: str = ""


class DpiaConclusion(Record):
    """What one controller concludes, after the data protection officer's advice."""

    officer: str | None = None
    advice: str = ""
    advised_on: date | None = None
    followed: bool | None = None
    deviation_reason: str = ""
    views_of_registered: str = ""
    conclusion: str = ""
    decided_by: str | None = None
    decided_on: date | None = None
    prior_consultation: bool | None = None
    consultation_sent_on: date | None = None
    revise_on: date | None = None


class RosConclusion(Record):
    """What one controller concludes from the risk analysis."""

    conclusion: str = ""
    decided_by: str | None = None
    decided_on: date | None = None
    revise_on: date | None = None


class Privacy(Record):
    """DPIA, whether the ways of the data are held against the agreements, risks, and each controller's conclusions."""

    parts: tuple[DpiaPart, ...] = ()
    flow_checked: bool = False
    risks: tuple[Risk, ...] = ()
    acceptance_limit: int | None = None
    scale: tuple[ScaleWord, ...] = ()
    dpia: PerMunicipality[DpiaConclusion] = PerMunicipality[DpiaConclusion](shared=DpiaConclusion())
    ros: PerMunicipality[RosConclusion] = PerMunicipality[RosConclusion](shared=RosConclusion())
