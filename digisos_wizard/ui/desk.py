"""What every page gets handed: the session, the content and the ways to get around."""

from collections.abc import Callable
from dataclasses import dataclass, field

from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Content
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.session import Session


@dataclass
class Stage:
    """How a meeting is begun, and the name of the screen it is shown on; empty where the program chooses."""

    begin: Callable[[], object] = lambda: None
    screen: str = ""


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
