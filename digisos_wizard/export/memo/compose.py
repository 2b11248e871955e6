"""The memo as a document: the parts in the order in which a leader reads them."""

from digisos_wizard.export.memo import benefits, costs, financing, matter, proposal, risks, timeline
from digisos_wizard.export.memo.document import Block, Memo
from digisos_wizard.export.memo.limits import Limits, clipped
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures

PARTS = (
    matter.section,
    costs.section,
    financing.section,
    benefits.section,
    timeline.section,
    risks.section,
    proposal.section,
)


def compose(figures: Figures, limits: Limits) -> Memo:
    """Return the memo with as much as there is room for."""
    blocks: list[Block] = [matter.facts(figures, limits)]
    for part in PARTS:
        blocks += part(figures, limits)
    office = figures.plan.decision.office
    return Memo(
        title=_("Beslutningsnotat: digital søknad om økonomisk sosialhjelp"),
        office=clipped(office, limits.name, 1) if office else _("NAV-kontoret har ikke fått navn ennå"),
        blocks=blocks,
    )
