"""Norwegian names for the plan's ids and states, as the sheets write them."""

from digisos_wizard.i18n import _
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import (
    BenefitArea,
    BenefitClass,
    BenefitType,
    FreedTimeUse,
    Level,
    TaskState,
)


class Words:
    """The plan's people and the content's names for states."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    def person(self, person_id: str | None) -> str:
        """Return a person with title and organisation: name, unit, position."""
        name = person_name(self._figures.plan, person_id)
        found = next((person for person in self._figures.plan.people.persons if person.id == person_id), None)
        if found is None:
            return name
        return ", ".join(part for part in (name, found.title, found.organisation) if part)

    def name(self, person_id: str | None) -> str:
        """Return a person's name alone."""
        return person_name(self._figures.plan, person_id)

    def level(self, level: Level | None) -> str:
        """Return low, moderate or high in words."""
        return self._label("Level", level)

    def state(self, state: TaskState) -> str:
        """Return the word for how far something has come."""
        return self._label("TaskState", state)

    def late(self, state: TaskState) -> str:
        """Return the word for something that is past its deadline."""
        word = self.state(state)
        return _("Forfalt – {state}").format(state=word[:1].lower() + word[1:])

    def kind(self, kind: BenefitClass) -> str:
        """Return the words for a class of benefits."""
        return self._label("BenefitClass", kind)

    def type(self, kind: BenefitType | None) -> str:
        """Return the words for a type of benefit."""
        return self._label("BenefitType", kind)

    def area(self, area: BenefitArea | None) -> str:
        """Return the words for where a benefit arises."""
        return self._label("BenefitArea", area)

    def use(self, use: FreedTimeUse) -> str:
        """Return the words for what a benefit is used for."""
        return self._label("FreedTimeUse", use)

    def all_states(self) -> list[str]:
        """Return every word for how far something has come."""
        return [self.state(state) for state in TaskState]

    def all_levels(self) -> list[str]:
        """Return low, moderate and high in words, in that order."""
        return [self.level(level) for level in Level]

    def _label(
        self, options: str, value: BenefitArea | BenefitClass | BenefitType | FreedTimeUse | Level | TaskState | None
    ) -> str:
        return self._figures.content.option_label(options, value.value) if value is not None else ""
