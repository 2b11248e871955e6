"""The glossary as PDF: the terms that come up in meetings, each with its meaning and who says so."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from digisos_wizard.export import fonts
from digisos_wizard.export.paper.blocks import Composer, Row, table
from digisos_wizard.export.paper.letter import LetterStyles
from digisos_wizard.export.paper.pages import COLUMN, Heading, Imprint, print_pages
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.content import Document, Glossary
from digisos_wizard.model.figures import Figures

_WIDTHS = (44 * mm, COLUMN - 84 * mm, 40 * mm)


def build(figures: Figures) -> bytes:
    """Return the PDF: the same bytes for the same plan on the same day."""
    fonts.register()
    composer = Composer(LetterStyles())
    styles = composer.styles
    title = _("Ordliste")
    office = figures.plan.decision.office
    story: list[Flowable] = [
        Heading(composer.markup(title), styles.title, key="glossary", outline=title),
        *composer.paragraphs(_("Ord dere møter når dere tar i bruk digital søknad om sosialhjelp."), styles.subtitle),
    ]
    heads = (_("Ord"), _("Betydning"), _("Kilde"))
    rows = [Row([[composer.paragraph(head, styles.head)] for head in heads])]
    rows += [_row(composer, figures, term) for term in figures.content.glossary]
    story.append(table(rows, _WIDTHS, head=True, tight=True))
    imprint = Imprint(
        title=title,
        office=composer.plain(one_line(office)),
        day=formatting.day(figures.today),
        today=figures.today,
    )
    return print_pages(story, imprint)


def _row(composer: Composer, figures: Figures, term: Glossary) -> Row:
    styles = composer.styles
    badges = [figures.content.source_label(one) for one in term.sources if one.document is not Document.OWN]
    return Row(
        [
            [composer.paragraph(term.term, styles.strong)],
            [composer.paragraph(term.meaning, styles.cell)],
            [composer.paragraph("; ".join(badges) or _("vår forklaring"), styles.small)],
        ]
    )
