"""The activities as they are listed: groups by time, states, the network, and what a week's delay does."""

from datetime import date, timedelta

from digisos_wizard.model.connection import ActivityStatus, OwnActivity
from digisos_wizard.model.edits import Insert, Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.privacy import Risk, RiskMeasure
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.told.activity_lines import Line, lines, waited_for_by, waiting_for, week_late
from tests.model.given import figures_of, plan_of

DAY = date(2027, 3, 4)
OWN = ("connection", "own_activities")
ACTIVITIES = ("connection", "activities")


def plan() -> Plan:
    """Return a plan with a day."""
    return plan_of(5_000, answers={"connection/day/shared/wished": DAY})


def line(figures: Figures, row_id: str) -> Line:
    """Return an activity's line."""
    return next(one for one in lines(figures) if one.item.row_id == row_id)


def test_groups_follow_the_handbooks_order() -> None:
    figures = figures_of(plan())
    phases = [one.phase for one in lines(figures)]
    order = list(dict.fromkeys(spec.column for spec in figures.content.activities))
    assert phases == sorted(phases, key=order.index)


def test_own_activities_stand_by_their_deadline() -> None:
    figures = figures_of(plan())
    groups = list(dict.fromkeys(spec.column for spec in figures.content.activities))
    for offset, group in ((-60, 0), (-30, 1), (-3, 2), (0, 3), (10, 4), (400, 4)):
        own = OwnActivity(id="own", title="Heng opp plakaten", offset_days=offset)
        found = line(figures_of(apply(plan(), Insert(OWN, own))), "own")
        assert found.phase == groups[group], offset
    undated = line(figures_of(apply(plan(), Insert(OWN, OwnActivity(id="own")))), "own")
    assert undated.phase == groups[0]


def test_measures_stand_in_the_list_too() -> None:
    measure = RiskMeasure(id="m", text="Sett opp vakt", deadline=DAY - timedelta(days=3))
    risk = Risk(id="r", title="Ingen følger med", measures=(measure,))
    found = line(figures_of(apply(plan(), Insert(("privacy", "risks"), risk))), "r/m")
    assert found.title == "Sett opp vakt"
    assert "1. mars 2027" in found.below


def test_a_state_in_words_says_what_it_waits_for_until_it_is_begun() -> None:
    figures = figures_of(plan())
    waits = waiting_for(figures, figures.schedule.by_id["training"])
    assert [one.row_id for one in waits] == ["installation"]
    assert line(figures, "training").state == "Venter på 1"
    begun = figures_of(apply(plan(), Set((*ACTIVITIES, "training", "state"), TaskState.IN_PROGRESS)))
    assert line(begun, "training").state == "I arbeid"
    done = figures_of(apply(plan(), Set((*ACTIVITIES, "installation", "state"), TaskState.DONE)))
    assert line(done, "installation").sign is Sign.DONE
    assert line(done, "training").state == "Ikke begynt"
    assert "training" in [one.row_id for one in waited_for_by(figures, figures.schedule.by_id["installation"])]


def test_what_stops_is_counted_at_its_activity() -> None:
    risk = Risk(id="r", title="Søknader blir borte", likelihood=5, consequence=5)
    found = line(figures_of(apply(plan(), Insert(("privacy", "risks"), risk))), "dpia")
    assert (found.state, found.sign) == ("1 stopper", Sign.STOPS)


def test_a_week_more_moves_the_day_only_where_there_is_no_room() -> None:
    roomy = figures_of(plan())
    first = next(one.item for one in lines(roomy) if one.critical)
    assert week_late(roomy, first).endswith("En uke ekstra flytter ikke dagen.")
    soonest = max(reach.soonest for reach in roomy.schedule.reaches)
    tight = figures_of(apply(plan(), Set(("connection", "day", "shared", "wished"), soonest)))
    (item,) = [one.item for one in lines(tight) if one.item.row_id == first.row_id]
    assert week_late(tight, item).startswith("Blir den én uke sen, er tidligste påkobling ")


def test_an_own_duration_is_what_a_week_is_added_to() -> None:
    status = ActivityStatus(id="vendor-contact", duration_days=40)
    longer = figures_of(apply(plan(), Insert(ACTIVITIES, status)))
    assert longer.schedule.by_id["vendor-contact"].timing is not None
    assert week_late(longer, longer.schedule.by_id["vendor-contact"])
