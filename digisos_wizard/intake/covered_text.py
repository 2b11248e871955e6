"""Whether what a page says can be seen: nothing drawn over its text later, no field on it, and no text unpainted."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""
STRONGEST, PALEST = 255, 200
"""Of a colour's parts."""
SLACK = 1.0
"""Points that shapes and text may share at their edges."""


def is_covered(page: pypdfium2.PdfPage) -> bool:
    """Tell whether some of the page's text is painted over, lies under a field, or isn't painted at all."""
    texts: list[Box] = []
    for shape in _shapes(page):
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            if pdfium.FPDFTextObj_GetTextRenderMode(shape) != pdfium.FPDF_TEXTRENDERMODE_FILL or _pale(shape):
                return True
            texts.append(_bounds(shape))
        elif _hides(shape, kind):
            over = _bounds(shape)
            if any(_overlap(over, text) for text in texts):
                return True
    return any(_overlap(field, text) for field in _fields(page) for text in texts)


def _fields(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """Yield where the page's annotations are; what a signature shows there is up to whoever made it."""
    for position in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, position)
        box = pdfium.FS_RECTF()
        if pdfium.FPDFAnnot_GetRect(annotation, box):
            yield box.left, box.bottom, box.right, box.top
        pdfium.FPDFPage_CloseAnnot(annotation)


def _shapes(page: pypdfium2.PdfPage) -> Iterator[object]:
    for position in range(pdfium.FPDFPage_CountObjects(page)):
        yield pdfium.FPDFPage_GetObject(page, position)


def _pale(shape: object) -> bool:
    """Tell whether a text has nearly the colour of the paper, or none."""
    red, green, blue, strength = (ctypes.c_uint() for _part in range(4))
    pdfium.FPDFPageObj_GetFillColor(shape, red, green, blue, strength)
    return bool(min(red.value, green.value, blue.value) > PALEST or strength.value < STRONGEST - PALEST)


def _hides(shape: object, kind: int) -> bool:
    """Tell whether a shape covers what is below it: a picture, a shading, or a path that is filled."""
    if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
        return True
    if kind != pdfium.FPDF_PAGEOBJ_PATH:
        return False
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, fill, stroke)
    return bool(fill.value != pdfium.FPDF_FILLMODE_NONE)


def _bounds(shape: object) -> Box:
    edges = [ctypes.c_float() for _edge in range(4)]
    pdfium.FPDFPageObj_GetBounds(shape, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def _overlap(one: Box, other: Box) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > SLACK and min(one[3], other[3]) - max(one[1], other[1]) > SLACK
    )
