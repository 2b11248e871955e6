"""Whether what a page says can be seen: nothing drawn over its text later, no field on it, and no text unpainted."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""
STRONGEST, PALEST = 255, 200
"""Of a colour's parts."""
MOST_SHAPES = 5_000
"""On a page; the fullest that is printed has some hundred."""
LINE = 3.0
"""Points: what is thinner is a line to write on, or between rows."""
SLACK = 1.0
"""Points that shapes and text may share at their edges."""


def is_covered(page: pypdfium2.PdfPage) -> bool:
    """Tell whether some of the page's text is painted over, lies under a field, or isn't painted at all."""
    texts: list[Box] = []
    if pdfium.FPDFPage_CountObjects(page) > MOST_SHAPES:
        return True
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
    return any(_overlap(field, text) for field in fields_of(page) for text in texts)


def fields_of(page: pypdfium2.PdfPage) -> list[Box]:
    """Return where the page's annotations are; what a signature shows there is up to whoever made it."""
    found = []
    for position in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, position)
        box = pdfium.FS_RECTF()
        if pdfium.FPDFAnnot_GetRect(annotation, box):
            across, along = sorted((box.left, box.right)), sorted((box.bottom, box.top))
            found.append((across[0], along[0], across[1], along[1]))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def covers_drawing(page: pypdfium2.PdfPage, field: Box) -> bool:
    """Tell whether a field lies over anything that is drawn on a page, lines aside."""
    shapes = (_bounds(shape) for shape in _shapes(page))
    return any(min(box[2] - box[0], box[3] - box[1]) > LINE and _overlap(field, box) for box in shapes)


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
