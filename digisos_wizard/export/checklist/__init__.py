"""The signed-off checklist as PDF: cover, sections, what is open, who signed, and lines for ink."""

import unicodedata

from reportlab.platypus import Flowable, PageBreak

from digisos_wizard.export import fonts
from digisos_wizard.export.checklist.choice import sections
from digisos_wizard.export.checklist.cover import cover
from digisos_wizard.export.checklist.items import section
from digisos_wizard.export.checklist.open_items import open_items
from digisos_wizard.export.checklist.signatures import ink, signatures
from digisos_wizard.export.paper.blocks import Composer
from digisos_wizard.export.paper.extras import Attachment
from digisos_wizard.export.paper.pages import Imprint, print_pages
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.sealed import FILE_NAME, FORMAT, encode
from digisos_wizard.model.signing.sealing import sealed_of
from digisos_wizard.model.whole_file import with_checksum


def build(figures: Figures) -> bytes:
    """Return the PDF: the same bytes for the same plan on the same day."""
    fonts.register()
    composer = Composer()
    parts = sections(figures)
    story: list[Flowable] = cover(composer, figures, parts)
    story.append(PageBreak())
    for part in parts:
        story += section(composer, figures, part)
    story += open_items(composer, figures, parts)
    story += signatures(composer, figures)
    story += ink(composer, figures)
    story += _missing(composer)
    imprint = Imprint(
        title=_("Sjekkliste"),
        office=composer.plain(one_line(figures.plan.decision.office)),
        day=formatting.day(figures.today),
        today=figures.today,
        attachments=(_record(figures),),
        keywords=(FORMAT,),
    )
    return with_checksum(print_pages(story, imprint))


def _record(figures: Figures) -> Attachment:
    """Return the checklist for machines: everything that the pages say, and the sign-offs with their fingerprints."""
    return Attachment(
        name=FILE_NAME,
        description=_("Sjekklisten og signeringene, slik at PDF-en kan kontrolleres"),
        kind="application/json",
        data=lambda pages: encode(sealed_of(figures, pages)),
    )


def _missing(composer: Composer) -> list[Flowable]:
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
    return [
        *composer.heading(_("Tegn som skriften mangler")),
        composer.paragraph(lead, composer.styles.body),
        *composer.paragraphs("\n".join(lines), composer.styles.cell),
    ]
