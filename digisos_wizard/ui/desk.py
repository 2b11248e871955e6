"""What every page gets handed: the session, the content and the ways to get around."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Content
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.session import Session


class Programme(Enum):
    """What is shown on the stage."""

    QUESTIONS = "questions"
    SLIDES = "slides"
    BOTH = "both"


@dataclass
class Stage:
    """How a meeting is begun, and the name of the screen it is shown on; empty where the program chooses."""

    begin: Callable[[Programme], object] = lambda _programme: None
    screen: str = ""
    on_screen: Callable[[str], object] = lambda _screen: None

    def choose(self, screen: str) -> None:
        """Choose the screen for meetings, and let it be remembered."""
        self.screen = screen
        self.on_screen(screen)


@dataclass(frozen=True, slots=True)
class Desk:
    """The one door from a page to the rest of the program."""

    session: Session
    goto: Callable[[StepKey, Address], None]
    say: Callable[[str], None]
    stage: Stage = field(default_factory=Stage)

    @property
    def content(self) -> Content:
        """The handbook's data."""
        return self.session.content

    @property
    def figures(self) -> Figures:
        """Every figure of the plan as it is now."""
        return self.session.figures
