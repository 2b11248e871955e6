"""What a long page holds: a line of links to its cards, so that nobody has to scroll and look."""

from collections.abc import Callable, Sequence
from html import escape

from digisos_wizard.i18n import _
from digisos_wizard.ui.widgets.look.basics import Card
from digisos_wizard.ui.widgets.look.links import LinkLabel

FEWEST = 4
"""Cards on a page that is worth a line of links."""


class PageContents(LinkLabel):
    """Links to the cards that can be seen, in their order; short pages have none."""

    def __init__(self, show_card: Callable[[Card], object]) -> None:
        super().__init__()
        self._cards: Sequence[Card] = ()
        self._show_card = show_card
        self.setAccessibleName(_("På denne siden"))
        self.linkActivated.connect(lambda place: self._show_card(self._cards[int(place)]))
        self.hide()

    def offer(self, cards: Sequence[Card]) -> None:
        """Show links to these cards, where they are others than before."""
        if list(cards) != list(self._cards):
            self._cards = cards
            # No break within a link: a name stays whole on its line.
            links = (
                f'<a href="{place}">{escape(card.heading.text()).replace(" ", "&nbsp;")}</a>'
                for place, card in enumerate(cards)
            )
            self.write(" &nbsp;·&nbsp; ".join(links))
            self.setAccessibleDescription("; ".join(card.heading.text() for card in cards))
        self.setVisible(len(cards) >= FEWEST)
