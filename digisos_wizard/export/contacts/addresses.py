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


def useful(figures: Figures) -> Iterator[tuple[str, str]]:
    """Yield an address and what it is good for: those of agreements, other help, then the handbook's pages."""
    titles: dict[str, list[str]] = {}
    for spec in figures.content.agreements:
        if spec.mail_to and not spec.superseded:
            titles.setdefault(spec.mail_to, []).append(spec.title)
    for mail, sent in titles.items():
        yield (
            mail,
            _("{what} Hit sendes: {agreements}.").format(what=_purpose(mail), agreements=", ".join(sent)).strip(),
        )
    for path in figures.content.support:
        if path.address and path.address not in titles:
            yield path.address, f"{path.problem}."
    yield PORTEN, _("Spørsmål fra ansatte i NAV.")
    yield KS_PAGES, _("Informasjon fra KS til kommunene.")
    yield NAV_PAGES, _("Informasjon fra NAV om løsningen.")


def _purpose(mail: str) -> str:
    known = {
        "digisos@nav.no": _("Team Digisos, for spørsmål om innføringen."),
        "fiks@ks.no": _("KS, for Fiks og prisliste."),
    }
    return known.get(mail, "")


def source(figures: Figures) -> str:
    """Return where the addresses come from, in words."""
    return _("Adressene er fra {source}. Sjekk at de fortsatt gjelder.").format(
        source=figures.content.source_label(SOURCE)
    )
