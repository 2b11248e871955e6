"""What a leader types finds what the handbook says: inflected, compound, misspelt and half-written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digisos_wizard.content import load
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.search.entries import Kind, entries
from digisos_wizard.model.search.index import MOST, Index

CONTENT = load()
INDEX = Index(CONTENT)


def first(query: str, at: StepKey | None = None) -> tuple[Kind, str]:
    """Return kind and id of the best hit."""
    entry = INDEX.search(query, at).hits[0].entry
    return entry.kind, entry.target


def titles(query: str) -> list[str]:
    """Return the titles of all hits."""
    return [hit.entry.title for hit in INDEX.search(query).hits]


@pytest.mark.parametrize(
    ("query", "kind", "target"),
    [
        ("SvarUt", Kind.TERM, "svarut"),
        ("nks", Kind.TERM, "contact-centre"),
        ("pvk", Kind.TERM, "dpia"),
        ("ombud", Kind.TERM, "dpo"),
        ("personvernombudet", Kind.TERM, "dpo"),
        ("paakobling", Kind.TERM, "connection-day"),
        ("mottaksomrade", Kind.TERM, "reception-area"),
        ("personvernombdu", Kind.TERM, "dpo"),
        ("fagsystm", Kind.TERM, "case-system"),
        ("databehandler avtale", Kind.TERM, "processing-agreement"),
        ("kostnader", Kind.HELP, "costs"),
        ("er det mva på alt", Kind.HELP, "costs"),
        ("Må vi vente på tur", Kind.QUESTION, "faq-5"),
        ("hvor lenge ettersending er åpen", Kind.CHANGE, "attachments"),
        ("brannmuren", Kind.TERM, "firewall"),
        ("bestill brannmur", Kind.ACTIVITY, "firewall"),
        ("porteføljen i fagsystemet er ryddet", Kind.ITEM, "org.portfolio"),
        ("innbyggere fra ssb", Kind.FIELD, "decision.municipalities.*.population"),
    ],
)
def test_the_best_hit(query: str, kind: Kind, target: str) -> None:
    assert first(query) == (kind, target)


def test_an_inflected_word_finds_the_others() -> None:
    for query in ("avtalen", "avtale ", "avtalene "):
        found = " ".join(titles(query))
        assert "Avtaler" in found
        assert "Databehandleravtale" in found


def test_a_compound_is_found_by_its_parts_and_its_parts_by_a_compound() -> None:
    assert "Personvernombud" in titles("personvern")
    assert "Personvernombud" in titles("ombud")
    assert any("nødhjelp" in title.lower() for title in titles("nødhjelpsrutine"))


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("ettersending", "Hvor lenge kan søkeren ettersende vedlegg?"),
        ("kontaktsenteret", "NKS"),
        ("PVK", "Personvernkonsekvensene er vurdert (DPIA)"),
        ("avdir", "Signer samarbeidsavtalen med direktoratet"),
    ],
)
def test_other_words_for_the_same_are_found_too(query: str, title: str) -> None:
    assert title in titles(query)


def test_letter_by_letter_the_way_narrows() -> None:
    whole = "personvernombud"
    for length in range(4, len(whole) + 1):
        assert "Personvernombud" in titles(whole[:length]), whole[:length]


def test_a_finished_word_is_not_taken_for_a_beginning() -> None:
    assert "Printsenteret" in titles("pri")
    assert "Printsenteret" not in titles("pri ")


def test_a_title_counts_more_than_a_text() -> None:
    hits = INDEX.search("tilknytningsavgift").hits
    assert hits[0].entry.title == "Tilknytningsavgift"
    assert hits[0].score > hits[-1].score


def test_the_step_at_hand_comes_first() -> None:
    assert INDEX.search("nødhjelp", StepKey.MAPPING).hits[0].entry.step is StepKey.MAPPING
    plain = [hit.entry.step for hit in INDEX.search("avtaler").hits]
    there = [hit.entry.step for hit in INDEX.search("avtaler", StepKey.CHECKLIST).hits]
    assert there.index(StepKey.CHECKLIST) < plain.index(StepKey.CHECKLIST)


def test_where_no_text_has_all_words_some_are_enough_and_it_is_said() -> None:
    found = INDEX.search("brannmur blåbærsyltetøy")
    assert found.partly
    assert "Brannmur" in [hit.entry.title for hit in found.hits]
    assert not INDEX.search("brannmur").partly


@pytest.mark.parametrize("query", ["", "   ", "?!", "xqzwvkb"])
def test_nothing_to_look_for_finds_nothing(query: str) -> None:
    found = INDEX.search(query)
    assert not found.hits
    assert not found.partly


def test_words_that_say_nothing_are_left_out_unless_they_are_all_there_is() -> None:
    assert titles("hva er svarut") == titles("svarut")
    assert INDEX.search("hvordan").hits


def test_never_more_hits_than_can_be_read_but_all_are_counted() -> None:
    found = INDEX.search("e")
    assert len(found.hits) == MOST < found.total


def test_every_entry_is_found_by_its_own_title() -> None:
    for entry in entries(CONTENT):
        known = {hit.entry for hit in INDEX.search(entry.title, entry.step).hits}
        same = [hit for hit in known if hit.title == entry.title]
        assert entry in known or len(same) > 0, entry


@settings(max_examples=150)
@given(st.text(max_size=60))
def test_no_text_stops_the_search(query: str) -> None:
    found = INDEX.search(query)
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), reverse=True)
    assert all(hit.answers for hit in found.hits)
