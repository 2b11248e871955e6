"""Where dates in the plan can't all hold: each conflict is named with both sides and a place to mend it."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import near_day
from digisos_wizard.model.rules.cost_basis import connection_date
from digisos_wizard.model.rules.in_use import in_use
from digisos_wizard.model.rules.results.schedule import PlannedActivity
from digisos_wizard.model.rules.schedule import titled
from digisos_wizard.model.terms import AgreementState

if TYPE_CHECKING:
    from digisos_wizard.model.figures import Figures

OWN = ("connection", "own_activities")
UNSIGNED = (AgreementState.NOT_STARTED, AgreementState.SENT)
BETWEEN_MUNICIPALITIES = ("vendor", "inter-municipal")
"""Agreements that are not signed by the signatory towards directorate and KS alone."""


def conflicts(figures: "Figures") -> Iterator[Finding]:
    """Yield the conflicts of a plan that is not connected yet."""
    if figures.schedule.connected:
        return
    yield from _circles(figures)
    yield from _signatories(figures)
    yield from _vendor_dates(figures)
    yield from _deadlines(figures)


def _found(rule: str, address: Address, severity: Severity, message: str) -> Finding:
    return Finding(rule, StepKey.CONNECTION, address, severity, message)


def _circles(figures: "Figures") -> Iterator[Finding]:
    for circle in figures.schedule.circles:
        own = next((row for row in circle if any(one.id == row for one in figures.plan.connection.own_activities)), "")
        names = [title or _("Uten tekst") for title in figures.schedule.titled(circle)]
        text = _("Disse aktivitetene venter på hverandre i ring: {names}. Ta bort en av dem.")
        yield _found("own-circle", (*OWN, own, "after"), Severity.ERROR, text.format(names=" → ".join(names)))


def _signatories(figures: "Figures") -> Iterator[Finding]:
    """Yield that a signature is due while nobody is named to give it, once for each signatory."""
    plan = figures.plan
    due = _signature_due(figures)
    for used in in_use(plan, plan.agreements.signatory, ("agreements", "signatory")):
        if used.value.person:
            continue
        if used.municipality:
            places = [used.municipality]
        else:
            places = [one.id for one in plan.decision.municipalities if not plan.agreements.signatory.has_own(one.id)]
        waiting = sorted(found for place in places if (found := due.get(place)) is not None)
        if not waiting:
            continue
        day, title = waiting[0]
        text = _("{agreement} må være signert {day}, men det er ikke avklart hvem som signerer.")
        severity = Severity.BLOCKER if day < figures.today else Severity.WARNING
        words = used.said(text.format(agreement=title, day=near_day(day, figures.today)))
        yield _found("signing-unclear", (*used.at, "person"), severity, words)


def _signature_due(figures: "Figures") -> dict[str, tuple[date, str]]:
    """Return for every municipality when its first missing signature is due, and on what."""
    found: dict[str, tuple[date, str]] = {}
    for cell in figures.agreements:
        if not cell.required or cell.state not in UNSIGNED or cell.spec.id in BETWEEN_MUNICIPALITIES:
            continue
        activity = _activity(figures, f"agreement:{cell.spec.id}", cell.municipality)
        if activity is not None and activity.due is not None:
            here = (activity.due, cell.spec.title)
            found[cell.municipality] = min(found.get(cell.municipality, here), here)
    return found


def _activity(figures: "Figures", evidence: str, place: str) -> PlannedActivity | None:
    return next(
        (
            item
            for item in figures.schedule.activities
            if item.spec is not None and item.spec.evidence == evidence and item.municipality in ("", place)
        ),
        None,
    )


def _vendor_dates(figures: "Figures") -> Iterator[Finding]:
    plan = figures.plan
    for used in in_use(plan, plan.vendor, ("vendor",)):
        places = [used.municipality] if used.municipality else [one.id for one in plan.decision.municipalities] or [""]
        days = [day for place in places if (day := connection_date(plan, place)) is not None]
        if not days:
            continue
        for field, words in (
            ("installation_date", _("Installasjonen er avtalt til {date}, men dere vil koble på {day}.")),
            ("training_date", _("Opplæringen er avtalt til {date}, men dere vil koble på {day}.")),
        ):
            agreed: date | None = getattr(used.value, field)
            if agreed is not None and agreed >= min(days):
                text = used.said(
                    words.format(date=near_day(agreed, figures.today), day=near_day(min(days), figures.today))
                )
                yield _found(f"vendor-{field.partition('_')[0]}-late", (*used.at, field), Severity.BLOCKER, text)


def _deadlines(figures: "Figures") -> Iterator[Finding]:
    """Yield activities that can't be finished by a deadline that the office has set itself."""
    own = {status.id for status in figures.plan.connection.activities if status.deadline is not None}
    for item in figures.schedule.activities:
        reckoned, deadline = item.reckoned, item.deadline
        if reckoned is None or deadline is None or item.late or reckoned.soonest_finish <= deadline:
            continue
        if item.spec is not None and item.row_id not in own:
            continue
        text = _("{title} har frist {day}, men kan tidligst være ferdig {soonest}.").format(
            title=titled(figures, item),
            day=near_day(deadline, figures.today),
            soonest=near_day(reckoned.soonest_finish, figures.today),
        )
        yield _found("activity-no-time", item.address, Severity.WARNING, text)
