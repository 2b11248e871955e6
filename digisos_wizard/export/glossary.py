"""The glossary: the terms that come up in meetings, each with its meaning and who says so."""

from digisos_wizard.export.document import model as d
from digisos_wizard.i18n import _
from digisos_wizard.model.content import Document, Glossary
from digisos_wizard.model.figures import Figures


def document(figures: Figures) -> d.Document:
    """Return the glossary."""
    title = _("Ordliste")
    columns = (
        d.Column(_("Ord"), 44, look=d.Look.STRONG),
        d.Column(_("Betydning"), 90),
        d.Column(_("Kilde"), 40, look=d.Look.SMALL),
    )
    return d.Document(
        title,
        [
            d.Title(title, _("Ord dere møter når dere tar i bruk digital søknad om sosialhjelp.")),
            d.Table(columns, [(term.term, term.meaning, _source(figures, term)) for term in figures.content.glossary]),
        ],
    )


def _source(figures: Figures, term: Glossary) -> str:
    badges = [figures.content.source_label(one) for one in term.sources if one.document is not Document.OWN]
    return "; ".join(badges) or _("vår forklaring")
