"""Excerpts begin shortly before what was looked for, and mark whole words."""

from digisos_wizard.model.search.marks import excerpt, marked

LONG = "Først kommer mye annet som ingen har spurt om, og det tar sin tid. " * 4 + "Så kommer brannmuren til slutt."


def test_every_word_that_answers_is_marked() -> None:
    shown = marked("Avtalen og avtaler", {"avtalen", "avtaler"})
    assert [shown.text[start:end] for start, end in shown.places] == ["Avtalen", "avtaler"]


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("Kort tekst.", {"tekst"}).text == "Kort tekst."


def test_a_long_text_is_shown_from_shortly_before_the_word() -> None:
    shown = excerpt(LONG, {"brannmuren"}, 80)
    assert shown.text.startswith("… ")
    assert len(shown.text) <= 84
    assert [shown.text[start:end] for start, end in shown.places] == ["brannmuren"]


def test_without_the_word_the_beginning_is_shown_and_no_word_is_cut() -> None:
    shown = excerpt(LONG, {"finnes"}, 80)
    assert shown.text.endswith(" …")
    assert LONG.startswith(shown.text.removesuffix(" …"))
    assert not shown.places
