"""The weekly status on one page: where they are, what changed, what is due, what blocks."""

from collections.abc import Iterator, Sequence

from digisos_wizard.export.document.model import Block, Column, Document, Heading, Look, Points, Table, Text, Title
from digisos_wizard.export.text import short
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.told.weekly import Due, Weekly, report, stop_words

CHANGES, DUE, LATE, BLOCKS = 10, 10, 3, 6
"""Lines of each kind that a page has room for; more are counted."""
LONGEST = 190
NOTE = 700


def document(figures: Figures) -> Document:
    """Return the status, a page of it."""
    found = report(figures)
    title = _("Ukestatus {day}").format(day=formatting.day(figures.today))
    blocks: list[Block] = [Title(title), Text(short(found.headline, LONGEST), look=Look.STATUS)]
    blocks += [Text(short(fact, LONGEST * 2)) for fact in found.facts]
    if found.note:
        blocks.append(Text(short(found.note, NOTE)))
    blocks += [*_changes(found), *_due(found), Heading(_("Dette stopper, og dette må gjøres"), room=0)]
    return Document(title, [*blocks, *_listed([stop_words(one) for one in found.blocks], BLOCKS)], handout=True)


def _changes(found: Weekly) -> Iterator[Block]:
    if found.since is None:
        yield Heading(_("Endret"), room=0)
        yield Text(_("Dette er den første statusen. Neste gang står det her hva som er endret."))
        return
    yield Heading(_("Endret siden {day}").format(day=formatting.day(found.since)), room=0)
    yield from _listed(found.changes, CHANGES)


def _listed(texts: Sequence[str], most: int) -> Iterator[Block]:
    if not texts:
        yield Text(_("Ingenting."))
    yield Points([short(text, LONGEST) for text in texts[:most]])
    yield from _rest(len(texts) - most)


def _rest(count: int) -> Iterator[Block]:
    if count > 0:
        words = ngettext("… og {count} til. Alt står i planen.", "… og {count} til. Alt står i planen.", count)
        yield Text(words.format(count=count), look=Look.SMALL)


def shown_due(due: Sequence[Due]) -> list[Due]:
    """Return the deadlines that there is room for: what is coming first, which leaves some of it to what has passed."""
    late, coming = [one for one in due if one.late], [one for one in due if not one.late]
    shown = coming[: DUE - min(len(late), LATE)]
    return [*shown, *late[: DUE - len(shown)]]


def _due(found: Weekly) -> Iterator[Block]:
    yield Heading(_("Frister de neste to ukene"), room=0)
    if not found.due:
        yield Text(_("Ingen."))
        return
    rows = []
    for one in shown_due(found.due):
        day = formatting.near_day(one.deadline, found.today)
        when = _("{day}, forfalt").format(day=day) if one.late else day
        rows.append((when, short(one.text, 90), short(one.owner or _("mangler"), 40)))
    yield Table([Column(_("Frist"), 34), Column(_("Hva"), 90), Column(_("Ansvarlig"), 50)], rows)
    yield from _rest(len(found.due) - DUE)
