"""Which pages come on which sheet: a range as people write it, two pages on a side, or a booklet to fold."""

import re
from collections.abc import Sequence
from enum import StrEnum

from digisos_wizard.errors import ParseError
from digisos_wizard.i18n import _

Side = tuple[int | None, ...]
"""The pages on one side of a sheet, counted from 0; None where it is left empty."""

_RANGE = re.compile(r"(\d+)?\s*([-–])?\s*(\d+)?")


class Layout(StrEnum):
    """How pages are put on paper."""

    ONE = "one"
    TWO = "two"
    BOOKLET = "booklet"


def page_range(text: str, count: int) -> tuple[int, ...]:
    """Return the pages that a text such as "1-3, 5" means, from 0; an empty text means all.

    Raises ParseError that says what is wrong.
    """
    if not text.strip():
        return tuple(range(count))
    found: list[int] = []
    for part in re.split(r"[,;]", text):
        match = _RANGE.fullmatch(part.strip())
        if match is None or not (match[1] or match[3]):
            raise ParseError(_("Skriv sidene som 1-3, 5. La feltet stå tomt for alle."))
        first = int(match[1] or 1)
        last = int(match[3] or (count if match[2] else first))
        if not 1 <= first <= last <= count:
            raise ParseError(_("Dokumentet har side 1 til {count}.").format(count=count))
        found += range(first - 1, last)
    return tuple(found)


def sides(pages: Sequence[int], layout: Layout) -> tuple[Side, ...]:
    """Return the sides of the sheets in the order in which they are printed."""
    if layout is Layout.ONE:
        return tuple((page,) for page in pages)
    if layout is Layout.TWO:
        return tuple((first, *_second(pages, position)) for position, first in enumerate(pages) if position % 2 == 0)
    return _booklet(pages)


def _second(pages: Sequence[int], position: int) -> Side:
    return (pages[position + 1] if position + 1 < len(pages) else None,)


def _booklet(pages: Sequence[int]) -> tuple[Side, ...]:
    """Return front and back of every sheet, so that the folded pile reads from first to last."""
    whole: list[int | None] = [*pages, *[None] * (-len(pages) % 4)]
    found: list[Side] = []
    for sheet in range(len(whole) // 4):
        low, high = 2 * sheet, len(whole) - 1 - 2 * sheet
        found += [(whole[high], whole[low]), (whole[low + 1], whole[high - 1])]
    return tuple(found)
