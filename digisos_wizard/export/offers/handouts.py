"""What is handed out in meetings, in the reception and to citizens; and all of it bound together."""

from digisos_wizard.export.kinds import Export, Group, Words
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures


def _overview(figures: Figures) -> bytes:
    from digisos_wizard.export.handouts.overview import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures, _overview_words().title)


def _overview_words() -> Words:
    return Words(
        _("Planen på én side"),
        _("Hvor langt dere er kommet, hva som stopper, tallene, fristene og hvem som gjør hva."),
    )


def _risk_sheet(figures: Figures) -> bytes:
    from digisos_wizard.export.handouts.risk_sheet import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures, _risk_sheet_words().title)


def _risk_sheet_words() -> Words:
    return Words(
        _("Ark til risikoverksted"),
        _("Risikokartet med ordene deres, og risikoene med ruter til å krysse av sammen."),
    )


def _cards(figures: Figures) -> bytes:
    from digisos_wizard.export.handouts.cards import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures, _cards_words().title)


def _cards_words() -> Words:
    return Words(
        _("Gevinstkort"),
        _("Kort til å klippe ut og sortere, åtte på hvert ark: gevinstene i planen og de andre i katalogen."),
    )


def _letter(figures: Figures) -> bytes:
    from digisos_wizard.export.handouts.leaflets import build_public  # noqa: PLC0415 - reportlab is slow to load

    return build_public(figures, "letter", _letter_words().title, _("Sendes først etter påkobling."))


def _letter_words() -> Words:
    return Words(
        _("Brev til innbyggerne"),
        _("Ett brev for hver kommune. Merket som utkast til dere er koblet på, for det skal ikke sendes før."),
    )


def _web_text(figures: Figures) -> bytes:
    from digisos_wizard.export.handouts.leaflets import build_public  # noqa: PLC0415 - reportlab is slow to load

    return build_public(figures, "web-text", _web_text_words().title, _("Publiseres først etter påkobling."))


def _web_text_words() -> Words:
    return Words(
        _("Tekst til nettsidene"),
        _("Tekst til kommunens nettsider. Merket som utkast til dere er koblet på, for den skal ikke ut før."),
    )


def _reception(figures: Figures) -> bytes:
    from digisos_wizard.export.handouts.leaflets import build_reception  # noqa: PLC0415 - reportlab is slow to load

    return build_reception(figures, _reception_words().title)


def _reception_words() -> Words:
    return Words(
        _("Veiledning til mottaket"),
        _("De fem gruppene av søkere med andelene og tiltakene deres, og hva dere kan si til hver."),
    )


OFFERS: tuple[Export, ...] = (
    Export("overview", ".pdf", Group.MEETING, _overview, _overview_words, handout=True),
    Export("risk-sheet", ".pdf", Group.MEETING, _risk_sheet, _risk_sheet_words, handout=True),
    Export("benefit-cards", ".pdf", Group.MEETING, _cards, _cards_words, handout=True),
    Export("reception", ".pdf", Group.MEETING, _reception, _reception_words, handout=True),
    Export("letter", ".pdf", Group.MEETING, _letter, _letter_words, handout=True),
    Export("web-text", ".pdf", Group.MEETING, _web_text, _web_text_words, handout=True),
)


def _handouts(figures: Figures) -> bytes:
    from digisos_wizard.export import EXPORTS  # noqa: PLC0415 - the list knows this module
    from digisos_wizard.export.bundle import bound  # noqa: PLC0415 - reportlab is slow to load

    return bound(figures, [kind for kind in EXPORTS if kind.handout])


def _handouts_words() -> Words:
    return Words(
        _("Alle utdelingsarkene samlet"),
        _("Alt som kan deles ut på papir, i én PDF med innholdsliste og bokmerker."),
    )


BOUND: tuple[Export, ...] = (Export("handouts", ".pdf", Group.MEETING, _handouts, _handouts_words),)
"""Offered after all others: it holds them."""
