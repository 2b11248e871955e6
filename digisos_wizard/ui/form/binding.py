"""Between a control's text and the plan's value at an address, by the kind of the field."""

from collections.abc import Sequence
from enum import Enum
from typing import cast, get_args

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, is_optional, pattern, resolve, value_type
from digisos_wizard.model.content import Content, FieldKind, FieldSpec
from digisos_wizard.model.display import choices
from digisos_wizard.model.edits import Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.standing import may_wait_for
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.benefits.benefit_map import may_lead_to
from digisos_wizard.session import Session

from .choices import Choice, DropDownControl, ListControl, RadioControl, TickControl, TicksControl
from .controls import AreaControl, Control, LineControl

MANY_CHOICES = 4
LISTED = (FieldKind.STEPS, FieldKind.LINKS, FieldKind.ACTIVITIES)
YES, NO = "ja", "nei"


def spec_at(content: Content, address: Address) -> FieldSpec:
    """Return the field catalogue's entry for an address."""
    return content.field_index[pattern(Plan, address)]


def make_control(spec: FieldSpec, content: Content, address: Address) -> Control:
    """Return a control that fits the kind of the field."""
    match spec.kind:
        case FieldKind.LONG_TEXT:
            return AreaControl()
        case FieldKind.YES_NO:
            return RadioControl(((YES, _("Ja")), (NO, _("Nei")), ("", _("Ikke avklart"))))
        case FieldKind.TICK:
            return TickControl(spec.label)
        case FieldKind.CHOICES:
            return TicksControl(_options(spec, content))
        case FieldKind.CHOICE:
            return _choice(_options(spec, content), optional=is_optional(Plan, address))
        case FieldKind.CATALOGUE | FieldKind.SECTION:
            return _of_content(spec.kind, content)
        case FieldKind.PERSON | FieldKind.MUNICIPALITY | FieldKind.STEPS | FieldKind.LINKS | FieldKind.ACTIVITIES:
            return ListControl() if spec.kind in LISTED else DropDownControl()
        case _:
            return LineControl(spec.suggestions)


def _of_content(kind: FieldKind, content: Content) -> Control:
    """Return the choice among the price lists, or among the sections of the newest checklist."""
    if kind is FieldKind.CATALOGUE:
        return RadioControl([(catalogue.id, catalogue.label) for catalogue in content.catalogues])
    return DropDownControl([(section.id, section.title) for section in content.checklist("").sections])


def _choice(options: Sequence[Choice], *, optional: bool) -> Control:
    """Return buttons where the choices are few and one must be chosen, else a drop-down."""
    return DropDownControl(options) if optional or len(options) >= MANY_CHOICES else RadioControl(options)


def _options(spec: FieldSpec, content: Content) -> Sequence[Choice]:
    return tuple((option.value, option.label) for option in content.choices(spec.options))


def refresh_choices(control: Control, spec: FieldSpec, figures: Figures, address: Address) -> None:
    """Offer the plan's persons, municipalities, steps, activities or boxes of the benefit map as they are now."""
    plan = figures.plan
    if isinstance(control, ListControl):
        if spec.kind is FieldKind.STEPS:
            control.set_choices([(step.id, step.name or _("Steg uten navn")) for step in plan.mapping.steps])
        elif spec.kind is FieldKind.ACTIVITIES:
            control.set_choices(may_wait_for(figures, address[-2]))
        else:
            control.set_choices([(box.key, box.title) for box in may_lead_to(plan.benefits, address[-2])])
        return
    if not isinstance(control, DropDownControl):
        return
    if spec.kind is FieldKind.PERSON:
        control.set_choices([(person.id, person_words(person.name, person.title)) for person in plan.people.persons])
    elif spec.kind is FieldKind.CHOICE:
        control.set_choices(choices(plan, figures.content, spec))
    elif spec.kind is FieldKind.MUNICIPALITY:
        control.set_choices(
            [(place.id, place.name or _("Kommune uten navn")) for place in plan.decision.municipalities]
        )


def person_words(name: str, title: str) -> str:
    """Return how a person is shown in a choice."""
    return f"{name}, {title}" if name and title else name or title or _("Person uten navn")


def text_for(session: Session, spec: FieldSpec, address: Address) -> str:
    """Return the text that the control shows for the value at the address."""
    value = resolve(session.plan, address)
    match spec.kind:
        case FieldKind.YES_NO:
            return "" if value is None else YES if value else NO
        case FieldKind.TICK:
            return YES if value else ""
        case FieldKind.CHOICES:
            return ",".join(str(part.value) for part in cast("tuple[Enum, ...]", value))
        case FieldKind.STEPS | FieldKind.LINKS | FieldKind.ACTIVITIES:
            return ",".join(cast("tuple[str, ...]", value))
        case FieldKind.CHOICE:
            return "" if value is None else str(value.value) if isinstance(value, Enum) else str(value)
        case FieldKind.CATALOGUE:
            return session.content.catalogue(str(value)).id
        case FieldKind.PERSON | FieldKind.MUNICIPALITY | FieldKind.SECTION:
            return str(value or "")
        case _:
            return session.shown(address)


def enter(session: Session, spec: FieldSpec, address: Address, text: str) -> None:
    """Take what the user did in the control into the plan; raises PersonalNumberError for a personal number."""
    match spec.kind:
        case FieldKind.YES_NO:
            session.edit(Set(address, {YES: True, NO: False}.get(text)))
        case FieldKind.TICK:
            session.edit(Set(address, text == YES))
        case FieldKind.CHOICES:
            kind = cast("type[Enum]", get_args(value_type(Plan, address))[0])
            session.edit(Set(address, tuple(kind(part) for part in text.split(",") if part)))
        case FieldKind.STEPS | FieldKind.LINKS | FieldKind.ACTIVITIES:
            session.edit(Set(address, tuple(part for part in text.split(",") if part)))
        case FieldKind.CHOICE:
            session.edit(Set(address, _chosen(address, text)))
        case FieldKind.CATALOGUE | FieldKind.SECTION:
            session.edit(Set(address, text))
        case FieldKind.PERSON | FieldKind.MUNICIPALITY:
            session.edit(Set(address, text or None))
        case _:
            session.enter(address, text)


def _chosen(address: Address, text: str) -> object:
    kind = value_type(Plan, address)
    if isinstance(kind, type) and issubclass(kind, Enum):
        if text:
            return kind(text)
        return None if is_optional(Plan, address) else next(iter(kind))
    if kind is int:
        return int(text) if text else None
    return text
