"""The connection plan as a timeline: a bar for each activity, months on top, lines for today and the connection day.

States and the critical path have words beside the bar, so that nothing is told by colour alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from digisos_wizard.export.drawing.scene import Box, Line, Pen, Scene, Side, Tone, Words
from digisos_wizard.i18n import _, translated
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.rules.connection.schedule import titled
from digisos_wizard.model.terms import TaskState
from digisos_wizard.parse import MONTHS

TITLES, NARROW_TITLES = 0.37, 0.42
"""Part of the width that the titles take, and on a narrow picture."""
NARROW = 62
"""Width of a narrow picture, in sizes of the text."""
HEAD = 4.2
"""Lines above the first bar: months, the word for today, and that for the day."""
ROW = 1.55
"""Height of a row, in lines."""
BAR = 1.0
SHORTEST = 5.0
"""The narrowest bar, so that a single day can be seen."""
WORDS = 8.5
"""Room for the words after the last bar, in sizes of the text."""
NAMED = 6
"""Activities without a day that are named; the rest are counted."""
MONTHS_SHOWN = 18
"""Months that get a name of their own; more are told by the quarter."""


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day of a timeline."""

    first: date
    last: date

    def at(self, day: date, left: float, width: float) -> float:
        """Return where a day begins between `left` and `left + width`."""
        days = (self.last - self.first).days + 1
        return left + width * min(max((day - self.first).days, 0), days) / days


def dated(figures: Figures) -> tuple[PlannedActivity, ...]:
    """Return the activities that have a day, what begins first on top; what is done on no known day has none."""
    found = [item for item in figures.schedule.activities if item.stands_on is not None]
    return tuple(sorted(found, key=lambda item: (item.start or item.stands_on or date.max, item.stands_on or date.max)))


def undated(figures: Figures) -> str:
    """Return which activities are finished without a day, and are not drawn; empty where there are none."""
    found = [item for item in figures.schedule.activities if item.finished and item.stands_on is None]
    if not found:
        return ""
    names = ", ".join(titled(figures.plan, item) for item in found[:NAMED])
    more = _(" og {count} til").format(count=len(found) - NAMED) if len(found) > NAMED else ""
    return _("Ferdig eller ikke aktuelt, uten dato: {names}{more}.").format(names=names, more=more)


def span(figures: Figures, items: Sequence[PlannedActivity]) -> Span:
    """Return whole months around all bars, today and the connection day."""
    days = [figures.today]
    for item in items:
        days += _window(item)
    if figures.schedule.day is not None:
        days.append(figures.schedule.day)
    return Span(min(days).replace(day=1), _month_after(max(days)) - timedelta(days=1))


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def fitting(height: float, pen: Pen) -> int:
    """Return how many rows a picture of that height has room for, at least one."""
    return max(int((height / pen.line - HEAD) / ROW), 1)


def scene(figures: Figures, width: float, pen: Pen, items: Sequence[PlannedActivity]) -> Scene:
    """Return some of the activities as a picture; months are those of all of them."""
    whole = span(figures, dated(figures))
    titles = max((pen.measure(titled(figures.plan, item), pen.size, _critical(item)) for item in items), default=0)
    left = min(titles + 2 * pen.size, width * (NARROW_TITLES if width < NARROW * pen.size else TITLES))
    room = width - left - WORDS * pen.size
    top = HEAD * pen.line
    bottom = top + len(items) * ROW * pen.line
    lines, words = _months(whole, left, room, pen, bottom)
    boxes: list[Box] = []
    for position, item in enumerate(items):
        y = top + position * ROW * pen.line
        title = pen.wrapped(titled(figures.plan, item), left - pen.size, strong=_critical(item), most=1)[0]
        words.append(Words(0, y + pen.line, title, strong=_critical(item), muted=item.finished))
        box = _bar(item, whole, (left, room), y + (ROW - BAR) * pen.line / 2, pen)
        boxes.append(box)
        text = _beside(item)
        words.append(Words(box.x + box.width + 4, y + pen.line, text, muted=item.finished, plate=True))
    lines += _marks(figures, whole, (left, room), pen, bottom, words)
    return Scene(width, bottom + 4, pen.size, (), tuple(boxes), tuple(words), told(figures, items), tuple(lines))


def _months(whole: Span, left: float, room: float, pen: Pen, bottom: float) -> tuple[list[Line], list[Words]]:
    lines: list[Line] = []
    words: list[Words] = []
    firsts: list[date] = []
    day = whole.first
    while day <= whole.last:
        firsts.append(day)
        day = _month_after(day)
    step = max(-(-len(firsts) // MONTHS_SHOWN), _needed(firsts, room, pen))
    for position, first in enumerate(firsts):
        x = whole.at(first, left, room)
        lines.append(Line((x, pen.line * 1.2), (x, bottom)))
        if position % step == 0:
            name = translated(MONTHS[first.month - 1])[:3]
            year = f" {first.year}" if position == 0 or first.month <= step else ""
            words.append(Words(x + 2, pen.size, f"{name}{year}", muted=True))
    return lines, words


def _needed(firsts: Sequence[date], room: float, pen: Pen) -> int:
    """Return over how many months a name must stretch to stand clear of the next."""
    one = room / max(len(firsts), 1)
    return max(-(-int(pen.measure("mmm 2027 ", pen.size, False)) // max(int(one), 1)), 1)  # noqa: FBT003 - plain text


def _window(item: PlannedActivity) -> tuple[date, ...]:
    """Return when an activity begins and ends: what is done ended then, and not on its deadline."""
    end = item.stands_on
    return (min(item.start or end, end), end) if end is not None else ()


def _bar(item: PlannedActivity, whole: Span, place: tuple[float, float], y: float, pen: Pen) -> Box:
    left, room = place
    begin, last = _window(item)
    x = whole.at(begin, left, room)
    end = whole.at(last + timedelta(days=1), left, room)
    return Box(item.row_id, x, y, max(end - x, SHORTEST), BAR * pen.line, (), _tone(item))


def _tone(item: PlannedActivity) -> Tone:
    if item.state is TaskState.DONE:
        return Tone.GOOD
    if item.state is TaskState.NOT_RELEVANT:
        return Tone.GONE
    return Tone.STRONG if _critical(item) else Tone.ACCENT


def _critical(item: PlannedActivity) -> bool:
    return item.timing is not None and item.timing.critical


def _beside(item: PlannedActivity) -> str:
    """Return the words beside a bar: its deadline, and its state where that is not plain."""
    parts = [formatting.short_day(item.due)] if item.due is not None else []
    if item.state is TaskState.DONE:
        parts = [_("ferdig")]
    elif item.state is TaskState.NOT_RELEVANT:
        parts = [_("ikke aktuelt")]
    elif item.late:
        parts.append(_("forfalt"))
    if _critical(item):
        parts.append(_("kritisk"))
    return ", ".join(parts)


def _marks(
    figures: Figures, whole: Span, place: tuple[float, float], pen: Pen, bottom: float, words: list[Words]
) -> list[Line]:
    """Return the lines for today and the connection day, and put their words over them."""
    left, room = place
    marks = [(figures.today, _("i dag"), 2.2, True)]
    if figures.schedule.day is not None:
        day = figures.schedule.day
        marks.append((day, _("påkobling {day}").format(day=formatting.short_day(day)), 3.2, False))
    found = []
    for day, text, line, dashed in marks:
        x = whole.at(day, left, room)
        found.append(Line((x, pen.line * (line + 0.2)), (x, bottom), strong=True, dashed=dashed))
        half = pen.measure(text, pen.size, True) / 2  # noqa: FBT003 - strong text
        middle = min(max(x, left + half), left + room)
        words.append(Words(middle, pen.line * line, text, Side.MIDDLE, strong=True, plate=True))
    return found


def told(figures: Figures, items: Sequence[PlannedActivity]) -> str:
    """Return the timeline in words, one sentence for each activity."""
    sentences = []
    for item in items:
        title = titled(figures.plan, item)
        if item.state is TaskState.DONE:
            when = _("ferdig {day}").format(day=formatting.day(item.done_on)) if item.done_on else _("ferdig")
            sentences.append(_("{title}: {when}.").format(title=title, when=when))
            continue
        deadline = formatting.day(item.due) if item.due is not None else _("uten dato")
        text = _("{title}: {start} til {deadline}{more}.")
        start = formatting.day(item.start) if item.start is not None else deadline
        more = _beside(item).partition(", ")[2] if not item.finished else _beside(item)
        sentences.append(text.format(title=title, start=start, deadline=deadline, more=f", {more}" if more else ""))
    return " ".join(sentences) or _("Ingen aktiviteter har dato ennå. Velg en påkoblingsdag.")
