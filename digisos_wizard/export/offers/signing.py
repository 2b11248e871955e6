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
            "Alle punkter med tilstand og bevis, det som er åpent, hvem som har signert, og linjer til underskrift."
        ),
    )


OFFERS: tuple[Export, ...] = (Export("checklist", ".pdf", Group.SIGNING, _checklist, _checklist_words, handout=True),)
