"""What a plan becomes in the hands of others: pure functions from figures to bytes, and the list of them."""

from digisos_wizard.export.kinds import Export, Group, group_title
from digisos_wizard.export.offers import (
    benefits,
    connection,
    decision,
    forms,
    handouts,
    meeting,
    privacy,
    signing,
    slides,
)

EXPORTS: tuple[Export, ...] = (
    *decision.OFFERS,
    *benefits.OFFERS,
    *privacy.OFFERS,
    *connection.OFFERS,
    *signing.OFFERS,
    *meeting.OFFERS,
    *handouts.OFFERS,
    *slides.OFFERS,
    *forms.OFFERS,
    *handouts.BOUND,
)
"""Every document that can be handed over, in the order in which they are offered."""

__all__ = ["EXPORTS", "Export", "Group", "export", "group_title"]


def export(key: str) -> Export:
    """Return a document by its key; raises StopIteration where there is none such."""
    return next(kind for kind in EXPORTS if kind.key == key)
