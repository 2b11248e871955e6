"""The memo as a document: pages, bytes, structure, and texts that do their worst, in PDF and Word."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest
from docx.oxml.ns import qn

from digisos_wizard.export import export
from digisos_wizard.export.fonts import PLACEHOLDER, Typesetter
from digisos_wizard.model.figures import Figures
from tests.export import plans
from tests.export.checklist import reading as paper
from tests.export.checklist.reading import read, unspaced
from tests.export.memo import cases
from tests.export.memo.reading import opened, pdf, texts, word, word_text

pytestmark = pytest.mark.untraced  # heavy to trace, and nothing here is reached by no other test

FURNITURE = re.compile(
    r"^(Beslutningsnotat · .*|(.* · )?23\. november 2026( Side \d av \d)?|Side \d av \d)$", re.MULTILINE
)
HEADINGS = [
    "Hva saken gjelder",
    "Kostnader",
    "Finansiering",
    "Forventede gevinster",
    "Tidsplan",
    "Risiko og åpne spørsmål",
    "Forslag til vedtak",
]


def test_it_is_two_pages_at_most_and_one_more_where_many_sign(figures: Figures) -> None:
    most = 3 if len(figures.costs.payers) > 6 else 2
    assert 1 <= len(read(pdf(figures)).pages) <= most


@pytest.mark.parametrize("text", ["W" * 4_000, "lang " * 2_000, "linje\n" * 400, "a\n\n" * 90])
def test_no_text_makes_it_longer(text: str) -> None:
    assert len(read(pdf(cases.saying(text))).pages) <= 2
    assert len(read(pdf(cases.large(text[:500]))).pages) <= 3


def test_the_same_figures_give_the_same_bytes(figures: Figures) -> None:
    again = Figures(figures.document, figures.content, figures.today)
    assert export("memo").build(again) == pdf(figures)
    assert export("memo-word").build(again) == word(figures)


def test_the_zip_tells_no_time_and_no_system(hamar: Figures) -> None:
    with ZipFile(BytesIO(word(hamar))) as archive:
        entries = archive.infolist()
    assert {(entry.date_time, entry.create_system) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 3)}
    assert not [entry.filename for entry in entries if "thumbnail" in entry.filename]


@pytest.mark.parametrize("text", plans.HOSTILE)
def test_hostile_text_stands_as_typed(text: str) -> None:
    figures = cases.saying(text)
    places = 8
    if text == plans.LONG_WORD:
        text, places = text[:100], 3  # names are cut where so much is said
    found = read(pdf(figures))
    assert found.letters.count(unspaced(Typesetter().text(text))) >= places
    parts = list(texts(opened(word(figures))))
    assert sum(text in part for part in parts) >= places


def test_what_the_typeface_lacks_is_marked_and_said() -> None:
    figures = cases.saying("Smil 😀")
    found = read(pdf(figures)).text
    assert f"Smil {PLACEHOLDER}" in found
    assert "Skriften mangler noen av tegnene" in found
    assert "Skriften mangler" not in word_text(figures)
    assert "Skriften mangler" not in read(pdf(plans.host())).text


def test_fonts_are_embedded_and_language_and_title_are_told(hamar: Figures) -> None:
    with paper.opened(pdf(hamar)) as document:
        assert str(document.Root.Lang) == "nb-NO"
        assert str(document.docinfo.Title) == "Beslutningsnotat – NAV Hamar"
        with document.open_outline() as outline:
            assert [str(entry.title) for entry in outline.root][1:] == HEADINGS
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
                assert "SourceSansPro" in str(thing.BaseFont)


def test_word_has_real_headings_lists_and_table_heads(figures: Figures) -> None:
    document = opened(word(figures))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None]
    assert styles.count("Title") == 1
    told = [part.text for part in document.paragraphs if part.style is not None and part.style.name == "Heading 1"]
    assert told == HEADINGS
    assert styles.count("List Number") >= 6
    heads = [table for table in document.tables if table.rows[0]._tr.findall(f".//{qn('w:tblHeader')}")]
    headless = 1 if len(figures.costs.payers) > 1 else 2
    assert len(heads) == len(document.tables) - headless, "facts have no head, nor has the signature of one"


def test_word_tells_language_title_author_and_day(hamar: Figures) -> None:
    document = opened(word(hamar))
    told = document.core_properties
    assert told.title == "Beslutningsnotat: digital søknad om økonomisk sosialhjelp"
    assert told.author == told.last_modified_by == "NAV Hamar"
    assert told.language == "nb-NO"
    assert told.comments == ""
    assert told.created is not None
    assert told.created.replace(tzinfo=None) == datetime(2026, 11, 23)  # noqa: DTZ001 - a day has no zone
    languages = {element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"nb-NO"}


def test_word_says_what_the_pdf_says(figures: Figures) -> None:
    letters = unspaced(FURNITURE.sub("", "\n".join(read(pdf(figures)).pages).replace("\r", "")))
    for text in texts(opened(word(figures))):
        for line in text.split("\n"):
            assert unspaced(Typesetter().text(line)) in letters, line
