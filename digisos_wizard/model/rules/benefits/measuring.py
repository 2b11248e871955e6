"""Measuring the benefits: baseline, measuring points, the last value, deviation and achievement (PV)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.benefits import Benefit, Measurement
from digisos_wizard.model.content import Content, MeasuringPointSpec
from digisos_wizard.model.mapping import Mapping
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.connection.measuring_days import measuring_day
from digisos_wizard.model.rules.costs.result import ZERO


@dataclass(frozen=True, slots=True)
class Point:
    """A day on which the indicators are measured; `day` None before a connection day is known."""

    spec: MeasuringPointSpec
    day: date | None
    own: bool


class Verdict(StrEnum):
    """What a measurement says: a benefit reaches a target, a disadvantage keeps within a limit."""

    UNMEASURED = "unmeasured"
    UNKNOWN = "unknown"
    REACHED = "reached"
    UNDERWAY = "underway"
    BACK = "back"
    WITHIN = "within"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Status:
    """How far one benefit's indicator has come; None where something that it needs is missing.

    `achieved` is a benefit's part of the way to its target, `used` a disadvantage's part of the room up to its limit.
    """

    benefit: Benefit
    baseline: Decimal | None
    last: Measurement | None
    deviation: Decimal | None
    achieved: Decimal | None
    used: Decimal | None
    verdict: Verdict

    @property
    def words(self) -> str:
        """What the measurement says, in words."""
        share = formatting.number((self.achieved or ZERO) * 100, 0)
        over = formatting.number(self.deviation or ZERO)
        return {
            Verdict.UNMEASURED: _("Ikke målt"),
            Verdict.UNKNOWN: _("Kan ikke regnes ut"),
            Verdict.REACHED: _("Målet er nådd: {share} prosent").format(share=share),
            Verdict.UNDERWAY: _("{share} prosent av veien").format(share=share),
            Verdict.BACK: _("Feil vei: {share} prosent").format(share=share),
            Verdict.WITHIN: _("Innenfor grensen"),
            Verdict.OVER: _("Over grensen med {gap}").format(gap=over),
        }[self.verdict]


def achievement(baseline: Decimal | None, target: Decimal | None, measured: Decimal | None) -> Decimal | None:
    """Return (measured − baseline) / (target − baseline); None where it is undefined."""
    if baseline is None or target is None or measured is None or target == baseline:
        return None
    return (measured - baseline) / (target - baseline)


def baseline_of(benefit: Benefit, mapping: Mapping) -> Decimal | None:
    """Return the benefit's own baseline, else the paper minutes of the steps that it is taken from."""
    if benefit.baseline is not None or not benefit.baseline_steps:
        return benefit.baseline
    total = ZERO
    chosen = [step for step in mapping.steps if step.id in benefit.baseline_steps]
    for step in chosen:
        if step.paper_minutes is None:
            return None
        total += step.paper_minutes
    return total if chosen else None


def latest(measurements: Iterable[Measurement]) -> Measurement | None:
    """Return the last measurement that has a value.

    The latest day counts; on the same day what belongs to a measuring point, then what was entered last.
    """
    known = [measurement for measurement in measurements if measurement.value is not None]
    return max(reversed(known), key=_order, default=None)


def _order(measurement: Measurement) -> tuple[date, bool]:
    return measurement.measured_on or date.min, bool(measurement.point)


def room_used(baseline: Decimal | None, limit: Decimal | None, measured: Decimal | None) -> Decimal | None:
    """Return how much of the room from baseline to limit is used; more than 1 is over. None where there is no room."""
    if baseline is None or limit is None or measured is None or limit <= baseline:
        return None
    return (measured - baseline) / (limit - baseline)


def status(benefit: Benefit, mapping: Mapping) -> Status:
    """Return how far a benefit's indicator has come, or whether a disadvantage keeps within its limit."""
    baseline, last = baseline_of(benefit, mapping), latest(benefit.measurements)
    value = last.value if last is not None else None
    deviation = value - benefit.target if value is not None and benefit.target is not None else None
    if benefit.disadvantage:
        used = room_used(baseline, benefit.target, value)
        return Status(benefit, baseline, last, deviation, None, used, _kept(value, deviation))
    achieved = achievement(baseline, benefit.target, value)
    return Status(benefit, baseline, last, deviation, achieved, None, _come(value, achieved))


def verdict(benefit: Benefit, baseline: Decimal | None, measured: Decimal | None) -> Verdict:
    """Return what one measured value says of a benefit or a disadvantage."""
    if benefit.disadvantage:
        gap = measured - benefit.target if measured is not None and benefit.target is not None else None
        return _kept(measured, gap)
    return _come(measured, achievement(baseline, benefit.target, measured))


def _kept(value: Decimal | None, deviation: Decimal | None) -> Verdict:
    if value is None:
        return Verdict.UNMEASURED
    if deviation is None:
        return Verdict.UNKNOWN
    return Verdict.OVER if deviation > 0 else Verdict.WITHIN


def _come(value: Decimal | None, achieved: Decimal | None) -> Verdict:
    if value is None:
        return Verdict.UNMEASURED
    if achieved is None:
        return Verdict.UNKNOWN
    if achieved >= 1:
        return Verdict.REACHED
    return Verdict.UNDERWAY if achieved >= 0 else Verdict.BACK


def points(plan: Plan, content: Content, day: date | None) -> tuple[Point, ...]:
    """Return the measuring points with their days, as everything else has them."""
    own = {point.id for point in plan.benefits.measuring_points if point.planned_on is not None}
    return tuple(Point(spec, measuring_day(plan, spec, day), spec.id in own) for spec in content.measuring_points)


def is_due(plan: Plan, point: Point, today: date) -> bool:
    """Tell whether numbers are asked for: the point's day has come, or somebody has measured at it already."""
    measured = any(measured_at(item, point.spec.id) is not None for item in plan.benefits.items)
    return measured or (point.day is not None and point.day <= today)


def unmeasured(plan: Plan, point: Point) -> int:
    """Return how many benefits with an indicator have no value at a point."""
    indicated = (item for item in plan.benefits.items if item.indicator.strip())
    return sum(measured_at(item, point.spec.id) is None for item in indicated)


def measured_at(benefit: Benefit, point: str) -> Measurement | None:
    """Return the last measurement that belongs to a measuring point and has a value."""
    return latest(measurement for measurement in benefit.measurements if measurement.point == point)


def row_at(benefit: Benefit, point: str) -> Measurement | None:
    """Return what stands in a measuring point's row: what was measured, else one whose value is not there yet."""
    unmeasured = (measurement for measurement in benefit.measurements if measurement.point == point)
    return measured_at(benefit, point) or next(unmeasured, None)
