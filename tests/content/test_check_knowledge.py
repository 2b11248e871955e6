"""The reference holds together, and what doesn't is refused by name."""

from datetime import date

import pytest

from digisos_wizard.content import load
from digisos_wizard.content.check_knowledge import check
from digisos_wizard.errors import ContentError
from digisos_wizard.model.content import AskedGroup, ChangeKind, Content, Document

SHIPPED = load()
CHAPTER, ASKED, CHANGE, TERM = SHIPPED.chapters[0], SHIPPED.faq[0], SHIPPED.changes[0], SHIPPED.glossary[0]
TITLES = (
    "Beslutning", "Kostnader", "Gevinster", "Roller og ressurser", "Samarbeid mellom kommuner og sammenslåing",
    "Fagsystemet og leverandøren", "Avtaler", "Personvern og sikkerhet", "Test av oppsettet", "Utvikling av kontoret",
    "Plan for påkobling", "Klargjøring til produksjon", "Beredskap", "Sjekklisten", "Ta ut gevinstene",
    "Informasjon til innbyggerne", "Etter påkobling", "Hvem kan hjelpe",
)  # fmt: skip


def having(**parts: object) -> Content:
    """Return the shipped content with other parts."""
    return SHIPPED.model_copy(update=parts)


def other(entry: object, **fields: object) -> object:
    """Return an entry with other fields."""
    return entry.model_copy(update=fields)  # type: ignore[attr-defined] # every entry of the content is a record


def test_the_chapters_are_the_handbooks_in_its_order() -> None:
    assert tuple(chapter.title for chapter in SHIPPED.chapters) == TITLES
    assert all(len(chapter.paragraphs) >= 4 for chapter in SHIPPED.chapters)


def test_all_questions_are_there_in_three_groups_with_year_and_number() -> None:
    assert [asked.number for asked in SHIPPED.faq] == list(range(1, 30))
    sizes = [sum(asked.group is group for asked in SHIPPED.faq) for group in AskedGroup]
    assert sizes == [8, 14, 7]
    for asked in SHIPPED.faq:
        assert asked.year == 2019
        assert asked.sources[0].document is Document.FAQ
        assert asked.sources[0].place == f"spørsmål {asked.number}"


def test_the_log_has_every_version_from_101_to_114_on_its_day() -> None:
    log = [change for change in SHIPPED.changes if change.kind is ChangeKind.VERSION]
    assert [change.title for change in log] == [f"Versjon {number}" for number in range(101, 115)]
    assert (log[4].on, log[10].on, log[-1].on) == (date(2019, 8, 8), date(2021, 10, 27), date(2022, 9, 2))


def test_the_glossary_has_what_leaders_ask_for() -> None:
    assert len(SHIPPED.glossary) >= 40
    terms = {term.term for term in SHIPPED.glossary}
    wanted = {"Fiks", "SvarUt", "SvarInn", "Fiks IO", "DPIA", "ROS", "Altinn", "NORG", "NKS", "DigiFin", "Personkortet"}
    assert wanted | {"Porten", "Mottaksområde", "Nullpunkt", "Gevinst", "Vertskommunesamarbeid"} <= terms


BAD = (
    (having(chapters=(other(CHAPTER, step="magic"),)), "chapters.json", "unknown step magic"),
    (having(chapters=(other(CHAPTER, paragraphs=()),)), "chapters.json", "no paragraph"),
    (having(chapters=(other(CHAPTER, paragraphs=CHAPTER.paragraphs[:1] * 2),)), "chapters.json", "not unique"),
    (having(chapters=SHIPPED.chapters[:1]), "chapters.json", "a step without a chapter"),
    (having(faq=(other(ASKED, step="reference"),)), "faq.json", "unknown step reference"),
    (having(faq=SHIPPED.faq[1:]), "faq.json", "number 2 stands as number 1"),
    (having(faq=(other(ASKED, group=AskedGroup.INTRODUCTION), *SHIPPED.faq[1:])), "faq.json", "order of the groups"),
    (having(changes=(other(CHANGE, on=date(2020, 1, 1)),)), "changes.json", "a version has a day"),
    (having(changes=(other(CHANGE, before=" "),)), "changes.json", "nothing was said before"),
    (having(changes=tuple(reversed(SHIPPED.changes))), "changes.json", "order of their days"),
    (having(glossary=(other(TERM, see=("magic",)),)), "glossary.json", "see unknown magic"),
    (having(glossary=(other(TERM, see=(TERM.id,)),)), "glossary.json", "see unknown"),
    (having(glossary=(TERM, other(TERM, id="twin", see=()))), "glossary.json", "also written for"),
)  # fmt: skip


@pytest.mark.parametrize(("content", "file", "words"), BAD)
def test_what_does_not_hold_together_is_named(content: Content, file: str, words: str) -> None:
    if file == "glossary.json" and "also" in words:
        content = content.model_copy(update={"glossary": tuple(other(term, see=()) for term in content.glossary)})
    with pytest.raises(ContentError) as caught:
        check(content)
    assert file in str(caught.value)
    assert words in str(caught.value)
