"""Whether the pages of a PDF look as they did before something was added to the file."""

from collections.abc import Iterator
from contextlib import closing

import pypdfium2

SCALE = 1.0
"""Pixels per point: enough that a digit that was swapped shows."""


def differing_pages(before: bytes, after: bytes) -> Iterator[int]:
    """Yield the numbers of pages that don't look the same, annotations aside; raises PdfiumError."""
    with closing(pypdfium2.PdfDocument(before)) as old, closing(pypdfium2.PdfDocument(after)) as new:
        for number, (then, now) in enumerate(zip(old, new, strict=False), start=1):
            with closing(then), closing(now):
                if _picture(then) != _picture(now):
                    yield number


def _picture(page: pypdfium2.PdfPage) -> tuple[int, int, bytes]:
    with closing(page.render(scale=SCALE, grayscale=True, may_draw_forms=False, draw_annots=False)) as bitmap:
        return bitmap.width, bitmap.height, bytes(bitmap.buffer)
