"""Where dates in the plan can't all hold: each conflict is named with both sides and a place to mend it."""

from collections.abc import Iterator
from datetime import date

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import near_day
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.rules.connection.schedule import titled
from digisos_wizard.model.rules.cooperation.in_use import in_use
from digisos_wizard.model.rules.days import connection_date
from digisos_wizard.model.rules.people.holders import SIGNATORY, holder
from digisos_wizard.model.terms import AgreementParty, AgreementState

OWN = ("connection", "own_activities")
UNSIGNED = (AgreementState.NOT_STARTED, AgreementState.SENT)
BY_SIGNATORY = (AgreementParty.DIRECTORATE, AgreementParty.KS)
"""With whom the signatory makes agreements alone."""


def conflicts(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield the conflicts of a plan that is not connected yet."""
    if reckoned.schedule.connected:
        return
    yield from _circles(reckoned)
    yield from _signatories(reckoned)
    yield from _vendor_dates(reckoned)
    yield from _deadlines(reckoned)


def _found(rule: str, address: Address, severity: Severity, message: str) -> Finding:
    return Finding(rule, StepKey.CONNECTION, address, severity, message)


def _circles(reckoned: Reckoned) -> Iterator[Finding]:
    for circle in reckoned.schedule.circles:
        own = next((row for row in circle if any(one.id == row for one in reckoned.plan.connection.own_activities)), "")
        names = [title or _("Uten tekst") for title in reckoned.schedule.titled(circle)]
        text = _("Disse aktivitetene venter på hverandre i ring: {names}. Ta bort en av dem.")
        yield _found("own-circle", (*OWN, own, "after"), Severity.ERROR, text.format(names=" → ".join(names)))


def _signatories(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield that a signature is due while nobody is named to give it, once for each signatory."""
    plan = reckoned.plan
    due = _signature_due(reckoned)
    for used in in_use(plan, plan.agreements.signatory, ("agreements", "signatory")):
        if holder(plan, SIGNATORY, used.municipality).person:
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
        severity = Severity.BLOCKER if day < reckoned.today else Severity.WARNING
        words = used.said(text.format(agreement=title, day=near_day(day, reckoned.today)))
        yield _found("signing-unclear", (*used.at, "person"), severity, words)


def _signature_due(reckoned: Reckoned) -> dict[str, tuple[date, str]]:
    """Return for every municipality when its first missing signature is due, and on what."""
    found: dict[str, tuple[date, str]] = {}
    for cell in reckoned.agreements:
        if not cell.required or cell.state not in UNSIGNED or cell.spec.party not in BY_SIGNATORY:
            continue
        activity = _activity(reckoned, f"agreement:{cell.spec.id}", cell.municipality)
        if activity is not None and activity.due is not None:
            here = (activity.due, cell.spec.title)
            found[cell.municipality] = min(found.get(cell.municipality, here), here)
    return found


def _activity(reckoned: Reckoned, evidence: str, place: str) -> PlannedActivity | None:
    return next(
        (
            item
            for item in reckoned.schedule.activities
            if item.spec is not None and item.spec.evidence == evidence and item.municipality in ("", place)
        ),
        None,
    )


def _vendor_dates(reckoned: Reckoned) -> Iterator[Finding]:
    plan = reckoned.plan
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
                    words.format(date=near_day(agreed, reckoned.today), day=near_day(min(days), reckoned.today))
                )
                yield _found(f"vendor-{field.partition('_')[0]}-late", (*used.at, field), Severity.BLOCKER, text)


def _deadlines(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield activities that can't be finished by a deadline that the office has set itself."""
    own = {status.id for status in reckoned.plan.connection.activities if status.deadline is not None}
    for item in reckoned.schedule.activities:
        timing, deadline = item.timing, item.deadline
        if timing is None or deadline is None or item.late or timing.soonest_finish <= deadline:
            continue
        if item.spec is not None and item.row_id not in own:
            continue
        text = _("{title} har frist {day}, men kan tidligst være ferdig {soonest}.").format(
            title=titled(reckoned.plan, item),
            day=near_day(deadline, reckoned.today),
            soonest=near_day(timing.soonest_finish, reckoned.today),
        )
        yield _found("activity-no-time", item.address, Severity.WARNING, text)
