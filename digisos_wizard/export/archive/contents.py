"""The contents list of the archive package, to be read: every file with its size and its checksum."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from digisos_wizard.export import fonts
from digisos_wizard.export.paper.blocks import Composer, Row, packed, table
from digisos_wizard.export.paper.letter import LetterStyles
from digisos_wizard.export.paper.pages import COLUMN, Heading, Imprint, print_pages
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures


@dataclass(frozen=True)
class Part:
    """A file of the package: its name, what it is, and its bytes."""

    name: str
    title: str
    data: bytes

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


_SIZE = 22 * mm
_DIGEST = 104 * mm
"""Room for a checksum on one line."""
_NAME = COLUMN - _SIZE - _DIGEST


def contents(figures: Figures, parts: Sequence[Part]) -> bytes:
    """Return the list as PDF."""
    fonts.register()
    composer = Composer(LetterStyles())
    styles = composer.styles
    title = _("Arkivpakke for innføring av digital søknad")
    story: list[Flowable] = [
        Heading(composer.markup(title), styles.title, key="contents", outline=title),
        composer.paragraph(figures.plan.decision.office or _("NAV-kontoret har ikke fått navn ennå"), styles.subtitle),
        composer.paragraph(
            _(
                "Pakken er laget {day}. Kontrollsummen (SHA-256) er forskjellig for to filer som ikke er helt like. "
                "Med den kan hvem som helst kontrollere at en fil er den samme som ble lagt i pakken."
            ).format(day=formatting.day(figures.today)),
            styles.body,
        ),
        Spacer(0, 3 * mm),
        _files(composer, parts),
        Spacer(0, 3 * mm),
        composer.paragraph(_("Filen innhold.json har den samme listen for maskiner."), styles.small),
    ]
    imprint = Imprint(
        title=_("Arkivpakke"),
        office=composer.plain(one_line(figures.plan.decision.office)),
        day=formatting.day(figures.today),
        today=figures.today,
    )
    return print_pages(story, imprint)


def _files(composer: Composer, parts: Sequence[Part]) -> Flowable:
    styles = composer.styles
    titles = ((_("Fil"), styles.head), (_("Innhold og kontrollsum"), styles.head), (_("Størrelse"), styles.figure_head))
    rows = [Row([[composer.paragraph(text, style)] for text, style in titles])]
    widths = (_NAME, _DIGEST, _SIZE)
    for part in parts:
        name = packed(composer.paragraphs(part.name, styles.strong), widths[0])[0]
        what = [composer.paragraph(part.title, styles.cell), composer.paragraph(part.digest, styles.small)]
        size = _("{count} kB").format(count=formatting.number(-(-len(part.data) // 1024)))
        rows.append(Row([name, what, [composer.paragraph(size, styles.figure)]]))
    return table(rows, widths, head=True)
