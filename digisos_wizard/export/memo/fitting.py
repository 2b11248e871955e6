"""The memo with as much as two pages hold; paper and Word say the same."""

from dataclasses import dataclass

from digisos_wizard.export.memo.compose import compose
from digisos_wizard.export.memo.document import Memo
from digisos_wizard.export.memo.limits import ROOM
from digisos_wizard.export.memo.paper import printed
from digisos_wizard.model.figures import Figures

MOST_PAGES = 2


@dataclass(frozen=True, slots=True)
class Fitted:
    """A memo and what it looks like on paper."""

    memo: Memo
    pdf: bytes


def fitted(figures: Figures) -> Fitted:
    """Return the fullest memo that fits; the sparsest where none does."""
    for limits in ROOM[:-1]:
        memo = compose(figures, limits)
        paper = printed(memo, figures.today)
        if paper.pages <= MOST_PAGES:
            return Fitted(memo, paper.data)
    memo = compose(figures, ROOM[-1])
    return Fitted(memo, printed(memo, figures.today).data)
