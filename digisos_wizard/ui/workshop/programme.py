"""What is shown in a meeting, part by part: slides, questions, or one after the other."""

from collections.abc import Callable
from dataclasses import dataclass

from digisos_wizard.model.figures import Figures
from digisos_wizard.ui.desk import Desk, Programme
from digisos_wizard.ui.stage.showing import Showing

from .conductor import Conductor
from .leader import SpeakerView, Strip
from .led import Led
from .presenter import Presenter
from .showings import showing
from .slide_views import SlideSpeakerView, SlideStrip
from .views import View


@dataclass(frozen=True, slots=True)
class Part:
    """Something to lead through, what the room sees of it, and how the leader's view is made, as strip or window."""

    led: Led
    showing: Callable[[Figures], Showing]
    strip: Callable[[], View]
    speaker: Callable[[], View]


def parts_of(programme: Programme, desk: Desk) -> tuple[Part, ...]:
    """Return the parts of a programme, in order; each knows whether there is one before and after it."""
    made = {
        Programme.QUESTIONS: (_questions,),
        Programme.SLIDES: (_slides,),
        Programme.BOTH: (_slides, _questions),
    }
    parts = tuple(make(desk) for make in made[programme])
    for position, part in enumerate(parts):
        part.led.before, part.led.after = position > 0, position + 1 < len(parts)
    return parts


def _questions(desk: Desk) -> Part:
    conductor = Conductor(desk.session)
    return Part(
        conductor,
        lambda figures: showing(conductor, figures),
        lambda: Strip(desk, conductor),
        lambda: SpeakerView(desk, conductor),
    )


def _slides(desk: Desk) -> Part:
    presenter = Presenter(desk.session)
    return Part(
        presenter,
        lambda figures: presenter.showing(figures) or Showing(""),
        lambda: SlideStrip(presenter),
        lambda: SlideSpeakerView(presenter),
    )
