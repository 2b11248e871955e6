"""What every document that can be handed over tells of itself."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures


class Group(StrEnum):
    """What a document is for: the order in which they are offered."""

    DECISION = "decision"
    BENEFITS = "benefits"
    PRIVACY = "privacy"
    CONNECTION = "connection"
    SIGNING = "signing"
    MEETING = "meeting"
    FORMS = "forms"


def group_title(group: Group) -> str:
    """Return the heading of a group."""
    return {
        Group.DECISION: _("Beslutning og ansvar"),
        Group.BENEFITS: _("Kartlegging og gevinster"),
        Group.PRIVACY: _("Personvern"),
        Group.CONNECTION: _("Påkobling"),
        Group.SIGNING: _("Sjekkliste og arkiv"),
        Group.MEETING: _("Møter og utdeling"),
        Group.FORMS: _("Skjemaer til utfylling"),
    }[group]


@dataclass(frozen=True, slots=True)
class Words:
    """How an export is spoken of: its title, and what it is good for in a sentence."""

    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Export:
    """One document: a stable key, the suffix of its file, how it is made, and its words in the language in use.

    A `handout` is given to people on paper, alone or bound together with others.
    """

    key: str
    suffix: str
    group: Group
    build: Callable[[Figures], bytes]
    words: Callable[[], Words]
    handout: bool = False

    @property
    def title(self) -> str:
        """What the document is called."""
        return self.words().title

    @property
    def description(self) -> str:
        """What the document is good for, in a sentence."""
        return self.words().description

    @property
    def suffix_words(self) -> str:
        """The kind of file, in words."""
        return {
            ".xlsx": _("Excel-fil"),
            ".docx": _("Word-fil"),
            ".pptx": _("PowerPoint-fil"),
            ".ics": _("kalenderfil"),
            ".zip": _("zip-fil"),
            ".txt": _("tekstfil"),
        }.get(self.suffix, _("PDF"))
