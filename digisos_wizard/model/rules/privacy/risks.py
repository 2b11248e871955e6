"""Risks of both kinds: how high, where on the map before and after measures, and what is done about them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Content
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.privacy import Risk, RiskMeasure
from digisos_wizard.model.terms import RiskKind, TaskState

STEPS = range(1, 6)
"""Likelihood and consequence run from 1 to 5."""
HIGH = 15
"""From this product on, a risk is high: what is left of it asks for prior consultation (own)."""
UNHANDLED_STATES = (TaskState.OPEN, TaskState.IN_PROGRESS)


def kind_name(kind: RiskKind) -> str:
    """Return what an assessment of the kind is called for short."""
    return {RiskKind.DPIA: _("DPIA"), RiskKind.ROS: _("ROS")}[kind]


class RiskLevel(StrEnum):
    """How high a risk is, against the acceptance limit."""

    LOW = "low"
    ABOVE_LIMIT = "above_limit"
    HIGH = "high"


def level_words(level: RiskLevel) -> str:
    """Return the words for how high a risk is."""
    return {RiskLevel.LOW: _("lav"), RiskLevel.ABOVE_LIMIT: _("over grensen"), RiskLevel.HIGH: _("høy")}[level]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the map and the ids of the risks in it."""

    likelihood: int
    consequence: int
    level: RiskLevel
    risks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """A measure of the action plan, with the risk that it is for."""

    risk: Risk
    measure: RiskMeasure
    address: Address
    late: bool


def acceptance_limit(plan: Plan, content: Content) -> int:
    """Return likelihood × consequence above which a risk needs a measure or an acceptance."""
    own = plan.privacy.acceptance_limit
    return own if own is not None else int(content.assumption_index["acceptance-limit"].value)


def consultation_weeks(content: Content) -> tuple[int, int]:
    """Return how many weeks the supervisory authority may take over a prior consultation, and how many more."""
    found = content.assumption_index
    return int(found["consultation-weeks"].value), int(found["consultation-more-weeks"].value)


def scale_word(plan: Plan, content: Content, scale: str, step: int) -> str:
    """Return the word for a step of `likelihood` or `consequence`: the office's own, else the content's."""
    key = f"{scale}.{step}"
    own = next((word.text for word in plan.privacy.scale if word.id == key and word.text.strip()), "")
    return own or next((word.label for word in content.scales if word.id == key), str(step))


def scale_meaning(plan: Plan, content: Content, scale: str, step: int) -> str:
    """Return what a step means, empty where the office has a word of its own for it."""
    key = f"{scale}.{step}"
    own = any(word.id == key and word.text.strip() for word in plan.privacy.scale)
    return "" if own else next((word.help for word in content.scales if word.id == key), "")


def level_of(product: int, limit: int) -> RiskLevel:
    """Return how high a product of likelihood and consequence is."""
    if product <= limit:
        return RiskLevel.LOW
    return RiskLevel.HIGH if product >= HIGH else RiskLevel.ABOVE_LIMIT


def scored(risk: Risk, *, after: bool = False) -> tuple[int, int] | None:
    """Return likelihood and consequence, after measures where asked for and assessed; None where not assessed."""
    if after and risk.residual_likelihood is not None and risk.residual_consequence is not None:
        return risk.residual_likelihood, risk.residual_consequence
    if risk.likelihood is None or risk.consequence is None:
        return None
    return risk.likelihood, risk.consequence


def of_kind(plan: Plan, kind: RiskKind) -> tuple[Risk, ...]:
    """Return the risks of a kind, in the plan's order."""
    return tuple(risk for risk in plan.privacy.risks if risk.kind is kind)


def cells(plan: Plan, content: Content, kind: RiskKind, *, after: bool = False, without: str = "") -> tuple[Cell, ...]:
    """Return all 25 cells of a map, likelihood 5 first, consequence 1 first; one risk may be left out."""
    limit = acceptance_limit(plan, content)
    placed: dict[tuple[int, int], list[str]] = {}
    for risk in of_kind(plan, kind):
        if risk.id != without and (place := scored(risk, after=after)) is not None:
            placed.setdefault(place, []).append(risk.id)
    return tuple(
        Cell(likely, serious, level_of(likely * serious, limit), tuple(placed.get((likely, serious), ())))
        for likely in reversed(STEPS)
        for serious in STEPS
    )


def unhandled(risk: Risk, limit: int) -> bool:
    """Tell whether a risk is above the limit with neither measures nor an acceptance."""
    place = scored(risk)
    return place is not None and place[0] * place[1] > limit and not risk.measures and not risk.accepted


def left_high(plan: Plan) -> tuple[Risk, ...]:
    """Return the risks to persons that are high even after measures (GDPR art. 36)."""
    return tuple(
        risk
        for risk in of_kind(plan, RiskKind.DPIA)
        if (place := scored(risk, after=True)) is not None and place[0] * place[1] >= HIGH
    )


def owner_of(risk: Risk, measure: RiskMeasure) -> tuple[str | None, Address]:
    """Return who does a measure and where that is said: whoever is named, else for the measure before it."""
    owner, at = None, measure.id
    for one in risk.measures:
        if one.owner:
            owner, at = one.owner, one.id
        if one.id == measure.id:
            break
    return owner, ("privacy", "risks", risk.id, "measures", at if owner else measure.id, "owner")


def actions(plan: Plan, today: date) -> tuple[Action, ...]:
    """Return the measures of all risks: those with a deadline first, the nearest first."""
    found = [
        Action(
            risk,
            measure,
            ("privacy", "risks", risk.id, "measures", measure.id),
            measure.deadline is not None and measure.deadline < today and measure.state in UNHANDLED_STATES,
        )
        for risk in plan.privacy.risks
        for measure in risk.measures
    ]
    return tuple(sorted(found, key=lambda action: action.measure.deadline or date.max))
