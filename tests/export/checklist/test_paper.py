"""The checklist as a document: fonts, page numbers, outline, bytes, and texts that do their worst."""

import re

import pikepdf
import pytest

from digisos_wizard.export import checklist
from digisos_wizard.export.fonts import PLACEHOLDER, Typesetter
from digisos_wizard.model.figures import Figures
from tests.export import plans
from tests.export.checklist.reading import Read, opened, unspaced, written

COMMENT = "En lang kommentar om <b>saken</b> & =1+1, æøå. " * 220
"""Longer than a page: more than 10 000 characters."""


@pytest.fixture(scope="module")
def hostile() -> Read:
    return written(plans.figures(plans.hostile_plan(COMMENT)))


def fonts_of(data: bytes) -> dict[str, bool]:
    """Return the fonts in use and whether each is embedded."""
    found: dict[str, bool] = {}
    with opened(data) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
                descriptor = thing.get("/FontDescriptor", pikepdf.Dictionary())
                found[str(thing.BaseFont)] = "/FontFile2" in descriptor
    return found


def test_every_font_is_embedded(paper: Read, hostile: Read) -> None:
    for data in (paper.data, hostile.data):
        fonts = fonts_of(data)
        assert fonts
        assert all(fonts.values()), fonts
        assert all("SourceSansPro" in name for name in fonts)


def test_every_page_tells_its_number_office_and_day(paper: Read, hostile: Read) -> None:
    for found in (paper, hostile):
        total = len(found.pages)
        for number, page in enumerate(found.pages, start=1):
            assert re.search(rf"Side {number} av\s+{total}\b", page), page
            assert "23. november 2026" in page
    assert all("Sjekkliste · NAV Hamar & Løten" in page for page in paper.pages)


def test_no_page_is_blank(paper: Read, hostile: Read) -> None:
    for found in (paper, hostile):
        assert min(len("".join(body.split())) for body in found.body) > 20


def test_the_same_plan_on_the_same_day_is_the_same_bytes(paper: Read, figures: Figures) -> None:
    assert checklist.build(plans.figures(figures.plan)) == paper.data


def test_language_title_and_day_are_told(paper: Read) -> None:
    with opened(paper.data) as document:
        assert str(document.Root.Lang) == "nb-NO"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo.Title) == "Sjekkliste – NAV Hamar & Løten"
        assert str(document.docinfo.Author) == "NAV Hamar & Løten"
        assert str(document.docinfo.CreationDate) == "D:20261123000000Z"


def test_the_outline_has_every_section(paper: Read) -> None:
    with opened(paper.data) as document, document.open_outline() as outline:
        titles = [str(entry.title) for entry in outline.root]
        targets = [entry.destination for entry in outline.root]
        pages = [pikepdf.Page(target[0]).index for target in targets if isinstance(target, pikepdf.Array)]
    assert titles == [
        "Sjekkliste for innføring av digital søknad",
        "1. Beslutning",
        "2. Påkobling",
        "Åpne punkter",
        "Signeringer",
        "Underskrift",
    ]
    assert len(pages) == len(titles)
    assert pages == sorted(pages)


@pytest.mark.parametrize("text", plans.HOSTILE)
def test_hostile_text_is_printed_as_typed(hostile: Read, text: str) -> None:
    assert unspaced(Typesetter().text(text)) in hostile.letters


def test_a_comment_longer_than_a_page_is_printed_whole(hostile: Read) -> None:
    assert hostile.letters.count(unspaced(COMMENT)) == len(plans.HOSTILE)


def test_what_the_typeface_lacks_is_marked_and_listed(hostile: Read, paper: Read) -> None:
    assert f"Smil {PLACEHOLDER} og" in hostile.text
    assert "Tegn som skriften mangler" in hostile.text
    assert "U+1F600" in hostile.text
    assert "Tegn som skriften mangler" not in paper.text


def test_many_line_breaks_are_no_obstacle() -> None:
    found = written(plans.own_items(2, comment="linje\n" * 900))
    assert found.letters.count("linje") == 1800
