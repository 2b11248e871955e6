"""On which days the benefits are measured: one rule for targets, measuring points, calendar and activities."""

from calendar import monthrange
from datetime import date

from digisos_wizard.model.content import Content, MeasuringPointSpec
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.connection.workdays import working_day_after
from digisos_wizard.model.rules.days import in_range

MONTHS = 12
LAST_YEAR = date.max.year
AIMS = {"midway_on": -2, "target_on": -1}
"""Fields for the days of the targets -> the measuring point that they follow until another day is set."""


def measuring_day(plan: Plan, spec: MeasuringPointSpec, day: date | None) -> date | None:
    """Return the day of a measuring point: the office's own, else so many months after the connection; a working day.

    None before a connection day is known.
    """
    own = next((row.planned_on for row in plan.benefits.measuring_points if row.id == spec.id), None)
    found = own if own is not None else months_after(day, spec.months) if day is not None else None
    return working_day_after(found) if found is not None and in_range(found) else found


def aimed_at(plan: Plan, content: Content, day: date | None, field: str) -> date | None:
    """Return when a target is to be reached as long as nothing else is said: when it is measured."""
    points = sorted(content.measuring_points, key=lambda spec: spec.months)
    at = AIMS[field]
    return measuring_day(plan, points[at], day) if len(points) >= -at else None


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, the month's last where it is shorter."""
    years, month = divmod(day.month - 1 + months, MONTHS)
    year = day.year + years
    if year > LAST_YEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
