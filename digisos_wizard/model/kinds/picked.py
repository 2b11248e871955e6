"""Kinds that are picked: yes and no, states, people and other rows of the plan."""

from collections.abc import Sequence
from enum import Enum
from typing import ClassVar, cast, get_args

from digisos_wizard.i18n import _
from digisos_wizard.model.address import is_optional, value_type
from digisos_wizard.model.content import FieldKind
from digisos_wizard.model.display import activity_names, municipality_name, person_name, row_names
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.benefits.benefit_map import may_lead_to
from digisos_wizard.model.rules.connection.own_work import MEASURES_COLUMN
from digisos_wizard.model.rules.connection.schedule import titled
from digisos_wizard.model.rules.privacy.risks import STEPS, scale_word

from .kind import Kind, Offered

YES, NO = "ja", "nei"


class Picked(Kind):
    """One value among those offered; an empty text is `none`."""

    picked = True
    none: ClassVar[str | None] = None

    def read(self, text: str) -> object:
        """Return the value picked."""
        return text or self.none

    def shown(self, value: object) -> str:
        """Return the value."""
        return str(value or "")


class YesNo(Picked):
    """Yes, no, or not answered."""

    name = FieldKind.YES_NO

    def read(self, text: str) -> object:
        """Return the answer."""
        return {YES: True, NO: False}.get(text)

    def shown(self, value: object) -> str:
        """Return the answer, empty where there is none."""
        return "" if value is None else YES if value else NO

    def words(self, _plan: Plan, value: object) -> str:
        """Return the answer in words."""
        return _("Ja") if value else _("Nei")

    def choices(self, _reckoned: Reckoned) -> Sequence[Offered]:
        """Return the two answers, and that there is none yet."""
        return ((YES, _("Ja")), (NO, _("Nei")), ("", _("Ikke avklart")))


class Tick(YesNo):
    """A box that is ticked or not."""

    name = FieldKind.TICK

    def read(self, text: str) -> object:
        """Return whether it is ticked."""
        return text == YES

    def shown(self, value: object) -> str:
        """Return the answer, empty where it isn't ticked."""
        return YES if value else ""


class Choice(Picked):
    """One of the options that the content names."""

    name = FieldKind.CHOICE

    @property
    def optional(self) -> bool:
        """Whether none may be chosen."""
        return is_optional(Plan, self.address)

    def read(self, text: str) -> object:
        """Return the option; where one must be chosen, the first stands for none."""
        kind = value_type(Plan, self.address)
        if kind is int:
            return int(text) if text else None
        if not (isinstance(kind, type) and issubclass(kind, Enum)):
            return text
        return kind(text) if text else None if self.optional else next(iter(kind))

    def shown(self, value: object) -> str:
        """Return the option's key."""
        return "" if value is None else str(value.value) if isinstance(value, Enum) else str(value)

    def words(self, _plan: Plan, value: object) -> str:
        """Return the option's label."""
        return self.content.option_label(self.spec.options, self.shown(value))

    def choices(self, _reckoned: Reckoned) -> Sequence[Offered]:
        """Return the options."""
        found = next((options for options in self.content.options if options.id == self.spec.options), None)
        return tuple((option.value, option.label) for option in found.options) if found else ()


class Choices(Choice):
    """Several of the options that the content names."""

    name = FieldKind.CHOICES

    def read(self, text: str) -> object:
        """Return the options, from their keys with commas between."""
        kind = cast("type[Enum]", get_args(value_type(Plan, self.address))[0])
        return tuple(kind(key) for key in _keys(text))

    def shown(self, value: object) -> str:
        """Return the options' keys with commas between."""
        return ",".join(str(option.value) for option in cast("tuple[Enum, ...]", value))

    def words(self, _plan: Plan, value: object) -> str:
        """Return the options' labels."""
        return ", ".join(self.content.option_label(self.spec.options, key) for key in _keys(self.shown(value)))


class Scale(Picked):
    """A step of likelihood or consequence, in the words that the office uses."""

    name = FieldKind.SCALE
    lives = True

    def read(self, text: str) -> object:
        """Return the step."""
        return int(text) if text else None

    def words(self, plan: Plan, value: object) -> str:
        """Return the step's number and word."""
        step = cast("int", value)
        return f"{step} – {scale_word(plan, self.content, self.spec.options, step)}"

    def choices(self, reckoned: Reckoned) -> Sequence[Offered]:
        """Return the steps."""
        return [(str(step), self.words(reckoned.plan, step)) for step in STEPS]


class Catalogue(Picked):
    """A price list."""

    name = FieldKind.CATALOGUE
    none = ""

    def shown(self, value: object) -> str:
        """Return the id of the list that is used, the newest where none is named."""
        return self.content.catalogue(str(value)).id

    def words(self, _plan: Plan, value: object) -> str:
        """Return the list's name."""
        return self.content.catalogue(str(value)).label

    def choices(self, _reckoned: Reckoned) -> Sequence[Offered]:
        """Return the lists."""
        return [(catalogue.id, catalogue.label) for catalogue in self.content.catalogues]


class Section(Picked):
    """A section of the checklist."""

    name = FieldKind.SECTION
    none = ""

    def words(self, plan: Plan, value: object) -> str:
        """Return the section's title."""
        sections = self.content.checklist(plan.checklist.catalogue).sections
        return next((section.title for section in sections if section.id == value), str(value))

    def choices(self, _reckoned: Reckoned) -> Sequence[Offered]:
        """Return the sections of the newest checklist."""
        return [(section.id, section.title) for section in self.content.checklist("").sections]


class Person(Picked):
    """Somebody in the plan."""

    name = FieldKind.PERSON
    lives = True

    def words(self, plan: Plan, value: object) -> str:
        """Return the person's name."""
        return person_name(plan, str(value))

    def choices(self, reckoned: Reckoned) -> Sequence[Offered]:
        """Return the plan's persons."""
        return [
            (one.id, ", ".join(part for part in (one.name, one.title) if part) or _("Person uten navn"))
            for one in reckoned.plan.people.persons
        ]


class Municipality(Picked):
    """A municipality of the plan."""

    name = FieldKind.MUNICIPALITY
    lives = True

    def words(self, plan: Plan, value: object) -> str:
        """Return the municipality's name."""
        return municipality_name(plan, str(value))

    def choices(self, reckoned: Reckoned) -> Sequence[Offered]:
        """Return the plan's municipalities."""
        return [(one.id, one.name or _("Kommune uten navn")) for one in reckoned.plan.decision.municipalities]


class Steps(Picked):
    """Several steps of the work process; also what all kinds of several rows of the plan have in common."""

    name = FieldKind.STEPS
    lives = True

    def read(self, text: str) -> object:
        """Return the rows' ids, from a text with commas between."""
        return tuple(_keys(text))

    def shown(self, value: object) -> str:
        """Return the rows' ids with commas between."""
        return ",".join(cast("tuple[str, ...]", value))

    def words(self, plan: Plan, value: object) -> str:
        """Return the rows' names."""
        return ", ".join(row_names(plan, cast("tuple[str, ...]", value)))

    def choices(self, reckoned: Reckoned) -> Sequence[Offered]:
        """Return the steps."""
        return [(step.id, step.name or _("Steg uten navn")) for step in reckoned.plan.mapping.steps]


class Links(Steps):
    """The boxes of the benefit map that a box leads to."""

    name = FieldKind.LINKS

    def choices(self, reckoned: Reckoned) -> Sequence[Offered]:
        """Return the boxes further right."""
        return [(box.key, box.title) for box in may_lead_to(reckoned.plan.benefits, self.address[-2])]


class Activities(Steps):
    """The activities that an own activity waits for."""

    name = FieldKind.ACTIVITIES

    def words(self, plan: Plan, value: object) -> str:
        """Return the activities' titles."""
        return ", ".join(activity_names(plan, self.content, cast("tuple[str, ...]", value)))

    def choices(self, reckoned: Reckoned) -> Sequence[Offered]:
        """Return all activities but itself."""
        others = [item for item in reckoned.schedule.activities if item.row_id != self.address[-2]]
        return [(item.row_id, titled(reckoned.plan, item)) for item in others if item.column != MEASURES_COLUMN]


def _keys(text: str) -> Sequence[str]:
    return [key for key in text.split(",") if key]


KINDS = (YesNo, Tick, Choice, Choices, Scale, Catalogue, Section, Person, Municipality, Steps, Links, Activities)
