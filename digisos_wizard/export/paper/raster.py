"""What is drawn for paper as a picture, for documents that hold no drawings."""

from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from digisos_wizard.export.pdfium import POINTS, opened

LARGEST = 3_000_000
"""Dots in a picture; larger ones are drawn coarser."""
FAST = 1
"""How hard to pack the picture: drawings of flat colours get small anyway."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as PNG, its size on paper in points, and its width in dots."""

    data: bytes
    width: float
    height: float
    dots: int


def raster(drawn: Flowable, width: float, height: float, dots: int) -> Raster:
    """Return what is drawn, of that size in points, as a picture with so many dots per inch."""
    page = BytesIO()
    canvas = Canvas(page, pagesize=(width, height), invariant=1)
    drawn.drawOn(canvas, 0, 0)
    canvas.save()
    with opened(page.getvalue()) as document:
        scale = min(dots / POINTS, (LARGEST / (width * height)) ** 0.5)
        image = document[0].render(scale=scale).to_pil()
    png = BytesIO()
    image.save(png, "PNG", compress_level=FAST)
    return Raster(png.getvalue(), width, height, image.width)
