"""The activities of the connection plan as they are listed: in groups by time, with state, and why it stands so."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.plan import Document
from digisos_wizard.model.rules.commitments.words import due_origin, owner_origin, owner_words
from digisos_wizard.model.rules.connection.reach import is_after
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.rules.connection.schedule import titled
from digisos_wizard.model.rules.proof.standing import Source
from digisos_wizard.model.terms import RiskKind, TaskState

WORKING_WEEK = 5
RISKS: Address = ("privacy", "risks")
ASSESSED = {RiskKind.DPIA: "dpia-decided", RiskKind.ROS: "ros-decided"}
"""What proves that the assessment of a kind of risk is finished."""


@dataclass(frozen=True, slots=True)
class Line:
    """An activity in the list: its title, who and when, its state in words with its sign, and whether it decides."""

    item: PlannedActivity
    phase: str
    title: str
    below: str
    state: str
    sign: Sign
    critical: bool


def lines(figures: Figures) -> Sequence[Line]:
    """Return all activities in the order of time: the handbook's groups, own ones and measures where they belong."""
    phases = list(dict.fromkeys(spec.column for spec in figures.content.activities))
    stops = _stops(figures)
    found = [_line(figures, item, _phase(figures, item, phases), stops) for item in figures.schedule.activities]
    return sorted(found, key=lambda line: phases.index(line.phase))


def _phase(figures: Figures, item: PlannedActivity, phases: Sequence[str]) -> str:
    """Return the group that an activity stands in: its own, else the first whose time is not over by its deadline."""
    if item.spec is not None:
        return item.spec.column
    day = figures.schedule.day
    if day is None or item.deadline is None:
        return phases[0]
    offset = (item.deadline - day).days
    latest = {spec.column: spec.latest for spec in figures.content.activities if spec.latest is not None}
    return next((phase for phase in phases if offset <= latest.get(phase, 0)), phases[-1])


def _stops(figures: Figures) -> Counter[str]:
    """Return how many findings that stop stand at each activity."""
    counts: Counter[str] = Counter()
    for found in figures.findings:
        if found.severity is Severity.BLOCKER:
            counts.update(_held_back(figures, found.address))
    return counts


def _held_back(figures: Figures, address: Address) -> Sequence[str]:
    """Return the activities that can't be finished for what stops at an address: a risk holds its assessment back."""
    risk = next((one for one in figures.plan.privacy.risks if (*RISKS, one.id) == address[:3]), None)
    if risk is not None:
        proof = ASSESSED[risk.kind]
        return [
            one.row_id for one in figures.schedule.activities if one.spec is not None and one.spec.evidence == proof
        ]
    known = figures.commitment_at(address)
    return [known.activity.row_id] if known is not None and known.activity is not None else []


def _line(figures: Figures, item: PlannedActivity, phase: str, stops: Counter[str]) -> Line:
    words, sign = _state(figures, item, stops[item.row_id])
    owner = owner_words(figures.plan, figures.content, item.owed_by)
    below = " · ".join(filter(None, (owner, _when(figures, item))))
    critical = item.timing is not None and item.timing.critical
    return Line(item, phase, titled(figures.plan, item), below, words, sign, critical)


def _when(figures: Figures, item: PlannedActivity) -> str:
    day = item.stands_on
    if day is None:
        return ""
    words = formatting.near_day(day, figures.today)
    return _("{day}, forfalt").format(day=words) if item.late else words


def _state(figures: Figures, item: PlannedActivity, stops: int) -> tuple[str, Sign]:
    label = figures.content.option_label("TaskState", item.state.value)
    if item.state is TaskState.DONE:
        return label, Sign.DONE
    if item.finished:
        return label, Sign.NONE
    if stops:
        return ngettext("{count} stopper", "{count} stopper", stops).format(count=stops), Sign.STOPS
    waits = len(waiting_for(figures, item))
    if waits and item.state is TaskState.OPEN:
        return ngettext("Venter på {count}", "Venter på {count}", waits).format(count=waits), Sign.NONE
    return label, Sign.NONE


def waiting_for(figures: Figures, item: PlannedActivity) -> Sequence[PlannedActivity]:
    """Return what isn't done and must be before an activity can begin."""
    known = figures.schedule.by_id
    return [known[key] for key in item.after if key in known and not known[key].finished]


def waited_for_by(figures: Figures, item: PlannedActivity) -> Sequence[PlannedActivity]:
    """Return what can't begin before an activity is done."""
    return [other for other in figures.schedule.activities if item.row_id in other.after and not other.finished]


def about(figures: Figures, item: PlannedActivity) -> Sequence[str]:
    """Return what there is to say of an activity: what it is, where state, deadline and owner come from, its time."""
    return tuple(_about(figures, item))


def _about(figures: Figures, item: PlannedActivity) -> Iterator[str]:
    if item.shown:
        state = figures.content.option_label("TaskState", item.state.value).lower()
        yield _("Regnes som {state}, for planen viser: {evidence}").format(state=state, evidence=item.shown)
    elif shows := _begun(item):
        yield _("Planen viser: {evidence}").format(evidence=shows)
    if item.due is not None and not item.finished:
        words = _("Frist {day}").format(day=formatting.day(item.due))
        origin = due_origin(figures.register, item.owed_to)
        yield f"{words}, {origin}." if origin else f"{words}."
    owner = owner_words(figures.plan, figures.content, item.owed_by)
    if owner and item.owed_by.person and (origin := owner_origin(figures.content, figures.register, item.owed_by)):
        yield _("Ansvarlig er {name}, {origin}.").format(name=owner, origin=origin)
    timing = item.timing
    if timing is not None:
        words = ngettext("Tar {days} arbeidsdag.", "Tar {days} arbeidsdager.", timing.days)
        soonest = _("Kan tidligst være ferdig {day}.").format(day=formatting.day(timing.soonest_finish))
        yield f"{words.format(days=formatting.number(timing.days))} {soonest}"


def _begun(item: PlannedActivity) -> str:
    """Return what the plan shows of an activity that is begun, where that is why it stands so."""
    standing = item.standing
    if standing is None or standing.source is not Source.PLAN or standing.state is not TaskState.IN_PROGRESS:
        return ""
    return standing.proof.text if standing.proof is not None else ""


def room(item: PlannedActivity) -> str:
    """Return how many working days an activity can wait; empty where that is not known."""
    slack = item.timing.slack if item.timing is not None else None
    if slack is None:
        return ""
    if slack < 0:
        return _("Det er ikke tid til denne før dagen.")
    words = ngettext("{days} arbeidsdag å gå på.", "{days} arbeidsdager å gå på.", slack)
    return words.format(days=formatting.number(slack))


def week_late(figures: Figures, item: PlannedActivity) -> str:
    """Return what follows when an activity takes a week more: another day, or none; empty where it isn't reckoned."""
    timing = item.timing
    if timing is None or item.spec is None or is_after(item) or figures.schedule.day is None:
        return room(item)
    address = (*item.address, "duration_days")
    longer = apply(figures.plan, Set(address, timing.days + WORKING_WEEK))
    after = Figures(Document(plan=longer), figures.content, figures.today).schedule
    late = [one for one in after.reaches if not one.in_time]
    if not late:
        return " ".join(filter(None, (room(item), _("En uke ekstra flytter ikke dagen."))))
    day = formatting.day(max(one.soonest for one in late))
    return _("Blir den én uke sen, er tidligste påkobling {day}.").format(day=day)
