"""What stands under a badge is in its source, and what only 2019 says is never told as today's."""

import json
import re
from collections.abc import Iterator

import pytest

from digisos_wizard.content import load
from digisos_wizard.model.content import Content, Document
from tests.content.digests import MARKS, RUNS, runs
from tests.content.marks import marks
from tests.content.told import Told, told

CONTENT = load()
IN_SOURCE: dict[str, list[str]] = json.loads(MARKS.read_text("utf-8"))
KNOWN_RUNS = frozenset(RUNS.read_text("utf-8").split())
YEARS = {one.value: {str(one.year)} for one in CONTENT.sources if one.year}
IN_REGISTER = {mark for fact in CONTENT.facts for mark in marks(fact.text)}
OUR_OWN = {Document.PUBLIC, Document.OWN}
CLAIMS = ("text", "help", "why", "how", "meaning", "answer", "today", "note", "purpose", "notes", "points")
"""The fields that claim something; others are names, questions and what might go wrong."""
OLD = {Document.H19, Document.FAQ, Document.KS}


def documents(one: Told) -> set[Document]:
    """Return the documents of a badge."""
    return {source.document for source in one.sources}


def unsupported(one: Told) -> set[str]:
    """Return what a text claims that neither its sources nor the register of facts have; an id's numbers are counts."""
    named = documents(one)
    if named == {Document.OWN}:
        return set()
    entry = one.where.rpartition("/")[2].rpartition(".")[0]
    known = {mark for document in named for mark in IN_SOURCE.get(document.value, ())} | marks(entry.replace(".", " "))
    known |= {year for document in named for year in YEARS.get(document.value, ())}
    return marks(one.text) - known - (IN_REGISTER if named & OUR_OWN or one.where.endswith(".note") else set())


def undated(one: Told) -> bool:
    """Tell whether a claim that only 2019 knows says nothing of its age."""
    named = documents(one) - {Document.OWN}
    field = one.where.rpartition(".")[2]
    if field not in CLAIMS or not one.text or not named or not named <= OLD:
        return False
    old_alone = named == {Document.H19} or bool(marks(one.text))
    return old_alone and "2019" not in one.text


def dated_by_their_entry(content: Content) -> Iterator[str]:
    """Yield where texts show their year beside them: the questions, what held before, and what is marked as old."""
    yield from (f"faq/{asked.id}" for asked in content.faq)
    yield from (f"facts/{fact.id}" for fact in content.facts)
    yield from (f"catalogues/{one.id}" for one in content.catalogues if one.valid_to)
    for catalogue in content.checklists:
        yield from (f"checklists/{catalogue.id}/{item.id}" for item in catalogue.items if item.superseded)
    yield from (f"questions/{group.id}/{one.id}.text" for group in content.questions for one in group.questions)
    yield from (f"tasks/{one.id}" for one in content.tasks if one.superseded)
    yield from (f"agreements/{one.id}" for one in content.agreements if one.superseded)


def test_every_number_date_and_address_is_in_its_source() -> None:
    assert [(one.where, unsupported(one), one.text) for one in told(CONTENT) if unsupported(one)] == []


def test_what_only_2019_says_tells_its_age() -> None:
    dated = tuple(dated_by_their_entry(CONTENT))
    earlier = {earlier.text for chapter in CONTENT.chapters for one in chapter.paragraphs for earlier in one.earlier}
    found = [
        (one.where, one.text)
        for one in told(CONTENT)
        if undated(one) and not one.where.startswith(dated) and one.text not in earlier
    ]
    assert found == []


def test_no_run_of_eight_words_is_copied() -> None:
    found = [
        (one.where, run) for one in told(CONTENT, every=True) for mark, run in runs(one.text) if mark in KNOWN_RUNS
    ]
    assert found == []
    assert len(KNOWN_RUNS) > 7_000


def test_the_register_has_every_amount_date_and_address_that_is_told() -> None:
    """The log of versions has its own list; what is a day of it stands there alone."""
    told_of = {
        mark
        for one in told(CONTENT)
        if documents(one) != {Document.OWN} and not one.where.startswith(("facts", "changes/version"))
        for mark in marks(one.text)
        if "." in mark or "@" in mark or len(mark) > len("105")
    }
    assert told_of - IN_REGISTER == set()


def test_what_is_superseded_stands_under_the_document_that_said_it() -> None:
    for step in CONTENT.steps:
        for said in step.paragraphs:
            named = {source.document for source in said.sources}
            assert not said.superseded or named & {Document.H19, Document.LP, Document.FAQ}, (step.id, said.superseded)


@pytest.mark.parametrize(
    ("text", "documents_of", "found"),
    [
        ("Det koster 55 001 kroner.", "H22", {"55001"}),
        ("Skriv til digisos@nav.no før 3. september 2022.", "H22", {"2022-09-03"}),
        ("Signer tre til sju uker før.", "H22", {"7"}),
        ("Referansen er 19/00689, og adressen ks.no/digifin.", "KS", set()),
        ("Se nav.no/sosialhelp.", "LP", {"nav.no/sosialhelp"}),
        ("Det kostet 8,60 kroner og 65 øre.", "H19", set()),
    ],
)
def test_a_planted_claim_is_found(text: str, documents_of: str, found: set[str]) -> None:
    source = next(fact.sources[0] for fact in CONTENT.facts if fact.sources[0].document.value == documents_of)
    assert unsupported(Told("roles/it.why", text, (source,))) == found


def test_a_planted_claim_of_2019_is_found() -> None:
    area = next(fact for fact in CONTENT.facts if fact.id == "area")
    assert undated(Told("roles/it.why", "Feil mottaksområde gjør at Fiks avviser alt.", area.sources))
    assert not undated(Told("roles/it.why", "I 2019 avviste Fiks alt.", area.sources))


def test_a_run_is_told_whatever_stands_between_its_words() -> None:
    one, other = "En to, tre (fire) fem seks – sju: ÅTTE.", "en to tre fire fem seks sju åtte"
    assert runs(one) == runs(other)
    assert len(runs(one)) == 1
    assert not re.search(r"\W", runs(one)[0][0])
