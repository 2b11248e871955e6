"""All findings of a plan: worst first within each step, steps in their order."""

from digisos_wizard.model.findings import Finding, StepKey
from digisos_wizard.model.judged import (
    findings_agreements,
    findings_benefits,
    findings_checklist,
    findings_connection,
    findings_costs,
    findings_coverage,
    findings_decision,
    findings_drafts,
    findings_mapping,
    findings_merger,
    findings_numbers,
    findings_privacy,
    findings_roles,
    findings_workshop,
)
from digisos_wizard.model.reckoned import Reckoned

FINDERS = (
    findings_drafts.find,
    findings_numbers.find,
    findings_decision.find,
    findings_merger.find,
    findings_costs.find,
    findings_coverage.find,
    findings_roles.find,
    findings_agreements.find,
    findings_privacy.find,
    findings_mapping.find,
    findings_benefits.find,
    findings_connection.find,
    findings_checklist.find,
    findings_workshop.find,
)
ORDER = {step: position for position, step in enumerate(StepKey)}


def all_findings(reckoned: Reckoned) -> tuple[Finding, ...]:
    """Return what all rules found; the same plan always gives the same order."""
    found = [finding for find in FINDERS for finding in find(reckoned)]
    found.sort(key=lambda finding: (ORDER[finding.step], -finding.severity))
    return tuple(found)
