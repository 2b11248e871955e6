"""Words are compared without case, with any keyboard's Norwegian letters, and without endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.i18n import BOKMAAL
from digisos_wizard.model.search.words import fold, shortened, stemmer, words


@pytest.mark.parametrize(
    "written",
    [("påkobling", "paakobling", "pakobling", "PÅKOBLING", "pa\u030akobling"), ("søknad", "soeknad", "soknad")],
)
def test_letters_that_a_keyboard_lacks_are_written_in_many_ways(written: tuple[str, ...]) -> None:
    assert len({fold(word) for word in written}) == 1


def test_words_know_where_they_stand() -> None:
    text = "Åpne SvarUt/SvarInn (§ 20-1)."
    found = words(text)
    assert [text[word.start : word.end] for word in found] == ["Åpne", "SvarUt", "SvarInn", "20", "1"]
    assert [word.folded for word in found] == ["apne", "svarut", "svarinn", "20", "1"]


@pytest.mark.parametrize("ending", ["avtale", "avtalen", "avtaler", "avtalene"])
def test_endings_fall_off(ending: str) -> None:
    assert stemmer(BOKMAAL.stemmer)(fold(ending)) == "avtal"


@given(st.text(alphabet="abcdefgå", min_size=3, max_size=9), st.data())
def test_words_a_slip_apart_share_what_is_left(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("xyz"))
    for slip in (
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place + 1 :],
        word[:place] + letter + word[place:],
    ):
        assert shortened(word) & shortened(slip)
    if place:
        swapped = word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
        assert shortened(word) & shortened(swapped)
