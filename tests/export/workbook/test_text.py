"""Text in the workbook is as typed, whatever it begins with; nothing is lost in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.export.text import printable
from digisos_wizard.export.workbook.cells import LONGEST_TEXT, cell_text
from tests.export import plans
from tests.export.workbook.reading import Read, written

LONG = "Ø" * 40_000


@pytest.fixture(scope="module")
def hostile() -> Read:
    return written(plans.figures(plans.hostile_plan(LONG)))


@pytest.mark.parametrize("text", plans.HOSTILE)
def test_hostile_text_stands_as_typed(hostile: Read, text: str) -> None:
    for name in ("Gevinstplan", "Nullpunkt og måling", "Tidsbruk"):
        cells = [cell for row in hostile.formulas[name].iter_rows() for cell in row if cell.value == text]
        assert cells, name
        assert {cell.data_type for cell in cells} == {"s"}, name


def test_text_that_begins_like_a_formula_stays_text_when_edited(hostile: Read) -> None:
    for row in hostile.formulas["Gevinstplan"].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.data_type == "s" and cell.value[0] in "=+-@'":
                assert cell.quotePrefix, cell.coordinate


def test_a_text_that_is_too_long_is_cut_and_says_so(hostile: Read) -> None:
    longest = max((str(text) for text in hostile.texts("Gevinstplan")), key=len)
    assert len(longest) == LONGEST_TEXT
    assert longest.startswith("ØØØ")
    assert longest.endswith("Resten står i planen.]")


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_any_text_fits_a_cell(text: str) -> None:
    assert cell_text(text) == printable(text)


@given(st.integers(LONGEST_TEXT - 3, LONGEST_TEXT + 3), st.sampled_from("aØ😀"))
def test_a_cell_never_holds_more_than_it_can(length: int, letter: str) -> None:
    shown = cell_text(letter * length)
    assert len(shown.encode("utf-16-le")) // 2 <= LONGEST_TEXT
    assert (shown == letter * length) == (len((letter * length).encode("utf-16-le")) // 2 <= LONGEST_TEXT)
