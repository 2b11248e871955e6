"""What everything in the content has: a stable id, its sources, and the time it is valid for."""

from datetime import date
from enum import StrEnum

from digisos_wizard.model.base import Record


class Document(StrEnum):
    """Where a fact comes from."""

    H22 = "H22"
    H19 = "H19"
    LP = "LP"
    FAQ = "FAQ"
    KS = "KS"
    PUBLIC = "pub"
    OWN = "own"


class Source(Record):
    """A source badge: the document, and where in it; `own` marks an assumption of ours, never shown as a badge."""

    document: Document
    place: str = ""


class ContentItem(Record):
    """Something of the content with a stable id, its sources, and the time it is valid for."""

    id: str
    sources: tuple[Source, ...]
    valid_from: date | None = None
    valid_to: date | None = None


class Option(Record):
    """The Norwegian name of one value of an enum; `help` explains it where the name isn't enough."""

    value: str
    label: str
    help: str = ""


class DocumentSpec(Option):
    """A document: the year it is from (`about` where that is not sure), and the places in it that a badge may name."""

    year: int | None = None
    about: bool = False
    places: tuple[str, ...] = ()


class OptionSet(Record):
    """The names of all values of one enum; the id is the enum's class name."""

    id: str
    options: tuple[Option, ...]

    def label(self, value: str) -> str:
        """Return the name of a value, the value itself where it has none."""
        return next((option.label for option in self.options if option.value == value), value)
