"""Fields that stand in no form, and how they are written instead."""

from collections.abc import Mapping
from enum import StrEnum


class Elsewhere(StrEnum):
    """How a field is written that stands in no form."""

    ADDED = "decided by which button adds the row"
    STAMPED = "stamped by the clock when the row is made"
    GRID = "typed in a grid, one form of a member of staff at a time"
    SAME = "asked in the same fields as another amount, which then stand for it"
    HANDS = "counted in the meeting, by a show of hands"


ELSEWHERE: Mapping[str, Elsewhere] = {
    "benefits.items.*.kind": Elsewhere.ADDED,
    "connection.reports.*.taken_on": Elsewhere.STAMPED,
    "mapping.responses.*.rows.*.paper_minutes": Elsewhere.GRID,
    "mapping.responses.*.rows.*.digital_minutes": Elsewhere.GRID,
    "mapping.responses.*.rows.*.keep_paper": Elsewhere.GRID,
    "mapping.responses.*.rows.*.keep_digital": Elsewhere.GRID,
    "costs.answers.ks_coverage.covers": Elsewhere.SAME,
    "costs.answers.ks_coverage.only": Elsewhere.SAME,
    "costs.answers.ks_coverage.split": Elsewhere.SAME,
    "costs.answers.ks_coverage.shares.*.percent": Elsewhere.SAME,
    "costs.answers.vendor_costs.*.coverage.covers": Elsewhere.SAME,
    "costs.answers.vendor_costs.*.coverage.only": Elsewhere.SAME,
    "costs.answers.vendor_costs.*.coverage.split": Elsewhere.SAME,
    "costs.answers.vendor_costs.*.coverage.shares.*.percent": Elsewhere.SAME,
    "workshop.tallies.*.choices.*.text": Elsewhere.HANDS,
    "workshop.tallies.*.choices.*.count": Elsewhere.HANDS,
}
"""By their pattern in the field catalogue; everything else that isn't internal stands in a form."""
