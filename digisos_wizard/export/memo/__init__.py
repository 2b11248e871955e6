"""The decision memo: what a leader sends to the municipal director, with as much as two pages hold."""

from digisos_wizard.export.document.model import Block, Document, Title, Together
from digisos_wizard.export.document.paper import counted
from digisos_wizard.export.memo import benefits, costs, matter, proposal, risks, timeline
from digisos_wizard.export.memo.limits import ROOM, Limits, clipped
from digisos_wizard.i18n import _
from digisos_wizard.model.display import office_name
from digisos_wizard.model.figures import Figures

MOST_PAGES = 2
SIGNERS = 6
"""So many municipalities have room for what they pay and sign on those pages; more need another one."""
PARTS = (
    matter.section,
    costs.section,
    costs.financing,
    benefits.section,
    timeline.section,
    risks.section,
)
"""The parts in the order in which a leader reads them, up to the proposal."""


def document(figures: Figures) -> Document:
    """Return the fullest memo that fits; the sparsest where none does."""
    most = MOST_PAGES + (len(figures.costs.payers) > SIGNERS)
    for limits in ROOM[:-1]:
        made = _composed(figures, limits)
        if counted(figures, made).pages <= most:
            return made
    return _composed(figures, ROOM[-1])


def _composed(figures: Figures, limits: Limits) -> Document:
    """Return the memo with as much as there is room for."""
    office = clipped(office_name(figures.plan), limits.name, 1)
    title = Title(_("Beslutningsnotat: digital søknad om økonomisk sosialhjelp"), office)
    blocks: list[Block] = [title, matter.facts(figures, limits)]
    for part in PARTS:
        blocks += part(figures, limits)
    # What is signed stands on the page where it is signed.
    blocks.append(Together(list(proposal.section(figures, limits))))
    return Document(_("Beslutningsnotat"), blocks)
