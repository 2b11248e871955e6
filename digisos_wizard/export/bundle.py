"""Handouts bound together: a page of contents, then every document chosen, in the order of the list."""

from collections.abc import Callable, Sequence

from digisos_wizard.export.binding import Part, bind
from digisos_wizard.export.document.model import Column, Document, Look, Table, Text, Title
from digisos_wizard.export.document.paper import printed
from digisos_wizard.export.kinds import Export
from digisos_wizard.export.offers import EXPORTS
from digisos_wizard.export.paper.extras import Furnishing
from digisos_wizard.export.pdfium import page_sizes
from digisos_wizard.export.text import one_line, short
from digisos_wizard.i18n import _, current, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.display import office_name
from digisos_wizard.model.figures import Figures

LONGEST = 300
"""Letters of the office's name."""
ON_A_PAGE = 26
"""About how many documents a page of contents holds: a guess that saves laying it out again."""

Progress = Callable[[int, int], None]
"""Told how many of how many documents are made; what it raises stops the work."""


def _silent(_done: int, _all: int) -> None:
    return


def build(figures: Figures) -> bytes:
    """Return every handout, bound with a page of contents."""
    return bound(figures, [kind for kind in EXPORTS if kind.handout])


def bound(figures: Figures, kinds: Sequence[Export], *, contents: bool = True, progress: Progress = _silent) -> bytes:
    """Return the documents as one PDF, with or without a page of contents."""
    parts: list[Part] = []
    for position, kind in enumerate(kinds):
        progress(position, len(kinds))
        parts.append(Part(kind.title, kind.build(figures)))
    progress(len(kinds), len(kinds))
    title = _("Utdelingsark")
    if contents or not parts:
        parts.insert(0, Part(_("Innhold"), _contents(figures, kinds, parts, title)))
    office = one_line(figures.plan.decision.office)
    named = _("{title} – {office}").format(title=title, office=office) if office else title
    stamp = f"D:{figures.today:%Y%m%d}000000Z"
    return bind(parts, Furnishing(named, office, formatting.day(figures.today), current().tag, stamp))


def _contents(figures: Figures, kinds: Sequence[Export], parts: Sequence[Part], title: str) -> bytes:
    """Return the page of contents; the first document begins after it, however many pages it takes."""
    counts = [len(page_sizes(part.data)) for part in parts]
    data = b""
    before, own = 0, 1 + len(kinds) // ON_A_PAGE
    while before != own:
        before = own
        data = _laid(figures, kinds, counts, title, before)
        own = len(page_sizes(data))
    return data


def _laid(figures: Figures, kinds: Sequence[Export], counts: Sequence[int], title: str, start: int) -> bytes:
    rows = []
    page = start + 1
    for kind, count in zip(kinds, counts, strict=True):
        words = [Text(kind.title, look=Look.STRONG), Text(kind.description, look=Look.SMALL)]
        rows.append((words, str(page), ngettext("{count} side", "{count} sider", count).format(count=count)))
        page += count
    columns = (Column(_("Dokument"), 130), Column(_("Side"), 22), Column(_("Omfang"), 22))
    lead = [short(office_name(figures.plan), LONGEST)]
    return printed(figures, Document(title, [Title(title, lead=lead), Table(columns, rows)], handout=True))
