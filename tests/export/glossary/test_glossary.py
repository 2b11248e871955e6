"""The glossary on paper holds every term with meaning and source, and reads the same every time."""

import io

import pikepdf
import pypdfium2

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.export import export
from digisos_wizard.model.figures import Figures
from digisos_wizard.storage import planfile
from tests.export.plans import TODAY

CONTENT = load()
FIGURES = Figures(planfile.decode((resources() / "examples" / "hamar.digisos").read_bytes()), CONTENT, TODAY)


def pages(data: bytes) -> list[str]:
    """Return the text of every page, its lines joined."""
    with pypdfium2.PdfDocument(data) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_every_term_is_there_with_its_meaning() -> None:
    text = " ".join(pages(export("glossary").build(FIGURES)))
    for term in CONTENT.glossary:
        assert term.term in text, term.id
        for word in term.meaning.split()[:3]:
            assert word in text, term.id


def test_no_page_is_empty_and_every_page_says_whose_it_is() -> None:
    found = pages(export("glossary").build(FIGURES))
    assert 1 < len(found) <= 4
    for text in found:
        assert "Ordliste · NAV Hamar" in text
        assert len(text) > 400


def test_the_same_plan_gives_the_same_bytes_in_norwegian() -> None:
    data = export("glossary").build(FIGURES)
    assert data == export("glossary").build(FIGURES)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.Lang == "nb-NO"
