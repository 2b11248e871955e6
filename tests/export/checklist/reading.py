"""Reading a checklist back: text by page with pypdfium2, structure with pikepdf."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2

from digisos_wizard.export import checklist
from digisos_wizard.model.figures import Figures


@dataclass(frozen=True)
class Read:
    """A PDF: its bytes, and the text of each page."""

    data: bytes
    pages: tuple[str, ...]

    @property
    def text(self) -> str:
        """All text, with every run of white space as one blank."""
        return squeezed("\n".join(self.pages))

    @property
    def letters(self) -> str:
        """All text without white space: what is left when lines break anywhere."""
        return unspaced("\n".join(self.body))

    @property
    def body(self) -> Iterator[str]:
        """The pages without header, footer and the repeated heads of tables."""
        for page in self.pages:
            lines = page.replace("\r", "").split("\n")
            yield "\n".join(line for line in lines if not FURNITURE.match(line.strip()))


FURNITURE = re.compile(
    r"Sjekkliste · .*|(.* · )?\d+\. \w+ \d{4}( Side \d+ av \d+)?$|Side \d+ av \d+"
    r"|Nr\. ?(Punkt.*)?|Punkt|Tilstand|Ansvarlig|Frist"
)


def squeezed(text: str) -> str:
    """Return the text with every run of white space as one blank."""
    return " ".join(text.replace("\u00a0", " ").split())


def unspaced(text: str) -> str:
    """Return the text without white space and what pypdfium2 adds where a long word is broken."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(letter for letter in composed if not letter.isspace() and letter not in "\u00ad\ufffe\u0002")


def written(figures: Figures) -> Read:
    """Build a checklist and read it back."""
    return read(checklist.build(figures))


def read(data: bytes) -> Read:
    """Read a PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = tuple(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
    return Read(data, pages)


def opened(data: bytes) -> pikepdf.Pdf:
    """Open a PDF's structure."""
    return pikepdf.open(BytesIO(data))
