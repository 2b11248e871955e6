"""What is judged of what was reckoned: findings, and the commitments by the places that they are about."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from digisos_wizard.model.address import Address
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.judged import findings, inherited
from digisos_wizard.model.judged.inherited import Inherited
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.commitments.result import Commitment


class Judged(Reckoned):
    """What was reckoned, and what there is to say about it."""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is missing, wrong, blocked or worth a note, worst first within each step."""
        return findings.all_findings(self)

    @cached_property
    def inherited(self) -> Mapping[Address, Inherited]:
        """What every field takes from elsewhere, also where something else is written in it."""
        return inherited.inherited(self)

    @cached_property
    def _places(self) -> Mapping[Address, Commitment]:
        """The commitments by every address that is about them: their rows, and where they are proved."""
        proofs = {one.place: one for one in reversed(self.register.items)}
        return {**proofs, **self.register.by_row}

    def findings_at(self, step: StepKey, *, least: Severity = Severity.NOTE) -> Sequence[Finding]:
        """Return the findings of a step that are at least so serious."""
        return [finding for finding in self.findings if finding.step is step and finding.severity >= least]

    def commitment_at(self, address: Address) -> Commitment | None:
        """Return the commitment that an address belongs to: its own row, or the place that proves it."""
        known = self._places
        for length in range(len(address), 1, -1):
            if (found := known.get(address[:length])) is not None:
                return found
        return None
