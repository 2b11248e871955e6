"""Whether the pages of a PDF look as they did before something was added, and no new field lies over what they show."""

from collections.abc import Iterator
from contextlib import closing

import pypdfium2

from digisos_wizard.intake.covered_text import covers_drawing, fields_of

LARGEST = 2_000.0
"""Points along a side; the largest paper that is printed has 1 191."""
SCALE = 1.0
"""Pixels per point: enough that a digit that was swapped shows."""


def differing_pages(before: bytes, after: bytes) -> Iterator[int]:
    """Yield the numbers of pages that look otherwise, or have a new field over what they show; raises PdfiumError."""
    with closing(pypdfium2.PdfDocument(before)) as old, closing(pypdfium2.PdfDocument(after)) as new:
        for number, (then, now) in enumerate(zip(old, new, strict=False), start=1):
            with closing(then), closing(now):
                if not _alike(then, now):
                    yield number


def _alike(then: pypdfium2.PdfPage, now: pypdfium2.PdfPage) -> bool:
    size = then.get_size()
    if size != now.get_size() or max(size) > LARGEST or _picture(then) != _picture(now):
        return False
    return not any(covers_drawing(then, field) for field in set(fields_of(now)) - set(fields_of(then)))


def _picture(page: pypdfium2.PdfPage) -> tuple[int, int, bytes]:
    with closing(page.render(scale=SCALE, grayscale=True, may_draw_forms=False, draw_annots=False)) as bitmap:
        return bitmap.width, bitmap.height, bytes(bitmap.buffer)
