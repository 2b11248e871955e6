"""Documents speak the language that they are made in, all of it, and say so of themselves."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

import pikepdf
import pypdfium2
import pytest
from holidays import country_holidays
from openpyxl import load_workbook

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.export import EXPORTS
from digisos_wizard.i18n import spoken
from digisos_wizard.model.content import Content
from digisos_wizard.model.figures import Figures
from digisos_wizard.storage import planfile
from tests import pseudo
from tests.export.plans import TODAY

EXAMPLE = resources() / "examples" / "vertskommune.digisos"
SAME_EVERYWHERE = {"Porten", "ksdigital"}
"""Names."""
DAYS = {word for name in country_holidays("NO", years=2027, language="no").values() for word in name.split()}
"""Holidays have their names from a library that doesn't know this language."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The handbook in the language that nobody speaks."""
    return load(pseudo.KEY, pseudo.translate_content(tmp_path_factory.mktemp("resources")))


def said(suffix: str, data: bytes) -> Iterator[str]:
    """Yield what a document says: its text, and what it tells those who don't see it."""
    readers = {".pdf": _pdf, ".xlsx": _cells, ".docx": _office, ".pptx": _office, ".ics": _events}
    yield from readers[suffix](data) if suffix in readers else [data.decode()]


def _pdf(data: bytes) -> Iterator[str]:
    for page in pypdfium2.PdfDocument(data):
        yield page.get_textpage().get_text_range()
    with pikepdf.open(BytesIO(data)) as document:
        yield from (str(one.get("/Alt", "")) for one in document.objects if isinstance(one, pikepdf.Dictionary))


def _cells(data: bytes) -> Iterator[str]:
    book = load_workbook(BytesIO(data))
    tables = re.compile(rf"\((?:{'|'.join(name for sheet in book for name in sheet.tables)})\)")
    for sheet in book:
        if sheet.sheet_state != "veryHidden":
            yield sheet.title
            cells = (str(cell.value) for row in sheet for cell in row if cell.data_type == "s")
            yield from (tables.sub("", text) for text in cells if text not in book.defined_names)


def _office(data: bytes) -> Iterator[str]:
    package = zipfile.ZipFile(BytesIO(data))
    for name in package.namelist():
        if re.search(r"(document|header\d|footer\d|/slide\d+|notesSlide\d+)\.xml$", name):
            yield "\n".join(ET.fromstring(package.read(name)).itertext())  # noqa: S314 - our own file


def _events(data: bytes) -> Iterator[str]:
    unfolded = data.decode().replace("\r\n ", "")
    yield from re.findall(r"(?m)^(?:SUMMARY|DESCRIPTION|X-WR-CALNAME)[^:]*:(.*)$", unfolded)


@pytest.mark.parametrize("key", [kind.key for kind in EXPORTS if kind.suffix != ".zip"])
def test_a_document_speaks_its_language(key: str, content: Content) -> None:
    """Every word in Latin letters is the plan's own, or a name."""
    kind = next(kind for kind in EXPORTS if kind.key == key)
    with spoken(pseudo.language()):
        data = kind.build(Figures(planfile.read(EXAMPLE).document, content, TODAY))
    own = set(pseudo.latin_words(EXAMPLE.read_text("utf-8")))
    words = list(said(kind.suffix, data))
    assert set(pseudo.latin_words("\n".join(words))) - own - SAME_EVERYWHERE - DAYS == set()
    assert any(letter in pseudo.CYRILLIC for text in words for letter in text)
    if kind.suffix == ".pdf":
        with pikepdf.open(BytesIO(data)) as document:
            assert str(document.Root.Lang) == pseudo.language().tag
