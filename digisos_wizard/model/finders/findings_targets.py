"""Where a target says something else than the calculation assumes: both sides, once."""

from collections.abc import Iterator
from datetime import date

from digisos_wizard.i18n import _
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import number
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.benefits.basis import assumptions
from digisos_wizard.model.rules.connection.measuring_days import aimed_at

MONTHS = 12


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield targets for the share of digital applications that the assumed ramp doesn't reach or passes."""
    follows = {spec.id for spec in reckoned.content.benefits if spec.follows_ramp}
    day = reckoned.schedule.day
    aimed = aimed_at(reckoned.plan, reckoned.content, day, "target_on")
    digital = assumptions(reckoned.plan, reckoned.content).digital
    for benefit in reckoned.plan.benefits.items:
        target_on = benefit.target_on or aimed
        if benefit.catalogue_id not in follows or benefit.target is None or target_on is None or day is None:
            continue
        year = _months(day, target_on) // MONTHS
        if 0 <= year < len(digital) and digital[year] != benefit.target:
            text = _("{name}: målet er {target} prosent, men regnestykket bruker {share} prosent i år {year}.").format(
                name=f"{benefit.number} {benefit.title}".strip(),
                target=number(benefit.target),
                share=number(digital[year]),
                year=year + 1,
            )
            at = ("benefits", "items", benefit.id, "target")
            yield Finding("target-off-ramp", StepKey.BENEFITS, at, Severity.WARNING, text)


def _months(start: date, end: date) -> int:
    """Return the whole months between two days."""
    return (end.year - start.year) * MONTHS + end.month - start.month - (end.day < start.day)
