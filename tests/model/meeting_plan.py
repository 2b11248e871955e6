"""A plan with a meeting in it, for the tests of rules and documents."""

from datetime import UTC, date, datetime

from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.people import Person
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.workshop import Action, AgendaQuestion, Choice, Meeting, Note, Tally, Workshop

BEGAN = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
ENDED = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
DURING = datetime(2026, 11, 23, 14, 20, tzinfo=UTC)
EARLIER = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
KEY = "contingency.frequency"


def meeting_plan() -> Plan:
    """Return a plan with one meeting held, and something from before it."""
    workshop = Workshop(
        agenda=(
            AgendaQuestion(id="q1", question=KEY),
            AgendaQuestion(id="q2", question="connection.ready", minutes=3),
            AgendaQuestion(id="q3", text="Hva gleder vi oss til?", minutes=10),
        ),
        notes=(
            Note(id="n0", question=KEY, text="Fra møtet i oktober", taken_at=EARLIER),
            Note(id="n1", question=KEY, text="Kari ser hver morgen.\nOla tar fredagen.", taken_at=DURING),
            Note(id="n2", question="q3", text="Mindre papir", taken_at=DURING),
            Note(id="n3", question=KEY, text="  ", taken_at=DURING),
        ),
        actions=(
            Action(id="a1", text="Skriv rutinen", owner="p", deadline=date(2026, 12, 1), origin=KEY, taken_at=DURING),
            Action(id="a2", text="Ring leverandøren", origin="connection.ready", taken_at=DURING),
            Action(id="a3", text="Gammel sak", deadline=date(2026, 11, 2), origin=KEY, taken_at=EARLIER),
            Action(id="a4", text="Ferdig sak", state=TaskState.DONE, deadline=date(2026, 11, 1), taken_at=EARLIER),
            Action(id="a5", text=" ", deadline=date(2026, 11, 1)),
        ),
        tallies=(
            Tally(
                id="t1",
                question="connection.ready",
                taken_at=DURING,
                choices=(Choice(id="1", text="Klar", count=7), Choice(id="2", text="Ikke klar", count=2)),
            ),
            Tally(id="t2", question="q3", taken_at=DURING, choices=(Choice(id="1", text="Ja"),)),
        ),
        parked=(Note(id="k1", question=KEY, text="Hva med vikarer?", taken_at=DURING),),
        meetings=(
            Meeting(
                id="m",
                title="Personalmøte",
                began_at=BEGAN,
                ended_at=ENDED,
                participants="Alle ved kontoret",
                questions=(KEY, "connection.ready", "q3", "connection.mail"),
            ),
        ),
    )
    return apply(
        Plan(),
        Set(("people", "persons"), (Person(id="p", name="Kari Moen"),)),
        Set(("decision", "office"), "NAV Hamar"),
        Set(("connection", "contingency", "frequency"), "Hver morgen"),
        Set(("workshop",), workshop),
    )
