"""What a document still lacks: the parts of the plan that it rests on, and what is not said there yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.parts import part_of

from .kinds import Export

WHOLE = ""
"""Stands for every part of a step."""
_DAY = (StepKey.CONNECTION, "timeline")
_RISKS = (StepKey.PRIVACY, "risks")
_CONCLUSION = (StepKey.PRIVACY, "conclusion")
RESTS_ON: Mapping[str, tuple[tuple[StepKey, str], ...]] = {
    "memo": ((StepKey.DECISION, WHOLE), (StepKey.COSTS, WHOLE)),
    "contacts": ((StepKey.ROLES, WHOLE),),
    "workbook": ((StepKey.BENEFITS, WHOLE), (StepKey.COSTS, WHOLE)),
    "process": ((StepKey.MAPPING, "time"),),
    "benefit-map": ((StepKey.BENEFITS, "benefits"),),
    "follow-up": ((StepKey.BENEFITS, "measuring"),),
    "dpia": ((StepKey.PRIVACY, "assessment"), _RISKS, _CONCLUSION),
    "ros": (_RISKS, _CONCLUSION),
    "timeline": (_DAY,),
    "timeline-poster": (_DAY,),
    "months": (_DAY,),
    "calendar": (_DAY,),
    "role-sheets": ((StepKey.ROLES, "roles"), _DAY),
    "contingency": ((StepKey.CONNECTION, "fiks"),),
    "reception": ((StepKey.MAPPING, "applicants"),),
}
"""A document's key -> step and part; one that isn't here is whole whenever it is made."""
AFTER_CONNECTING = ("letter", "web-text", "info-screen")
"""What the citizens get, and not before they can apply."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands: in words with their sign, and what is lacking."""

    words: str
    sign: Sign = Sign.NONE
    lacking: tuple[Finding, ...] = ()


class Lacking:
    """What the plan doesn't say yet, by the part where it is said."""

    def __init__(self, figures: Figures) -> None:
        self._connected = figures.schedule.connected
        self._found = [(part_of(one), one) for one in figures.findings if one.severity >= Severity.MISSING]

    def standing(self, kind: Export) -> Standing:
        """Return whether a document can be handed over as it is."""
        if kind.key in AFTER_CONNECTING and not self._connected:
            return Standing(_("Ved påkobling"))
        rests = RESTS_ON.get(kind.key, ())
        lacking = tuple(
            one
            for part, one in self._found
            if part is not None and ((part.step, part.key) in rests or (part.step, WHOLE) in rests)
        )
        if not lacking:
            return Standing(_("Klar"), Sign.DONE)
        count = len(lacking)
        words = ngettext("Utkast: {count} mangler", "Utkast: {count} mangler", count).format(count=count)
        return Standing(words, Sign.NONE, lacking)
