"""The one typeface of printed documents, embedded; and what to do with characters that it lacks."""

import unicodedata
from collections import Counter
from functools import cache
from importlib import resources

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from digisos_wizard.export.text import printable

REGULAR = "SourceSansPro-Regular"
SEMIBOLD = "SourceSansPro-Semibold"
BOLD = "SourceSansPro-Bold"
PLACEHOLDER = "◊"
"""Stands where the typeface lacks a character."""

_ALIKE = str.maketrans(
    {
        "\t": "    ",
        "\u2009": "\u202f",  # thin space
        "\u200a": "\u202f",  # hair space
        "\u2010": "-",
        "\u2011": "-",
        "✔": "✓",
        "\u00ad": None,  # soft hyphen
        "\u200b": None,  # zero-width space, joiners, marks of direction and variants: nothing to see
        "\u200c": None,
        "\u200d": None,
        "\u200e": None,
        "\u200f": None,
        "\u2060": None,
        "\ufe0e": None,
        "\ufe0f": None,
        "\ufeff": None,
    }
)


def register() -> None:
    """Make the typeface known to reportlab; doing it again changes nothing."""
    _glyphs()


@cache
def _glyphs() -> frozenset[int]:
    folder = resources.files("font_source_sans_pro").joinpath("files")
    covered: list[frozenset[int]] = []
    for name in (REGULAR, SEMIBOLD, BOLD):
        with resources.as_file(folder.joinpath(f"{name}.ttf")) as path:
            font = TTFont(name, path)
        pdfmetrics.registerFont(font)
        covered.append(frozenset(font.face.charToGlyph))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=REGULAR, boldItalic=SEMIBOLD)
    return frozenset.intersection(*covered)


class Typesetter:
    """Turns text into what the typeface can show, and counts what it could not."""

    def __init__(self) -> None:
        self._covered = _glyphs()
        self.missing: Counter[str] = Counter()

    def text(self, text: str) -> str:
        """Return the text with a placeholder for every character that the typeface lacks."""
        composed = unicodedata.normalize("NFC", printable(text)).translate(_ALIKE)
        return "".join(
            letter if letter == "\n" or ord(letter) in self._covered else self._lost(letter) for letter in composed
        )

    def _lost(self, letter: str) -> str:
        self.missing[letter] += 1
        return PLACEHOLDER
