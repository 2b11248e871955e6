"""Documents for meetings, and to hand out."""

from digisos_wizard.export.kinds import Export, Group, Words
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures


def _glossary(figures: Figures) -> bytes:
    from digisos_wizard.export.glossary import build  # noqa: PLC0415 - the window starts without loading reportlab

    return build(figures)


def _glossary_words() -> Words:
    return Words(
        title=_("Ordliste"),
        description=_("Ordene dere møter på veien, forklart med kilde. Fin å dele ut til dem som er nye i arbeidet."),
    )


OFFERS: tuple[Export, ...] = (Export("glossary", ".pdf", Group.MEETING, _glossary, _glossary_words, handout=True),)
"""Every document of this group, in the order in which they are offered."""
