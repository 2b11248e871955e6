"""40 handouts in one PDF, of a filled plan, of one that several municipalities share, and of an empty one.

python bench/handouts.py

Beside a floor in the same run: the same words as plain paragraphs, one PDF for each handout, without tables and tags.
"""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate
from shared import EXAMPLES, TODAY, few, times

from digisos_wizard.content import load
from digisos_wizard.export import EXPORTS, fonts
from digisos_wizard.export.binding import Part, bind
from digisos_wizard.export.bundle import bound
from digisos_wizard.export.paper.extras import Furnishing
from digisos_wizard.export.pdfium import page_sizes, page_text
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.storage import planfile

COUNT, ROUNDS = few(40, 3), few(5, 1)


@dataclass(frozen=True)
class Taken:
    """How long some work takes in seconds: the median, and the best, which others on the machine disturbed least."""

    median: float
    best: float

    def __str__(self) -> str:
        return f"{self.median:.2f} s (best {self.best:.2f} s)"


def taken(work: Callable[[], object]) -> Taken:
    """Do some work several times."""
    found = [milliseconds / 1000 for milliseconds in times(work, ROUNDS)]
    return Taken(statistics.median(found), min(found))


def plain(texts: Sequence[str]) -> None:
    """Set each text as a PDF of plain paragraphs of some lines each."""
    style = ParagraphStyle("plain", fontName=fonts.REGULAR, fontSize=9, leading=11)
    for text in texts:
        words = text.split()
        portions = (" ".join(words[first : first + 12]) for first in range(0, len(words), 12))
        story: list[Flowable] = [Paragraph(escape(portion), style) for portion in portions]
        SimpleDocTemplate(BytesIO(), initialFontName=fonts.REGULAR).build(story)


def main() -> None:
    """Measure, and print beside the floor."""
    content = load()
    handouts = [kind for kind in EXPORTS if kind.handout]
    kinds = (handouts * 2)[:COUNT]
    plans = {
        "Hamar": planfile.read(EXAMPLES / "hamar.digisos").document,
        "several municipalities": planfile.read(EXAMPLES / "vertskommune.digisos").document,
        "empty": Document(plan=Plan()),
    }
    for name, document in plans.items():
        # New figures every time: what they compute once is part of what the user waits for.
        def whole(document: Document = document) -> bytes:
            return bound(Figures(document, content, TODAY), kinds)

        data, figures = whole(), Figures(document, content, TODAY)
        parts = [Part(kind.title, kind.build(figures)) for kind in kinds]
        texts = [" ".join(page_text(part.data, page) for page in range(len(page_sizes(part.data)))) for part in parts]
        all_of_it, floor = taken(whole), taken(partial(plain, texts))
        print(
            f"{name}: {len(kinds)} handouts ({len(handouts)} different), {len(page_sizes(data))} pages, "
            f"{len(data) // 1024} kB in {all_of_it}, of which binding {taken(partial(bind, parts, Furnishing()))}; "
            f"{all_of_it.best / floor.best:.1f} of plain paragraphs ({floor})"
        )


if __name__ == "__main__":
    main()
