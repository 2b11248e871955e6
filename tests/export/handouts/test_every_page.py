"""What holds for every handout and slide set of every plan: no empty page, margins kept, office and day."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageChops

from digisos_wizard.export import export
from digisos_wizard.export.fonts import Typesetter
from digisos_wizard.export.pdfium import page_sizes, page_text, render
from digisos_wizard.export.text import one_line
from tests.export.checklist.reading import squeezed
from tests.export.handouts.conftest import CASES, PAPERS, Built, figures_of

A4, A3, SLIDE = (595, 842), (842, 1191), (540, 960)
SCREENS = ("slides-pdf", "info-screen")
"""Shown on a screen, and thus no A4."""
FURNITURE = 14
"""Words of header and footer at most."""


def inked(data: bytes, number: int) -> tuple[float, float, float, float]:
    """Return what is not white on a page: how far it is from the left, top, right and bottom edge, in points."""
    found = render(data, number, 1.0)
    picture = Image.frombytes("RGB", (found.width, found.height), found.data, "raw", "BGRX", found.stride)
    box = ImageChops.invert(picture.convert("L")).point(lambda dot: 255 if dot > 40 else 0).getbbox()
    assert box is not None, "an empty page"
    left, top, right, bottom = box
    return left, top, found.width - right, found.height - bottom


@pytest.mark.parametrize(("plan", "key"), CASES)
def test_every_page_says_something_inside_its_margins(built: Built, plan: str, key: str) -> None:
    data = built(plan, key)
    for number in range(len(page_sizes(data))):
        words = page_text(data, number).split()
        assert words, (plan, key, number)
        left, top, right, bottom = inked(data, number)
        if key in SCREENS:
            assert min(left, right) >= 0
            continue
        assert len(words) > 6, (plan, key, number, words)
        assert min(left, right) > 48, (plan, key, number, left, right)
        assert top > 30, (plan, key, number, top)
        assert bottom > 26, (plan, key, number, bottom)


@pytest.mark.parametrize(("plan", "key"), CASES)
def test_every_page_tells_office_and_day_at_its_foot(built: Built, plan: str, key: str) -> None:
    data = built(plan, key)
    office = one_line(Typesetter().text(figures_of(plan).plan.decision.office))
    for number in range(len(page_sizes(data))):
        words = page_text(data, number)
        assert "23. november 2026" in words, (plan, key, number)
        assert squeezed(office) in squeezed(words), (plan, key, number)


@pytest.mark.parametrize(
    ("plan", "key"), [case for case in CASES if case[1] not in SCREENS and export(case[1]).handout]
)
def test_handouts_are_a4_or_a_map_on_a3(built: Built, plan: str, key: str) -> None:
    for width, height in page_sizes(built(plan, key)):
        size = (round(min(width, height)), round(max(width, height)))
        assert size in (A4, A3) or key == "benefit-map", (key, size)


@pytest.mark.parametrize("key", PAPERS)
def test_the_same_plan_on_the_same_day_is_the_same_bytes(built: Built, key: str) -> None:
    assert export(key).build(figures_of("hamar")) == built("hamar", key)


@pytest.mark.parametrize("key", PAPERS)
def test_language_and_title_are_told_and_fonts_are_inside(built: Built, key: str) -> None:
    with pikepdf.open(BytesIO(built("hamar", key))) as document:
        assert str(document.Root.Lang) == "nb-NO"
        assert str(document.docinfo.Title)
        for page in document.pages:
            for font in page.Resources.get("/Font", {}).values():
                assert "SourceSansPro" in str(font.BaseFont)
                assert "/FontFile2" in font.FontDescriptor
