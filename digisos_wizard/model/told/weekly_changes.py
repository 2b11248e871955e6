"""What has changed since a weekly report: the plan as it stood then is kept in the report, state by state."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from digisos_wizard.i18n import _
from digisos_wizard.model.connection import ReportedState, WeeklyReport
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.standing import ReadyState
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.rules.commitments.result import Kind
from digisos_wizard.model.rules.proof.standing import FINISHED
from digisos_wizard.model.terms import TaskState


def latest(reports: Sequence[WeeklyReport], today: date) -> WeeklyReport | None:
    """Return the newest report that was made before today."""
    earlier = [one for one in reports if one.taken_on is not None and one.taken_on < today]
    return max(earlier, key=lambda one: one.taken_on or date.min, default=None)


def snapshot(figures: Figures, report_id: str, note: str) -> WeeklyReport:
    """Return how the plan stands today, for the next report to compare with."""
    return WeeklyReport(
        id=report_id,
        taken_on=figures.today,
        connection_day=figures.schedule.day,
        note=note,
        blockers=_blockers(figures),
        whole=True,
        states=tuple(states(figures)),
    )


def changes(figures: Figures, before: WeeklyReport) -> Iterator[str]:
    """Yield in sentences what has changed since a report."""
    same_day = before.connection_day == figures.schedule.day
    if not same_day:
        yield _("Påkoblingsdag: {before} → {after}.").format(
            before=_day_or_none(before.connection_day), after=_day_or_none(figures.schedule.day)
        )
    now = {one.id: one for one in states(figures)}
    known = {one.id: one for one in before.states}
    yield from _moved(known, now)
    if before.whole:
        yield from _come_and_gone(known, now)
    if same_day:
        # Where the day itself has moved, so has nearly everything, and the day says it all.
        yield from _deadlines(known, now)
    blocked = _blockers(figures)
    yield from (_("Løst: {text}").format(text=text) for text in before.blockers if text not in blocked)
    yield from (_("Stopper nå: {text}").format(text=text) for text in blocked if text not in before.blockers)


def _blockers(figures: Figures) -> tuple[str, ...]:
    return tuple(one.text for one in figures.current.reasons if one.state is ReadyState.BLOCKED)


def _moved(known: Mapping[str, ReportedState], now: Mapping[str, ReportedState]) -> Iterator[str]:
    said: dict[str, list[str]] = {}
    for key, one in now.items():
        if key in known and (words := _step(known[key].state, one.state)):
            said.setdefault(words, []).append(one.title)
    for words in (
        _("Ferdig: {title}."),
        _("Ikke aktuelt: {title}."),
        _("Begynt: {title}."),
        _("Åpnet igjen: {title}."),
    ):
        yield from (words.format(title=title) for title in said.get(words, ()))


def _step(before: TaskState, after: TaskState) -> str:
    """Return the words for going from one state to another, empty where there is nothing to tell."""
    if before in FINISHED:
        return _("Åpnet igjen: {title}.") if after not in FINISHED else ""
    return {
        TaskState.DONE: _("Ferdig: {title}."),
        TaskState.NOT_RELEVANT: _("Ikke aktuelt: {title}."),
        TaskState.IN_PROGRESS: _("Begynt: {title}.") if before is TaskState.OPEN else "",
    }.get(after, "")


def _come_and_gone(known: Mapping[str, ReportedState], now: Mapping[str, ReportedState]) -> Iterator[str]:
    yield from (_("Nytt: {title}.").format(title=one.title) for key, one in now.items() if key not in known)
    yield from (_("Borte: {title}.").format(title=old.title) for key, old in known.items() if key not in now)


def _deadlines(known: Mapping[str, ReportedState], now: Mapping[str, ReportedState]) -> Iterator[str]:
    for key, one in now.items():
        if key in known and known[key].deadline != one.deadline:
            yield _("Ny frist for {title}: {before} → {after}.").format(
                title=one.title, before=_day_or_none(known[key].deadline), after=_day_or_none(one.deadline)
            )


def _day_or_none(day: date | None) -> str:
    return day_words(day) if day is not None else _("ikke valgt")


def states(figures: Figures) -> Iterator[ReportedState]:
    """Yield how everything stands that is told by itself, as the register has it."""
    for one in figures.register.items:
        if one.kind not in (Kind.MEASUREMENT, Kind.CONFIRM) or not one.part_of:
            yield ReportedState(id=one.key, title=one.title, state=one.standing.state, deadline=one.due.day)
