"""Terms are found as they are written, once per text, and nothing that only looks like one."""

import pytest

from digisos_wizard.content import load
from digisos_wizard.model.search.terms import Terms

TERMS = Terms(load())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sett opp SvarUt og SvarInn i Fiks.", ["SvarUt", "SvarInn", "Fiks"]),
        ("Mottaksområdet må være riktig.", ["Mottaksområdet"]),
        ("Databehandleravtalen og databehandleren", ["Databehandleravtalen", "databehandleren"]),
        ("Fiks IO er nyere enn Fiks.", ["Fiks IO", "Fiks"]),
        ("DPIA, DPIA og PVK", ["DPIA"]),
        ("Rosene blomstrer, og vi fikser porten.", []),
        ("Uten-ROS-analyse", []),
        ("Gjør ROS-analysen ferdig", ["ROS-analysen"]),
        ("", []),
    ],
)
def test_what_is_marked(text: str, found: list[str]) -> None:
    assert [text[mark.start : mark.end] for mark in TERMS.find(text)] == found


def test_everyday_words_are_left_alone() -> None:
    assert not TERMS.find("Leverandøren av fagsystemet, KS og en gevinst")


def test_every_marked_term_is_found_by_all_its_forms() -> None:
    for term in load().glossary:
        for form in (term.term, *term.forms):
            found = [mark.term.id for mark in TERMS.find(form)]
            assert (found[:1] == [term.id]) is term.marked, form
