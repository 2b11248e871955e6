"""What every document that can be handed over tells of itself."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Any

from digisos_wizard.i18n import N_, translated
from digisos_wizard.model.edits import Edit
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey


class Group(StrEnum):
    """What a document is for: the order in which they are offered."""

    DECISION = "decision"
    BENEFITS = "benefits"
    PRIVACY = "privacy"
    CONNECTION = "connection"
    SIGNING = "signing"
    MEETING = "meeting"
    FORMS = "forms"


_GROUPS = {
    Group.DECISION: N_("Beslutning og ansvar"),
    Group.BENEFITS: N_("Kartlegging og gevinster"),
    Group.PRIVACY: N_("Personvern"),
    Group.CONNECTION: N_("Påkobling"),
    Group.SIGNING: N_("Sjekkliste og arkiv"),
    Group.MEETING: N_("Møter og utdeling"),
    Group.FORMS: N_("Skjemaer til utfylling"),
}
_SUFFIXES = {
    ".pdf": N_("PDF"),
    ".xlsx": N_("Excel-fil"),
    ".docx": N_("Word-fil"),
    ".pptx": N_("PowerPoint-fil"),
    ".ics": N_("kalenderfil"),
    ".zip": N_("zip-fil"),
}


_PAINTERS = {".pdf": "document.paper:printed", ".docx": "document.word:written"}


def group_title(group: Group) -> str:
    """Return the heading of a group."""
    return translated(_GROUPS[group])


@dataclass(frozen=True, slots=True)
class Export:
    """One document: a stable key, the suffix of its file, what makes it, and its words in the source language.

    The `maker` is `module:function` below this package. It is handed the figures, then the name where the document is
    `titled` by this list, then what is `given`; `around` is words around that name in the list. A `handout` is given
    to people on paper, alone or bound with others. Its `keeper`, where it has one, tells what the plan is to remember
    of what was handed over.
    """

    key: str
    suffix: str
    group: Group
    maker: str
    name: str
    use: str
    handout: bool = False
    titled: bool = False
    given: tuple[StepKey, ...] = ()
    around: str = ""
    keeper: str = ""

    @property
    def title(self) -> str:
        """What the document is called."""
        name = translated(self.name)
        return translated(self.around).format(title=name) if self.around else name

    @property
    def description(self) -> str:
        """What the document is good for, in a sentence."""
        return translated(self.use)

    @property
    def suffix_words(self) -> str:
        """The kind of file, in words."""
        return translated(_SUFFIXES[self.suffix])

    def build(self, figures: Figures) -> bytes:
        """Make the document: what isn't bytes yet is a text document, painted as its suffix says."""
        made = self.resolved()(figures, *([translated(self.name)] if self.titled else []), *self.given)
        return made if isinstance(made, bytes) else _found(_PAINTERS[self.suffix])(figures, made)

    def kept(self, figures: Figures) -> tuple[Edit, ...]:
        """Return the edits that remember what was handed over, for the next one to follow up; mostly none."""
        return tuple(_found(self.keeper)(figures)) if self.keeper else ()

    def resolved(self) -> Callable[..., Any]:
        """Return what makes it; only now are the libraries loaded that it takes, for they are slow to load."""
        return _found(self.maker)


def _found(maker: str) -> Callable[..., Any]:
    module, function = maker.split(":")
    found: Callable[..., Any] = getattr(import_module(f"{__package__}.{module}"), function)
    return found
