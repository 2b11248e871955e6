"""The description, part by part: question, text, and how far the review has come."""

from reportlab.platypus import Flowable

from digisos_wizard.export.paper.blocks import Composer
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.privacy import DpiaPart


def parts(composer: Composer, figures: Figures) -> list[Flowable]:
    """Return every part in the content's order."""
    written = {part.id: part for part in figures.plan.privacy.parts}
    styles = composer.styles
    story = composer.heading(_("Beskrivelse"))
    for spec in figures.content.dpia_parts:
        part = written.get(spec.id, DpiaPart(id=spec.id))
        state = figures.content.option_label("ReviewState", part.state.value)
        story += composer.heading(spec.title, level=1, room=70)
        story.append(composer.paragraph(spec.question, styles.small))
        story += composer.paragraphs(part.text.strip() or _("mangler"), styles.body)
        facts = [(_("Tilstand:"), state)]
        if part.comment.strip():
            facts.append((_("Kommentar:"), part.comment))
        story.append(composer.labelled(*facts, style=styles.small))
    return story
