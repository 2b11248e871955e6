"""What meetings are made of: questions, slides and leaflets."""

from enum import StrEnum

from digisos_wizard.model.base import Record

from .sources import ContentItem


class QuestionKind(StrEnum):
    """What a question in a workshop leads to."""

    NOTE = "note"
    FIELD = "field"
    CHOICE = "choice"
    DECISION = "decision"


class WorkshopQuestion(ContentItem):
    """A question to ask a room; `help` is for whoever asks, `minutes` how long it usually takes.

    `fields` are dotted addresses of the plan where the answer lands: ids as they are, `*` for every row.
    """

    text: str
    help: str
    kind: QuestionKind
    minutes: int
    fields: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


class QuestionSet(ContentItem):
    """Questions for one meeting; `step` is the key of the step that they belong to."""

    title: str
    lead: str
    step: str
    questions: tuple[WorkshopQuestion, ...]


class SlideSpec(ContentItem):
    """A slide of the leader package: title, points and speaker notes, with the names of facts in braces.

    `usual` ones are shown where the leader has picked none; `drawing` names a principle sketch.
    """

    title: str
    points: tuple[str, ...]
    notes: str = ""
    drawing: str = ""
    usual: bool = True


class LeafletPart(Record):
    """A part of a leaflet; `group` where it is about one of the groups of applicants."""

    text: str
    heading: str = ""
    group: str = ""


class Leaflet(ContentItem):
    """A text for applicants (`public`, out only when the office is connected) or for the reception, facts in braces."""

    title: str
    lead: str = ""
    public: bool
    parts: tuple[LeafletPart, ...]
