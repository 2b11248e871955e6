"""How many benefits a plan has: one count for slides, papers and the checklist."""

from typing import NamedTuple

from digisos_wizard.i18n import ngettext
from digisos_wizard.model.benefits import Benefits


class Counted(NamedTuple):
    """Benefits and disadvantages, each counted by itself."""

    benefits: int
    disadvantages: int

    @property
    def said(self) -> str:
        """Both in words, such as "7 gevinster og 1 ulempe"."""
        words = ngettext("{count} gevinst", "{count} gevinster", self.benefits).format(count=self.benefits)
        if not self.disadvantages:
            return words
        more = ngettext("{benefits} og {count} ulempe", "{benefits} og {count} ulemper", self.disadvantages)
        return more.format(benefits=words, count=self.disadvantages)


def counted(benefits: Benefits) -> Counted:
    """Return the count: a disadvantage is no benefit."""
    bad = sum(item.disadvantage for item in benefits.items)
    return Counted(len(benefits.items) - bad, bad)
