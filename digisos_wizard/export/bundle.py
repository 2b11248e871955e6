"""Handouts bound together: a page of contents, then every document chosen, in the order of the list."""

from collections.abc import Callable, Sequence

from reportlab.lib.units import mm

from digisos_wizard.export.binding import Part, bind
from digisos_wizard.export.handouts.sheet import Sheet, printed, top
from digisos_wizard.export.kinds import Export
from digisos_wizard.export.offers import EXPORTS
from digisos_wizard.export.paper.blocks import Row, table
from digisos_wizard.export.paper.extras import Furnishing
from digisos_wizard.export.paper.pages import COLUMN, LANGUAGE
from digisos_wizard.export.pdfium import page_sizes
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures

NUMBER = 22 * mm
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
    return bind(parts, Furnishing(named, office, formatting.day(figures.today), LANGUAGE, stamp))


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
    made = Sheet()
    styles = made.styles
    office = figures.plan.decision.office or _("NAV-kontoret har ikke fått navn ennå")
    story = top(made, title, " ".join(office.split())[:300])
    rows = [Row([[made.paragraph(text, styles.head)] for text in (_("Dokument"), _("Side"), _("Omfang"))])]
    page = start + 1
    for kind, count in zip(kinds, counts, strict=True):
        words = [made.paragraph(kind.title, styles.strong), made.paragraph(kind.description, styles.small)]
        extent = ngettext("{count} side", "{count} sider", count).format(count=count)
        rows.append(Row([words, [made.paragraph(str(page), styles.cell)], [made.paragraph(extent, styles.cell)]]))
        page += count
    story.append(table(rows, (COLUMN - 2 * NUMBER, NUMBER, NUMBER), head=True, tight=True))
    return printed(made, figures, title, story)
