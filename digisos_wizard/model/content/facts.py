"""The register of facts: what a source says, how old it is, whether it still holds, and what took its place."""

from enum import StrEnum

from .sources import ContentItem


class FactState(StrEnum):
    """Whether a fact holds, held until a year, or can't be told from the sources."""

    VALID = "valid"
    ENDED = "ended"
    OPEN = "open"


class Certainty(StrEnum):
    """How a public fact is known: read where it is published, from somebody who cites it, or concluded by us."""

    READ = "read"
    INDIRECT = "indirect"
    INFERRED = "inferred"


class Fact(ContentItem):
    """A fact with the `year` of the newest source that says it; a document without a date gives none.

    What has `ended` held until the year `until`: `superseded_by` is the fact that took its place, and where there is
    none, `note` says what is known. What is open says in `note` what to ask, and whom.
    """

    chapter: str
    text: str
    state: FactState
    year: int | None = None
    until: int | None = None
    superseded_by: str = ""
    note: str = ""
    certainty: Certainty = Certainty.READ
