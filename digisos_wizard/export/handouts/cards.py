"""Benefit cards to cut out: eight on a page, the office's own benefits first, then those of the catalogue."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, PageBreak

from digisos_wizard.export import palette
from digisos_wizard.export.drawing.paper import pen
from digisos_wizard.export.fonts import REGULAR, SEMIBOLD
from digisos_wizard.export.handouts.writing import Ticks
from digisos_wizard.export.paper.pages import BOTTOM, COLUMN, HEIGHT, TOP
from digisos_wizard.export.paper.sheet import Sheet, printed, top
from digisos_wizard.export.paper.tags import Element, Role, artifact, content_of
from digisos_wizard.i18n import _
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures

ACROSS, DOWN = 2, 4
PER_PAGE = ACROSS * DOWN
HEADING = 28.0
"""Room that the title takes on the first page; cards are as high on all."""
CARD = (COLUMN / ACROSS, (HEIGHT - TOP - BOTTOM - HEADING - 2) / DOWN)
"""Width and height of a card."""
PAD = 10.0
TITLE, TEXT = 13.0, 10.0
"""Sizes of the text."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card; the texts fit the typeface."""

    kind: str
    title: str
    text: str
    owner: str


class CardPage(Flowable):
    """Up to eight cards with dashed lines to cut along."""

    def __init__(self, cards: tuple[Card, ...]) -> None:
        super().__init__()
        self._cards = cards

    def wrap(self, _aW: float, _aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Return the room taken: the page."""
        return COLUMN, CARD[1] * DOWN

    def draw(self) -> None:
        """Draw the cards and the lines."""
        canvas = self.canv
        width, height = CARD
        for position, card in enumerate(self._cards):
            x, y = position % ACROSS * width, (DOWN - 1 - position // ACROSS) * height
            with artifact(canvas):
                canvas.setStrokeColor(HexColor(palette.STRONG_LINE))
                canvas.setLineWidth(0.5)
                canvas.setDash(3, 3)
                canvas.rect(x, y, width, height, stroke=1, fill=0)
                canvas.setDash()
            self._card(card, x + PAD, y)

    def _card(self, card: Card, x: float, y: float) -> None:
        canvas = self.canv
        room = CARD[0] - 2 * PAD
        top = y + CARD[1] - PAD
        canvas.setFillColor(HexColor(palette.MUTED))
        with content_of(canvas, Element(Role.TEXT)):
            canvas.setFont(REGULAR, 8.5)
            canvas.drawString(x, top - 8.5, card.kind)
        canvas.setFillColor(HexColor(palette.INK))
        at = top - 12
        for role, size, text, most in ((Role.HEADING, TITLE, card.title, 3), (Role.TEXT, TEXT, card.text, 5)):
            strong, drawn = role is Role.HEADING, pen(size)
            lines = drawn.wrapped(text, room, strong=strong, most=most) if text else ()
            at -= 3
            if lines:
                with content_of(canvas, Element(role)):
                    for line in lines:
                        at -= drawn.line
                        canvas.setFont(SEMIBOLD if strong else REGULAR, size)
                        canvas.drawString(x, at, line)
        with content_of(canvas, Element(Role.TEXT)):
            canvas.setFont(REGULAR, TEXT)
            canvas.drawString(x, y + 30, pen(TEXT).wrapped(card.owner, room, most=1)[0])
        ticks = Ticks([(_("Viktigst for oss"), False), (_("Kan måles"), False), (_("Ikke nå"), False)])
        ticks.wrap(room, CARD[1])
        ticks.drawOn(canvas, x, y + 10)


def build(figures: Figures, title: str) -> bytes:
    """Return the cards, with as many pages as they take."""
    made = Sheet()
    cards = tuple(_cards(made, figures))
    story: list[Flowable] = top(made, title)
    for first in range(0, len(cards), PER_PAGE):
        if first:
            story.append(PageBreak())
        story.append(CardPage(cards[first : first + PER_PAGE]))
    if not cards:
        story.append(made.paragraph(_("Ingen gevinster er lagt inn ennå."), made.styles.body))
    return printed(made, figures, title, story)


def _cards(made: Sheet, figures: Figures) -> Iterator[Card]:
    owner_line = _("Eier: ____________________________")
    taken = {item.catalogue_id for item in figures.plan.benefits.items}
    for item in figures.plan.benefits.items:
        kind = _("Ulempe {number}") if item.disadvantage else _("Gevinst {number}")
        owner = person_name(figures.plan, item.owner) or item.owner_body
        yield Card(
            kind.format(number=item.number),
            made.plain(item.title or _("Gevinst uten navn")),
            made.plain(item.description),
            made.plain(_("Eier: {name}").format(name=owner)) if owner else owner_line,
        )
    groups = {
        "applicant": _("Fra katalogen: søkeren"),
        "office": _("Fra katalogen: kontoret"),
        "municipality": _("Fra katalogen: kommunen"),
    }
    for spec in figures.content.benefits:
        if spec.id not in taken:
            yield Card(groups[spec.group], made.plain(spec.title), made.plain(spec.description), owner_line)
