"""How much of a plan a memo has room for, and the words for what is left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from digisos_wizard.i18n import _

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Limits:
    """The most rows of each list, characters of written text, characters of a name, and lines of either."""

    names: int
    benefits: int
    deadlines: int
    risks: int
    questions: int
    text: int
    name: int
    lines: int


ROOM = (
    Limits(names=12, benefits=10, deadlines=8, risks=5, questions=5, text=700, name=320, lines=6),
    Limits(names=12, benefits=8, deadlines=8, risks=4, questions=4, text=500, name=320, lines=6),
    Limits(names=12, benefits=8, deadlines=7, risks=3, questions=3, text=400, name=140, lines=4),
    Limits(names=10, benefits=6, deadlines=6, risks=3, questions=3, text=300, name=100, lines=3),
    Limits(names=8, benefits=5, deadlines=5, risks=3, questions=3, text=200, name=70, lines=3),
    Limits(names=5, benefits=4, deadlines=5, risks=3, questions=3, text=140, name=50, lines=2),
    Limits(names=3, benefits=3, deadlines=4, risks=2, questions=2, text=90, name=44, lines=1),
)
"""From generous to sparse: the first one that fits on two pages is used."""


def clipped(text: str, most: int, lines: int) -> str:
    """Return the text as typed, ended with an ellipsis where it is longer than there is room for."""
    kept = text.split("\n")
    short = "\n".join(kept[:lines])
    if len(kept) <= lines and len(short) <= most:
        return text
    if len(short) > most:
        short = short[: most - 1]
    return short.rstrip(" .,;:") + ELLIPSIS


def room_for(count: int, most: int) -> int:
    """Return how many of `count` to show: all where one line more does, for "og 1 til" would take that line itself."""
    return count if count <= most + 1 else most


def left_out(count: int) -> str:
    """Return "og 3 til" for what a list leaves out."""
    return _("og {count} til").format(count=count)


def listed(names: Sequence[str], limits: Limits) -> str:
    """Return names as running text, each as long as there is room for: "Hamar, Løten og Stange"."""
    return joined([clipped(name, limits.name, limits.lines) for name in names], limits.names)


def joined(parts: Sequence[str], most: int) -> str:
    """Return the first parts as running text, the last of too many as "og 3 til"."""
    room = room_for(len(parts), most)
    shown = parts[:room]
    if len(parts) > room:
        return f"{', '.join(shown)} {left_out(len(parts) - room)}"
    if len(shown) < 2:
        return "".join(shown)
    return _("{first} og {last}").format(first=", ".join(shown[:-1]), last=shown[-1])


def shortened(items: Sequence[str], most: int, limits: Limits) -> list[str]:
    """Return the first items of a list, each as long as there is room for, and a last one for the rest."""
    return first_of([clipped(item, limits.text, limits.lines) for item in items], most)


def first_of(items: Sequence[str], most: int) -> list[str]:
    """Return the first items of a list, and a last one for how many there are besides."""
    room = room_for(len(items), most)
    return [*items[:room], left_out(len(items) - room)] if len(items) > room else list(items)
