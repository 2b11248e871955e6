"""The weekly status: where they are, what changed since the last report, what is due, and what blocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.standing import ReadyState, Reason
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.formatting import near_day, number
from digisos_wizard.model.rules.commitments.words import owner_words, told
from digisos_wizard.model.rules.connection.result import Reach
from digisos_wizard.model.terms import SignOffPhase, TaskState
from digisos_wizard.model.told.weekly_changes import changes, latest

AHEAD = timedelta(days=14)
"""How far ahead the report looks for what is due."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something to do: what, who, by when, and whether that has passed."""

    text: str
    owner: str
    deadline: date
    late: bool


@dataclass(frozen=True, slots=True)
class Weekly:
    """A report ready to be shown: sentences, and what is due and blocked as rows.

    `since` is the day of the report that it is compared with, None where there is none.
    """

    today: date
    since: date | None
    headline: str
    facts: tuple[str, ...]
    changes: tuple[str, ...]
    due: tuple[Due, ...]
    blocks: tuple[Reason, ...]
    note: str


def report(figures: Figures) -> Weekly:
    """Return this week's report, compared with the last one of an earlier day."""
    reports = figures.plan.connection.reports
    before = latest(reports, figures.today)
    todays = next((one for one in reversed(reports) if one.taken_on == figures.today), None)
    readiness = figures.current
    phase = SignOffPhase.CONNECT if readiness is figures.ready_to_connect else SignOffPhase.FINAL
    return Weekly(
        today=figures.today,
        since=before.taken_on if before is not None else None,
        headline=_("{phase}? {answer}").format(
            phase=figures.content.option_label("SignOffPhase", phase.value), answer=readiness.headline
        ),
        facts=tuple(_facts(figures)),
        changes=tuple(changes(figures, before)) if before is not None else (),
        due=due(figures, figures.today + AHEAD),
        blocks=tuple(one for one in readiness.reasons if one.state is ReadyState.BLOCKED),
        note=todays.note if todays is not None else "",
    )


def due(figures: Figures, until: date) -> tuple[Due, ...]:
    """Return what isn't done and is due by a day: what is to come first, then what is late."""
    today = figures.today
    found = []
    for one in figures.register.tops():
        day = one.due.day
        if one.finished or day is None or day > until or (day < today and not one.late(today)):
            continue
        owner = owner_words(figures.plan, figures.content, one.owner)
        found.append(Due(told(one), owner, day, day < today))
    found.sort(key=lambda one: (one.deadline, one.text))
    coming, late = [one for one in found if not one.late], [one for one in found if one.late]
    return (*coming, *reversed(late))


def _facts(figures: Figures) -> Iterator[str]:
    schedule = figures.schedule
    for reach in schedule.reaches:
        name = f"{municipality_name(figures.plan, reach.municipality)}: " if reach.municipality else ""
        yield name + _day_words(reach, figures.today)
    if schedule.day is None:
        yield _("Tidligst mulig dag er {day}.").format(day=day_words(schedule.soonest))
    relevant = [row for row in figures.checklist if row.state is not TaskState.NOT_RELEVANT]
    done = sum(row.state is TaskState.DONE for row in relevant)
    yield _("Sjekklisten: {done} av {all} punkter er ferdige.").format(done=done, all=len(relevant))
    chain = [item for item in figures.schedule.activities if item.timing is not None and item.timing.critical]
    if chain and not schedule.connected:
        names = " → ".join(item.title for item in chain)
        yield _("Dette avgjør hvor tidlig dere kan koble på: {names}.").format(names=names)


def _day_words(reach: Reach, today: date) -> str:
    if reach.day is None:
        return _("Påkoblingsdagen er ikke valgt.")
    if reach.connected:
        return _("Koblet på {day}.").format(day=day_words(reach.day))
    left = (reach.day - today).days
    if left < 0:
        return _("Påkoblingsdagen {day} er passert.").format(day=day_words(reach.day))
    if left == 0:
        return _("Påkobling i dag, {day}.").format(day=day_words(reach.day))
    words = ngettext("Påkoblingsdag: {day}, om {days} dag.", "Påkoblingsdag: {day}, om {days} dager.", left)
    soonest = _("Det som gjenstår, kan være ferdig til {day}.").format(day=day_words(reach.soonest))
    return f"{words.format(day=day_words(reach.day), days=number(left))} {soonest}"


def as_text(figures: Figures) -> str:
    """Return the report as the text of a mail."""
    found = report(figures)
    parts = [[found.headline, *found.facts]]
    if found.note:
        parts.append([found.note])
    if found.since is not None:
        changed = [f"– {line}" for line in found.changes] or [_("Ingenting er endret.")]
        parts.append([_("Endret siden {day}:").format(day=near_day(found.since, figures.today)), *changed])
    lines = [_due_line(one, figures.today) for one in found.due] or [_("Ingen frister de neste to ukene.")]
    parts.append([_("Frister de neste to ukene:"), *lines])
    blocks = [f"– {stop_words(one)}" for one in found.blocks] or [_("Ingenting.")]
    parts.append([_("Dette stopper oss, og dette må gjøres:"), *blocks])
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def stop_words(one: Reason) -> str:
    """Return what stops and what to do about it, as one line: the act, why, and who does it."""
    act, why = (one.todo, one.evidence or (one.text if one.text != one.todo else "")) if one.todo else (one.text, "")
    who = _("Ansvarlig: {owner}.").format(owner=one.owner) if one.owner else ""
    return " ".join(filter(None, (f"{act.rstrip('.')}.", why, who)))


def _due_line(one: Due, today: date) -> str:
    owner = one.owner or _("ingen ansvarlig")
    late = _(", forfalt") if one.late else ""
    return f"– {near_day(one.deadline, today)}{late}: {one.text} ({owner})"
