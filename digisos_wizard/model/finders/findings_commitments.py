"""What contradicts itself about a commitment: each conflict once, with both sides, where it can be mended."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.display import person_name
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import near_day
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.commitments.result import Commitment, Kind
from digisos_wizard.model.rules.connection.schedule import connection_days
from digisos_wizard.model.rules.proof.hands import Said
from digisos_wizard.model.rules.proof.owed import Origin
from digisos_wizard.model.terms import SignOffPhase, TaskState

STEP_OF = {
    "connection": StepKey.CONNECTION,
    "checklist": StepKey.CHECKLIST,
    "mapping": StepKey.MAPPING,
    "privacy": StepKey.PRIVACY,
    "benefits": StepKey.BENEFITS,
    "workshop": StepKey.WORKSHOP,
    "vendor": StepKey.AGREEMENTS,
}
"""The step whose page a row stands on."""
BEGUN = TaskState.IN_PROGRESS
"""What is begun contradicts nothing."""
BOUND = (Kind.ACTIVITY, Kind.CHECKLIST, Kind.OWN_ITEM, Kind.AGREEMENT, Kind.OFFICE_TASK)
"""What must be done before the connection where its phase says so."""


def _found(rule: str, address: Address, severity: Severity, message: str) -> Finding:
    return Finding(rule, STEP_OF.get(address[0], StepKey.CHECKLIST), address, severity, message)


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield what is found."""
    persons = {person.id for person in reckoned.plan.people.persons}
    days = connection_days(reckoned.plan)
    for one in reckoned.register.items:
        yield from _unexplained(reckoned, one)
        yield from _differing(reckoned, one)
        yield from _too_late(reckoned, one, days)
        if one.owner.person and one.owner.person not in persons and one.owner.origin is Origin.SET:
            text = _("«{title}»: den som var ansvarlig, er fjernet fra planen. Velg en annen.").format(title=one.title)
            yield _found("owner-gone", one.owner.at, Severity.ERROR, text)
    yield from _told_late(reckoned, days)


def _unexplained(reckoned: Reckoned, one: Commitment) -> Iterator[Finding]:
    """Yield that a state is set against what the plan proves, without a reason."""
    found = one.standing
    if not found.unexplained:
        return
    field = "note" if found.at[0] == "connection" else "reason"
    said = _state(reckoned, found.state)
    if found.proof is None:
        text = _("«{title}» er satt til «{state}». Skriv hvorfor.").format(title=one.title, state=said)
    else:
        pattern = _("«{title}» er satt til «{state}», men planen viser noe annet: {proof} Skriv hvorfor.")
        text = pattern.format(title=one.title, state=said, proof=found.proof.text)
    yield _found("answer-unexplained", (*found.at[:3], field), Severity.MISSING, text)


def _state(reckoned: Reckoned, state: TaskState) -> str:
    return reckoned.content.option_label("TaskState", state.value)


def _differing(reckoned: Reckoned, one: Commitment) -> Iterator[Finding]:
    """Yield where two places say two things: state, owner or deadline."""
    said = one.said
    sides = (
        (_("status"), [(_state(reckoned, row.value), row.at) for row in said.states if row.value is not BEGUN]),
        (_("ansvarlig"), [(person_name(reckoned.plan, row.value), row.at) for row in said.owners]),
        (_("frist"), [(near_day(row.value, reckoned.today), row.at) for row in said.deadlines]),
    )
    for what, rows in sides:
        words = list(dict.fromkeys(text for text, _at in rows))
        if len(words) < 2:  # noqa: PLR2004 - two sides make a conflict
            continue
        places = dict.fromkeys(_place(reckoned, at) for _text, at in rows)
        text = _("«{title}» har to svar på {what}: {sides}. Behold ett av dem.").format(
            title=one.title,
            what=what,
            sides=_(" og ").join(f"{text} ({place})" for (text, _at), place in zip(rows, places, strict=False)),
        )
        yield _found("hands-differ", rows[-1][1], Severity.WARNING, text)


def _place(reckoned: Reckoned, at: Address) -> str:
    step = STEP_OF.get(at[0], StepKey.CHECKLIST)
    return next((found.title for found in reckoned.content.steps if found.id == step.value), step.value)


def _too_late(reckoned: Reckoned, one: Commitment, days: Mapping[str, date]) -> Iterator[Finding]:
    """Yield a deadline set after the day that it should come before."""
    if one.finished or one.phase is not SignOffPhase.CONNECT or one.kind not in BOUND or reckoned.schedule.connected:
        return
    day = days.get(one.municipality, reckoned.schedule.day) if one.municipality else reckoned.schedule.day
    said = next(iter(one.said.deadlines), None)
    if said is None and one.due.origin is Origin.SET and one.due.day is not None:
        said = Said(one.due.day, one.due.at)
    if said is None or day is None or said.value <= day:
        return
    text = _("«{title}» har frist {deadline}, men dere kobler på {day}.").format(
        title=one.title, deadline=near_day(said.value, reckoned.today), day=near_day(day, reckoned.today)
    )
    yield _found("deadline-after-day", said.at, Severity.WARNING, text)


def _told_late(reckoned: Reckoned, days: Mapping[str, date]) -> Iterator[Finding]:
    """Yield what was done, but too late for those who need the time after it (FAQ 5)."""
    for item in reckoned.schedule.activities:
        day = days.get(item.municipality, reckoned.schedule.day)
        if item.spec is None or item.spec.lead is None or item.done_on is None or day is None:
            continue
        if reckoned.schedule.connected or item.state is not TaskState.DONE:
            continue
        if day - item.done_on < timedelta(days=item.spec.lead):
            text = _("«{title}» ble gjort {done}, {days} dager før påkoblingen. De trenger det {lead} dager før.")
            words = text.format(
                title=item.title,
                done=near_day(item.done_on, reckoned.today),
                days=(day - item.done_on).days,
                lead=item.spec.lead,
            )
            yield _found("told-too-late", (*item.address, "done_on"), Severity.WARNING, words)
