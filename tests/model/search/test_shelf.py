"""Everything that is found can be read, links lead somewhere, and what held before stands beside what holds."""

from digisos_wizard.content import load
from digisos_wizard.model.content import AskedGroup
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.search.entries import IN_THE_PLAN, Kind, entries
from digisos_wizard.model.search.reading import Reading, Room, Target, Tone
from digisos_wizard.model.search.shelf import Shelf
from digisos_wizard.model.steps import WALKED

CONTENT = load()
SHELF = Shelf(CONTENT)


def read(room: Room, name: str = "") -> Reading:
    """Return a reading that is there."""
    found = SHELF.read(Target(room, name))
    assert found is not None
    return found


def as_target(target: object) -> Target:
    """Return what a link within the reference leads to."""
    assert isinstance(target, Target)
    return target


def test_every_entry_can_be_read_at_its_passage() -> None:
    for entry in entries(CONTENT):
        target = SHELF.target(entry)
        reading = SHELF.read(target)
        assert reading is not None, entry
        assert not target.passage or target.passage in {passage.anchor for passage in reading.passages}, entry


def test_what_stands_in_the_plan_is_read_with_its_sources_and_the_way_there() -> None:
    entry = next(one for one in entries(CONTENT) if (one.kind, one.target) == (Kind.ACTIVITY, "firewall"))
    reading = SHELF.entry(entry)
    assert reading.title == "Bestill åpning i brannmuren"
    assert reading.passages[0].sources == entry.sources
    assert reading.links[0].target is entry
    for one in entries(CONTENT):
        assert bool(one.sources) is (one.kind in IN_THE_PLAN)


def test_the_contents_list_all_chapters_and_three_groups_of_questions() -> None:
    groups = SHELF.contents()
    assert [len(rows) for _heading, rows in groups] == [3, 18, 3]
    for _heading, rows in groups:
        for row in rows:
            reading = SHELF.read(row.target)
            assert reading is not None
            assert reading.title == row.title


def test_every_link_leads_somewhere() -> None:
    readings = [SHELF.read(row.target) for _heading, rows in SHELF.contents() for row in rows]
    readings += [SHELF.read(Target(Room.STEP, key.value)) for key in StepKey]
    for reading in readings:
        assert reading is not None
        links = (*reading.links, *(link for passage in reading.passages for link in passage.links))
        for link in links:
            assert isinstance(link.target, StepKey) or SHELF.read(as_target(link.target)) is not None


def test_what_leads_nowhere_is_none() -> None:
    for room in (Room.CHAPTER, Room.QUESTIONS, Room.STEP):
        assert SHELF.read(Target(room, "magic")) is None


def test_what_held_before_has_its_year_and_source() -> None:
    plan = next(one for one in read(Room.CHAPTER, "agreements").passages if one.anchor == "when")
    assert [line.tone for line in plan.lines] == [Tone.PLAIN, Tone.EARLIER]
    assert plan.lines[1].text == "Gjaldt tidligere (2019): Én til to uker før. Kilde: Håndbok 2019 · avtaler."
    process = next(one for one in read(Room.CHAPTER, "organisation").passages if one.anchor == "process")
    assert process.lines[1].text.endswith("uten dato.")


def test_the_questions_have_their_year_and_what_holds_today() -> None:
    asked = read(Room.QUESTIONS, AskedGroup.INTRODUCTION.value).passages
    assert [passage.year for passage in asked] == [2019] * 7
    mercell = next(passage for passage in asked if passage.anchor == "faq-28")
    assert mercell.lines[-1].tone is Tone.TODAY
    assert "nevner ikke Mercell" in mercell.lines[-1].text


def test_a_term_leads_to_its_neighbours_and_to_the_chapters_that_speak_of_it() -> None:
    reading = read(Room.GLOSSARY, "reception-area")
    assert reading.title == "Mottaksområde"
    assert [link.words for link in reading.passages[0].links] == ["Fagsystem", "Fiks"]
    words = [link.words for link in reading.links]
    assert "Klargjøring til produksjon" in words
    assert words[-1] == "Hele ordlisten"
    assert len(read(Room.GLOSSARY).passages) == len(CONTENT.glossary)


def test_the_sources_come_before_the_facts_and_each_fact_tells_what_became_of_it() -> None:
    passages = read(Room.SOURCES).passages
    assert [passage.anchor for passage in passages[:7]] == [one.value for one in CONTENT.sources]
    told = {passage.anchor: " ".join(line.text for line in passage.lines[1:]) for passage in passages[7:]}
    assert len(told) == len(CONTENT.facts)
    assert told["esign"] == "Gjelder. Sist sagt i 2022."
    assert told["mercell"].startswith("Gjaldt til 2022. Avløst av: Direktoratet sender avtalene")
    assert told["attachments-300"].startswith("Uavklart. Kilden er uten dato. Spørsmål og svar sier 90 dager.")
    assert "Dette er vår slutning." in told["left"]
    assert told["fee-limit"].startswith("Vårt anslag.")


def test_one_change_leads_to_all_of_them() -> None:
    reading = read(Room.CHANGES, "frame")
    assert len(reading.passages) == 1
    assert reading.links[0].target == Target(Room.CHANGES, "", "frame")


def test_the_changes_come_before_the_log_of_versions() -> None:
    passages = read(Room.CHANGES).passages
    assert passages[0].anchor == "attachments"
    assert passages[-1].heading == "Versjon 114, 2. september 2022"


def test_every_step_has_a_chapter_and_its_questions_once() -> None:
    for step in WALKED:
        assert SHELF.about(step.key) or not step.in_handbook
    shown = [asked.number for step in WALKED for asked in SHELF.asked_at(step.key)]
    assert 6 in shown
    assert len(shown) == len(set(shown))
    for words in CONTENT.steps[:-1]:
        helped = {source.place for one in words.questions for source in one.sources}
        assert not {f"spørsmål {asked.number}" for asked in SHELF.asked_at(StepKey(words.id))} & helped
