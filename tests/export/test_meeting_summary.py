"""The summary of a meeting on paper: what was agreed first, then what was said; nothing cut, nothing from before."""

from digisos_wizard.export import export
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.workshop import Action, AgendaQuestion, Meeting, Note
from tests.export.checklist.reading import Read, read
from tests.model.given import figures_of
from tests.model.meeting_plan import BEGAN, DURING, KEY, meeting_plan


def written(plan: Plan) -> Read:
    """Build a summary and read it back."""
    return read(export("meeting-summary").build(figures_of(plan)))


def test_the_meeting_is_told_in_order() -> None:
    text = written(meeting_plan()).text
    places = [
        text.index(words)
        for words in (
            "Personalmøte",
            "NAV Hamar, 23. november 2026 kl. 14.00–15.30",
            "Deltakere: Alle ved kontoret",
            "Dette ble vi enige om",
            "Skriv rutinen Kari Moen 1. desember 2026 Ikke begynt",
            "Ring leverandøren mangler uten frist",
            "Hvor ofte ser vi etter?",
            "Hver morgen",
            "Kari ser hver morgen.",
            "Er vi klare?",
            "Klar 7",
            "Hva gleder vi oss til?",
            "Parkert til senere",
            "Hva med vikarer?",
            "Også tatt opp",
            "Hvilken felles e-post får varslene?",
        )
    ]
    assert places == sorted(places)
    assert "oktober" not in text
    assert "Gammel sak" not in text


def test_before_the_first_meeting_it_is_the_agenda() -> None:
    assert "Velg dem på steget «Møter»" in written(Plan()).text
    agenda = (AgendaQuestion(id="a", question=KEY), AgendaQuestion(id="b", text="Hva nå?", minutes=60))
    text = written(apply(Plan(), Set(("workshop", "agenda"), agenda))).text
    assert "1 t 6 min til sammen" in text
    assert "1. Hvor ofte ser vi etter? Beredskap 6 min" in text
    assert "2. Hva nå? Eget spørsmål 1 t" in text


def test_a_meeting_without_decisions_says_so() -> None:
    meeting = Meeting(id="m", began_at=BEGAN)
    text = written(apply(Plan(), Set(("workshop", "meetings"), (meeting,)))).text
    assert "Ingen beslutninger er skrevet ned." in text


def test_long_and_odd_text_is_printed_whole_and_safely() -> None:
    long = "\n".join(f"Linje {number} <b>ikke fet</b> & mer" for number in range(400))
    workshop = (
        Set(("workshop", "meetings"), (Meeting(id="m", title="Møte <x>", began_at=BEGAN, participants="å " * 900),)),
        Set(("workshop", "notes"), (Note(id="n", question=KEY, text=long, taken_at=DURING),)),
        Set(("workshop", "actions"), (Action(id="a", text="Ord " * 500, origin=KEY, taken_at=DURING),)),
    )
    found = written(apply(Plan(), *workshop))
    assert "Linje 399 <b>ikke fet</b> & mer" in found.text
    assert len(found.pages) > 4


def test_the_same_plan_gives_the_same_bytes() -> None:
    build = export("meeting-summary").build
    assert build(figures_of(meeting_plan())) == build(figures_of(meeting_plan()))
