"""Where to turn outside the office: the addresses of the handbook."""

from collections.abc import Iterator

from digisos_wizard.i18n import _
from digisos_wizard.model.content import Document, Source
from digisos_wizard.model.figures import Figures

SOURCE = Source(document=Document.H22)
"""Where the addresses below stand; the e-mail addresses come with the agreements of the content."""
PORTEN = "Porten"
KS_PAGES = "ks.no/digisos"
NAV_PAGES = "nav.no/digisos"
NEWER = "fiks-support"
"""The support path with the newer address for questions about Fiks."""


def useful(figures: Figures) -> Iterator[tuple[str, str]]:
    """Yield an address and what it is good for: those that agreements are sent to, then the handbook's."""
    titles: dict[str, list[str]] = {}
    for spec in figures.content.agreements:
        if spec.mail_to and not spec.superseded:
            titles.setdefault(spec.mail_to, []).append(spec.title)
    for mail, sent in titles.items():
        words = _("{what} Hit sendes: {agreements}.")
        yield mail, words.format(what=_purpose(figures, mail), agreements=", ".join(sent)).strip()
    yield PORTEN, _("Spørsmål fra ansatte i NAV.")
    yield KS_PAGES, _("Informasjon fra KS til kommunene.")
    yield NAV_PAGES, _("Informasjon fra NAV om løsningen.")


def _purpose(figures: Figures, mail: str) -> str:
    newer = next((path.address for path in figures.content.support if path.id == NEWER), mail)
    known = {
        "digisos@nav.no": _("Team Digisos, for spørsmål om innføringen."),
        "fiks@ks.no": _("KS, for prisliste. Om Fiks fra 2026: {newer}.").format(newer=newer),
    }
    return known.get(mail, "")


def source(figures: Figures) -> str:
    """Return where the addresses come from, in words."""
    return _("Adressene er fra {source}. Sjekk at de fortsatt gjelder.").format(
        source=figures.content.source_label(SOURCE)
    )
