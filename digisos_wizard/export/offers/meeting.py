"""Documents from meetings, and what is handed out there."""

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


OFFERS: tuple[Export, ...] = (Export("meeting-summary", ".pdf", Group.MEETING, _summary, _summary_words, handout=True),)
