"""Documents about the decision and who does what."""

from digisos_wizard.export.kinds import Export, Group, Words
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures


def _memo(figures: Figures) -> bytes:
    from digisos_wizard.export.memo import build  # noqa: PLC0415 - the window starts without loading reportlab

    return build(figures)


def _memo_words() -> Words:
    return Words(
        title=_("Beslutningsnotat"),
        description=_(
            "Ett notat på høyst to sider til kommunedirektøren: hva som skal avgjøres, hva det koster, hva dere får "
            "igjen, når det skjer, hva som er åpent, og forslag til vedtak."
        ),
    )


def _memo_word(figures: Figures) -> bytes:
    from digisos_wizard.export.memo import build_word  # noqa: PLC0415 - the window starts without loading python-docx

    return build_word(figures)


def _memo_word_words() -> Words:
    return Words(
        title=_("Beslutningsnotat til redigering"),
        description=_("Det samme notatet, slik at du kan endre teksten eller lime den inn i et saksfremlegg."),
    )


def _contacts(figures: Figures) -> bytes:
    from digisos_wizard.export.contacts import build  # noqa: PLC0415 - the window starts without loading reportlab

    return build(figures)


def _contacts_words() -> Words:
    return Words(
        title=_("Kontaktliste"),
        description=_("Hvem som har hvilken rolle, hvordan dere når dem, og nyttige adresser utenfor kontoret."),
    )


OFFERS: tuple[Export, ...] = (
    Export("memo", ".pdf", Group.DECISION, _memo, _memo_words),
    Export("memo-word", ".docx", Group.DECISION, _memo_word, _memo_word_words),
    Export("contacts", ".pdf", Group.DECISION, _contacts, _contacts_words, handout=True),
)
