"""Documents for meetings, and to hand out."""

from digisos_wizard.export.kinds import Export, Group, Words
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures


def _summary(figures: Figures) -> bytes:
    from digisos_wizard.export.meeting_summary import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures)


def _summary_words() -> Words:
    return Words(
        title=_("Oppsummering av møtet"),
        description=_(
            "Det siste møtet: beslutninger med ansvarlig og frist, notater, håndsopprekninger og det som er parkert. "
            "Før det første møtet er det spørsmålene dere har valgt."
        ),
    )


def _glossary(figures: Figures) -> bytes:
    from digisos_wizard.export.glossary import build  # noqa: PLC0415 - the window starts without loading reportlab

    return build(figures)


def _glossary_words() -> Words:
    return Words(
        title=_("Ordliste"),
        description=_("Ordene dere møter på veien, forklart med kilde. Fin å dele ut til dem som er nye i arbeidet."),
    )


OFFERS: tuple[Export, ...] = (
    Export("meeting-summary", ".pdf", Group.MEETING, _summary, _summary_words, handout=True),
    Export("glossary", ".pdf", Group.MEETING, _glossary, _glossary_words, handout=True),
)
"""Every document of this group, in the order in which they are offered."""
