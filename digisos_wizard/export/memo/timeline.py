"""When it happens: the connection day, and the deadlines that a leader must know of."""

from collections.abc import Iterator
from datetime import date

from digisos_wizard.export.document.model import Block, Column, Heading, Look, Room, Table, Text
from digisos_wizard.export.memo.costs import where
from digisos_wizard.export.memo.limits import Limits, clipped, left_out, room_for
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.commitments.result import Commitment, Kind
from digisos_wizard.model.rules.commitments.words import owner_words
from digisos_wizard.model.terms import AgreementState

MILESTONES = (
    "decide",
    "connect",
    "finance",
    "dpia",
    "ros",
    "vendor-dates",
    "contingency",
    "training",
    "benefits-plan",
    "first-measure",
)
"""The activities that a leader must know of, most important first; the others follow by deadline."""
SETTLED = (AgreementState.SIGNED, AgreementState.NOT_RELEVANT)

Deadline = tuple[date, str, str]


def section(figures: Figures, limits: Limits) -> Iterator[Block]:
    """Yield the part about time."""
    yield Heading(_("Tidsplan"), room=22)
    yield Text(connection(figures, limits))
    if figures.schedule.day is None:
        earliest = formatting.day(figures.schedule.earliest_day)
        text = _("Fristene regnes bakover fra påkoblingsdagen. Med vanlig forberedelse er tidligst mulige dag {day}.")
        yield Text(text.format(day=earliest))
        return
    chosen, rest = _deadlines(figures, limits)
    if not chosen:
        return
    yield Table(
        (Column(_("Frist"), 1.6), Column(_("Hva"), 4), Column(_("Ansvarlig"), 2)),
        [[_day(figures, due), what, who] for due, what, who in chosen],
    )
    yield Room(1.5)
    if rest:
        yield Text(_("… {rest}. Alle fristene står i planen.").format(rest=left_out(rest)), look=Look.SMALL)


def connection(figures: Figures, limits: Limits) -> str:
    """Return when they connect, or that it isn't settled."""
    area = figures.plan.connection.day
    ids = [place.id for place in figures.plan.decision.municipalities]
    days: dict[tuple[date | None, bool], list[str]] = {}
    for place in ids or [""]:
        answer = area.of(place)
        days.setdefault((answer.connected_on or answer.wished, answer.connected_on is not None), []).append(place)
    sentences = []
    for (day, connected), places in days.items():
        if day is None:
            text = _("Påkoblingsdagen er ikke bestemt.")
        elif connected:
            text = _("Dere ble koblet på {day}.").format(day=formatting.day(day))
        else:
            text = _("Ønsket påkoblingsdag er {day}.").format(day=formatting.day(day))
        sentences.append(text if len(days) == 1 else f"{where(figures, places, limits)}: {text}")
    if len(sentences) > 4:
        first = figures.schedule.day
        return _("Kommunene kobler på til ulik tid. Den første påkoblingsdagen er {day}.").format(
            day=formatting.day(first) if first else _("ikke bestemt")
        )
    return " ".join(sentences)


def _day(figures: Figures, due: date) -> str:
    words = formatting.day(due)
    return _("{day}, forfalt").format(day=words) if due < figures.today else words


def _deadlines(figures: Figures, limits: Limits) -> tuple[list[Deadline], int]:
    """Return the deadlines to show, by date, and how many are left out."""
    found: dict[tuple[date, str], list[Commitment]] = {}
    for one in figures.register.items:
        if one.due.day is None or one.finished or one.activity is None:
            continue
        # Agreements are told together, and measures against risks stand in their own plan.
        if not _is_agreement(one) and one.kind is not Kind.RISK_MEASURE:
            found.setdefault((one.due.day, one.key.partition("@")[0]), []).append(one)
    ranked = sorted(found.items(), key=lambda pair: (_rank(pair[0][1]), pair[0][0]))
    agreements = _agreements(figures, limits)
    room = room_for(len(ranked) + len(agreements), limits.deadlines) - len(agreements)
    shown = agreements + [
        (due, _title(figures, items, limits), _owner(figures, items, limits)) for (due, _id), items in ranked[:room]
    ]
    return sorted(shown), len(found) + len(agreements) - len(shown)


def _is_agreement(one: Commitment) -> bool:
    spec = one.activity.spec if one.activity is not None else None
    return one.agreement is not None or (spec is not None and spec.evidence.startswith("agreement:"))


def _rank(activity_id: str) -> int:
    return MILESTONES.index(activity_id) if activity_id in MILESTONES else len(MILESTONES)


def _title(figures: Figures, items: list[Commitment], limits: Limits) -> str:
    bare = items[0].activity.title if items[0].activity is not None else ""
    title = clipped(bare, limits.name, limits.lines) or _("Aktivitet uten navn")
    ids = [item.municipality for item in items if item.municipality]
    every = len(figures.plan.decision.municipalities)
    return title if len(ids) in (0, every) else f"{title} ({where(figures, ids, limits)})"


def _owner(figures: Figures, items: list[Commitment], limits: Limits) -> str:
    owners = {owner_words(figures.plan, figures.content, one.owner) for one in items}
    return _("flere") if len(owners) > 1 else clipped(owners.pop(), limits.name, limits.lines) or _("mangler")


def _agreements(figures: Figures, limits: Limits) -> list[Deadline]:
    """Return one deadline for all agreements that remain to be signed: the first of theirs."""
    register = figures.register
    cells = [cell for cell in figures.agreements if cell.required and cell.state not in SETTLED]
    found = (register.by_row.get(("agreements", "statuses", cell.row_id)) for cell in cells)
    left = [one for one in found if one is not None and not one.finished]
    days = [one.due.day for one in left if one.due.day is not None]
    if not days:
        return []
    text = ngettext(
        "Signer avtalen som gjenstår", "Signer den første av {count} avtaler som gjenstår", len(left)
    ).format(count=len(left))
    return [(min(days), text, _owner(figures, left, limits))]
