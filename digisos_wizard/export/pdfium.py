"""PDFium, which draws pages and reads them; it is not made for several threads, so one at a time goes in."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from threading import RLock

from pypdfium2 import PdfBitmap, PdfDocument
from pypdfium2.raw import FPDFBitmap_BGRx

_ONE_AT_A_TIME = RLock()
POINTS = 72
"""Points in an inch."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as dots: rows of `stride` bytes, four for each dot (blue, green, red, unused)."""

    data: bytes
    width: int
    height: int
    stride: int


@contextmanager
def opened(data: bytes) -> Iterator[PdfDocument]:
    """Open a PDF; nobody else uses PDFium until it is closed."""
    with _ONE_AT_A_TIME, closing(PdfDocument(data)) as document:
        yield document


def page_sizes(data: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of every page, in points."""
    with opened(data) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def render(data: bytes, number: int, scale: float, *, grey: bool = False) -> PageImage:
    """Return a page drawn with `scale` dots for each point; `number` is counted from 0."""
    with opened(data) as document:
        page = document[number]
        bitmap: PdfBitmap = page.render(scale=scale, force_bitmap_format=FPDFBitmap_BGRx, grayscale=grey)
        found = PageImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
        bitmap.close()
        page.close()
    return found


def page_text(data: bytes, number: int) -> str:
    """Return what a page says, for those who can't see it."""
    with opened(data) as document:
        page = document[number]
        text = page.get_textpage()
        words: str = text.get_text_bounded()
        text.close()
        page.close()
    return " ".join(words.split())
