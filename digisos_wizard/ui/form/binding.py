"""Which control fits a field, by its kind."""

from digisos_wizard.model.figures import Figures
from digisos_wizard.model.kinds.kind import Kind
from digisos_wizard.model.kinds.picked import Catalogue, Choice, Choices, Picked, Steps, Tick, YesNo
from digisos_wizard.model.kinds.typed import LongText

from .choices import DropDownControl, ListControl, RadioControl, TickControl, TicksControl
from .controls import AreaControl, Control, LineControl

MANY_CHOICES = 4


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
        case Choice():
            # Buttons where the choices are few and one must be chosen.
            few = len(choices) < MANY_CHOICES and not kind.optional
            return RadioControl(choices) if few else DropDownControl(choices)
        case Picked():
            return DropDownControl(choices)
        case _:
            return LineControl(kind.spec.suggestions)


def refresh_choices(control: Control, kind: Kind, figures: Figures) -> None:
    """Offer the plan's persons, municipalities, steps, activities or boxes of the benefit map as they are now."""
    if kind.lives and isinstance(control, ListControl | DropDownControl):
        control.set_choices(kind.choices(figures))
