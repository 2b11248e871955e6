"""Whether a phase can be said to be reached: nothing open on its checklist, nothing blocked or unreadable."""

from dataclasses import dataclass

from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Finding, Severity
from digisos_wizard.model.rules.signing import open_lines
from digisos_wizard.model.terms import SignOffPhase


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands in the way of a phase: texts of open checklist items, and findings that are errors or blockers."""

    phase: SignOffPhase
    open_items: tuple[str, ...]
    blockers: tuple[Finding, ...]

    @property
    def ready(self) -> bool:
        """Tell whether nothing stands in the way."""
        return not self.open_items and not self.blockers


def readiness(figures: Figures, phase: SignOffPhase) -> Readiness:
    """Return what stands in the way of a phase; the same items that a sign-off of it would list as open."""
    blockers = tuple(found for found in figures.findings if found.severity >= Severity.ERROR)
    return Readiness(phase, open_lines(figures, phase), blockers)
