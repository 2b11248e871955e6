"""Measuring the benefits: baseline, measuring points, the last value, deviation and achievement (PV)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

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


@dataclass(frozen=True, slots=True)
class Status:
    """How far one benefit's indicator has come; None where something that it needs is missing."""

    benefit: Benefit
    baseline: Decimal | None
    last: Measurement | None
    deviation: Decimal | None
    achieved: Decimal | None


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


def status(benefit: Benefit, mapping: Mapping) -> Status:
    """Return how far a benefit's indicator has come."""
    baseline, last = baseline_of(benefit, mapping), latest(benefit.measurements)
    value = last.value if last is not None else None
    deviation = value - benefit.target if value is not None and benefit.target is not None else None
    return Status(benefit, baseline, last, deviation, achievement(baseline, benefit.target, value))


def points(plan: Plan, content: Content, day: date | None) -> tuple[Point, ...]:
    """Return the measuring points with their days, as everything else has them."""
    own = {point.id for point in plan.benefits.measuring_points if point.planned_on is not None}
    return tuple(Point(spec, measuring_day(plan, spec, day), spec.id in own) for spec in content.measuring_points)


def measured_at(benefit: Benefit, point: str) -> Measurement | None:
    """Return the last measurement that belongs to a measuring point and has a value."""
    return latest(measurement for measurement in benefit.measurements if measurement.point == point)


def row_at(benefit: Benefit, point: str) -> Measurement | None:
    """Return what stands in a measuring point's row: what was measured, else one whose value is not there yet."""
    unmeasured = (measurement for measurement in benefit.measurements if measurement.point == point)
    return measured_at(benefit, point) or next(unmeasured, None)
