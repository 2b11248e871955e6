"""What the connection page shows in tables and sentences: activities, assumptions, and how soon they can connect."""

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.connection.own_work import MEASURES_COLUMN, OWN_COLUMN
from digisos_wizard.model.rules.connection.result import PlannedActivity, Reach
from digisos_wizard.model.rules.connection.schedule import titled
from digisos_wizard.ui.parts.rows_view import RowView
from digisos_wizard.ui.widgets.look.basics import ToneName

OWN = ("connection", "own_activities")
ASSUMPTIONS = ("connection", "assumptions")
SCHEDULE_ASSUMPTIONS = ("shortest-weeks", "slot-weekday", "tight-days")
"""The assumptions of the content that the schedule uses."""


def activity_rows(figures: Figures) -> list[RowView]:
    """Return the content's activities."""
    return [_row(figures, item) for item in figures.schedule.activities if item.spec is not None]


def measure_rows(figures: Figures) -> list[RowView]:
    """Return the measures against risks."""
    return [_row(figures, item) for item in figures.schedule.activities if item.column == MEASURES_COLUMN]


def own_rows(figures: Figures) -> list[RowView]:
    """Return the office's own activities, in the order of their deadlines."""
    return [_row(figures, item) for item in figures.schedule.activities if item.column == OWN_COLUMN]


def _row(figures: Figures, item: PlannedActivity) -> RowView:
    deadline = formatting.near_day(item.deadline, figures.today) if item.deadline else ""
    if item.done_on is not None:
        deadline = _("gjort {day}").format(day=formatting.near_day(item.done_on, figures.today))
    elif item.late:
        deadline = _("{day}, forfalt").format(day=deadline)
    start = formatting.near_day(item.start, figures.today) if item.start else ""
    owner = person_name(figures.plan, item.owner)
    if not owner and item.spec is not None:
        owner = next((role.title for role in figures.content.roles if role.id == item.spec.role), "")
    cells = (titled(figures.plan, item), start, deadline, room_words(item), owner)
    return RowView(item.row_id, item.address, cells, item.state, tip=item.spec.help if item.spec else "")


def room_words(item: PlannedActivity) -> str:
    """Return how many working days an activity can wait, and whether it is critical."""
    timing = item.timing
    if timing is None or timing.slack is None:
        return ""
    if timing.slack < 0:
        return _("ikke tid")
    words = ngettext("{days} dag", "{days} dager", timing.slack).format(days=formatting.number(timing.slack))
    return _("{days}, kritisk").format(days=words) if timing.critical else words


def explained(figures: Figures, item: PlannedActivity) -> str:
    """Return what an activity is about, what it waits for, and when it can and must be done."""
    lines = [item.spec.help] if item.spec is not None and item.spec.help else []
    if item.shown:
        state = figures.content.option_label("TaskState", item.state.value).lower()
        lines.append(_("Regnes som {state}, for planen viser: {evidence}").format(state=state, evidence=item.shown))
    waits = [title for title in figures.schedule.titled(item.after) if title]
    if waits:
        lines.append(_("Venter på: {names}.").format(names=", ".join(waits)))
    timing = item.timing
    if timing is not None:
        words = ngettext("Tar {days} arbeidsdag.", "Tar {days} arbeidsdager.", timing.days)
        words = words.format(days=formatting.number(timing.days))
        soonest = _("Kan tidligst være ferdig {day}.").format(day=formatting.day(timing.soonest_finish))
        parts = [words, soonest]
        if timing.latest_finish is not None:
            parts.append(_("Må senest være ferdig {day}.").format(day=formatting.day(timing.latest_finish)))
        lines.append(" ".join(parts))
    return "\n".join(lines)


def reach_words(figures: Figures, reach: Reach) -> tuple[str, str, ToneName]:
    """Return title, text and tone for how soon a municipality can connect."""
    name = f"{municipality_name(figures.plan, reach.municipality)}: " if reach.municipality else ""
    soonest = max(reach.soonest, figures.schedule.earliest_day)
    chain = ", ".join(f"«{title}»" for title in figures.schedule.titled(reach.chain))
    decides = _("Det som avgjør, i rekkefølge: {chain}.").format(chain=chain) if chain else ""
    work = _("Det som gjenstår, kan være ferdig til {day}.").format(day=formatting.day(reach.soonest))
    if reach.day is None:
        title = _("Tidligst mulig dag er {day}").format(day=formatting.day(soonest))
        shortest = _("Den korteste forberedelsen gir {day}.").format(day=formatting.day(figures.schedule.earliest_day))
        advised = figures.schedule.advised
        advice = ""
        if advised is not None and advised != soonest:
            advice = _("Vi anbefaler {day}.").format(day=formatting.day(advised))
        return name + title, " ".join(filter(None, (advice, work, shortest, decides))), ToneName.INFO
    if not reach.in_time:
        title = _("Det er ikke tid før {day}").format(day=formatting.day(reach.day))
        text = _("Tidligst mulig er {day}.").format(day=formatting.day(reach.soonest))
        return name + title, f"{text} {decides}".strip(), ToneName.DANGER
    if reach.day < figures.schedule.earliest_day:
        title = _("Dere kan rekke {day}, men det er kort tid").format(day=formatting.day(reach.day))
        text = _("En vanlig forberedelse varer til {day}.").format(day=formatting.day(figures.schedule.earliest_day))
        return name + title, f"{work} {text} {decides}".strip(), ToneName.WARNING
    return name + _("Det er tid nok"), f"{work} {decides}".strip(), ToneName.SUCCESS


def assumption_rows(figures: Figures) -> list[RowView]:
    """Return the assumptions of the schedule, the office's own value where it has one."""
    own = {row.id: row.value for row in figures.plan.connection.assumptions}
    rows = []
    for key in SCHEDULE_ASSUMPTIONS:
        spec = figures.content.assumption_index[key]
        value = own.get(key)
        used = int(value if value is not None else spec.value)
        named = spec.words and 0 <= used < len(spec.words)
        shown = spec.words[used] if named else f"{formatting.number(used)} ({spec.unit})"
        whose = _("deres") if value is not None else _("vårt anslag")
        rows.append(RowView(key, (*ASSUMPTIONS, key), (spec.label, shown, whose), tip=spec.why))
    return rows
