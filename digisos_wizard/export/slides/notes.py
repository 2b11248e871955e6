"""What the leader speaks from: every slide's points, notes and sources."""

from collections.abc import Iterator

from digisos_wizard.export.document import model as d
from digisos_wizard.i18n import _
from digisos_wizard.model.content import Document
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.told.slides import Slide, slides


def document(figures: Figures, title: str) -> d.Document:
    """Return the notes, slide by slide."""
    blocks: list[d.Block] = [d.Title(title, lead=[_("Tallet er nummeret på lysbildet i utvalget ditt.")])]
    for number, slide in enumerate(slides(figures), start=1):
        blocks += _slide(figures, number, slide)
    return d.Document(title, blocks, handout=True)


def _slide(figures: Figures, number: int, slide: Slide) -> Iterator[d.Block]:
    title = slide.title or _("Uten tittel")
    yield d.Heading(f"{number}. {title}", room=34)
    yield d.Points(slide.points)
    if slide.notes:
        yield d.Text(slide.notes, _("Notat:"))
    named = [source for source in slide.sources if source.document is not Document.OWN]
    if named:
        words = "; ".join(figures.content.source_label(source) for source in named)
        yield d.Text(_("Kilde: {words}").format(words=words), look=d.Look.SMALL)
