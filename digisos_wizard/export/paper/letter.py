"""The checklist's styles in the sizes of a letter, for documents of a page or two, and a little larger for handouts."""

from reportlab.lib.styles import ParagraphStyle

from digisos_wizard.export.paper.pages import Styles


class LetterStyles(Styles):
    """Every style of text in a letter."""

    def __init__(self) -> None:
        super().__init__()
        self.title = _smaller(self.title, 17, 21, after=1)
        self.subtitle = _smaller(self.subtitle, 12, 15, after=4)
        self.heading = _smaller(self.heading, 12, 15, before=7, after=2)
        self.body = _smaller(self.body, 9.5, 12.2, after=2.5)
        self.cell = _smaller(self.cell, 9, 11)
        self.strong = _smaller(self.strong, 9, 11)
        self.label = _smaller(self.label, 9, 11)
        self.figure = _smaller(self.figure, 9, 11)
        self.head = _smaller(self.head, 8.5, 10.5)
        self.figure_head = _smaller(self.figure_head, 8.5, 10.5)
        self.figure_strong = _smaller(self.figure_strong, 9, 11)
        self.small = _smaller(self.small, 8.5, 10.5, before=2, after=2)
        self.point = _smaller(self.point, 9.5, 12.2, after=1)


class HandoutStyles(LetterStyles):
    """The styles of a letter, with points that are read and not looked up."""

    def __init__(self) -> None:
        super().__init__()
        self.point = _smaller(self.point, 10, 13, after=1)


def _smaller(
    style: ParagraphStyle, size: float, leading: float, *, before: float = 0, after: float = 0
) -> ParagraphStyle:
    return ParagraphStyle(
        style.name, style, fontSize=size, leading=leading, spaceBefore=before, spaceAfter=after, bulletFontSize=size
    )
