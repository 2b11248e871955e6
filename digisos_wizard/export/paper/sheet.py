"""What all printed documents begin and end with: title and lead, imprint, and a word about characters that lack."""

from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, Paragraph, Spacer

from digisos_wizard.export import fonts
from digisos_wizard.export.paper.blocks import Composer
from digisos_wizard.export.paper.letter import HandoutStyles
from digisos_wizard.export.paper.pages import Imprint, Printed, print_counted
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures


class Sheet(Composer):
    """The composer of a handout."""

    def __init__(self) -> None:
        super().__init__(HandoutStyles())

    def point(self, text: str) -> Paragraph:
        """Return a point of a list."""
        return self.bullet(text, self.styles.point)


def top(made: Composer, title: str, *lead: str) -> list[Flowable]:
    """Return the title with its place in the outline, and what stands below it."""
    return [made.title(title), *(made.paragraph(text, made.styles.body) for text in lead if text), Spacer(0, 4)]


def imprint(made: Composer, figures: Figures, title: str) -> Imprint:
    """Return what a document of the office says of itself."""
    return Imprint(
        title=made.plain(one_line(title)),
        office=made.plain(one_line(figures.plan.decision.office)),
        day=formatting.day(figures.today),
        today=figures.today,
    )


def counted(
    made: Composer, figures: Figures, title: str, story: Sequence[Flowable], size: tuple[float, float] = A4
) -> Printed:
    """Return the PDF with its number of pages; what the typeface lacked is said last."""
    whole = list(story)
    if made.typesetter.missing:
        text = _("Skriften mangler noen av tegnene som er brukt. Der de står i planen, står {mark}.")
        whole.append(made.paragraph(text.format(mark=fonts.PLACEHOLDER), made.styles.small))
    return print_counted(whole, imprint(made, figures, title), size)


def printed(
    made: Composer, figures: Figures, title: str, story: Sequence[Flowable], size: tuple[float, float] = A4
) -> bytes:
    """Return the PDF: the same bytes for the same plan on the same day."""
    return counted(made, figures, title, story, size).data
