"""One word for one thing, short sentences and nothing copied, in the content and in what the code says."""

import re

import pytest

from tests.content.digests import RUNS, runs
from tests.content.wording import Form, forms, spoken, strings

SPOKEN = tuple(spoken())
FORMS = forms()
LONGEST_SENTENCE = 25
WORD_LIST = "model/search/words.py"
"""The common words that the search passes over, which are no sentence."""
SENTENCES = re.compile(r"(?<=[.?!:])\s+|\n")


@pytest.mark.parametrize("form", FORMS, ids=[form.written for form in FORMS])
def test_forms_not_chosen_are_not_written(form: Form) -> None:
    found = [(where, text) for where, text in SPOKEN if form.pattern.search(text)]
    assert found == [], f"write: {form.chosen}"


def test_sentences_are_short_enough_to_read_once() -> None:
    long = [
        (where, sentence)
        for where, text in SPOKEN
        if not where.startswith(WORD_LIST)
        for sentence in SENTENCES.split(text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []


def test_no_run_of_eight_words_is_copied_into_the_code() -> None:
    known = frozenset(RUNS.read_text("utf-8").split())
    assert [(where, run) for where, text in SPOKEN for mark, run in runs(text) if mark in known] == []


def test_texts_of_content_and_code_are_read() -> None:
    code = [where for where, _text in SPOKEN if ".py:" in where]
    assert len(code) > 3_000
    assert len(SPOKEN) - len(code) > 3_000


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Se i innboksen.", "innboks*"),
        ("Den første uka.", "uka"),
        ("En PC i mottaket.", "PC"),
        ("Der hen oppholder seg.", "hen"),
        ("Personvernvurderingen er ferdig.", "personvernvurdering*"),
    ],
)
def test_a_planted_form_is_found(text: str, written: str) -> None:
    assert [form.written for form in FORMS if form.pattern.search(text)] == [written]


@pytest.mark.parametrize("text", ["Søk på en pc.", "Når mottaksområdet er tomt.", "Se henvendelsen i kalenderuken."])
def test_chosen_forms_are_left_alone(text: str) -> None:
    assert not [form.written for form in FORMS if form.pattern.search(text)]


def test_only_texts_marked_for_translation_are_read() -> None:
    code = 'a = _("Hei du")\nb = ngettext("{n} dag", "{n} dager", 2)\nc = "innboks"\n'
    assert list(strings(code)) == [(1, "Hei du"), (2, "{n} dag"), (2, "{n} dager")]
