"""Text for documents: what can be shown stays as typed, the rest is taken out or replaced."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.export.fonts import PLACEHOLDER, Typesetter
from digisos_wizard.export.text import one_line, printable

ANY_TEXT = st.text(st.characters(exclude_categories=()))


def test_control_characters_are_taken_out() -> None:
    assert printable("a\x00b\x08c\x7fd\x9fe") == "abcde"


def test_line_breaks_and_tabs_stay() -> None:
    assert printable("a\nb\r\nc\rd\u2028e\tf") == "a\nb\nc\nd\ne\tf"


def test_lone_surrogates_and_noncharacters_are_replaced() -> None:
    assert printable("a\ud800b\ufffec") == "a\ufffdb\ufffdc"


def test_text_on_one_line() -> None:
    assert one_line(" NAV\n  Hamar\t1 ") == "NAV Hamar 1"


@given(ANY_TEXT)
def test_any_text_can_be_written_in_utf8_and_xml(text: str) -> None:
    shown = printable(text)
    shown.encode()
    assert all(letter in "\n\t" or unicodedata.category(letter) != "Cc" for letter in shown)
    assert printable(shown) == shown


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"))))
def test_ordinary_text_is_as_typed(text: str) -> None:
    assert printable(text) == text


def test_what_the_typeface_lacks_is_counted() -> None:
    setter = Typesetter()
    assert setter.text("Hei 😀 og 😀 שלום") == f"Hei {PLACEHOLDER} og {PLACEHOLDER} {PLACEHOLDER * 4}"
    assert setter.missing["😀"] == 2
    assert sum(setter.missing.values()) == 6


def test_norwegian_and_typographic_characters_are_covered() -> None:
    setter = Typesetter()
    text = "æøåÆØÅ é – — « » → ≥ ✓ − × ½ … · 1\u202f234\u00a0kr"
    assert setter.text(text) == text
    assert not setter.missing


def test_what_looks_the_same_or_shows_nothing_is_not_missing() -> None:
    setter = Typesetter()
    assert setter.text("e\u0301 a\u2011b ✔\ufe0f c\u200bd") == "é a-b ✓ cd"
    assert not setter.missing
