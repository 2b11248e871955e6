"""What another connection day would move: told before it is taken, so that nobody is surprised."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.formatting import number
from digisos_wizard.model.rules.connection.result import PlannedActivity, Schedule

NAMED = 4
"""Activities that are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Move:
    """An activity that is left to do and whose deadline moves; None where it has no date."""

    activity: PlannedActivity
    before: date | None
    after: date | None

    @property
    def days(self) -> int | None:
        """Calendar days that the deadline moves, later ones positive."""
        return (self.after - self.before).days if self.before is not None and self.after is not None else None


def moves(before: Schedule, after: Schedule) -> tuple[Move, ...]:
    """Return what is left to do and gets another deadline, in the order of the new deadlines."""
    known = before.by_id
    return tuple(
        Move(item, known[item.row_id].due, item.due)
        for item in after.activities
        if not item.finished and item.row_id in known and known[item.row_id].due != item.due
    )


def told(before: Figures, after: Figures) -> Sequence[str]:
    """Return in sentences what another day changes: the deadlines, what would be late, and what stands in its way."""
    return tuple(_told(before, after))


def _told(before: Figures, after: Figures) -> Iterator[str]:
    moved = moves(before.schedule, after.schedule)
    if not moved:
        yield _("Ingen frister flytter seg.")
    for days, count in Counter(move.days for move in moved).most_common():
        yield _shift(days, count)
    late = [move.activity for move in moved if move.activity.late]
    if late:
        names = _named(after, late)
        yield ngettext(
            "{count} frist er passert da: {names}.", "{count} frister er passert da: {names}.", len(late)
        ).format(count=len(late), names=names)
    known = {found.message for found in before.findings}
    for found in after.findings:
        if found.rule.startswith("day-") and found.severity >= Severity.WARNING and found.message not in known:
            yield found.message
    free = [
        reach for reach in after.schedule.reaches if reach.day is not None and reach.in_time and not reach.connected
    ]
    if free and not late:
        yield _("Det som gjenstår, kan være ferdig slik at dere kan koble på {day}.").format(
            day=day_words(max(reach.soonest for reach in free))
        )


def _shift(days: int | None, count: int) -> str:
    if days is None:
        return ngettext("{count} frist får eller mister dato.", "{count} frister får eller mister dato.", count).format(
            count=number(count)
        )
    direction = _("{days} dager senere") if days > 0 else _("{days} dager tidligere")
    if abs(days) == 1:
        direction = _("én dag senere") if days > 0 else _("én dag tidligere")
    words = ngettext("{count} frist flyttes {direction}.", "{count} frister flyttes {direction}.", count)
    return words.format(count=number(count), direction=direction.format(days=number(abs(days))))


def _named(figures: Figures, items: Sequence[PlannedActivity]) -> str:
    names = [
        f"{item.title} ({municipality_name(figures.plan, item.municipality)})" if item.municipality else item.title
        for item in items[:NAMED]
    ]
    rest = len(items) - len(names)
    return ", ".join(names) + (_(" og {count} til").format(count=number(rest)) if rest else "")
