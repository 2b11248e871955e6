"""What the room sees at one moment, as a value: a question, a slide, bars or a drawing."""

from dataclasses import dataclass

from digisos_wizard.ui.widgets.charts.scene_view import Draw


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer in a show of hands; `key` is the digit that counts for it."""

    key: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Clock:
    """How the time stands: in words, and as the share that is spent; told apart by shape when over or paused."""

    words: str
    share: float = 0.0
    over: bool = False
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Showing:
    """One screen: a small heading, the big text, and below it points, bars or a drawing.

    `place` tells how far we are ("3 av 12"), `done` the same as a share from 0 to 1.
    """

    text: str
    heading: str = ""
    points: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    draw: Draw | None = None
    place: str = ""
    done: float = 0.0
    clock: Clock | None = None
    footer: str = ""

    def told(self) -> str:
        """Return all that is shown, in words for who can't see it."""
        parts = [self.heading, self.place, self.text, *self.points]
        parts += [f"{bar.text}: {bar.count}" for bar in self.bars]
        if self.clock is not None:
            parts.append(self.clock.words)
        return ". ".join(part.rstrip(".") for part in parts if part)
