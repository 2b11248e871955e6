"""The agenda: picked, ordered and own questions; where answers land; how time is told."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.model.address import exists, pattern
from digisos_wizard.model.content import QuestionKind
from digisos_wizard.model.edits import Move, Set, apply
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.meetings.agenda import (
    AGENDA,
    agenda,
    leaving,
    minutes_words,
    picking,
    question_text,
    total_minutes,
)
from digisos_wizard.model.rules.meetings.landing import landing, template, unknown_row
from digisos_wizard.model.rules.meetings.stopwatch import Stopwatch, TimeLeft, time_left
from digisos_wizard.model.workshop import AgendaQuestion
from tests.model.given import content, plan_of
from tests.model.meeting_plan import KEY, meeting_plan

AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def test_the_agenda_is_asked_in_its_order_with_the_contents_words() -> None:
    first, second, third = agenda(meeting_plan(), content())
    assert (first.key, first.text, first.title, first.minutes) == (KEY, "Hvor ofte ser vi etter?", "Beredskap", 6)
    assert first.fields[0] == "connection.contingency.frequency"
    assert (second.kind, second.minutes, second.choices[0]) == (QuestionKind.CHOICE, 3, "Klar")
    assert (third.key, third.text, third.own, third.minutes) == ("q3", "Hva gleder vi oss til?", True, 10)
    assert total_minutes((first, second, third)) == 19


def test_a_question_can_be_asked_in_own_words_and_still_lands() -> None:
    plan = apply(meeting_plan(), Set((*AGENDA, "q1", "text"), "Når sjekker vi?"))
    first = agenda(plan, content())[0]
    assert (first.text, first.key, bool(first.fields)) == ("Når sjekker vi?", KEY, True)
    assert question_text(plan, content(), KEY) == "Når sjekker vi?"


def test_a_question_that_the_content_no_longer_has_keeps_its_place() -> None:
    plan = apply(Plan(), Set(AGENDA, (AgendaQuestion(id="a", question="gone"), AgendaQuestion(id="b"))))
    assert [asked.text for asked in agenda(plan, content())] == ["Spørsmålet finnes ikke lenger", "Spørsmål uten tekst"]
    assert [asked.key for asked in agenda(plan, content())] == ["gone", "b"]


@pytest.mark.parametrize(("minutes", "words"), [(0, "0 min"), (45, "45 min"), (60, "1 t"), (95, "1 t 35 min")])
def test_a_length_of_time_in_words(minutes: int, words: str) -> None:
    assert minutes_words(minutes) == words


@given(st.sets(st.sampled_from([question.id for question in content().questions[7].questions])))
def test_what_is_picked_comes_last_and_what_is_left_is_gone(chosen: set[str]) -> None:
    before = meeting_plan()
    ids = (f"new{number}" for number in range(100))
    after = apply(before, *picking(before, sorted(chosen), ids.__next__))
    assert [row.id for row in after.workshop.agenda][:3] == ["q1", "q2", "q3"], "what was there stays where it was"
    assert [row.question for row in after.workshop.agenda][3:] == sorted(chosen - {KEY})
    assert picking(after, sorted(chosen), ids.__next__) == []
    left = apply(after, *leaving(after, sorted(chosen)))
    assert [row.id for row in left.workshop.agenda] == (["q2", "q3"] if KEY in chosen else ["q1", "q2", "q3"])


def test_the_order_is_moved_by_edits() -> None:
    plan = apply(meeting_plan(), Move((*AGENDA, "q3"), 0))
    assert [asked.row_id for asked in agenda(plan, content())] == ["q3", "q1", "q2"]


def test_every_field_of_every_question_leads_into_the_plan() -> None:
    plan = plan_of(5_000, 7_000)
    for group in content().questions:
        for question in group.questions:
            found = landing(plan, content(), question.fields)
            assert len(found) >= len(question.fields)
            for address in found:
                assert exists(plan, address)
                assert pattern(Plan, address) in content().field_index


def test_answers_land_in_every_row_and_wherever_municipalities_differ() -> None:
    plan = plan_of(5_000, 7_000)
    groups = landing(plan, content(), ("mapping.groups.*.percent",))
    assert [address[2] for address in groups] == ["alone", "informed", "guided", "helped", "paper"]
    places = landing(plan, content(), ("decision.municipalities.*.name",))
    assert [address[2] for address in places] == ["a", "b"]
    shared = ("connection", "fiks", "shared", "warning_email")
    assert landing(plan, content(), ("connection.fiks.warning_email",)) == (shared,)
    from digisos_wizard.model.base import Own
    from digisos_wizard.model.connection import Fiks
    from digisos_wizard.model.edits import Insert

    differing = apply(plan, Insert(("connection", "fiks", "own"), Own[Fiks](id="b", value=Fiks())))
    own = ("connection", "fiks", "own", "b", "value", "warning_email")
    assert landing(differing, content(), ("connection.fiks.warning_email",)) == (shared, own)


def test_a_field_that_is_no_longer_known_is_left_out() -> None:
    assert landing(Plan(), content(), ("connection.gone", "decision.scope")) == (("decision", "scope"),)
    assert template("connection.fiks.administrators") == ("connection", "fiks", "shared", "administrators")
    assert unknown_row(content(), "people.roles.it.person") == ""
    assert unknown_row(content(), "people.roles.magic.person") == "magic"


def test_a_stopwatch_counts_only_while_it_runs() -> None:
    watch = Stopwatch().started(AT)
    assert watch.started(AT + timedelta(minutes=1)) == watch
    stopped = watch.stopped(AT + timedelta(minutes=2))
    assert not stopped.running
    assert stopped.elapsed(AT + timedelta(hours=1)) == timedelta(minutes=2)
    again = stopped.started(AT + timedelta(hours=1))
    assert again.elapsed(AT + timedelta(hours=1, minutes=3)) == timedelta(minutes=5)
    assert again.elapsed(AT) == timedelta(minutes=2), "a clock set back takes nothing away"


@pytest.mark.parametrize(
    ("seconds", "minutes", "exact", "rough", "over"),
    [
        (0, 6, "6.00 igjen", "6 min igjen", False),
        (61, 6, "4.59 igjen", "5 min igjen", False),
        (301, 6, "0.59 igjen", "Under ett minutt igjen", False),
        (360, 6, "0.00 igjen", "Under ett minutt igjen", False),
        (361, 6, "0.01 over tiden", "Tiden er ute", True),
        (485, 6, "2.05 over tiden", "2 min over tiden", True),
        (65, None, "1.05 brukt", "", False),
    ],
)
def test_time_in_words(seconds: int, minutes: int | None, exact: str, rough: str, over: bool) -> None:
    left = time_left(Stopwatch(timedelta(seconds=seconds)), minutes, AT)
    assert (left.exact(), left.rough(), left.over) == (exact, rough, over)


@given(st.integers(0, 20_000), st.none() | st.integers(0, 240))
def test_the_share_is_always_one(seconds: int, minutes: int | None) -> None:
    left = time_left(Stopwatch(timedelta(seconds=seconds)), minutes, AT)
    assert 0 <= left.share <= 1
    assert TimeLeft(0, 0).share == 1
