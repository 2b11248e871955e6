"""Reading a Word document back: every paragraph and cell in order."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

import docx
from docx.document import Document
from docx.table import Table

from digisos_wizard.export import export
from digisos_wizard.model.figures import Figures
from tests.export.checklist.reading import squeezed


@lru_cache(maxsize=8)
def pdf(figures: Figures) -> bytes:
    """Return the memo as PDF; the same figures print it once."""
    return export("memo").build(figures)


@lru_cache(maxsize=8)
def word(figures: Figures) -> bytes:
    """Return the memo as a Word document; the same figures write it once."""
    return export("memo-word").build(figures)


def opened(data: bytes) -> Document:
    """Open a Word document."""
    return docx.Document(BytesIO(data))


def texts(document: Document) -> Iterator[str]:
    """Yield the text of paragraphs and cells as they follow each other."""
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                yield from (cell.text for cell in row.cells)
        else:
            yield part.text


def word_text(figures: Figures) -> str:
    """Return all text of the Word memo, with every run of white space as one blank."""
    return squeezed("\n".join(texts(opened(word(figures)))))
