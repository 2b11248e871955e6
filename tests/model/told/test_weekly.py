"""The weekly status: what changed since the last one, what is due, and the same as a mail."""

from datetime import date, timedelta

from digisos_wizard.model.connection import ActivityStatus
from digisos_wizard.model.edits import Insert, Set, apply
from digisos_wizard.model.people import Person, RoleAssignment
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.told.letters import letter, ready, status_mail
from digisos_wizard.model.told.weekly import as_text, due, report, stop_words
from digisos_wizard.model.told.weekly_changes import changes, latest, snapshot
from digisos_wizard.model.workshop import Action
from tests.model.given import TODAY, figures_of, plan_of

WISHED = ("connection", "day", "shared", "wished")
WEEK = timedelta(days=7)
STATE = ("connection", "activities", "training", "state")


def begun() -> Plan:
    """Return a plan with a day and a report from today."""
    plan = plan_of(5_000, answers={"connection/day/shared/wished": date(2027, 3, 4)})
    return apply(plan, Insert(("connection", "reports"), snapshot(figures_of(plan), "r1", "Rolig uke.")))


def changed(plan: Plan) -> list[str]:
    """Return what a report a week later says has changed."""
    return list(report(figures_of(plan, TODAY + WEEK)).changes)


def test_nothing_changed_is_nothing() -> None:
    assert changed(begun()) == []
    assert report(figures_of(begun(), TODAY + WEEK)).since == TODAY


def test_the_first_report_has_nothing_to_compare_with() -> None:
    first = report(figures_of(plan_of(5_000)))
    assert first.since is None
    assert first.changes == ()


def test_todays_own_report_is_not_what_it_is_compared_with() -> None:
    found = report(figures_of(begun()))
    assert found.since is None
    assert found.note == "Rolig uke."


def test_what_is_done_begun_and_opened_again_is_said() -> None:
    plan = apply(begun(), Set(STATE, TaskState.DONE), Set((*STATE[:2], "fiks", "state"), TaskState.IN_PROGRESS))
    assert changed(plan) == [
        "Ferdig: Gjennomfør opplæring i fagsystemet og søknaden.",
        "Begynt: Sett opp Fiks Digisos.",
    ]
    later = apply(
        plan,
        Insert(("connection", "reports"), snapshot(figures_of(plan, TODAY + WEEK), "r2", "")),
        Set(STATE, TaskState.OPEN),
    )
    lines = list(changes(figures_of(later, TODAY + 2 * WEEK), later.connection.reports[-1]))
    assert lines == ["Åpnet igjen: Gjennomfør opplæring i fagsystemet og søknaden."]


def test_a_day_that_moves_is_said_once_and_not_for_every_deadline() -> None:
    plan = apply(begun(), Set(WISHED, date(2027, 4, 15)))
    assert changed(plan) == ["Påkoblingsdag: 4. mars 2027 → 15. april 2027."]


def test_a_deadline_that_moves_alone_is_said() -> None:
    plan = apply(begun(), Set((*STATE[:3], "deadline"), date(2027, 2, 20)))
    assert changed(plan) == [
        "Ny frist for Gjennomfør opplæring i fagsystemet og søknaden: 25. februar 2027 → 20. februar 2027."
    ]


def test_what_stops_and_what_is_solved_is_said() -> None:
    plan = apply(begun(), Set(("vendor", "shared", "training_date"), date(2027, 3, 10)))
    assert any(line.startswith("Stopper nå: Opplæringen er avtalt til 10. mars") for line in changed(plan))
    later = apply(plan, Insert(("connection", "reports"), snapshot(figures_of(plan, TODAY + WEEK), "r2", "")))
    solved = apply(later, Set(("vendor", "shared", "training_date"), None))
    lines = list(changes(figures_of(solved, TODAY + 2 * WEEK), later.connection.reports[-1]))
    assert any(line.startswith("Løst: Opplæringen er avtalt til 10. mars") for line in lines)


def test_the_newest_report_from_before_today_counts() -> None:
    rows = begun().connection.reports
    assert latest(rows, TODAY) is None
    assert latest(rows, TODAY + WEEK) is rows[0]


def test_decisions_from_meetings_are_due_with_the_rest() -> None:
    actions = (
        Action(id="a", text="Bestill kake", owner="p", deadline=TODAY - timedelta(days=1)),
        Action(id="b", text="Ferdig", deadline=TODAY, state=TaskState.DONE),
        Action(id="c", text="Senere", deadline=TODAY + timedelta(days=60)),
    )
    plan = plan_of(5_000, answers={"workshop/actions": actions, "people/persons": (Person(id="p", name="Kari Prøve"),)})
    (found,) = due(figures_of(plan), TODAY + timedelta(days=14))
    assert (found.text, found.owner, found.late) == ("Bestill kake", "Kari Prøve", True)


def test_the_mail_says_where_they_are_and_goes_to_those_who_hold_a_role() -> None:
    answers = {
        "people/persons": (Person(id="p", name="Kari", email="kari@example.no"), Person(id="q", email="q@example.no")),
        "people/roles": (RoleAssignment(id="it", person="p"),),
        "decision/office": "NAV Ask",
    }
    mail = status_mail(figures_of(plan_of(5_000, answers=answers)))
    assert mail.to == "kari@example.no"
    assert mail.subject == "Status for digital søknad 23. november 2026: NAV Ask"
    assert as_text(figures_of(plan_of(5_000, answers=answers))).strip() in mail.body


def test_the_mail_after_connecting_gives_every_day() -> None:
    """H22: mail digisos@nav.no that you are connected and in use, and the date, for the invoice."""
    plan = plan_of(5_000, 6_000, answers={"connection/day/shared/connected_on": date(2026, 11, 2)})
    mail = letter(figures_of(plan), "connected")
    assert mail.to == "digisos@nav.no"
    assert "Ask: 2. november 2026\nBjerk: 2. november 2026" in mail.body
    assert "koblet på" in mail.body
    assert "tatt løsningen i bruk" in mail.body


def test_the_mail_after_connecting_never_says_so_before_it_is_true() -> None:
    figures = figures_of(plan_of(5_000, answers={"connection/day/shared/wished": date(2027, 3, 4)}))
    assert "Ask: ikke koblet på ennå" in letter(figures, "connected").body
    assert not ready(figures, "connected")
    assert ready(figures, "dates")


def test_what_is_not_known_is_said_to_be_so() -> None:
    body = letter(figures_of(plan_of(5_000)), "dates").body
    assert "Ask: ikke avklart, installasjon ikke avklart" in body
    assert "{" not in body


def test_a_report_holds_states_and_no_more_than_that() -> None:
    plan = plan_of(5_000, answers={"connection/activities": (ActivityStatus(id="fiks", note="hemmelig"),)})
    assert "hemmelig" not in snapshot(figures_of(plan), "r", "").model_dump_json()


def test_what_is_to_come_stands_first_and_what_is_late_after_it() -> None:
    plan = plan_of(5_000, answers={"connection/day/shared/wished": date(2027, 3, 4)})
    found = due(figures_of(plan, date(2027, 1, 25)), date(2027, 2, 8))
    lates = [one.late for one in found]
    assert lates == sorted(lates)
    assert True in lates
    coming = [one.deadline for one in found if not one.late]
    assert coming == sorted(coming)


def test_what_stops_says_what_to_do_about_it() -> None:
    figures = figures_of(plan_of(5_000, answers={"connection/day/shared/wished": date(2026, 12, 18)}))
    lines = [stop_words(one) for one in report(figures).blocks]
    (dpia,) = [line for line in lines if "DPIA" in line]
    assert dpia == "Gjør ferdig personvernkonsekvensvurderingen (DPIA). Vurderingen er ikke konkludert. Ansvarlig: Jus."


def test_a_report_from_before_the_register_does_not_make_everything_new() -> None:
    plan = begun()
    old = apply(
        plan, Set(("connection", "reports", "r1", "states"), ()), Set(("connection", "reports", "r1", "whole"), False)
    )
    assert changed(old) == []
