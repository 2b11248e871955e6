"""Which control fits a field, by its kind."""

from collections.abc import Sequence

from digisos_wizard.model.figures import Figures
from digisos_wizard.model.kinds.kind import Kind, Offered
from digisos_wizard.model.kinds.picked import Catalogue, Choice, Choices, Person, Picked, Scale, Steps, Tick, YesNo
from digisos_wizard.model.kinds.typed import LongText
from digisos_wizard.model.rules.privacy.risks import STEPS, scale_meaning, scale_word
from digisos_wizard.ui.widgets.new_person import with_new_person

from .choices import DropDownControl, ListControl, RadioControl, TickControl, TicksControl
from .controls import AreaControl, Control, LineControl
from .likert import LikertControl

MANY_CHOICES, ACROSS = 4, 3


def make_control(kind: Kind, figures: Figures) -> Control:
    """Return a control that fits the kind of the field; rows of the plan are offered by `refresh_choices`."""
    choices = () if kind.lives else kind.choices(figures)
    match kind:
        case LongText():
            return AreaControl()
        case Tick():
            return TickControl(kind.spec.label)
        case Choices():
            return TicksControl(choices)
        case Steps():
            return ListControl()
        case YesNo() | Catalogue():
            return RadioControl(choices)
        case Picked():
            return _picked(kind, choices)
        case _:
            return LineControl(kind.spec.suggestions)


def _picked(kind: Picked, choices: Sequence[Offered]) -> Control:
    """Return words on a line for a scale, buttons for a choice of few, else a drop-down."""
    if isinstance(kind, Scale):
        return LikertControl()
    # Buttons where the choices are few and one must be chosen, or where none is an answer of its own.
    few = isinstance(kind, Choice) and len(choices) < MANY_CHOICES and not kind.optional
    seen = few or (isinstance(kind, Choice) and bool(kind.spec.unset))
    return RadioControl(choices, across=ACROSS) if seen else DropDownControl(choices)


def refresh_choices(control: Control, kind: Kind, figures: Figures) -> None:
    """Offer the plan's persons, municipalities, steps, activities, boxes or words of a scale as they are now."""
    if kind.lives and isinstance(control, ListControl | DropDownControl):
        offered = kind.choices(figures)
        control.set_choices(with_new_person(offered) if isinstance(kind, Person) else offered)
    elif isinstance(control, LikertControl):
        scale, plan, content = kind.spec.options, figures.plan, figures.content
        control.set_steps(
            [(scale_word(plan, content, scale, step), scale_meaning(plan, content, scale, step)) for step in STEPS]
        )
