"""What is read: help of the steps, the handbook's chapters, questions often asked, changes and terms."""

from datetime import date
from enum import StrEnum

from digisos_wizard.model.base import Record

from .sources import ContentItem, Source


class Paragraph(Record):
    """A paragraph of help with its sources; `superseded` is what was said earlier, with its document."""

    text: str
    sources: tuple[Source, ...]
    superseded: str = ""


class Question(Record):
    """A frequently asked question and the answer in our words."""

    id: str
    question: str
    answer: str
    sources: tuple[Source, ...]


class PartWords(Record):
    """What a part of a step is called, and what it asks; the id is the part's key."""

    id: str
    title: str
    question: str = ""


class StepHelp(Record):
    """What the help panel says at one step of the wizard; the id is the page's key, `short` the title for the rail."""

    id: str
    title: str
    question: str
    lead: str
    paragraphs: tuple[Paragraph, ...]
    questions: tuple[Question, ...] = ()
    parts: tuple[PartWords, ...] = ()
    short: str = ""


class Glossary(ContentItem):
    """A term and what it means; `forms` are the other ways to write it, `see` the ids of terms close to it.

    `marked` tells whether the term is explained where it stands in the program; everyday words are not.
    """

    term: str
    meaning: str
    forms: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    marked: bool = True


class Earlier(Record):
    """What held before, which document said so, and its year; a document without a date has none."""

    text: str
    source: Source
    year: int | None = None


class ChapterParagraph(ContentItem):
    """A paragraph of the handbook in our words; `heading` begins a part of the chapter."""

    text: str
    heading: str = ""
    earlier: tuple[Earlier, ...] = ()


class Chapter(Record):
    """A chapter of the handbook, in its order; `step` is the key of the page where it matters."""

    id: str
    title: str
    step: str
    paragraphs: tuple[ChapterParagraph, ...]


class AskedGroup(StrEnum):
    """The three groups that the frequently asked questions come in."""

    GENERAL = "general"
    APPLICANTS = "applicants"
    INTRODUCTION = "introduction"


class Asked(ContentItem):
    """A frequently asked question by its number and year; `today` is what holds now where the answer is outdated."""

    number: int
    group: AskedGroup
    step: str
    question: str
    answer: str
    year: int
    today: str = ""


class ChangeKind(StrEnum):
    """Where a change is known from: sources that disagree, or the handbook's own log of versions."""

    DISAGREEMENT = "disagreement"
    VERSION = "version"


class Change(ContentItem):
    """What was said before and what the product goes by now; a version has the day it came."""

    kind: ChangeKind
    title: str
    before: str
    now: str
    step: str
    on: date | None = None
