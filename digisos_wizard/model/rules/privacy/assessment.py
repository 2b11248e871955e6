"""How far each part of the assessment has come, and what its suggestion says apart from its mark."""

from dataclasses import dataclass

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.content import Content, TextPart
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.privacy import DpiaPart
from digisos_wizard.model.terms import ReviewState

PARTS: Address = ("privacy", "parts")


@dataclass(frozen=True, slots=True)
class Assessed:
    """A part of the assessment: what it asks, and what the office has answered."""

    spec: TextPart
    part: DpiaPart

    @property
    def address(self) -> Address:
        """Where it stands in the plan."""
        return (*PARTS, self.spec.id)

    @property
    def begun(self) -> bool:
        """Whether anything has been done about it."""
        return bool(self.part.text) or self.part.state is not ReviewState.DRAFT

    @property
    def approved(self) -> bool:
        """Whether it is approved."""
        return self.part.state is ReviewState.APPROVED

    def state_words(self, content: Content) -> str:
        """Return how far it has come, in words."""
        return content.option_label("ReviewState", self.part.state.value) if self.begun else _("Ikke startet")


def assessed(plan: Plan, content: Content) -> tuple[Assessed, ...]:
    """Return every part of the assessment, in order."""
    found = ((spec, resolve(plan, (*PARTS, spec.id))) for spec in content.dpia_parts)
    return tuple(Assessed(spec, part) for spec, part in found if isinstance(part, DpiaPart))


def mark_and_text(suggestion: str) -> tuple[str, str]:
    """Return the mark that a suggestion begins with, and the suggestion itself."""
    mark, _stop, text = suggestion.partition(". ")
    return mark, text
