"""Leads through the slides of the leader package, the same as on paper, one at a time."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.meetings.stopwatch import Stopwatch, TimeLeft, time_left
from digisos_wizard.session import Session
from digisos_wizard.ui.stage.showing import Showing

from .led import Led

if TYPE_CHECKING:
    from digisos_wizard.export.slides.layout import Laid


class Presenter(Led):
    """The slides that are shown; what changes in the plan meanwhile is on them at once."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._place = ("", 0)
        self._number = 0
        self._watch = Stopwatch()
        self._known: tuple[Figures, Sequence[Laid]] | None = None

    @property
    def slides(self) -> "Sequence[Laid]":
        """The slides in order, laid out as in the documents: a long text goes on on the next one."""
        figures = self.session.figures
        if self._known is None or self._known[0] is not figures:
            from digisos_wizard.export import fonts  # noqa: PLC0415 - reportlab is slow to load
            from digisos_wizard.export.slides.layout import lay_out  # noqa: PLC0415

            fonts.register()
            self._known = figures, lay_out(figures)
        return self._known[1]

    @property
    def number(self) -> int:
        """The number of the slide; it follows a slide that is moved to another place."""
        places = self._places()
        if self._place in places:
            self._number = places.index(self._place)
        return min(self._number, self.last)

    @property
    def last(self) -> int:
        """The number of the last slide."""
        return len(self.slides) - 1

    @property
    def time(self) -> TimeLeft:
        """How long the slides have been shown."""
        return time_left(self._watch, None, self.session.now())

    def place_words(self) -> str:
        """Return the number of the slide, and how many there are."""
        return _("{number} av {count}").format(number=self.number + 1, count=len(self.slides))

    def time_words(self) -> str:
        """Return how long it has taken so far, and what the clock says."""
        return f"{self.time.exact()} · {formatting.clock(self.session.now())}"

    def begin(self, since: datetime | None = None) -> None:
        """Begin with the first slide."""
        del since  # the time of the slides begins with them
        self.begun = True
        self._go(0)

    def end(self) -> None:
        """End; slides leave nothing behind."""
        self._stop()
        self.ended.emit()

    def showing(self, figures: Figures, ahead: int = 0) -> Showing | None:
        """Return what the room sees of the slide, or of one further ahead; None behind the last."""
        number = self.number + ahead
        slides = self.slides
        if number >= len(slides):
            return None
        laid = slides[number]
        scene = laid.drawing
        return Showing(
            text=laid.title,
            points=tuple(point.text for point in laid.points),
            draw=(lambda _width, _pen: scene) if scene is not None else None,
            place=_("{number} av {count}").format(number=number + 1, count=len(slides)),
            done=(number + 1) / len(slides),
            footer=" · ".join(filter(None, (figures.plan.decision.office.strip(), formatting.day(figures.today)))),
        )

    def notes(self) -> str:
        """Return what is to be said to the slide."""
        return self.slides[self.number].notes

    def _places(self) -> list[tuple[str, int]]:
        """Return for every slide its key and which part of it this is."""
        found: list[tuple[str, int]] = []
        for laid in self.slides:
            key = laid.slide.key
            found.append((key, found[-1][1] + 1 if found and found[-1][0] == key else 0))
        return found

    def _go(self, number: int) -> None:
        self._number = number
        self._place = self._places()[number]
        self._start()
        self.moved.emit()

    def _start(self) -> None:
        if not self.paused:
            self._watch = self._watch.started(self.session.now())

    def _stop(self) -> None:
        self._watch = self._watch.stopped(self.session.now())
