"""What is judged of what was reckoned: findings, and the activities by the places that they stand for."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from digisos_wizard.model.address import Address
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.judged import findings, places
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.connection.result import PlannedActivity


class Judged(Reckoned):
    """What was reckoned, and what there is to say about it."""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is missing, wrong, blocked or worth a note, worst first within each step."""
        return findings.all_findings(self)

    @cached_property
    def activity_places(self) -> Mapping[Address, PlannedActivity]:
        """The activities by every address that is about them."""
        return places.places(self)

    def findings_at(self, step: StepKey, *, least: Severity = Severity.NOTE) -> Sequence[Finding]:
        """Return the findings of a step that are at least so serious."""
        return [finding for finding in self.findings if finding.step is step and finding.severity >= least]

    def activity_at(self, address: Address) -> PlannedActivity | None:
        """Return the activity that an address belongs to: its own row, the place that proves it, or its agreement."""
        known = self.activity_places
        for length in range(len(address), 2, -1):
            if (found := known.get(address[:length])) is not None:
                return found
        return None
