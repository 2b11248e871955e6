"""What is shown of a hit: the words of the query marked, and the piece of the text where they stand."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from .words import WORD, Word, words

ROOM = 150
"""Letters of an excerpt."""
BEFORE = 45
"""Letters that are kept before the first marked word."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the places (start, end) that are marked in it."""

    text: str
    places: tuple[tuple[int, int], ...] = ()


def marked(text: str, answers: AbstractSet[str]) -> Marked:
    """Return the text with every word that answers the query marked."""
    return Marked(text, tuple((word.start, word.end) for word in words(text) if word.folded in answers))


def excerpt(text: str, answers: AbstractSet[str], room: int = ROOM) -> Marked:
    """Return about so many letters of the text, from shortly before the first word that answers the query."""
    if len(text) <= room:
        return marked(text, answers)
    first = next((word for word in words(text) if word.folded in answers), None)
    start = _start(text, first, room)
    piece = text[start : start + room]
    if start + room < len(text):
        piece = piece[: piece.rfind(" ")].rstrip(" ,.;:–") + " …"
    return marked(f"… {piece}" if start else piece, answers)


def _start(text: str, first: Word | None, room: int) -> int:
    if first is None or first.end <= room:
        return 0
    earliest = min(first.start - BEFORE, len(text) - room)
    following = WORD.search(text, text.find(" ", max(0, earliest)))
    return following.start() if following else 0
