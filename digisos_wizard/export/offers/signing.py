"""The checklist, and what goes to the archive."""

from digisos_wizard.export.kinds import Export, Group, Words
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures


def _checklist(figures: Figures) -> bytes:
    from digisos_wizard.export.checklist import build  # noqa: PLC0415 - the window starts without loading reportlab

    return build(figures)


def _checklist_words() -> Words:
    return Words(
        title=_("Sjekkliste"),
        description=_(
            "Alle punkter med tilstand og bevis, det som er åpent, hvem som har signert, og linjer og felter til "
            "underskrift. Programmet kan kontrollere om PDF-en er endret."
        ),
    )


def _archive(figures: Figures) -> bytes:
    from digisos_wizard.export.archive import build  # noqa: PLC0415 - the window starts without loading reportlab

    return build(figures)


def _archive_words() -> Words:
    return Words(
        title=_("Arkivpakke"),
        description=_(
            "Planen og de ferdige dokumentene i én fil til kommunens arkiv, med en innholdsliste som har "
            "kontrollsummen for hvert dokument."
        ),
    )


OFFERS: tuple[Export, ...] = (
    Export("checklist", ".pdf", Group.SIGNING, _checklist, _checklist_words, handout=True),
    Export("archive", ".zip", Group.SIGNING, _archive, _archive_words),
)
