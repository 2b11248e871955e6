"""All findings of a plan: worst first within each step, steps in their order."""

from digisos_wizard.model.findings import Finding
from digisos_wizard.model.judged import findings_drafts, findings_numbers
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.steps import STEPS

FINDERS = (findings_drafts.find, findings_numbers.find, *(find for step in STEPS for find in step.finders))
ORDER = {step.key: position for position, step in enumerate(STEPS)}


def all_findings(reckoned: Reckoned) -> tuple[Finding, ...]:
    """Return what all rules found; the same plan always gives the same order."""
    found = [finding for find in FINDERS for finding in find(reckoned)]
    found.sort(key=lambda finding: (ORDER[finding.step], -finding.severity))
    return tuple(found)
