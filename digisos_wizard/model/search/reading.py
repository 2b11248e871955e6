"""What a reading is made of: passages with their sources, and links within the reference and to the steps."""

from dataclasses import dataclass
from enum import StrEnum

from digisos_wizard.model.content import Source
from digisos_wizard.model.findings import StepKey

from .entries import Entry


class Room(StrEnum):
    """The parts of the reference; the first word of a target."""

    CHAPTER = "chapter"
    QUESTIONS = "questions"
    CHANGES = "changes"
    GLOSSARY = "glossary"
    STEP = "step"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Target:
    """A reading, and the passage in it that is meant."""

    room: Room
    name: str = ""
    passage: str = ""

    def written(self) -> tuple[str, ...]:
        """Return the target as a jump carries it."""
        return (self.room.value, self.name, self.passage)


class Tone(StrEnum):
    """What a line of a passage is: what holds, what held before, what holds today instead."""

    PLAIN = "plain"
    EARLIER = "earlier"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a passage."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead on: within the reference, to a step, or to where an entry stands in the plan."""

    words: str
    target: Target | StepKey | Entry


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece with its own sources; `heading` may be empty, `year` is when it was written where that matters."""

    anchor: str
    heading: str
    lines: tuple[Line, ...]
    sources: tuple[Source, ...]
    year: int | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Something to read from top to bottom."""

    target: Target
    title: str
    lead: str
    passages: tuple[Passage, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A reading in the table of contents."""

    title: str
    target: Target
