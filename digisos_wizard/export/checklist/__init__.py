"""The signed-off checklist as PDF: cover, sections, what is open, who signed, and lines for ink."""

import unicodedata
from dataclasses import replace

from reportlab.platypus import PageBreak

from digisos_wizard.export import fonts
from digisos_wizard.export.checklist.choice import sections
from digisos_wizard.export.checklist.cover import cover
from digisos_wizard.export.checklist.items import open_items, section
from digisos_wizard.export.checklist.signatures import ink, signatures
from digisos_wizard.export.document.model import Block, Heading, Look, Text
from digisos_wizard.export.document.paper import Painter
from digisos_wizard.export.paper.blocks import Composer
from digisos_wizard.export.paper.extras import Attachment
from digisos_wizard.export.paper.pages import print_pages
from digisos_wizard.export.paper.sheet import imprint
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.sealed import FILE_NAME, FORMAT, encode
from digisos_wizard.model.signing.sealing import sealed_of
from digisos_wizard.model.whole_file import with_checksum


def build(figures: Figures) -> bytes:
    """Return the PDF: the same bytes for the same plan on the same day."""
    composer = Composer()
    painter = Painter(composer)
    parts = sections(figures)
    story = [
        *cover(composer, figures, parts),
        PageBreak(),
        *painter.story([block for part in parts for block in section(figures, part)]),
        *painter.story([*open_items(figures, parts), *signatures(figures)]),
        *ink(composer, figures),
    ]
    story += painter.story(_missing(composer))
    told = imprint(composer, figures, _("Sjekkliste"))
    return with_checksum(print_pages(story, replace(told, attachments=(_record(figures),), keywords=(FORMAT,))))


def _record(figures: Figures) -> Attachment:
    """Return the checklist for machines: everything that the pages say, and the sign-offs with their fingerprints."""
    return Attachment(
        name=FILE_NAME,
        description=_("Sjekklisten og signeringene, slik at PDF-en kan kontrolleres"),
        kind="application/json",
        data=lambda pages: encode(sealed_of(figures, pages)),
    )


def _missing(composer: Composer) -> list[Block]:
    """Return the list of characters that the typeface lacks, so that nothing typed goes missing in silence."""
    found = sorted(composer.typesetter.missing.items())
    if not found:
        return []
    lines = [
        _("U+{code:04X} {name} ({count} ganger)").format(
            code=ord(letter), name=unicodedata.name(letter, _("uten navn")), count=count
        )
        for letter, count in found
    ]
    lead = _("Skriften i dette dokumentet mangler tegnene under. Der de er brukt, står {mark}.").format(
        mark=fonts.PLACEHOLDER
    )
    listed = Text("\n".join(lines), look=Look.CELL)
    return [Heading(_("Tegn som skriften mangler")), Text(lead), listed]
