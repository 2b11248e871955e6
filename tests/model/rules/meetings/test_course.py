"""Meetings: what belongs to which, hands, the summary, and decisions that are due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.model.edits import Remove, Set, apply
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.meetings import course as meetings
from digisos_wizard.model.rules.meetings.actions import open_actions
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.told.summary import latest, summary
from digisos_wizard.model.told.summary_mail import meeting_time, meeting_title, summary_mail
from digisos_wizard.model.workshop import Meeting
from tests.model.given import TODAY, figures_of, found
from tests.model.meeting_plan import BEGAN, DURING, EARLIER, ENDED, KEY, meeting_plan


def test_a_meeting_holds_what_was_written_while_it_lasted() -> None:
    meeting = meeting_plan().workshop.meetings[0]
    assert meetings.within(meeting, DURING)
    assert meetings.within(meeting, BEGAN)
    assert meetings.within(meeting, ENDED)
    assert not meetings.within(meeting, EARLIER)
    assert not meetings.within(meeting, None)
    assert not meetings.within(meeting, ENDED + timedelta(seconds=1))
    assert not meetings.within(Meeting(id="x"), DURING)
    assert meetings.within(Meeting(id="x", began_at=BEGAN), ENDED + timedelta(days=9))


def test_a_meeting_begins_takes_up_and_ends() -> None:
    plan = apply(Plan(), meetings.beginning("m", "Møte", BEGAN))
    assert meetings.going_on(plan) == plan.workshop.meetings[0]
    plan = apply(plan, *meetings.taking_up(plan, "m", ["a", "b"]))
    plan = apply(plan, *meetings.taking_up(plan, "m", ["b", "c"]))
    assert plan.workshop.meetings[0].questions == ("a", "b", "c")
    assert meetings.taking_up(plan, "m", ["a"]) == []
    assert meetings.taking_up(plan, "gone", ["a"]) == []
    plan = apply(plan, meetings.ending("m", ENDED))
    assert meetings.going_on(plan) is None


@given(st.lists(st.tuples(st.integers(-1, 5), st.sampled_from([-1, 1, 5])), max_size=40))
def test_hands_are_counted_and_never_fewer_than_none(raised: list[tuple[int, int]]) -> None:
    tally = meetings.new_tally("t", KEY, ("Ja", "Nei", "Vet ikke"), DURING)
    plan = apply(Plan(), Set(("workshop", "tallies"), (tally,)))
    wanted = [0, 0, 0]
    for number, by in raised:
        edit = meetings.counted(plan.workshop.tallies[0], number, by)
        assert (edit is None) is (number not in (1, 2, 3))
        if edit is not None:
            plan = apply(plan, edit)
            wanted[number - 1] = max(0, wanted[number - 1] + by)
    assert [choice.count for choice in plan.workshop.tallies[0].choices] == wanted


def test_the_summary_tells_what_came_of_each_question() -> None:
    figures = figures_of(meeting_plan())
    told = summary(figures, figures.plan.workshop.meetings[0])
    assert [one.key for one in told.discussed] == [KEY, "connection.ready", "q3", "connection.mail"]
    first = told.discussed[0]
    assert [(answer.label, answer.value) for answer in first.answers] == [("Hvor ofte", "Hver morgen")]
    assert first.notes == ("Kari ser hver morgen.\nOla tar fredagen.",), "not the one of October, nor the empty one"
    assert [action.id for action in told.actions] == ["a1", "a2"]
    assert told.parked == ("Hva med vikarer?",)
    assert told.silent == ("Hvilken felles e-post får varslene?",)
    assert told.discussed[2].tallies == (), "no hand was raised"


def test_without_a_meeting_the_summary_holds_everything() -> None:
    plan = apply(meeting_plan(), Remove(("workshop", "meetings", "m")))
    told = summary(figures_of(plan), None)
    assert next(note for one in told.discussed for note in one.notes) == "Fra møtet i oktober"
    assert [action.id for action in told.actions] == ["a1", "a2", "a3", "a4"]


def test_the_latest_meeting_is_the_one_that_began_last() -> None:
    plan = meeting_plan()
    assert latest(plan) == plan.workshop.meetings[0]
    assert latest(Plan()) is None


def test_the_summary_as_a_mail() -> None:
    figures = figures_of(meeting_plan())
    mail = summary_mail(figures, figures.plan.workshop.meetings[0])
    assert mail.subject == "Oppsummering: Personalmøte"
    for words in (
        "Personalmøte\n23. november 2026 kl. 14.00–15.30\nDeltakere: Alle ved kontoret",
        "- Skriv rutinen (Kari Moen, frist 1. desember 2026)",
        "- Ring leverandøren (ansvarlig mangler, uten frist)",
        "- Kari ser hver morgen.\n  Ola tar fredagen.",
        "- Håndsopprekning: Klar 7, Ikke klar 2",
        "PARKERT TIL SENERE\n- Hva med vikarer?",
    ):
        assert words in mail.body
    assert "oktober" not in mail.body
    empty = summary_mail(figures_of(Plan()), None)
    assert empty.body == "Møte om digital søknad\n\nIngenting er skrevet ned ennå.\n"
    assert (meeting_title(None), meeting_time(None)) == ("Møte om digital søknad", "")


def test_what_is_decided_and_not_done_is_due_in_order() -> None:
    due = open_actions(meeting_plan(), TODAY)
    assert [(one.action.id, one.owner, one.days_left, one.late) for one in due] == [
        ("a3", "", -21, True),
        ("a1", "Kari Moen", 8, False),
        ("a2", "", None, False),
    ]


@pytest.mark.parametrize("state", [TaskState.DONE, TaskState.NOT_RELEVANT])
def test_what_is_closed_is_not_due(state: TaskState) -> None:
    plan = apply(meeting_plan(), Set(("workshop", "actions", "a3", "state"), state))
    assert [one.action.id for one in open_actions(plan, TODAY)] == ["a1", "a2"]
    assert found(plan, "action-late") == []


def test_a_late_decision_is_a_warning_at_its_deadline() -> None:
    (late,) = found(meeting_plan(), "action-late")
    assert (late.step, late.severity) == (StepKey.WORKSHOP, Severity.WARNING)
    assert late.address == ("workshop", "actions", "a3", "deadline")
    assert late.message == "Fristen for «Gammel sak» gikk ut 2. november 2026."
    assert found(meeting_plan(), "action-late", date(2026, 11, 2)) == []


def test_progress_counts_meetings() -> None:
    def words(plan: Plan) -> str:
        return next(step.words for step in figures_of(plan).progress if step.step is StepKey.WORKSHOP)

    plan = meeting_plan()
    assert words(plan) == "3 åpne beslutninger"
    assert words(apply(plan, Set(("workshop", "actions"), ()))) == "1 møte holdt"
    assert words(apply(plan, Set(("workshop", "meetings", "m", "ended_at"), None))) == "Møte pågår"
    bare = apply(plan, Set(("workshop", "actions"), ()), Remove(("workshop", "meetings", "m")))
    assert words(bare) == "Klar til møte"
    assert words(Plan()) == ""
