"""What the leader speaks from: every slide's points, notes and sources, on A4."""

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from digisos_wizard.export.handouts.sheet import Sheet, printed, top
from digisos_wizard.i18n import _
from digisos_wizard.model.content import Document
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.told.slides import Slide, slides


def build(figures: Figures, title: str) -> bytes:
    """Return the notes, slide by slide."""
    made = Sheet()
    story = top(made, title, _("Tallet er nummeret på lysbildet i utvalget ditt."))
    for number, slide in enumerate(slides(figures), start=1):
        story += _slide(made, figures, number, slide)
    return printed(made, figures, title, story)


def _slide(made: Sheet, figures: Figures, number: int, slide: Slide) -> list[Flowable]:
    styles = made.styles
    story: list[Flowable] = [CondPageBreak(34 * mm)]
    story += made.heading(f"{number}. {slide.title or _('Uten tittel')}")[1:]
    for point in slide.points:
        first, *rest = made.paragraphs(point, styles.body)
        story += [made.point(point)] if not rest else [first, *rest]
    if slide.notes:
        story += made.paragraphs(slide.notes, styles.body, _("Notat:"))
    named = [source for source in slide.sources if source.document is not Document.OWN]
    if named:
        words = "; ".join(figures.content.source_label(source) for source in named)
        story.append(made.paragraph(_("Kilde: {words}").format(words=words), styles.small))
    return story
