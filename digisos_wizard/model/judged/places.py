"""The activities by the places in the plan that they are about."""

from collections.abc import Mapping

from digisos_wizard.model.address import Address
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.rules.proof import evidence
from digisos_wizard.model.rules.proof.basis import Basis


def places(reckoned: Reckoned) -> Mapping[Address, PlannedActivity]:
    """Return the activities by every address that is about them."""
    found: dict[Address, PlannedActivity] = {}
    every = tuple(place.id for place in reckoned.plan.decision.municipalities)
    for item in reckoned.schedule.activities:
        found.setdefault(item.address, item)
        if item.spec is None or not item.spec.evidence:
            continue
        places = (item.municipality,) if item.municipality else every
        basis = Basis(reckoned.plan, reckoned.content, reckoned.agreements, places, reckoned.hands)
        kind, _colon, what = item.spec.evidence.partition(":")
        if kind == "agreement":
            for cell in reckoned.agreements:
                if cell.spec.id == what and item.municipality in ("", cell.municipality):
                    found.setdefault(("agreements", "statuses", cell.row_id), item)
        else:
            found.setdefault(evidence.find(basis, item.spec.evidence).address, item)
    return found
