"""Every text document in Word: it says what the PDF says, in real headings and tables, whatever the plan holds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache

import pytest
from docx.oxml.ns import qn

from digisos_wizard.export import EXPORTS, export
from digisos_wizard.export.document.model import Document, Facts, Heading, Picture, Title, Together
from digisos_wizard.export.fonts import Typesetter
from digisos_wizard.model.figures import Figures
from tests.export.checklist.reading import read, unspaced
from tests.export.handouts.conftest import PLANS, figures_of
from tests.export.memo.reading import opened, texts

pytestmark = pytest.mark.untraced  # heavy to trace, and nothing here is reached by no other test

PAIRS = tuple(kind.key.removesuffix("-word") for kind in EXPORTS if kind.suffix == ".docx")
MARKS = re.compile("^[☐◪☑–] ")
CUT = 400
"""Letters of a text that are looked for: longer ones go on where heads and feet of pages come between."""


@cache
def word(plan: str, key: str) -> bytes:
    """Return a document of a plan in Word."""
    return export(f"{key}-word").build(figures_of(plan))


@cache
def letters(plan: str, key: str) -> str:
    """Return all that the PDF says, without white space."""
    return unspaced("".join(read(export(key).build(figures_of(plan))).pages))


def said(figures: Figures, key: str) -> Document:
    """Return the document that both are made of."""
    kind = export(key)
    made = kind.resolved()(figures, *([kind.title] if kind.titled else []))
    assert isinstance(made, Document)
    return made


def strings(part: object) -> Iterator[str]:
    """Yield every text of a document's blocks; what only a picture tells is no text, nor a label of nothing."""
    if isinstance(part, str):
        if not isinstance(part, Enum):
            yield part
    elif isinstance(part, Facts):
        yield from strings([pair for pair in part.pairs if pair[1]])
    elif isinstance(part, Sequence):
        for each in part:
            yield from strings(each)
    elif is_dataclass(part):
        for known in fields(part):
            if known.name not in {"told", "mark"}:
                yield from strings(getattr(part, known.name))


def test_every_text_document_is_offered_both_ways() -> None:
    assert len(PAIRS) == 15
    for key in PAIRS:
        paper, other = export(key), export(f"{key}-word")
        assert paper.suffix == ".pdf"
        assert other.title == f"{paper.title} til redigering"
        assert other.group is paper.group
        assert other.maker == paper.maker
        assert not other.handout, "what is bound together is PDF"


@pytest.mark.parametrize("plan", ["hamar", "vertskommune", "empty"])
@pytest.mark.parametrize("key", PAIRS)
def test_word_says_what_the_pdf_says(plan: str, key: str) -> None:
    found = letters(plan, key)
    document = opened(word(plan, key))
    for text in texts(document):
        for line in text.split("\n"):
            assert unspaced(Typesetter().text(MARKS.sub("", line)))[:CUT] in found, line


@pytest.mark.parametrize("plan", ["hamar", "vertskommune", "empty"])
@pytest.mark.parametrize("key", PAIRS)
def test_nothing_is_left_out_of_either(plan: str, key: str) -> None:
    both = (letters(plan, key), unspaced("".join(texts(opened(word(plan, key))))))
    for text in strings(said(figures_of(plan), key).blocks):
        for line in text.split("\n"):
            for found in both:
                assert unspaced(line)[:CUT] in found, line


@pytest.mark.parametrize("key", PAIRS)
def test_hostile_texts_are_written_and_the_same_twice(key: str) -> None:
    assert word("hostile", key) == export(f"{key}-word").build(figures_of("hostile"))
    assert any(unspaced(text) for text in texts(opened(word("hostile", key))))


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("key", PAIRS)
def test_titles_and_headings_are_styled_as_such(plan: str, key: str) -> None:
    blocks = [
        block
        for outer in said(figures_of(plan), key).blocks
        for block in (outer.blocks if isinstance(outer, Together) else [outer])
    ]
    paragraphs = [part for part in opened(word(plan, key)).paragraphs if part.style is not None]
    styled = [part for part in paragraphs if str(part.style and part.style.name) in {"Title", "Heading 1", "Heading 2"}]
    names = [str(part.style.name) for part in styled if part.style is not None]
    assert names.count("Title") == 1
    assert names[0] == "Title"
    assert len(styled) >= sum(isinstance(block, Title | Heading) for block in blocks)


def test_pictures_tell_what_they_show() -> None:
    for key in ("dpia", "ros"):
        pictures = [
            part
            for block in said(figures_of("hamar"), key).blocks
            if isinstance(block, Together)
            for part in block.blocks
            if isinstance(part, Picture)
        ]
        body = opened(word("hamar", key)).element.body
        told = [element.get("descr") for element in body.iter(qn("wp:docPr"))]
        assert told == [picture.told for picture in pictures] != []


def test_a_wide_document_lies_on_its_side_and_fills_the_page() -> None:
    for key, wide in (("follow-up", True), ("contacts", False)):
        document = opened(word("hamar", key))
        section = document.sections[0]
        assert section.page_width is not None
        assert section.page_height is not None
        assert (section.page_width > section.page_height) is wide
        room = section.page_width - (section.left_margin or 0) - (section.right_margin or 0)
        for table in document.tables:
            assert sum(column.width or 0 for column in table.columns) == pytest.approx(room, rel=0.01)


def test_each_role_begins_a_page() -> None:
    document = opened(word("hamar", "role-sheets"))
    breaks = [part for part in document.element.body.iter(qn("w:br")) if part.get(qn("w:type")) == "page"]
    titles = [block for block in said(figures_of("hamar"), "role-sheets").blocks if isinstance(block, Title)]
    assert len(breaks) == len(titles) - 1 > 3
