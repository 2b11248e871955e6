"""What all handouts begin and end with: title and lead, imprint, and a word about characters that are missing."""

from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer

from digisos_wizard.export import fonts
from digisos_wizard.export.paper.blocks import Composer
from digisos_wizard.export.paper.letter import LetterStyles
from digisos_wizard.export.paper.pages import Heading, Imprint, print_pages
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures


class SheetStyles(LetterStyles):
    """The styles of a letter, and one for text that is read and not looked up in."""

    def __init__(self) -> None:
        super().__init__()
        self.point = ParagraphStyle("sheet point", self.point, fontSize=10, leading=13, bulletFontSize=10)
        self.reading = ParagraphStyle("reading", self.body, fontSize=11, leading=15, spaceAfter=4)


class Sheet(Composer):
    """The composer of a handout."""

    def __init__(self) -> None:
        fonts.register()
        self.sheet = SheetStyles()
        super().__init__(self.sheet)

    def point(self, text: str) -> Paragraph:
        """Return a point of a list."""
        return self.bullet(text, self.sheet.point)


def top(made: Sheet, title: str, *lead: str) -> list[Flowable]:
    """Return the title with its place in the outline, and what stands below it."""
    styles = made.styles
    return [
        Heading(made.markup(title), styles.title, key="top", outline=made.plain(title)),
        *(made.paragraph(text, styles.body) for text in lead if text),
        Spacer(0, 4),
    ]


def printed(
    made: Sheet,
    figures: Figures,
    title: str,
    story: Sequence[Flowable],
    size: tuple[float, float] = A4,
) -> bytes:
    """Return the PDF: the same bytes for the same plan on the same day."""
    whole = list(story)
    if made.typesetter.missing:
        text = _("Skriften mangler noen av tegnene som er brukt. Der de står i planen, står {mark}.")
        whole.append(made.paragraph(text.format(mark=fonts.PLACEHOLDER), made.styles.small))
    imprint = Imprint(
        title=title,
        office=made.plain(one_line(figures.plan.decision.office)),
        day=formatting.day(figures.today),
        today=figures.today,
    )
    return print_pages(whole, imprint, size)
