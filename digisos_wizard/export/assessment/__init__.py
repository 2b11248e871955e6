"""The privacy assessment (DPIA) and the risk analysis (ROS) as PDFs to archive: one machinery, two documents."""

from reportlab.platypus import Flowable

from digisos_wizard.export import fonts
from digisos_wizard.export.assessment import conclusions, cover, flow, maps, parts, tables
from digisos_wizard.export.paper.blocks import Composer
from digisos_wizard.export.paper.letter import LetterStyles
from digisos_wizard.export.paper.pages import Imprint, print_pages
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import RiskKind


def build_dpia(figures: Figures) -> bytes:
    """Return the assessment of consequences for privacy: the same bytes for the same plan on the same day."""
    composer = _composer()
    title = _("Personvernkonsekvensvurdering (DPIA)")
    story = [
        *cover.cover(composer, figures, title, RiskKind.DPIA),
        *parts.parts(composer, figures),
        *flow.picture(composer, figures),
        *_risks(composer, figures, RiskKind.DPIA),
        *conclusions.dpia(composer, figures),
        *conclusions.ink(composer, (_("Personvernombudet gir råd"), _("Ledelsen beslutter"))),
    ]
    return _printed(composer, figures, title, story)


def build_ros(figures: Figures) -> bytes:
    """Return the risk analysis: the same bytes for the same plan on the same day."""
    composer = _composer()
    title = _("Risiko- og sårbarhetsanalyse (ROS)")
    story = [
        *cover.cover(composer, figures, title, RiskKind.ROS),
        *_risks(composer, figures, RiskKind.ROS),
        *conclusions.ros(composer, figures),
        *conclusions.ink(composer, (_("Ledelsen beslutter"),)),
    ]
    return _printed(composer, figures, title, story)


def _composer() -> Composer:
    fonts.register()
    return Composer(LetterStyles())


def _risks(composer: Composer, figures: Figures, kind: RiskKind) -> list[Flowable]:
    return [
        *maps.both(composer, figures, kind),
        *tables.risks(composer, figures, kind),
        *tables.actions(composer, figures, kind),
    ]


def _printed(composer: Composer, figures: Figures, title: str, story: list[Flowable]) -> bytes:
    if composer.typesetter.missing:
        text = _("Skriften mangler noen av tegnene som er brukt. Der de står i planen, står {mark}.")
        story.append(composer.paragraph(text.format(mark=fonts.PLACEHOLDER), composer.styles.small))
    imprint = Imprint(
        title=title,
        office=composer.plain(one_line(figures.plan.decision.office)),
        day=formatting.day(figures.today),
        today=figures.today,
    )
    return print_pages(story, imprint)
